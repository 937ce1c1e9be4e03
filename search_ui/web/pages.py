"""From an answer to what the templates of the home, search and status pages show.

Values only: marks become segments here, so that the templates escape every word of a document.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlencode

from indexer.engine import Order
from indexer.languages import LANGUAGES
from indexer.model import Document

from ..search.answer import FacetValue, Hit, Response, Status
from ..search.excerpts import Excerpt
from ..search.query import Filters, Query, parse
from . import wording
from .addresses import (
    document_address,
    file_address,
    label_of,
    parameters_beside_question,
    search_address,
)

PATH = "/search"

_PAGES_AROUND = 2
"""Page numbers shown on either side of the current one."""

_YEARS_SHOWN = 8
"""Years that stand open on the page; earlier ones are folded away."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text that is marked as found, or is not."""

    text: str
    marked: bool


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
class ShownExcerpt:
    """A quotation with its way into the document."""

    segments: tuple[Segment, ...]
    language: str
    page: int
    address: str
    original: str | None
    """The address of the page in the original file, where the browser can go there."""


@dataclass(frozen=True, slots=True)
class ShownHit:
    """One document of the list."""

    document: Document
    address: str
    language: str
    kind: str
    date: str | None
    excerpts: tuple[ShownExcerpt, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one label, each a link that puts the filter on or takes it off."""

    name: str
    title: str
    links: tuple[Link, ...]
    folded: tuple[Link, ...] = ()
    """Values that are shown on demand."""


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Everything the search page shows."""

    question: str
    hidden: tuple[tuple[str, str], ...]
    """What the form sends along: the filters and the order stay when the question changes."""
    count: str
    total: int
    relaxed: bool
    instead: Link | None
    """The question in another spelling."""
    chips: tuple[Link, ...]
    typed: tuple[str, ...]
    """Filters that stand in the question itself."""
    unfiltered: str | None
    """The address without any filter, where there is one."""
    facets: tuple[Facet, ...]
    sorts: tuple[Link, ...]
    first: int
    """The number of the first hit, from 1."""
    hits: tuple[ShownHit, ...]
    pages: tuple[Link | None, ...]
    """Page links; ``None`` stands for pages left out."""
    previous: str | None
    next: str | None
    last: str
    """The address of the last page."""
    page: int
    page_count: int


@dataclass(frozen=True, slots=True)
class Holdings:
    """What the library holds, as links to searches."""

    documents: str
    facets: tuple[Facet, ...]


def search(response: Response) -> SearchPage:
    """Return what the search page shows."""
    query, asked = response.query, response.query.question
    count = max(1, response.pages)
    return SearchPage(
        question=asked.text,
        hidden=tuple(parameters_beside_question(query)),
        count=wording.documents(response.total),
        total=response.total,
        relaxed=response.relaxed,
        instead=_instead(response),
        chips=tuple(_chips(query)),
        typed=tuple(_names(asked.filters)),
        unfiltered=_address(query, Filters()) if query.filters != Filters() else None,
        facets=tuple(_facets(query, response.facets)),
        sorts=tuple(_sorts(query)) if asked.wanted else (),
        first=(query.page - 1) * query.per_page + 1,
        hits=tuple(_hit(hit, asked.text) for hit in response.hits),
        pages=tuple(_page_links(query, count)) if count > 1 else (),
        previous=search_address(PATH, query, min(query.page - 1, count)) if query.page > 1 else None,
        next=search_address(PATH, query, query.page + 1) if query.page < count else None,
        last=search_address(PATH, query, count),
        page=query.page,
        page_count=count,
    )


def holdings(status: Status) -> Holdings:
    """Return what the library holds, each value a link to its documents."""
    values = {
        label: tuple(FacetValue(value, count, selected=False) for value, count in numbers.items())
        for label, numbers in status.numbers.items()
    }
    values["year"] = tuple(sorted(values["year"], key=lambda year: year.value, reverse=True))
    return Holdings(wording.documents(status.documents), tuple(_facets(Query(parse("")), values)))


def examples(status: Status) -> tuple[Link, ...]:
    """Return questions to try, in the languages of the library."""
    return tuple(
        Link(question, f"{PATH}?{urlencode({'q': question})}", language=code)
        for code in status.numbers["language"]
        for question in wording.EXAMPLES.get(code, ())
    )


def newest(response: Response) -> tuple[ShownHit, ...]:
    """Return the documents of an answer without their excerpts."""
    return tuple(_hit(replace(hit, excerpts=(), why=()), "") for hit in response.hits)


def segments(text: str, marks: Sequence[tuple[int, int]]) -> Iterator[Segment]:
    """Yield the text in runs that are marked or not, in order."""
    behind = 0
    for start, end in marks:
        if behind < start:
            yield Segment(text[behind:start], marked=False)
        yield Segment(text[start:end], marked=True)
        behind = end
    if behind < len(text):
        yield Segment(text[behind:], marked=False)


def _hit(hit: Hit, question: str) -> ShownHit:
    document = hit.document
    return ShownHit(
        document=document,
        address=document_address(document, question=question),
        language=label_of("language", document.language),
        kind=label_of("kind", document.kind),
        date=wording.date(hit.date) if hit.date else None,
        excerpts=tuple(_excerpt(document, excerpt, question) for excerpt in hit.excerpts),
        why=tuple(wording.reason(reason) for reason in hit.why),
    )


def _excerpt(document: Document, excerpt: Excerpt, question: str) -> ShownExcerpt:
    return ShownExcerpt(
        segments=tuple(segments(excerpt.text, excerpt.marks)),
        language=excerpt.language,
        page=excerpt.page,
        address=document_address(document, question=question, passage=excerpt.passage, page=excerpt.page),
        original=file_address(document, excerpt.page) if document.media_type == "application/pdf" else None,
    )


def _instead(response: Response) -> Link | None:
    if response.corrected is None:
        return None
    query = replace(response.query, question=parse(response.corrected), page=1)
    return Link(response.corrected, search_address(PATH, query, 1))


def _address(query: Query, filters: Filters) -> str:
    """Return the address of the first page of the same question with other filters."""
    return search_address(PATH, replace(query, filters=filters), 1)


def _chips(query: Query) -> Iterator[Link]:
    """Yield a link for each filter that takes it off."""
    filters = query.filters
    for code in sorted(filters.languages):
        without = replace(filters, languages=filters.languages - {code})
        yield Link(label_of("language", code), _address(query, without), language=_known(code))
    for kind in sorted(filters.kinds):
        yield Link(label_of("kind", kind), _address(query, replace(filters, kinds=filters.kinds - {kind})))
    if span := wording.years(filters):
        yield Link(span, _address(query, replace(filters, year_from=None, year_to=None)))


def _names(filters: Filters) -> Iterator[str]:
    yield from (label_of("language", code) for code in sorted(filters.languages))
    yield from (label_of("kind", kind) for kind in sorted(filters.kinds))
    if span := wording.years(filters):
        yield span


def _facets(query: Query, facets: Mapping[str, Sequence[FacetValue]]) -> Iterator[Facet]:
    for name, title in wording.FACETS.items():
        links = tuple(_facet_link(query, name, value) for value in facets[name])
        shown = _YEARS_SHOWN if name == "year" else len(links)
        if links:
            yield Facet(name, title, links[:shown], links[shown:])


def _facet_link(query: Query, name: str, value: FacetValue) -> Link:
    return Link(
        text=label_of(name, value.value),
        address=_address(query, _toggled(query.filters, name, value)),
        language=_known(value.value) if name == "language" else None,
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


def _sorts(query: Query) -> Iterator[Link]:
    for order, text in ((Order.RELEVANCE, "Best match"), (Order.DATE, "Newest first")):
        address = search_address(PATH, replace(query, order=order), 1)
        yield Link(text, address, current=order is query.order)


def _page_links(query: Query, count: int) -> Iterator[Link | None]:
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
