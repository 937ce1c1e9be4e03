"""The addresses of this site, all relative to its root: never made from what a request claims to be."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, takewhile
from urllib.parse import quote, urlencode

from indexer.model import Document

from ..search.query import Query, parse

MAX_CARRIED = 200
"""Characters of a question that a link to a document takes along, and of the translations that were taken
off; longer ones would swell the page."""


def search_address(path: str, query: Query, page: int) -> str:
    """Return the address that asks this query at this path; what is as usual is left out."""
    pairs = [("q", query.question.text), *parameters_beside_question(query)]
    pairs += [("page", str(page))] if page != 1 else []
    return f"{path}?{urlencode(pairs, errors='replace')}"


def without(query: Query, *texts: str) -> Query:
    """Return the query that does not ask for these translations either."""
    return replace(query, without=query.without | {text.casefold() for text in texts})


def parameters_beside_question(query: Query) -> Iterator[tuple[str, str]]:
    """Yield the filters, the order, the length of a page and what is taken off, where not as usual."""
    filters, usual = query.filters, Query(parse(""))
    yield from (("lang", code) for code in sorted(filters.languages))
    yield from (("kind", kind) for kind in sorted(filters.kinds))
    if filters.year_from is not None:
        yield "year_from", f"{filters.year_from:04}"
    if filters.year_to is not None:
        yield "year_to", f"{filters.year_to:04}"
    yield from sorted(filters.known)
    if filters.budget is not None:
        yield "budget", str(filters.budget)
    if query.order is not usual.order:
        yield "sort", query.order.value
    if query.per_page != usual.per_page:
        yield "per_page", str(query.per_page)
    yield from (("without", text) for text in sorted(query.without))


def document_address(
    document: Document,
    *,
    question: str = "",
    without: Iterable[str] = (),
    passage: int | None = None,
    anchor: str = "",
) -> str:
    """Return the address of the document's text, at a place in the part that holds the passage."""
    pairs = [*_asked(question, without)]
    pairs += [("passage", str(passage))] if passage and passage > 1 else []
    return f"/document/{quote(document.id)}{_query(pairs)}{f'#{anchor}' if anchor else ''}"


def passage_address(
    document: Document, passage: int, *, question: str = "", without: Iterable[str] = ()
) -> str:
    """Return the address at which a passage is read, with or without the words of a question marked."""
    return document_address(
        document, question=question, without=without, passage=passage, anchor=f"passage-{passage}"
    )


def viewer_address(document: Document, page: int, *, question: str = "", without: Iterable[str] = ()) -> str:
    """Return the address at which a page of a PDF is looked at, with the words of a question marked."""
    pairs = [*_asked(question, without)]
    pairs += [("page", str(page))] if page > 1 else []
    return f"/document/{quote(document.id)}/pdf{_query(pairs)}"


def file_address(document: Document, page: int | None = None) -> str:
    """Return the address of the original file, of a PDF at the page."""
    anchor = f"#page={page}" if page and document.is_pdf else ""
    return f"/file/{quote(document.id)}{anchor}"


def _asked(question: str, without: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield the question as a link to a document takes it along, and the translations taken off."""
    if question:
        yield "q", question[:MAX_CARRIED]
        lengths = accumulate(len(text) for text in sorted(without))
        carried = takewhile(lambda pair: pair[1] <= MAX_CARRIED, zip(sorted(without), lengths, strict=True))
        yield from (("without", text) for text, _ in carried)


def _query(pairs: Sequence[tuple[str, str]]) -> str:
    return f"?{urlencode(pairs, errors='replace')}" if pairs else ""
