"""What a stretch of a question is called in other languages, and how far each source is trusted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Literal

from .glossary import Concept

MOST = 8
"""Alternatives of one span. Six to ten of them in one group were best in cross-language retrieval
with dictionaries; a group counts once, whatever its size.

Source: structured queries (Pirkola 1998), and our own measurements on sentences without context."""

How = Literal["glossary", "dictionary", "pivot", "parts", "cognate"]
"""The way that led to an alternative, from the most trusted on. ``pivot`` is two dictionaries through
English; ``parts`` are what the parts of a compound are called: a set of words, each of which has to
stand in the text, in no order that is known; a ``cognate`` is a word of the library that looks alike."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another way to say it."""

    text: str
    """One word or several, in dictionary form, as its source writes it."""
    language: str
    how: How
    source: str
    """Where it comes from, to be shown: *glossary*, *FreeDict dan-eng*."""


@dataclass(frozen=True, slots=True)
class Span:
    """Words of a question that mean one thing, with everything that it may be called."""

    start: int
    """Number of its first word in the question, from 0."""
    end: int
    """Number of the word behind it."""
    languages: tuple[str, ...]
    """The languages in which the words were understood."""
    alternatives: tuple[Alternative, ...]
    """The most trusted first, at most ``MOST``."""
    concepts: tuple[Concept, ...] = ()
    """What the words mean, where the glossary says so."""


def most_trusted(alternatives: Iterable[Alternative], itself: str) -> tuple[Alternative, ...]:
    """Return the first ``MOST`` alternatives, each text once in a language and never the words themselves."""
    each: dict[tuple[str, str], Alternative] = {}
    for alternative in alternatives:
        text = alternative.text.casefold()
        if text != itself.casefold():
            each.setdefault((text, alternative.language), alternative)
    return tuple(islice(each.values(), MOST))
