"""Events that a document tells of: workshops, seminars, conferences, meetings, study visits.

Read from sentences that name an event and its day, from lines of lists with day and place or guests,
and from rows of tables whose head names their columns. Mentions of one event are one event.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from indexer.languages.base import fold
from indexer.model import Block, Document, Passage

from . import event_words as words
from .claims import Claim
from .event_dates import DateFound, event_dates
from .places import Found, places

CELL = " | "
"""What stands between the cells of a table row."""

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”»]?\s+(?=[„»\"“(A-ZÆØÅÄÖŁŚŻČŠŽ])")
_NO_END = re.compile(r"(?:\b\d{1,2}|\b(?:nr|no|br|dr|pkt|ok|kl|ca|tj|np|r|m|D|d))\.$", re.I)
_YEAR = re.compile(r"\b(?:19[5-9]|20\d)\d\b")
_IN = re.compile(
    r"(?:\b(?:in|at|i|w|we|på|ved|vid|hos|in der|bei|Region|region|town of|municipality of|kommune|gminie|mieście)|"
    r"[(|,:–-])\s+$"
)
"""What stands before the place of an event; other places of the sentence are those of guests."""
_UNNAMED = re.compile(
    r"\b(?:in|i|w|we)\s(?P<place>[A-ZÆØÅÄÖŁŚŻČŠŽ][^\W\d_]+(?:[ -][A-ZÆØÅÄÖŁŚŻČŠŽ][^\W\d_]+){0,2})"
)
"""A place that the gazetteer does not know: *in Brzozowiec Morski*."""

_NEAR = 90
"""Characters between the name of an event and its day, and between its day and its place."""

_FOLLOWING = 3
"""Sentences behind an event that may tell its guests without naming it again."""

_DOCUMENTS_YEAR = "The year is that of the document's own date."


@dataclass(frozen=True, slots=True)
class _Line:
    """A sentence, list item or row with its place in the document."""

    text: str
    passage: int
    start: int
    block: Block
    language: str

    def span(self, start: int, end: int) -> tuple[int, int, int]:
        """Return passage and offsets of a part of the line."""
        return self.passage, self.start + start, self.start + end


@dataclass(slots=True)
class _Event:
    """What is known of an event so far; each value with where it stands and its doubt."""

    rule: str
    stated: dict[str, tuple[str, tuple[int, int, int], str]] = field(default_factory=dict)
    several: bool = False
    line: int = 0
    """Number of the line that told of it last."""

    def value(self, name: str) -> str:
        """Return what is stated under the name, empty where nothing is."""
        return self.stated[name][0] if name in self.stated else ""

    def add(self, name: str, value: str, span: tuple[int, int, int], doubt: str = "") -> None:
        """State something that has not been stated before."""
        self.stated.setdefault(name, (value, span, doubt))


def claims(document: Document, passages: Sequence[Passage]) -> Iterator[Claim]:
    """Yield what is stated of each event; events are numbered in reading order."""
    events = _Reader(document).read(passages)
    single = {event.value("what") for event in events if event.value("date") and event.value("participants")}
    told = [event for event in events if not (event.several and event.value("what") in single)]
    for number, event in enumerate(told, start=1):
        for name, (value, (passage, start, end), doubt) in event.stated.items():
            yield Claim(f"event:{number}", name, value, passage, start, end, event.rule, doubt)


class _Reader:
    """Reads a document line by line, with the table and the event that it is in."""

    def __init__(self, document: Document) -> None:
        self._published = document.published.value if document.published else ""
        self._columns: list[str] = []
        self._names: list[str] = []
        self._year = 0
        self._kind: tuple[str, tuple[int, int, int]] | None = None
        self._events: list[_Event] = []
        self._number = 0
        self._hosted: tuple[int, _Line, DateFound] | None = None

    def read(self, passages: Sequence[Passage]) -> list[_Event]:
        """Return the document's events."""
        for line in _lines(passages):
            self._number += 1
            if line.block.kind == "table_row":
                self._row(line)
                continue
            if line.block.kind == "heading":
                self._columns, self._kind = [], _kind_in_heading(line)
            self._sentence(line)
        return self._events

    def _row(self, line: _Line) -> None:
        cells = list(_cells(line.text))
        roles = [words.COLUMNS.get(_bare(line.text[start:end]), "") for start, end in cells]
        if "date" in roles and len(set(roles) - {""}) >= 2:
            self._columns, self._names = roles, [line.text[start:end] for start, end in cells]
            years = set(_YEAR.findall(line.text))
            self._year = int(years.pop()) if len(years) == 1 else 0
        elif self._columns:
            self._event_of_row(line, cells)

    def _event_of_row(self, line: _Line, cells: Sequence[tuple[int, int]]) -> None:
        event = _Event("events.row")
        for role, (start, end) in self._in_columns(line.text, cells):
            self._cell(event, role, line, start, end)
        if "date" in event.stated and event.stated.keys() & {"place", "participants", "what"}:
            if self._kind:
                event.add("what", self._kind[0], self._kind[1])
            self._keep(event)

    def _in_columns(
        self, row: str, cells: Sequence[tuple[int, int]]
    ) -> Iterator[tuple[str, tuple[int, int]]]:
        """Yield each cell under its column: the one it names, else the one at its place."""
        for place, (start, end) in enumerate(cells):
            named = next(
                (n for n, name in enumerate(self._names) if row.startswith(f"{name}: ", start, end)), None
            )
            column = place if named is None else named
            if column < len(self._columns):
                offset = 0 if named is None else len(self._names[named]) + 2
                yield self._columns[column], (start + offset, end)

    def _cell(self, event: _Event, role: str, line: _Line, start: int, end: int) -> None:
        text = line.text[start:end]
        match role:
            case "date":
                for date in event_dates(text, year=self._year, published=self._published)[:1]:
                    self._add_date(event, line, date, start)
            case "place":
                known = places(text, line.language)
                event.add("place", known[0].entry.name if known else text, line.span(start, end))
            case "participants" if text.isdecimal():
                event.add("participants", text, line.span(start, end))
            case "audience" if len(text) > 3:
                event.add("audience", text, line.span(start, end))
            case "what":
                for kind, _ in _kinds(text)[:1]:
                    event.add("what", kind, line.span(start, end))

    def _add_date(self, event: _Event, line: _Line, date: DateFound, offset: int = 0) -> None:
        doubt = "" if date.year_stated or self._year else _DOCUMENTS_YEAR
        event.add("date", date.value, line.span(offset + date.start, offset + date.end), doubt)

    def _sentence(self, line: _Line) -> None:
        text = line.text
        kinds = _kinds(text) if words.ANY_KIND.search(text) else []
        guests = _guests(text)
        hosted = not kinds and words.HOSTED.search(text)
        if not (kinds or guests or hosted or line.block.kind == "list"):
            return
        year = {int(found) for found in _YEAR.findall(text)}
        dates = event_dates(text, year=year.pop() if len(year) == 1 else 0, published=self._published)
        if hosted and dates:
            self._hosted = self._number, line, dates[0]
        pair = _nearest(dates, kinds)
        if pair and (kinds or guests):
            self._dated(line, *pair, guests)
        elif dates and line.block.kind == "list":
            self._item(line, dates[0], guests)
        elif kinds or guests:
            self._more(line, kinds, guests)

    def _dated(
        self,
        line: _Line,
        date: DateFound,
        kind: tuple[str, re.Match[str]] | None,
        guests: re.Match[str] | None,
    ) -> None:
        """Keep the event that the sentence dates."""
        place = _place(line, date, kind)
        if not kind and not (guests and place):
            return
        event = _Event("events.sentence", several=bool(kind and _is_several(line.text, kind[1])))
        if kind:
            event.add("what", kind[0], line.span(*kind[1].span()))
        self._add_date(event, line, date)
        if place:
            event.add("place", *place)
        if guests:
            event.add("participants", _count(guests), line.span(*guests.span()))
        self._keep(event)

    def _item(self, line: _Line, date: DateFound, guests: re.Match[str] | None) -> None:
        """Keep the event of a list's line: a day and a place and guests."""
        known = places(line.text, line.language)
        if not (guests and known) or date.value.count("-") < 2:
            return
        event = _Event("events.item")
        if self._kind and self._kind[1][0] == line.passage:
            event.add("what", self._kind[0], self._kind[1])
        self._add_date(event, line, date)
        event.add("place", known[0].entry.name, line.span(known[0].start, known[0].end))
        event.add("participants", _count(guests), line.span(*guests.span()))
        self._keep(event)

    def _more(
        self, line: _Line, kinds: Sequence[tuple[str, re.Match[str]]], guests: re.Match[str] | None
    ) -> None:
        """Add to an event what a sentence without a date tells of it."""
        kind = kinds[0] if kinds else None
        if kind and _is_several(line.text, kind[1]):
            if guests:
                event = _Event("events.sentence", several=True)
                event.add("what", kind[0], line.span(*kind[1].span()))
                event.add("participants", _count(guests), line.span(*guests.span()))
                self._keep(event)
            return
        if kind and self._hosted and self._hosted[0] == self._number - 1:
            self._day_before(line, kind, guests)
            return
        last = next((event for event in reversed(self._events) if not event.several), None)
        if not last or last.rule != "events.sentence" or not self._is_of(last, kind):
            return
        if guests:
            last.add("participants", _count(guests), line.span(*guests.span()))
            last.line = self._number

    def _day_before(
        self, line: _Line, kind: tuple[str, re.Match[str]], guests: re.Match[str] | None
    ) -> None:
        """Keep the event that a sentence names after one that says when somebody was host."""
        event = _Event("events.sentence")
        if self._hosted:
            self._add_date(event, *self._hosted[1:])
        event.add("what", kind[0], line.span(*kind[1].span()))
        if guests:
            event.add("participants", _count(guests), line.span(*guests.span()))
        self._keep(event)

    def _is_of(self, event: _Event, kind: tuple[str, re.Match[str]] | None) -> bool:
        near = self._number - event.line <= _FOLLOWING
        return event.value("what") == kind[0] if kind else near

    def _keep(self, event: _Event) -> None:
        """Keep the event, or add it to the mention of the same that was kept before."""
        same = next((other for other in self._events if _are_one(other, event)), None)
        for name, stated in event.stated.items() if same else ():
            same.stated.setdefault(name, stated) if same else None
        if not same:
            self._events.append(event)
        (same or event).line = self._number


def _are_one(one: _Event, two: _Event) -> bool:
    """Say whether two mentions are of one event: nothing of them differs, and the day is the same."""
    same_day = one.value("date") == two.value("date") != ""
    differ = any(
        one.value(name) and two.value(name) and one.value(name) != two.value(name)
        for name in ("what", "place", "participants")
    )
    return one.several == two.several and same_day and not differ


def _lines(passages: Sequence[Passage]) -> Iterator[_Line]:
    """Yield rows and items whole, other blocks sentence by sentence."""
    for passage in passages:
        offset = 0
        for block in passage.blocks:
            whole = block.kind in ("table_row", "heading")
            spans = [(0, len(block.text))] if whole else _sentences(block.text)
            for start, end in spans:
                yield _Line(block.text[start:end], passage.number, offset + start, block, passage.language)
            offset += len(block.text) + 1


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _SENTENCE_END.finditer(text):
        if not _NO_END.search(text, start, end.start()):
            yield start, end.start()
            start = end.end()
    yield start, len(text)


def _cells(row: str) -> Iterator[tuple[int, int]]:
    start = 0
    for cell in row.split(CELL):
        yield start, start + len(cell)
        start += len(cell) + len(CELL)


def _bare(name: str) -> str:
    """Return a column's name folded, without the year that it may state."""
    return fold(_YEAR.sub("", name)).strip(" :()")


def _kinds(text: str) -> list[tuple[str, re.Match[str]]]:
    """Return the events that the text names, in reading order; a study visit's meeting is the visit's."""
    found: list[tuple[str, re.Match[str]]] = []
    for kind, pattern in words.KINDS.items():
        for match in pattern.finditer(text):
            if not any(other.start() < match.end() and match.start() < other.end() for _, other in found):
                found.append((kind, match))
    return sorted(found, key=lambda pair: pair[1].start())


def _kind_in_heading(line: _Line) -> tuple[str, tuple[int, int, int]] | None:
    return next(((kind, line.span(*match.span())) for kind, match in _kinds(line.text)), None)


def _nearest(
    dates: Sequence[DateFound], kinds: Sequence[tuple[str, re.Match[str]]]
) -> tuple[DateFound, tuple[str, re.Match[str]] | None] | None:
    """Return the date and the event that stand nearest to each other."""
    pairs = [(_gap(date, kind[1]), date, kind) for date in dates for kind in kinds]
    if pairs:
        gap, date, kind = min(pairs, key=lambda pair: pair[0])
        return (date, kind) if gap <= _NEAR else None
    return (dates[0], None) if dates and not kinds else None


def _gap(date: DateFound, match: re.Match[str]) -> int:
    return max(match.start() - date.end, date.start - match.end(), 0)


def _is_several(text: str, kind: re.Match[str]) -> bool:
    return bool(words.SEVERAL.search(text[max(0, kind.start() - 50) : kind.start()]))


def _guests(text: str) -> re.Match[str] | None:
    return words.PARTICIPANTS.search(text) if words.TOOK_PART.search(text) else None


def _count(guests: re.Match[str]) -> str:
    number = re.sub("[ .]", "", guests["number"]).lower()
    return (">" if guests["more"] else "") + str(words.NUMBERS.get(number, number))


def _place(
    line: _Line, date: DateFound, kind: tuple[str, re.Match[str]] | None
) -> tuple[str, tuple[int, int, int]] | None:
    """Return where the event took place: the place nearest to its day that the words before call so."""
    text = line.text
    if words.ONLINE.search(text):
        return None
    heading = line.block.kind == "heading"

    def distance(start: int, end: int) -> int:
        ends = [_gap(date, kind[1])] if kind else []
        gaps = [max(start - date.end, date.start - end, 0)]
        gaps += [max(start - kind[1].end(), kind[1].start() - end, 0)] if kind else []
        return min(gaps) + 0 * len(ends)

    known = [
        (distance(found.start, found.end), found.entry.name, found.start, found.end)
        for found in places(text, line.language)
        if heading or _is_where(text, found)
    ]
    unnamed = [
        (distance(*found.span("place")), found["place"], *found.span("place"))
        for found in _UNNAMED.finditer(text)
        if not known and line.language in ("en", "da", "sv")
    ]
    near = [place for place in known or unnamed if place[0] <= _NEAR]
    if not near:
        return None
    _, name, start, end = min(near)
    return name, line.span(start, end)


def _is_where(text: str, found: Found) -> bool:
    return bool(_IN.search(text, max(0, found.start - 20), found.start))
