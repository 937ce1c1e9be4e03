"""The words of a library under construction: their numbers, and how often each was met."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

import numpy as np

from .analysis import Analysed
from .terms import NUMBERS, Numbers

PORTION = 50_000
"""Words whose keys are sorted together; written in order they take a fraction of the time."""

Numbered = tuple[int, str, str]
"""A word with its number, from 1, and its language."""


class Vocabulary:
    """Numbers the words of each language from 1, in the order in which they are met."""

    def __init__(self) -> None:
        self._words: list[tuple[str, str]] = []
        self._numbers = _Languages(self._words)
        self._documents = self._occurrences = np.zeros(1, np.int64)

    def numbers(self, analysed: Analysed) -> Numbers:
        """Return the number of every word of the next document, in reading order."""
        numbers = np.fromiter(
            chain.from_iterable(
                map(self._numbers[language].__getitem__, spoken) for language, spoken in analysed.spoken()
            ),
            NUMBERS,
            len(analysed.words),
        )
        self._count(numbers)
        return numbers

    def rows(self) -> Iterator[tuple[int, str, str, int, int]]:
        """Yield every word with its number, its language, its documents and its occurrences."""
        for number, (text, language) in enumerate(self._words, start=1):
            yield number, text, language, int(self._documents[number]), int(self._occurrences[number])

    def portions(self) -> Iterator[Sequence[Numbered]]:
        """Yield all words in the order of their numbers, some at a time."""
        for start in range(0, len(self._words), PORTION):
            words = enumerate(self._words[start : start + PORTION], start=start + 1)
            yield [(number, text, language) for number, (text, language) in words]

    def _count(self, numbers: Numbers) -> None:
        if len(self._words) >= len(self._documents):
            room = np.zeros(len(self._words) + 1, np.int64)
            self._documents = np.concatenate((self._documents, room))
            self._occurrences = np.concatenate((self._occurrences, room))
        met, times = np.unique(numbers, return_counts=True)
        self._documents[met] += 1
        self._occurrences[met] += times


class _Languages(dict[str, "_Language"]):
    """The words of each language."""

    def __init__(self, words: list[tuple[str, str]]) -> None:
        self._words = words

    def __missing__(self, language: str) -> _Language:
        made = self[language] = _Language(language, self._words)
        return made


class _Language(dict[str, int]):
    """The number of each word of a language; a new one gets the next."""

    def __init__(self, language: str, words: list[tuple[str, str]]) -> None:
        self._language, self._words = language, words

    def __missing__(self, word: str) -> int:
        self._words.append((word, self._language))
        number = self[word] = len(self._words)
        return number
