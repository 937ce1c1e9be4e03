"""What a generation was made with: where it differs, another one would be made of the same files."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

from . import describe, extract
from .extract.isolate import Limits
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

ENGINES = ("whoosh", "tantivy")
"""Packages that change how an index is kept, and nothing of what is read."""


def versions(settings: Settings, limits: Limits) -> Mapping[str, str]:
    """Return everything but the files themselves that shapes a generation, by its name."""
    own = {"reading": f"{extract.VERSION}.{describe.VERSION}", "limits": repr(replace(limits, workers=1))}
    own |= {"corpus": str(settings.corpus.absolute()), GLOSSARY: _hash(settings.glossary)}
    return own | {name: version(name) for name in (*SHAPING, settings.engine)}


def reading(versions: Mapping[str, str]) -> Mapping[str, str]:
    """Return the versions without those that leave the reading of a file as it is."""
    return {name: value for name, value in versions.items() if name not in (GLOSSARY, *ENGINES)}


def _hash(file: Path) -> str:
    """Return the SHA-256 of a file; nothing where there is none."""
    try:
        return hashlib.sha256(file.read_bytes()).hexdigest()
    except OSError:
        return ""
