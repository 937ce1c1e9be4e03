"""Words that look alike in related languages: *kooperation*, *cooperation*, *kooperacja*.

They come of Latin and Greek and differ by rule. A word's *skeleton* is what such words have in common; two
words of different languages with one skeleton are likely the same, least surely of all sources.
"""

from __future__ import annotations

import re

from indexer.languages.base import fold

SHORTEST = 6
"""Letters that a skeleton has at least, where a known ending counts as three; shorter ones meet by chance.

Of the headwords of FreeDict with one skeleton that are written differently, so many translate each other:

    letters    Danish and English    Polish and English
    5          .89 of 314            .88 of 5,219
    6          .94 of 234            .92 of 4,456
    7          .95 of 167            .94 of 3,601

Most of the others are near (*mechanika*, *mechanic*); those that mislead are in ``FALSE_FRIENDS``.
"""

_ENDINGS = tuple(
    (re.compile(rf"(?:{pattern})$"), letter)
    for pattern, letter in (
        (r"ations?|atione[nr]?|ationerne|acj[aeiao]|acij[aou]", "A"),
        (r"ologi(?:e|en|er|a|i|ja)?|ology|ologies", "L"),
        (r"isme[nr]?|ism|ismus|[iy]zm(?:u|em|as|o)?", "M"),
        (r"itete?[nr]?|itetas|itat(?:en)?|ity|ities", "T"),
        (r"icals?|isk[et]?|ische?[nrs]?|[iy]czn[yae]", "C"),
        (r"ence|ences|ensen?|enser|enz(?:en)?|encj[aeiao]|encija", "E"),
        (r"al|aln[yae]|ale[rst]?|alt|elle?|ellt", "R"),
    )
)
"""Endings that the languages write each in its own way, as they stand after ``fold``."""

_LETTERS = (
    ("ph", "f"), ("th", "t"), ("ch", "k"), ("ck", "k"), ("qu", "kv"), ("x", "ks"),
    ("w", "v"), ("c", "k"), ("z", "s"), ("y", "i"), ("ae", "e"), ("oe", "o"), ("ou", "u"),
)  # fmt: skip


def skeleton(word: str) -> str:
    """Return what the word shares with its relatives abroad; nothing where that says too little."""
    plain, ending = _bones(word)
    long_enough = len(plain) + 3 * len(ending) >= SHORTEST and plain.isalpha()
    return plain + ending if long_enough and plain not in FALSE_FRIENDS else ""


def _bones(word: str) -> tuple[str, str]:
    """Return the word as it sounds without its ending, and a letter for the ending where it is known."""
    rest, ending = fold(word.replace("å", "aa")), ""  # *formål* is not formal.
    for pattern, letter in _ENDINGS:
        shorter = pattern.sub("", rest)
        if shorter != rest:
            rest, ending = shorter, letter
            break
    for written, heard in _LETTERS:
        rest = rest.replace(written, heard)
    return re.sub(r"(.)\1", r"\1", rest if ending else rest.rstrip("aeo")), ending


FALSE_FRIENDS = frozenset(
    _bones(word)[0]
    for word in """
    actual aktuel aktuell aktualny eventual eventuel eventuell ewentualny sympathetic sympatisk sympatyczny
    consequent konsekvent konsekwentny ordinary ordinær ordynarny fabric fabrik fabryka lecture lektura
    novel novelle nowela record rekord genial genialny magazine magasin magazyn direction direktion dyrekcja
    confection konfektion konfekcja preservative prezerwatywa concurrence konkurrence konkurencja gymnasium
    gimnazjum kampagne champagne dessert desert deser kaution caution chronić chronic regał regal
    suport support premier premiere censure billion bilion milliard familiar familiær akademik
    promotor speditor
    """.split()
)
"""What words of different meaning have in common: *aktualny* is current and not *actual*, *eventuel* is
possible and not *eventual*, *lektura* is what one reads and not a *lecture*."""
