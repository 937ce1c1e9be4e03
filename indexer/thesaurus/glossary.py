"""The glossary: concepts with their labels in several languages, read from a table a person edits.

``corpus/glossary.md`` explains the table to the people who edit it. A line that cannot be used is a
``BadLine`` and the rest is read; a missing file is a notice.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

SHARED = "*"
"""Stands behind a label that belongs to several concepts on purpose, and behind nothing else."""

THEME = "@"
"""Stands before the name of a theme in the line that tells the theme's labels."""


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that was skipped, or that an editor should mend, and why."""

    file: str
    line: int
    """Counts from 1."""
    reason: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.reason}"


@dataclass(frozen=True, slots=True)
class Theme:
    """A field of work, for browsing."""

    id: str
    labels: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Concept:
    """One idea and what each language calls it."""

    id: str
    """Its preferred English label; its first label where it has no English one."""
    labels: Mapping[str, tuple[str, ...]]
    """By language code, the preferred label first."""
    theme: str
    broader: str | None
    """The id of the wider concept that it is part of."""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table, cell by cell as it was written."""

    line: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Glossary:
    """Everything that a table says."""

    concepts: tuple[Concept, ...] = ()
    themes: tuple[Theme, ...] = ()
    bad: tuple[BadLine, ...] = ()
    notice: str | None = None
    """Why there are no concepts, in one sentence; ``None`` where there are."""


def load(path: Path) -> Glossary:
    """Return what the file says; a notice where it cannot be read."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        return Glossary(notice=f"Without the glossary {path} words are not translated: {reason}.")
    return read(lines, str(path))


def read(lines: Iterable[bytes], name: str) -> Glossary:
    """Return what the lines of a table say; ``name`` stands in reports."""
    rows, bad = rows_of(lines, name)
    if not rows or "theme" not in rows[0].cells:
        return Glossary(
            bad=tuple(bad), notice=f"{name} has no line that names its columns, so it is not used."
        )
    header, *rest = rows
    concepts: dict[str, Concept] = {}
    themes: list[Theme] = []
    for row in rest:
        found = value_of(row, header.cells)
        if isinstance(found, Theme):
            themes.append(found)
        elif isinstance(found, str) or found.id in concepts:
            reason = found if isinstance(found, str) else f"{found.id!r} stands in a line above already"
            bad.append(BadLine(name, row.line, reason))
        else:
            concepts[found.id] = found
    notice = None if concepts else f"{name} holds no concept, so words are not translated by it."
    return Glossary(tuple(concepts.values()), tuple(themes), tuple(bad), notice)


def rows_of(lines: Iterable[bytes], name: str) -> tuple[list[Row], list[BadLine]]:
    """Return the lines that say something, and those that are not text."""
    rows: list[Row] = []
    bad: list[BadLine] = []
    for number, line in enumerate(lines, start=1):
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            bad.append(BadLine(name, number, "is not UTF-8"))
            continue
        if text.strip() and not text.startswith("#"):
            rows.append(Row(number, tuple(text.split("\t"))))
    return rows, bad


def value_of(row: Row, columns: Sequence[str]) -> Concept | Theme | str:
    """Return what the row says, or why it says nothing."""
    if len(row.cells) > len(columns):
        return f"has {len(row.cells)} cells where the table has {len(columns)} columns"
    cells = {name: cell.strip() for name, cell in zip(columns, row.cells, strict=False)}
    theme, broader = cells.pop("theme", ""), cells.pop("broader", "")
    labels = MappingProxyType({code: tuple(labels_of(cell)) for code, cell in cells.items() if cell})
    if theme.startswith(THEME):
        return Theme(theme.removeprefix(THEME), labels)
    if len(labels) < 2 or not all(labels.values()):
        return "needs labels in two languages or more, none of them empty"
    return Concept(labels.get("en", next(iter(labels.values())))[0], labels, theme, broader or None)


def labels_of(cell: str) -> list[str]:
    """Return the labels of a cell without their marks; none where one is empty."""
    labels = [" ".join(label.removesuffix(SHARED).split()) for label in marked_labels(cell)]
    return labels if all(labels) else []


def marked_labels(cell: str) -> list[str]:
    """Return the labels of a cell as they are written."""
    return [label.strip() for label in cell.split("|")]
