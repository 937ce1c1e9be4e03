"""From lines to headings, paragraphs, list items and table rows, by the signs a reader uses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexer.extract.cleanup import Line, flat, joined
from indexer.model import Block

CELL = " | "
"""What stands between the cells of a table row."""

MAX_HEADING_WORDS = 12
"""Longest heading in words; longer lines are sentences."""

_BULLET = re.compile(r"\s*[-*•–‣▪◦●○·→]\s+(?=\S)")
_NUMBER = re.compile(r"\s*(\d{1,2})[.)]\s+(?=\S)")
_RULE = re.compile(r"\s*([-=_*~#.])\1{2,}\s*$")
_DATE_LIKE = re.compile(r"\W*\d{1,4}[.\s/-]{1,2}(?:\w+[.\s/-]{1,2})?\d{1,4}\b")


def groups(lines: Sequence[Line]) -> list[list[Line]]:
    """Return the lines in runs that white space sets apart."""
    found: list[list[Line]] = []
    for line in lines:
        if line.apart or not found:
            found.append([])
        found[-1].append(line)
    return found


def blocks(
    runs: Sequence[list[Line]], *, body: float = 0.0, wrap: int = 0, keep: frozenset[str] = frozenset()
) -> Iterator[Block]:
    """Yield the blocks of one page.

    ``body`` is the letter height of running text in points (0: unknown, headings are guessed),
    ``wrap`` the line length in characters at which the text was wrapped (0: unknown), ``keep``
    the words whose hyphen stays.
    """
    for run in runs:
        number = 0
        pieces = list(_pieces(run, wrap))
        for position, piece in enumerate(pieces):
            numbered = _NUMBER.match(piece[0].text)
            number = int(numbered[1]) if numbered else number
            alone = position == 0 and (body > 0 or len(pieces) == 1)
            block = _block(piece, body=body, alone=alone, keep=keep)
            if block.text:
                yield block


def is_heading(text: str) -> bool:
    """Say whether a line that stands alone reads like a heading: short, no end of a sentence, no date."""
    words = text.split()
    return (
        0 < len(words) <= MAX_HEADING_WORDS
        and text[-1] not in ".!;:,…\"”“»’'"
        and not text[0].islower()
        and not _DATE_LIKE.match(text)
        and sum(character.isalpha() for character in text) * 2 > len(text.replace(" ", ""))
        and CELL not in text
    )


def heading_level(size: float, body: float) -> int:
    """Return the level of a heading by how much larger than the running text it is."""
    return 1 if size >= 1.6 * body else 2 if size >= 1.25 * body else 3


def _pieces(run: list[Line], wrap: int) -> Iterator[list[Line]]:
    """Yield the lines that belong to one block."""
    piece: list[Line] = []
    for line in run:
        if _RULE.match(line.text):
            continue
        if piece and not _continues(piece, line, wrap):
            yield piece
            piece = []
        piece.append(line)
    if piece:
        yield piece


def _continues(piece: list[Line], line: Line, wrap: int) -> bool:
    last = piece[-1]
    if is_item(line.text) or "\t" in line.text.strip() or "\t" in last.text.strip():
        return False
    if abs(last.size - line.size) > 0.1 * max(last.size, line.size):
        return False
    text = line.text.strip()
    if text[:1].islower() or not wrap:
        return True
    return len(last.text.rstrip()) + 1 + len(text.split(maxsplit=1)[0]) > wrap


def is_item(text: str) -> bool:
    """Say whether the line begins an item of a list."""
    if _BULLET.match(text):
        return True
    return bool(_NUMBER.match(text)) and not _DATE_LIKE.match(text)


def _block(piece: list[Line], *, body: float, alone: bool, keep: frozenset[str]) -> Block:
    first = piece[0].text
    if "\t" in first.strip():
        return Block("table_row", CELL.join(flat(cell) for cell in first.split("\t") if cell.strip()))
    text = flat(joined([line.text for line in piece], keep))
    size = piece[0].size
    if body and size > 1.12 * body and len(text.split()) <= 2 * MAX_HEADING_WORDS:
        return Block("heading", text, heading_level(size, body))
    if not body and alone and len(piece) == 1 and is_heading(text):
        return Block("heading", text, 2)
    if is_item(first):
        return Block("list", _without_marker(text))
    return Block("paragraph", text)


def _without_marker(text: str) -> str:
    return _BULLET.sub("", text, count=1)
