"""Dictionaries in the form of dictd: an index of headwords, and articles in one compressed file.

The index has a line per headword: the word, the article's offset and its length in bytes, both as numbers
to the base 64, with tabs between. An article begins with the headword, its sound and its part of speech.
"""

from __future__ import annotations

import gzip
import re
import zlib
from collections.abc import Iterator
from pathlib import Path

from .entries import MOST_TEXTS, Entry, Found, Notice, Pair, is_term, pieces
from .glossary import BadLine

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_VALUES = {digit: value for value, digit in enumerate(_DIGITS)}

MOST_BYTES = 512 * 2**20
"""Largest file of articles, unpacked; the largest FreeDict one, German-English, has 57 MB."""

_NUMBERED = re.compile(r"^\s*(?:[IVX]+\.\s+)?(?:<[^>]*>\s*)?(?:[0-9]+\.\s+|$)|^\s*[IVX]+\.\s+")
"""A line of an article that lists translations: *1. council, advice*, *I.  <N> 1.  strata*."""


def entries(index: Path, pair: Pair) -> Iterator[Found]:
    """Yield what the articles of one dictionary translate. Raises ``OSError`` where a file is missing."""
    try:
        articles = _articles(index)
    except (EOFError, zlib.error, gzip.BadGzipFile):
        yield Notice(f"{index} is not used: the file of its articles is damaged.")
        return
    source = index.stem.replace("freedict-", "FreeDict ")
    for number, line in enumerate(index.read_bytes().splitlines(), start=1):
        found = _entry(line, articles)
        if isinstance(found, str):
            yield BadLine(str(index), number, found)
        elif found and (texts := translations(found[1], found[0])):
            yield Entry(found[0], pair, texts, source)


def _articles(index: Path) -> bytes:
    packed = index.with_suffix(".dict.dz")
    if not packed.exists():
        return index.with_suffix(".dict").read_bytes()
    with gzip.open(packed) as file:
        return file.read(MOST_BYTES)


def _entry(line: bytes, articles: bytes) -> tuple[str, str] | str | None:
    """Return a headword with its article, what is wrong with the line, or nothing for a note or a saying."""
    try:
        word, offset, length = line.decode("utf-8").split("\t")[:3]
        start = _number(offset)
        article = articles[start : start + _number(length)].decode("utf-8")
    except UnicodeDecodeError:
        return "it or its article is not UTF-8"
    except (ValueError, KeyError):
        return "is not a word with the place of its article"
    if not is_term(word):
        return None
    return (word, article) if article else "its article lies behind the end of the file"


def _number(text: str) -> int:
    """Return the number that the text writes to the base 64. Raises ``KeyError`` for another sign."""
    value = 0
    for digit in text:
        value = value * len(_DIGITS) + _VALUES[digit]
    return value


def translations(article: str, word: str) -> tuple[str, ...]:
    """Return the translations in an article: its first line and the numbered ones; others explain."""
    _, *body = article.splitlines()
    told = [line for number, line in enumerate(body) if number == 0 or _NUMBERED.match(line)]
    found = (text for line in told for text in pieces(_NUMBERED.sub("", line), word))
    return tuple(dict.fromkeys(found))[:MOST_TEXTS]
