"""The command line as people and programs use it: what it prints and its exit codes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import TextIO

import pytest

from tests.conftest import Shelf


class Terminal:
    """Runs ``interloc`` in a process of its own, away from any settings."""

    def __init__(self, shelf: Shelf, folder: Path) -> None:
        self.shelf = shelf
        self.folder = folder

    def run(self, *words: str, stdout: int | TextIO = subprocess.PIPE) -> subprocess.CompletedProcess[str]:
        places = ["--index", str(self.shelf.settings.index)]
        places += ["--corpus", str(self.shelf.settings.corpus)] if words[0] == "build" else []
        return subprocess.run(
            [sys.executable, "-m", "search_ui.cli", words[0], *places, *words[1:]],
            stdout=stdout,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            cwd=self.folder,
        )


@pytest.fixture
def terminal(shelf: Shelf, tmp_path: Path) -> Terminal:
    shelf.put(a="Erfaring med samarbejde i Malbork.", b="Mere samarbejde om erfaring.", empty="")
    return Terminal(shelf, tmp_path)


def test_a_build_in_json_can_be_read_by_a_program(terminal: Terminal) -> None:
    done = terminal.run("build", "--json")
    told = json.loads(done.stdout)
    assert (done.returncode, done.stderr) == (0, "")
    assert (told["documents"], told["languages"], told["generation"]) == (2, {"da": 2}, 1)
    assert [failure["path"] for failure in told["failures"]] == ["empty.txt"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no file without room here")
def test_a_build_is_done_though_there_is_no_room_for_what_it_says(terminal: Terminal) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = terminal.run("build", stdout=full)
    assert (done.returncode, done.stderr) == (0, "")
    assert terminal.shelf.found("malbork") == ["a"]


def test_strict_tells_failures_in_the_exit_code(terminal: Terminal) -> None:
    assert terminal.run("build", "--strict").returncode == 2
    assert terminal.run("build").returncode == 0


def test_the_questions_own_minus_is_no_option(terminal: Terminal) -> None:
    terminal.run("build")
    done = terminal.run("search", "samarbejde", "-malbork", "--json")
    assert [hit["path"] for hit in json.loads(done.stdout)["hits"]] == ["b.txt"]


@pytest.mark.parametrize(
    "words, told",
    [
        pytest.param(["search", "samarbejde"], "There is no index in", id="no index"),
        pytest.param(["check"], "Run: make index", id="nothing to check"),
        pytest.param(["search", "samarbejde", "--lang", "xx"], "lang cannot be “xx”", id="no such language"),
        pytest.param(["search", "samarbejde", "--year", "abc"], "--year is A..B", id="no year"),
        pytest.param(["generations"], "There is no index in", id="no generations"),
    ],
)
def test_an_error_is_one_sentence_and_exit_code_one(terminal: Terminal, words: list[str], told: str) -> None:
    done = terminal.run(*words)
    assert done.returncode == 1
    assert done.stderr.startswith("interloc: ") and told in done.stderr and done.stderr.count("\n") == 1


def test_an_error_in_json_is_an_object(terminal: Terminal) -> None:
    done = terminal.run("check", "--json")
    assert json.loads(done.stdout)["code"] == "no-index"


def test_a_damaged_index_is_said_beside_the_answer(terminal: Terminal) -> None:
    terminal.run("build")
    terminal.shelf.put(c="Nyt samarbejde.")
    terminal.run("build")
    catalogue = terminal.shelf.settings.index / "generations/000002/catalogue.sqlite"
    catalogue.write_bytes(catalogue.read_bytes()[:-1])
    done = terminal.run("search", "samarbejde")
    assert done.stdout.startswith("2 documents")
    assert "catalogue.sqlite differs from what was written" in done.stderr
    assert "2  (published, damaged)" in terminal.run("generations").stdout
    assert terminal.run("check").returncode == 1


def test_show_tells_what_was_read_and_why_something_was_not(terminal: Terminal) -> None:
    terminal.run("build")
    assert "language  da" in terminal.run("show", "a.txt").stdout
    refused = terminal.run("show", "empty.txt")
    assert refused.returncode == 1 and "nothing-to-read" in refused.stdout
    assert "Paths begin below the corpus" in terminal.run("show", "c.txt").stderr
