"""What a sentence says of an event: its kind, its place, how many came."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.languages.base import fold

from . import calendar_names
from . import event_words as words
from .event_dates import DateFound
from .event_values import Read
from .number_words import counted
from .places import Found, names_known, places
from .reading import Line

Kind = tuple[str, re.Match[str]]
"""What kind of event it is, and the words that say so."""

YEAR = re.compile(r"\b(?:19[5-9]|20\d)\d\b")

_IN = re.compile(
    r"(?:\b(?:in|at|i|w|we|på|ved|vid|hos|in der|bei|Region|region|town of|municipality of|kommune|gminie|"
    r"mieście)|"
    r"[(|,:–-])\s+$"
)
"""What stands before the place of an event; other places of the sentence are those of guests."""
_TO = re.compile(r"\b(?:to|til|till|do|nach|į)\s+(?:the town of |byen )?$")
_UNBENT = ("en", "da", "sv", "de")
"""Languages whose names stand in sentences as in their own country."""
_LOCATIVE = re.compile(r"(?:oje|ėje|uje|yje|uose)\Z")
_UNNAMED = re.compile(
    r"\b(?:in|i|w|we)\s(?P<place>[A-ZÆØÅÄÖŁŚŻČŠŽ][^\W\d_]+(?:[ -][A-ZÆØÅÄÖŁŚŻČŠŽ][^\W\d_]+){0,2})"
)
"""A place that the gazetteer does not know: *in Brzozowiec Morski*."""

_TELLING = (
    *(stem for stems in words.KIND_STEMS.values() for stem in stems),
    *words.GUEST_STEMS,
    *words.HOST_STEMS,
)

PLACE_LINE = 80
"""Characters behind a label in which the town of the place may stand."""

_BEFORE = 50
"""Characters before an event's name that may say how many there are."""

_BEFORE_NUMBER = 16
"""Characters before a number that may say *more than*."""

_NEAR = 90
"""Characters between the name of an event and its day, and between its day and its place."""


def may_tell(text: str) -> bool:
    """Say whether the text may tell of an event at all: it holds a part of a word that names one."""
    low = text.lower()
    return any(map(low.__contains__, _TELLING))


def has_digit(text: str) -> bool:
    """Say whether there can be a day in the text."""
    return any(map(text.__contains__, "0123456789"))


def is_hosted(text: str) -> bool:
    """Say whether the text says that somebody was host."""
    return any(map(text.__contains__, words.HOST_STEMS)) and bool(words.HOSTED.search(text))


def bare(name: str) -> str:
    """Return a column's name folded, without the year that it may state."""
    return fold(YEAR.sub("", name)).strip(" :()")


def kinds_in(text: str) -> list[Kind]:
    """Return the events that the text names, in reading order; no seminar within a study visit."""
    low = text.lower()
    found: list[Kind] = []
    for kind, pattern in words.KINDS.items():
        if not any(map(low.__contains__, words.KIND_STEMS[kind])):
            continue
        for match in pattern.finditer(text):
            if not any(other.start() < match.end() and match.start() < other.end() for _, other in found):
                found.append((kind, match))
    return sorted(found, key=lambda pair: pair[1].start())


def paired(text: str, dates: Sequence[DateFound], kinds: Sequence[Kind]) -> list[tuple[DateFound, Kind]]:
    """Return the dates with the events that stand nearest to them, each once, in reading order.

    *A workshop in Malchin on 14 May and a second one in Reszel on 2 September* are two workshops.
    """
    if turns := _in_turns(dates, kinds):
        return turns
    others = [
        (kind[0], again) for kind in kinds[-1:] for again in words.ANOTHER.finditer(text, kind[1].end())
    ]
    pairs = (
        sorted(
            (_apart(date.start, date.end, *kind[1].span()), date.start, kind[1].start(), date, kind)
            for date in dates
            for kind in (*kinds, *others)
        )
        if dates
        else []
    )
    found: list[tuple[DateFound, Kind]] = []
    for gap, *_, date, kind in pairs:
        if gap <= _NEAR and all(date != one and kind != other for one, other in found):
            found.append((date, kind))
    return sorted(found, key=lambda pair: pair[0].start)


def _in_turns(dates: Sequence[DateFound], kinds: Sequence[Kind]) -> list[tuple[DateFound, Kind]]:
    """Return the pairs of a sentence in which each of several events is followed by its day."""
    pairs = list(zip(dates, kinds, strict=False))
    places = [place for date, kind in pairs for place in (kind[1].start(), date.start)]
    alternate = len(dates) == len(kinds) > 1 and places == sorted(places)
    near = all(date.start - kind[1].end() <= _NEAR for date, kind in pairs)
    return pairs if alternate and near else []


def is_several(text: str, kind: Kind) -> bool:
    """Say whether a number before its name says that there are several."""
    start = kind[1].start()
    return bool(words.SEVERAL.search(text[max(0, start - _BEFORE) : start]))


@dataclass(frozen=True, slots=True)
class Guests:
    """The words that say how many took part."""

    count: str
    """With ``>`` before it where there were more."""
    start: int
    end: int


def guests_in(text: str) -> Guests | None:
    """Return the words that say how many took part."""
    low = text.lower()
    if not any(map(low.__contains__, words.GUEST_STEMS)):
        return _came(text)
    if total := words.COUNTED.search(text):
        return Guests(total["number"], *total.span("number"))
    for found in _all_first(text):
        before = text[max(0, found.start() - _BEFORE_NUMBER) : found.start()]
        headed = words.HEADED.search(text, 0, found.start())
        if (headed or not words.NOT_ALL.search(before)) and (count := counted(found["number"])):
            more = ">" if words.MORE.search(before) else ""
            told = headed or words.TOOK_PART.search(text)
            return Guests(more + count, *found.span()) if told else None
    return _came(text)


def _all_first(text: str) -> list[re.Match[str]]:
    """Return the numbers of guests, first that which counts everybody: *together with the hosts 121*."""
    found = list(words.PARTICIPANTS.finditer(text))
    return sorted(found, key=lambda one: not words.EVERYBODY.search(text, 0, one.start()))


def _came(text: str) -> Guests | None:
    """Return how many are said to have come or to be coming, whatever they are called."""
    low = text.lower()
    found = words.CAME.search(text) if any(map(low.__contains__, words.CAME_STEMS)) else None
    if not found or not (count := counted(found["number"])):
        return None
    more = ">" if words.MORE.search(text[: found.start("number")]) else ""
    return Guests(more + count, *found.span())


def guests_in_item(text: str) -> Guests | None:
    """Return who comes, at the end of an item of a calendar."""
    found = words.IN_A_CALENDAR.search(text)
    return Guests(found["number"], *found.span()) if found else None


def own(guests: Guests | None, kind: Kind, text: str) -> Guests | None:
    """Return the guests if they are those of this event and not of one that is named nearer to them."""
    if not guests:
        return None
    nearer = min(kinds_in(text), key=lambda other: _apart(guests.start, guests.end, *other[1].span()))
    return guests if nearer[1].span() == kind[1].span() or nearer[0] == kind[0] else None


def where(line: Line, date: DateFound | None, kind: Kind | None) -> Read | None:
    """Return where the event took place: of the places that the words call so, the nearest one."""
    if words.ONLINE.search(line.text):
        return None
    marks = [(date.start, date.end)] if date else []
    marks += [kind[1].span()] if kind else []
    near = [
        (distance, name, start, end)
        for name, start, end in _wheres(line)
        if (distance := min((_apart(start, end, *mark) for mark in marks), default=0)) <= _NEAR
    ]
    if not near:
        return None
    _, name, start, end = min(near)
    return name, line.span(start, end)


def where_labelled(line: Line) -> Read | None:
    """Return the place that the line labels behind the day: *Date: 14 February. Place: Town hall,
    Lund*."""
    label = words.PLACE_LABEL.search(line.text)
    known = places(line.text[label.start() :][:PLACE_LINE], line.language) if label else ()
    if not label or not known:
        return None
    start = label.start()
    return known[0].entry.name, line.span(start + known[0].start, start + known[0].end)


def where_opening(line: Line, date: DateFound) -> Read | None:
    """Return the place with which the line of the day begins: *Sztum, 24 kwietnia 2014 r.*"""
    known = places(line.text, line.language)
    if known and not known[0].start and line.text[known[0].end : date.start].strip(" ,()den") == "":
        return known[0].entry.name, line.span(known[0].start, known[0].end)
    return None


def wheres(line: Line, kind: Kind) -> tuple[Read, ...]:
    """Return where several events took place: each place behind their name that the words call so, once."""
    found: dict[str, Read] = {}
    for place in places(line.text, line.language):
        if place.start > kind[1].end() and _is_listed(line.text, place):
            found.setdefault(place.entry.id, (place.entry.name, line.span(place.start, place.end)))
    return tuple(found.values())


def _is_listed(text: str, place: Found) -> bool:
    """Say whether the place stands behind *in* or in brackets: *four in Sweden (Sundsvall, Karlshamn)*."""
    bracket = text.rfind("(", 0, place.start)
    return _is_where(text, place) or (bracket > text.rfind(")", 0, place.start))


def _wheres(line: Line) -> Iterator[tuple[str, int, int]]:
    """Yield every place where the sentence says that something is; a heading says it of all it names."""
    known = places(line.text, line.language)
    visit = words.VISIT.search(line.text)
    called = [
        found
        for found in known
        if line.block.kind == "heading"
        or _is_where(line.text, found)
        or (visit and _is_goal(line.text, found))
    ]
    yield from ((found.entry.name, found.start, found.end) for found in called)
    if not called:
        for match in _UNNAMED.finditer(line.text):
            if not _is_no_place(match["place"]) and _is_unbent(match["place"], line.language):
                yield match["place"], *match.span("place")


def _is_where(text: str, found: Found) -> bool:
    """Say whether the words say that something is there; Lithuanian says it by the name's ending."""
    return bool(_LOCATIVE.search(text, found.start, found.end)) or bool(
        _IN.search(text, max(0, found.start - 20), found.start)
    )


def _is_goal(text: str, found: Found) -> bool:
    """Say whether people go there: *jedziemy do Borgholmu*, *turen går til Kościerzyna*."""
    return bool(_TO.search(text, max(0, found.start - 20), found.start))


def _is_unbent(name: str, language: str) -> bool:
    """Say whether the name stands as in its own country: Polish bends all but foreign ones, *w Torsklev*."""
    return language in _UNBENT or (language == "pl" and bool(re.search("[bdfghklnprstvwøåöä]$", name)))


def _is_no_place(name: str) -> bool:
    """Say whether the name is a month, a day, a language, a country."""
    first = name.split()[0].split("-")[0]
    folded = fold(first)
    return (
        first in words.NO_PLACE
        or folded in calendar_names.MONTHS
        or folded in calendar_names.WEEKDAYS
        or names_known(first)
    )


def _apart(start: int, end: int, other: int, others_end: int) -> int:
    return max(start - others_end, other - end, 0)
