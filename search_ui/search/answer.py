"""The values of an answer; every presentation is a function of ``Response``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from indexer.model import DatedFact, Document

from .excerpts import Excerpt
from .query import Query
from .wanted import Expansion, How


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a document is among the hits although it does not say what was typed."""

    asked: str
    found: tuple[str, ...]
    """Words of the document; empty where it lacks the word altogether."""
    how: How | None
    """What relates them; ``None`` where the document lacks the word."""
    expansion: Expansion | None = None
    """What another language calls it, where that was found."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One document of the answer, with the words that earned it its place."""

    document: Document
    score: float
    excerpts: tuple[Excerpt, ...]
    why: tuple[Reason, ...]

    @property
    def date(self) -> DatedFact | None:
        """When the document was published, as far as it is known."""
        return self.document.published


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value by which the answer can be filtered."""

    value: str
    count: int
    """Documents of the answer that have it, whatever other values of the same facet are selected."""
    selected: bool


@dataclass(frozen=True, slots=True)
class Correction:
    """A word of the library for one that it does not know in any form."""

    word: str
    suggestion: str
    applied: bool
    """Whether the suggestion was asked for in place of the word; else it is only proposed."""


@dataclass(frozen=True, slots=True)
class Response:
    """The answer to one query, from one generation."""

    query: Query
    hits: tuple[Hit, ...]
    total: int
    """All matching documents, exact."""
    relaxed: bool
    """Whether some of these documents hold only some of the words, since none or few hold all."""
    complete: int
    """Documents that hold all the words."""
    facets: Mapping[str, tuple[FacetValue, ...]]
    corrections: tuple[Correction, ...]
    expansions: tuple[Expansion, ...]
    """What was asked for in other languages."""
    corrected: str | None
    """The question with all corrections made; ``None`` without any."""
    as_typed: str | None
    """The question that asks the corrected words exactly as typed; ``None`` where none was applied."""
    generation: int
    took_ms: float

    @property
    def pages(self) -> int:
        """The number of result pages."""
        return -(-self.total // self.query.per_page)


@dataclass(frozen=True, slots=True)
class Shelf:
    """The documents of one main language."""

    language: str
    documents: int
    pages: int
    remarks: int
    """Documents of which something could not be read well."""


@dataclass(frozen=True, slots=True)
class Status:
    """What the library holds and what it could not read."""

    generation: int
    engine: str
    documents: int
    numbers: Mapping[str, Mapping[str, int]]
    """Documents by value, for each label."""
    shelves: tuple[Shelf, ...]
    """Every document once, by its main language; the largest first."""
    failures: tuple[tuple[str, str, str], ...]
    """Path, code and reason."""
    warnings: tuple[tuple[str, str], ...]
    """Path of a document, and a sentence about what could not be read well."""
    lacking: tuple[str, ...]
    """What questions have to do without, a sentence each."""
    notice: str | None
    """What is wrong with the newest generation, where an earlier one stands in."""


def facet(label: str, counts: Mapping[str, int], selected: frozenset[str]) -> tuple[FacetValue, ...]:
    """Return the values, years from the latest on, all else by falling count; selected ones always."""
    both = dict(counts) | {value: counts.get(value, 0) for value in selected}
    values = sorted(both.items(), key=lambda item: (-item[1], item[0]))
    if label == "year":
        values.sort(key=lambda item: item[0], reverse=True)
    return tuple(FacetValue(value, count, value in selected) for value, count in values)
