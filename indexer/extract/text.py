"""Plain text, as typed or as copied from a web page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from indexer.extract.cleanup import Line, characters, hyphenated_words, without_menu, without_running_lines
from indexer.extract.content import Content
from indexer.extract.encoding import decode
from indexer.extract.lines import blocks, groups, is_rule
from indexer.model import Block, Page

_MARGIN = 2
"""Lines at the top and bottom of a page that may be running headers and footers."""

_WRAPS = range(40, 131)
"""Characters at which people and programs wrap lines. A text whose longest line is shorter or
longer was never wrapped: each of its lines is a paragraph."""

_NO_WRAP = 1_000_000_000


def extract(content: bytes) -> Content:
    """Return the text in pages (at form feeds) of paragraphs, lists, table rows and headings."""
    text = characters(decode(content))
    pages = without_running_lines([_lines(page) for page in text.rstrip("\f").split("\f")])
    keep = hyphenated_words([text])
    wrap = _wrap([line for page in pages for line in page])
    return Content(
        title="",
        pages=tuple(
            Page(number, tuple(_blocks(page, first=number == 1, wrap=wrap, keep=keep)))
            for number, page in enumerate(pages, start=1)
        ),
    )


def _blocks(page: list[Line], *, first: bool, wrap: int, keep: frozenset[str]) -> Iterator[Block]:
    runs = groups(page)
    return blocks(without_menu(runs) if first else runs, wrap=wrap, keep=keep)


def _lines(page: str) -> list[Line]:
    lines: list[Line] = []
    apart = True
    for text in page.split("\n"):
        blank = not text.strip() or is_rule(text)
        if not blank:
            lines.append(Line(text.rstrip(), apart=apart))
        apart = blank
    edge = {*range(_MARGIN), *range(len(lines) - _MARGIN, len(lines))}
    return [replace(line, margin=position in edge) for position, line in enumerate(lines)]


def _wrap(lines: list[Line]) -> int:
    """Return the length at which the lines were wrapped."""
    longest = max((len(line.text) for line in lines), default=0)
    return longest if longest in _WRAPS else _NO_WRAP
