"""What a stretch of a question is called in other languages, and how far each source is trusted."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice

from .glossary import Concept

MOST = 8
"""Alternatives of one span. Six to ten of them in one group were best in cross-language retrieval
with dictionaries; a group counts once, whatever its size.

Source: structured queries (Pirkola 1998), and our own measurements on sentences without context."""

GLOSSARY = "glossary"
"""The most trusted source. The others are a dictionary's name, such as ``FreeDict dan-eng``, ``parts``
and ``cognate``."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another way to say it."""

    text: str
    """One word or several, in dictionary form, as its source writes it."""
    language: str
    source: str
    """Where it comes from, to be shown."""


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
