"""The years of an answer as a small bar chart, in which each bar is a filter."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from ..search.answer import FacetValue
from ..search.query import Filters, Query
from .filtering import with_years
from .links import address_of

MOST_BARS = 20
"""Bars beside each other; more would be too narrow to be hit with a finger."""

STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
"""Years that one bar may stand for."""

HEIGHT = 40
"""Units of the highest bar."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A year, or a few that follow each other."""

    first: int
    last: int
    count: int
    height: int
    """0 to ``HEIGHT``; a year with documents has at least one unit."""
    address: str
    """Puts the filter on, or takes it off where it is on."""
    current: bool

    @property
    def text(self) -> str:
        """The year, or the first and the last one."""
        if self.first == self.last:
            return str(self.first)
        is_short = self.first // 100 == self.last // 100
        return f"{self.first}–{self.last % 100:02}" if is_short else f"{self.first}–{self.last}"


def bars(query: Query, values: Sequence[FacetValue]) -> tuple[Bar, ...]:
    """Return a bar for each year from the first to the last, or for as many years as need be.

    A span of years that is filtered by stands alone, so that years can be chosen within it.
    """
    counts = {int(value.value): value.count for value in values}
    shown = _within(query.all_filters, counts) if _step(counts) > 1 else counts
    if not shown:
        return ()
    step = _step(shown)
    start = min(shown) // step * step
    spans = [(first, first + step - 1) for first in range(start, max(shown) + 1, step)]
    sums = [sum(shown.get(year, 0) for year in range(first, last + 1)) for first, last in spans]
    highest = max(sums) or 1
    return tuple(_bar(query, span, count, highest) for span, count in zip(spans, sums, strict=True))


def _within(filters: Filters, counts: Mapping[int, int]) -> Mapping[int, int]:
    first = filters.year_from if filters.year_from is not None else 0
    last = filters.year_to if filters.year_to is not None else 9999
    inside = {year: count for year, count in counts.items() if first <= year <= last}
    return inside if len(inside) > 1 else counts


def _step(years: Collection[int]) -> int:
    """Return how many years a bar has to stand for."""
    first, last = min(years, default=0), max(years, default=0)
    return next(step for step in STEPS if last // step - first // step < MOST_BARS)


def _bar(query: Query, span: tuple[int, int], count: int, highest: int) -> Bar:
    current = (query.all_filters.year_from, query.all_filters.year_to) == span
    changed = with_years(query, None, None) if current else with_years(query, *span)
    height = max(1, round(HEIGHT * count / highest)) if count else 0
    return Bar(*span, count, height, address_of(changed), current)
