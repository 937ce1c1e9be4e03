"""The entries of all dictionaries in one small SQLite file, made at build and asked by the search."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import islice, zip_longest
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
    """Write the entries into a new file and return its ``size``. Raises ``sqlite3.Error``, ``OSError``.

    Every entry is also written backwards: Danish has a dictionary into English of five thousand words,
    and one of four hundred back.
    """
    count = 0
    with closing(sqlite3.connect(path)) as base, base:
        base.execute(_TABLE)
        for entry in entries:
            rows = list(_rows(entry))
            count += len(rows)
            base.executemany(_PUT, rows)
        base.execute(_INDEX)
    return count


def size(path: Path) -> int:
    """Return the number of translations, both ways. Raises ``sqlite3.Error``."""
    with closing(sqlite3.connect(path)) as base:
        (count,) = base.execute("SELECT count(*) FROM translation").fetchone()
    return int(count)


def _rows(entry: Entry) -> Iterator[tuple[str, str, str, int, str, str]]:
    one, other = entry.pair
    for text in entry.texts:
        yield one, entry.word.casefold(), other, 0, text, entry.source
        yield other, text.casefold(), one, 1, entry.word, entry.source


class Wordbook:
    """The dictionaries of one generation. Many threads may ask at once."""

    def __init__(self, path: Path) -> None:
        """Open what ``write`` wrote. Raises ``sqlite3.Error`` at the first question where it did not."""
        self._address = f"{path.absolute().as_uri()}?mode=ro&immutable=1"
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._lock = threading.Lock()

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._lock:
            for connection in self._connections:
                connection.close()
            self._connections.clear()

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
        """Yield what each form is called in turn: *tage* is to take, and roofs."""
        asked = [
            self._base().execute(_ASK, (language, form, target, MOST_TEXTS)) for form in dict.fromkeys(forms)
        ]
        for turn in zip_longest(*asked):
            yield from (Alternative(found[0], target, "dictionary", found[1]) for found in turn if found)

    def _base(self) -> sqlite3.Connection:
        """Return this thread's connection."""
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None:
            found = sqlite3.connect(self._address, uri=True, check_same_thread=False)
            self._local.connection = found
            with self._lock:
                self._connections.append(found)
        return found
