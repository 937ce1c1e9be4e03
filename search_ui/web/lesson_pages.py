"""From the lessons of the library to their page: quoted by kind, each with its source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby

from indexer.catalogue_claims import By

from ..search.lessons import Asked, Lessons
from .facets import MOST, Facet, folded
from .knowledge_addresses import LESSONS, listed
from .links import Link
from .paging import Pages, pages
from .quotes import Quote, quote
from .wording import Wording

PER_PAGE = 50
"""Lessons on one page."""


@dataclass(frozen=True, slots=True)
class Group:
    """The lessons of one kind."""

    kind: str
    title: str
    items: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class LessonsPage:
    """Everything the page of the lessons shows."""

    total: int
    count: str
    facets: tuple[Facet, ...]
    chips: tuple[Link, ...]
    groups: tuple[Group, ...]
    pages: Pages
    everything: str


def lessons_page(found: Lessons, page: int, words: Wording) -> LessonsPage:
    """Return a page of the lessons."""
    asked = found.asked
    return LessonsPage(
        total=found.total,
        count=words.lessons(found.total),
        facets=tuple(_facets(found, words)),
        chips=tuple(_chips(asked, words)),
        groups=tuple(
            Group(kind, words.value("lesson", kind), tuple(quote(one, words) for one in items))
            for kind, items in groupby(found.items, key=lambda one: one.stated.claim.value)
        ),
        pages=pages(page, found.total, PER_PAGE, partial(listed, LESSONS, given(asked))),
        everything=LESSONS,
    )


def given(asked: Asked) -> dict[str, str]:
    """Return the parameters that ask for these lessons."""
    return {"kind": asked.kind, "lang": asked.language, "project": asked.project}


def _facets(found: Lessons, words: Wording) -> Iterator[Facet]:
    """Yield what the lessons can be narrowed by: all kinds and languages, few of many projects."""
    titles: dict[By, str] = {
        "value": words.gettext("Kind"),
        "language": words.gettext("Language"),
        "project": words.gettext("Project"),
    }
    for by, title in titles.items():
        links = tuple(
            _link(found.asked, by, value, number, words)
            for value, number in found.numbers[by].items()
            if value
        )
        if links:
            yield folded(f"lesson-{by}", title, links[:MOST] if by == "project" else links)


def _link(asked: Asked, by: By, value: str, number: int, words: Wording) -> Link:
    is_on = value in (asked.kind, asked.language, asked.project)
    changed = _with(asked, by, "" if is_on else value)
    return Link(_called(by, value, words), listed(LESSONS, given(changed)), count=number, current=is_on)


def _chips(asked: Asked, words: Wording) -> Iterator[Link]:
    pairs: tuple[tuple[By, str], ...] = (
        ("value", asked.kind),
        ("language", asked.language),
        ("project", asked.project),
    )
    for by, value in pairs:
        if value:
            yield Link(_called(by, value, words), listed(LESSONS, given(_with(asked, by, ""))))


def _with(asked: Asked, by: By, value: str) -> Asked:
    match by:
        case "value":
            return replace(asked, kind=value)
        case "language":
            return replace(asked, language=value)
        case "project":
            return replace(asked, project=value)


def _called(by: By, value: str, words: Wording) -> str:
    match by:
        case "value":
            return words.value("lesson", value)
        case "language":
            return words.language_alone(value)
        case "project":
            return value
