"""Words typed on a keyboard without their letters get them back: *wspolpraca*, *laase*, *roegen*. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, islice, pairwise, product
from types import MappingProxyType

from indexer.languages import language

LETTERS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "da": {"aa": "å", "ae": "æ", "oe": "ø", "a": "åæ", "o": "ø", "e": "é"},
        "sv": {"aa": "å", "ae": "ä", "oe": "ö", "a": "åä", "o": "ö", "e": "é"},
        "de": {"ae": "ä", "oe": "ö", "ue": "ü", "ss": "ß", "a": "ä", "o": "ö", "u": "ü"},
        "pl": {"a": "ą", "c": "ć", "e": "ę", "l": "ł", "n": "ń", "o": "ó", "s": "ś", "z": "żź"},
        "lt": {"a": "ą", "c": "č", "e": "ęė", "i": "į", "s": "š", "u": "ųū", "z": "ž"},
    }
)
"""What each language may have meant by the letters of a foreign keyboard."""

MOST_CHANGED = 4
"""Letters of one word that are put back: *przedsiebiorczosc* lacks three."""

MOST_TRIED = 400
"""Spellings of one word that are looked up in one language, those with fewest changes first: 12 ms CPU
in Polish, 3 ms in the others."""


@lru_cache(maxsize=10_000)
def restored(word: str, languages: tuple[str, ...]) -> str | None:
    """Return the word with its letters as a language has it, with the fewest changes; ``None`` if none has.

    A word that a language has as it is typed is not changed.
    """
    if any(language(code).knows(word) for code in languages):
        return None
    for code in languages:
        for spelled in islice(_spellings(word, LETTERS.get(code, {})), MOST_TRIED):
            if language(code).knows(spelled):
                return spelled
    return None


def _spellings(word: str, letters: Mapping[str, str]) -> Iterator[str]:
    """Yield the word with one of its letters put back, then with two, and so on."""
    places = list(_places(word, letters))
    for changed in range(1, min(MOST_CHANGED, len(places)) + 1):
        for chosen in combinations(places, changed):
            apart = sorted(chosen, key=lambda place: place.start)
            if all(one.stop <= other.start for one, other in pairwise(apart)):
                for put_back in product(*(letters[word[place]] for place in apart)):
                    yield _replaced(word, apart, put_back)


def _places(word: str, letters: Mapping[str, str]) -> Iterator[slice]:
    """Yield where letters may be missing, those of two letters first: they hardly stand there else."""
    for length in (2, 1):
        for start in range(len(word) - length + 1):
            if word[start : start + length] in letters:
                yield slice(start, start + length)


def _replaced(word: str, places: Sequence[slice], letters: Sequence[str]) -> str:
    for place, letter in zip(reversed(places), reversed(letters), strict=True):
        word = word[: place.start] + letter + word[place.stop :]
    return word
