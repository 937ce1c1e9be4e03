"""The JSON about projects, places, lessons and events. ``api_known_shapes`` says what it means."""

from __future__ import annotations

from collections.abc import Sequence

from ..search.events import Event
from ..search.lessons import Lessons
from ..search.named import Listed as ListedPlace
from ..search.named import Named
from ..search.projects import Card, Listed
from ..search.stated import Row, Source
from . import api_known_shapes as shapes
from .addresses import passage_address
from .knowledge_addresses import place_address, project_address

PER_PAGE = 100
"""Projects, lessons or events in one answer."""


def project(card: Card) -> shapes.ProjectAnswer:
    """Return what all documents state of a project."""
    return {
        "name": card.name,
        "url": project_address(card.name),
        "documents": card.documents,
        "lessons": card.lessons,
        "facts": [_fact(row) for row in card.rows],
    }


def projects(found: Sequence[Listed], page: int) -> shapes.ProjectsAnswer:
    """Return a page of the projects."""
    return {
        "total": len(found),
        "page": page,
        "per_page": PER_PAGE,
        "projects": [
            {
                "name": one.name,
                "url": project_address(one.name),
                "documents": one.documents,
                "programme": list(one.values["programme"]),
                "period": list(one.values["period"]),
                "total_budget": list(one.values["total-budget"]),
            }
            for one in found[(page - 1) * PER_PAGE : page * PER_PAGE]
        ],
    }


def events(found: Sequence[Event], page: int) -> shapes.EventsAnswer:
    """Return a page of the events."""
    some = found[(page - 1) * PER_PAGE : page * PER_PAGE]
    return {
        "total": len(found),
        "page": page,
        "per_page": PER_PAGE,
        "events": [_event(event) for event in some],
    }


def lessons(found: Lessons, page: int) -> shapes.LessonsAnswer:
    """Return a page of the lessons."""
    return {
        "total": found.total,
        "page": page,
        "per_page": PER_PAGE,
        "lessons": [{"kind": one.stated.claim.value, "source": stated_by(one)} for one in found.items],
    }


def places(found: Sequence[ListedPlace]) -> shapes.PlacesAnswer:
    """Return all places."""
    return {
        "places": [
            {
                "name": one.name,
                "url": place_address(one.name),
                "documents": one.documents,
                "country": one.entry.country if one.entry else None,
                "kind": one.entry.kind if one.entry else None,
            }
            for one in found
        ]
    }


def place(held: Named) -> shapes.PlaceAnswer:
    """Return what the library holds about a place."""
    return {
        "name": held.name,
        "url": place_address(held.name),
        "country": held.entry.country if held.entry else None,
        "kind": held.entry.kind if held.entry else None,
        "documents": [{"times": one.times, "first": stated_by(one.first)} for one in held.mentions],
        "projects": [name for name, _ in held.projects],
        "events": [_event(event) for event in held.events],
    }


def stated_by(source: Source) -> shapes.StatedBy:
    """Return the passage that states something, with its words."""
    document, stated = source.document, source.stated
    return {
        "document": document.id,
        "title": document.title,
        "url": passage_address(document, stated.claim.passage),
        "page": stated.page,
        "passage": stated.claim.passage,
        "language": stated.language,
        "text": stated.words,
        "doubt": stated.claim.doubt,
    }


def _fact(row: Row) -> shapes.StatedFact:
    return {
        "name": row.name,
        "disagree": row.disagree,
        "values": [
            {
                "value": one.value,
                "documents": one.documents,
                "sources": [stated_by(source) for source in one.sources],
            }
            for one in row.values
        ],
    }


def _event(event: Event) -> shapes.ToldEvent:
    return {
        "date": event.date,
        "what": event.what,
        "place": event.place,
        "participants": event.participants,
        "audience": event.audience,
        "documents": [telling.document for telling in event.told],
    }
