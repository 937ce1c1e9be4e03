"""What several documents say word for word: mottos, notices, the lines about a project.

Such blocks stay searchable; they are not quoted and give no document its title. Copies of one
document repeat each other too and are counted as one. Memory: some 30 bytes for each block.
"""

from __future__ import annotations

import hashlib
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
import numpy.typing as npt

from .analysis import Analysed
from .languages.base import words
from .model import Fact

WORDS = 8
"""Fewest words of a block that counts as repeated: shorter ones are headings, names and cells,
which many documents share without copying one another."""

COPY = 0.8
"""Share of the longer document's words that two documents have in common where they are copies:
versions of a report differ by less, newsletters of one series by far more."""

MOST_COPIES = 5
"""Documents with the same block that may be copies of one another; more make it a notice."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """A block that other documents hold as well."""

    document: int
    passage: int
    block: int
    """Place among the passage's blocks, from 0."""
    first: int
    """Place of its first word among the document's words, from 0."""
    last: int
    """Place behind its last word."""


class Repeats:
    """Gathers what documents say, then tells what they repeat. Documents are numbers from 1."""

    def __init__(self) -> None:
        self._keys, self._places = array("Q"), array("I")
        self._title_keys, self._title_documents = array("Q"), array("I")
        self._lengths = array("I", [0])
        self._first: dict[int, int] = {}
        """For a copy of another document that one, or another copy of it."""

    def add(self, analysed: Analysed, titles: Sequence[Fact]) -> None:
        """Take in the next document."""
        document = len(self._lengths)
        for passage, block, first, last in _blocks(analysed):
            self._keys.append(_key(" ".join(analysed.words[first:last])))
            self._places.extend((document, passage, block, first, last))
        self._lengths.append(len(analysed.words))
        for key in {title_key(title.value) for title in titles}:
            self._title_keys.append(key)
            self._title_documents.append(document)

    def blocks(self) -> tuple[Repeat, ...]:
        """Return every block that documents repeat which are no copies of one another."""
        shared = self._shared()
        self._find_copies(shared)
        return tuple(
            repeat
            for repeats in shared
            if self._different({repeat.document for repeat in repeats})
            for repeat in repeats
        )

    def titles(self) -> dict[int, frozenset[int]]:
        """Return the keys of titles of which several documents may be called, by document.

        To be asked after ``blocks``, which tells the copies.
        """
        by_key = _together(np.array(self._title_keys, np.uint64))
        found: defaultdict[int, set[int]] = defaultdict(set)
        for rows in by_key:
            documents = {self._title_documents[row] for row in rows}
            if self._different(documents):
                for document in documents:
                    found[document].add(self._title_keys[rows[0]])
        return {document: frozenset(keys) for document, keys in found.items()}

    def _shared(self) -> list[list[Repeat]]:
        by_key = _together(np.array(self._keys, np.uint64))
        found = ([Repeat(*self._places[5 * row : 5 * row + 5]) for row in rows] for rows in by_key)
        return [repeats for repeats in found if len({repeat.document for repeat in repeats}) > 1]

    def _find_copies(self, shared: Sequence[Sequence[Repeat]]) -> None:
        in_common: Counter[tuple[int, int]] = Counter()
        for repeats in shared:
            sizes = {repeat.document: repeat.last - repeat.first for repeat in repeats}
            if len(sizes) <= MOST_COPIES:
                for pair in combinations(sorted(sizes), 2):
                    in_common[pair] += sizes[pair[0]]
        for (one, two), size in sorted(in_common.items()):
            if size >= COPY * max(self._lengths[one], self._lengths[two]):
                first, second = sorted((self._original(one), self._original(two)))
                self._first[second] = first

    def _original(self, document: int) -> int:
        """Return the first of the copies that the document is one of."""
        while (first := self._first.get(document, document)) != document:
            document = first
        return document

    def _different(self, documents: set[int]) -> bool:
        return len({self._original(document) for document in documents}) > 1


def called(titles: Sequence[Fact], repeated: frozenset[int]) -> Fact:
    """Return the first title that is the document's alone; the first of all where none is.

    A name made from the file's says something with two words or more.
    """
    for title in titles:
        own = title_key(title.value) not in repeated
        if own and (title.source != "file name" or len(re.findall(r"[^\W\d_]{3,}", title.value)) > 1):
            return title
    return titles[0]


def title_key(title: str) -> int:
    """Return a number that is the same for titles of the same words."""
    return _key(" ".join(word.text for word in words(title)))


def _key(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest())


def _blocks(analysed: Analysed) -> Iterator[tuple[int, int, int, int]]:
    """Yield each longer block: its passage, its place in it, its first word and the one behind its last.

    The words of a document are counted through.
    """
    bounds = analysed.bounds.tolist()
    for passage, first, behind in zip(analysed.passages, bounds, bounds[1:], strict=False):
        lengths = [len(block.text) + 1 for block in passage.blocks]
        ends = np.searchsorted(analysed.starts[first:behind], np.cumsum(lengths)).tolist()
        for place, last in enumerate(ends):
            begin = ends[place - 1] if place else 0
            if last - begin >= WORDS:
                yield passage.number, place, first + begin, first + last


def _together(keys: npt.NDArray[np.uint64]) -> Iterator[list[int]]:
    """Yield the rows of each key that stands in more than one row, in the order of their first."""
    order = np.argsort(keys, kind="stable")
    _, starts, counts = np.unique(keys[order], return_index=True, return_counts=True)
    several = counts > 1
    runs = zip(starts[several].tolist(), counts[several].tolist(), strict=True)
    yield from sorted(order[start : start + count].tolist() for start, count in runs)
