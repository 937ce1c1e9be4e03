"""Measures one contestant in a process of its own, and says what it cost as JSON.

    python -m benchmarks.answers.measured build fts5 FOLDER
    python -m benchmarks.answers.measured ask fts5 FOLDER

``FOLDER`` holds ``texts``, ``questions.json`` and an index for each contestant. CPU seconds are those of
the process with all its threads and of the programs that it starts. Exit code 3: not installed here.
"""

from __future__ import annotations

import importlib
import json
import resource
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from .asked import Asked

ABSENT = 3


def cpu() -> float:
    """Return the CPU seconds of this process and of all that it started and that ended."""
    who = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return sum(one.ru_utime + one.ru_stime for one in who)


def peak() -> float:
    """Return the largest resident memory of this process, or of one that it started, in MB.

    The counter of the process itself would still know what its parent held before it began.
    """
    started = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return max(_held("VmHWM"), started / 1024)


def resident() -> float:
    """Return the memory that this process holds now, in MB."""
    return _held("VmRSS")


def _held(name: str) -> float:
    status = Path("/proc/self/status").read_text()
    return int(status.split(f"{name}:")[1].split()[0]) / 1024


def build(contestant: Any, folder: Path, target: Path) -> Mapping[str, object]:
    """Return what it costs to build the index."""
    target.mkdir(parents=True)
    before, started = cpu(), time.perf_counter()
    contestant.build(folder / "texts", target)
    spent, wall = cpu() - before, time.perf_counter() - started
    size = sum(file.stat().st_size for file in target.rglob("*") if file.is_file())
    return {"cpu": spent, "wall": wall, "bytes": size, "peak": peak()}


def ask(contestant: Any, folder: Path, target: Path) -> Mapping[str, object]:
    """Return what it costs to open the index and to answer each question."""
    questions = [Asked(*one) for one in json.loads((folder / "questions.json").read_text(encoding="utf-8"))]
    warming = [Asked(*one) for one in json.loads((folder / "warming.json").read_text(encoding="utf-8"))]
    before = cpu()
    answer = contestant.open_index(target)
    opening = cpu() - before
    for one in warming:
        answer(one)
    spent, totals = [], []
    for question in questions:
        fine, outside = time.process_time(), _children()
        totals.append(answer(question))
        spent.append(time.process_time() - fine + _children() - outside)
    return {"opening": opening, "cpu": spent, "totals": totals, "resident": resident()}


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def main(deed: str, name: str, folder: Path) -> int:
    """Do it and print what it cost."""
    try:
        contestant = importlib.import_module(f"benchmarks.answers.contestants.{name}")
        target = folder / "indexes" / name
        cost = {"build": build, "ask": ask}[deed](contestant, folder, target)
    except (ImportError, FileNotFoundError) as error:
        print(error, file=sys.stderr)
        return ABSENT
    print(json.dumps(cost))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2], Path(sys.argv[3])))
