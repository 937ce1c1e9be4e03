"""From a document and what was asked for in it to what the document page shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from indexer.model import Document, Passage

from ..search.looking import Alike, Looked
from .about import Known, known
from .addresses import document_address, file_address, passage_address, search_address, viewer_address
from .exports import citation
from .headings import Heading, heading_name, headings
from .links import PATH
from .pages import segments
from .parameters import Reading
from .parts import parts
from .public import Publisher
from .runs import FIRST_HEADING, Cell, MarkedBlock, Run, Step, runs, steps_of
from .sentences import Told, told
from .spots import Form, Spot, blocks_of, by_page, forms, spots, title_marks
from .wording import Wording

MOST_FORMS = 12
"""Marked words that are named."""

MOST_PAGES = 40
"""Pages with marked words that are named, each with its count."""

MOST_SHARED = 5
"""Words that two documents share which are named."""


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """A passage with the address at which it is cited."""

    number: int
    language: str
    address: str
    runs: tuple[Run, ...]
    step: Step | None
    """The ways to the marked words before and behind it, of the passage that the address names."""


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page of the document, or what a part holds of it."""

    number: int
    viewer: str | None
    """The address at which the page of the PDF itself is looked at."""
    passages: tuple[ShownPassage, ...]


@dataclass(frozen=True, slots=True)
class PageCount:
    """How many words are marked on a page."""

    page: int
    words: int
    address: str


@dataclass(frozen=True, slots=True)
class Found:
    """What was asked for, and where it stands."""

    words: int
    """Marked words in the whole document; 0 where nothing of the question stands in its text."""
    places: int
    """Blocks that hold any."""
    first: str | None
    """The address of the first."""
    pages: tuple[PageCount, ...]
    """In the order of the pages; those with most words where there are many."""
    forms: tuple[Form, ...]


@dataclass(frozen=True, slots=True)
class ShownAlike:
    """A document that tells of the same."""

    document: Document
    address: str
    language: str
    kind: str
    date: str | None
    shared: tuple[tuple[str, str], ...]
    """Words that both say, each with its language."""


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """Everything the document page shows."""

    document: Document
    title: Cell
    question: str
    back: str | None
    """The address of the search that led here."""
    known: tuple[Known, ...]
    warnings: tuple[Told, ...]
    file_format: str
    size: str
    original: str
    viewer: str | None
    """The address at which a PDF is looked at in the browser."""
    found: Found | None
    """``None`` where nothing was asked."""
    headings: tuple[Heading, ...]
    pages: tuple[ShownPage, ...]
    part: int
    parts: int
    previous: str | None
    next: str | None
    alike: tuple[ShownAlike, ...]
    citation: str


@dataclass(frozen=True, slots=True)
class _Way:
    """Leads to places of one document from one of its parts."""

    looked: Looked
    asked: Reading
    here: range
    """The places of the passages of this part."""

    def to(self, passage: Passage, anchor: str) -> str:
        """Return the address of a place; within the part, only its name."""
        if self.here and self.here[0] < passage.number <= self.here[-1] + 1:
            return f"#{anchor}"
        return self.beginning(passage.number, anchor)

    def beginning(self, passage: int, anchor: str) -> str:
        """Return the address of a place in another part."""
        return document_address(
            self.looked.document,
            question=self.asked.asked.question.text,
            without=self.asked.asked.without,
            passage=passage,
            anchor=anchor,
        )

    def to_spot(self, spot: Spot) -> str:
        """Return the address of a block with marked words."""
        return self.to(self.looked.passages[spot.passage - 1], f"place-{spot.number}")


def document(
    looked: Looked, words: Wording, *, asked: Reading, alike: Sequence[Alike] = (), publisher: Publisher
) -> DocumentPage:
    """Return what the document page shows: the part that holds the passage, or the first."""
    held, query = looked.document, asked.asked
    cut = list(parts(looked.passages, looked.marks)) or [range(0)]
    here = max((i for i, part in enumerate(cut) if part and part[0] < asked.passage), default=0)
    way = _Way(looked, asked, cut[here])
    found = spots(looked)
    before = cut[here - 1] if here else None
    after = cut[here + 1] if here + 1 < len(cut) else None
    return DocumentPage(
        document=held,
        title=tuple(segments(held.title, title_marks(looked))),
        question=query.question.text,
        back=search_address(PATH, query, 1) if query.question.text else None,
        known=tuple(known(held, words)),
        warnings=tuple(told(warning, words) for warning in held.warnings),
        file_format=words.file_format(held.media_type),
        size=words.size(held.source.size),
        original=file_address(held),
        viewer=_viewer(looked, asked, asked_page(looked, asked)),
        found=_found(looked, found, way) if query.question.wanted else None,
        headings=headings(looked, way.to),
        pages=tuple(_pages(way, found)),
        part=here + 1,
        parts=len(cut),
        previous=_part_address(way, before),
        next=_part_address(way, after),
        alike=tuple(_alike(one, words) for one in alike),
        citation=citation.line(held, words, publisher),
    )


def asked_page(looked: Looked, asked: Reading) -> int:
    """Return the page of the passage that the address names; 1 where it names none of this document."""
    named = looked.passages[asked.passage - 1 : asked.passage]
    return named[0].page if named else 1


def _viewer(looked: Looked, asked: Reading, page: int) -> str | None:
    if not looked.document.is_pdf:
        return None
    query = asked.asked
    return viewer_address(looked.document, page, question=query.question.text, without=query.without)


def _part_address(way: _Way, part: range | None) -> str | None:
    """Return the address of another part."""
    return way.beginning(part[0] + 1, f"passage-{part[0] + 1}") if part else None


def _found(looked: Looked, found: Sequence[Spot], way: _Way) -> Found:
    counted = sorted(by_page(found), key=lambda pair: -pair[1])[:MOST_PAGES]
    return Found(
        words=sum(spot.words for spot in found),
        places=len(found),
        first=way.to_spot(found[0]) if found else None,
        pages=tuple(
            PageCount(spot.page, words, way.to_spot(spot))
            for spot, words in sorted(counted, key=lambda pair: pair[0].page)
        ),
        forms=forms(looked)[:MOST_FORMS],
    )


def _pages(way: _Way, found: Sequence[Spot]) -> Iterator[ShownPage]:
    addresses = {spot.number: way.to_spot(spot) for spot in found}
    steps = steps_of(addresses)
    by_block = {(spot.passage, spot.block): steps[spot.number] for spot in found}
    level = FIRST_HEADING - 1
    for number, places in groupby(way.here, key=lambda place: way.looked.passages[place].page):
        shown = []
        for place in places:
            passage = way.looked.passages[place]
            made = tuple(runs(_marked_blocks(way, place, by_block), level))
            level = next((run.level for run in reversed(made) if run.kind == "heading"), level)
            step = _around(passage, found, addresses) if passage.number == way.asked.passage else None
            address = passage_address(way.looked.document, passage.number)
            shown.append(ShownPassage(passage.number, passage.language, address, made, step))
        yield ShownPage(number, _viewer(way.looked, way.asked, number), tuple(shown))


def _marked_blocks(way: _Way, place: int, steps: Mapping[tuple[int, int], Step]) -> Iterator[MarkedBlock]:
    passage = way.looked.passages[place]
    for block, one, marks in blocks_of(passage, way.looked.marks[place], way.looked.document.title):
        name = heading_name(passage, block) if one.kind == "heading" else ""
        yield MarkedBlock(one, marks, steps.get((passage.number, block)), name)


def _around(passage: Passage, found: Sequence[Spot], addresses: Mapping[int, str]) -> Step | None:
    """Return the ways from a passage to the marked words before and behind it."""
    own = [spot.number for spot in found if spot.passage == passage.number]
    before = max((spot.number for spot in found if spot.passage < passage.number), default=0)
    after = min((spot.number for spot in found if spot.passage > passage.number), default=0)
    if not own + [number for number in (before, after) if number]:
        return None
    named = "–".join(str(number) for number in dict.fromkeys((own[0], own[-1]))) if own else ""
    return Step(named, addresses.get(before), addresses.get(after))


def _alike(one: Alike, words: Wording) -> ShownAlike:
    held = one.document
    shared = dict.fromkeys((term.text, term.language) for term in one.likeness.shared)
    return ShownAlike(
        document=held,
        address=document_address(held),
        language=words.language_alone(held.language),
        kind=words.kind(held.kind),
        date=words.date(held.published) if held.published else None,
        shared=tuple(shared)[:MOST_SHARED],
    )
