"""What every format's text goes through once: characters, hyphens, running headers, menus."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

_REMOVED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u200c\u2060\ufeff\ufffd\ue000-\uf8ff]+"
)
"""Control characters, soft hyphens, invisible characters, broken bytes and private use."""

_GLYPH_NUMBER = re.compile(r"\(cid:\d{1,6}\)")
"""What pdfminer.six writes for a glyph without a letter."""

_SYMBOLS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf0fc": "•", "\uf0d8": "•", "\uf02d": "-"}
"""Marks of lists in the symbol fonts of word processors, which number their signs privately."""

_SYMBOL = re.compile("[" + "".join(_SYMBOLS) + "]")

_SPACES = re.compile(r"[^\S\t\n\f]+")

JOINERS = frozenset(
    ("og", "eller", "samt", "i", "oraz", "lub", "albo", "and", "or", "och", "samt", "und", "oder", "ir")
)
"""Words after a hyphen that only stands for a shared ending: ``kommune- og regionsråd``."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it stands on the page."""

    text: str
    apart: bool = False
    """White space stands above it."""
    size: float = 0.0
    """Height of its letters in points; 0 when unknown."""
    margin: bool = False
    """It stands where running headers and footers stand."""


def characters(text: str) -> str:
    """Return the text in composed, compatible characters without invisible ones.

    Tabs, line ends and form feeds stay; other white space becomes one space. U+FFFE, which
    pdfium writes for a hyphen at a line end, becomes a hyphen.
    """
    if text.isascii() and text.isprintable() and "(cid:" not in text:
        return _SPACES.sub(" ", text)
    text = (
        _GLYPH_NUMBER.sub("", _SYMBOL.sub(lambda sign: _SYMBOLS[sign[0]], text))
        .replace("\ufffe", "-")
        .replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\x85", "\n")
    )
    text = (
        unicodedata.normalize("NFKC", _REMOVED.sub("", text)).replace("\u2028", "\n").replace("\u2029", "\n")
    )
    return _SPACES.sub(" ", text)


def flat(text: str) -> str:
    """Return the text cleaned and on one line."""
    return " ".join(characters(text).split())


_HYPHENATED = re.compile(r"\b\w++(?:[-‐]\w++)+")


def hyphenated_words(texts: Iterable[str]) -> frozenset[str]:
    """Return the words that stand with their hyphen inside a line, in lower case."""
    return frozenset(
        word.casefold().replace("‐", "-") for text in texts for word in _HYPHENATED.findall(text)
    )


_OPEN_END = re.compile(r"(\w+)[-‐]$")
_FIRST_WORD = re.compile(r"\w+")


def joined(lines: Sequence[str], keep: frozenset[str] = frozenset()) -> str:
    """Return the lines as one, mending words that were divided at a line end.

    The hyphen stays when the hyphenated word is in ``keep`` (it stands so elsewhere), when a
    capital or digit follows (*Kujawsko-Pomorskie*), and before *og*, *i*, *or* …
    """
    pieces: list[str] = []
    for line in lines:
        right = line.strip()
        if pieces:
            pieces[-1] = _before(pieces[-1], right, keep)
        pieces.append(right)
    return "".join(pieces)


def _before(left: str, right: str, keep: frozenset[str]) -> str:
    """Return the left piece as it stands before the right one: with a space, or mended to it."""
    if left[-1:] not in ("-", "‐"):
        return f"{left} "
    end, start = _OPEN_END.search(left[-80:]), _FIRST_WORD.match(right)
    if not end or not start:
        return f"{left} "
    if start[0].casefold() in JOINERS:
        return f"{left} "
    if not start[0][0].islower() or f"{end[1]}-{start[0]}".casefold() in keep:
        return left
    return left[:-1]


_DIGITS = re.compile(r"\d+")
_FEWEST_PAGES = 3


def without_running_lines(pages: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """Return the pages without headers and footers.

    Those are lines in the margin that, with digits masked, stand on at least half of three or
    more pages.
    """
    if len(pages) < _FEWEST_PAGES:
        return [list(page) for page in pages]
    seen = Counter(text for page in pages for text in {_masked(line) for line in page if line.margin})
    running = {text for text, count in seen.items() if count >= _FEWEST_PAGES - 1 and 2 * count >= len(pages)}
    return [_without(page, running) for page in pages]


def _without(page: Sequence[Line], running: set[str]) -> list[Line]:
    kept = [line for line in page if not (line.margin and _masked(line) in running)]
    if kept and len(kept) < len(page):
        kept[0] = replace(kept[0], apart=True)
    return kept


def _masked(line: Line) -> str:
    return _DIGITS.sub("#", line.text.strip().casefold())


_MENU_LENGTH = 5
_MENU_WORDS = 5


def without_menu(groups: Sequence[list[Line]]) -> list[list[Line]]:
    """Return the groups of lines without the menus that a copied web page begins with.

    A menu is a group of five or more short lines without punctuation at their end.
    """
    kept = list(groups)
    while len(kept) > 1 and _is_menu(kept[0]):
        del kept[0]
    return kept


def _is_menu(group: list[Line]) -> bool:
    return len(group) >= _MENU_LENGTH and all(_is_menu_entry(line.text.strip()) for line in group)


def _is_menu_entry(text: str) -> bool:
    return text[:1].isalpha() and text[-1:] not in ".!?:;," and len(text.split()) <= _MENU_WORDS
