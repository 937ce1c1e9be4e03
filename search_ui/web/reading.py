"""From a document and its passages to what the document page shows.

A long document comes in parts, so that no page grows without bound; each part begins at a passage.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from urllib.parse import urlsplit

from markupsafe import escape

from indexer.model import Block, Document, Passage

from .addresses import document_address, file_address, search_address
from .parameters import query
from .sentences import Told, told
from .wording import Wording

PART = 40_000
"""Bytes of escaped text in one part, about: with all around it a page stays below 60 kB."""

_BLOCK_MARKUP = 24
"""Bytes of markup around a block, about."""

_CELL_END = " | "
"""What stands between the cells of a table row."""

_FIRST_HEADING, _LAST_HEADING = 2, 6
"""Levels of the headings of a text below the title of the page."""


@dataclass(frozen=True, slots=True)
class Run:
    """Neighbouring blocks that are shown as one: a heading, a paragraph, a list or a table."""

    kind: str
    level: int
    rows: tuple[tuple[str, ...], ...]
    """One row of one cell for a heading or paragraph; a row per list item or table row."""

    @property
    def text(self) -> str:
        """The only cell of a heading or paragraph."""
        return self.rows[0][0]


@dataclass(frozen=True, slots=True)
class ShownPassage:
    """A passage with the name that a link can point to."""

    number: int
    language: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page of the document, or what a part holds of it."""

    number: int
    original: str | None
    passages: tuple[ShownPassage, ...]


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """Everything the document page shows."""

    document: Document
    question: str
    back: str | None
    """The address of the search that led here."""
    language: str
    languages: tuple[str, ...]
    kind: str
    date: str | None
    date_source: str | None
    warnings: tuple[Told, ...]
    """What could not be read well."""
    file_format: str
    size: str
    original: str
    source: str | None
    """Where the document was first published."""
    pages: tuple[ShownPage, ...]
    part: int
    parts: int
    previous: str | None
    next: str | None


def document(
    held: Document, passages: Sequence[Passage], words: Wording, *, question: str, passage: int
) -> DocumentPage:
    """Return what the document page shows: the part that holds the passage, or the first."""
    parts = list(_parts(passages)) or [()]
    here = max((i for i, part in enumerate(parts) if part and part[0].number <= passage), default=0)
    before = parts[here - 1][0] if here else None
    after = parts[here + 1][0] if here + 1 < len(parts) else None
    return DocumentPage(
        document=held,
        question=question,
        back=search_address("/search", query({"q": [question]}), 1) if question else None,
        language=words.language_alone(held.language),
        languages=tuple(words.language_alone(code) for code in held.languages),
        kind=words.kind(held.kind),
        date=words.date(held.published) if held.published else None,
        date_source=held.published.source if held.published else None,
        warnings=tuple(told(warning, words) for warning in held.warnings),
        file_format=words.file_format(held.media_type),
        size=words.size(held.source.size),
        original=file_address(held),
        source=_web_address(held.url),
        pages=tuple(_pages(held, parts[here])),
        part=here + 1,
        parts=len(parts),
        previous=_beginning(held, before, question),
        next=_beginning(held, after, question),
    )


def _beginning(held: Document, first: Passage | None, question: str) -> str | None:
    """Return the address of the part that begins with the passage."""
    if first is None:
        return None
    return document_address(held, question=question, passage=first.number, page=first.page)


def _web_address(stated: str | None) -> str | None:
    """Return an address that is safe to link to; documents may state anything."""
    try:
        return stated if stated and urlsplit(stated).scheme in ("http", "https") else None
    except ValueError:
        return None


def _parts(passages: Iterable[Passage]) -> Iterator[tuple[Passage, ...]]:
    held: list[Passage] = []
    size = 0
    for passage in passages:
        weight = sum(len(escape(block.text).encode()) + _BLOCK_MARKUP for block in passage.blocks)
        if held and size + weight > PART:
            yield tuple(held)
            held, size = [], 0
        held.append(passage)
        size += weight
    if held:
        yield tuple(held)


def _pages(held: Document, part: Iterable[Passage]) -> Iterator[ShownPage]:
    level = _FIRST_HEADING - 1
    paged = held.media_type == "application/pdf"
    for number, passages in groupby(part, key=lambda passage: passage.page):
        shown = []
        for passage in passages:
            runs = tuple(_runs(_without_title(passage, held.title), level))
            level = next((run.level for run in reversed(runs) if run.kind == "heading"), level)
            shown.append(ShownPassage(passage.number, passage.language, runs))
        yield ShownPage(number, file_address(held, number) if paged else None, tuple(shown))


def _without_title(passage: Passage, title: str) -> tuple[Block, ...]:
    """Return the blocks; without the first where it only repeats the title above the text."""
    blocks = passage.blocks
    repeats = passage.number == 1 and blocks and blocks[0].text.casefold() == title.casefold()
    return blocks[1:] if repeats else blocks


def _runs(blocks: Iterable[Block], level: int) -> Iterator[Run]:
    """Yield lists and tables as one each, and headings that never skip a level on the way down."""
    for kind, run in groupby(blocks, key=lambda block: block.kind):
        match kind:
            case "list":
                yield Run("list", 0, tuple((block.text,) for block in run))
            case "table_row":
                yield Run("table", 0, tuple(_rows(run)))
            case "heading":
                for block in run:
                    level = max(_FIRST_HEADING, min(block.level + 1, level + 1, _LAST_HEADING))
                    yield Run("heading", level, ((block.text,),))
            case _:
                yield from (Run(kind, 0, ((block.text,),)) for block in run)


def _rows(blocks: Iterable[Block]) -> Iterator[tuple[str, ...]]:
    return (tuple(block.text.split(_CELL_END)) for block in blocks)
