"""The pages about what the library knows: projects, places, partners, lessons, events."""

from __future__ import annotations

from collections.abc import Iterable

from flask import Blueprint, Response, make_response, render_template

from indexer.errors import NotKnown
from indexer.model import Document

from ..search import lessons as search_lessons
from ..search import named, projects
from ..search.events import Event
from ..search.query import Filters, Query, parse
from ..search.service import SearchService
from . import cards, interface, lesson_pages, parameters, place_pages, timeline, unknown
from .knowledge_addresses import EVENTS, LESSONS, PLACES, PROJECTS
from .place_pages import PlacePage
from .site import ask

routes = Blueprint("knowledge", __name__)


@routes.get(PROJECTS)
def all_projects() -> str:
    """List every project that documents name."""
    page = parameters.page(interface.given())
    found = ask(lambda service: projects.all_projects(service.catalogue))
    return render_template("projects.html", page=cards.projects_page(found, page, interface.current()))


@routes.get("/project/<name>")
def project(name: str) -> str | Response:
    """Show what all documents state of a project."""
    parameters.check_names(interface.given(), {})
    try:
        card = ask(lambda service: projects.card(service.catalogue, name))
    except NotKnown as error:
        return _unknown("project", error)
    return render_template("project.html", page=cards.card_page(card, interface.current()))


@routes.get(PLACES)
def places() -> str:
    """List every place that documents name, by country."""
    parameters.check_names(interface.given(), {})
    found = ask(lambda service: named.places(service.catalogue))
    shown = place_pages.countries(found, interface.current())
    return render_template("places.html", countries=shown, more=max(0, len(found) - place_pages.MOST_PLACES))


@routes.get("/place/<name>")
def place(name: str) -> str | Response:
    """Show what the library holds about a place."""
    return _named("place", name)


@routes.get("/partner/<name>")
def partner(name: str) -> str | Response:
    """Show what the library holds about a partner or another organisation."""
    return _named("partner", name)


@routes.get(LESSONS)
def lessons() -> str:
    """Show what others learned, by kind."""
    asked, page = parameters.lessons(interface.given())
    per_page = lesson_pages.PER_PAGE
    found = ask(
        lambda service: search_lessons.lessons(service.catalogue, asked, page=page, per_page=per_page)
    )
    return render_template("lessons.html", page=lesson_pages.lessons_page(found, page, interface.current()))


@routes.get(EVENTS)
def events() -> str:
    """Show the events that documents tell of, as a timeline and as a table."""
    page = parameters.page(interface.given())

    def read(service: SearchService) -> tuple[tuple[Event, ...], dict[str, Document], frozenset[str]]:
        documents = _telling(service, timeline.on_page(service.events, page))
        return service.events, documents, frozenset(service.catalogue.claims.values("place").values())

    found, documents, known = ask(read)
    shown = timeline.events_page(found, page, interface.current(), documents, known)
    return render_template("events.html", page=shown)


def _named(kind: named.Kind, name: str) -> str | Response:
    page = parameters.page(interface.given())

    def read(service: SearchService) -> PlacePage:
        found = named.named(service.catalogue, service.events, kind, name)
        filters = Filters(known=frozenset({(kind, found.name)}))
        return place_pages.place_page(
            found,
            page,
            interface.current(),
            documents=_telling(service, found.events),
            beside=service.search(Query(parse(""), filters, per_page=1)).facets["project"],
            is_label=found.name in service.catalogue.claims.values(kind).values(),
        )

    try:
        shown = ask(read)
    except NotKnown as error:
        return _unknown(kind, error)
    return render_template("place.html", page=shown, kind=kind)


def _telling(service: SearchService, events: Iterable[Event]) -> dict[str, Document]:
    ids = dict.fromkeys(telling.document for event in events for telling in event.told)
    return service.catalogue.documents(list(ids))


def _unknown(kind: unknown.Kind, error: NotKnown) -> Response:
    """Say that nobody knows the name, and what else can be looked for."""
    names = ask(lambda service: tuple(service.catalogue.claims.values(kind).values()))
    shown = unknown.page(kind, error.name, names, interface.current())
    return make_response(render_template("unknown.html", page=shown), 404)
