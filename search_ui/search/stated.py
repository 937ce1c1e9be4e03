"""What several documents state of one thing, set side by side: values, their sources, whether they agree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import combinations

from indexer.catalogue import Catalogue
from indexer.knowledge.claims import Stated
from indexer.knowledge.labels import keys_meant
from indexer.knowledge.said import ONCE
from indexer.model import Document

_NUMBER = re.compile(r"(?P<number>\d+(?:\.(?P<decimals>\d+))?)(?: (?P<unit>\S+))?")


@dataclass(frozen=True, slots=True)
class Source:
    """A document and what it states."""

    document: Document
    stated: Stated


@dataclass(frozen=True, slots=True)
class Value:
    """A value with everything that states it."""

    value: str
    sources: tuple[Source, ...]

    @property
    def documents(self) -> int:
        """The number of documents that state it."""
        return len({source.document.id for source in self.sources})


@dataclass(frozen=True, slots=True)
class Row:
    """All that is stated under one name."""

    name: str
    values: tuple[Value, ...]
    """What most documents state first."""

    @property
    def disagree(self) -> bool:
        """Whether two of the values cannot both be true."""
        return disagree(self.name, [one.value for one in self.values])


def sources(catalogue: Catalogue, stated: Iterable[Stated]) -> tuple[Source, ...]:
    """Return each claim with its document."""
    held = tuple(stated)
    documents = catalogue.documents(list(dict.fromkeys(one.document for one in held)))
    return tuple(Source(documents[one.document], one) for one in held)


def rows(told: Iterable[Source], order: Sequence[str]) -> tuple[Row, ...]:
    """Return what is stated by name, the names in this order and all others behind."""
    by_name: dict[str, dict[str, list[Source]]] = {name: {} for name in order}
    for source in told:
        claim = source.stated.claim
        by_name.setdefault(claim.name, {}).setdefault(claim.value, []).append(source)
    return tuple(Row(name, _values(held)) for name, held in by_name.items() if held)


def _values(held: Mapping[str, Sequence[Source]]) -> tuple[Value, ...]:
    values = (Value(value, tuple(said)) for value, said in held.items())
    return tuple(sorted(values, key=lambda one: (-one.documents, one.value)))


def disagree(name: str, values: Sequence[str]) -> bool:
    """Say whether two values of something that can only be said once exclude each other.

    A less exact value of the same, as *2014-06* of *2014-06-30*, excludes nothing.
    """
    return name in ONCE and any(_exclude(*pair) for pair in combinations(values, 2))


def _exclude(one: str, other: str) -> bool:
    first, second = _NUMBER.fullmatch(one), _NUMBER.fullmatch(other)
    if not first or not second:
        return not (one.startswith(other) or other.startswith(one))
    if first["unit"] != second["unit"]:
        return False  # two currencies, between which nothing is converted
    exactness = min(len(found["decimals"] or "") for found in (first, second))
    return abs(Decimal(first["number"]) - Decimal(second["number"])) >= Decimal(1).scaleb(-exactness)


def meant(label: str, typed: str, known: Mapping[str, str]) -> str | None:
    """Return the name of the library that a person means, in any spelling; ``None`` where it has none."""
    keys = sorted(keys_meant(label, typed, known))
    return known[keys[0]] if keys else None
