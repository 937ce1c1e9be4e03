"""The text of a PDF page as pdfium reads it, in pieces that know their place."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING

from indexer.extract.cleanup import characters
from indexer.extract.lines import is_item
from indexer.extract.pdf_order import Piece

if TYPE_CHECKING:
    import pypdfium2  # type: ignore[import-untyped]  # it ships no types

Box = tuple[float, float, float, float]
"""Left, bottom, right and top of a character in points."""

_GAP = 1.0
"""Gap between words, in heights of their letters, that separates columns. Spaces take a quarter;
justified lines stretch them to three quarters."""

_LINE = re.compile(r"[^\r\n\ufffe]+\ufffe?")
_WORD = re.compile(r"\S+")
_WIDE = re.compile("[\U00010000-\U0010ffff]")


def pieces_of(text: pypdfium2.PdfTextPage, written: str) -> list[Piece]:
    """Return the pieces of a page in paint order; ``written`` is all its text."""
    box = _boxes(text, written)
    found = (
        _piece(box, start, words)
        for line_start, line in _numbered_lines(written)
        for start, words in _split_at_gaps(box, line_start, line)
    )
    return [piece for piece in found if piece.text.strip()]


def _numbered_lines(text: str) -> Iterator[tuple[int, str]]:
    """Yield each line with the number of its first character.

    pdfium takes away a line end that divides a word and writes U+FFFE for its hyphen. A letter
    beyond the first 65,536 counts twice: an invisible one is put behind it.
    """
    for line in _LINE.finditer(_WIDE.sub(r"\g<0>" "\u200b", text)):
        words = line[0].replace("\ufffe", "-")
        if words.strip():
            yield line.start() + len(words) - len(words.lstrip()), words.strip()


def _split_at_gaps(box: Callable[[int], Box], start: int, line: str) -> Iterator[tuple[int, str]]:
    """Yield the pieces of a line between gaps as wide as between the cells of a table.

    pdfium puts a line of one column behind that of another where their heights overlap, in paint
    order; such a step back parts them too. A list's mark stays with its item, however far it stands out.
    """
    begin = 0
    for one, two in pairwise(_WORD.finditer(line)):
        left, right = box(start + one.end() - 1), box(start + two.start())
        apart = right[0] - left[2] > _GAP * (left[3] - left[1])
        if right[2] < left[0] or (apart and not (begin == 0 and is_item(line[: one.end()]))):
            yield start + begin, line[begin : one.end()]
            begin = two.start()
    yield start + begin, line[begin:]


def _piece(box: Callable[[int], Box], start: int, words: str) -> Piece:
    """Return the piece with its place; its size is that of its lowest letter, as accents add to it."""
    first, middle, last = (box(start + at) for at in (0, len(words) // 2, len(words) - 1))
    low = min(first, middle, last, key=lambda place: place[3] - place[1])
    return Piece(characters(words), first[0], low[1], last[2], low[3], size=round(low[3] - low[1], 1))


def _boxes(text: pypdfium2.PdfTextPage, written: str) -> Callable[[int], Box]:
    """Return the function from the number of a character of the text to its place; zeros when unknown.

    It is asked twice for every word, so it calls pdfium itself and without a step between. Letters
    have two numbers, with and without those that are not text; on most pages they are the same to the end.
    """
    from ctypes import byref

    from pypdfium2 import raw

    place, page = raw.FS_RECTF(), text.raw
    index, loose, there = raw.FPDFText_GetCharIndexFromTextIndex, raw.FPDFText_GetLooseCharBox, byref(place)

    alike = index(page, len(written) - 1) == len(written) - 1 and not _WIDE.search(written)

    def box(number: int) -> Box:
        if not loose(page, number if alike else index(page, number), there):
            return 0.0, 0.0, 0.0, 0.0
        return place.left, place.bottom, place.right, place.top

    return box
