"""The links around an answer: filters to put on and take off, the order, other pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from indexer.languages import LANGUAGES

from ..search.answer import FacetValue, Response
from ..search.query import Filters, Query
from ..search.translated import ALL
from .addresses import search_address, without
from .names import FACETS, ORDERS
from .wording import Wording

PATH = "/search"

_PAGES_AROUND = 2
"""Page numbers shown on either side of the current one."""

_YEARS_SHOWN = 8
"""Years that stand open on the page; earlier ones are folded away."""


@dataclass(frozen=True, slots=True)
class Link:
    """A place to go to."""

    text: str
    address: str
    language: str | None = None
    """The language of the text, where it is not the page's."""
    count: int | None = None
    current: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one label, each a link that puts the filter on or takes it off."""

    name: str
    title: str
    links: tuple[Link, ...]
    folded: tuple[Link, ...] = ()
    """Values that are shown on demand."""


def address_with(query: Query, filters: Filters) -> str:
    """Return the address of the first page of the same question with other filters."""
    return search_address(PATH, replace(query, filters=filters), 1)


def chips(query: Query, words: Wording) -> Iterator[Link]:
    """Yield a link for each filter that takes it off."""
    filters = query.filters
    for code in sorted(filters.languages):
        without = replace(filters, languages=filters.languages - {code})
        yield Link(words.value("language", code), address_with(query, without))
    for kind in sorted(filters.kinds):
        without = replace(filters, kinds=filters.kinds - {kind})
        yield Link(words.value("kind", kind), address_with(query, without))
    if span := words.years(filters):
        yield Link(span, address_with(query, replace(filters, year_from=None, year_to=None)))


def expansions(response: Response) -> Iterator[Link]:
    """Yield what was searched for in other languages, each a link that takes it off."""
    for text, language in dict.fromkeys((one.alternative, one.language) for one in response.expansions):
        yield Link(text, search_address(PATH, without(response.query, text), 1), language=_known(language))


def as_typed_only(query: Query) -> str:
    """Return the address of the same question in no other language."""
    return search_address(PATH, replace(query, without=frozenset({ALL})), 1)


def facets(query: Query, counted: Mapping[str, Sequence[FacetValue]], words: Wording) -> Iterator[Facet]:
    """Yield each label that has values, with a link for every value."""
    for name in FACETS:
        links = tuple(_facet_link(query, name, value, words) for value in counted[name])
        shown = _YEARS_SHOWN if name == "year" else len(links)
        if links:
            yield Facet(name, words.facet(name), links[:shown], links[shown:])


def _facet_link(query: Query, name: str, value: FacetValue, words: Wording) -> Link:
    return Link(
        text=words.value(name, value.value),
        address=address_with(query, _toggled(query.filters, name, value)),
        count=value.count,
        current=value.selected,
    )


def _toggled(filters: Filters, name: str, value: FacetValue) -> Filters:
    """Return the filters with the value put on, or taken off where it was on."""
    one = frozenset({value.value})
    if name == "language":
        return replace(filters, languages=filters.languages ^ one)
    if name == "kind":
        return replace(filters, kinds=filters.kinds ^ one)
    year = int(value.value)
    if filters.year_from == filters.year_to == year:
        return replace(filters, year_from=None, year_to=None)
    return replace(filters, year_from=year, year_to=year)


def sorts(query: Query, words: Wording) -> Iterator[Link]:
    """Yield a link for each order of the answer."""
    for order, text in ORDERS.items():
        address = search_address(PATH, replace(query, order=order), 1)
        yield Link(words.gettext(text), address, current=order is query.order)


def page_links(query: Query, count: int) -> Iterator[Link | None]:
    """Yield the first, the last and the near pages, and ``None`` for each gap."""
    near = range(query.page - _PAGES_AROUND, query.page + _PAGES_AROUND + 1)
    shown = sorted({1, count} | {page for page in near if 1 <= page <= count})
    behind = 0
    for page in shown:
        if page > behind + 1:
            yield None
        yield Link(str(page), search_address(PATH, query, page), current=page == query.page)
        behind = page


def _known(code: str) -> str | None:
    """Return the code of a language whose own name is shown."""
    return code if code in LANGUAGES else None
