"""What a generation was made with: where it differs, another one would be made of the same files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from . import describe, extract, languages
from .extract.isolate import Limits
from .knowledge import rules
from .languages import LANGUAGES
from .settings import Settings

SHAPING = (
    "pypdfium2",
    "pdfminer.six",
    "trafilatura",
    "lxml",
    "markdown-it-py",
    "python-pptx",
    "openpyxl",
    "langdetect",
    "simplemma",
    "morfeusz2",
    "PyStemmer",
)
"""Packages whose version changes what is read from a file or how a word is analysed."""


GLOSSARY = "glossary"
"""The name of the glossary among the versions: another one makes another index of the same reading."""

DICTIONARIES = "dictionaries"
"""The name of the dictionaries among the versions; they too leave the reading as it is."""

RULES = "rules"
"""The name of the rules that read claims among the versions; other rules read the same passages."""

ENGINES = ("whoosh", "tantivy")
"""Packages that change how an index is kept, and nothing of what is read."""


def versions(settings: Settings, limits: Limits) -> Mapping[str, str]:
    """Return everything but the files themselves that shapes a generation, by its name."""
    own = {
        "reading": f"{extract.VERSION}.{describe.VERSION}.{languages.VERSION}",
        "limits": repr(replace(limits, workers=1)),
    }
    own |= {"corpus": str(settings.corpus.absolute()), GLOSSARY: _hash(settings.glossary)}
    own |= {DICTIONARIES: _hash_of_folders(settings.dictionaries), RULES: rules.version()}
    return own | {name: version(name) for name in (*SHAPING, settings.engine)}


def reading(versions: Mapping[str, str]) -> Mapping[str, str]:
    """Return the versions without those that leave the reading of a file as it is."""
    others = (GLOSSARY, DICTIONARIES, RULES, *ENGINES)
    return {name: value for name, value in versions.items() if name not in others}


def _hash(file: Path) -> str:
    """Return the SHA-256 of a file; nothing where there is none."""
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""


def _hash_of_folders(folders: Iterable[str]) -> str:
    """Return the SHA-256 of the files in the folders with their names; nothing where there are none."""
    files = [path for folder in folders if Path(folder).is_dir() for path in sorted(Path(folder).iterdir())]
    hashes = [f"{path} {_hash(path)}" for path in files if path.is_file()]
    return hashlib.sha256("\n".join([*LANGUAGES, *hashes]).encode()).hexdigest() if hashes else ""
