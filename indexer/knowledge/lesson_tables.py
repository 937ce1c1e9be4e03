"""Tables of lessons: columns that a kind heads, SWOT fields, plans of action."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from indexer.languages.base import fold

from . import lesson_words as words
from .reading import cells

_FIELD_AND_POINTS = 2
"""Cells of a row that names a field of a SWOT analysis and lists its points."""

_LONGEST_COLUMN = 5
"""Blanks in a cell that is no column's name: the first row of the table is one of its rows."""

_FEWEST_KINDS = 2
"""Cells of a row inside a table that name kinds, and nothing else, where it heads the rows below it."""

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
        headed = any(self._kinds)
        if (headed or len(parts) == _FIELD_AND_POINTS) and (field := self._kind_named(texts[0])):
            if not headed:
                yield from ((field, start, end) for start, end in _points(row, *parts[1][1:]))
            return
        for place, start, end in parts:
            kind = self._kinds[place] if place < len(self._kinds) else ""
            letter = _LETTER.match(row, start, end) if self._is_swot and not kind else None
            if letter and (kind := words.LETTERS.get(language, {}).get(letter["letter"], "")):
                start = letter.end()
            if kind and end > start and fold(row[start:end]) not in words.MARKS:
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
    if not any(map(words.OWNER_COLUMNS.match, folded)):
        return set()
    is_plan = words.PLAN.search(fold(heading))
    return {
        place
        for place, name in enumerate(folded)
        if words.ACTION_COLUMNS.match(name) or (is_plan and words.ACTIVITY_COLUMNS.match(name))
    }
