"""What a build costs after a small change, and the first answer after it.

    python -m benchmarks.changes                                        # 1,000 documents, some minutes
    python -m benchmarks.changes --documents 10000 --keep FOLDER --engine tantivy

Each line is one command in a process of its own, with all that it loads: CPU seconds and seconds on the
clock. The library is that of ``benchmarks.answers``; ``--keep`` keeps it and its index for the next run.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from .answers import library
from .answers.measured import cpu

ROOT = Path(__file__).parents[1]
NOTE = "Et nyt notat om renovering\n\nKommunen har renoveret skolen i Kwidzyn og sat en pumpe op.\n"


def nothing(texts: Path) -> None:
    """Leave the library as it is."""


def add(texts: Path) -> None:
    """Add a short document."""
    (texts / f"note-{time.time_ns()}.txt").write_text(NOTE, encoding="utf-8")


def delete(texts: Path) -> None:
    """Remove the first document."""
    min(texts.rglob("*.txt")).unlink()


CHANGES: Mapping[str, Callable[[Path], None]] = {
    "built": nothing,
    "nothing changed": nothing,
    "one document added": add,
    "nothing changed since": nothing,
    "one document deleted": delete,
}


def spent(*words: str) -> str:
    """Return what a command of ``interloc`` costs."""
    before, started = cpu(), time.perf_counter()
    command = [sys.executable, "-m", "search_ui.cli", *words]
    subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    return f"{cpu() - before:7.2f} CPU s {time.perf_counter() - started:7.2f} s"


def main() -> None:
    """Measure, and print a line for each change."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.changes", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--documents", type=int, default=1_000)
    parser.add_argument("--keep", type=Path, help="folder for library and index")
    parser.add_argument("--engine", default="whoosh")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as aside:
        folder = (given.keep or Path(aside)).absolute() / f"changes-{given.documents}"
        texts, index = folder / "texts", str(folder / given.engine)
        if not texts.exists():
            library.write(texts, given.documents)
        for name, change in CHANGES.items():
            change(texts)
            places = ("--corpus", str(texts), "--index", index, "--engine", given.engine)
            print(f"{name:32}{spent('build', *places, '--if-changed')}", flush=True)
        print(f"{'first answer of a process':32}{spent('search', '--index', index, 'renovering af skolen')}")


if __name__ == "__main__":
    main()
