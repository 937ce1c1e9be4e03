"""The sentences, list items and table rows of a passage, each with its place in the passage's text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from indexer.languages.base import fold
from indexer.model import Block, Passage

CELL = " | "
"""What stands between the cells of a table row, as every format writes them."""

_ENDS = re.compile(r"([.!?][\"”»)]*)\s+(?=[\"„“»(*]*[^\W\d_a-zæøåäöüßąćęłńóśźżčėįšųūž]|\d)")
_AMOUNT_ENDS = re.compile(r"\d\s?(?:mio\.?|mia\.?|mln|mld)?\s?(?:kr|pct|proc)\.$", re.IGNORECASE)
_BEGINS = re.compile(r"(?!Euro)[^\W\d_a-zæøåäöüßąćęłńóśźżčėįšųūž][^\W\d_A-ZÆØÅÄÖÜĄĆĘŁŃÓŚŹŻČĖĮŠŲŪŽ]")
"""*1.480.000 kr. Der søges om …*: what ends an amount may end a sentence too."""

_ABBREVIATED = re.compile(
    r"(?:\b(?:nr|no|ca|mio|mia|mill|kr|pct|proc|tys|mln|mld|mrd|str|ul|dr|jf|bl|fx|dvs|hhv|inkl|ekskl|osv"
    r"|mfl|nb"
    r"|np|tzw|tj|pn|m|r|d|f|s|p|t|bzw|ggf|z|b|approx|vs|st|e\.g|i\.e|bl\.a|t\.ex|dr)|\b\d{1,2})\.$",
    re.IGNORECASE,
)
"""What ends in a point and no sentence: abbreviations, and the number of a day."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph, or a whole heading, list item, caption or table row."""

    text: str
    start: int
    """Offset of its first character in the passage's text."""
    block: Block
    first: bool
    """Whether its block begins with it."""

    @property
    def end(self) -> int:
        """Offset behind its last character in the passage's text."""
        return self.start + len(self.text)

    @property
    def folded(self) -> str:
        """Its text without case and accents, on one line; offsets are not those of the text."""
        return " ".join(fold(self.text).split())


def sentences(passage: Passage) -> Iterator[Sentence]:
    """Yield the sentences of a passage in reading order."""
    begin = 0
    for block in passage.blocks:
        first = True
        for start, end in _parts(block):
            yield Sentence(block.text[start:end], begin + start, block, first)
            first = False
        begin += len(block.text) + 1


_CLAUSE = re.compile(
    r"[,;]\s+(?:(?:and|while|whereas|but|og|mens|men|hvorimod|a|i|zaś|natomiast|podczas gdy|och|medan|und"
    r"|während"
    r"|aber|o)\s+)?|\s+(?:while|whereas|mens|medan|während|natomiast|podczas gdy)\s+"
)


def clauses(sentence: Sentence) -> Iterator[Sentence]:
    """Yield the parts of a sentence between commas and conjunctions; of any other block the whole."""
    starts = [0, *(found.end() for found in _CLAUSE.finditer(sentence.text)), len(sentence.text)]
    for begin, end in pairwise(starts):
        text = sentence.text[begin:end]
        yield replace(sentence, text=text, start=sentence.start + begin, first=sentence.first and begin == 0)


def _parts(block: Block) -> Iterator[tuple[int, int]]:
    if block.kind in ("heading", "table_row"):
        yield 0, len(block.text)
        return
    start = 0
    for found in _ENDS.finditer(block.text):
        behind = found.end(1)
        if not _ABBREVIATED.search(block.text, max(0, behind - 8), behind) or (
            _AMOUNT_ENDS.search(block.text, max(0, behind - 16), behind)
            and _BEGINS.match(block.text, found.end())
        ):
            yield start, behind
            start = found.end()
    if start < len(block.text):
        yield start, len(block.text)
