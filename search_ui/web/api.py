"""The JSON of an answer: the documented contract, which only grows. ``api_shapes`` says what it means."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from indexer.knowledge.claims import Claim
from indexer.knowledge.kinds import KINDS
from indexer.languages import LANGUAGES, UNKNOWN
from indexer.model import DatedFact, Document, Fact, Passage

from ..search.answer import FacetValue, Hit, Reason, Response, Status
from ..search.days import Day
from ..search.excerpts import Excerpt
from ..search.known import NOTHING, Lacking, Referred, StatedHere
from ..search.query import Clause, Either, Exact, Filters, Query, Quoted, Start, Whole, Word
from . import api_shapes as shapes
from .addresses import document_address, file_address, passage_address, search_address, without
from .fact_names import LESSONS

PATH = "/api/v1/search"


def body(response: Response) -> shapes.SearchAnswer:
    """Return the answer as plain values."""
    query = response.query
    return {
        "query": {
            "q": query.question.text,
            "parsed": _parsed(query),
            "relaxed": response.relaxed,
            "complete": response.complete,
            "corrections": [
                {
                    "word": one.word,
                    "suggestion": one.suggestion,
                    "applied": one.applied,
                    "q": response.as_typed if one.applied else response.corrected,
                }
                for one in response.corrections
            ],
            "expansions": [
                {
                    "word": one.word,
                    "text": one.alternative,
                    "language": one.language,
                    "source": one.source,
                    "q": search_address(PATH, without(query, one.alternative), 1),
                }
                for one in response.expansions
            ],
        },
        "total": response.total,
        "page": query.page,
        "per_page": query.per_page,
        "took_ms": round(response.took_ms, 1),
        "generation": response.generation,
        "hits": [_hit(hit) for hit in response.hits],
        "facets": _facets(response),
        "links": {
            "self": search_address(PATH, query, query.page),
            "next": search_address(PATH, query, query.page + 1) if query.page < response.pages else None,
            "prev": search_address(PATH, query, min(query.page - 1, max(1, response.pages)))
            if query.page > 1
            else None,
        },
    }


def document(
    held: Document, passages: Iterable[Passage], here: StatedHere = NOTHING
) -> shapes.DocumentAnswer:
    """Return a document with its text, passage by passage, and what it states."""
    return {
        **_card(held),
        "media_type": held.media_type,
        "pages": held.pages,
        "date_source": held.published.source if held.published else None,
        "source_url": held.url,
        "warnings": list(held.warnings),
        "metadata": {name: _fact(fact) for name, fact in held.facts.items()},
        "passages": [
            {
                "number": passage.number,
                "page": passage.page,
                "language": passage.language,
                "heading": passage.heading,
                "text": passage.text,
                "url": passage_address(held, passage.number),
            }
            for passage in passages
        ],
        "states": [_claim(source.stated.claim) for source in here.claims],
        "refers_to": [_reference(one) for one in here.refers_to],
        "cited_by": [_reference(one) for one in here.cited_by],
    }


def _claim(claim: Claim) -> shapes.DocumentClaim:
    return {
        "about": claim.about,
        "name": claim.name,
        "value": claim.value,
        "passage": claim.passage,
        "start": claim.start,
        "end": claim.end,
        "rule": claim.rule,
        "doubt": claim.doubt,
    }


def _reference(one: Referred) -> shapes.DocumentReference:
    return {
        "name": one.reference.stated.claim.value,
        "document": one.document.id if one.document else None,
        "url": document_address(one.document) if one.document else None,
        "doubt": one.reference.doubt,
    }


def status(held: Status, lacking: Iterable[Lacking] = ()) -> shapes.StatusAnswer:
    """Return what is indexed, what failed and why."""
    return {
        "generation": held.generation,
        "engine": held.engine,
        "documents": held.documents,
        "notice": held.notice,
        "lacking": list(held.lacking),
        "facets": {label: dict(values) for label, values in held.numbers.items()},
        "counts": {"failures": len(held.failures), "warnings": len(held.warnings)},
        "failures": [{"path": path, "code": code, "reason": reason} for path, code, reason in held.failures],
        "warnings": [{"path": path, "warning": warning} for path, warning in held.warnings],
        "missing": [
            {"name": one.name, "cited_by": [document.id for document in one.cited_by]} for one in lacking
        ],
    }


def suggestions(typed: str, completions: Iterable[str]) -> shapes.SuggestAnswer:
    """Return how a question may go on."""
    return {"q": typed, "suggestions": list(completions)}


def _fact(fact: Fact | DatedFact) -> shapes.Fact:
    """Return what is known, how exactly, and what stated it."""
    if isinstance(fact, DatedFact):
        return {"value": fact.value, "precision": fact.precision, "source": fact.source}
    return {"value": fact.value, "source": fact.source}


def _card(held: Document) -> shapes.Card:
    return {
        "id": held.id,
        "path": held.source.path.as_posix(),
        "title": held.title,
        "language": held.language,
        "languages": list(held.languages),
        "kind": held.kind,
        "date": held.published.value if held.published else None,
        "url": document_address(held),
        "file_url": file_address(held),
    }


def _hit(hit: Hit) -> shapes.Hit:
    return {
        **_card(hit.document),
        "score": hit.score,
        "excerpts": [_excerpt(hit.document, excerpt) for excerpt in hit.excerpts],
        "why": [_reason(one) for one in hit.why],
    }


def _reason(told: Reason) -> shapes.Reason:
    plain: shapes.Reason = {"asked": told.asked, "found": list(told.found), "how": told.how or "missing"}
    way = told.expansion
    return {**plain, "through": way.alternative, "source": way.source} if way else plain


def _excerpt(held: Document, excerpt: Excerpt) -> shapes.Excerpt:
    return {
        "page": excerpt.page,
        "language": excerpt.language,
        "text": excerpt.text,
        "marks": [list(mark) for mark in excerpt.marks],
        "url": passage_address(held, excerpt.passage),
        "file_url": file_address(held, excerpt.page),
    }


def _facets(response: Response) -> shapes.Facets:
    return {
        "language": _facet("language", response.facets["language"]),
        "kind": _facet("kind", response.facets["kind"]),
        "year": _facet("year", response.facets["year"]),
        "project": _facet("project", response.facets["project"]),
        "programme": _facet("programme", response.facets["programme"]),
        "place": _facet("place", response.facets["place"]),
        "lesson": _facet("lesson", response.facets["lesson"]),
    }


def _facet(label: str, values: Sequence[FacetValue]) -> list[shapes.FacetValue]:
    return [
        {
            "value": held.value,
            "label": _called(label, held.value),
            "count": held.count,
            "selected": held.selected,
        }
        for held in values
    ]


def _called(facet: str, value: str) -> str:
    """Return what a person calls the value of a facet, whatever the language of the pages."""
    if facet == "language" and value in LANGUAGES:
        return LANGUAGES[value].name
    if facet == "language" and value == UNKNOWN.code:
        return "unknown"
    if facet == "lesson":
        return LESSONS.get(value, value)
    return KINDS.get(value, value) if facet == "kind" else value


def _parsed(query: Query) -> shapes.Parsed:
    """Return how the question was understood."""
    question = query.question
    return {
        "wanted": [_clause(clause) for clause in question.wanted],
        "excluded": [_clause(clause) for clause in question.excluded],
        "filters": _filters(query.all_filters),
    }


def _clause(clause: Clause) -> shapes.Clause:
    match clause:
        case Word(text):
            return {"word": text}
        case Exact(text):
            return {"exact": text}
        case Whole():
            return {"whole": clause.text}
        case Day(date):
            return {"day": date}
        case Quoted():
            return {"phrase": clause.text}
        case Start(text):
            return {"start": text}
        case Either(options):
            return {"either": [_clause(option) for option in options]}


def _filters(filters: Filters) -> shapes.Filters:
    return {
        "lang": sorted(filters.languages),
        "kind": sorted(filters.kinds),
        "year_from": filters.year_from,
        "year_to": filters.year_to,
        "project": sorted(filters.typed("project")),
        "programme": sorted(filters.typed("programme")),
        "place": sorted(filters.typed("place")),
        "partner": sorted(filters.typed("partner")),
        "lesson": sorted(filters.typed("lesson")),
        "series": sorted(filters.typed("series")),
        "budget": str(filters.budget) if filters.budget else None,
    }
