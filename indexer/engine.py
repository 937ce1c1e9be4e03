"""THE seam: what a search engine is given, asked, and promises.

An engine receives terms and is asked about terms. It does not tokenise, stem, fold, detect,
translate, highlight or hold text; that is why a new one is one short file under ``engines/``.

What every engine promises; ``tests/contract`` holds each line:

1. ``build`` consumes its iterator once, in bounded memory.
2. The same set of documents, total and facet counts as every other engine; scores may differ.
   Ranked by falling score, ties by id.
3. ``total`` and ``facets`` count all matches exactly, not only those returned.
4. ``without`` excludes whole documents; expressions hold no negation.
5. ``Best`` scores its best option and does not add up.
6. ``Phrase`` has two words or more.
7. A term may hold any character but white space; all are literal, in prefixes too.
8. Searching from many threads at once gives the single-thread answer.
9. Every engine failure leaves as ``EngineError``.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from types import MappingProxyType
from typing import Protocol

FIELDS = ("exact", "lemma", "stem", "parts", "title")
"""The term fields of every record, whatever its language."""

POSITIONAL = frozenset({"exact"})
"""Fields whose terms stand one per position, so that phrases can be asked of them."""

LABELS = (
    *("language", "kind", "year"),
    *("project", "programme", "place", "partner", "lesson", "series", "budget"),
)
"""The labels of every record, for filters and facets; a record may have several values of each."""

_NOTHING: Mapping[str, tuple[str, ...]] = MappingProxyType({})
_NO_FILTER: Mapping[str, frozenset[str]] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Record:
    """One document as an engine sees it."""

    id: str
    terms: Mapping[str, Sequence[str]]
    """Terms by field of ``FIELDS``; a missing field is empty."""
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: _NOTHING)
    """Exact values by label of ``LABELS``."""
    date: int = 0
    """Sort key ``yyyymmdd``; 0 when the date is unknown."""


def _refuse(reason: str) -> None:
    raise ValueError(reason)


def _check_term(name: str, text: str) -> None:
    if name not in FIELDS:
        _refuse(f"unknown field {name!r}; one of {', '.join(FIELDS)}")
    if not text or text.split() != [text]:
        _refuse(f"a term is one run of characters without white space, not {text!r}")


@dataclass(frozen=True, slots=True)
class Term:
    """Documents whose field holds the term."""

    field: str
    text: str
    weight: float = 1.0

    def __post_init__(self) -> None:
        _check_term(self.field, self.text)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Documents whose positional field holds the words one after the other."""

    field: str
    words: tuple[str, ...]
    weight: float = 1.0

    def __post_init__(self) -> None:
        if len(self.words) < 2:
            _refuse("a phrase has two words or more; ask for a Term")
        if self.field not in POSITIONAL:
            _refuse(f"field {self.field!r} has no positions")
        for word in self.words:
            _check_term(self.field, word)


@dataclass(frozen=True, slots=True)
class Prefix:
    """Documents whose field holds a term that begins so. Scored by weight alone."""

    field: str
    text: str
    weight: float = 1.0

    def __post_init__(self) -> None:
        _check_term(self.field, self.text)


@dataclass(frozen=True, slots=True)
class Best:
    """Documents that match any option, with the score of the best one."""

    options: tuple[Expression, ...]

    def __post_init__(self) -> None:
        if not self.options:
            _refuse("Best needs an option")


@dataclass(frozen=True, slots=True)
class Bool:
    """Documents that match all of ``must`` and at least ``at_least`` of ``should``; scores add up."""

    must: tuple[Expression, ...] = ()
    should: tuple[Expression, ...] = ()
    at_least: int = 0
    """How many of ``should`` a document must match; without a ``must`` never fewer than one."""

    def __post_init__(self) -> None:
        if not self.must and not self.should:
            _refuse("Bool needs a part")
        if not 0 <= self.at_least <= len(self.should):
            _refuse("at_least counts parts of should")

    @property
    def needed(self) -> int:
        """The number of ``should`` parts that a matching document holds."""
        return self.at_least if self.must else max(1, self.at_least)


Expression = Term | Phrase | Prefix | Best | Bool


class Order(Enum):
    """How matches are ordered."""

    RELEVANCE = "relevance"
    """Falling score, ties by id."""
    DATE = "date"
    """Newest first, undated last, ties by id."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """What an engine found."""

    ranked: tuple[tuple[str, float], ...]
    """Ids and scores of the asked-for slice, in order."""
    total: int
    """All matches, exact."""
    facets: Mapping[str, Mapping[str, int]]
    """For each asked label, how many matches have each value; values that no match has are absent."""


class Reader(Protocol):
    """An open generation of one engine. Many threads may search at once."""

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
        """Return the documents that match.

        ``query=None`` asks for every document, each with score 0. ``where`` keeps documents that
        have, for each label named, at least one of the values. ``facets`` are counted after
        ``where``. Raises ``EngineError``.
        """
        ...

    def close(self) -> None:
        """Give back files and memory. Searching afterwards is an ``EngineError``."""
        ...


class Engine(Protocol):
    """A way to keep records and to find them again."""

    def build(self, records: Iterable[Record], target: Path) -> None:
        """Write an index of the records into the existing, empty folder ``target``.

        Raises ``EngineError``; an ``OSError`` of the disk passes through.
        """
        ...

    def open(self, target: Path) -> Reader:
        """Open what ``build`` wrote. Raises ``EngineError``."""
        ...
