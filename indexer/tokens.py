"""The words of whole documents: what ``languages.base.words`` yields, with each run read only once.

A word never spans white space, but for numbers in groups (``403 770``). So a text is parted at white
space, each distinct run of characters is read once and remembered, and what is left is arithmetic.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np

from .languages.base import words
from .terms import NUMBERS, Numbers

REMEMBERED = 200_000
"""Runs that a ``Tokenizer`` remembers, 60 MB when full; then it forgets them all."""

_NUMBER = "I"
_GROUPS = re.compile("[0-9][ \u00a0\u202f][0-9]{3}")
_RUN = re.compile("\\S+(?:(?<=[0-9])[ \u00a0\u202f](?=[0-9]{3})\\S+)*")
"""A run without white space, but for the blanks that may part the groups of a number."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text in reading order."""

    words: tuple[str, ...]
    starts: Numbers
    """Offset of each word's first character in the text."""
    ends: Numbers
    """Offset behind its last character."""


class Tokenizer:
    """Reads texts into words and remembers what stands in each run. For one thread."""

    def __init__(self) -> None:
        self._runs = _Runs()

    def tokens(self, text: str) -> Tokens:
        """Return the words of the text: the same, at the same places, as ``words`` yields."""
        runs = _RUN.findall(text) if _GROUPS.search(text) else text.split()
        if len(self._runs) > REMEMBERED:
            self._runs = _Runs()
        known = self._runs
        numbers = np.fromiter(map(known.__getitem__, runs), np.intp, len(runs))
        counts = np.frombuffer(known.counts, np.uint32)[numbers]
        behind = np.cumsum(counts, dtype=np.intp)
        firsts = np.frombuffer(known.firsts, np.uint32)[numbers]
        # Where each word stands in the tables: the place of its run's first word, and on from there.
        rows = np.arange(behind[-1] if len(runs) else 0) + np.repeat(firsts - (behind - counts), counts)
        places = np.repeat(_places(text, runs), counts)
        return Tokens(
            tuple(chain.from_iterable(map(known.words.__getitem__, numbers.tolist()))),
            (places + np.frombuffer(known.starts, np.uint32)[rows]).astype(NUMBERS),
            (places + np.frombuffer(known.ends, np.uint32)[rows]).astype(NUMBERS),
        )


class _Runs(dict[str, int]):
    """The number of each run that was met; its words and their places lie in tables."""

    def __init__(self) -> None:
        self.words: list[tuple[str, ...]] = []
        self.counts, self.firsts = array(_NUMBER), array(_NUMBER)
        self.starts, self.ends = array(_NUMBER), array(_NUMBER)

    def __missing__(self, run: str) -> int:
        found = tuple(words(run))
        self.words.append(tuple(word.text for word in found))
        self.counts.append(len(found))
        self.firsts.append(len(self.starts))
        self.starts.extend(word.start for word in found)
        self.ends.extend(word.end for word in found)
        number = self[run] = len(self)
        return number


def _places(text: str, runs: Sequence[str]) -> Numbers:
    """Return the offset of each run; most texts have one character between any two of them."""
    lengths = np.fromiter(map(len, runs), np.int64, len(runs))
    behind = np.cumsum(lengths + 1)
    if len(runs) and behind[-1] == len(text) + 1:
        return (behind - lengths - 1).astype(NUMBERS)
    return np.fromiter((run.start() for run in _RUN.finditer(text)), NUMBERS, len(runs))
