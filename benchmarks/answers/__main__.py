"""What a full answer costs, beside the peers over the same documents and questions.

    python -m benchmarks.answers                           # 1,000 documents, everybody
    python -m benchmarks.answers --documents 10000 --keep /tmp/library --svg docs/answers.svg
    python -m benchmarks.answers --only our_whoosh,fts5

Each contestant is measured in a process of its own, one after the other, with every question asked
once. Costs are CPU time, so that a busy machine changes them little. One that is not installed is
skipped by name. ``--keep`` keeps the library and the indexes for the next run.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import astuple
from pathlib import Path
from typing import Any

from . import library, measured, report
from .questions import KINDS, questions

CONTESTANTS: Mapping[str, str] = {
    "our_whoosh": sys.executable,
    "our_tantivy": sys.executable,
    "stock_whoosh": sys.executable,
    "fts5": sys.executable,
    "stock_tantivy": sys.executable,
    "xapian_peer": "/usr/bin/python3",
    "recoll": sys.executable,
}
"""Each with the Python that runs it: Debian's packages are known to Debian's own."""
ROOT = Path(__file__).parents[2]
WARMING = 2
"""Questions of each kind that are asked before those that count."""


def prepared(folder: Path, size: int) -> None:
    """Write the library and its questions, unless they are there already."""
    if not (folder / "texts").exists():
        library.write(folder / "texts", size)
    if not (folder / "questions.json").exists():
        asked = questions(folder / "texts")
        first = [one for kind in KINDS for one in [one for one in asked if one.kind == kind][:WARMING]]
        for name, some in (("warming", first), ("questions", [one for one in asked if one not in first])):
            (folder / f"{name}.json").write_text(json.dumps([astuple(one) for one in some]))


def run(deed: str, name: str, folder: Path) -> dict[str, Any] | None:
    """Return what the contestant costs; ``None`` where it is not installed."""
    kept = folder / f"{deed}-{name}.json"
    if deed == "build" and kept.exists():
        found: dict[str, Any] = json.loads(kept.read_text())
        return found
    command = [CONTESTANTS[name], "-m", "benchmarks.answers.measured", deed, name, str(folder)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    if done.returncode == measured.ABSENT:
        print(f"{name} is not installed here and is left out", file=sys.stderr)
        return None
    done.check_returncode()
    kept.write_text(done.stdout)
    cost: dict[str, Any] = json.loads(done.stdout)
    return cost


def measure(folder: Path, names: Sequence[str]) -> dict[str, report.Costs]:
    """Return the costs of everybody who is there."""
    kinds = [one[0] for one in json.loads((folder / "questions.json").read_text())]
    costs = {}
    for name in names:
        built = run("build", name, folder)
        asked = run("ask", name, folder) if built else None
        if built and asked:
            costs[name] = report.Costs.of(built, asked, kinds)
    return costs


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.answers", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--documents", type=int, default=1_000)
    parser.add_argument("--keep", type=Path, help="folder for library and indexes")
    parser.add_argument("--only", default=",".join(CONTESTANTS), help="contestants, with commas between")
    parser.add_argument("--svg", type=Path, help="file for a plot")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as aside:
        folder = (given.keep or Path(aside)) / str(given.documents)
        folder.mkdir(parents=True, exist_ok=True)
        prepared(folder.absolute(), given.documents)
        costs = measure(folder.absolute(), given.only.split(","))
    print("\n".join(report.table(given.documents, costs)))
    if given.svg:
        given.svg.write_text(report.plot(given.documents, costs), encoding="utf-8")


if __name__ == "__main__":
    main()
