"""The events of the library as a timeline, one strip for each kind, and as the table that it draws."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - a method of others is called date
from functools import partial
from itertools import islice

from indexer.model import Document

from ..search.events import DAY, Event, Telling
from .addresses import passage_address
from .fact_words import dates, value
from .fact_words import event as event_name
from .knowledge_addresses import EVENTS, listed, place_address
from .paging import Pages, pages
from .sentences import Told, told
from .wording import Wording

WIDTH = 500
"""Units of a strip from the beginning of the first year to the end of the last one."""

THINNEST = 2
"""Units that an event takes at least; its own day would hardly be seen."""

RIGHTMOST = 92.0
"""Per cent of the strip behind which no year is written: its figures would leave the page."""

PER_PAGE = 30
"""Events in one table."""

MOST_SOURCES = 3
"""Documents that are named for one event."""

MOST_TICKS = 6
"""Years that are written below the strips; where there are more, every second, fifth … one is."""

MOST_MARKS = 250
"""Marks on one strip; beyond that more of them could not be told apart."""


@dataclass(frozen=True, slots=True)
class Strip:
    """The events of one kind, drawn."""

    name: str
    number: str
    label: str
    """What the drawing says, in words."""
    days: str
    """Each event as a line from its first day to its last, in an image ``WIDTH`` wide and 1 high."""
    about: str
    """Events of which only the month or the year is known, as lines over all of it."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A year at its place, in per cent of the strip."""

    x: float
    year: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """A strip for each kind, above the years."""

    strips: tuple[Strip, ...]
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class ShownSource:
    """A document that tells of an event."""

    document: Document
    address: str
    doubt: Told | None


@dataclass(frozen=True, slots=True)
class ShownEvent:
    """A row of the table."""

    iso: str | None
    """The date as programs read it; of several days none."""
    date: str
    what: str
    place: str
    place_address: str | None
    participants: str
    audience: str
    sources: tuple[ShownSource, ...]
    more: int


@dataclass(frozen=True, slots=True)
class EventsPage:
    """Everything the timeline's page shows."""

    total: int
    count: str
    drawing: Drawing | None
    events: tuple[ShownEvent, ...]
    pages: Pages


def events_page(
    events: Sequence[Event],
    page: int,
    words: Wording,
    documents: Mapping[str, Document],
    places: frozenset[str],
) -> EventsPage:
    """Return a page of the timeline; ``documents`` are those that tell of its events."""
    return EventsPage(
        total=len(events),
        count=words.ngettext("%(number)s event", "%(number)s events", len(events)),
        drawing=drawing(events, words) if len({event.date for event in events}) > 1 else None,
        events=tuple(shown_events(on_page(events, page), documents, words, places)),
        pages=pages(page, len(events), PER_PAGE, partial(listed, EVENTS, {})),
    )


def on_page(events: Sequence[Event], page: int) -> Sequence[Event]:
    """Return the events in the table of this page."""
    return events[(page - 1) * PER_PAGE : page * PER_PAGE]


def drawing(events: Sequence[Event], words: Wording) -> Drawing:
    """Return the strips, the kind with most events first."""
    first, last = min(event.year for event in events), max(event.year for event in events)
    kinds: defaultdict[str, list[Event]] = defaultdict(list)
    for event in events:
        kinds[event.what].append(event)
    order = sorted(kinds, key=lambda kind: (not kind, -len(kinds[kind]), kind))
    return Drawing(
        strips=tuple(_strip(kind, kinds[kind], first, last, words) for kind in order),
        ticks=tuple(_ticks(first, last)),
    )


def _strip(kind: str, events: Sequence[Event], first: int, last: int, words: Wording) -> Strip:
    name = event_name(kind, words)
    span = " – ".join(dict.fromkeys(dates(one.date, words) for one in (events[0], events[-1])))
    label = words.ngettext(
        "%(name)s: %(number)s event, %(span)s",
        "%(name)s: %(number)s events, %(span)s",
        len(events),
        name=name,
        span=span,
    )
    exact = [event for event in events if len(event.date) >= DAY]
    about = [event for event in events if len(event.date) < DAY]
    days, spans = (_path(some, first, last) for some in (exact, about))
    return Strip(name, words.number(len(events)), label, days, spans)


def _path(events: Sequence[Event], first: int, last: int) -> str:
    marks = dict.fromkeys(_mark(event, first, last) for event in events)
    return "".join(islice(marks, MOST_MARKS))


def _mark(event: Event, first: int, last: int) -> str:
    """Return the line that stands for an event."""
    begin, _, end = event.date.partition("/")
    start, finish = _place(begin, first, last, behind=0), _place(end or begin, first, last, behind=1)
    width = max(THINNEST, round(WIDTH * (finish - start)))
    return f"M{min(round(WIDTH * start), WIDTH - width)} .5h{width}"


def _place(date: str, first: int, last: int, *, behind: int) -> float:
    """Return where a date begins, or where what it names ends, from 0 to 1."""
    year, month, day = (int(part) for part in f"{date}-1-1".split("-")[:3])
    match date.count("-"):
        case 0:
            year += behind
        case 1:
            year, month = (year + (month + behind) // 13, (month + behind - 1) % 12 + 1)
    days = Date(year, month, day).toordinal() + (behind if date.count("-") > 1 else 0)
    begin, end = Date(first, 1, 1).toordinal(), Date(last + 1, 1, 1).toordinal()
    return (days - begin) / (end - begin)


def _ticks(first: int, last: int) -> Iterator[Tick]:
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 1000) if (last - first) / step < MOST_TICKS)
    for year in range(first, last + 1):
        x = round(100 * _place(str(year), first, last, behind=0), 2)
        if year % step == 0 and x < RIGHTMOST:
            yield Tick(x, year)


def shown_events(
    events: Sequence[Event],
    documents: Mapping[str, Document],
    words: Wording,
    places: frozenset[str] = frozenset(),
) -> Iterator[ShownEvent]:
    """Yield the rows of a table of events; ``places`` are those with a page of their own."""
    for event in events:
        sources = tuple(_source(one, documents[one.document], words) for one in event.told[:MOST_SOURCES])
        yield ShownEvent(
            iso=None if "/" in event.date else event.date,
            date=dates(event.date, words),
            what=event_name(event.what, words),
            place=event.place,
            place_address=place_address(event.place) if event.place in places else None,
            participants=value("participants", event.participants, words),
            audience=event.audience,
            sources=sources,
            more=len(event.told) - len(sources),
        )


def _source(telling: Telling, document: Document, words: Wording) -> ShownSource:
    return ShownSource(
        document,
        passage_address(document, telling.passage),
        told(telling.doubt, words) if telling.doubt else None,
    )
