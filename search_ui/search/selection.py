"""Filters as a person states them, and the labels of one library that they mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain

from indexer.catalogue import Catalogue
from indexer.knowledge.labels import LABELS, keys_meant

from .answer import FacetValue, facet
from .filters import BUDGET, Filters

FACETS = ("language", "kind", "year", "project", "programme", "place", "lesson")
"""The labels whose values are counted in every answer."""


@dataclass(frozen=True)
class Selection:
    """The values by which the documents of one library can be selected."""

    catalogue: Catalogue

    def where(self, filters: Filters) -> dict[str, frozenset[str]]:
        """Return the labels that the filters ask for; a span becomes the known values in it."""
        where = {}
        if filters.languages:
            where["language"] = filters.languages
        if filters.kinds:
            where["kind"] = filters.kinds
        if filters.year_from is not None or filters.year_to is not None:
            first = filters.year_from if filters.year_from is not None else 0
            last = filters.year_to if filters.year_to is not None else 9999
            where["year"] = frozenset(str(year) for year in self._years if first <= year <= last)
        if filters.budget is not None:
            where[BUDGET] = frozenset(filter(filters.budget.holds, self._values[BUDGET]))
        return where | self._named(filters)

    def facets(
        self, counted: Mapping[str, Mapping[str, int]], where: Mapping[str, frozenset[str]]
    ) -> dict[str, tuple[FacetValue, ...]]:
        """Return each facet's values as the library writes them, those that were asked for as selected."""
        return {
            label: facet(label, self._called(label, counted[label]), self._selected(label, where))
            for label in FACETS
        }

    def _named(self, filters: Filters) -> dict[str, frozenset[str]]:
        """Return the values that were asked for by name; none for a name that the library does not know."""
        return {
            label: frozenset(
                chain.from_iterable(
                    keys_meant(label, typed, self._values[label]) for typed in filters.typed(label)
                )
            )
            for label in {label for label, _ in filters.known}
        }

    def _called(self, label: str, counted: Mapping[str, int]) -> dict[str, int]:
        known = self._values.get(label, {})
        return {known.get(key, key): count for key, count in counted.items()}

    def _selected(self, label: str, where: Mapping[str, frozenset[str]]) -> frozenset[str]:
        return frozenset(self._called(label, dict.fromkeys(where.get(label, ()), 0)))

    @cached_property
    def _years(self) -> tuple[int, ...]:
        return tuple(int(year) for year in self.catalogue.numbers_of("year"))

    @cached_property
    def _values(self) -> Mapping[str, Mapping[str, str]]:
        """What the library calls each value of each label, by the key that the engine is given."""
        return {label: self.catalogue.claims.values(label) for label in LABELS}
