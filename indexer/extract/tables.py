"""Tables of every format: one row is one line, and its cells say which column they stand in."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexer.model import Block

CELL = " | "
"""What stands between the cells of a table row."""

LONGEST_NAME = 60
"""Characters of a column's name; what is longer is a sentence, and is not repeated before each cell."""

_NUMBER = re.compile(r"[\W\d]*\d[\W\d]*(?:\w{1,4}\.?)?")
"""A number with its signs, and a unit behind it: ``1.000 timer`` is none, ``85.200 zł`` is one."""

_DIGIT = re.compile(r"\d")


def rows(cells: Sequence[Sequence[str]], *, stated: bool = False, aligned: bool = True) -> Iterator[Block]:
    """Yield the rows of a table; ``stated`` when its format says that the first one names the columns.

    ``aligned`` is false where empty cells leave no trace, so that only full rows can be named.

    ``Town | Pupils`` is followed by ``Town: Sorø | Pupils: 70``, so that a row that is quoted
    alone can be understood. Empty cells and rows are left out.
    """
    table = [row for row in cells if any(row)]
    names: Sequence[str] = ()
    if len(table) > 1 and (_can_name(table[0]) if stated else names_columns(table)):
        names, table = table[0], table[1:]
        yield _row(names)
    for row in table:
        yield _row(_named(names, row) if aligned or len(row) == len(names) else row)


def names_columns(table: Sequence[Sequence[str]]) -> bool:
    """Say whether the first row of a table names its columns.

    It does when all its cells are different words without digits and a column holds numbers
    only below its word.
    """
    first, *rest = table
    if not _can_name(first) or not all(first) or any(map(_DIGIT.search, first)):
        return False
    below = [[row[place] for row in rest if len(row) > place and row[place]] for place in range(len(first))]
    return any(column and all(map(_NUMBER.fullmatch, column)) for column in below)


def _can_name(row: Sequence[str]) -> bool:
    filled = [cell.casefold() for cell in row if cell]
    return len(filled) > 1 and len(set(filled)) == len(filled)


def _named(names: Sequence[str], row: Sequence[str]) -> list[str]:
    called = [*names, *([""] * (len(row) - len(names)))]
    return [
        f"{name}: {cell}" if cell and 0 < len(name) <= LONGEST_NAME and not cell.startswith(name) else cell
        for name, cell in zip(called, row, strict=False)
    ]


def _row(cells: Sequence[str]) -> Block:
    return Block("table_row", CELL.join(filter(None, cells)))
