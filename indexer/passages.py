"""Pages cut into passages: short enough to be quoted, long enough to be understood."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import chain

from .model import Block, Page, Passage

WORDS = 180
"""Words in a passage. To be measured against 60, 120 and 250 once there are evaluation questions."""

_SENTENCE_END = re.compile(r"(?<=[.!?…:;])[\"”»')\]]*\s+")
_HEADING_STARTS_ANEW = 3
"""A heading opens a new passage when the one before has at least a third of its words."""


def cut(pages: Iterable[Page], *, words: int = WORDS) -> Iterator[Passage]:
    """Yield the passages in reading order.

    A passage holds about ``words`` words (never over twice that), stays on one page and ends at
    a sentence end where one exists. Together the passages hold every block, in order.
    """
    number, heading = 0, ""
    for page in pages:
        for blocks in _groups(page.blocks, words):
            number += 1
            heading = next((block.text for block in blocks if block.kind == "heading"), heading)
            yield Passage(number, page.number, heading, blocks, method=page.method)


def _groups(blocks: Iterable[Block], words: int) -> Iterator[tuple[Block, ...]]:
    """Yield the page's blocks in runs of about ``words`` words."""
    group: list[Block] = []
    held = 0
    for block in chain.from_iterable(_pieces(block, words) for block in blocks):
        size = len(block.text.split())
        starts_anew = block.kind == "heading" and held * _HEADING_STARTS_ANEW >= words
        too_long = held + size > words and not (held < words and _only_headings(group))
        if group and (starts_anew or too_long):
            yield tuple(group)
            group, held = [], 0
        group.append(block)
        held += size
    if group:
        yield tuple(group)


def _only_headings(group: list[Block]) -> bool:
    return all(block.kind == "heading" for block in group)


def _pieces(block: Block, words: int) -> Iterator[Block]:
    """Yield the block whole, or a long one in runs of sentences of at most ``words`` words."""
    if len(block.text.split()) <= words:
        yield block
        return
    held: list[str] = []
    count = 0
    for sentence in _sentences(block.text, words):
        size = len(sentence.split())
        if held and count + size > words:
            yield Block(block.kind, " ".join(held), block.level)
            held, count = [], 0
        held.append(sentence)
        count += size
    yield Block(block.kind, " ".join(held), block.level)


def _sentences(text: str, words: int) -> Iterator[str]:
    """Yield sentences; one that is longer than a passage comes in pieces of ``words`` words."""
    for sentence in _SENTENCE_END.split(text):
        run = sentence.split()
        for start in range(0, len(run), words):
            yield " ".join(run[start : start + words])
