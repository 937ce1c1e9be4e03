"""Reading the catalogue of a generation: documents, passages, term arrays, vocabulary, failures.

One SQLite file, the same for every engine, opened read-only. Each thread has a connection of its own.
"""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import TypeVar

from .catalogue_claims import Claims
from .catalogue_rows import (
    DOCUMENT_COLUMNS,
    QUOTABLE_COLUMNS,
    as_array,
    as_document,
    as_number,
    as_quotable,
)
from .errors import DamagedGeneration
from .knowledge.labels import LABELS as KNOWN_LABELS
from .model import Document, Failure, Passage
from .terms import Quotable, State, Terms, VocabularyWord

_Value = TypeVar("_Value")

REMEMBERED = 4_096
"""Look-ups of words whose answers are kept, 2 MB: one question asks for a word up to six times."""


class Catalogue:
    """One generation's catalogue. Raises ``DamagedGeneration`` where the file is not what it should be."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        self._words = lru_cache(REMEMBERED)(self._words_of)

    def close(self) -> None:
        """Close the connections of all threads."""
        with self._lock:
            for connection in self._connections:
                connection.close()
            self._connections.clear()

    def _ask(self, question: str, values: Sequence[object] = ()) -> list[tuple[object, ...]]:
        try:
            return self._connection().execute(question, tuple(values)).fetchall()
        except sqlite3.Error as error:
            raise DamagedGeneration(self._file.parent, f"{self._file.name}: {error}") from error

    def _connection(self) -> sqlite3.Connection:
        found: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if found is None:
            address = self._file.absolute().as_uri() + "?mode=ro&immutable=1"
            found = sqlite3.connect(address, uri=True, check_same_thread=False)
            self._local.connection = found
            with self._lock:
                self._connections.append(found)
        return found

    # documents

    def count(self) -> int:
        """Return the number of documents."""
        return as_number(self._ask("SELECT count(*) FROM document")[0][0])

    def documents(self, ids: Sequence[str]) -> dict[str, Document]:
        """Return the documents that have these ids."""
        return {document.id: document for document in map(as_document, self._rows_of(DOCUMENT_COLUMNS, ids))}

    def in_language(self, ids: Sequence[str], code: str) -> frozenset[str]:
        """Return which of these documents have that main language."""
        return frozenset(str(id) for id, own in self._rows_of("id, language", ids) if own == code)

    def all_documents(self) -> Iterator[Document]:
        """Yield every document, in the order of their paths."""
        yield from map(as_document, self._ask(f"SELECT {DOCUMENT_COLUMNS} FROM document ORDER BY path"))  # noqa: S608

    def states(self) -> dict[str, State]:
        """Return what the build saw of the file of every document, by path, in the order of the paths."""
        rows = self._ask("SELECT path, sha256, sidecar, unread FROM document ORDER BY path")
        return {str(path): State(*map(str, hashes)) for path, *hashes in rows}

    def paths(self) -> frozenset[str]:
        """Return the paths of all documents and failures."""
        rows = self._ask("SELECT path FROM document UNION SELECT path FROM failure")
        return frozenset(str(path) for (path,) in rows)

    def document_at(self, path: str) -> Document | None:
        """Return the document made from the file at this path of the corpus."""
        rows = self._ask(f"SELECT {DOCUMENT_COLUMNS} FROM document WHERE path = ?", [path])  # noqa: S608
        return as_document(rows[0]) if rows else None

    def failures(self) -> tuple[Failure, ...]:
        """Return why some files are not in the library, in the order of their paths."""
        rows = self._ask("SELECT path, code, reason, sha256 FROM failure ORDER BY path")
        return tuple(Failure(*map(str, row)) for row in rows)

    def warnings(self) -> tuple[tuple[str, str], ...]:
        """Return each warning behind the path of its document, in the order of the paths."""
        rows = self._ask(
            "SELECT document.path, warning.value FROM document, json_each(document.warnings) AS warning"
            " ORDER BY document.path, warning.key"
        )
        return tuple((str(path), str(warning)) for path, warning in rows)

    def numbers_of(self, label: str) -> dict[str, int]:
        """Return how many documents have each value of a label."""
        if label in KNOWN_LABELS:
            return self.claims.numbers_of(label)
        question = {
            "language": "SELECT value, count(*) FROM document, json_each(languages) GROUP BY value",
            "kind": "SELECT kind, count(*) FROM document GROUP BY kind",
            "year": "SELECT substr(date, 1, 4), count(*) FROM document WHERE date IS NOT NULL GROUP BY 1",
        }[label]
        return {str(value): as_number(count) for value, count in self._ask(question + " ORDER BY 2 DESC, 1")}

    def shelves(self) -> tuple[tuple[str, int, int, int], ...]:
        """Return by main language how many documents, pages and documents with warnings there are."""
        rows = self._ask(
            "SELECT language, count(*), sum(pages), sum(warnings <> '[]') FROM document"
            " GROUP BY language ORDER BY 2 DESC, 1"
        )
        return tuple(
            (str(code), as_number(all), as_number(pages), as_number(odd)) for code, all, pages, odd in rows
        )

    @cached_property
    def claims(self) -> Claims:
        """What the documents state."""
        return Claims(self._ask)

    # passages and term arrays

    def passages(self, id: str) -> tuple[Passage, ...]:
        """Return the document's passages in reading order."""
        return tuple(quotable.passage for quotable in self.all_quotables(id))

    def quotables(self, wanted: Mapping[str, Iterable[int]]) -> dict[str, dict[int, Quotable]]:
        """Return passages of documents by their numbers."""
        pairs = [(id, number) for id, numbers in wanted.items() for number in sorted(set(numbers))]
        found: dict[str, dict[int, Quotable]] = {id: {} for id in wanted}
        for some in _portions(pairs, size=_PORTION // 2):
            rows = self._ask(
                f"WITH wanted (id, number) AS (VALUES {','.join(['(?, ?)'] * len(some))})"  # noqa: S608
                f" SELECT w.id, {QUOTABLE_COLUMNS} FROM wanted w CROSS JOIN document d ON d.id = w.id"
                " CROSS JOIN passage p ON p.document = d.number AND p.number = w.number",
                [value for pair in some for value in pair],
            )
            for id, *row in rows:
                quotable = as_quotable(row)
                found[str(id)][quotable.passage.number] = quotable
        return found

    def all_quotables(self, id: str) -> tuple[Quotable, ...]:
        """Return the document's passages in reading order, each with the places of its words."""
        rows = self._ask(
            f"SELECT {QUOTABLE_COLUMNS} FROM passage p JOIN document d ON d.number = p.document"  # noqa: S608
            " WHERE d.id = ? ORDER BY p.number",
            [id],
        )
        return tuple(map(as_quotable, rows))

    def terms(self, ids: Sequence[str]) -> dict[str, Terms]:
        """Return the term arrays of these documents."""
        rows = self._rows_of("id, words, bounds, repeated", ids)
        return {str(id): Terms(*map(as_array, arrays)) for id, *arrays in rows}

    def _rows_of(self, columns: str, ids: Sequence[str]) -> Iterator[tuple[object, ...]]:
        for some in _portions(ids):
            yield from self._ask(f"SELECT {columns} FROM document WHERE id IN ({_marks(some)})", some)  # noqa: S608

    # vocabulary

    def written(self, text: str) -> tuple[VocabularyWord, ...]:
        """Return the word as each language of the library writes it; nothing if it does not occur."""
        return self._words("text = ?", text)

    def beginning(self, text: str, limit: int) -> tuple[VocabularyWord, ...]:
        """Return at most ``limit`` words that begin so, those in most documents first."""
        behind = text + "\U0010ffff"
        return self._words(
            "text >= ? AND text < ? ORDER BY documents DESC, number LIMIT ?", text, behind, limit
        )

    def having(self, field: str, keys: Sequence[str]) -> tuple[VocabularyWord, ...]:
        """Return the words that have one of the keys: ``lemma``, ``stem``, ``parts`` or ``cognate``."""
        condition = f"number IN (SELECT word FROM key WHERE field = ? AND key IN ({_marks(keys)}))"  # noqa: S608
        return self._words(condition, field, *keys)

    def numbered(self, numbers: Sequence[int]) -> tuple[VocabularyWord, ...]:
        """Return the words that have these numbers."""
        portions = _portions(numbers)
        return tuple(
            word for some in portions for word in self._words_of(f"number IN ({_marks(some)})", *some)
        )

    def unfolded(self, text: str) -> tuple[str, ...]:
        """Return the library's words that a foreign keyboard may write so."""
        rows = self._ask("SELECT word FROM folding WHERE folded = ? ORDER BY word", [text])
        return tuple(str(word) for (word,) in rows)

    def vocabulary(self) -> Mapping[str, int]:
        """Return every word of the library with the number of its documents, all languages added up."""
        rows = self._ask("SELECT text, sum(documents) FROM word GROUP BY text")
        return {str(text): as_number(documents) for text, documents in rows}

    def stems(self) -> Mapping[str, Mapping[str, int]]:
        """Return by language every stem of the library's words, with the documents of all its words."""
        found: dict[str, dict[str, int]] = {}
        rows = self._ask(
            "SELECT key, sum(documents) FROM key JOIN word ON number = word WHERE field = 'stem' GROUP BY key"
        )
        for key, documents in rows:
            code, _, stem = str(key).partition(":")
            found.setdefault(code, {})[stem] = as_number(documents)
        return found

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """The languages of the library's passages."""
        return tuple(str(code) for (code,) in self._ask("SELECT DISTINCT language FROM word ORDER BY 1"))

    def _words_of(self, condition: str, *values: object) -> tuple[VocabularyWord, ...]:
        rows = self._ask(f"SELECT number, text, language, documents FROM word WHERE {condition}", values)  # noqa: S608
        return tuple(
            VocabularyWord(as_number(number), str(text), str(language), as_number(documents))
            for number, text, language, documents in rows
        )


_PORTION = 500
"""Values asked for at once; SQLite takes 999 in its oldest builds."""


def _portions(values: Sequence[_Value], *, size: int = _PORTION) -> Iterator[Sequence[_Value]]:
    for start in range(0, len(values), size):
        yield values[start : start + size]


def _marks(values: Sequence[object]) -> str:
    return ",".join("?" * len(values))
