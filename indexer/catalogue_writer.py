"""Writing the catalogue of a new generation; ``catalogue.py`` reads it."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType

import numpy as np

from .analysis import Analysed
from .languages import keys, language
from .languages.base import foldings
from .model import Block, Document, Fact, Failure
from .repeats import Repeats, called
from .terms import NUMBERS
from .thesaurus import skeleton

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


class Writer:
    """A catalogue under construction; complete once ``finish`` has been called."""

    def __init__(self, file: Path) -> None:
        self._database = sqlite3.connect(file)
        self._database.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + SCHEMA)
        self._numbers: dict[tuple[str, str], int] = {}
        self._documents: Counter[int] = Counter()
        self._occurrences: Counter[int] = Counter()
        self._repeats = Repeats()
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
        self._repeats.add(passages, document.titles)
        row = (self.added, *_row(document), _blob(numbers), _blob(bounds), b"")
        self._database.execute(f"INSERT INTO document VALUES ({','.join('?' * len(row))})", row)  # noqa: S608
        self._database.executemany(
            "INSERT INTO passage VALUES (?,?,?,?,?,?,?,?,?,?)",
            (_passage_row(self.added, part) for part in passages),
        )

    def fail(self, failure: Failure) -> None:
        """Keep the reason why a file is not in the library."""
        row = (failure.path, failure.code, failure.reason, failure.sha256)
        self._database.execute("INSERT INTO failure VALUES (?,?,?,?)", row)

    def finish(self) -> None:
        """Write the vocabulary and what documents repeat, and commit. Nothing can be added afterwards."""
        self._mark_repeats()
        self._settle_titles()
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

    def _mark_repeats(self) -> None:
        blocks: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
        ranges: defaultdict[int, list[int]] = defaultdict(list)
        for repeat in sorted(self._repeats.blocks(), key=lambda repeat: (repeat.document, repeat.first)):
            blocks[repeat.document, repeat.passage].append(repeat.block)
            ranges[repeat.document] += (repeat.first, repeat.last)
        self._database.executemany(
            "UPDATE passage SET repeated = ? WHERE document = ? AND number = ?",
            ((json.dumps(places), *passage) for passage, places in blocks.items()),
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
            told = json.dumps(json.loads(sources) | {"title": title.source}, ensure_ascii=False)
            self._database.execute(
                "UPDATE document SET title = ?, sources = ? WHERE number = ?", (title.value, told, document)
            )

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
        document.titles[0].value if document.titles else document.title,
        document.language,
        json.dumps(document.languages),
        document.kind,
        published.value if published else None,
        published.source if published else None,
        published.sort_key if published else 0,
        document.pages,
        document.url,
        json.dumps(document.warnings, ensure_ascii=False),
        document.author,
        json.dumps([(title.value, title.source) for title in document.titles], ensure_ascii=False),
        json.dumps(dict(document.sources), ensure_ascii=False),
        source.sidecar,
        document.unread,
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
        passage.method,
        "[]",
        _blob(word.start for word in part.words),
        _blob(word.end for word in part.words),
    )


def _block_row(block: Block) -> tuple[str, str, int]:
    return (block.kind, block.text, block.level)


def _key_rows(words: Iterable[tuple[tuple[str, str], int]]) -> Iterator[tuple[str, str, int]]:
    """Yield each key with the number of the word that has it."""
    for (text, code), number in words:
        found = keys(text, code)
        for field, tagged in (("lemma", found.lemmas), ("stem", found.stems), ("parts", found.parts)):
            yield from ((field, key, number) for key in tagged)
        yield from (("cognate", bones, number) for bones in _skeletons(found.lemmas, code))


def _skeletons(lemmas: Iterable[str], code: str) -> Iterator[str]:
    """Yield the skeletons of dictionary forms that the language knows: neither names nor foreign words."""
    forms = (lemma.partition(":")[2] for lemma in lemmas)
    return (bones for form in forms if (bones := skeleton(form)) and language(code).knows(form))
