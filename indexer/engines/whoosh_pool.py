"""Postings gathered by term in bounded memory, for ``whoosh_format`` to write in order.

Takes the place of Whoosh's own pool, which keeps a tuple of five objects for every posting.
"""

from __future__ import annotations

import heapq
import struct
from array import array
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

import numpy as np

from indexer.engines.matching import Numbers

NUMBER = "I"
"""Type code of the numbers in rows and of document numbers, 4 bytes."""

_RUN_ITEM = struct.Struct("<HII")
"""Lengths in bytes of field name, term and rows in a temporary run."""

_TERM_COST = 160
"""Bytes of memory that a term takes in the pool besides its rows and its text.

Source: growth of the process by 300,000 terms, CPython 3.11, 64 bits.
"""

_ROW_COST = 24
"""Bytes of memory that a row takes in the pool: 12 while it waits, as much again while it is sorted."""

Item = tuple[str, bytes, bytes]
"""Field, term and rows of two 4-byte numbers: document and position, or document and frequency."""


class PostingPool:
    """Gathers rows per field and gives them back sorted by term; spills to temporary files when full."""

    def __init__(self, storage: Any, *, memory: int) -> None:
        """``memory`` in bytes; ``storage`` is Whoosh's folder for temporary files."""
        self._storage = storage
        self._memory = memory
        self._fields: dict[str, _Field] = {}
        self._runs: list[str] = []

    def add(self, document: int, field: str, terms: Collection[str], *, positional: bool) -> None:
        """Take all terms of a field of the next document, with their positions or their frequencies."""
        if not terms:
            return
        gathered = self._fields.setdefault(field, _Field())
        numbers = np.fromiter(map(gathered.numbers.__getitem__, terms), np.uint32, len(terms))
        if positional:
            gathered.add(numbers, document, np.arange(len(terms), dtype=np.uint32))
        else:
            gathered.add(*_counted(numbers, document))
        if sum(one.memory for one in self._fields.values()) > self._memory:
            self._spill()

    def iter_postings(self) -> Iterator[Item]:
        """Yield the terms in order, each once, with the rows of all runs."""
        runs = [self._read_run(name) for name in self._runs]
        merged = heapq.merge(*runs, self._sorted(), key=lambda item: item[:2])
        last: tuple[str, bytes] | None = None
        rows: list[bytes] = []
        for field, term, some in merged:
            if last is not None and (field, term) != last:
                yield (*last, b"".join(rows))
                rows.clear()
            last = (field, term)
            rows.append(some)
        if last is not None:
            yield (*last, b"".join(rows))

    def cleanup(self) -> None:
        """Forget everything; Whoosh removes the folder of the runs."""
        self._fields.clear()
        self._runs.clear()

    def _sorted(self) -> Iterator[Item]:
        for name, field in sorted(self._fields.items()):
            for term, rows in field.sorted():
                yield name, term, rows

    def _spill(self) -> None:
        name = f"{len(self._runs)}.run"
        with self._storage.create_file(name) as file:
            for field, term, rows in self._sorted():
                label = field.encode()
                file.write(_RUN_ITEM.pack(len(label), len(term), len(rows)) + label + term + rows)
        self._runs.append(name)
        self._fields.clear()

    def _read_run(self, name: str) -> Iterator[Item]:
        with Path(self._storage.folder, name).open("rb") as file:
            while header := file.read(_RUN_ITEM.size):
                field, term, rows = (file.read(length) for length in _RUN_ITEM.unpack(header))
                yield field.decode(), term, rows


def encoded(text: str) -> bytes:
    """Return the term as it stands in the files; half surrogates from broken text survive."""
    return text.encode("utf-8", "surrogatepass")


class _Field:
    """The terms of one field and their rows, in the order in which they came."""

    def __init__(self) -> None:
        self.numbers = _Numbers()
        self._terms, self._documents, self._seconds = array(NUMBER), array(NUMBER), array(NUMBER)

    @property
    def memory(self) -> int:
        """Bytes that the field takes at most."""
        return self.numbers.memory + _ROW_COST * len(self._terms)

    def add(self, terms: Numbers, document: int, seconds: Numbers) -> None:
        """Take rows of one document: the numbers of their terms, and positions or frequencies."""
        self._terms.frombytes(terms.tobytes())
        self._documents.frombytes(np.full(len(terms), document, np.uint32).tobytes())
        self._seconds.frombytes(seconds.tobytes())

    def sorted(self) -> Iterator[tuple[bytes, bytes]]:
        """Yield each term, in order, with its rows in the order in which they came."""
        # Code points are in the order of their bytes in UTF-8, so that texts sort as terms do.
        terms = sorted(self.numbers)
        numbers = np.frombuffer(self._terms, np.uint32)
        counts = np.bincount(numbers, minlength=len(terms))
        order = np.argsort(numbers, kind="stable")
        rows = np.empty((len(order), 2), np.uint32)
        rows[:, 0] = np.frombuffer(self._documents, np.uint32)[order]
        rows[:, 1] = np.frombuffer(self._seconds, np.uint32)[order]
        ends = np.cumsum(counts)
        whole = rows.tobytes()
        for term in terms:
            number = self.numbers[term]
            end = 8 * int(ends[number])
            yield encoded(term), whole[end - 8 * int(counts[number]) : end]


class _Numbers(dict[str, int]):
    """The number of each term; a new one gets the next."""

    memory = 0

    def __missing__(self, term: str) -> int:
        self.memory += _TERM_COST + len(term)
        number = self[term] = len(self)
        return number


def _counted(numbers: Numbers, document: int) -> tuple[Numbers, int, Numbers]:
    """Return each number once, the document, and how often each number stands there."""
    met, times = np.unique(numbers, return_counts=True)
    return met, document, times.astype(np.uint32)
