"""What the index says in English about files, recognised by its form and told in another language.

The index keeps whole sentences: why a file was not read, what could not be read well. Each form stands
in ``file_words`` as a message; a value in it may be a sentence or a phrase of those lists itself. A
sentence that is not listed is told as it stands, in English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from .claim_words import DOUBTS, REASONS
from .file_words import PHRASES, SENTENCES
from .wording import ENGLISH, Wording

_VALUE = re.compile(r"%\((\w+)\)s")

DEEPEST = 4
"""Sentences within sentences that are looked for."""


@dataclass(frozen=True, slots=True)
class Told:
    """A sentence in the language of the interface, or in English where it is not known."""

    text: str
    language: str


def told(sentence: str, words: Wording) -> Told:
    """Return the sentence in this language."""
    found = _translated(sentence, words, (*SENTENCES, *DOUBTS), DEEPEST)
    return Told(sentence, ENGLISH.code) if found is None else Told(found, words.code)


def _translated(text: str, words: Wording, messages: Sequence[str], depth: int) -> str | None:
    """Return the text as one of the messages, in this language; ``None`` where it is none of them."""
    for message in messages if depth else ():
        if found := _pattern(message).fullmatch(text):
            values = {name: _value(value, words, depth - 1) for name, value in found.groupdict().items()}
            return words.gettext(message, **values)
    return None


def _value(value: str, words: Wording, depth: int) -> str:
    """Return a value of a sentence: another sentence, with or without its full stop, a phrase, or itself."""
    for text, end in ((value, ""), (f"{value}.", ".")):
        found = _translated(text, words, (*PHRASES, *REASONS, *SENTENCES), depth)
        if found is not None:
            return found.removesuffix(end) if end else found
    return value


@cache
def _pattern(message: str) -> re.Pattern[str]:
    """Return what recognises the message with any values; the same value may stand in it twice."""
    pieces = _VALUE.split(message)
    return re.compile("".join(_expressions(pieces)), re.DOTALL)


def _expressions(pieces: Sequence[str]) -> Iterator[str]:
    seen: set[str] = set()
    for place, piece in enumerate(pieces):
        if place % 2 == 0:
            yield re.escape(piece.replace("%%", "%"))
        else:
            yield f"(?P={piece})" if piece in seen else f"(?P<{piece}>.*?)"
            seen.add(piece)
