"""The events that documents tell of, in the order of their days; several documents may tell of one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from indexer.catalogue_claims import Claims
from indexer.knowledge.claims import Claim

DAY = len("2014-05-06")
"""Characters of a date that names its day."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A place of the library that tells of an event."""

    document: str
    """The document's id."""
    passage: int
    """Number of the passage in the document, from 1; 0 where no passage says it."""
    doubt: str
    """Why it may not be so; empty where there is no doubt."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that took place; what nobody states is empty."""

    date: str
    """``2014``, ``2014-05``, ``2014-05-06`` or ``2014-05-06/2014-05-07``."""
    what: str
    """``workshop``, ``seminar``, ``meeting`` …"""
    place: str
    participants: str
    """Their number."""
    audience: str
    told: tuple[Telling, ...]

    @property
    def year(self) -> int:
        """The year in which it began."""
        return int(self.date[:4])


def told(claims: Claims) -> tuple[Event, ...]:
    """Return every event whose date is known, once, the earliest first."""
    by_date: defaultdict[str, list[Event]] = defaultdict(list)
    for event in _read(claims.plain("event")):
        _keep(by_date[event.date], event)
    return tuple(event for date in sorted(by_date) for event in by_date[date])


def _read(claims: Iterable[tuple[str, Claim]]) -> Iterator[Event]:
    found: defaultdict[tuple[str, str], dict[str, Claim]] = defaultdict(dict)
    for document, claim in claims:
        found[document, claim.about].setdefault(claim.name, claim)
    for (document, _), stated in found.items():
        if date := stated.get("date"):
            doubt = next((claim.doubt for claim in stated.values() if claim.doubt), "")
            value = {name: claim.value for name, claim in stated.items()}
            yield Event(
                date=date.value,
                what=value.get("what", ""),
                place=value.get("place", ""),
                participants=value.get("participants", ""),
                audience=value.get("audience", ""),
                told=(Telling(document, date.passage, doubt),),
            )


def _keep(events: list[Event], event: Event) -> None:
    """Add an event, or what it tells to the one of the same date that is the same."""
    for number, one in enumerate(events):
        if _is_same(one, event):
            events[number] = replace(
                one,
                what=one.what or event.what,
                place=one.place or event.place,
                participants=one.participants or event.participants,
                audience=one.audience or event.audience,
                told=(*one.told, *event.told),
            )
            return
    events.append(event)


def _is_same(one: Event, other: Event) -> bool:
    """Say whether two documents tell of one event: nothing differs, and the day or the guests are the same.

    A document that tells of two events on one day means two.
    """
    pairs = ((one.what, other.what), (one.place, other.place), (one.participants, other.participants))
    if any(first and second and first != second for first, second in pairs):
        return False
    if {telling.document for telling in one.told} & {telling.document for telling in other.told}:
        return False
    return len(one.date) >= DAY or bool(one.participants and one.participants == other.participants)
