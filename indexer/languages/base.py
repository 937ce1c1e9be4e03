"""What a language is, and how text falls into words: the same for documents and questions."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass

MAX_WORD = 64
"""Longest word in characters; the rest of a longer run is dropped. The longest Danish and German
compounds of real texts stay below 60; longer runs are encoded data."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it stands in a text."""

    text: str
    start: int
    """Offset of the first character in the text."""
    end: int
    """Offset behind the last character."""


def no_parts(word: str) -> tuple[str, ...]:  # noqa: ARG001
    """Return nothing: the language does not glue words together, or nobody has taught us how."""
    return ()


@dataclass(frozen=True, slots=True)
class Language:
    """All that the search needs to know about a language. Words come in lower case, accents kept."""

    code: str
    """ISO 639-1."""
    name: str
    """What its speakers call it."""
    stopwords: frozenset[str]
    """Words that carry structure and no topic, in lower case."""
    lemmas: Callable[[str], tuple[str, ...]]
    """Every dictionary form that the word may belong to; the word itself where none is known."""
    stem: Callable[[str], str]
    """What is left of a lemma without its endings."""
    parts: Callable[[str], tuple[str, ...]] = no_parts
    """The lemmas of a compound's parts; empty for a simple word."""
