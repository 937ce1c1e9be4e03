"""The JSON of an answer: the documented contract, which only grows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import quote, urlencode

from indexer.knowledge.kinds import KINDS
from indexer.languages import LANGUAGES
from indexer.model import Document, Passage

from ..search.answer import FacetValue, Hit, Response, Status
from ..search.excerpts import Excerpt
from ..search.query import Clause, Either, Filters, Query, Quoted, Start, Word

PATH = "/api/v1/search"

Json = Mapping[str, object]


def body(response: Response) -> Json:
    """Return the answer as plain values."""
    query = response.query
    return {
        "query": {
            "q": query.question.text,
            "parsed": _parsed(query),
            "relaxed": response.relaxed,
            "corrections": [
                {"word": one.word, "suggestion": one.suggestion, "q": response.corrected}
                for one in response.corrections
            ],
            "expansions": [],
        },
        "total": response.total,
        "page": query.page,
        "per_page": query.per_page,
        "took_ms": round(response.took_ms, 1),
        "generation": response.generation,
        "hits": [_hit(hit) for hit in response.hits],
        "facets": {
            label: [_facet_value(label, value) for value in values]
            for label, values in response.facets.items()
        },
        "links": {
            "self": address(PATH, query, query.page),
            "next": address(PATH, query, query.page + 1) if query.page < response.pages else None,
            "prev": address(PATH, query, query.page - 1) if query.page > 1 else None,
        },
    }


def document(held: Document, passages: Iterable[Passage]) -> Json:
    """Return a document with its text, passage by passage."""
    return _card(held) | {
        "media_type": held.media_type,
        "pages": held.pages,
        "date_source": held.published.source if held.published else None,
        "source_url": held.url,
        "warnings": list(held.warnings),
        "passages": [
            {
                "number": passage.number,
                "page": passage.page,
                "language": passage.language,
                "heading": passage.heading,
                "text": passage.text,
                "url": page_address(held, passage.page),
            }
            for passage in passages
        ],
    }


def status(held: Status) -> Json:
    """Return what is indexed, what failed and why."""
    return {
        "generation": held.generation,
        "engine": held.engine,
        "documents": held.documents,
        "notice": held.notice,
        "facets": {label: dict(values) for label, values in held.numbers.items()},
        "failures": [{"path": path, "code": code, "reason": reason} for path, code, reason in held.failures],
    }


def address(path: str, query: Query, page: int) -> str:
    """Return the address that asks this query at this path; what is as usual is left out."""
    filters = query.filters
    pairs: list[tuple[str, str]] = [("q", query.question.text)]
    pairs += [("lang", code) for code in sorted(filters.languages)]
    pairs += [("kind", kind) for kind in sorted(filters.kinds)]
    pairs += [("year_from", f"{filters.year_from:04}")] if filters.year_from is not None else []
    pairs += [("year_to", f"{filters.year_to:04}")] if filters.year_to is not None else []
    usual = Query(query.question)
    pairs += [("sort", query.order.value)] if query.order is not usual.order else []
    pairs += [("per_page", str(query.per_page))] if query.per_page != usual.per_page else []
    pairs += [("page", str(page))] if page != usual.page else []
    return f"{path}?{urlencode(pairs, errors='replace')}"


def page_address(held: Document, page: int) -> str:
    """Return the address of a page of the document's text."""
    return f"/document/{held.id}#page-{page}"


def file_address(held: Document, page: int | None = None) -> str:
    """Return the address of the original file, of a PDF at the page."""
    anchor = f"#page={page}" if page and held.media_type == "application/pdf" else ""
    return f"/file/{quote(held.id)}{anchor}"


def label_of(facet: str, value: str) -> str:
    """Return what a person calls the value of a facet."""
    if facet == "language" and value in LANGUAGES:
        return LANGUAGES[value].name
    return KINDS.get(value, value) if facet == "kind" else value


def _card(held: Document) -> dict[str, object]:
    return {
        "id": held.id,
        "path": held.source.path.as_posix(),
        "title": held.title,
        "language": held.language,
        "languages": list(held.languages),
        "kind": held.kind,
        "date": held.published.value if held.published else None,
        "url": f"/document/{held.id}",
        "file_url": file_address(held),
    }


def _hit(hit: Hit) -> Json:
    return _card(hit.document) | {
        "score": hit.score,
        "excerpts": [_excerpt(hit.document, excerpt) for excerpt in hit.excerpts],
        "why": [
            {"asked": one.asked, "found": list(one.found), "how": one.how or "missing"} for one in hit.why
        ],
    }


def _excerpt(held: Document, excerpt: Excerpt) -> Json:
    return {
        "page": excerpt.page,
        "language": excerpt.language,
        "text": excerpt.text,
        "marks": [list(mark) for mark in excerpt.marks],
        "url": page_address(held, excerpt.page),
        "file_url": file_address(held, excerpt.page),
    }


def _facet_value(label: str, held: FacetValue) -> Json:
    return {
        "value": held.value,
        "label": label_of(label, held.value),
        "count": held.count,
        "selected": held.selected,
    }


def _parsed(query: Query) -> Json:
    """Return how the question was understood."""
    question = query.question
    return {
        "wanted": [_clause(clause) for clause in question.wanted],
        "excluded": [_clause(clause) for clause in question.excluded],
        "filters": _filters(query.all_filters),
    }


def _clause(clause: Clause) -> Json:
    match clause:
        case Word(text):
            return {"word": text}
        case Quoted():
            return {"phrase": clause.text}
        case Start(text):
            return {"start": text}
        case Either(options):
            return {"either": [_clause(option) for option in options]}


def _filters(filters: Filters) -> Json:
    return {
        "lang": sorted(filters.languages),
        "kind": sorted(filters.kinds),
        "year_from": filters.year_from,
        "year_to": filters.year_to,
    }
