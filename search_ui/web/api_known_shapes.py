"""What the answers about projects, places, lessons and events look like; see ``api_shapes``."""

from __future__ import annotations

from typing import Annotated, TypedDict


class StatedBy(TypedDict):
    """A passage that states something."""

    document: Annotated[str, "Id of the document."]
    title: str
    url: Annotated[str, "Where the passage is read."]
    page: Annotated[int, "Page of the document, from 1; 0 where no passage states it."]
    passage: Annotated[int, "From 1; 0 where the file's name or its description states it."]
    language: Annotated[str, "Code of the passage's language; may be empty."]
    text: Annotated[str, "The words that state it; may be empty."]
    doubt: Annotated[str, "Why it may not be so, in a sentence; empty where there is no doubt."]


class StatedValue(TypedDict):
    """A value with everything that states it."""

    value: Annotated[str, "In normal form: `403770.40 EUR`, `76.7 %`, `2014-11`, `2007-2013`."]
    documents: Annotated[int, "Documents that state it."]
    sources: list[StatedBy]


class StatedFact(TypedDict):
    """All that documents state under one name."""

    name: Annotated[str, "`programme`, `total-budget`, `end`, `partner` …"]
    disagree: Annotated[bool, "Whether two of the values cannot both be true."]
    values: Annotated[list[StatedValue], "What most documents state first."]


class ProjectAnswer(TypedDict):
    """What all documents state of a project."""

    name: Annotated[str, "As most documents write it."]
    url: Annotated[str, "Where it is read."]
    documents: Annotated[int, "Documents that name it."]
    lessons: Annotated[int, "Lessons in these documents."]
    facts: list[StatedFact]


class ListedProject(TypedDict):
    """A project in the list of all."""

    name: str
    url: str
    documents: Annotated[int, "Documents that name it."]
    programme: list[str]
    period: list[str]
    total_budget: Annotated[list[str], "In normal form: `527044 EUR`."]


class ProjectsAnswer(TypedDict):
    """A page of the projects that documents name."""

    total: int
    page: int
    per_page: int
    projects: list[ListedProject]


class ToldEvent(TypedDict):
    """An event; what nobody states is empty."""

    date: Annotated[str, "`2014`, `2014-05`, `2014-05-06` or `2014-05-06/2014-05-07`."]
    what: Annotated[str, "`workshop`, `seminar`, `meeting` …"]
    place: str
    participants: str
    audience: str
    documents: Annotated[list[str], "Ids of the documents that tell of it."]


class EventsAnswer(TypedDict):
    """A page of the events that documents date, the earliest first."""

    total: int
    page: int
    per_page: int
    events: list[ToldEvent]


class Lesson(TypedDict):
    """Something that others learned, as they say it."""

    kind: Annotated[str, "`success-factor`, `obstacle`, `advice` …"]
    source: StatedBy


class LessonsAnswer(TypedDict):
    """A page of the lessons, by kind."""

    total: int
    page: int
    per_page: int
    lessons: list[Lesson]


class ListedPlace(TypedDict):
    """A place in the list of all."""

    name: str
    url: str
    documents: Annotated[int, "Documents that name it."]
    country: Annotated[str | None, "ISO 3166 code, where the gazetteer knows it."]
    kind: Annotated[str | None, "`municipality`, `region` …, where the gazetteer knows it."]


class PlacesAnswer(TypedDict):
    """The places that documents name, those that most name first."""

    places: list[ListedPlace]


class Mention(TypedDict):
    """A document that names a place."""

    times: Annotated[int, "Passages that name it."]
    first: Annotated[StatedBy, "Where it does so first."]


class PlaceAnswer(TypedDict):
    """What the library holds about a place."""

    name: str
    url: str
    country: str | None
    kind: str | None
    documents: list[Mention]
    projects: Annotated[list[str], "Projects with a partner from there."]
    events: list[ToldEvent]
