"""The table of a document's headings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from indexer.model import Passage

from ..search.looking import Looked
from .runs import FIRST_HEADING, shown_level
from .spots import blocks_of

MOST_HEADINGS = 60
"""Headings that the table names: a longer one is no help, and adds to every part of the document."""

LONGEST = 90
"""Characters of a heading in the table; what is longer is a paragraph that looks like one."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the table."""

    text: str
    level: int
    """2 to 6, as it is shown."""
    page: int
    language: str
    address: str


def heading_name(passage: Passage, block: int) -> str:
    """Return what a link to the heading at this place of a passage ends in."""
    return f"heading-{passage.number}-{block + 1}"


def headings(looked: Looked, address: Callable[[Passage, str], str]) -> tuple[Heading, ...]:
    """Return the table: all headings, or those of the highest levels where there are too many.

    ``address`` leads to a name in a passage.
    """
    found = tuple(_headings(looked, address))
    for deepest in range(max((one.level for one in found), default=FIRST_HEADING), FIRST_HEADING - 1, -1):
        kept = tuple(one for one in found if one.level <= deepest)
        if len(kept) <= MOST_HEADINGS:
            return kept if len(kept) > 1 else ()
    return _spread(tuple(one for one in found if one.level == FIRST_HEADING))


def _headings(looked: Looked, address: Callable[[Passage, str], str]) -> Iterator[Heading]:
    level = FIRST_HEADING - 1
    for passage in looked.passages:
        for place, block, _ in blocks_of(passage, (), looked.document.title):
            if block.kind == "heading":
                level = shown_level(block, level)
                text = block.text if len(block.text) <= LONGEST else f"{block.text[:LONGEST].rstrip()} …"
                name = heading_name(passage, place)
                yield Heading(text, level, passage.page, passage.language, address(passage, name))


def _spread(found: Sequence[Heading]) -> tuple[Heading, ...]:
    """Return headings from all over the document, at even distances."""
    return tuple(found[place * len(found) // MOST_HEADINGS] for place in range(MOST_HEADINGS))
