"""From lines to headings, paragraphs, list items and table rows, by the signs a reader uses."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from indexer.extract.cleanup import Line, flat, joined
from indexer.extract.tables import CELL, rows
from indexer.model import Block

MAX_HEADING_WORDS = 12
"""Longest heading in words; longer lines are sentences."""

GUESSED = 2
"""Level of a heading that was told by its words alone."""

_LARGER = 1.12
"""Letter height over that of running text from which a line is a heading. Half a point of ten
is a matter of taste, two points are meant."""

_SENTENCE_ENDS = '.!?:;…"”“»'
_QUOTES = "\"'„”“»«’‘"
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_BULLET = re.compile(r"\s*[-*•–‣▪◦●○·→\uf0b7\uf0a7\uf0fc](?:\s+(?=\S)|\s*$)")
_NUMBER = re.compile(r"\s*(\d{1,2})[.)](?:\s+(?=\S)|\s*$)")
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
    found = (block for run in runs for block in _run_blocks(run, body=body, wrap=wrap, keep=keep))
    whole = _mended((block for block in found if block.text), guessed=not body, keep=keep)
    for kind, same in groupby(whole, key=lambda block: block.kind):
        if kind == "table_row":
            yield from rows([block.text.split("\t") for block in same], aligned=False)
        else:
            yield from same


def _run_blocks(run: list[Line], *, body: float, wrap: int, keep: frozenset[str]) -> Iterator[Block]:
    pieces = list(_pieces(run, wrap))
    for position, piece in enumerate(pieces):
        guess = not body and position == 0 and len(piece) == 1
        leads = guess and (len(pieces) == 1 or _is_byline(pieces[1]))
        yield _block(piece, body=body, leads=leads, keep=keep)


def _is_byline(piece: list[Line]) -> bool:
    """Say whether the lines below a heading are about its text: short, with a year."""
    text = " ".join(line.text for line in piece)
    return len(text.split()) <= MAX_HEADING_WORDS and bool(_YEAR.search(text))


def _mended(found: Iterable[Block], *, guessed: bool, keep: frozenset[str]) -> Iterator[Block]:
    """Yield the blocks, with a sentence in one block again where white space broke it."""
    held: list[Block] = []
    for block in found:
        if held and not _is_broken_off(held[-1], block, guessed=guessed):
            yield _whole(held, keep)
            held = []
        held.append(block)
    if held:
        yield _whole(held, keep)


def _whole(held: list[Block], keep: frozenset[str]) -> Block:
    """Return the pieces of a sentence as one block, of the kind of the last."""
    if len(held) == 1:
        return held[0]
    return replace(held[-1], text=flat(joined([block.text for block in held], keep)))


def _is_broken_off(one: Block, two: Block, *, guessed: bool) -> bool:
    """Say whether the second block goes on with the first one's sentence.

    A guessed heading may turn out to be such a beginning.
    """
    if not two.text[0].islower() or one.text[-1] in _SENTENCE_ENDS:
        return False
    if guessed and one.kind == "heading":
        return two.kind == "paragraph"
    return one.kind in ("paragraph", "heading") and (one.kind, one.level) == (two.kind, two.level)


def is_heading(text: str) -> bool:
    """Say whether a line that stands alone reads like a heading: short, no end of a sentence, no date."""
    words = text.split()
    return (
        0 < len(words) <= MAX_HEADING_WORDS
        and text[-1] not in ".!;:,…"
        and not _is_quotation(text)
        and not text[0].islower()
        and not _DATE_LIKE.match(text)
        and sum(character.isalpha() for character in text) * 2 > len(text.replace(" ", ""))
        and CELL not in text
    )


def _is_quotation(text: str) -> bool:
    """Say whether somebody is quoted; *Minutes of “The Bridge”* only ends with a name."""
    inside = text.rstrip(_QUOTES)
    return inside != text and (text[0] in _QUOTES or inside[-1:] in _SENTENCE_ENDS)


def heading_level(size: float, body: float) -> int:
    """Return the level of a heading by how much larger than the running text it is."""
    return 1 if size >= 1.6 * body else 2 if size >= 1.25 * body else 3


def _pieces(run: list[Line], wrap: int) -> Iterator[list[Line]]:
    """Yield the lines that belong to one block."""
    piece: list[Line] = []
    for line in run:
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


def is_rule(text: str) -> bool:
    """Say whether the line is drawn with signs and holds no words."""
    return bool(_RULE.match(text))


def is_item(text: str) -> bool:
    """Say whether the line begins an item of a list."""
    if _BULLET.match(text):
        return True
    return bool(_NUMBER.match(text)) and not _DATE_LIKE.match(text)


def _block(piece: list[Line], *, body: float, leads: bool, keep: frozenset[str]) -> Block:
    first = piece[0].text
    if "\t" in first.strip():
        return Block("table_row", "\t".join(flat(cell) for cell in first.rstrip().split("\t")))
    text = flat(joined([line.text for line in piece], keep))
    size = piece[0].size
    if body and size > _LARGER * body and len(text.split()) <= 2 * MAX_HEADING_WORDS and text[-1:] != ".":
        return Block("heading", text, heading_level(size, body))
    if leads and is_heading(text):
        return Block("heading", text, GUESSED)
    if is_item(first):
        return Block("list", _without_marker(text))
    return Block("paragraph", text)


def _without_marker(text: str) -> str:
    marker = _BULLET.match(text)
    return text[marker.end() :] if marker else text
