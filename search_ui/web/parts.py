"""A long document cut into parts, so that no page grows without bound; each begins at a passage."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import escape

from indexer.model import Passage

from ..search.looking import Marks

PART = 36_000
"""Bytes of escaped text and its markup in one part, about: with all around it a page stays below 60 kB."""

BLOCK, PASSAGE, MARK, STEP = 30, 190, 13, 280
"""Bytes of markup that a block, a passage, a marked word and the steps from a marked block to the next
bring along, about."""


def parts(passages: Sequence[Passage], marks: Sequence[Marks]) -> Iterator[range]:
    """Yield the places of the passages that make up each part, from 0; none where there are none."""
    start = size = 0
    for place, (passage, marked) in enumerate(zip(passages, marks, strict=True)):
        weight = _weight(passage, marked)
        if place > start and size + weight > PART:
            yield range(start, place)
            start, size = place, 0
        size += weight
    if passages:
        yield range(start, len(passages))


def _weight(passage: Passage, marks: Marks) -> int:
    """Return the bytes that the passage makes a page longer by, about."""
    text = sum(len(escape(block.text).encode()) + BLOCK for block in passage.blocks)
    stepped = min(len(marks), len(passage.blocks))
    return PASSAGE + text + MARK * len(marks) + STEP * stepped
