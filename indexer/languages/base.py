"""What a language is, and how text falls into words: the same for documents and questions."""

from __future__ import annotations

import functools
import itertools
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

MAX_WORD = 64
"""Longest word in characters; the rest of a longer run is dropped. The longest Danish and German
compounds of real texts stay below 60; longer runs are encoded data."""

MAX_FOLDINGS = 8
"""Most spellings that ``foldings`` returns; a word with four letters of two spellings has sixteen."""


CACHED_SURFACES = 65_536
"""How many words keep their spelling in memory, 12 MB when full: a text takes half the time."""


class Word(NamedTuple):
    """A word of a text: its key, and where it stands."""

    text: str
    """The word in lower case, composed (NFC), with straight apostrophes; a number without its
    separators and decimals."""
    start: int
    """Offset of the first character in the text."""
    end: int
    """Offset behind the last character."""


def no_parts(word: str) -> tuple[str, ...]:  # noqa: ARG001
    """Return nothing: the language does not glue words together, or nobody has taught us how."""
    return ()


def nothing_known(word: str) -> bool:  # noqa: ARG001
    """Return that the word is not known: the language has no word list."""
    return False


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
    pieces: Callable[[str], tuple[str, ...]] = no_parts
    """The words that a compound is glued from, as they stand in it; empty for a simple word."""
    knows: Callable[[str], bool] = nothing_known
    """Whether its word list has the word, in any form."""


def listed(words_: str) -> frozenset[str]:
    """Return the words of a list written with spaces between them."""
    return frozenset(words_.split())


# A number in groups of three: one separator throughout, then perhaps decimals behind the other
# separator. Not inside a date (12.03.2012) and not behind four digits (2014 150). Or five digits
# and more, which are no year, with decimals (403770,40).
_NUMBER = (
    r"(?<![0-9.,])[0-9]{5,}[.,][0-9]{1,2}(?![.,]?[0-9])|"
    r"(?<![0-9][.,])[0-9]{1,3}(?P<separator>[ .,\u00a0\u202f])[0-9]{3}(?:(?P=separator)[0-9]{3})*"
    r"(?:(?!(?P=separator))[.,][0-9]{1,2})?(?![.,]?[0-9])"
)
# Letters, digits, combining accents and soft hyphens, with apostrophes inside.
_LETTERS = r"\w[\w\u0300-\u036f\u00ad]*(?:['\u2019\u02bc\u2018\uff07]\w[\w\u0300-\u036f\u00ad]*)*"
# What bends an abbreviation behind a hyphen: JST-ów, NGO-er, EU-s. It is part of the word.
_BENT = r"(?i:(?<=\w\w)-(?:ów|om|ami|ach|owi|em|er|ere|erne|en|et|s)\b(?![-'\u2019]))?"
_SIGNED = r"(?:\+\+|#)(?!\w)"
# What is seen ahead says nothing that is not said behind it; without it a text takes half as long again.
_WORD = re.compile(rf"(?=\w)(?:(?=[0-9])(?P<number>{_NUMBER})|\b[cfCF]{_SIGNED}|{_LETTERS}{_BENT})")
_SPELLING = str.maketrans(
    {"\u2019": "'", "\u02bc": "'", "\u2018": "'", "\uff07": "'", "-": "'", "\u00ad": None}
)
_DECIMALS = re.compile(r"[.,][0-9]{1,2}$")
_SEPARATOR = re.compile("[ .,\u00a0\u202f]")
"""Stands in numbers alone: no other word holds any of these."""
_NO_DIGITS = re.compile(r"[^0-9]")


def words(text: str) -> Iterator[Word]:
    """Yield the words of a text, of a document and of a question alike.

    Hyphens, dots and underscores part words (``Kujawsko-Pomorskie``, ``2014-20``, ``report_5.pdf``), but
    an ending behind a hyphen stays, as behind an apostrophe (``JST-ów`` is ``jst'ów``); ``c++`` and
    ``c#`` are words, all other signs vanish. ``403 770,40``, ``403.770`` and ``403770`` are the same word
    ``403770``; two numbers in a row that look like groups of three (``20 144``) are read as one.
    Takes time linear in the length of the text.
    """
    for found in _WORD.finditer(text.replace("_", " ")):
        surface = found.group()
        key = _remembered(surface) if len(surface) <= MAX_WORD else _key(surface)
        yield Word(key, found.start(), found.end())


def _key(surface: str) -> str:
    return (_number(surface) if _SEPARATOR.search(surface) else _spelling(surface))[:MAX_WORD]


_remembered = functools.lru_cache(maxsize=CACHED_SURFACES)(_key)


def _number(surface: str) -> str:
    return _NO_DIGITS.sub("", _DECIMALS.sub("", surface))


def _spelling(surface: str) -> str:
    # Twice the longest word leaves room for accents that composition takes in.
    return unicodedata.normalize("NFC", surface[: 2 * MAX_WORD].translate(_SPELLING).lower())


_PLAIN = str.maketrans({"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th"})
"""The letters that Unicode does not decompose into base and accent."""

_DOUBLE = {"ø": "oe", "ö": "oe", "ä": "ae", "å": "aa", "ü": "ue"}
"""Letters that a foreign keyboard writes as one letter or as two."""


class _Folded(dict[int, str]):
    """What each letter is without case and accents; found out when it is first met."""

    def __missing__(self, code: int) -> str:
        decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", chr(code)).casefold())
        bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
        folded = self[code] = bare.translate(_PLAIN)
        return folded


_FOLDED = _Folded()


def fold(word: str) -> str:
    """Return the word without case and accents, as typed on a foreign keyboard."""
    return word.lower() if word.isascii() else word.translate(_FOLDED)


def foldings(word: str) -> frozenset[str]:
    """Return every spelling under which the word may be typed on a foreign keyboard.

    ``fold(word)`` is always among them; at most ``MAX_FOLDINGS``, those that spell all letters
    in one way first.
    """
    if word.isascii():
        return frozenset((word.lower(),))
    letters = unicodedata.normalize("NFC", word.casefold())
    both = [(fold(letter), _DOUBLE[letter]) if letter in _DOUBLE else (fold(letter),) for letter in letters]
    consistent = ("".join(pair[0] for pair in both), "".join(pair[-1] for pair in both))
    mixed = ("".join(spelling) for spelling in itertools.product(*both))
    spellings = itertools.islice(dict.fromkeys(itertools.chain(consistent, _few(mixed))), MAX_FOLDINGS)
    return frozenset((fold(word), *spellings))


def _few(spellings: Iterator[str]) -> Iterator[str]:
    return itertools.islice(spellings, MAX_FOLDINGS)
