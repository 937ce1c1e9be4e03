"""Writing the catalogue of a new generation; ``catalogue.py`` reads it."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType

import numpy as np

from .analysis import Analysed
from .languages import keys
from .languages.base import foldings
from .model import Block, Document, Failure
from .terms import NUMBERS

SCHEMA = """
CREATE TABLE document (
    number INTEGER PRIMARY KEY, id TEXT UNIQUE, path TEXT UNIQUE, size INTEGER, sha256 TEXT,
    media_type TEXT, title TEXT, language TEXT, languages TEXT, kind TEXT,
    date TEXT, date_source TEXT, date_key INTEGER, pages INTEGER, url TEXT, warnings TEXT,
    words BLOB, bounds BLOB);
CREATE TABLE passage (
    document INTEGER, number INTEGER, page INTEGER, language TEXT, heading TEXT, blocks TEXT,
    starts BLOB, ends BLOB, PRIMARY KEY (document, number)) WITHOUT ROWID;
CREATE TABLE word (
    number INTEGER PRIMARY KEY, text TEXT, language TEXT, documents INTEGER, occurrences INTEGER);
CREATE INDEX word_text ON word (text);
CREATE TABLE key (field TEXT, key TEXT, word INTEGER, PRIMARY KEY (field, key, word)) WITHOUT ROWID;
CREATE TABLE folding (folded TEXT, word TEXT, PRIMARY KEY (folded, word)) WITHOUT ROWID;
CREATE TABLE failure (path TEXT, code TEXT, reason TEXT, sha256 TEXT);
"""


class Writer:
    """A catalogue under construction; complete once ``finish`` has been called."""

    def __init__(self, file: Path) -> None:
        self._database = sqlite3.connect(file)
        self._database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + SCHEMA)
        self._numbers: dict[tuple[str, str], int] = {}
        self._documents: Counter[int] = Counter()
        self._occurrences: Counter[int] = Counter()
        self.added = 0

    def __enter__(self) -> Writer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()

    def add(self, document: Document, passages: Sequence[Analysed]) -> None:
        """Keep the document, its passages and the number of every word, in reading order."""
        self.added += 1
        numbers = [self._number(word.text, part.passage.language) for part in passages for word in part.words]
        bounds = np.cumsum([0, *(len(part.words) for part in passages)])
        self._occurrences.update(numbers)
        self._documents.update(set(numbers))
        self._database.execute(
            f"INSERT INTO document VALUES ({','.join('?' * 18)})",  # noqa: S608 - question marks only
            (self.added, *_row(document), _blob(numbers), _blob(bounds)),
        )
        self._database.executemany(
            "INSERT INTO passage VALUES (?,?,?,?,?,?,?,?)",
            (_passage_row(self.added, part) for part in passages),
        )

    def fail(self, failure: Failure) -> None:
        """Keep the reason why a file is not in the library."""
        row = (failure.path, failure.code, failure.reason, failure.sha256)
        self._database.execute("INSERT INTO failure VALUES (?,?,?,?)", row)

    def finish(self) -> None:
        """Write the vocabulary and commit. Nothing can be added afterwards."""
        words = self._numbers.items()
        self._database.executemany(
            "INSERT INTO word VALUES (?,?,?,?,?)",
            (
                (number, text, language, self._documents[number], self._occurrences[number])
                for (text, language), number in words
            ),
        )
        self._database.executemany("INSERT OR IGNORE INTO key VALUES (?,?,?)", _key_rows(words))
        self._database.executemany(
            "INSERT OR IGNORE INTO folding VALUES (?,?)",
            ((folded, text) for (text, _), _ in words for folded in foldings(text) if folded != text),
        )
        self._database.commit()

    def _number(self, text: str, language: str) -> int:
        return self._numbers.setdefault((text, language), len(self._numbers) + 1)


def _blob(values: Iterable[int]) -> bytes:
    return np.fromiter(values, dtype=NUMBERS).tobytes()


def _row(document: Document) -> tuple[object, ...]:
    source, published = document.source, document.published
    return (
        document.id,
        source.path.as_posix(),
        source.size,
        source.sha256,
        document.media_type,
        document.title,
        document.language,
        json.dumps(document.languages),
        document.kind,
        published.value if published else None,
        published.source if published else None,
        published.sort_key if published else 0,
        document.pages,
        document.url,
        json.dumps(document.warnings, ensure_ascii=False),
    )


def _passage_row(document: int, part: Analysed) -> tuple[object, ...]:
    passage = part.passage
    return (
        document,
        passage.number,
        passage.page,
        passage.language,
        passage.heading,
        json.dumps([_block_row(block) for block in passage.blocks], ensure_ascii=False),
        _blob(word.start for word in part.words),
        _blob(word.end for word in part.words),
    )


def _block_row(block: Block) -> tuple[str, str, int]:
    return (block.kind, block.text, block.level)


def _key_rows(words: Iterable[tuple[tuple[str, str], int]]) -> Iterator[tuple[str, str, int]]:
    """Yield each key with the number of the word that has it."""
    for (text, language), number in words:
        found = keys(text, language)
        for field, tagged in (("lemma", found.lemmas), ("stem", found.stems), ("parts", found.parts)):
            yield from ((field, key, number) for key in tagged)
