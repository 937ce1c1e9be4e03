"""Blocks of a passage become what a page shows: headings, paragraphs, lists and tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from indexer.model import Block

from ..search.looking import Marks
from .pages import Segment, segments
from .spots import within

_CELL_END = " | "
"""What stands between the cells of a table row."""

FIRST_HEADING, LAST_HEADING = 2, 6
"""Levels of the headings of a text below the title of the page."""

Cell = tuple[Segment, ...]
"""The text of a paragraph, list item or cell, in runs that are marked or not."""


@dataclass(frozen=True, slots=True)
class Step:
    """A spot, or those of a passage, with the ways to the neighbours."""

    number: str
    """Its place among all; of several, the first and the last; empty for none."""
    previous: str | None
    next: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """A heading, paragraph or list item of one cell, or a row of a table."""

    cells: tuple[Cell, ...]
    step: Step | None = None
    """Where it stands among the blocks with marked words."""
    name: str = ""
    """What a link to a heading ends in."""

    @property
    def text(self) -> str:
        """The words of all cells."""
        return _CELL_END.join("".join(segment.text for segment in cell) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring blocks that are shown as one."""

    kind: str
    level: int
    """Of a heading, 2 to 6; else 0."""
    rows: tuple[Row, ...]
    """One for a heading or paragraph; one per list item or table row."""


@dataclass(frozen=True, slots=True)
class MarkedBlock:
    """A block as it is to be shown."""

    block: Block
    marks: Marks
    step: Step | None
    name: str


def runs(blocks: Iterable[MarkedBlock], level: int) -> Iterator[Run]:
    """Yield lists and tables as one each, and headings that never skip a level on the way down.

    ``level`` is that of the heading before; a text begins at 1.
    """
    for kind, run in groupby(blocks, key=lambda one: one.block.kind):
        match kind:
            case "list" | "table_row":
                yield Run(kind, 0, tuple(map(_row, run)))
            case "heading":
                for one in run:
                    level = shown_level(one.block, level)
                    yield Run(kind, level, (_row(one),))
            case _:
                yield from (Run(kind, 0, (_row(one),)) for one in run)


def shown_level(block: Block, level: int) -> int:
    """Return the level at which a heading is shown behind one of that level."""
    return max(FIRST_HEADING, min(block.level + 1, level + 1, LAST_HEADING))


def _row(one: MarkedBlock) -> Row:
    cells = _cells(one) if one.block.kind == "table_row" else (_cell(one.block.text, one.marks),)
    return Row(cells, one.step, one.name)


def _cells(row: MarkedBlock) -> tuple[Cell, ...]:
    start, cells = 0, []
    for text in row.block.text.split(_CELL_END):
        cells.append(_cell(text, within(row.marks, start, start + len(text))))
        start += len(text) + len(_CELL_END)
    return tuple(cells)


def _cell(text: str, marks: Marks) -> Cell:
    return tuple(segments(text, marks))


def steps_of(addresses: Mapping[int, str]) -> dict[int, Step]:
    """Return the step at each spot; ``addresses`` leads to every spot by its number."""
    return {
        number: Step(str(number), addresses.get(number - 1), addresses.get(number + 1))
        for number in addresses
    }
