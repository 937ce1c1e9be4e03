"""What others learned: success factors, obstacles, advice, tools, SWOT, steps of action; each item a claim.

A heading or a label names the kind; the items of the lists and tables below it are the lessons, and
short paragraphs that begin with a point of their own. A sentence is one that says *the biggest obstacle was*.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.languages.base import fold
from indexer.model import Block, Document, Passage

from . import lesson_columns as columns
from . import lesson_words as words
from .claims import Claim
from .lesson_tables import Table
from .reading import sentences

_LONGEST_HEADING = 12
"""Words of a heading or label that may name a kind."""

_LONGEST_LABEL = 70
"""Characters before the colon of a paragraph that begins with a label."""

_LONGEST_POINT = 90
"""Words of a paragraph that may be a lesson, and ..."""

_LONGEST_OPENING = 11
"""... of its first sentence, which says what the lesson is."""

_TOLD_IN_PROSE = frozenset(("obstacle", "success-factor"))
"""Kinds of which a paragraph or two below their heading tell in sentences."""

_LONGEST_NAME = 5
"""Words before a full stop that name the kind of the sentences behind it: *Difficulties. Frost kept …*"""

_FEWEST_POINTS = 3
"""Paragraphs in a row that have to be so: one alone is text about the lessons."""


_NUMBERED = re.compile(r"\d{1,2}[.)]\s")
"""*1. Get the management on board*: a heading that is one of several lessons; *9.1* is a part of a text."""


@dataclass(frozen=True, slots=True)
class _Item:
    """A block, with the place of its text in its passage."""

    block: Block
    passage: Passage
    start: int

    def claim(self, kind: str, rule: str, start: int = 0, end: int | None = None) -> Claim:
        """Return that a part of the block is a lesson; all of it if no part is named."""
        last = len(self.block.text) if end is None else end
        place = (self.passage.number, self.start + start, self.start + last)
        return Claim("document", "lesson", kind, *place, rule)


def claims(document: Document, passages: Sequence[Passage]) -> Iterator[Claim]:
    """Yield each lesson of the document."""
    reader = _Reader(is_swot="swot" in fold(document.title))
    for number, item in enumerate(_items(passages)):
        yield from reader.read(item, is_title=not number)
    yield from reader.points()


def kind_named(text: str) -> str:
    """Return the kind that a heading, label or column names, empty if it names none or several."""
    if text.count(" ") >= _LONGEST_HEADING:
        return ""
    plain = fold(text).strip(" :.?!")
    if words.BEGINNINGS.isdisjoint([word[:3] for word in plain.split()]):
        return ""
    named = [(kind, found) for kind, pattern in words.KINDS.items() if (found := pattern.search(plain))]
    if len(named) != 1:
        return ""
    kind, found = named[0]
    leads = words.LEAD.fullmatch(plain, 0, found.start())
    return kind if leads and words.TAIL.match(plain, found.end()) else ""


class _Reader:
    """Reads a document block by block, with the sections, the label and the table that it is in."""

    def __init__(self, *, is_swot: bool) -> None:
        self._sections: list[tuple[int, str]] = []
        self._label = ""
        self._told = ""
        self._presents = False
        self._listed = False
        self._points: list[_Item] = []
        self._table = Table(kind_named, is_swot=is_swot)

    def read(self, item: _Item, *, is_title: bool) -> Iterator[Claim]:
        """Yield the lessons of the next block."""
        kind = item.block.kind
        if kind != "table_row":
            self._table.close()
        match kind:
            case "heading":
                yield from self.points()
                yield from self._heading(item, is_title=is_title)
            case "list":
                self._listed = True
                yield from self._list_item(item)
            case "table_row":
                self._listed = True
                yield from self._row(item)
            case "paragraph":
                yield from self._paragraph(item)

    def points(self) -> Iterator[Claim]:
        """Yield the paragraphs of the section that ends as lessons, if all of them read like points."""
        if self._kind in _TOLD_IN_PROSE and not self._listed and len(self._points) < _FEWEST_POINTS:
            yield from (
                item.claim(self._kind, "lessons.prose") for item in self._points if _is_short(item.block.text)
            )
        elif self._kind and not self._listed and len(self._points) >= _FEWEST_POINTS:
            short = [item for item in self._points if _is_short(item.block.text)]
            told = sum(_begins_with_a_point(item.block.text) for item in short)
            if told >= max(_FEWEST_POINTS, len(short) / 2):
                yield from (item.claim(self._kind, "lessons.paragraph") for item in short)
        self._points, self._listed, self._label, self._presents = [], False, "", False
        self._told = ""

    @property
    def _kind(self) -> str:
        return self._sections[-1][1] if self._sections else ""

    def _heading(self, item: _Item, *, is_title: bool) -> Iterator[Claim]:
        level, text = item.block.level, item.block.text
        if columns.COLUMN_LINE.match(fold(text)):
            return
        while self._sections and self._sections[-1][0] >= level:
            self._sections.pop()
        if found := words.LABEL_HEADING.match(fold(text)):
            if named := kind_named(text[: found.end()].rstrip(" :.–—-").rstrip("0123456789 ")):
                yield item.claim(named, "lessons.heading")
            self._sections.append((level, ""))
        elif self._kind and _NUMBERED.match(text):
            yield item.claim(self._kind, "lessons.heading")
            self._sections.append((level, ""))
        elif not is_title and (named := kind_named(text)):
            self._sections.append((level, named))

    def _list_item(self, item: _Item) -> Iterator[Claim]:
        text = item.block.text
        self._told = ""
        named = kind_named(text) if self._presents else ""
        label, _, rest = text.partition(": ")
        if named:
            yield item.claim(named, "lessons.presented")
        elif rest and not rest.endswith("?") and len(label) <= _LONGEST_LABEL and (own := kind_named(label)):
            of_section = own == "action-step" and (self._label or self._kind)  # a weakness may be agreements
            yield item.claim(of_section or own, "lessons.label", len(text) - len(rest))
        elif kind := self._label or self._kind:
            yield item.claim(kind, "lessons.list")
        else:
            yield from _stated(item)

    def _row(self, item: _Item) -> Iterator[Claim]:
        passage = item.passage
        for kind, start, end in self._table.cells(
            item.block.text, passage.language, passage.heading, self._label or self._kind
        ):
            yield item.claim(kind, "lessons.row", start, end)

    def _paragraph(self, item: _Item) -> Iterator[Claim]:
        text = item.block.text
        self._label, self._presents = "", False
        if text.endswith(":"):
            first, last = list(sentences(text))[-1]
            self._label = kind_named(text) or kind_named(text[first:last])
            self._told = self._label
            self._presents = bool(words.PRESENTED.search(fold(text)))
            return
        if len(text.split()) <= _LONGEST_NAME and not text.endswith(".") and (named := kind_named(text)):
            self._label = named
            return
        labelled = list(_labelled(text))
        yield from (item.claim(kind, "lessons.label", start, end) for kind, start, end in labelled)
        if labelled:
            yield from _our(item)
            return
        if self._told and _begins_with_a_point(text) and _is_short(text):
            yield item.claim(self._told, "lessons.paragraph")
            return
        self._told = ""
        if self._kind == "action-step" and (line := columns.ACTION_LINE.fullmatch(text)):
            yield item.claim("action-step", "lessons.row", line.start("action"))
            self._listed = True
            return
        if self._kind:
            self._points.append(item)
        yield from _stated(item)


def _labelled(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the sentences behind a label that names their kind: *Strengths: … Weaknesses: …*"""
    kind = ""
    opening = text[:_LONGEST_LABEL].split(". ")[0]
    if not any(map(text.__contains__, (": ", "? "))) and len(opening.split()) > _LONGEST_NAME:
        return
    for start, end in sentences(text):
        label, colon, rest = text[start:end].partition(": ")
        named = kind_named(label) if rest and len(label) <= _LONGEST_LABEL else ""
        if not named and (not start) and len(text[:end].split()) <= _LONGEST_NAME and end < len(text):
            kind = kind_named(text[:end])
        elif kind := named or kind:
            yield kind, start + (len(label) + len(colon) if named else 0), end


def _stated(item: _Item) -> Iterator[Claim]:
    """Yield the sentences that say what the biggest obstacle was, the most important advice …"""
    yield from _our(item)
    low = item.block.text.lower()
    if not any(map(low.__contains__, words.MOST_STEMS)):
        return
    plain = fold(low)
    kinds = [kind for kind, pattern in words.SENTENCES.items() if pattern.search(plain)]
    for start, end in sentences(item.block.text) if kinds else ():
        sentence = fold(item.block.text[start:end])
        for kind in kinds:
            if words.SENTENCES[kind].search(sentence):
                yield item.claim(kind, "lessons.sentence", start, end)


def _our(item: _Item) -> Iterator[Claim]:
    """Yield the sentences that say what a strength, weakness, opportunity or threat is."""
    low = item.block.text.lower()
    if not any(map(low.__contains__, words.THAT_STEMS)):
        return
    for start, end in sentences(item.block.text):
        plain = fold(item.block.text[start:end].rpartition(": ")[2])
        for kind, pattern in words.THAT.items():
            if pattern.search(plain):
                yield item.claim(kind, "lessons.sentence", start, end)


def _is_short(text: str) -> bool:
    """Say whether a paragraph may be a lesson: not long, and its opening not about lessons."""
    opening = fold(_opening(text))
    return len(text.split()) <= _LONGEST_POINT and not any(
        pattern.search(opening) for pattern in words.KINDS.values()
    )


def _begins_with_a_point(text: str) -> bool:
    """Say whether a paragraph begins with a point of its own: *Give half the time to the future. …*"""
    opening = _opening(text)
    return len(opening) < len(text) and 1 < len(opening.split()) <= _LONGEST_OPENING


def _opening(text: str) -> str:
    start, end = next(sentences(text))
    return text[start:end]


def _items(passages: Sequence[Passage]) -> Iterator[_Item]:
    for passage in passages:
        start = 0
        for block in passage.blocks:
            yield _Item(block, passage, start)
            start += len(block.text) + 1
