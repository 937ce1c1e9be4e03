"""The word lists behind the dictionary forms: kept once per machine, whatever the machine is like."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from simplemma.strategies.dictionaries import StreamDictionaryFactory, TrieDictionaryFactory

from indexer.languages.dictionaries import Dictionary, cache_folder, word_list


def test_a_word_list_is_kept_for_the_next_start(tmp_path: Path) -> None:
    assert Dictionary("en", folder=tmp_path).known("cities") == ("city",)
    assert [file.name for file in tmp_path.iterdir()] == ["en.dic"]
    assert isinstance(word_list("en", tmp_path), TrieDictionaryFactory)
    assert Dictionary("en", folder=tmp_path).known("cities") == ("city",)


def test_a_damaged_word_list_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "en.dic").write_bytes(b"not a trie")
    assert Dictionary("en", folder=tmp_path).known("cities") == ("city",)
    assert (tmp_path / "en.dic").stat().st_size > 1_000_000


@pytest.mark.parametrize(
    "folder", [Path("/proc/nowhere"), Path("relative"), Path("/dev/null/below")], ids=str
)
def test_words_are_known_where_nothing_can_be_kept(folder: Path) -> None:
    assert isinstance(word_list("en", folder), StreamDictionaryFactory)
    assert Dictionary("en", folder=folder).known("cities") == ("city",)


def test_the_cache_folder_follows_the_environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert cache_folder().is_relative_to(tmp_path)


def test_a_list_is_loaded_once_by_threads_that_ask_at_once(tmp_path: Path) -> None:
    dictionary = Dictionary("en", folder=tmp_path)
    with ThreadPoolExecutor(8) as threads:
        assert set(threads.map(dictionary.known, ["cities"] * 8)) == {("city",)}


def test_processes_that_start_at_once_do_not_meet(tmp_path: Path) -> None:
    program = (
        "import sys, pathlib; from indexer.languages.dictionaries import Dictionary; "
        "print(Dictionary('en', folder=pathlib.Path(sys.argv[1])).known('cities'))"
    )
    command = [sys.executable, "-W", "error", "-c", program, str(tmp_path)]
    started = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(3)]
    assert [process.communicate(timeout=120)[0] for process in started] == ["('city',)\n"] * 3
    assert [file.name for file in tmp_path.iterdir()] == ["en.dic"]


def test_nothing_is_loaded_before_the_first_word(tmp_path: Path) -> None:
    program = "from indexer.languages import keys, pl; print(pl._analyser.cache_info().currsize)"
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True)
    assert (done.stdout, list(tmp_path.iterdir())) == (b"0\n", [])
