"""What a dictionary says about one word, whatever form the dictionary has."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .glossary import BadLine

PIVOT = "en"
"""The language through which two languages without a common dictionary meet."""

MOST_WORDS = 3
"""Longest word or translation, in words: what is longer explains instead of translating."""

MOST_TEXTS = 8
"""Translations of one entry; the first are the usual ones."""

Pair = tuple[str, str]
"""The language of the word and that of its translations."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A word and its translations, the usual ones first."""

    word: str
    pair: Pair
    texts: tuple[str, ...]
    source: str
    """The dictionary's name, to be shown."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Why a dictionary is not used, in one sentence."""

    sentence: str


Found = Entry | BadLine | Notice

_ASIDE = re.compile(r"\[[^\]]*\]|\([^)]*\)|\{[^}]*\}|<[^>]*>")
_BREAK = re.compile(r"[,;/]")
_NUMBERED = re.compile(r"^(?:[a-z]|[0-9]+)\.\s+|\s+[0-9]+\.$")
_WORDS = re.compile(r"[^\W\d_]+(?:[ '’-][^\W\d_]+)*")


def pieces(text: str, word: str) -> tuple[str, ...]:
    """Return the translations that a line of a dictionary lists, without what explains them.

    A piece that is no plain text of a few words, or that holds the word itself as an example, is none.
    """
    found = (_plain(piece) for piece in _BREAK.split(_ASIDE.sub("\t", text)))
    kept = (piece for piece in found if piece and (piece == word or word not in piece.split()))
    return tuple(dict.fromkeys(kept))[:MOST_TEXTS]


def is_term(text: str) -> bool:
    """Return whether the text is a word or a few, and nothing else."""
    return len(text.split()) <= MOST_WORDS and bool(_WORDS.fullmatch(text))


def _plain(piece: str) -> str:
    """Return the translation in the piece; nothing where it is something else."""
    last = re.split(r"\s{2,}|\t", _NUMBERED.sub("", piece.strip()).strip())[-1].strip()
    return last if is_term(last) else ""
