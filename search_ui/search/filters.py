"""Which documents may answer: by language, kind, year, and by what the library knows of them.

    lang:da kind:newsletter year:2011..2014
    project:InterLoc programme:"South Baltic" place:Kwidzyn lesson:obstacle budget:100000..

A value is taken as typed; the library decides which of its own values is meant.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from indexer.knowledge.kinds import KINDS
from indexer.knowledge.labels import LABELS
from indexer.languages import LANGUAGES

BUDGET = "budget"
"""The label whose values are amounts of money: it is asked for a span of them."""

NAMED_LABELS = tuple(label for label in LABELS if label != BUDGET)
"""The labels whose values have names."""

NAMED = "|".join(NAMED_LABELS)
"""A pattern for the filters whose value may stand in quotation marks."""

_YEARS = re.compile(r"(?P<first>\d{4})?(?P<dots>\.\.|-)?(?P<last>\d{4})?")
_AMOUNT = r"\d{1,15}(?:\.\d{1,2})?"
_SPAN = re.compile(rf"(?P<first>{_AMOUNT})?(?P<dots>\.\.)?(?P<last>{_AMOUNT})?(?P<currency>[A-Za-z]{{3}})?")
_VALUE = re.compile(r"(?P<amount>\d+(?:\.\d+)?) (?P<currency>[A-Z]{3})")


@dataclass(frozen=True, slots=True)
class Budget:
    """A span of amounts of money, in any currency or in one; nothing is converted."""

    first: Decimal | None = None
    last: Decimal | None = None
    currency: str = ""
    """ISO 4217; empty for every currency."""

    def holds(self, value: str) -> bool:
        """Say whether an amount in normal form, ``403770.40 EUR``, lies in the span."""
        found = _VALUE.fullmatch(value)
        if not found or self.currency not in ("", found["currency"]):
            return False
        amount = Decimal(found["amount"])
        return (self.first is None or self.first <= amount) and (self.last is None or amount <= self.last)

    def __and__(self, other: Budget) -> Budget:
        """Return the amounts that lie in both spans; of two currencies the second is meant."""
        return Budget(
            _later(self.first, other.first),
            _earlier(self.last, other.last),
            other.currency or self.currency,
        )

    def __str__(self) -> str:
        """Return the span as it is typed."""
        if self.first == self.last:
            return f"{self.first}{self.currency}"
        first, last = ("" if limit is None else str(limit) for limit in (self.first, self.last))
        return f"{first}..{last}{self.currency}"


@dataclass(frozen=True, slots=True)
class Filters:
    """Which documents may answer; an empty set or ``None`` lets all through."""

    languages: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    year_from: int | None = None
    year_to: int | None = None
    known: frozenset[tuple[str, str]] = frozenset()
    """Labels of ``NAMED_LABELS``, each with a value as it was typed. Values of one label are
    alternatives."""
    budget: Budget | None = None

    def __or__(self, other: Filters) -> Filters:
        """Return both filters as one: more languages, kinds and values, the narrower spans."""
        both = self.budget & other.budget if self.budget and other.budget else self.budget or other.budget
        return Filters(
            languages=self.languages | other.languages,
            kinds=self.kinds | other.kinds,
            year_from=_later(self.year_from, other.year_from),
            year_to=_earlier(self.year_to, other.year_to),
            known=self.known | other.known,
            budget=both,
        )

    def typed(self, label: str) -> frozenset[str]:
        """Return the values that are asked of a label, as they were typed."""
        return frozenset(value for name, value in self.known if name == label)


def stated(piece: str) -> Filters | None:
    """Return the filter that a piece of a question states, if it states one that exists."""
    name, colon, value = piece.partition(":")
    match name.casefold(), value.casefold():
        case "lang", code if code in LANGUAGES:
            return Filters(languages=frozenset({code}))
        case "kind", kind if kind in KINDS:
            return Filters(kinds=frozenset({kind}))
        case "year", years if colon:
            return year_filter(years)
        case "budget", amounts if colon:
            return budget_filter(amounts)
        case label, _ if label in NAMED_LABELS and (text := " ".join(value.replace('"', " ").split())):
            return Filters(known=frozenset({(label, text)}))
    return None


def year_filter(years: str) -> Filters | None:
    """Return the span of ``2012``, ``2011..2014``, ``2011..`` or ``..2014``."""
    found = _YEARS.fullmatch(years)
    if not found or not (found["first"] or found["last"]):
        return None
    first = int(found["first"]) if found["first"] else None
    last = int(found["last"]) if found["last"] else None
    if not found["dots"]:
        return Filters(year_from=first or last, year_to=first or last)
    if first and last and first > last:
        first, last = last, first
    return Filters(year_from=first, year_to=last)


def budget_filter(amounts: str) -> Filters | None:
    """Return the span of ``527044``, ``100000..500000``, ``100000..`` or ``..500000eur``."""
    found = _SPAN.fullmatch(amounts)
    if not found or not (found["first"] or found["last"]):
        return None
    first = Decimal(found["first"]) if found["first"] else None
    last = Decimal(found["last"]) if found["last"] else None
    if not found["dots"]:
        first = last = Decimal(amounts[: found.start("currency")] if found["currency"] else amounts)
    elif first is not None and last is not None and first > last:
        first, last = last, first
    return Filters(budget=Budget(first, last, (found["currency"] or "").upper()))


_Limit = TypeVar("_Limit", int, Decimal)


def _later(one: _Limit | None, other: _Limit | None) -> _Limit | None:
    """Return the greater of two limits; the one that is set where only one is."""
    return max(one, other) if one is not None and other is not None else one if other is None else other


def _earlier(one: _Limit | None, other: _Limit | None) -> _Limit | None:
    """Return the smaller of two limits; the one that is set where only one is."""
    return min(one, other) if one is not None and other is not None else one if other is None else other
