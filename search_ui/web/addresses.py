"""The addresses of this site, all relative to its root: never made from what a request claims to be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import quote, urlencode

from indexer.knowledge.kinds import KINDS
from indexer.languages import LANGUAGES, UNKNOWN
from indexer.model import Document

from ..search.query import Query, parse

MAX_CARRIED = 200
"""Characters of a question that a link to a document takes along; a longer one would swell the page."""


ALWAYS_FIRST = 12
"""Passages that the first part of a document always holds: at most 360 words each, some 30 of its 40 kB."""


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
    if query.order is not usual.order:
        yield "sort", query.order.value
    if query.per_page != usual.per_page:
        yield "per_page", str(query.per_page)
    yield from (("without", text) for text in sorted(query.without))


def document_address(
    document: Document, *, question: str = "", passage: int | None = None, page: int | None = None
) -> str:
    """Return the address of the document's text, at a page, in the part that holds the passage."""
    pairs = [("q", question[:MAX_CARRIED])] if question else []
    pairs += [("passage", str(passage))] if passage and passage > 1 else []
    asked = f"?{urlencode(pairs, errors='replace')}" if pairs else ""
    return f"/document/{quote(document.id)}{asked}{f'#page-{page}' if page else ''}"


def passage_address(document: Document, passage: int, page: int, *, question: str = "") -> str:
    """Return the address at which a passage is read; the part is named only where it may be a later one."""
    part = passage if passage > ALWAYS_FIRST else None
    return document_address(document, question=question, passage=part, page=page)


def file_address(document: Document, page: int | None = None) -> str:
    """Return the address of the original file, of a PDF at the page."""
    anchor = f"#page={page}" if page and document.media_type == "application/pdf" else ""
    return f"/file/{quote(document.id)}{anchor}"


def label_of(facet: str, value: str) -> str:
    """Return what a person calls the value of a facet."""
    if facet == "language" and value in LANGUAGES:
        return LANGUAGES[value].name
    if facet == "language" and value == UNKNOWN.code:
        return "unknown"
    return KINDS.get(value, value) if facet == "kind" else value
