"""Reading in worker processes: order, limits, and what happens when somebody dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from indexer.discover import source_files
from indexer.extract import Content
from indexer.extract.isolate import LOOK_AHEAD, Limits, read
from indexer.model import Failure, SourceFile

ENDLESS = b"[a" * 1_000_000
"""Markdown that its parser needs hours for."""

HUNGRY = Limits(workers=1, wall_seconds=60, cpu_seconds=30, memory_mb=1024)


def corpus_of(folder: Path, files: dict[str, bytes]) -> list[SourceFile]:
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return [found for found in source_files(folder) if isinstance(found, SourceFile)]


def outcomes(folder: Path, files: Sequence[SourceFile], limits: Limits) -> dict[str, str]:
    return {
        source.path.name: answer.code if isinstance(answer, Failure) else answer.title
        for source, answer in read(folder, files, limits)
    }


def test_answers_come_in_the_order_of_the_files(tmp_path: Path) -> None:
    names = [f"{number:02}.txt" for number in range(40)]
    files = corpus_of(tmp_path, {name: f"Title {name}\n\nText.".encode() * 9 for name in names})
    answers = list(read(tmp_path, files[::-1]))
    assert [source for source, _ in answers] == files[::-1]
    assert all(isinstance(answer, Content) for _, answer in answers)


def test_files_are_taken_only_a_few_ahead(tmp_path: Path) -> None:
    files = corpus_of(tmp_path, {f"{number:03}.txt": b"Text." for number in range(60)})
    taken = []

    def counted() -> Iterator[SourceFile]:
        for file in files:
            taken.append(file)
            yield file

    answers = read(tmp_path, counted(), Limits(workers=1))
    next(answers)
    answers.close()  # type: ignore[attr-defined]  # it is a generator
    assert len(taken) == LOOK_AHEAD


def test_no_files_need_no_process(tmp_path: Path) -> None:
    assert list(read(tmp_path, [])) == []


def test_errors_come_home_as_failures(tmp_path: Path) -> None:
    files = corpus_of(tmp_path, {"a.txt": b"", "b.txt": b"old", "c.txt": b"Third."})
    (tmp_path / "b.txt").write_bytes(b"new")
    assert outcomes(tmp_path, files, Limits(workers=1)) == {
        "a.txt": "nothing-to-read",
        "b.txt": "changed-while-read",
        "c.txt": "C",
    }


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        pytest.param(Limits(workers=1, wall_seconds=1, cpu_seconds=60), "longer than 1 seconds", id="clock"),
        pytest.param(
            Limits(workers=1, wall_seconds=60, cpu_seconds=1), "1 seconds of computing", id="processor"
        ),
    ],
)
def test_a_file_that_takes_too_long_costs_itself_only(tmp_path: Path, limits: Limits, reason: str) -> None:
    files = corpus_of(tmp_path, {"a.txt": b"First.", "endless.md": ENDLESS, "z.txt": b"Last."})
    answers = dict(read(tmp_path, files, limits))
    first, endless, last = (answers[file] for file in files)
    assert isinstance(endless, Failure)
    assert (endless.code, reason in endless.reason) == ("too-expensive", True)
    assert isinstance(first, Content)
    assert isinstance(last, Content)


def test_time_is_counted_for_each_file_anew(tmp_path: Path) -> None:
    slow = b"[a" * 25_000  # about a second of computing
    files = corpus_of(tmp_path, {f"{number}.md": slow for number in range(5)})
    found = outcomes(tmp_path, files, Limits(workers=1, cpu_seconds=3))
    assert set(found.values()) == {"0", "1", "2", "3", "4"}


def test_a_file_that_needs_too_much_memory_costs_itself_only(tmp_path: Path) -> None:
    hungry = "łąka ".encode() * 1_000_000
    files = corpus_of(tmp_path, {"a.txt": b"First.", "hungry.txt": hungry, "z.txt": b"Last."})
    answers = dict(read(tmp_path, files, replace(HUNGRY, memory_mb=250)))
    first, failed, last = (answers[file] for file in files)
    assert isinstance(failed, Failure)
    assert (failed.code, "memory" in failed.reason) == ("too-expensive", True)
    assert isinstance(first, Content)
    assert isinstance(last, Content)


def test_the_same_file_is_read_where_memory_is_enough(tmp_path: Path) -> None:
    files = corpus_of(tmp_path, {"hungry.txt": "łąka ".encode() * 1_000_000})
    assert outcomes(tmp_path, files, HUNGRY) == {"hungry.txt": "Hungry"}


READER = """
import sys
from pathlib import Path
from indexer.discover import source_files
from indexer.extract.isolate import Limits, read

if __name__ == "__main__":
    corpus = Path(sys.argv[1])
    for source, answer in read(corpus, list(source_files(corpus)), Limits(workers=2)):
        print("read", source.path, flush=True)
"""


def processes_of(session: int) -> set[int]:
    """Return the living processes of a session, zombies left out."""
    found = set()
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if int(fields[3]) == session and fields[0] != "Z":
            found.add(int(status.parent.name))
    return found


def wait_until_gone(session: int, *, seconds: float) -> set[int]:
    deadline = time.monotonic() + seconds
    while (left := processes_of(session)) and time.monotonic() < deadline:
        time.sleep(0.05)
    return left


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes through /proc")
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT], ids=["kill -9", "ctrl-c"])
def test_no_worker_outlives_the_process_that_started_it(tmp_path: Path, number: signal.Signals) -> None:
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    corpus_of(corpus, {"a.txt": b"First.", "endless.md": ENDLESS, "endless-too.md": ENDLESS})
    script = tmp_path / "reader.py"
    script.write_text(READER, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(
        [sys.executable, script, corpus],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment,
        start_new_session=True,
        # A job in the background of a shell ignores it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as reader:
        assert reader.stdout is not None
        assert reader.stdout.readline() == b"read a.txt\n"
        assert len(processes_of(reader.pid)) >= 3, "the workers are busy now"
        if number == signal.SIGINT:
            os.killpg(reader.pid, number)
        else:
            reader.send_signal(number)
        assert wait_until_gone(reader.pid, seconds=15) == set()
