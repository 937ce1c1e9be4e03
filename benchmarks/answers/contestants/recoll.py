"""Recoll end to end: ``recollindex`` over the files, one ``recollq`` for each question, with abstracts."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from benchmarks.answers.asked import Asked

NAME = "Recoll"


def build(texts: Path, target: Path) -> None:
    """Let ``recollindex`` index the folder."""
    _program("recollindex")
    (target / "recoll.conf").write_text(
        f"topdirs = {texts}\nindexstemminglanguages = danish english\nidxflushmb = 64\n"
    )
    subprocess.run(["recollindex", "-c", str(target)], check=True, capture_output=True, env=_environment())


def open_index(target: Path) -> Callable[[Asked], int]:
    """Return what starts ``recollq`` once for each question: so its command line is used."""
    _program("recollq")

    def ask(asked: Asked) -> int:
        text = f"{asked.text} dir:{asked.language}" if asked.language else asked.text
        command = ["recollq", "-c", str(target), "-n", "10", "-A", text]
        done = subprocess.run(command, capture_output=True, text=True, env=_environment())
        found = re.search(r"^(\d+) results", done.stdout, re.MULTILINE)
        return int(found[1]) if found else 0

    return ask


def _program(name: str) -> None:
    if not shutil.which(name):
        raise FileNotFoundError(name)


def _environment() -> dict[str, str]:
    return os.environ | {"LC_ALL": "C.UTF-8"}
