"""Tables of events: a head that names their columns, and a row for each event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from . import event_words as words
from .event_dates import event_dates
from .event_parts import YEAR, bare, kinds_in
from .event_values import Event, Read
from .places import places
from .reading import Line, cells

_FEWEST = 2
"""Columns that a head has to name, that of the day among them."""

_LONGEST_NAME = 40
"""Characters of a column's name."""

_SHORTEST_AUDIENCE = 4
"""Characters; less is a dash or a number."""


class Table:
    """Reads the rows of the table that it met last."""

    def __init__(self, published: str) -> None:
        self._published = published
        self.close()

    def close(self) -> None:
        """Forget the table: another part of the document begins."""
        self._roles: list[str] = []
        self._names: list[str] = []
        self._year = 0

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
        names = [text[start:end] for start, end in parts]
        roles = [words.COLUMNS.get(bare(name), "") if len(name) <= _LONGEST_NAME else "" for name in names]
        if "date" not in roles or len(set(roles) - {""}) < _FEWEST:
            return False
        years = set(YEAR.findall(text))
        self._roles, self._names = roles, names
        self._year = int(years.pop()) if len(years) == 1 else 0
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

    def _read(self, event: Event, role: str, row: Line, start: int, end: int) -> None:
        text, span = row.text[start:end], row.span(start, end)
        match role:
            case "date":
                for date in event_dates(text, year=self._year, published=self._published)[:1]:
                    doubt = "" if self._year else date.doubt
                    event.add("date", (date.value, row.span(start + date.start, start + date.end)), doubt)
            case "place":
                known = places(text, row.language)
                event.add("place", (known[0].entry.name if known else text, span))
            case "participants" if text.isdecimal():
                event.add("participants", (text, span))
            case "audience" if len(text) >= _SHORTEST_AUDIENCE:
                event.add("audience", (text, span))
            case "what":
                for kind, _ in kinds_in(text)[:1]:
                    event.add("what", (kind, span))
