"""Writing the catalogue of a new generation; ``catalogue.py`` reads it."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType

import numpy as np

from . import catalogue_claim_rows, catalogue_keys
from .analysis import Analysed
from .knowledge.claims import Claim
from .languages import keys, language
from .languages.base import foldings
from .model import Document, Fact, Failure
from .repeats import Repeats, called
from .terms import NUMBERS
from .thesaurus import skeleton
from .vocabulary import Numbered, Vocabulary

SCHEMA = """
CREATE TABLE document (
    number INTEGER PRIMARY KEY, id TEXT UNIQUE, path TEXT UNIQUE, size INTEGER, sha256 TEXT,
    media_type TEXT, title TEXT, language TEXT, languages TEXT, kind TEXT,
    date TEXT, date_source TEXT, date_key INTEGER, pages INTEGER, url TEXT, warnings TEXT,
    author TEXT, titles TEXT, sources TEXT, sidecar TEXT, unread TEXT,
    words BLOB, bounds BLOB, repeated BLOB);
CREATE TABLE passage (
    document INTEGER, number INTEGER, page INTEGER, language TEXT, heading TEXT, blocks TEXT,
    method TEXT, repeated TEXT, starts BLOB, ends BLOB, PRIMARY KEY (document, number)) WITHOUT ROWID;
CREATE TABLE word (
    number INTEGER PRIMARY KEY, text TEXT, language TEXT, documents INTEGER, occurrences INTEGER);
CREATE INDEX word_text ON word (text);
CREATE TABLE key (field TEXT, key TEXT, word INTEGER, PRIMARY KEY (field, key, word)) WITHOUT ROWID;
CREATE TABLE folding (folded TEXT, word TEXT, PRIMARY KEY (folded, word)) WITHOUT ROWID;
CREATE TABLE failure (path TEXT, code TEXT, reason TEXT, sha256 TEXT);
"""

_json = json.JSONEncoder(ensure_ascii=False).encode
"""One encoder for all rows: making one costs more than a short row."""


class Writer:
    """A catalogue under construction; complete once ``finish`` has been called."""

    def __init__(self, file: Path, *, known: Path | None = None) -> None:
        """``known`` is a catalogue whose words have the keys that they would get now."""
        self._database = sqlite3.connect(file.absolute().as_uri(), uri=True)
        self._known = known
        self._database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + SCHEMA)
        self._database.executescript(catalogue_claim_rows.SCHEMA)
        self._vocabulary = Vocabulary()
        self._repeats = Repeats()
        self.added = 0

    def __enter__(self) -> Writer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._database.close()

    def add(self, document: Document, analysed: Analysed, claims: Sequence[Claim] = ()) -> None:
        """Keep the document, its passages, the number of every word in reading order, and its claims."""
        self.added += 1
        numbers = self._vocabulary.numbers(analysed)
        self._repeats.add(analysed, document.titles)
        row = (self.added, *_row(document), numbers.tobytes(), _blob(analysed.bounds), b"")
        self._database.execute(f"INSERT INTO document VALUES ({','.join('?' * len(row))})", row)  # noqa: S608
        self._database.executemany(
            "INSERT INTO passage VALUES (?,?,?,?,?,?,?,?,?,?)", _passage_rows(self.added, analysed)
        )
        catalogue_claim_rows.write(self._database, self.added, claims)

    def fail(self, failure: Failure) -> None:
        """Keep the reason why a file is not in the library."""
        row = (failure.path, failure.code, failure.reason, failure.sha256)
        self._database.execute("INSERT INTO failure VALUES (?,?,?,?)", row)

    def finish(self) -> None:
        """Write the vocabulary and what documents repeat, and commit. Nothing can be added afterwards."""
        self._mark_repeats()
        self._settle_titles()
        catalogue_claim_rows.finish(self._database)
        self._database.executemany("INSERT INTO word VALUES (?,?,?,?,?)", self._vocabulary.rows())
        self._database.commit()
        copied = catalogue_keys.copy(self._database, self._known) if self._known else frozenset[int]()
        for portion in self._vocabulary.portions():
            words = [word for word in portion if word[0] not in copied]
            self._database.executemany("INSERT OR IGNORE INTO key VALUES (?,?,?)", sorted(_key_rows(words)))
            self._database.executemany("INSERT OR IGNORE INTO folding VALUES (?,?)", sorted(_foldings(words)))
        self._database.commit()

    def _mark_repeats(self) -> None:
        blocks: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        ranges: defaultdict[int, list[int]] = defaultdict(list)
        for repeat in sorted(self._repeats.blocks(), key=lambda repeat: (repeat.document, repeat.first)):
            blocks[repeat.document, repeat.passage].append(repeat.block)
            ranges[repeat.document] += (repeat.first, repeat.last)
        self._database.executemany(
            "UPDATE passage SET repeated = ? WHERE document = ? AND number = ?",
            ((_json(places), *passage) for passage, places in blocks.items()),
        )
        self._database.executemany(
            "UPDATE document SET repeated = ? WHERE number = ?",
            ((_blob(places), document) for document, places in ranges.items()),
        )

    def _settle_titles(self) -> None:
        """Give a document that shares its title with others the next one that is its own."""
        for document, repeated in self._repeats.titles().items():
            question = "SELECT titles, sources FROM document WHERE number = ?"
            (titles, sources) = self._database.execute(question, [document]).fetchone()
            title = called([Fact(*title) for title in json.loads(titles)], repeated)
            told = _json(json.loads(sources) | {"title": title.source})
            self._database.execute(
                "UPDATE document SET title = ?, sources = ? WHERE number = ?", (title.value, told, document)
            )


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
        document.titles[0].value if document.titles else document.title,
        document.language,
        _json(document.languages),
        document.kind,
        published.value if published else None,
        published.source if published else None,
        published.sort_key if published else 0,
        document.pages,
        document.url,
        _json(document.warnings),
        document.author,
        _json([(title.value, title.source) for title in document.titles]),
        _json(dict(document.sources)),
        source.sidecar,
        document.unread,
    )


def _passage_rows(document: int, analysed: Analysed) -> Iterator[tuple[object, ...]]:
    bounds = analysed.bounds.tolist()
    for passage, first, last in zip(analysed.passages, bounds, bounds[1:], strict=False):
        yield (
            document,
            passage.number,
            passage.page,
            passage.language,
            passage.heading,
            _json([(block.kind, block.text, block.level) for block in passage.blocks]),
            passage.method,
            "[]",
            analysed.starts[first:last].tobytes(),
            analysed.ends[first:last].tobytes(),
        )


def _key_rows(words: Iterable[Numbered]) -> Iterator[tuple[str, str, int]]:
    """Yield each key with the number of the word that has it."""
    for number, text, code in words:
        found = keys(text, code)
        for field, tagged in (("lemma", found.lemmas), ("stem", found.stems), ("parts", found.parts)):
            yield from ((field, key, number) for key in tagged)
        yield from (("cognate", bones, number) for bones in _skeletons(found.lemmas, code))


def _skeletons(lemmas: Iterable[str], code: str) -> Iterator[str]:
    """Yield the skeletons of dictionary forms that the language knows: neither names nor foreign words."""
    forms = (lemma.partition(":")[2] for lemma in lemmas)
    return (bones for form in forms if (bones := skeleton(form)) and language(code).knows(form))


def _foldings(words: Iterable[Numbered]) -> Iterator[tuple[str, str]]:
    """Yield each other spelling of a word with the word."""
    for _, text, _ in words:
        yield from ((folded, text) for folded in foldings(text) if folded != text)
