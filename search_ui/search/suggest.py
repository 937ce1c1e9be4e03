"""The library's words that are nearest to one that it does not know. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

from indexer.languages.base import fold

SHORTEST = 4
"""Letters below which no other word is looked for: too many words are one letter away."""

MOST = 2
"""Words that are returned where several are equally near."""

_TWO_ERRORS_FROM = 8
"""Letters from which two errors are allowed; below it one.

Source: the error bounds of Lucene's and Elasticsearch's AUTO fuzziness begin two errors at six
letters; on a library of three languages six still turns Danish words into Polish ones."""


class Speller:
    """Finds words that differ by a typing error or two, accents not counting. Many threads may ask.

    An error takes one letter and brings another at most, so most words are left out by their length
    and letters, and only the rest is compared: 1 to 3 ms CPU a word among 300,000 (Danish, Swedish,
    German, English and Lithuanian), after 3 s to prepare them.
    """

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        """Take the words with the number of their documents."""
        self._documents = vocabulary
        self._words = [word for word in vocabulary if _is_plain(word)]
        self._folded = [_folded(word) for word in self._words]
        self._lengths = np.fromiter(map(len, self._folded), dtype=np.int16, count=len(self._words))
        self._letters = _letters(self._folded, len(self._words))

    def nearest(self, word: str) -> tuple[str, ...]:
        """Return the words that are fewest errors away, at most ``MOST``, those in most documents first.

        An error is a wrong, missing, additional letter or two exchanged ones.
        """
        if not _is_plain(word):
            return ()
        folded = _folded(word)
        errors = 2 if len(folded) >= _TWO_ERRORS_FROM else 1
        possible = self._possible(folded, errors).tolist()
        spelled = [self._folded[place] for place in possible]
        found = extract(folded, spelled, scorer=OSA.distance, score_cutoff=errors, limit=None)
        # Who makes two errors has the first letter right: *udlandet* is not *blandet*.
        likely = [
            (distance, index) for text, distance, index in found if distance < 2 or text[0] == folded[0]
        ]
        fewest = min((distance for distance, _ in likely), default=0)
        near = [self._words[possible[index]] for distance, index in likely if distance == fewest]
        return tuple(sorted(near, key=lambda one: (-self._documents[one], one))[:MOST])

    def _possible(self, folded: str, errors: int) -> npt.NDArray[np.intp]:
        near = np.flatnonzero(np.abs(self._lengths - len(folded)) <= errors)
        (asked,) = _letters([folded], 1)
        alike: npt.NDArray[np.bool_] = np.bitwise_count(self._letters[near] ^ asked) <= 2 * errors
        return near[alike]


def _is_plain(word: str) -> bool:
    return len(word) >= SHORTEST and word.isalpha()


def _folded(word: str) -> str:
    return word if word.isascii() else fold(word)


def _letters(words: Iterable[str], count: int) -> npt.NDArray[np.uint64]:
    """Return for each word which letters it has, and which it has twice: one bit each."""
    return np.fromiter(map(_bits, words), dtype=np.uint64, count=count)


def _bits(word: str) -> int:
    once = twice = 0
    for letter in word:
        bit = 1 << (ord(letter) & 31)
        twice |= once & bit
        once |= bit
    return once | twice << 32
