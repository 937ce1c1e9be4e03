"""Tables of lessons: columns that a kind heads, SWOT fields, plans of action."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from indexer.languages.base import fold

from . import lesson_columns as columns
from .reading import cells, sentences

_FIELD_AND_POINTS = 2
"""Cells of a row that names a field of a SWOT analysis and lists its points."""

_LONGEST_COLUMN = 5
"""Blanks in a cell that is no column's name: the first row of the table is one of its rows."""

_FEWEST_KINDS = 2
"""Cells of a row inside a table that name kinds, and nothing else, where it heads the rows below it."""

_SWOT = ("strength", "weakness", "opportunity", "threat")
"""The fields of a SWOT analysis."""

_HEADING = (*_SWOT, "advice", "obstacle", "success-factor", "tool")
"""What the columns of a table with fields in its rows may be headed by; *findings* may be agreements too."""

_COUNTS = re.compile(r"(?:no|nr|lp|l\.p|#|pkt|punkt)?\.?")
"""What heads a column that only counts its rows."""

_LETTER = re.compile(r"(?P<letter>[A-Z]):\s")


class Table:
    """Reads the rows of the table that it met last."""

    def __init__(self, kind_named: Callable[[str], str], *, is_swot: bool) -> None:
        self._kind_named = kind_named
        self._is_swot = is_swot
        self.close()

    def close(self) -> None:
        """Forget the table: another part of the document begins."""
        self._columns: dict[str, int] = {}
        self._kinds: list[str] = []
        self._new = True

    def cells(self, row: str, language: str, heading: str, section: str) -> Iterator[tuple[str, int, int]]:
        """Yield the cells of a row that are lessons: the kind, and where they begin and end.

        ``section`` is the kind that the heading above the table names, if it names one.
        """
        parts = [self._bare(row, start, end, place) for place, (start, end) in enumerate(cells(row))]
        texts = [row[start:end] for _, start, end in parts]
        if self._is_head(texts, heading, section):
            return
        if matrix := list(_matrix(row, parts, self._kind_named)):
            yield from matrix
            return
        headed = any(self._kinds)
        field = self._kind_named(texts[0])
        if field in _SWOT and len(parts) > 1 and not any(kind in _HEADING for kind in self._kinds):
            if len(parts) > _FIELD_AND_POINTS:
                yield field, *parts[1][1:]
            else:
                yield from ((field, start, end) for start, end in _points(row, *parts[1][1:]))
            return
        if (headed or len(parts) == _FIELD_AND_POINTS) and field:
            if not headed:
                yield from ((field, start, end) for start, end in _points(row, *parts[1][1:]))
            return
        for place, start, end in parts:
            kind = self._kinds[place] if place < len(self._kinds) else ""
            letter = _LETTER.match(row, start, end) if self._is_swot and not kind else None
            if letter and (kind := columns.LETTERS.get(language, {}).get(letter["letter"], "")):
                start = letter.end()
            if kind and end > start and fold(row[start:end]) not in columns.MARKS:
                yield kind, start, end

    def _bare(self, row: str, start: int, end: int, place: int) -> tuple[int, int, int]:
        """Return the column of a cell, and where its text begins behind the column's name, and ends."""
        for name, column in self._columns.items():
            if row.startswith(f"{name}: ", start, end):
                return column, start + len(name) + 2, end
        return place, start, end

    def _is_head(self, texts: Sequence[str], heading: str, section: str) -> bool:
        """Say whether the row names columns, and remember them; a table may have two such rows."""
        first, self._new = self._new, False
        if not first and (len(texts) < _FEWEST_KINDS or not all(map(self._kind_named, texts))):
            return False
        named = [self._kind_named(text) for text in texts]
        self._columns |= {text: column for column, text in enumerate(texts)}
        if named[0] and len(texts) == _FIELD_AND_POINTS and texts[1].count(" ") >= _LONGEST_COLUMN:
            return False
        if not any(named):
            named = ["action-step" if place in _steps(texts, heading) else "" for place in range(len(texts))]
        if not any(named) and section:
            told = next((place for place, text in enumerate(texts) if not _COUNTS.fullmatch(fold(text))), 0)
            named = [section if place == told else "" for place in range(len(texts))]
        self._kinds = named
        return True


def _matrix(
    row: str, parts: Sequence[tuple[int, int, int]], kind_named: Callable[[str], str]
) -> Iterator[tuple[str, int, int]]:
    """Yield the sentences of cells that begin with the name of a field: *Strengths. Two speak German. …*"""
    for _, start, end in parts:
        opening, *points = [(start + one, start + other) for one, other in sentences(row[start:end])]
        if points and (kind := kind_named(row[slice(*opening)])) in _SWOT:
            yield from ((kind, *point) for point in points)


def _points(row: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield where the points of a field begin and end, which semicolons part."""
    for point in row[start:end].split(";"):
        bare = point.strip()
        if bare:
            first = row.index(bare, start)
            yield first, first + len(bare)
        start += len(point) + 1


def _steps(names: Sequence[str], heading: str) -> set[int]:
    """Return the columns with the steps of a plan of action; none where the table is no such plan."""
    folded = [fold(name) for name in names]
    if not any(map(columns.OWNER_COLUMNS.match, folded)):
        return set()
    is_plan = columns.PLAN.search(fold(heading))
    return {
        place
        for place, name in enumerate(folded)
        if columns.ACTION_COLUMNS.match(name) or (is_plan and columns.ACTIVITY_COLUMNS.match(name))
    }
