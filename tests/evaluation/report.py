"""Tables for the terminal and for a document. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from .measures import MEASURES
from .rows import HONEST, OF_CLEAN, Row

NONE = "–"

Cells = tuple[str, ...]


def plain(heading: Cells, lines: Sequence[Cells]) -> Iterator[str]:
    """Yield the lines of a table with its columns set below each other; an empty first cell is a rule."""
    widths = [max(len(line[place]) for line in (heading, *lines)) for place in range(len(heading))]
    for line in (heading, *lines):
        yield "  ".join(
            cell.rjust(width) if place else cell.ljust(width)
            for place, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()


def markdown(heading: Cells, lines: Sequence[Cells]) -> Iterator[str]:
    """Yield the lines of the same table in Markdown."""
    yield f"| {' | '.join(heading)} |"
    yield f"|---|{'--:|' * (len(heading) - 1)}"
    yield from (f"| {' | '.join(line)} |" for line in lines if any(line))


def table(rows: Sequence[Row]) -> tuple[Cells, list[Cells]]:
    """Return heading and lines of the table of a run, its groups apart."""
    extra = [name for name in (OF_CLEAN, HONEST) if any(name in row.values for row in rows)]
    measures = [*MEASURES, *extra]
    heading = ("", "questions", *measures)
    empty = ("",) * len(heading)
    lines = [_line(row, measures) for row in rows[:1]]
    for before, row in pairwise(rows):
        lines += [empty] if before.group != row.group else []
        lines.append(_line(row, measures))
    return heading, lines


def _line(row: Row, measures: Iterable[str]) -> Cells:
    return (
        row.name,
        str(row.questions),
        *(f"{row.values[name]:.3f}" if name in row.values else NONE for name in measures),
    )


def times(spent: Sequence[float]) -> str:
    """Return the median and the 95th percentile of processor times in milliseconds."""
    if not spent:
        return "no time measured"
    ordered = sorted(spent)
    high = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return f"{ordered[len(ordered) // 2]:.1f} ms median, {high:.1f} ms 95th percentile"
