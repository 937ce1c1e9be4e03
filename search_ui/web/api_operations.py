"""Every operation of the API: its address, its parameters, what answers it, and what it may be refused with.

The routes and the OpenAPI document are both made from ``OPERATIONS``. The shape of an answer is what
the answering function returns.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_type_hints

from ..search import known, lessons, named, projects
from ..search.service import SearchService
from . import api, api_known, parameters
from . import api_known_shapes as known_shapes
from . import api_shapes as shapes
from .addresses import MAX_CARRIED
from .api_parameters import ID, LESSONS, LISTS, NAME, NONE, PLACE_NAME, SEARCH, SUGGEST, Parameter

Given = Mapping[str, Sequence[str]]
"""The values of the parameters by name, those of the path too."""

Answer = (
    shapes.SearchAnswer
    | shapes.DocumentAnswer
    | shapes.SuggestAnswer
    | shapes.StatusAnswer
    | known_shapes.ProjectAnswer
    | known_shapes.ProjectsAnswer
    | known_shapes.PlaceAnswer
    | known_shapes.PlacesAnswer
    | known_shapes.LessonsAnswer
    | known_shapes.EventsAnswer
)

SUGGESTION_COST = 0.1
"""What a suggestion counts against a client's limit: one is asked for with nearly every key, and is cheap."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that a program can ask."""

    name: str
    path: str
    """The address, with ``{id}`` where a part of the path is a parameter."""
    summary: str
    answer: Callable[[SearchService, Given], Answer]
    parameters: Mapping[str, Parameter] = field(default_factory=lambda: NONE)
    """Those behind the question mark."""
    in_path: tuple[Parameter, ...] = ()
    cost: float = 1
    """What one request counts against a client's limit."""

    @property
    def rule(self) -> str:
        """The address as the routes write it."""
        return self.path.replace("{", "<").replace("}", ">")

    @property
    def shape(self) -> type:
        """The type of the answer."""
        shape: type = get_type_hints(self.answer)["return"]
        return shape

    @property
    def about(self) -> str:
        """What the operation does, in a few sentences."""
        return " ".join((self.answer.__doc__ or "").split())

    @property
    def refusals(self) -> tuple[int, ...]:
        """The HTTP statuses with which it may be refused."""
        return (400, *((404,) if self.in_path else ()), 405, 413, 429, 500, 503)


def search(service: SearchService, given: Given) -> shapes.SearchAnswer:
    """Give a page of hits with excerpts, exact counts by facet, and how the question was understood.

    A document is found in any of the languages of the library, whichever the question is in.
    """
    return api.body(service.search(parameters.query(given)))


def document(service: SearchService, given: Given) -> shapes.DocumentAnswer:
    """Give what is known about a document, what stated it, its text, what it states and refers to."""
    held, passages = service.document(given[ID.name][0])
    return api.document(held, passages, known.stated_here(service.catalogue, held.id))


def suggest(service: SearchService, given: Given) -> shapes.SuggestAnswer:
    """Give words of the library and terms of its glossary with which the question may go on."""
    typed = given.get("q", ("",))[0][:MAX_CARRIED]
    return api.suggestions(typed, service.complete(typed))


def status(service: SearchService, given: Given) -> shapes.StatusAnswer:  # noqa: ARG001 - one shape for all
    """Give how many documents there are, what could not be read, and why."""
    return api.status(service.status, known.lacking(service.catalogue))


def project(service: SearchService, given: Given) -> known_shapes.ProjectAnswer:
    """Give what all documents state of a project, side by side, with the words of each.

    Where two statements cannot both be true, it says so.
    """
    return api_known.project(projects.card(service.catalogue, given[NAME.name][0]))


def all_projects(service: SearchService, given: Given) -> known_shapes.ProjectsAnswer:
    """Give every project that documents name, those that most documents name first."""
    return api_known.projects(projects.all_projects(service.catalogue), parameters.page(given))


def place(service: SearchService, given: Given) -> known_shapes.PlaceAnswer:
    """Give the documents that name a place, the projects with a partner from there, and the events there."""
    return api_known.place(named.named(service.catalogue, service.events, "place", given[NAME.name][0]))


def places(service: SearchService, given: Given) -> known_shapes.PlacesAnswer:  # noqa: ARG001 - as above
    """Give every place that documents name, those that most documents name first."""
    return api_known.places(named.places(service.catalogue))


def all_lessons(service: SearchService, given: Given) -> known_shapes.LessonsAnswer:
    """Give what others learned, by kind, each with the passage that says it."""
    asked, page = parameters.lessons(given)
    found = lessons.lessons(service.catalogue, asked, page=page, per_page=api_known.PER_PAGE)
    return api_known.lessons(found, page)


def all_events(service: SearchService, given: Given) -> known_shapes.EventsAnswer:
    """Give the events that documents date, the earliest first, each once."""
    return api_known.events(service.events, parameters.page(given))


OPERATIONS = (
    Operation("search", api.PATH, "Answer a question", search, SEARCH),
    Operation("suggest", "/api/v1/suggest", "Complete a question", suggest, SUGGEST, cost=SUGGESTION_COST),
    Operation("document", "/api/v1/document/{id}", "Read a document", document, in_path=(ID,)),
    Operation(
        "project", "/api/v1/project/{name}", "Compare what is stated of a project", project, in_path=(NAME,)
    ),
    Operation("projects", "/api/v1/projects", "List the projects", all_projects, LISTS),
    Operation("place", "/api/v1/place/{name}", "See who names a place", place, in_path=(PLACE_NAME,)),
    Operation("places", "/api/v1/places", "List the places", places),
    Operation("lessons", "/api/v1/lessons", "List what others learned", all_lessons, LESSONS),
    Operation("events", "/api/v1/events", "List the events", all_events, LISTS),
    Operation("status", "/api/v1/status", "See what is indexed", status),
)
