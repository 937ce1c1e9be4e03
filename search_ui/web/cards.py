"""From what documents state of projects to what the card of one and the list of all show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from ..search.projects import LISTED, Card, Listed
from ..search.stated import Row, Value
from .exports.texts import harmless_address
from .fact_words import name as fact_name
from .fact_words import value as fact_value
from .knowledge_addresses import (
    LESSONS,
    PROJECTS,
    listed,
    partner_address,
    project_address,
    searched,
)
from .links import Link
from .paging import Pages, pages
from .quotes import Quote, quote
from .wording import Wording

OPEN_QUOTES, MOST_QUOTES = 1, 8
"""Documents that are quoted for one value, at first and in all; the others are counted."""

MOST_VALUES_OF_ALL, MOST_QUOTES_OF_ALL = 40, 55
"""Values and quotations on one card, which a project that many documents tell of would fill without end."""

MOST_OPEN = 5
"""Values under one name of which a source is quoted at first. Of more, all sources are folded, unless the
values exclude each other."""

MOST_VALUES = 30
"""Values under one name, as partners; the others are counted."""

PER_PAGE = 100
"""Projects on one page of the list."""


@dataclass(frozen=True, slots=True)
class ShownValue:
    """A value with the documents that state it."""

    text: str
    address: str | None
    external: bool
    documents: str
    quotes: tuple[Quote, ...]
    """One for each document, in the reader's language first, the shortest first."""
    folded: tuple[Quote, ...]
    """Those that are shown on demand."""
    more: int
    """Documents that state it too and are not quoted."""


@dataclass(frozen=True, slots=True)
class ShownRow:
    """All values of one name."""

    name: str
    title: str
    values: tuple[ShownValue, ...]
    disagree: bool
    more: int
    """Values that are left out."""


@dataclass(frozen=True, slots=True)
class CardPage:
    """Everything the card of a project shows."""

    name: str
    documents: Link
    lessons: Link | None
    rows: tuple[ShownRow, ...]
    disagreeing: tuple[ShownRow, ...]
    json: str


@dataclass(frozen=True, slots=True)
class ListedProject:
    """A row of the list of projects."""

    name: str
    address: str
    values: tuple[str, ...]
    documents: str


@dataclass(frozen=True, slots=True)
class ProjectsPage:
    """A page of the list of projects."""

    total: int
    columns: tuple[str, ...]
    rows: tuple[ListedProject, ...]
    pages: Pages


def card_page(card: Card, words: Wording) -> CardPage:
    """Return what the card of a project shows."""
    room = _Room(card)
    rows = tuple(_row(row, words, room) for row in card.rows)
    lessons = listed(LESSONS, {"project": card.name})
    return CardPage(
        name=card.name,
        documents=Link(words.documents(card.documents), searched("project", card.name)),
        lessons=Link(words.lessons(card.lessons), lessons) if card.lessons else None,
        rows=rows,
        disagreeing=tuple(row for row in rows if row.disagree),
        json=f"/api/v1{project_address(card.name)}",
    )


def projects_page(found: Sequence[Listed], page: int, words: Wording) -> ProjectsPage:
    """Return a page of the list of projects."""
    start = (page - 1) * PER_PAGE
    return ProjectsPage(
        total=len(found),
        columns=tuple(fact_name(column, words) for column in LISTED),
        rows=tuple(_listed(one, words) for one in found[start : start + PER_PAGE]),
        pages=pages(page, len(found), PER_PAGE, partial(listed, PROJECTS, {})),
    )


class _Room:
    """What may still be shown on a card; each value that is shown has room for one quotation."""

    def __init__(self, card: Card) -> None:
        self._values = MOST_VALUES_OF_ALL
        wanted = sum(min(len(row.values), MOST_VALUES) for row in card.rows)
        self._quotes = MOST_QUOTES_OF_ALL - min(wanted, MOST_VALUES_OF_ALL)

    def values(self, wanted: int) -> int:
        """Return how many of a row's values may be shown."""
        allowed = min(wanted, MOST_VALUES, self._values)
        self._values -= allowed
        return allowed

    def quotes(self, wanted: int) -> int:
        """Return how many documents may be quoted for a value."""
        more = min(wanted, MOST_QUOTES, self._quotes + 1) - 1
        self._quotes -= more
        return more + 1


def _listed(one: Listed, words: Wording) -> ListedProject:
    told = (", ".join(fact_value(name, held, words) for held in one.values[name][:3]) for name in LISTED)
    return ListedProject(one.name, project_address(one.name), tuple(told), words.number(one.documents))


def _row(row: Row, words: Wording, room: _Room) -> ShownRow:
    quoted = OPEN_QUOTES if row.disagree or len(row.values) <= MOST_OPEN else 0
    shown = tuple(
        _value(row.name, one, words, room, quoted) for one in row.values[: room.values(len(row.values))]
    )
    return ShownRow(
        name=row.name,
        title=fact_name(row.name, words),
        values=shown,
        disagree=row.disagree,
        more=len(row.values) - len(shown),
    )


def _value(name: str, held: Value, words: Wording, room: _Room, quoted: int) -> ShownValue:
    said = {source.document.id: source for source in reversed(held.sources)}
    first = sorted(
        said.values(),
        key=lambda source: (source.stated.language != words.code, len(source.stated.words)),
    )
    allowed = room.quotes(len(first))
    quotes = tuple(quote(source, words) for source in first[:allowed])
    address, external = _address(name, held.value)
    return ShownValue(
        text=fact_value(name, held.value, words),
        address=address,
        external=external,
        documents=words.documents(held.documents),
        quotes=quotes[:quoted],
        folded=quotes[quoted:],
        more=len(first) - allowed,
    )


def _address(name: str, value: str) -> tuple[str | None, bool]:
    """Return where a value leads, and whether that is another site."""
    match name:
        case "website":
            return harmless_address(value if "://" in value else f"https://{value}"), True
        case "partner" | "lead-partner":
            return partner_address(value), False
        case "programme":
            return searched("programme", value), False
    return None, False
