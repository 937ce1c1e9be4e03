"""The fast engine: tantivy, a Rust library in the same process. Needs ``pip install .[fast]``.

Meant for libraries of hundreds of thousands of documents. Terms go in as one text joined by
blanks and are split at blanks again: no term holds what Rust takes for white space, and this costs
a twentieth of handing over the terms one by one. A term over 65,530 bytes is left out.

tantivy locks a file of the folder to open it. A folder that may not be written is opened through
a temporary folder of links to its files; nothing is copied.
"""

from __future__ import annotations

import errno
import itertools
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import tantivy

from indexer.engine import Candidates, Expression, Order, Record
from indexer.engines.tantivy_query import (
    BY_DATE,
    BY_ID,
    DATE_DIGITS,
    Translator,
    document,
    prepared,
    schema,
)
from indexer.errors import EngineError

MEMORY = 256 << 20
"""256 MiB: one segment for some ten thousand reports, so that no tie crosses segments.

Source: 10,000 documents of 1,200 words make three segments with 64 MiB and one with 256 MiB; the
process peaked at 211 MB.
"""

NEARLY_FULL = 1 << 20
"""Free bytes below which a failed build is taken for a full disk; tantivy does not say which it was."""

_NO_FILTER: Mapping[str, frozenset[str]] = {}

Ranked = Sequence[tuple[str, float]]
Hit = tuple[float, tantivy.DocAddress]


@dataclass(frozen=True, slots=True)
class TantivyEngine:
    """Keeps records in a tantivy index."""

    memory: int = MEMORY
    """Bytes that a build gathers before it writes a segment; tantivy wants 15 MB or more."""

    def build(self, records: Iterable[Record], target: Path) -> None:
        """Write an index of the records into ``target``, in about ``memory`` bytes."""
        sentence = f"tantivy could not write an index into {target}"
        with _refusals(sentence, disk=target):
            index = tantivy.Index(schema(), str(target), reuse=False, sort_by_field=BY_ID)
            writer = prepared(index).writer(self.memory, 1)
        for record in records:
            with _refusals(f"tantivy could not take the document {record.id}", disk=target):
                writer.add_document(document(record))
        with _refusals(sentence, disk=target):
            writer.commit()
            writer.garbage_collect_files()
            writer.wait_merging_threads()

    def open(self, target: Path) -> TantivyReader:
        """Open what ``build`` wrote; the folder may be read-only."""
        with _refusals(f"{target} holds no index that tantivy can open"):
            try:
                return TantivyReader(target)
            except ValueError:
                return _linked(target)


class TantivyReader:
    """An open index. A searcher of tantivy is an immutable snapshot, so threads need no turns."""

    def __init__(self, folder: Path, *, links: tempfile.TemporaryDirectory[str] | None = None) -> None:
        index = prepared(tantivy.Index.open(str(folder)))
        self._links = links
        self._translate = Translator(index.schema)
        self._searcher: tantivy.Searcher | None = index.searcher()

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
        searcher = self._searcher
        if searcher is None:
            raise EngineError("The index is closed. Open it again to search.")
        with _refusals("The index could not answer"):
            asked = self._translate.filtered(query, without, where)
            if order is Order.DATE or query is None:
                field = BY_DATE if order is Order.DATE else BY_ID
                ids, total = _by_field(searcher, asked, field, limit + offset)
                ranked = self._scored(searcher, query, ids[offset:])
            else:
                ranked, total = _by_score(searcher, asked, limit + offset)
                ranked = ranked[offset:]
            return Candidates(tuple(ranked), total, {name: _counts(searcher, asked, name) for name in facets})

    def close(self) -> None:
        """Let go of the files; they close when the last running search has its answer."""
        self._searcher = None
        if self._links is not None:
            self._links.cleanup()

    def _scored(self, searcher: tantivy.Searcher, query: Expression | None, ids: Sequence[str]) -> Ranked:
        """Return the ids with the scores that ordering by a field leaves out."""
        if query is None or not ids:
            return [(name, 0.0) for name in ids]
        these = tantivy.Query.boolean_query(
            [
                (tantivy.Occur.Must, self._translate.query(query)),
                (tantivy.Occur.Must, self._translate.holding(BY_ID, ids)),
            ]
        )
        hits: Sequence[Hit] = searcher.search(these, limit=len(ids)).hits
        scores = {_id(searcher, address): score for score, address in hits}
        return [(name, scores[name]) for name in ids]


def _by_field(
    searcher: tantivy.Searcher, query: tantivy.Query, field: str, count: int
) -> tuple[Sequence[str], int]:
    """Return the ids of the first matches in rising order of the field, and how many match."""
    found = searcher.search(
        query, limit=_limit(searcher, count), order_by_field=field, order=tantivy.Order.Asc
    )
    skipped = DATE_DIGITS if field == BY_DATE else 0
    return [key[skipped:] for key, _ in found.hits[:count]], _total(found)


def _by_score(searcher: tantivy.Searcher, query: tantivy.Query, count: int) -> tuple[Ranked, int]:
    """Return the best matches by falling score, ties by id, and how many match.

    A segment keeps its documents in the order of their ids and tantivy breaks ties by place, so
    only ties across segments need care: the last tie is fetched whole before it is cut.
    """
    wanted = _limit(searcher, count + 1)
    found = searcher.search(query, limit=wanted)
    while searcher.num_segments > 1 and _ends_in_a_cut_tie(found, count):
        wanted = _limit(searcher, 2 * wanted)
        found = searcher.search(query, limit=wanted)
    return _ordered(searcher, found.hits, count), _total(found)


def _ends_in_a_cut_tie(found: tantivy.SearchResult, count: int) -> bool:
    """Return whether matches that were not fetched may score as much as the last one that counts."""
    hits: Sequence[Hit] = found.hits
    return 0 < count < len(hits) < _total(found) and hits[-1][0] == hits[count - 1][0]


def _ordered(searcher: tantivy.Searcher, hits: Iterable[Hit], count: int) -> Ranked:
    ordered: list[tuple[str, float]] = []
    for score, tied in itertools.groupby(hits, key=lambda hit: hit[0]):
        missing = count - len(ordered)
        if missing <= 0:
            break
        ids = sorted(_id(searcher, address) for address in _first_of_each_segment(tied, missing))
        ordered += [(name, score) for name in ids[:missing]]
    return ordered


def _first_of_each_segment(tied: Iterable[Hit], count: int) -> Iterator[tantivy.DocAddress]:
    for _, hits in itertools.groupby(tied, key=lambda hit: hit[1].segment_ord):
        for _, address in itertools.islice(hits, count):
            yield address


def _limit(searcher: tantivy.Searcher, count: int) -> int:
    """Return how many hits to ask for: tantivy makes room for all of them and refuses none."""
    return max(1, min(count, searcher.num_docs))


def _total(found: tantivy.SearchResult) -> int:
    total: int = found.count  # type: ignore[attr-defined]  # missing in the driver's types
    return total


def _id(searcher: tantivy.Searcher, address: tantivy.DocAddress) -> str:
    name: str = searcher.doc(address)[BY_ID][0]
    return name


def _counts(searcher: tantivy.Searcher, query: tantivy.Query, label: str) -> Mapping[str, int]:
    """Return how many matches have each value. Unlike an aggregation this is exact for any number."""
    return dict(searcher.terms_with_prefix(label, "", query))


def _linked(target: Path) -> TantivyReader:
    """Open an index in a folder that may not be written through links to its files."""
    links = tempfile.TemporaryDirectory(prefix="interloc-")
    try:
        for file in target.iterdir():
            if file.suffix != ".lock":
                Path(links.name, file.name).symlink_to(file.absolute())
        return TantivyReader(Path(links.name), links=links)
    except BaseException:
        links.cleanup()
        raise


@contextmanager
def _refusals(sentence: str, *, disk: Path | None = None) -> Iterator[None]:
    """Turn whatever tantivy raises into ``EngineError``; a panic of Rust is no ``Exception``.

    With ``disk``, a failure on a full one is the ``OSError`` that it should have been.
    """
    try:
        yield
    except (KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:
        if disk is not None and shutil.disk_usage(disk).free < NEARLY_FULL:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(disk)) from error
        raise EngineError(f"{sentence}: {error}") from error
