"""A document line by line: sentences, items of lists, rows of tables, with their place in the passages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from indexer.model import Block, Passage

CELL = " | "
"""What stands between the cells of a table row."""

_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”»]?\s+(?=[„»\"“(A-ZÆØÅÄÖŁŚŻČŠŽ])")
_NO_END = re.compile(r"(?:\b\d{1,2}|\b(?:nr|no|br|dr|pkt|ok|kl|ca|tj|np|r|m|D|d))\.$", re.I)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence, list item or row with its place in the document."""

    text: str
    passage: int
    start: int
    block: Block
    language: str
    telling: bool
    """Its block may tell something."""

    def span(self, start: int, end: int) -> tuple[int, int, int]:
        """Return passage and offsets of a part of the line."""
        return self.passage, self.start + start, self.start + end


def lines(passages: Sequence[Passage], may_tell: Callable[[str], bool]) -> Iterator[Line]:
    """Yield the blocks that may tell something sentence by sentence; rows, headings and all others whole."""
    for passage in passages:
        offset = 0
        for block in passage.blocks:
            telling = block.kind != "table_row" and may_tell(block.text)
            whole = block.kind == "heading" or not telling
            spans = [(0, len(block.text))] if whole else sentences(block.text)
            for start, end in spans:
                yield Line(
                    block.text[start:end], passage.number, offset + start, block, passage.language, telling
                )
            offset += len(block.text) + 1


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Yield where each sentence begins and ends; a date or a short word with its dot ends none."""
    start = 0
    for end in _SENTENCE_END.finditer(text):
        if not _NO_END.search(text, start, end.start()):
            yield start, end.start()
            start = end.end()
    yield start, len(text)


def cells(row: str) -> Iterator[tuple[int, int]]:
    """Yield where each cell of a table row begins and ends."""
    start = 0
    for cell in row.split(CELL):
        yield start, start + len(cell)
        start += len(cell) + len(CELL)
