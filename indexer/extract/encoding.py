"""From bytes to characters, for text of countries that used four encodings before UTF-8."""

from __future__ import annotations

import codecs
import re
from collections import Counter
from collections.abc import Sequence

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_GUESSES = ("cp1252", "cp1250", "iso-8859-2", "cp1257", "iso-8859-13", "iso-8859-4")
"""What programs around the Baltic wrote before UTF-8; the first wins a tie."""

_ALPHABETS = (
    frozenset("æøåéÆØÅÉ"),
    frozenset("åäöéÅÄÖÉ"),
    frozenset("äöüßéÄÖÜÉ"),
    frozenset("ąćęłńóśźżĄĆĘŁŃÓŚŹŻ"),
    frozenset("ąčęėįšųūžĄČĘĖĮŠŲŪŽ"),
    frozenset("éèêëïçôéàâü"),
)
"""The letters beyond ASCII of Danish, Swedish, German, Polish and Lithuanian, and those of the
foreign words that English has."""

_SIGNS = frozenset("„”“»«’‘–—…•§€£°©\xa0")
"""Typographic signs that texts hold beside letters."""

_WORD = re.compile(r"[^\W\d_]*[a-zA-Z][^\W\d_]*")
_STRANGE = re.compile(r"[^\x00-\x7f]")

_SAMPLE = 200_000
"""Bytes that a guess is made from."""


def decode(content: bytes) -> str:
    """Return the text, in the encoding that it names or that suits its letters best.

    UTF-8 with single broken bytes stays UTF-8; the broken bytes become U+FFFD.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, errors="replace")
    if mostly_utf8(content):
        return content.decode("utf-8", errors="replace")
    return likeliest(content, _GUESSES)


def likeliest(content: bytes, encodings: Sequence[str]) -> str:
    """Return the text in the encoding that suits its letters best; the first wins a tie."""
    sample = content[:_SAMPLE]
    best = max(encodings, key=lambda encoding: _likeness(sample.decode(encoding, errors="replace")))
    return content.decode(best, errors="replace")


def mostly_utf8(content: bytes) -> bool:
    """Say whether the bytes are UTF-8, or were until a few of them broke."""
    text = content.decode("utf-8", errors="replace")
    broken = text.count("�")
    return broken == 0 or broken * 10 < sum(not character.isascii() for character in text) - broken


def _likeness(text: str) -> int:
    """Return how many letters beyond ASCII suit one language, less all that is strange to it.

    Letters count inside words only: a pound sign before a number is a Polish letter elsewhere.
    """
    strange = Counter(_STRANGE.findall(text))
    lettered = Counter(_STRANGE.findall(" ".join(_WORD.findall(text))))
    foreign = sum(count for sign, count in strange.items() if sign not in _SIGNS)
    return max(2 * sum(lettered[letter] for letter in alphabet) - foreign for alphabet in _ALPHABETS)
