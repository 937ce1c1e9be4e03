"""Events that a document tells of: workshops, seminars, conferences, meetings, study visits.

Read from sentences that name an event and its day, from lines of lists with day, place and guests, from
titles with a day below them, and from rows of tables whose head names their columns. Mentions of one
event are one event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexer.model import Document, Passage

from . import event_words as words
from .claims import Claim
from .event_dates import DateFound, event_dates, is_month, is_relative, year_before
from .event_parts import (
    PLACE_LINE,
    YEAR,
    Guests,
    Kind,
    guests_in,
    guests_in_item,
    has_digit,
    is_hosted,
    is_several,
    kinds_in,
    may_tell,
    own,
    paired,
    where,
    where_labelled,
    where_opening,
)
from .event_tables import Table
from .event_together import in_cells, together
from .event_values import Event, Heading, Read, Span
from .places import places
from .reading import Line, lines

_SOON, _A_YEAR = 4, 12
"""Months after the document's own date in which a day without a year may lie; a later one was last year.
Items of calendars tell of what is to come."""

_FOLLOWING = 3
"""Sentences behind an event that may tell its guests without naming it again."""

_BELOW = 2
"""Lines below a title in which the day of the event that it names may stand alone."""

_DAY_ALONE = 0.4
"""Share of a line's characters from which a day stands alone on it."""


def claims(document: Document, passages: Sequence[Passage]) -> Iterator[Claim]:
    """Yield what is stated of each event; events are numbered in reading order.

    What is stated of several events together, *274 people came to the eight workshops*, is stated of one
    that stands for them: it has no day and no place.
    """
    for number, event in enumerate(_Reader(document).read(passages), start=1):
        for name, (value, (passage, start, end), doubt) in sorted(event.stated.items(), key=_place):
            yield Claim(f"event:{number}", name, value, passage, start, end, event.rule, doubt)
        for value, (passage, start, end) in event.places:
            yield Claim(f"event:{number}", "place", value, passage, start, end, event.rule)


class _Reader:
    """Reads a document line by line, with the heading, the table and the event that it is in."""

    def __init__(self, document: Document) -> None:
        self._published = _published(document)
        self._table = Table(self._published)
        self._heading: Heading | None = None
        self._hosted: tuple[int, Line, DateFound] | None = None
        self._several: tuple[int, Read] | None = None
        self._events: list[Event] = []
        self._number = 0

    def read(self, passages: Sequence[Passage]) -> list[Event]:
        """Return the document's events."""
        for line in lines(passages, self._may_tell):
            self._number += 1
            if line.block.kind == "table_row":
                event = self._table.event(line, self._heading.kind if self._heading else None)
                for one in [event] if event else in_cells(line):
                    self._keep(one)
                continue
            if line.block.kind == "heading":
                self._table.close()
                self._heading = self._titled(line)
            self._table.introduce(line.text)
            self._sentence(line)
        return self._events

    def _may_tell(self, text: str) -> bool:
        """Say whether a block needs to be read: it may date an event, or go on with one."""
        return (
            bool(self._events) or self._hosted is not None or has_digit(text) or is_relative(text)
        ) and may_tell(text)

    def _titled(self, line: Line) -> Heading | None:
        kinds = kinds_in(line.text)
        if not kinds and (minutes := words.MINUTES.match(line.text)):
            kinds = [("meeting", minutes)]
        if not kinds:
            return None
        kind, match = kinds[0]
        known = places(line.text, line.language)
        place = known[0] if len({found.entry.id for found in known}) == 1 else None
        return Heading(
            kind=(kind, line.span(*match.span())),
            place=(place.entry.name, line.span(place.start, place.end)) if place else None,
            is_record=bool(words.RECORD.search(line.text)),
            line=self._number,
        )

    def _sentence(self, line: Line) -> None:
        below = self._is_below_heading()
        if ":" in line.text and (label := words.PLACE_LABEL.match(line.text)):
            self._labelled(line, label)
        if below and (named := words.MUNICIPALITY.match(line.text)):
            self._labelled(line, named)
        if not (line.telling or below):
            return
        in_a_list = line.block.kind == "list"
        kinds = kinds_in(line.text)
        guests = guests_in(line.text) or (guests_in_item(line.text) if in_a_list else None)
        hosted = not kinds and is_hosted(line.text)
        if not (kinds or guests or hosted or below):
            return
        dates = self._dates(line)
        if hosted and dates:
            self._hosted = self._number, line, dates[0]
        self._told(line, dates, kinds, guests)

    def _dates(self, line: Line) -> Sequence[DateFound]:
        """Return the days that the line names; an item of a list may tell of the year to come."""
        years = {int(found) for found in YEAR.findall(line.text)}
        before = line.block.text.partition(line.text)[0]
        year = years.pop() if len(years) == 1 else 0 if years else year_before(before)
        ahead = _A_YEAR if line.block.kind == "list" else _SOON
        return event_dates(line.text, year=year, published=self._published, ahead=ahead)

    def _told(
        self, line: Line, dates: Sequence[DateFound], kinds: Sequence[Kind], guests: Guests | None
    ) -> None:
        """Keep the events that the line dates, or what it says of an event told of before."""
        pairs = paired(line.text, dates, kinds)
        for pair in pairs:
            self._keep(self._dated(line, *pair, guests))
        if pairs:
            return
        if dates and not kinds:
            self._keep(self._day_alone(line, dates[0]) or self._unnamed(line, dates[0], guests))
        elif not dates or guests:
            self._more(line, kinds, guests)

    def _dated(self, line: Line, date: DateFound, kind: Kind, guests: Guests | None) -> Event:
        """Return the event that the sentence names and dates."""
        event = self._event("events.sentence", line, date, own(guests, kind, line.text))
        event.several = is_several(line.text, kind)
        event.add("what", (kind[0], line.span(*kind[1].span())))
        event.add("place", where(line, date, kind))
        if self._heading and self._heading.kind[0] == kind[0] and self._is_below_heading():
            event.add("place", self._heading.place)
        return event

    def _unnamed(self, line: Line, date: DateFound, guests: Guests | None) -> Event | None:
        """Return the event of a sentence or a list's line with a day, a place and guests."""
        known = places(line.text, line.language)
        is_item = line.block.kind == "list" and bool(known)
        place = (
            (known[0].entry.name, line.span(known[0].start, known[0].end))
            if is_item
            else where(line, date, None)
        )
        if not guests or not place or date.value.count("-") < 2:
            return None
        event = self._event("events.item" if is_item else "events.sentence", line, date, guests)
        event.add("place", place)
        if self._heading and self._heading.kind[1][0] == line.passage:
            event.add("what", self._heading.kind)
        return event

    def _day_alone(self, line: Line, date: DateFound) -> Event | None:
        """Return the event that a title names whose day stands alone below it."""
        heading = self._heading
        labelled = words.DATES.fullmatch(line.text, 0, date.start)
        if not heading or not self._is_below_heading():
            return None
        if not (heading.place or heading.is_record or labelled):
            return None
        if (
            not labelled
            and date.end - date.start < _DAY_ALONE * len(line.text)
            and not (heading.is_record and words.DATE_LABEL.fullmatch(line.text, 0, date.start))
        ):
            return None
        event = self._event("events.title", line, date, None)
        event.add("what", heading.kind)
        event.add("place", heading.place or where_labelled(line) or where_opening(line, date))
        return event

    def _event(self, rule: str, line: Line, date: DateFound, guests: Guests | None) -> Event:
        event = Event(rule)
        event.add("date", (date.value, line.span(date.start, date.end)), date.doubt)
        event.add("participants", (guests.count, line.span(guests.start, guests.end)) if guests else None)
        return event

    def _more(self, line: Line, kinds: Sequence[Kind], guests: Guests | None) -> None:
        """Keep what a sentence without a date tells of an event."""
        kind = kinds[0] if kinds else None
        told = (guests.count, line.span(guests.start, guests.end)) if guests else None
        if kind and is_several(line.text, kind):
            self._several = self._number, (kind[0], line.span(*kind[1].span()))
            self._keep(together(line, kind, told))
        elif told and not kind and (several := self._several_before(line)):
            event = Event("events.together", several=True)
            event.add("what", several)
            event.add("participants", told)
            self._keep(event)
        elif kind and self._hosted and self._hosted[0] == self._number - 1:
            _, before, date = self._hosted
            event = self._event("events.sentence", before, date, None)
            event.add("what", (kind[0], line.span(*kind[1].span())))
            event.add("participants", told)
            self._keep(event)
        elif kind and told and (place := where(line, None, kind)) and not self._is_known(kind[0]):
            event = Event("events.sentence")
            event.add("what", (kind[0], line.span(*kind[1].span())))
            event.add("participants", told)
            event.add("place", place)
            self._keep(event)
        elif last := self._told_before(kind):
            last.add("participants", told)
            if kind:
                last.add("place", where(line, None, kind))
            last.line = self._number

    def _is_known(self, kind: str) -> bool:
        """Say whether an event of the kind was told of before: the words may go on with it."""
        return any(event.value("what") == kind for event in self._events)

    def _several_before(self, line: Line) -> Read | None:
        """Return the events whose guests a sentence adds up: those before it, or those of the heading."""
        if not words.IN_ALL.search(line.text):
            return None
        if self._several and self._several[0] == self._number - 1:
            return self._several[1]
        return self._heading.kind if self._heading else None

    def _told_before(self, kind: Kind | None) -> Event | None:
        """Return the event that a sentence goes on with: the last one, if it is of the kind or near."""
        last = next((event for event in reversed(self._events) if not event.several), None)
        if not last or last.rule not in ("events.sentence", "events.title"):
            return None
        near = self._number - last.line <= _FOLLOWING
        return last if (last.value("what") == kind[0] if kind else near) else None

    def _labelled(self, line: Line, label: re.Match[str]) -> None:
        """Add the place of a line with a label to the event that it stands below."""
        start = label.start("place")
        known = places(line.text[start:][:PLACE_LINE], line.language)
        if (last := self._told_before(None)) and not self._heading_is_new(last):
            name = known[0].entry.name if known else label["place"].strip()
            last.add("place", (name, line.span(*label.span("place"))))

    def _heading_is_new(self, last: Event) -> bool:
        return self._heading is not None and self._heading.line > last.line

    def _is_below_heading(self) -> bool:
        return self._heading is not None and self._number - self._heading.line <= _BELOW

    def _keep(self, event: Event | None) -> None:
        """Keep the event, or add it to the mention of the same that was kept before."""
        if not event:
            return
        same = next((other for other in self._events if other.is_same_as(event)), None)
        if same:
            same.take_over(event)
        else:
            self._events.append(event)
        (same or event).line = self._number


def _published(document: Document) -> str:
    """Return the document's own date; of one whose title names its year, and no month, the year alone."""
    own = document.published.value if document.published else ""
    titled = YEAR.findall(document.title)
    return own[:4] if titled == [own[:4]] and not any(map(is_month, document.title.split())) else own


def _place(stated: tuple[str, tuple[str, Span, str]]) -> Span:
    """Return where a claim stands: they are yielded in reading order."""
    return stated[1][1]
