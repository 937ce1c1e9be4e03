"""From an answer to what the templates of the home, search and status pages show.

Values only: marks become segments here, so that the templates escape every word of a document.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from urllib.parse import urlencode

from indexer.model import Document

from ..search.answer import FacetValue, Hit, Response, Status
from ..search.excerpts import Excerpt
from ..search.query import Filters, Query, parse
from . import links
from .addresses import (
    document_address,
    parameters_beside_question,
    passage_address,
    search_address,
    viewer_address,
)
from .advice import Way
from .facets import Facet, chips, facets
from .filtering import unfiltered
from .names import EXAMPLES
from .paging import pages
from .wording import BREAK, Wording

MOST_EXAMPLES = 4
"""Questions to try on the front page."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text that is marked as found, or is not."""

    text: str
    marked: bool


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
class SearchPage:
    """Everything the search page shows."""

    question: str
    hidden: tuple[tuple[str, str], ...]
    """What the form sends along: the filters and the order stay when the question changes."""
    count: str
    total: int
    relaxed: str | None
    """What the reader is told where hits hold only some of the words."""
    instead: links.Link | None
    """The question in another spelling."""
    as_typed: links.Link | None
    """The question that asks for exactly what was typed, where another spelling was searched for."""
    shortened: int | None
    """The characters of the question that were read, where it was longer."""
    expansions: tuple[links.Link, ...]
    """What was searched for in other languages; each link takes it off."""
    untranslated: str | None
    """The address that searches only for what was typed, where more was searched for."""
    translated: str | None
    """The address that searches in all languages again, where something was taken off."""
    chips: tuple[links.Link, ...]
    ways_out: tuple[Way, ...]
    """Other questions that do find something, where this one found nothing."""
    unfiltered: str | None
    """The address without any filter, where there is one."""
    facets: tuple[Facet, ...]
    sorts: tuple[links.Link, ...]
    first: int
    """The number of the first hit, from 1."""
    hits: tuple[ShownHit, ...]
    pages: tuple[links.Link | None, ...]
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


def search(
    response: Response, words: Wording, *, ways_out: tuple[Way, ...] = (), shortened: int | None = None
) -> SearchPage:
    """Return what the search page shows."""
    query, asked = response.query, response.query.question
    count = max(1, response.pages)
    ways = pages(query.page, response.total, query.per_page, partial(search_address, links.PATH, query))
    return SearchPage(
        question=asked.text,
        hidden=tuple(parameters_beside_question(query)),
        count=words.documents(response.total),
        total=response.total,
        relaxed=words.relaxed(response) if response.relaxed else None,
        instead=_asking(query, response.corrected),
        as_typed=_asking(query, response.as_typed),
        shortened=shortened,
        expansions=tuple(links.expansions(response)),
        untranslated=links.as_typed_only(query) if response.expansions else None,
        translated=search_address(links.PATH, replace(query, without=frozenset()), 1)
        if query.without
        else None,
        chips=tuple(chips(query, words, response.facets)),
        ways_out=ways_out,
        unfiltered=links.address_of(unfiltered(query)) if query.all_filters != Filters() else None,
        facets=tuple(facets(query, response.facets, words)),
        sorts=tuple(links.sorts(query, words)) if asked.wanted else (),
        first=(query.page - 1) * query.per_page + 1,
        hits=tuple(_hit(hit, query, words) for hit in response.hits),
        pages=ways.links,
        previous=ways.previous,
        next=ways.next,
        last=search_address(links.PATH, query, count),
        page=query.page,
        page_count=count,
    )


def holdings(status: Status, words: Wording) -> Holdings:
    """Return what the library holds, each value a link to its documents."""
    values = {
        label: tuple(FacetValue(value, count, selected=False) for value, count in numbers.items())
        for label, numbers in status.numbers.items()
    }
    return Holdings(words.documents(status.documents), tuple(facets(Query(parse("")), values, words)))


def examples(status: Status, words: Wording) -> tuple[links.Link, ...]:
    """Return a few questions to try, in the languages of the library, the visitor's own first."""
    codes = sorted(status.numbers["language"], key=lambda code: code != words.code)
    questions = (
        links.Link(question, f"{links.PATH}?{urlencode({'q': question})}", language=code)
        for code in codes
        for question in EXAMPLES.get(code, ())
    )
    return tuple(islice(questions, MOST_EXAMPLES))


def newest(response: Response, words: Wording) -> tuple[ShownHit, ...]:
    """Return the documents of an answer without their excerpts."""
    return tuple(_hit(replace(hit, excerpts=(), why=()), response.query, words) for hit in response.hits)


def segments(text: str, marks: Sequence[tuple[int, int]]) -> Iterator[Segment]:
    """Yield the text in runs that are marked or not, in order, the blocks of a passage on one line."""
    behind = 0
    for start, end in marks:
        if behind < start:
            yield Segment(text[behind:start].replace("\n", BREAK), marked=False)
        yield Segment(text[start:end].replace("\n", BREAK), marked=True)
        behind = end
    if behind < len(text):
        yield Segment(text[behind:].replace("\n", BREAK), marked=False)


def _hit(hit: Hit, query: Query, words: Wording) -> ShownHit:
    document = hit.document
    return ShownHit(
        document=document,
        address=document_address(document, question=query.question.text, without=query.without),
        language=words.language_alone(document.language),
        kind=words.kind(document.kind),
        date=words.date(hit.date) if hit.date else None,
        excerpts=tuple(_excerpt(document, excerpt, query) for excerpt in hit.excerpts),
        why=tuple(words.reason(reason) for reason in hit.why),
    )


def _excerpt(document: Document, excerpt: Excerpt, query: Query) -> ShownExcerpt:
    question, without = query.question.text, query.without
    is_pdf = document.is_pdf
    viewer = viewer_address(document, excerpt.page, question=question, without=without)
    return ShownExcerpt(
        segments=tuple(segments(excerpt.text, excerpt.marks)),
        language=excerpt.language,
        page=excerpt.page,
        address=passage_address(document, excerpt.passage, question=question, without=without),
        original=viewer if is_pdf else None,
    )


def _asking(query: Query, text: str | None) -> links.Link | None:
    """Return the first page of the same search with another question."""
    if text is None:
        return None
    return links.Link(text, search_address(links.PATH, replace(query, question=parse(text)), 1))
