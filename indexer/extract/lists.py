"""Lists of projects (CSV, XLSX): each row is read as a document of its own, as if it lay in an archive.

A row becomes a page in Markdown with the labels of ``list_columns``; what has no label stays text. A row
that is broken is left out and told by its number, which is the one that spreadsheet programs show.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial

from indexer.extract import list_columns as columns
from indexer.extract import sheets
from indexer.extract.cleanup import flat
from indexer.extract.content import Content
from indexer.extract.encoding import decode
from indexer.model import Block, Page

MOST_ROWS = 10_000
"""Rows of a list that become documents."""

MOST_WARNINGS = 100
"""Broken rows that are told one by one."""

_DATES = (
    re.compile(r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})(?:[T ].*)?"),
    re.compile(r"(?P<d>\d{1,2})[./-](?P<m>\d{1,2})[./-](?P<y>\d{4})"),
    re.compile(r"(?P<y>\d{4})(?:-(?P<m>\d{1,2}))?"),
)
_AMOUNT = re.compile(r"(?:EUR|€)?\s*\d[\d., \u00a0\u202f]*\s*(?:EUR|€)?", re.IGNORECASE)
_SIGNS = re.compile(r"[\\`*_{}\[\]<>#+.!|~&-]")
_NO_NAME = re.compile(r"[^\w+ -]+")


@dataclass(frozen=True, slots=True)
class Row:
    """A project of a list."""

    number: int
    """Its place in the list; the names of the columns stand in row 1."""
    known: dict[str, str]
    """Its values by label, in the order of ``list_columns``."""
    rest: dict[str, str]
    """Its other values by the name of their column."""

    @property
    def name(self) -> str:
        """What the project is called."""
        return self.known.get(columns.ACRONYM) or self.known[columns.TITLE]


@dataclass(frozen=True, slots=True)
class Listed:
    """A list that was read: its projects, and what is wrong with the other rows."""

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    broken: tuple[str, ...]
    """A sentence for each row that was left out."""


def extract(content: bytes) -> Content:
    """Return the columns of a CSV list and the names of its projects."""
    return _content(_from_csv(content))


def members(content: bytes) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield each row of a CSV list by its name, with the way to its page."""
    return _members(_from_csv(content))


def workbook(content: bytes) -> Content:
    """Return what a workbook holds: the names of the projects where it is a list of them, else all cells."""
    listed = _from_workbook(content)
    return _content(listed) if listed else sheets.extract(content)


def workbook_members(content: bytes) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield the rows of a workbook that is a list of projects; nothing of any other."""
    listed = _from_workbook(content)
    return _members(listed) if listed else iter(())


def _content(listed: Listed) -> Content:
    names = (Block("list", flat(row.name)) for row in listed.rows)
    more = len(listed.broken) - MOST_WARNINGS
    told = listed.broken[:MOST_WARNINGS]
    header = Block("paragraph", ", ".join(filter(None, listed.header)))
    return Content(
        title="",
        pages=(Page(1, (header, *names)),),
        warnings=(*told, *([f"{more} more rows were left out."] if more > 0 else [])),
    )


def _members(listed: Listed) -> Iterator[tuple[str, Callable[[], bytes]]]:
    for row in listed.rows:
        yield f"row {row.number} {_NO_NAME.sub(' ', row.name)[:60].strip()}.md", partial(_page, row)


def _page(row: Row) -> bytes:
    """Return the page of a project: labels with their values, then the other columns, then its summary."""
    title = row.known.get(columns.TITLE, "")
    named = f"{title} ({row.name})" if title and title != row.name else row.name
    table = {label: text for label, text in row.known.items() if label != columns.SUMMARY} | row.rest
    lines = ["---", f"title: {named}", "kind: project", "---", "", f"# {_plain(named)}", ""]
    lines += [f"- {_plain(label)}: {_plain(text)}" for label, text in table.items()]
    lines += ["", _plain(row.known.get(columns.SUMMARY, "")), ""]
    return "\n".join(lines).encode()


def _plain(text: str) -> str:
    """Return the text so that Markdown takes none of its signs for its own."""
    return _SIGNS.sub(r"\\\g<0>", text)


@lru_cache(maxsize=2)
def _from_csv(content: bytes) -> Listed:
    text = decode(content).lstrip("\ufeff\r\n ")
    sign = columns.sign_between(text.partition("\n")[0]) or ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=sign)
    return _listed([[flat(cell) for cell in row] for row in reader])


@lru_cache(maxsize=2)
def _from_workbook(content: bytes) -> Listed | None:
    rows = sheets.first_rows(content, MOST_ROWS + 1)
    if not rows or not columns.is_list(rows[0]):
        return None
    width = max(place for place, cell in enumerate(rows[0], start=1) if cell)
    return _listed([(row + [""] * width)[:width] for row in rows])


def _listed(table: Sequence[list[str]]) -> Listed:
    header, *rest = table
    labels = columns.labels(header)
    rows, broken = [], []
    for number, cells in enumerate(rest[:MOST_ROWS], start=2):
        if not any(cells):
            continue
        row = _row(number, header, labels, cells)
        if problem := _problem(row, header, cells):
            broken.append(f"Row {number} was left out: {problem}.")
        else:
            rows.append(row)
    return Listed(tuple(header), tuple(rows), tuple(broken))


def _row(number: int, header: Sequence[str], labels: Sequence[str], cells: Sequence[str]) -> Row:
    known, rest = {}, {}
    for column, label, cell in zip(header, labels, cells, strict=False):
        if cell and label in columns.AMOUNTS:
            known[label] = cell if re.search(r"[A-Za-z€]", cell) else f"{cell} {columns.currency(column)}"
        elif cell and label:
            known[label] = cell
        elif cell and column:
            rest[column] = cell
    if rate := known.get("Co-financing rate"):
        known["Co-financing rate"] = _share(rate)
    return Row(number, known, rest)


def _share(rate: str) -> str:
    """Return a rate in a hundred; exports write 76.7, 76,7 %, and 0.767."""
    if not re.fullmatch(r"\d+(?:[.,]\d+)?", rate):
        return rate
    value = float(rate.replace(",", "."))
    return f"{value * 100 if value <= 1 else value:.4g} %"


def _problem(row: Row, header: Sequence[str], cells: Sequence[str]) -> str:
    """Return what is wrong with a row, as the end of a sentence; nothing for a sound one."""
    if len(cells) != len(header):
        return f"it has {len(cells)} cells and the list {len(header)} columns"
    if not row.known.get(columns.ACRONYM) and not row.known.get(columns.TITLE):
        return "it names no project"
    for label in columns.AMOUNTS:
        if (amount := row.known.get(label)) and not _AMOUNT.fullmatch(re.sub(r" [A-Z]{3}$", "", amount)):
            return f"“{amount[:40]}” is no amount"
    days = [
        (row.known[label], _day(row.known[label]))
        for label in (columns.START, columns.END)
        if label in row.known
    ]
    for text, day in days:
        if day is None:
            return f"“{text[:40]}” is no date"
    if len(days) == 2 and days[0][1] and days[1][1] and days[0][1] > days[1][1]:
        return "it ends before it begins"
    return ""


def _day(text: str) -> date | None:
    """Return the first day that a date may mean; nothing for what is no date of any calendar."""
    for pattern in _DATES:
        if found := pattern.fullmatch(text.strip()):
            parts: Mapping[str, str | None] = found.groupdict()
            try:
                return date(int(found["y"]), int(parts.get("m") or 1), int(parts.get("d") or 1))
            except ValueError:
                return None
    return None
