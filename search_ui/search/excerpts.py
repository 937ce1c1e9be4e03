"""The words of a document that answer the question, with marks as character offsets. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from indexer.model import Passage
from indexer.terms import Quotable

from .ranking import Evidence, Found

LENGTH = 280
"""Characters of an excerpt, about: three lines of a results page."""

PER_HIT = 3
"""Excerpts of one document at most."""

OPENING = range(1, 4)
"""Passages of which one is quoted where a question names no word."""

_LEAD = 60
"""Characters before the first mark, about; a sentence start within them is preferred."""

_SENTENCE_START = re.compile(r"(?:^|(?<=[.!?:…]\s)|(?<=\n))(?=\S)")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A piece of a passage."""

    text: str
    """As in the passage: a line for each heading, paragraph, list item and table row."""
    page: int
    """Page of the document, from 1."""
    passage: int
    """Passage of the document, from 1."""
    language: str
    marks: tuple[tuple[int, int], ...]
    """Character offsets into ``text`` of what was found: start, and end behind the last character."""


def best(evidence: Sequence[Evidence], *, limit: int = PER_HIT) -> tuple[Evidence, ...]:
    """Return the passages worth quoting: the best, and others that add to it.

    Another passage adds if it holds a word that the chosen ones lack, or says at least three
    quarters as much as the best one. What other documents say word for word is chosen only where
    the document answers with nothing else.
    """
    chosen: list[Evidence] = []
    shown: set[int] = set()
    for one in [own for own in evidence if not own.repeated] or evidence:
        wants = {found.want for found in one.found}
        if not chosen or not wants <= shown or one.score >= 0.75 * chosen[0].score:
            chosen.append(one)
            shown |= wants
        if len(chosen) == limit:
            break
    return tuple(chosen)


def opening(held: Mapping[int, Quotable]) -> int:
    """Return the first passage that says something of its own; 1 where none does."""
    passages = (held[number].passage for number in sorted(held))
    own = (passage.number for passage in passages if len(passage.repeated) < len(passage.blocks))
    return next(own, 1)


def excerpt(quotable: Quotable, found: Sequence[Found]) -> Excerpt:
    """Return the part of the passage where most different words stand, cut at words.

    It does not run into what other documents say word for word, unless the words stand there.
    """
    text = quotable.passage.text
    marks = tuple(_marks(quotable, found))
    first, last = _own(quotable.passage, marks)
    inside = [
        _Mark(mark.start - first, mark.end - first, mark.want)
        for mark in marks
        if first <= mark.start and mark.end <= last
    ]
    start, end = (first + place for place in _window(text[first:last], inside))
    before = "… " if start > 0 else ""
    after = " …" if end < len(text) else ""
    shift = len(before) - start
    return Excerpt(
        text=before + text[start:end] + after,
        page=quotable.passage.page,
        passage=quotable.passage.number,
        language=quotable.passage.language,
        marks=tuple(
            (mark.start + shift, mark.end + shift)
            for mark in marks
            if start <= mark.start and mark.end <= end
        ),
    )


def marks(quotable: Quotable, found: Sequence[Found]) -> tuple[tuple[int, int], ...]:
    """Return where all that was found stands in the text of the passage, in order and without overlap."""
    return tuple((mark.start, mark.end) for mark in _marks(quotable, found))


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    want: int


def _marks(quotable: Quotable, found: Sequence[Found]) -> Iterator[_Mark]:
    """Yield where each found word or quotation stands, without overlap."""
    behind = 0
    for one in sorted(found, key=lambda one: (one.position, -one.length)):
        start = int(quotable.starts[one.position])
        end = int(quotable.ends[one.position + one.length - 1])
        if start >= behind:
            yield _Mark(start, end, one.want)
            behind = end


def _own(passage: Passage, marks: Sequence[_Mark]) -> tuple[int, int]:
    """Return start and end of the run of the passage's own blocks that shows most different words.

    The whole passage where all of it is repeated, or where only repeated blocks hold the words.
    """
    runs, start = [], 0
    for repeated, blocks in groupby(enumerate(passage.blocks), lambda pair: pair[0] in passage.repeated):
        end = start + sum(len(block.text) + 1 for _, block in blocks)
        if not repeated:
            runs.append((start, end - 1))
        start = end

    def shown(run: tuple[int, int]) -> int:
        return len({mark.want for mark in marks if run[0] <= mark.start and mark.end <= run[1]})

    best = max(runs, key=shown, default=None)
    return best if best and (shown(best) or not marks) else (0, len(passage.text))


def _window(text: str, marks: Sequence[_Mark]) -> tuple[int, int]:
    """Return start and end of the excerpt in the text."""
    if len(text) <= LENGTH or not marks:
        return 0, _word_end(text, LENGTH)
    first = max(marks, key=lambda mark: (*_shown(mark.start, marks), -mark.start))
    start = _start(text, first.start)
    return start, _word_end(text, start + LENGTH)


def _shown(start: int, marks: Sequence[_Mark]) -> tuple[int, int]:
    """Return how many different words, and words, an excerpt shows that begins shortly before ``start``."""
    inside = [mark.want for mark in marks if start <= mark.start and mark.end <= start + LENGTH - _LEAD]
    return len(set(inside)), len(inside)


def _start(text: str, first: int) -> int:
    """Return the start of the sentence of the first mark if it is near, else of a word before it."""
    earliest = max(0, first - 2 * _LEAD)
    sentences = [earliest + found.start() for found in _SENTENCE_START.finditer(text[earliest : first + 1])]
    if sentences and (sentences[-1] > earliest or earliest == 0):
        return sentences[-1]
    start = max(0, first - _LEAD)
    space = text.find(" ", start, first)
    return space + 1 if start and space >= 0 else start


def _word_end(text: str, wanted: int) -> int:
    """Return the end of the last whole word before ``wanted``; of one that is too long, ``wanted``."""
    if wanted >= len(text):
        return len(text)
    cut = max(text.rfind(" ", 0, wanted + 1), text.rfind("\n", 0, wanted + 1))
    return cut if cut > wanted - LENGTH // 2 else wanted
