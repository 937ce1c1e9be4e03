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

import mmap
import struct
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from typing import Any, BinaryIO

import numpy as np
from whoosh.codec.base import FieldWriter  # type: ignore[import-untyped]  # no types
from whoosh.codec.whoosh3 import W3Codec, W3Segment  # type: ignore[import-untyped]  # no types
from whoosh.filedb.filestore import FileStorage  # type: ignore[import-untyped]  # no types
from whoosh.filedb.filetables import OrderedHashReader, OrderedHashWriter  # type: ignore[import-untyped]  # no types
from whoosh.filedb.structfile import StructFile  # type: ignore[import-untyped]  # no types

from indexer.engines.matching import Numbers, Postings
from indexer.engines.whoosh_pool import NUMBER, Item, encoded

DOCUMENTS_EXT = ".doc"
OCCURRENCES_EXT = ".occ"

_WIDTHS = {1: "B", 2: "H", 4: "I"}
"""Type codes of unsigned numbers by their bytes, in the byte order of the machine that builds:
Whoosh refuses an index of a machine of the other kind."""

_ENTRY = struct.Struct("<QIQBB")
"""First number in ``.doc``, how many, first byte in ``.occ``, bytes per frequency and per position;
0 bytes per frequency: once in every document; 0 bytes per position: not kept."""


def _field_key(number: int) -> bytes:
    return struct.pack(">H", number)


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
            documents, occurrences, widths = split[field](array(NUMBER, rows))
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
    frequencies = array(NUMBER, counts.values())
    kept = _width(frequencies)
    return array(NUMBER, counts), _narrow(frequencies, kept) + _narrow(positions, width), (kept, width)


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
        self._documents = _mapped(storage, segment, DOCUMENTS_EXT).view(NUMBER)
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
    """A folder of files that are mapped into memory to be read, and closed at the latest by ``close``."""

    def __init__(self, path: str, **options: Any) -> None:
        super().__init__(path, **options)
        self._written: list[BinaryIO] = []

    def create_file(self, name: str, **options: Any) -> Any:
        """Create a file and remember to close it."""
        file = super().create_file(name, **options)
        self._written.append(file.raw_file())
        return file

    def temp_storage(self, name: str | None = None) -> Any:
        """Return a folder for temporary files, which are closed with the others."""
        storage = MappedStorage(super().temp_storage(name).folder)
        storage._written = self._written
        return storage

    def close(self) -> None:
        """Close what was written, even where the disk does not take the rest of it."""
        for file in self._written:
            with suppress(OSError):
                file.close()

    def open_file(self, name: str, **_options: Any) -> _MappedFile:
        """Map a file; an empty one cannot be mapped and is an empty run of bytes."""
        with open(self._fpath(name), "rb") as file:  # noqa: PTH123  # Whoosh's own path
            return _MappedFile(_map(file), name=name)


def _map(file: BinaryIO) -> mmap.mmap | bytes:
    if not file.seek(0, 2):
        return b""
    return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
