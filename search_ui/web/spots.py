"""Where in a document the words of a question stand: the blocks that hold any, in reading order.

Somebody who steps from one to the next wants to see another line, not the next word of the same one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.model import Block, Passage

from ..search.looking import Looked, Marks


@dataclass(frozen=True, slots=True)
class Spot:
    """A block with marked words."""

    number: int
    """Place among the document's spots, from 1."""
    passage: int
    page: int
    block: int
    """Place among the passage's blocks, from 0."""
    words: int
    """What is marked in it."""


@dataclass(frozen=True, slots=True)
class Form:
    """A word of the document that is marked."""

    text: str
    language: str
    count: int


def spots(looked: Looked) -> tuple[Spot, ...]:
    """Return every block that holds a marked word and is shown, in reading order."""
    found = (
        (passage, place, len(marks))
        for passage, marked in zip(looked.passages, looked.marks, strict=True)
        for place, _, marks in blocks_of(passage, marked, looked.document.title)
        if marks
    )
    return tuple(
        Spot(number, passage.number, passage.page, place, words)
        for number, (passage, place, words) in enumerate(found, start=1)
    )


def blocks_of(passage: Passage, marks: Marks, title: str) -> Iterator[tuple[int, Block, Marks]]:
    """Yield each block that is shown with its place and its marks, as offsets into its own text.

    The first block of a document is not shown where it only repeats the title above the text.
    """
    start = 0
    for place, block in enumerate(passage.blocks):
        end = start + len(block.text)
        if place or passage.number > 1 or block.text.casefold() != title.casefold():
            yield place, block, within(marks, start, end)
        start = end + 1


def title_marks(looked: Looked) -> Marks:
    """Return what is marked in the title above the text, where the first block repeats it."""
    if not looked.passages or not looked.passages[0].blocks:
        return ()
    first = looked.passages[0].blocks[0].text
    repeats = first.casefold() == looked.document.title.casefold()
    return within(looked.marks[0], 0, len(first)) if repeats else ()


def within(marks: Marks, start: int, end: int) -> Marks:
    """Return the marks between two offsets, cut off there, as offsets from the first."""
    return tuple(
        (max(first, start) - start, min(last, end) - start)
        for first, last in marks
        if first < end and last > start
    )


def forms(looked: Looked) -> tuple[Form, ...]:
    """Return the words that are marked, the most frequent first."""
    counted = Counter(
        (passage.text[start:end].casefold(), passage.language)
        for passage, marks in zip(looked.passages, looked.marks, strict=True)
        for start, end in marks
    )
    return tuple(
        Form(text, language, count)
        for (text, language), count in sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    )


def by_page(found: Sequence[Spot]) -> tuple[tuple[Spot, int], ...]:
    """Return for each page that holds any its first spot, and how many words are marked on it."""
    words: Counter[int] = Counter()
    first: dict[int, Spot] = {}
    for spot in found:
        words[spot.page] += spot.words
        first.setdefault(spot.page, spot)
    return tuple((spot, words[page]) for page, spot in first.items())
