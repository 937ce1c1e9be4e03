"""kill -9 and failing writes while a build runs: the served index is the old one or the new one."""

from __future__ import annotations

import os
import random
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from indexer import generations
from indexer.build import build
from indexer.settings import Settings
from search_ui.search.library import Library
from search_ui.search.query import Query, parse

WRITING = "write,pwrite64,fsync,fdatasync,ftruncate,rename,mkdir"
"""System calls through which a build reaches the disk."""


@dataclass
class Yard:
    """A corpus that changes with every turn, and the counts of what became of its index."""

    settings: Settings
    turn: int = 0
    torn: list[str] = field(default_factory=list)

    def change(self) -> None:
        """Give every document another word, so that old and new can be told apart."""
        self.turn += 1
        for number in range(6):
            text = f"Erfaring {number} med samarbejde over grænsen. Omgang{self.turn} af arbejdet er begyndt."
            (self.settings.corpus / f"d{number}.txt").write_text(text, encoding="utf-8")

    def turns_served(self) -> set[int]:
        """Return the turns whose words the served index holds, after reading all its bytes."""
        generations.served(self.settings.index)
        library = Library(self.settings.index)
        try:
            return {turn for turn in range(self.turn + 1) if self._total(library, f"omgang{turn}")}
        finally:
            library.close()

    def _total(self, library: Library, question: str) -> int:
        total = library.ask(lambda service: service.search(Query(parse(question)))).total
        if total not in (0, 6):
            self.torn.append(f"{question}: {total} of 6 documents")
        return total

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Ask all the time while the index changes; anything but a whole answer is noted."""
        stop = threading.Event()

        def ask() -> None:
            library = Library(self.settings.index)
            while not stop.is_set():
                try:
                    if self._total(library, "samarbejde") != 6:
                        self.torn.append("no answer")
                except Exception as error:
                    self.torn.append(repr(error))
                stop.wait(0.02)
            library.close()

        reader = threading.Thread(target=ask)
        reader.start()
        try:
            yield
        finally:
            stop.set()
            reader.join()


@pytest.fixture
def yard(tmp_path: Path) -> Yard:
    settings = Settings(corpus=tmp_path / "documents", index=tmp_path / "index")
    settings.corpus.mkdir()
    yard = Yard(settings)
    yard.change()
    build(settings)
    return yard


def command(settings: Settings) -> list[str]:
    places = ["--corpus", str(settings.corpus), "--index", str(settings.index)]
    return [sys.executable, "-m", "search_ui.cli", "build", *places]


def left_over(settings: Settings) -> list[str]:
    """Return folders that are no complete generation."""
    there = (settings.index / "generations").iterdir()
    return [folder.name for folder in there if int(folder.name) not in generations.numbers(settings.index)]


def timed_build(yard: Yard) -> float:
    """Build in a process of its own and return the seconds that it took."""
    started = time.monotonic()
    subprocess.run(command(yard.settings), check=True, capture_output=True)
    return time.monotonic() - started


def kill_builds(yard: Yard, points: int, say: Callable[[str], None]) -> None:
    """Kill ``points`` builds at random moments and look after each."""
    chance = random.Random(20140506)
    killed = old = new = 0
    with yard.watched():
        while killed < points:
            if killed % 10 == 0:
                whole = timed_build(yard)
            before = yard.turns_served()
            yard.change()
            quiet = subprocess.DEVNULL
            process = subprocess.Popen(command(yard.settings), stdout=quiet, stderr=quiet)
            try:
                process.wait(timeout=chance.uniform(0.1, 1.1) * whole)
                whole *= 0.95
            except subprocess.TimeoutExpired:
                os.kill(process.pid, signal.SIGKILL)
                process.wait()
                killed += 1
            after = yard.turns_served()
            assert after in (before, {yard.turn}), f"served {after} after {before} and turn {yard.turn}"
            old, new = old + (after == before), new + (after != before)
    build(yard.settings)
    torn = len(yard.torn)
    say(f"{killed} builds killed: old index served {old} times, new {new} times, torn {torn}, lost 0")
    assert yard.torn == []
    assert yard.turns_served() == {yard.turn}
    assert left_over(yard.settings) == []


def test_a_killed_build_leaves_the_old_index_or_the_new_one(yard: Yard) -> None:
    kill_builds(yard, 6, lambda _: None)


@pytest.mark.torture
def test_two_hundred_killed_builds(yard: Yard) -> None:
    kill_builds(yard, 200, print)


def strace(*options: str) -> list[str]:
    found = shutil.which("strace")
    if not found:
        pytest.skip("strace is not installed, so no write can be made to fail")
    return [found, "-qq", *options]


def test_strace_can_be_used_here() -> None:
    assert subprocess.run([*strace("-o", "/dev/null"), "true"], check=False).returncode == 0


def fail_writes(yard: Yard, points: int, say: Callable[[str], None], tmp_path: Path) -> None:
    """Let one write after the other fail, spread over a whole build, and look after each."""
    calls = writing_calls(yard, tmp_path / "calls")
    told = 0
    for point in range(points):
        before = generations.served_number(yard.settings.index)
        name, when = calls[point * len(calls) // points]
        fault = f"inject={name}:error=ENOSPC:when={when}"
        done = subprocess.run(
            [*strace("-e", f"trace={name}", "-e", fault, "-o", "/dev/null"), *command(yard.settings)],
            capture_output=True,
            text=True,
            check=False,
        )
        after = generations.served_number(yard.settings.index)
        assert "Traceback" not in done.stderr, done.stderr
        assert after == before if done.returncode else after > before
        assert yard.turns_served() == {yard.turn}
        assert left_over(yard.settings) == []
        told += done.returncode == 1 and "interloc: " in done.stderr
    say(f"{points} of {len(calls)} writes failed: {told} refused with a sentence, no space kept, lost 0")
    assert told > points // 2


def writing_calls(yard: Yard, log: Path) -> list[tuple[str, int]]:
    """Return each call by which a build writes, and the how manieth of its name it is.

    No file has changed, so that no worker is started and every call is one to the index.
    """
    traced = [*strace("-f", "-e", f"trace={WRITING}", "-o", str(log)), *command(yard.settings)]
    subprocess.run(traced, check=True, capture_output=True)
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    ((main, _),) = Counter(line.split()[0] for line in lines if line.strip()).most_common(1)
    seen: Counter[str] = Counter()
    calls = []
    for found in (re.match(rf"{main} +(\w+)\((\d*)", line) for line in lines):
        if found:
            name, descriptor = found.groups()
            seen[name] += 1
            # What is said on the terminal is no part of the index.
            if name != "write" or descriptor not in ("1", "2"):
                calls.append((name, seen[name]))
    return calls


def test_a_failing_write_leaves_the_old_index_and_gives_the_space_back(yard: Yard, tmp_path: Path) -> None:
    fail_writes(yard, 5, lambda _: None, tmp_path)


@pytest.mark.torture
def test_fifty_failing_writes(yard: Yard, tmp_path: Path) -> None:
    fail_writes(yard, 50, print, tmp_path)
