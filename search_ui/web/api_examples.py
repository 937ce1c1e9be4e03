"""One example of every answer, made by the functions that make the real ones."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath
from types import MappingProxyType

from indexer.errors import QueryError
from indexer.knowledge.claims import Claim, Stated
from indexer.model import Block, DatedFact, Document, Passage, SourceFile, document_id

from ..search.answer import FacetValue, Hit, Reason, Response, Status
from ..search.events import Event, Telling
from ..search.excerpts import Excerpt
from ..search.known import Lacking, StatedHere
from ..search.lessons import Asked, Lessons
from ..search.named import Listed as ListedPlace
from ..search.named import Mention, Named
from ..search.projects import ORDER, Card, Listed
from ..search.query import Query, parse
from ..search.stated import Source, rows
from ..search.wanted import Expansion
from . import api, api_known, parameters, problems

_PATH = PurePosixPath("da/erfaringer.pdf")
_TEXT = "Samarbejde mellem kommuner lykkes, når alle kender målet."

_DOCUMENT = Document(
    id=document_id(_PATH),
    source=SourceFile(_PATH, size=48_213, sha256="0" * 64),
    media_type="application/pdf",
    title="Erfaringer fra fem år",
    language="da",
    languages=("da",),
    kind="report",
    published=DatedFact("2014-05", "PDF property"),
    pages=12,
    author="A. Berg",
    sources={"title": "heading", "kind": "path", "language": "text", "author": "PDF property"},
)

_WAY = Expansion(word="współpraca", alternative="samarbejde", language="da", source="glossary")

_RESPONSE = Response(
    query=Query(parse("współpraca"), per_page=1),
    hits=(
        Hit(
            document=_DOCUMENT,
            score=7.25,
            excerpts=(Excerpt(_TEXT, page=3, passage=4, language="da", marks=((0, 10),)),),
            why=(Reason("współpraca", ("samarbejde",), "translation", _WAY),),
        ),
    ),
    total=2,
    relaxed=False,
    complete=2,
    facets={
        "language": (FacetValue("da", 2, selected=False),),
        "kind": (FacetValue("report", 2, selected=False),),
        "year": (FacetValue("2014", 2, selected=False),),
        "project": (FacetValue("InterLoc", 2, selected=False),),
        "programme": (FacetValue("South Baltic", 1, selected=False),),
        "place": (FacetValue("Kwidzyn", 1, selected=False),),
        "lesson": (FacetValue("success-factor", 2, selected=False),),
    },
    corrections=(),
    expansions=(_WAY,),
    corrected=None,
    as_typed=None,
    generation=7,
    took_ms=12.3,
)

_PASSAGE = Passage(4, 3, "Samarbejde", (Block("paragraph", _TEXT),), "da")


def _stated(about: str, name: str, value: str, start: int, end: int) -> Source:
    claim = Claim(about, name, value, _PASSAGE.number, start, end, name)
    return Source(_DOCUMENT, Stated(_DOCUMENT.id, claim, _PASSAGE.page, _PASSAGE.language, _PASSAGE.text))


_LESSON = _stated("document", "lesson", "success-factor", 0, len(_TEXT))
_PLACE = _stated("document", "place", "Kwidzyn", 0, 10)
_BUDGET = _stated("project:InterLoc", "total-budget", "527044 EUR", 0, len(_TEXT))
_LISTED = Listed(
    "InterLoc",
    2,
    {"programme": ("South Baltic",), "period": ("2007-2013",), "total-budget": ("527044 EUR",)},
)
_EVENT = Event("2014-05-06/2014-05-07", "meeting", "Kwidzyn", "18", "", (Telling(_DOCUMENT.id, 4, ""),))

_STATUS = Status(
    generation=7,
    engine="whoosh",
    documents=2,
    numbers={"language": {"da": 2}, "kind": {"report": 2}, "year": {"2014": 2}},
    shelves=(),
    failures=(
        ("da/lukket.pdf", "password", "The file is protected by a password. Save a copy without one."),
    ),
    warnings=(),
    lacking=(),
    notice=None,
)

ANSWERS: Mapping[str, Mapping[str, object]] = MappingProxyType(
    {
        "search": api.body(_RESPONSE),
        "document": api.document(_DOCUMENT, (_PASSAGE,), StatedHere((_LESSON,), (), ())),
        "suggest": api.suggestions("samarb", ("samarbejde", "samarbejdsaftale")),
        "project": api_known.project(Card("InterLoc", 2, 1, rows((_BUDGET,), ORDER))),
        "projects": api_known.projects((_LISTED,), 1),
        "place": api_known.place(
            Named("place", "Kwidzyn", None, (Mention(_PLACE, 1),), (), events=(_EVENT,))
        ),
        "places": api_known.places((ListedPlace("Kwidzyn", 1, None),)),
        "lessons": api_known.lessons(Lessons(Asked(), 1, (_LESSON,), {}), 1),
        "events": api_known.events((_EVENT,), 1),
        "status": api.status(_STATUS, (Lacking("InterLoc newsletter 5", (_DOCUMENT,)),)),
    }
)
"""By the name of the operation."""

PROBLEM = problems.body(
    problems.problem(QueryError("page", parameters.NO_NUMBER, name="page", highest=1_000_000, value="0"))
)
"""What a wrong parameter is refused with."""
