"""How terms lie in the files of a Whoosh index: a codec of plain number arrays.

Whoosh asks a codec to write its segments. This one sorts postings by term in bounded memory and
lays them out so that a reader maps the files and takes slices: nothing is unpickled, decompressed
or walked posting by posting, and no file position is shared between threads.

    .trm   Whoosh's ordered hash file: field and term -> an entry of ``_ENTRY``
    .doc   the document numbers of all terms, in the order of the terms, 4 bytes each
    .occ   for each term its frequencies, then its positions, as narrow as the largest allows

As the terms are in order, all documents of a prefix are one run of ``.doc``.
"""

from __future__ import annotations

import heapq
import mmap
import struct
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, BinaryIO

import numpy as np
from whoosh.codec.base import FieldWriter  # type: ignore[import-untyped]  # no types
from whoosh.codec.whoosh3 import W3Codec, W3Segment  # type: ignore[import-untyped]  # no types
from whoosh.filedb.filestore import FileStorage  # type: ignore[import-untyped]  # no types
from whoosh.filedb.filetables import OrderedHashReader, OrderedHashWriter  # type: ignore[import-untyped]  # no types
from whoosh.filedb.structfile import StructFile  # type: ignore[import-untyped]  # no types

from indexer.engines.matching import Numbers, Postings

DOCUMENTS_EXT = ".doc"
OCCURRENCES_EXT = ".occ"

_DOCUMENT = "I"
_WIDTHS = {1: "B", 2: "H", 4: "I"}
"""Type codes of unsigned numbers by their bytes, in the byte order of the machine that builds:
Whoosh refuses an index of a machine of the other kind."""

_ENTRY = struct.Struct("<QIQBB")
"""First number in ``.doc``, how many, first byte in ``.occ``, bytes per frequency and per position;
0 bytes per frequency: once in every document; 0 bytes per position: not kept."""

_RUN_ITEM = struct.Struct("<HII")
"""Lengths in bytes of field name, term and rows in a temporary run."""

_TERM_COST = 300
"""Bytes of memory that a term takes in the pool besides its rows and its text.

Source: growth of the process per term, CPython 3.11, 64 bits.
"""

Item = tuple[str, bytes, bytes]
"""Field, term and rows of two 4-byte numbers: document and position, or document and frequency."""


def _field_key(number: int) -> bytes:
    return struct.pack(">H", number)


class PostingPool:
    """Gathers rows per term and gives them back sorted; spills to temporary files when full."""

    def __init__(self, storage: Any, *, memory: int) -> None:
        """``memory`` in bytes; ``storage`` is Whoosh's folder for temporary files."""
        self._storage = storage
        self._memory = memory
        self._used = 0
        self._rows: dict[str, dict[bytes, array[int]]] = {}
        self._runs: list[str] = []

    def add(self, item: tuple[str, bytes, int, float, Iterable[int]]) -> None:
        """Take field, term, document, frequency and positions (none: the frequency is kept)."""
        field, term, document, frequency, positions = item
        terms = self._rows.setdefault(field, {})
        rows = terms.get(term)
        if rows is None:
            rows = terms[term] = array(_DOCUMENT)
            self._used += _TERM_COST + len(term)
        before = len(rows)
        for second in positions or (int(frequency),):
            rows.append(document)
            rows.append(second)
        self._used += (len(rows) - before) * rows.itemsize
        if self._used > self._memory:
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
        self._rows.clear()
        self._runs.clear()

    def _sorted(self) -> Iterator[Item]:
        for field, terms in sorted(self._rows.items()):
            for term in sorted(terms):
                yield field, term, terms[term].tobytes()

    def _spill(self) -> None:
        name = f"{len(self._runs)}.run"
        with self._storage.create_file(name) as file:
            for field, term, rows in self._sorted():
                label = field.encode()
                file.write(_RUN_ITEM.pack(len(label), len(term), len(rows)) + label + term + rows)
        self._runs.append(name)
        self._rows.clear()
        self._used = 0

    def _read_run(self, name: str) -> Iterator[Item]:
        with self._storage.open_file(name) as file:
            while header := file.read(_RUN_ITEM.size):
                field, term, rows = (file.read(length) for length in _RUN_ITEM.unpack(header))
                yield field.decode(), term, rows


class TermsWriter(FieldWriter):  # type: ignore[misc]  # Whoosh has no types
    """Writes the three files of a segment."""

    def __init__(self, storage: Any, segment: Any) -> None:
        self._index = OrderedHashWriter(segment.create_file(storage, W3Codec.TERMS_EXT))
        self._documents = segment.create_file(storage, DOCUMENTS_EXT).raw_file()
        self._occurrences = segment.create_file(storage, OCCURRENCES_EXT).raw_file()
        self.is_closed = False

    def add_postings(self, schema: Any, _lengths: None, items: Iterable[Item]) -> None:
        """Write the terms, which come in order."""
        names = sorted(name for name, field in schema.items() if field.indexed)
        keys = {name: _field_key(number) for number, name in enumerate(names)}
        split = {name: _by_position if schema[name].positional else _by_frequency for name in names}
        self._index.extras["fields"] = keys
        first = start = 0
        for field, term, rows in items:
            documents, occurrences, widths = split[field](array(_DOCUMENT, rows))
            self._documents.write(documents)
            self._occurrences.write(occurrences)
            self._index.add(keys[field] + term, _ENTRY.pack(first, len(documents), start, *widths))
            first += len(documents)
            start += len(occurrences)

    def close(self) -> None:
        """Finish the files."""
        self._index.close()
        self._documents.close()
        self._occurrences.close()
        self.is_closed = True


def _by_frequency(rows: array[int]) -> tuple[array[int], bytes, tuple[int, int]]:
    """Return documents, frequencies as they are kept, and the widths of frequencies and positions."""
    frequencies = rows[1::2]
    width = 0 if max(frequencies) == 1 else _width(frequencies)
    return rows[0::2], _narrow(frequencies, width), (width, 0)


def _by_position(rows: array[int]) -> tuple[array[int], bytes, tuple[int, int]]:
    """Return documents, frequencies and positions as they are kept, and the widths of both.

    Plain arrays, and few steps for the many terms that stand once: numpy is slow to start.
    """
    documents, positions = rows[0::2], rows[1::2]
    width = _width(positions)
    counts = Counter(documents) if len(documents) > 1 else {}
    if len(counts) in (0, len(documents)):
        return documents, _narrow(positions, width), (0, width)
    frequencies = array(_DOCUMENT, counts.values())
    kept = _width(frequencies)
    return array(_DOCUMENT, counts), _narrow(frequencies, kept) + _narrow(positions, width), (kept, width)


def _width(numbers: array[int]) -> int:
    largest = max(numbers)
    return 1 if largest < 1 << 8 else 2 if largest < 1 << 16 else 4


def _narrow(numbers: array[int], width: int) -> bytes:
    return array(_WIDTHS[width], numbers).tobytes() if width else b""


class TermsReader:
    """Reads the three files of a segment. Many threads may ask at once."""

    def __init__(self, storage: Any, segment: Any) -> None:
        file = segment.open_file(storage, W3Codec.TERMS_EXT)
        self._index = OrderedHashReader(file, len(file.raw_file()))
        self._fields: Mapping[str, bytes] = self._index.extras["fields"]
        self._documents = _mapped(storage, segment, DOCUMENTS_EXT).view(_DOCUMENT)
        self._occurrences = _mapped(storage, segment, OCCURRENCES_EXT)

    def postings(self, field: str, text: str) -> Postings | None:
        """Return where the term stands, or ``None`` if it stands nowhere."""
        entry = self._index.get(self._fields[field] + encoded(text))
        return None if entry is None else self._postings(*_ENTRY.unpack(entry))

    def documents_with_prefix(self, field: str, prefix: str) -> Numbers:
        """Return the documents of every term that begins so, one term after the other."""
        start = self._fields[field] + encoded(prefix)
        return self._documents[self._first_from(start) : self._first_from(start + b"\xff")]

    def terms(self, field: str) -> Iterator[tuple[str, Numbers]]:
        """Yield every term of the field and its documents, in order."""
        start = self._fields[field]
        for key, entry in self._index.items_from(start):
            if not key.startswith(start):
                return
            yield decoded(key[len(start) :]), self._postings(*_ENTRY.unpack(entry)).documents

    def _first_from(self, key: bytes) -> int:
        """Return where in ``.doc`` the terms begin that are not before the key.

        No byte of UTF-8 is 0xff: a prefix with 0xff behind it comes after all its terms.
        """
        place = self._index.closest_key_pos(key)
        if place is None:
            return len(self._documents)
        _, entry, length = self._index.key_and_range_at(place)
        return int(_ENTRY.unpack(self._index.dbfile.get(entry, length))[0])

    def _postings(
        self, first: int, count: int, start: int, frequency_width: int, position_width: int
    ) -> Postings:
        documents = self._documents[first : first + count]
        frequencies = self._occurrence_numbers(start, count, frequency_width)
        if not frequency_width:
            frequencies = np.ones(count, np.uint8)
        total = int(frequencies.sum(dtype=np.int64)) if position_width else 0
        positions = self._occurrence_numbers(start + count * frequency_width, total, position_width)
        return Postings(documents, frequencies, positions)

    def _occurrence_numbers(self, start: int, count: int, width: int) -> Numbers:
        return self._occurrences[start : start + count * width].view(_WIDTHS[width or 1])


def _mapped(storage: Any, segment: Any, extension: str) -> Numbers:
    return np.frombuffer(segment.open_file(storage, extension).raw_file(), np.uint8)


def encoded(text: str) -> bytes:
    """Return the term as it stands in the files; half surrogates from broken text survive."""
    return text.encode("utf-8", "surrogatepass")


def decoded(term: bytes) -> str:
    """Return the text of a term in the files."""
    return term.decode("utf-8", "surrogatepass")


class Codec(W3Codec):  # type: ignore[misc]  # Whoosh has no types
    """Whoosh's own codec with other files for the terms. Named in the index: it must not move."""

    length_stats = False

    def new_segment(self, _storage: Any, indexname: str) -> Any:
        """Name the one segment without chance: the same records give the same files."""
        return W3Segment(self, indexname, segid="segment")

    def field_writer(self, storage: Any, segment: Any) -> TermsWriter:
        """Return the writer of the term files."""
        return TermsWriter(storage, segment)

    def terms_reader(self, storage: Any, segment: Any) -> TermsReader:
        """Return the reader of the term files."""
        return TermsReader(storage, segment)


class _MappedFile(StructFile):  # type: ignore[misc]  # Whoosh has no types
    """A file that is read by slices, so that threads share no position."""

    def get(self, position: int, length: int) -> bytes:
        return bytes(self.file[position : position + length])


class MappedStorage(FileStorage):  # type: ignore[misc]  # Whoosh has no types
    """A folder of files that are mapped into memory."""

    def open_file(self, name: str, **_options: Any) -> _MappedFile:
        """Map a file; an empty one cannot be mapped and is an empty run of bytes."""
        with open(self._fpath(name), "rb") as file:  # noqa: PTH123  # Whoosh's own path
            return _MappedFile(_map(file), name=name)


def _map(file: BinaryIO) -> mmap.mmap | bytes:
    if not file.seek(0, 2):
        return b""
    return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
