"""The default engine: Whoosh keeps the files, ``matching`` answers from them.

Nothing to install besides Python packages and nothing to run. Meant for libraries of up to about
ten thousand documents. Whoosh's query parser, scorers, collectors and highlighter are not used.
An index is trusted like code: Whoosh unpickles its table of contents when it is opened.
"""

from __future__ import annotations

import shutil
import struct
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from whoosh.columns import FixedBytesColumn, VarBytesColumn  # type: ignore[import-untyped]  # no types
from whoosh.fields import COLUMN, FieldType, Schema  # type: ignore[import-untyped]  # no types
from whoosh.index import TOC, FileIndex  # type: ignore[import-untyped]  # no types

from indexer.engine import FIELDS, LABELS, POSITIONAL, Candidates, Expression, Order, Record
from indexer.engines.library import Library, label, ranks
from indexer.engines.matching import Matcher, Numbers, saturation
from indexer.engines.whoosh_format import (
    Codec,
    MappedStorage,
    TermsReader,
    decoded,
)
from indexer.engines.whoosh_pool import PostingPool, encoded
from indexer.errors import EngineError

MEMORY = 64 << 20
"""64 MiB: the postings of some thousand reports.

Source: one build each of the 2,000 documents of 1,200 words of ``benchmarks.engines``. With 16, 64 and
256 MiB the process peaked at 89, 121 and 206 MB, 45 of them before it began, and took 30, 24 and 19
seconds of CPU: what is saved by more is little beside what it asks of a small machine.
"""

_NAME = "library"
_NUMBERS = struct.Struct(f"<{1 + len(FIELDS)}I")
"""A document's date and the number of terms in each of ``FIELDS``."""
_NO_FILTER: Mapping[str, frozenset[str]] = {}


def _label_field(label: str) -> str:
    return f"label-{label}"


class TermsField(FieldType):  # type: ignore[misc]  # Whoosh has no types
    """A field that is given its terms. Named in the index: it must not move."""

    def __init__(self, *, positional: bool) -> None:
        super().__init__(format=None, analyzer=None)
        self.positional = positional


def _schema() -> Any:
    columns = {"id": COLUMN(VarBytesColumn()), "numbers": COLUMN(FixedBytesColumn(_NUMBERS.size))}
    terms = {field: TermsField(positional=field in POSITIONAL) for field in FIELDS}
    labels = {_label_field(label): TermsField(positional=False) for label in LABELS}
    return Schema(**columns, **terms, **labels)


def _add(writer: Any, record: Record) -> None:
    """Hand the columns of a record to Whoosh and its terms to the pool, past Whoosh's loop over them."""
    labels = {_label_field(label): frozenset(values) for label, values in record.labels.items()}
    for field, terms in sorted((dict(record.terms) | labels).items()):
        if not isinstance(writer.schema[field], TermsField):
            raise ValueError(f"{field} is no field of terms")
        writer.pool.add(writer.docnum, field, terms, positional=writer.schema[field].positional)
    lengths = [len(record.terms.get(field, ())) for field in FIELDS]
    writer.add_document(id=encoded(record.id), numbers=_NUMBERS.pack(record.date, *lengths))


@dataclass(frozen=True, slots=True)
class WhooshEngine:
    """Keeps records in the files of a Whoosh index."""

    memory: int = MEMORY
    """Bytes of postings that a build gathers before it puts them on the disk."""

    def build(self, records: Iterable[Record], target: Path) -> None:
        """Write an index of the records into ``target``, in about ``memory`` bytes."""
        storage = MappedStorage(str(target))
        with _refusals(f"Whoosh could not write an index into {target}"):
            index = FileIndex.create(storage, _schema(), _NAME)
            writer = index.writer(codec=Codec(), compound=False)
            writer.pool = PostingPool(writer.temp_storage(), memory=self.memory)
        try:
            for record in records:
                with _refusals(f"Whoosh could not take the document {record.id}"):
                    _add(writer, record)
            with _refusals(f"Whoosh could not write an index into {target}"):
                writer.commit(merge=False)
        finally:
            if not writer.is_closed:
                _abandon(writer)
        (target / f"{_NAME}_WRITELOCK").unlink(missing_ok=True)

    def open(self, target: Path) -> WhooshReader:
        """Open what ``build`` wrote; the folder may be read-only."""
        with _refusals(f"{target} holds no index that Whoosh can open", passing=()):
            return WhooshReader(_library(MappedStorage(str(target), readonly=True)))


def _abandon(writer: Any) -> None:
    """Give back lock and temporary files of a build that failed, even where the disk is full."""
    with suppress(Exception):  # the failure that led here is the one to tell
        writer.cancel()
    if not writer.is_closed:
        writer.storage.close()
        shutil.rmtree(writer.temp_storage().folder, ignore_errors=True)
        writer.writelock.release()


class WhooshReader:
    """An open index. It has no state that a search changes, so threads need no turns."""

    def __init__(self, library: Library) -> None:
        self._library: Library | None = library

    def search(
        self,
        query: Expression | None,
        *,
        without: Expression | None = None,
        where: Mapping[str, frozenset[str]] = _NO_FILTER,
        facets: Sequence[str] = (),
        order: Order = Order.RELEVANCE,
        limit: int = 10,
        offset: int = 0,
    ) -> Candidates:
        """Return the documents that match."""
        library = self._library
        if library is None:
            raise EngineError("The index is closed. Open it again to search.")
        with _refusals("The index could not answer"):
            return library.search(
                query, without=without, where=where, facets=facets, order=order, limit=limit, offset=offset
            )

    def close(self) -> None:
        """Let go of the files; they close when the last running search has its answer."""
        self._library = None


def _library(storage: MappedStorage) -> Library:
    segments = TOC.read(storage, _NAME).segments
    if not segments:
        return _assembled([], np.empty((0, 1 + len(FIELDS)), np.uint32), _NoTerms())
    (segment,) = segments
    codec = segment.codec()
    documents = codec.per_document_reader(storage, segment)
    ids = [decoded(name) for name in documents.column_reader("id", VarBytesColumn())]
    numbers = storage.open_file(codec.column_filename(segment, "numbers")).raw_file()
    return _assembled(ids, _rows(numbers, len(ids)), codec.terms_reader(storage, segment))


def _assembled(ids: Sequence[str], numbers: Numbers, terms: TermsReader | _NoTerms) -> Library:
    dates, *lengths = numbers.astype(np.int64).T
    return Library(
        ids=ids,
        ranks=ranks(ids),
        dates=dates,
        labels={name: label(terms.terms(_label_field(name))) for name in LABELS},
        matcher=Matcher(terms, len(ids), dict(zip(FIELDS, map(saturation, lengths), strict=True))),
    )


def _rows(numbers: bytes, count: int) -> Numbers:
    """Return the number column; Whoosh leaves out the last rows where they are all zero."""
    rows = np.zeros((count, 1 + len(FIELDS)), np.uint32)
    written = np.frombuffer(numbers, "<u4").reshape(-1, 1 + len(FIELDS))
    rows[: len(written)] = written
    return rows


class _NoTerms:
    """The postings of an index without documents: Whoosh writes no files for it."""

    def postings(self, _field: str, _text: str) -> None:
        return None

    def documents_with_prefix(self, _field: str, _prefix: str) -> Numbers:
        return np.empty(0, np.uint32)

    def terms(self, _field: str) -> Iterator[tuple[str, Numbers]]:
        return iter(())


@contextmanager
def _refusals(sentence: str, *, passing: tuple[type[Exception], ...] = (OSError,)) -> Iterator[None]:
    """Turn whatever Whoosh raises into ``EngineError``, but for ``passing``."""
    try:
        yield
    except passing:
        raise
    except Exception as error:
        raise EngineError(f"{sentence}: {error}") from error
