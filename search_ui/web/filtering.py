"""The same question with other filters, whether they stand in the address or were typed into the question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from indexer.knowledge.labels import LABELS, keys_meant

from ..search.query import Filters, Query, parse, stated_filters


def unfiltered(query: Query) -> Query:
    """Return the query without any filter."""
    return replace(_untyped(query, lambda _: True), filters=Filters())


def with_value(query: Query, facet: str, value: str) -> Query:
    """Return the query that lets this value of a facet through too, from its first page."""
    return replace(query, filters=query.filters | _filter(facet, value), page=1)


def without_value(query: Query, facet: str, value: str) -> Query:
    """Return the query without the filter that lets this value through, from its first page."""
    one = _filter(facet, value)

    def states(stated: Filters) -> bool:
        return bool(
            stated.languages & one.languages | stated.kinds & one.kinds | _meaning(stated, facet, value)
        )

    rest = _untyped(query, states)
    filters = replace(
        rest.filters,
        languages=rest.filters.languages - one.languages,
        kinds=rest.filters.kinds - one.kinds,
        known=rest.filters.known - _meaning(rest.filters, facet, value),
    )
    return replace(rest, filters=filters)


def means(facet: str, typed: str, value: str) -> bool:
    """Say whether what was typed is a spelling of the value of a facet: *soroe* of *Sorø*."""
    return bool(keys_meant(facet, typed, {LABELS[facet].key(value): value}))


def without_budget(query: Query) -> Query:
    """Return the query for documents of projects of any budget, from its first page."""
    rest = _untyped(query, lambda stated: stated.budget is not None)
    return replace(rest, filters=replace(rest.filters, budget=None))


def with_years(query: Query, first: int | None, last: int | None) -> Query:
    """Return the query for the years from first to last and no others, from its first page."""
    rest = _untyped(query, lambda stated: stated.year_from is not None or stated.year_to is not None)
    return replace(rest, filters=replace(rest.filters, year_from=first, year_to=last))


def _filter(facet: str, value: str) -> Filters:
    one = frozenset({value})
    match facet:
        case "language":
            return Filters(languages=one)
        case "kind":
            return Filters(kinds=one)
    return Filters(known=frozenset({(facet, value)}))


def _meaning(filters: Filters, facet: str, value: str) -> frozenset[tuple[str, str]]:
    """Return what the filters ask of the facet that means this value."""
    return frozenset(
        (label, typed) for label, typed in filters.known if label == facet and means(facet, typed, value)
    )


def _untyped(query: Query, unwanted: Callable[[Filters], bool]) -> Query:
    """Return the query without the words that state an unwanted filter."""
    text = query.question.text
    places = [(start, end) for start, end, stated in stated_filters(text) if unwanted(stated)]
    if not places:
        return replace(query, page=1)
    for start, end in reversed(places):
        text = text[:start] + text[end:]
    return replace(query, question=parse(" ".join(text.split())), page=1)
