"""The entries of all dictionaries in one small SQLite file, made at build and asked by the search."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path

from .alternatives import Alternative
from .entries import PIVOT, Entry

_TABLE = """
    CREATE TABLE translation (
        number INTEGER PRIMARY KEY, language TEXT, word TEXT, target TEXT, backwards INTEGER, text TEXT,
        source TEXT
    )
"""
_INDEX = "CREATE INDEX by_word ON translation (language, word, target)"
_PUT = "INSERT INTO translation (language, word, target, backwards, text, source) VALUES (?, ?, ?, ?, ?, ?)"
_ASK = """
    SELECT text, source FROM translation WHERE language = ? AND word = ? AND target = ?
    ORDER BY backwards, number LIMIT ?
"""

MOST_WAYS = 4
"""English words through which a word reaches its translation; the first are the usual meanings."""

MOST_TEXTS = 8
"""Translations asked for of one word."""


def write(entries: Iterable[Entry], path: Path) -> int:
    """Write the entries into a new file and return their number. Raises ``sqlite3.Error``, ``OSError``.

    Every entry is also written backwards: Danish has a dictionary into English of five thousand words,
    and one of four hundred back.
    """
    count = 0
    with sqlite3.connect(path, isolation_level="DEFERRED") as base:
        base.execute(_TABLE)
        for entry in entries:
            count += 1
            base.executemany(_PUT, _rows(entry))
        base.execute(_INDEX)
    base.close()
    return count


def _rows(entry: Entry) -> Iterator[tuple[str, str, str, int, str, str]]:
    one, other = entry.pair
    for text in entry.texts:
        yield one, entry.word.casefold(), other, 0, text, entry.source
        yield other, text.casefold(), one, 1, entry.word, entry.source


class Wordbook:
    """The dictionaries of one generation. Many threads may ask at once."""

    def __init__(self, path: Path) -> None:
        """Open what ``write`` wrote. Raises ``sqlite3.Error`` at the first question where it did not."""
        self._path = path
        self._local = threading.local()

    def translations(self, forms: Sequence[str], language: str, target: str) -> Iterator[Alternative]:
        """Yield what dictionaries call a word in another language, direct ones before those through English.

        ``forms`` are the word as typed and its dictionary forms, without accents lost, in lower case.
        """
        yield from self._direct(forms, language, target)
        if PIVOT in (language, target):
            return
        ways = islice(self._direct(forms, language, PIVOT), MOST_WAYS)
        for way in list(ways):
            for found in self._direct((way.text.casefold(),), PIVOT, target):
                yield Alternative(found.text, target, "pivot", f"{way.source}, {found.source}")

    def _direct(self, forms: Sequence[str], language: str, target: str) -> Iterator[Alternative]:
        for form in dict.fromkeys(forms):
            for text, source in self._base().execute(_ASK, (language, form, target, MOST_TEXTS)):
                yield Alternative(text, target, "dictionary", source)

    def _base(self) -> sqlite3.Connection:
        """Return this thread's connection."""
        if not hasattr(self._local, "base"):
            self._local.base = sqlite3.connect(
                f"{self._path.absolute().as_uri()}?mode=ro&immutable=1", uri=True
            )
        base: sqlite3.Connection = self._local.base
        return base
