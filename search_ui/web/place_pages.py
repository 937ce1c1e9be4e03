"""From what is known of places and partners to what their pages and the list of places show."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from indexer.model import Document

from ..search.answer import FacetValue
from ..search.named import Listed, Mention, Named
from .fact_words import entry
from .knowledge_addresses import (
    listed,
    partner_address,
    place_address,
    project_address,
    searched,
)
from .links import Link
from .paging import Pages, pages
from .quotes import Quote, quote
from .timeline import ShownEvent, shown_events
from .wording import Wording

PER_PAGE = 20
"""Documents on one page about a place."""

MOST_EVENTS, MOST_PROJECTS = 20, 12
"""Events and projects on the page of a place, the latest and the first; all stand in their lists."""

MOST_PLACES = 400
"""Places in the list: those that most documents name."""

MOST_QUOTES = 1
"""Quotations for one project."""


@dataclass(frozen=True, slots=True)
class ShownMention:
    """A document that names it, with the sentence that does so first."""

    quote: Quote
    times: str | None
    """How many passages name it, where several do."""


@dataclass(frozen=True, slots=True)
class ShownProject:
    """A project with what says that the place or partner takes part."""

    name: str
    address: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class PlacePage:
    """Everything the page of a place or partner shows."""

    name: str
    kind: str
    """Empty where nothing is known about it but its name."""
    country: str
    names: tuple[tuple[str, str, str], ...]
    """What other languages call it: the language, its code and the name."""
    total: int
    documents: str
    search: str | None
    """The search for its documents; there is none for an organisation."""
    mentions: tuple[ShownMention, ...]
    pages: Pages
    projects: tuple[ShownProject, ...]
    beside: tuple[Link, ...]
    """The projects that the documents about a place name too, each with the number of these documents."""
    events: tuple[ShownEvent, ...]


@dataclass(frozen=True, slots=True)
class Country:
    """The places of one country."""

    code: str
    name: str
    places: tuple[Link, ...]


def place_page(
    held: Named,
    page: int,
    words: Wording,
    *,
    documents: Mapping[str, Document],
    beside: Sequence[FacetValue] = (),
    is_label: bool,
) -> PlacePage:
    """Return what the page of a place or partner shows; ``documents`` tell of its events."""
    start = (page - 1) * PER_PAGE
    address = place_address if held.kind == "place" else partner_address
    own = held.entry if held.entry and (held.kind == "place") != (held.entry.kind == "organisation") else None
    return PlacePage(
        name=held.name,
        kind=entry(own.kind, words) if own else "",
        country=words.country(own.country) if own else "",
        names=tuple(
            (words.language_alone(code), code, names[0].rstrip("?"))
            for code, names in (own.names.items() if own else ())
            if names[0].rstrip("?") != held.name
        ),
        total=len(held.mentions),
        documents=words.documents(len(held.mentions)),
        search=searched(held.kind, held.name) if is_label else None,
        mentions=tuple(_mention(one, words) for one in held.mentions[start : start + PER_PAGE]),
        pages=pages(page, len(held.mentions), PER_PAGE, partial(listed, address(held.name), {})),
        projects=tuple(
            ShownProject(name, project_address(name), tuple(quote(one, words) for one in told[:MOST_QUOTES]))
            for name, told in held.projects[:MOST_PROJECTS]
        ),
        beside=tuple(
            Link(one.value, project_address(one.value), count=one.count)
            for one in beside[:MOST_PROJECTS]
            if one.count and one.value not in dict(held.projects)
        ),
        events=tuple(shown_events(held.events[-MOST_EVENTS:], documents, words)),
    )


def _mention(one: Mention, words: Wording) -> ShownMention:
    times = words.ngettext("in %(number)s passage", "in %(number)s passages", one.times)
    return ShownMention(quote(one.first, words), times if one.times > 1 else None)


def countries(found: Sequence[Listed], words: Wording) -> tuple[Country, ...]:
    """Return the places by country, the country with most of them first; those of no known one last."""
    by_code: defaultdict[str, list[Listed]] = defaultdict(list)
    for one in found[:MOST_PLACES]:
        by_code[one.entry.country if one.entry else ""].append(one)
    codes = sorted(by_code, key=lambda code: (not code, -len(by_code[code]), code))
    return tuple(
        Country(
            code or "other",
            words.country(code) if code else words.gettext("Other places"),
            tuple(Link(one.name, place_address(one.name), count=one.documents) for one in by_code[code]),
        )
        for code in codes
    )
