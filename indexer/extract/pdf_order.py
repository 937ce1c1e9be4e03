"""The geometry of a PDF page: are pieces of text painted as they are read, and which form tables?

Pure functions over pieces in the order in which the page paints them. Coordinates are points
from the lower left corner.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from indexer.extract.cleanup import Line, joined

MAX_JUMPS = 0.15
"""Share of jumps above which a page's paint order is not its reading order.

Source: clean pages had .01–.06 (one .19), broken ones .42–.50.
"""

MARGIN_SHARE = 0.08
"""Share of the page's height at its top and bottom where running headers and footers stand.

Source: measured on multi-page reports when extractors were compared.
"""

FEWEST_PIECES = 10
"""Pieces below which a page is too short to tell."""

COLUMN_CHANGES = 2
"""Jumps that every page may have: from the first column to the second and to the third."""

LONGEST_CELL = 400
"""Characters above which a piece of text beside another is a column of prose, not a table's cell."""

SHORT_CELL = 35
"""Characters of a line below which a column is too narrow for prose: two columns, one of them
narrower, are a table. Printed prose has 40 or more."""

_NEAR = 2.0
"""Points by which aligned things may differ."""

_SAME_SIZE = 0.15
"""Share by which the letters of one cell or paragraph may differ in height."""

_RAISED = 3
"""Lines by which a cell may begin above the one to its left: rows may be aligned at foot or middle."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text on one line, without a gap as wide as between columns."""

    text: str
    left: float
    bottom: float
    right: float
    top: float
    size: float
    """Height of the letters."""


Cell = list[Piece]
Row = list[Cell]


def lines(pieces: Sequence[Piece], height: float) -> list[Line]:
    """Return the lines of a page in paint order; a table row is one line with tabs between its cells."""
    return [
        line
        for table, rows in _runs(_rows(pieces))
        for line in (_table_lines if table else _prose_lines)(rows, height)
    ]


def jump_ratio(pieces: Sequence[Piece], height: float) -> float:
    """Return the share of steps that move up or jump a gutter on one baseline.

    Tables and running lines are left out, and so are as many jumps as a page has columns to change.
    """
    body = [piece for piece in pieces if not _in_margin(piece, height)]
    if len(body) < FEWEST_PIECES:
        return 0.0
    jumps = sum(
        _is_jump(one, two)
        for table, rows in _runs(_rows(body))
        if not table
        for one, two in pairwise([piece for row in rows for cell in row for piece in cell])
    )
    return max(0, jumps - COLUMN_CHANGES) / len(body)


def _is_jump(one: Piece, two: Piece) -> bool:
    if _beside(one, two):
        return two.left - one.right > 1.5 * max(one.size, two.size) or two.right < one.left
    return two.bottom > one.top - _NEAR


def _rows(pieces: Sequence[Piece]) -> list[Row]:
    """Return the pieces as rows of cells: one cell for a paragraph, several for a table's row."""
    rows: list[Row] = []
    for piece in pieces:
        if rows and _opens_cell(rows[-1][-1], piece):
            rows[-1:] = _parted(rows[-1], piece)
            rows[-1].append([piece])
        elif rows and _continues_cell(rows[-1], piece):
            rows[-1][-1].append(piece)
        else:
            rows.append([[piece]])
    return rows


def _opens_cell(cell: Cell, piece: Piece) -> bool:
    """Say whether the piece stands to the right of the cell, on its height or little above."""
    bottom, top = piece.bottom, piece.top
    near = [other for other in cell if other.bottom < top and bottom - other.top < _RAISED * other.size]
    level = [other for other in near if bottom >= other.top or _beside(other, piece)]
    return bool(level) and piece.left > max(other.right for other in level) - _NEAR


def _parted(row: Row, piece: Piece) -> list[Row]:
    """Return the row, without the paragraph above the table: its lines reach over the new cell."""
    if len(row) > 1:
        return [row]
    (lines,) = row
    reaching = [number for number, line in enumerate(lines, start=1) if line.right > piece.left - _NEAR]
    start = reaching[-1] if reaching else 0
    return [[part] for part in (lines[:start], lines[start:]) if part]


def _continues_cell(row: Row, piece: Piece) -> bool:
    """Say whether the piece is the next line of the row's last cell."""
    last = row[-1][-1]
    if abs(last.size - piece.size) > _SAME_SIZE * last.size:
        return False
    if not -0.5 * last.size < last.bottom - piece.top < 0.6 * last.size:
        return False
    if len(row) == 1:
        return min(last.right, piece.right) - max(last.left, piece.left) > -_NEAR
    edges = (last.left - piece.left, last.right - piece.right)
    return min(abs(edges[0]), abs(edges[1]), abs(sum(edges)) / 2) < _NEAR


def _beside(one: Piece, two: Piece) -> bool:
    return min(one.top, two.top) - max(one.bottom, two.bottom) > 0.5 * min(one.size, two.size)


def _runs(rows: Sequence[Row]) -> Iterator[tuple[bool, list[Row]]]:
    """Yield the rows in runs that are a table or none."""
    run: list[Row] = []
    for row in rows:
        if run and not _same_table(run[-1], row):
            yield _is_table(run), run
            run = []
        run.append(row)
    if run:
        yield _is_table(run), run


def _same_table(one: Row, two: Row) -> bool:
    if len(one) == len(two) == 1:
        return True
    return len(one) > 1 and len(two) > 1 and _aligned(one, two)


def _aligned(one: Row, two: Row) -> bool:
    few, many = sorted((one, two), key=len)
    return all(any(_same_column(cell, other) for other in many) for cell in few)


def _same_column(one: Cell, two: Cell) -> bool:
    left, right = max(_left(one), _left(two)), min(_right(one), _right(two))
    return abs(_left(one) - _left(two)) <= _NEAR or right - left > 0


def _left(cell: Cell) -> float:
    return min(piece.left for piece in cell)


def _right(cell: Cell) -> float:
    return max(piece.right for piece in cell)


def _is_table(rows: list[Row]) -> bool:
    columns = max(map(len, rows))
    if len(rows) < 2 or columns < 2:
        return False
    if any(sum(len(piece.text) for piece in cell) > LONGEST_CELL for row in rows for cell in row):
        return False
    return columns > 2 or min(_width(rows, 0), _width(rows, 1)) < SHORT_CELL


def _width(rows: list[Row], column: int) -> float:
    """Return the usual length of a column's lines in characters."""
    return median(max(len(piece.text) for piece in row[column]) for row in rows if len(row) > column)


def _table_lines(rows: list[Row], height: float) -> Iterator[Line]:
    for row in rows:
        words = "\t".join(joined([piece.text for piece in cell]) for cell in row)
        yield Line(words, apart=True, size=row[0][0].size, margin=_in_margin(row[0][0], height))


def _prose_lines(rows: list[Row], height: float) -> Iterator[Line]:
    above: Piece | None = None
    for piece in (piece for row in rows for cell in row for piece in cell):
        yield Line(piece.text, _apart(above, piece), piece.size, _in_margin(piece, height))
        above = piece


def _apart(above: Piece | None, piece: Piece) -> bool:
    if above is None:
        return True
    gap = above.bottom - piece.top
    return gap > 0.5 * piece.size or (gap < -piece.size and not _beside(above, piece))


def _in_margin(piece: Piece, height: float) -> bool:
    return piece.bottom > (1 - MARGIN_SHARE) * height or piece.top < MARGIN_SHARE * height
