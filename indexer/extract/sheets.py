"""Excel workbooks (XLSX): a sheet is a page, and a row names its columns."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from io import BytesIO
from itertools import islice
from typing import Any

from indexer.extract import package, tables
from indexer.extract.cleanup import flat
from indexer.extract.content import Content, keywords, stated
from indexer.model import Block, Page

# openpyxl has no types.
Sheet = Any

MAX_ROWS = 100_000
"""Rows of a sheet that are read, empty ones too; a sheet of 1,048,576 empty rows is a formatted one."""

MAX_COLUMNS = 500
"""Columns of a sheet that are read; what lies to the right are measurements of a machine."""

UNNAMED = re.compile(r"(?:sheet|ark|arkusz|blad|tabelle|lapas|lakštas|table)[ _]?\d*", re.I)
"""Names that programs give to sheets in six languages."""

_MIDNIGHT = time()


def extract(content: bytes) -> Content:
    """Return every sheet that can be seen as a page: its name as heading, then its rows."""
    import openpyxl  # type: ignore[import-untyped]  # it ships no types

    package.opened(content).close()
    workbook = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    said = workbook.properties
    sheets = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
    cut = [sheet.title for sheet in sheets if (sheet.max_row or 0) > MAX_ROWS]
    pages = tuple(
        Page(number, tuple(page(sheet.title, _rows(sheet)))) for number, sheet in enumerate(sheets, start=1)
    )
    return Content(
        title=flat(said.title or ""),
        pages=pages,
        stated=stated(
            {
                "author": flat(said.creator or "").removeprefix("openpyxl"),
                "kind": keywords(said.subject, said.category, said.keywords),
            }
        ),
        warnings=tuple(f"Only {MAX_ROWS} rows of the sheet {flat(name)} were read." for name in cut),
    )


def first_rows(content: bytes, most: int) -> list[list[str]]:
    """Return the first rows of the only sheet of a workbook that can be seen; none where it has several."""
    import openpyxl

    package.opened(content).close()
    workbook = openpyxl.load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
    seen = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
    return list(islice(_rows(seen[0]), most)) if len(seen) == 1 else []


def page(name: str, rows: Iterable[list[str]]) -> Iterator[Block]:
    """Yield the blocks of a sheet: its name, unless a program gave it, then its rows."""
    read = list(blocks(rows))
    if read and not UNNAMED.fullmatch(flat(name)):
        yield Block("heading", flat(name), 1)
    yield from read


def _rows(sheet: Sheet) -> Iterator[list[str]]:
    sheet.reset_dimensions()  # what a file says about its own size is not always true
    for row in sheet.iter_rows(values_only=True):
        yield [shown(value) for value in row[:MAX_COLUMNS]]


def blocks(rows: Iterable[list[str]]) -> Iterator[Block]:
    """Yield the rows of a sheet: tables between empty rows, lone cells as paragraphs.

    A lone cell above a table is its title, not a row.
    """
    table: list[list[str]] = []
    for row in [*islice(rows, MAX_ROWS), []]:
        filled = [cell for cell in row if cell]
        if len(filled) > 1 or (filled and table):
            table.append(row)
            continue
        yield from _table(table)
        table = []
        yield from (Block("paragraph", cell) for cell in filled)
    yield from _table(table)


def _table(table: list[list[str]]) -> Iterator[Block]:
    """Yield the rows; a sheet's first row names its columns when all its cells are words."""
    if not table:
        return
    used = [place for place in range(max(map(len, table))) if any(_cell(row, place) for row in table)]
    cells = [[_cell(row, place) for place in used] for row in table]
    yield from tables.rows(cells, stated=len(cells) > 2 and all(map(_wordy, cells[0])))


def _cell(row: list[str], place: int) -> str:
    return row[place] if place < len(row) else ""


def _wordy(cell: str) -> bool:
    return any(map(str.isalpha, cell)) and len(cell) <= tables.LONGEST_NAME


def shown(value: object) -> str:
    """Return a cell as a person reads it: dates without midnight, whole numbers without a point."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case datetime() if value.time() == _MIDNIGHT:
            return value.date().isoformat()
        case datetime():
            return value.isoformat(sep=" ", timespec="minutes")
        case date():
            return value.isoformat()
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case float():
            return f"{value:.10g}"
    return flat(str(value))
