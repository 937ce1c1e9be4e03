"""What an editor of the glossary should mend: gaps, labels in two places, wider concepts that are none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from .glossary import (
    SHARED,
    THEME,
    BadLine,
    Concept,
    Row,
    Theme,
    labels_of,
    marked_labels,
    read,
    rows_of,
    value_of,
)

COMPLETE = ("en", "da", "pl")
"""The languages in which every concept of the shipped glossary has a label."""


def faults(lines: Sequence[bytes], name: str) -> Iterator[BadLine]:
    """Yield what an editor of the shipped glossary should mend."""
    glossary = read(lines, name)
    yield from glossary.bad
    rows, _ = rows_of(lines, name)
    if glossary.notice:
        yield BadLine(name, rows[0].line if rows else 1, glossary.notice)
        return
    header, *rest = rows
    used = Counter(chain.from_iterable(_uses(row, header.cells) for row in rest))
    ids = {concept.id: concept for concept in glossary.concepts}
    themes = {theme.id for theme in glossary.themes}
    for row in rest:
        reasons = chain(
            _stray_blanks(row),
            _gaps(row, header.cells),
            _marks(row, header.cells, used),
            _places(value_of(row, header.cells), ids, themes),
        )
        yield from (BadLine(name, row.line, reason) for reason in reasons)


def _is_theme(row: Row) -> bool:
    return any(cell.startswith(THEME) for cell in row.cells)


def _languages(row: Row, columns: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield the row's languages and their cells."""
    cells = zip(columns, row.cells, strict=False)
    return ((name, cell) for name, cell in cells if name not in ("theme", "broader") and cell)


def _uses(row: Row, columns: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each label of a concept once, with its language, however it is written."""
    if not _is_theme(row):
        for code, cell in _languages(row, columns):
            yield from {(code, label.casefold()) for label in labels_of(cell)}


def _stray_blanks(row: Row) -> Iterator[str]:
    for cell in row.cells:
        if cell != " | ".join(" ".join(label.split()) for label in marked_labels(cell)):
            yield f"{cell!r} has blanks too many or too few"


def _gaps(row: Row, columns: Sequence[str]) -> Iterator[str]:
    told = {code for code, _ in _languages(row, columns)}
    yield from (f"has no label in {code}" for code in COMPLETE if code not in told)


def _marks(row: Row, columns: Sequence[str], used: Mapping[tuple[str, str], int]) -> Iterator[str]:
    """Yield labels that several concepts have unmarked, marked ones that only one has, and repeated ones."""
    if _is_theme(row):
        return
    for code, cell in _languages(row, columns):
        labels = [label.casefold() for label in labels_of(cell)]
        yield from (
            f"{code}: {label!r} stands here twice" for label in set(labels) if labels.count(label) > 1
        )
        for label, marked in zip(labels, marked_labels(cell), strict=False):
            shared = used[code, label] > 1
            if shared and not marked.endswith(SHARED):
                yield f"{code}: {label!r} is a label of another concept too: write {label + SHARED!r} in both"
            if marked.endswith(SHARED) and not shared:
                yield f"{code}: {label!r} is a label of no other concept: write it without {SHARED!r}"


def _places(found: Concept | Theme | str, ids: Mapping[str, Concept], themes: set[str]) -> Iterator[str]:
    """Yield what is wrong with the concept's theme and with the chain of its wider concepts."""
    if not isinstance(found, Concept):
        return
    if found.theme not in themes:
        yield f"{found.theme!r} is no theme of this table"
    if found.broader and found.broader not in ids:
        yield f"{found.broader!r} is no concept of this table"
    seen: set[str] = set()
    wider = ids.get(found.broader or "")
    while wider and wider.id not in seen:
        if wider.id == found.id:
            yield f"{found.id!r} is wider than itself"
        seen.add(wider.id)
        wider = ids.get(wider.broader or "")
