"""Every operation of the API: its address, its parameters, what answers it, and what it may be refused with.

The routes and the OpenAPI document are both made from ``OPERATIONS``. The shape of an answer is what
the answering function returns.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import get_type_hints

from ..search.service import SearchService
from . import api, parameters
from . import api_shapes as shapes
from .addresses import MAX_CARRIED
from .api_parameters import ID, NONE, SEARCH, SUGGEST, Parameter

Given = Mapping[str, Sequence[str]]
"""The values of the parameters by name, those of the path too."""

Answer = shapes.SearchAnswer | shapes.DocumentAnswer | shapes.SuggestAnswer | shapes.StatusAnswer

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
    """Give what is known about a document, what stated it, and its text, passage by passage."""
    return api.document(*service.document(given[ID.name][0]))


def suggest(service: SearchService, given: Given) -> shapes.SuggestAnswer:
    """Give words of the library and terms of its glossary with which the question may go on."""
    typed = given.get("q", ("",))[0][:MAX_CARRIED]
    return api.suggestions(typed, service.complete(typed))


def status(service: SearchService, given: Given) -> shapes.StatusAnswer:  # noqa: ARG001 - one shape for all
    """Give how many documents there are, what could not be read, and why."""
    return api.status(service.status())


OPERATIONS = (
    Operation("search", api.PATH, "Answer a question", search, SEARCH),
    Operation("suggest", "/api/v1/suggest", "Complete a question", suggest, SUGGEST, cost=SUGGESTION_COST),
    Operation("document", "/api/v1/document/{id}", "Read a document", document, in_path=(ID,)),
    Operation("status", "/api/v1/status", "See what is indexed", status),
)
