"""What an answer can be narrowed by, each value a link, and the filters that are on, each with a way off."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from ..search.answer import FacetValue
from ..search.filters import NAMED_LABELS
from ..search.query import Query
from .fact_words import budget
from .filtering import means, with_value, with_years, without_budget, without_value
from .links import Link, address_of
from .names import FACETS
from .wording import Wording
from .years import Bar, bars

SHOWN = 6
"""Values of a facet that stand open on the page; rarer ones are folded away."""

MOST = 8
"""Values of a facet that are on a page of results at all: a library may know a thousand projects, and a
page is below 60 kB."""


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one label, each a link that puts the filter on or takes it off."""

    name: str
    title: str
    links: tuple[Link, ...] = ()
    folded: tuple[Link, ...] = ()
    """Values that are shown on demand."""
    bars: tuple[Bar, ...] = ()
    """The values as a bar chart, where they are years."""


def facets(query: Query, counted: Mapping[str, Sequence[FacetValue]], words: Wording) -> Iterator[Facet]:
    """Yield each label that has values, with a link for every value."""
    for name in FACETS:
        values = counted.get(name, ())
        if values and name == "year":
            yield Facet(name, words.facet(name), bars=bars(query, values))
        elif values:
            links = tuple(_link(query, name, value, words) for value in values[:MOST])
            yield folded(name, words.facet(name), links)


def folded(name: str, title: str, links: tuple[Link, ...]) -> Facet:
    """Return a facet with the rarer values folded, unless it is only one."""
    shown = SHOWN if len(links) > SHOWN + 1 else len(links)
    return Facet(name, title, links[:shown], links[shown:])


def chips(
    query: Query, words: Wording, counted: Mapping[str, Sequence[FacetValue]] = MappingProxyType({})
) -> Iterator[Link]:
    """Yield a link for each filter that takes it off; names as the library writes them."""
    filters = query.all_filters
    for facet, values in (("language", filters.languages), ("kind", filters.kinds)):
        for value in sorted(values):
            yield Link(words.value(facet, value), address_of(without_value(query, facet, value)))
    if span := words.years(filters):
        yield Link(span, address_of(with_years(query, None, None)))
    yield from _named_chips(query, words, counted)
    if filters.budget:
        yield Link(budget(filters.budget, words), address_of(without_budget(query)))


def _named_chips(query: Query, words: Wording, counted: Mapping[str, Sequence[FacetValue]]) -> Iterator[Link]:
    """Yield a chip for each value that was asked for by name, once, however it was typed."""
    for label in NAMED_LABELS:
        typed = query.all_filters.typed(label)
        selected = [one.value for one in counted.get(label, ()) if one.selected]
        unknown = (text for text in sorted(typed) if not any(means(label, text, value) for value in selected))
        for value in (*selected, *unknown):
            text = f"{words.facet(label)}: {words.value(label, value)}"
            yield Link(text, address_of(without_value(query, label, value)))


def _link(query: Query, facet: str, value: FacetValue, words: Wording) -> Link:
    changed = (without_value if value.selected else with_value)(query, facet, value.value)
    return Link(
        text=words.value(facet, value.value),
        address=address_of(changed),
        count=value.count,
        current=value.selected,
    )
