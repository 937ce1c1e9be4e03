"""Events beside tables and sentences of their own: in a cell, or several that are told of together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from . import event_words as words
from .event_dates import event_dates, is_month, month_of
from .event_parts import YEAR, Kind, is_several, kinds_in, where, wheres
from .event_values import Event, Read
from .reading import Line, cells

_YEAR_NEAR = 12
"""Characters between the name of several events and their year: *eight workshops in 2014*."""

_DAY = 10
"""Characters of a date with its day."""

_LONGEST_COLUMN = 40
"""Characters of the name of a column before what its cell says."""


def together(line: Line, kind: Kind, told: Read | None) -> Event | None:
    """Return what a sentence states of several events together: their year, how many came to them."""
    year = words.YEAR_OF_SEVERAL.search(line.text, kind[1].end())
    if year and (year.start() - kind[1].end() > _YEAR_NEAR or len(set(YEAR.findall(line.text))) > 1):
        year = None
    months = None if year else _months(line)
    if not told and not year and not months:
        return None
    event = Event("events.together", several=True, places=wheres(line, kind))
    event.add("what", (kind[0], line.span(*kind[1].span())))
    event.add("date", (year["year"], line.span(*year.span("year"))) if year else None)
    event.add("date", months)
    event.add("participants", told)
    return event


_MONTH = r"[^\W\d_]{3,12}"
_BETWEEN = re.compile(
    rf"\b(?:between|mellem|mellan|między|zwischen|from|fra|från|od|von) (?P<first>{_MONTH})"
    rf" (?:and|og|och|a|und|to|til|till|do|bis) (?P<last>{_MONTH}) (?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
"""*Between February and June 2014*: when several events took place."""


def _months(line: Line) -> Read | None:
    """Return the months between which several events took place, told before them in their paragraph."""
    text = line.block.text
    begin = text.find(line.text)
    found = _BETWEEN.search(text, 0, begin + len(line.text))
    if not found or not (is_month(found["first"]) and is_month(found["last"])):
        return None
    first, last = (f"{found['year']}-{month_of(found[name]):02}" for name in ("first", "last"))
    place = (line.passage, line.start - begin + found.start(), line.start - begin + found.end())
    return (f"{first}/{last}", place) if first < last else None


def in_cells(row: Line) -> Iterator[Event]:
    """Yield the events that single cells of a row name with their day: *The final meeting, 6 May 2014*.

    Only whole dates count, as nothing says of which year the days of a table are.
    """
    for start, end in cells(row.text):
        column, colon, _ = row.text[start:end].partition(": ")
        begin = start + (len(column) + len(colon) if colon and len(column) <= _LONGEST_COLUMN else 0)
        cell = replace(row, text=row.text[begin:end], start=row.start + begin)
        kinds = kinds_in(cell.text) if YEAR.search(cell.text) else []
        if len(kinds) != 1:
            continue
        (kind,) = kinds
        dates = event_dates(cell.text)
        if is_several(cell.text, kind):
            event = together(cell, kind, None)
            if event:
                yield event
        elif len(dates) == 1 and len(dates[0].value.split("/")[0]) == _DAY:
            event = Event("events.cell")
            event.add("what", (kind[0], cell.span(*kind[1].span())))
            event.add("date", (dates[0].value, cell.span(dates[0].start, dates[0].end)))
            event.add("place", where(cell, dates[0], kind))
            yield event
