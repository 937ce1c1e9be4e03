"""An event while a document is read: what is stated of it, and where."""

from __future__ import annotations

from dataclasses import dataclass, field

Span = tuple[int, int, int]
"""A passage and two offsets in it."""

Read = tuple[str, Span]
"""A value and where it stands."""

_YEAR = 4
"""Characters of a date that is only a year."""

_TELLING = ("what", "place", "participants")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that names an event."""

    kind: Read
    place: Read | None
    """The one place that it names."""
    is_record: bool
    """It is the title of an invitation, a programme, minutes."""
    line: int


@dataclass(slots=True)
class Event:
    """What is known of an event so far."""

    rule: str
    stated: dict[str, tuple[str, Span, str]] = field(default_factory=dict)
    """By the name of the claim: the value, where it stands, and why it may not be so."""
    several: bool = False
    """It stands for several events of which something is stated together."""
    places: tuple[Read, ...] = ()
    """Where they were, if it stands for several."""
    line: int = 0
    """Number of the line that told of it last."""

    def value(self, name: str) -> str:
        """Return what is stated under the name, empty where nothing is."""
        return self.stated[name][0] if name in self.stated else ""

    def add(self, name: str, read: Read | None, doubt: str = "") -> None:
        """State something that has not been stated before."""
        if read:
            self.stated.setdefault(name, (*read, doubt))

    def _is_of_the_year(self, other: Event) -> bool:
        """Say whether of several events once the months are told and once only the year."""
        one, two = sorted((self.value("date"), other.value("date")), key=len)
        return (
            self.several
            and len(one) == _YEAR
            and two.startswith(one)
            and self.value("what") == other.value("what")
        )

    def take_over(self, other: Event) -> None:
        """State what another mention of the same event states."""
        dates = sorted((one.stated["date"] for one in (self, other) if "date" in one.stated), key=_told_more)
        self.stated = other.stated | self.stated | ({"date": dates[-1]} if self.several and dates else {})

    def is_same_as(self, other: Event) -> bool:
        """Say whether two mentions are of one event: the day is the same, and nothing differs."""
        return (
            self.several == other.several
            and bool(self.value("date"))
            and (self.value("date") == other.value("date") or self._is_of_the_year(other))
            and all(self.value(name) in ("", other.value(name)) or not other.value(name) for name in _TELLING)
        )


def _told_more(date: tuple[str, Span, str]) -> int:
    return len(date[0])
