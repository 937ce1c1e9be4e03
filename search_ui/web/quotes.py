"""What a document states, in its own words: the sentence around a claim, and the way to its passage."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.knowledge.claims import Stated
from indexer.knowledge.reading import sentences
from indexer.model import Document

from ..search.stated import Source
from .addresses import passage_address
from .pages import Segment, segments
from .sentences import Told, told
from .wording import Wording

LONGEST = 280
"""Characters of a quotation; a longer sentence is cut around the words that count."""

MARKED_AT_MOST = 0.6
"""Share of a quotation that is marked at most: where nearly all of it counts, no mark tells anything."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A document and what it says."""

    document: Document
    address: str
    page: int
    """From 1; 0 for a document of one page."""
    language: str
    segments: tuple[Segment, ...]
    """Empty where no passage says it, but the description beside the file, or the file's name."""
    doubt: Told | None


def quote(source: Source, words: Wording) -> Quote:
    """Return what the source says."""
    held, stated = source.document, source.stated
    return Quote(
        document=held,
        address=passage_address(held, stated.claim.passage),
        page=stated.page if held.pages > 1 else 0,
        language=stated.language,
        segments=quoted(stated),
        doubt=told(stated.claim.doubt, words) if stated.claim.doubt else None,
    )


def quoted(stated: Stated) -> tuple[Segment, ...]:
    """Return the sentence that states it, with the words that count marked."""
    if not stated.words:
        return ()
    first, last = _sentence(stated)
    start, end = stated.claim.start, stated.claim.end
    cut_first, cut_last = _cut(stated.text, first, last, start)
    text = stated.text[cut_first:cut_last]
    before, behind = "… " * (cut_first > first), " …" * (cut_last < last)
    mark = (max(0, start - cut_first), min(len(text), end - cut_first))
    marks = [] if mark[1] - mark[0] > MARKED_AT_MOST * len(text) else [mark]
    shown = list(segments(text, marks))
    shown[0] = Segment(before + shown[0].text, shown[0].marked)
    return (*shown, Segment(behind, marked=False)) if behind else tuple(shown)


def _sentence(stated: Stated) -> tuple[int, int]:
    """Return where the sentence or sentences begin and end that hold the words, within their blocks."""
    text, start, end = stated.text, stated.claim.start, stated.claim.end
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    spans = [(first + one, first + other) for one, other in sentences(text[first:last])]
    begin = max((one for one, _ in spans if one <= start), default=first)
    finish = min((other for _, other in spans if other >= end), default=last)
    return begin, finish


def _cut(text: str, first: int, last: int, start: int) -> tuple[int, int]:
    """Return a part of a long sentence that begins at or before the words that count, at whole words."""
    if last - first <= LONGEST:
        return first, last
    if start - first > LONGEST // 2:
        space = text.find(" ", start - LONGEST // 3)
        first = space + 1 if 0 <= space < start else start
    end = min(last, first + LONGEST)
    space = text.rfind(" ", start, end)
    return first, space if end < last and space > start else end
