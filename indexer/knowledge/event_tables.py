"""Tables of events: a head that names their columns, and a row for each event."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from . import event_words as words
from .event_dates import DateFound, event_dates
from .event_parts import YEAR, bare, kinds_in
from .event_values import Event, Read
from .places import places
from .reading import Line, cells

_FEWEST = 2
"""Columns that a head has to name, that of the day among them."""

_WINTER = 2
"""Years that a winter is of: *2011–2012*."""

_AUTUMN = 8
"""The month from which a day is of the first of them."""

_SHORT = 0.8
"""Share of its characters to which a column's name shrinks without blanks that stand between its letters."""

_SPACED = re.compile(r"(?<=[^\W\d_]) (?=[^\W\d_])")

_LONGEST_NAME = 40
"""Characters of a column's name."""

_MOST_WORDS = 4
"""Words of a place that the gazetteer does not know."""

_SHORTEST_AUDIENCE = 4
"""Characters; less is a dash or a number."""


class Table:
    """Reads the rows of the table that it met last."""

    def __init__(self, published: str) -> None:
        self._published = published
        self._introduction = ""
        self.close()

    def introduce(self, text: str) -> None:
        """Remember the text before a table, which may state its year."""
        self._introduction = text

    def close(self) -> None:
        """Forget the table: another part of the document begins."""
        self._roles: list[str] = []
        self._names: list[str] = []
        self._is_spaced = False
        self._years: tuple[int, ...] = ()

    def event(self, row: Line, kind: Read | None) -> Event | None:
        """Return the event of a row, of the ``kind`` that the heading names if the row names none."""
        parts = list(cells(row.text))
        if self._is_head(row.text, parts):
            return None
        event = Event("events.row")
        for role, start, end in self._in_columns(row.text, parts):
            self._read(event, role, row, start, end)
        if "date" not in event.stated or not event.stated.keys() & {"place", "participants", "what"}:
            return None
        event.add("what", kind)
        return event

    def _is_head(self, text: str, parts: Sequence[tuple[int, int]]) -> bool:
        """Say whether the row names the columns, and remember them."""
        if self._names and text.startswith(f"{self._names[0]}: "):
            return False
        names = [text[start:end] for start, end in parts]
        roles = [
            words.COLUMNS.get(_joined(bare(name)), "") if len(name) <= _LONGEST_NAME else "" for name in names
        ]
        if (
            "date" not in roles
            or len(set(roles) - {""}) < _FEWEST
            or any(map(words.OWNED.match, map(bare, names)))
        ):
            return False
        self._roles, self._names = roles, names
        self._is_spaced = any(
            _joined(name) != name and len(_joined(name)) < _SHORT * len(name) for name in names
        )
        self._years = _years(text) or _years(self._introduction)
        return True

    def _in_columns(self, row: str, parts: Sequence[tuple[int, int]]) -> Iterator[tuple[str, int, int]]:
        """Yield each cell under its column: the one that it names, else the one at its place."""
        for place, (start, end) in enumerate(parts):
            heads = (n for n, name in enumerate(self._names) if row.startswith(f"{name}: ", start, end))
            named = next(heads, None)
            if named is not None:
                yield self._roles[named], start + len(self._names[named]) + 2, end
            elif place < len(self._roles):
                yield self._roles[place], start, end

    def _date(self, text: str) -> DateFound | None:
        """Return the day in a cell; in a table of a winter, an autumn day is of the first year."""
        for year in reversed(self._years or (0,)):
            date = next(iter(event_dates(text, year=year, published=self._published)), None)
            if not date or len(self._years) < _WINTER or int(date.value[5:7]) < _AUTUMN:
                return date
        return date

    def _read(self, event: Event, role: str, row: Line, start: int, end: int) -> None:
        text, span = row.text[start:end], row.span(start, end)
        match role:
            case "date":
                if date := self._date(text):
                    event.add(
                        "date", (date.value, row.span(start + date.start, start + date.end)), date.doubt
                    )
                elif date := self._date(_joined(text)):
                    event.add("date", (date.value, span), date.doubt)
            case "place":
                known = places(text, row.language)
                if known or _is_name(text):
                    event.add("place", (known[0].entry.name if known else text, span))
            case "participants" if (number := text.replace(" ", "") if self._is_spaced else text).isdecimal():
                event.add("participants", (number, span))
            case "audience" if len(text) >= _SHORTEST_AUDIENCE:
                event.add("audience", (text, span))
            case "what":
                for kind, _ in kinds_in(text)[:1]:
                    event.add("what", (kind, span))


def _is_name(text: str) -> bool:
    """Say whether a cell may name a place: few words, the first with a capital letter."""
    return len(text.split()) <= _MOST_WORDS and text[:1].isupper() and not any(map(str.isdigit, text))


def _years(text: str) -> tuple[int, ...]:
    """Return the year that a text states, or the two of a winter; none where it states others."""
    years = sorted({int(year) for year in YEAR.findall(text)})
    is_winter = len(years) == _WINTER and years[1] == years[0] + 1
    return tuple(years) if len(years) == 1 or is_winter else ()


def _joined(text: str) -> str:
    """Return the text without the blanks that narrow columns of a PDF put between letters: *10 No v.*"""
    return text if text in words.COLUMNS else _SPACED.sub("", text)
