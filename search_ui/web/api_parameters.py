"""Every parameter of an address: what ``parameters`` reads by, and what the OpenAPI document says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import Literal

from indexer.engine import Order
from indexer.knowledge.kinds import KINDS
from indexer.languages import LANGUAGES

from ..search.lessons import KINDS as KINDS_OF_LESSONS
from ..search.query import MAX_CHARACTERS, MAX_PER_PAGE

MAX_PAGE = 1_000_000
"""The highest page number that is taken; far behind the last page of any library."""

Form = Literal["text", "choice", "number", "year", "amounts"]


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of an address."""

    name: str
    about: str
    example: str | int
    form: Form = "text"
    choices: tuple[str, ...] = ()
    """The values that a choice may have."""
    default: str | int | None = None
    highest: int = 0
    """The largest number; the smallest is 1."""
    repeated: bool = False
    """Whether it may be given several times."""
    pattern: str = ""
    """What a text must look like; empty for any."""
    in_path: bool = False
    """Whether it is a part of the path."""


Q = Parameter(
    "q",
    f"The question. Nothing that a person can type is an error; {MAX_CHARACTERS} characters are read.",
    "samarbejde kommuner",
    default="",
)
LANG = Parameter(
    "lang", "Only documents in this language.", "da", "choice", choices=tuple(LANGUAGES), repeated=True
)
KIND = Parameter(
    "kind", "Only documents of this kind.", "newsletter", "choice", choices=tuple(KINDS), repeated=True
)
PROJECT = Parameter("project", "Only documents that name this project.", "InterLoc", repeated=True)
PROGRAMME = Parameter("programme", "Only documents that name this programme.", "South Baltic", repeated=True)
PLACE = Parameter(
    "place", "Only documents that name this place, in any of its languages.", "Kwidzyn", repeated=True
)
PARTNER = Parameter("partner", "Only documents that name this partner.", "Slagelse Kommune", repeated=True)
LESSON = Parameter(
    "lesson",
    "Only documents with lessons of this kind.",
    "obstacle",
    "choice",
    choices=KINDS_OF_LESSONS,
    repeated=True,
)
SERIES = Parameter("series", "Only issues of this series.", "Knowledge Base Newsletter", repeated=True)
_AMOUNT = r"[0-9]{1,15}(\.[0-9]{1,2})?"

BUDGET = Parameter(
    "budget",
    "Only documents of projects whose total budget lies in this span, with or without its currency.",
    "100000..500000EUR",
    "amounts",
    pattern=rf"^({_AMOUNT}(\.\.({_AMOUNT})?)?([A-Za-z]{{3}})?|\.\.{_AMOUNT}([A-Za-z]{{3}})?)?$",
)
YEAR_FROM = Parameter("year_from", "Only documents of this year or later.", "2011", "year")
YEAR_TO = Parameter("year_to", "Only those of this year or earlier, not before `year_from`.", "2026", "year")
SORT = Parameter(
    "sort",
    "The order of the hits.",
    Order.RELEVANCE.value,
    "choice",
    choices=tuple(order.value for order in Order),
    default=Order.RELEVANCE.value,
)
PAGE = Parameter("page", "Page of the answer.", 1, "number", default=1, highest=MAX_PAGE)
PER_PAGE = Parameter("per_page", "Hits on a page.", 10, "number", default=10, highest=MAX_PER_PAGE)
WITHOUT = Parameter(
    "without",
    "A word of another language that is not to be searched for; `*` stands for all of them.",
    "współpraca",
    repeated=True,
)
TYPED = Parameter("q", "What has been typed so far; its last word is completed.", "samarb", default="")
PASSAGE = Parameter("passage", "The passage to open it at.", 1, "number", default=1, highest=MAX_PAGE)
ID = Parameter(
    "id", "The document's id, as hits name it.", "0123456789ab", pattern="^[0-9a-f]{12}$", in_path=True
)

NAME = Parameter("name", "The name, in any spelling.", "InterLoc", in_path=True)
PLACE_NAME = replace(NAME, about="The name, in any spelling and language.", example="Kwidzyn")


def _named(*parameters: Parameter) -> Mapping[str, Parameter]:
    return MappingProxyType({parameter.name: parameter for parameter in parameters})


LABELS = _named(PROJECT, PROGRAMME, PLACE, PARTNER, LESSON, SERIES)
"""Those that ask for a value that the library knows by its name."""

SEARCH = _named(*(Q, LANG, KIND, YEAR_FROM, YEAR_TO, *LABELS.values(), BUDGET, SORT, PAGE, PER_PAGE, WITHOUT))
READING = _named(Q, WITHOUT, PASSAGE)
VIEWING = _named(Q, WITHOUT, PAGE)
SUGGEST = _named(TYPED)
LISTS = _named(PAGE)
LESSONS = _named(
    replace(LESSON, name="kind", repeated=False),
    *(replace(one, repeated=False) for one in (LANG, PROJECT)),
    PAGE,
)
NONE = _named()
