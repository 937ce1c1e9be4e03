"""A page of a PDF as it was printed, with the words of a question marked."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.model import Document

from ..search.looking import Looked
from .addresses import document_address, file_address, search_address, viewer_address
from .exports import citation
from .links import PATH
from .parameters import Reading
from .public import Publisher
from .spots import by_page, spots
from .wording import Wording

MOST_WORDS = 200
"""Different words that are marked on a page; one holds some 400 words in all."""


@dataclass(frozen=True, slots=True)
class ViewerPage:
    """Everything that the page around a page of a PDF shows."""

    document: Document
    question: str
    back: str | None
    """The address of the search that led here."""
    number: int
    previous: str | None
    next: str | None
    previous_found: str | None
    """The page before with marked words."""
    next_found: str | None
    text: str
    """The address of the page's text."""
    original: str
    """The address of the file, for the browser's own viewer, at this page."""
    file: str
    words: tuple[str, ...]
    """What is to be marked on the page, as it is written there."""
    found: int
    """Words on this page that are marked in its text."""
    scanned: bool
    """Whether its text was recognised: the file itself holds none that could be marked."""
    citation: str
    """How this page is cited."""


def page(looked: Looked, asked: Reading, words: Wording, *, publisher: Publisher) -> ViewerPage:
    """Return what the page around a page of a PDF shows."""
    held, query, number = looked.document, asked.asked, asked.page
    counted = {spot.page: words for spot, words in by_page(spots(looked))}
    before = max((other for other in counted if other < number), default=None)
    after = min((other for other in counted if other > number), default=None)
    return ViewerPage(
        document=held,
        question=query.question.text,
        back=search_address(PATH, query, 1) if query.question.text else None,
        number=number,
        previous=_address(held, asked, number - 1 if number > 1 else None),
        next=_address(held, asked, number + 1 if number < held.pages else None),
        previous_found=_address(held, asked, before),
        next_found=_address(held, asked, after),
        text=_text(looked, asked),
        original=file_address(held, number),
        file=file_address(held),
        words=_words(looked, number),
        found=counted.get(number, 0),
        scanned=any(one.page == number and one.method == "ocr" for one in looked.passages),
        citation=citation.line(held, words, publisher, page=number),
    )


def _address(held: Document, asked: Reading, number: int | None) -> str | None:
    if number is None:
        return None
    query = asked.asked
    return viewer_address(held, number, question=query.question.text, without=query.without)


def _text(looked: Looked, asked: Reading) -> str:
    """Return the address of the page's text; of the document's where the page holds none."""
    first = next((one.number for one in looked.passages if one.page == asked.page), None)
    return document_address(
        looked.document,
        question=asked.asked.question.text,
        without=asked.asked.without,
        passage=first,
        anchor=f"page-{asked.page}" if first else "",
    )


def _words(looked: Looked, number: int) -> tuple[str, ...]:
    found = dict.fromkeys(
        passage.text[start:end].casefold()
        for passage, marks in zip(looked.passages, looked.marks, strict=True)
        if passage.page == number
        for start, end in marks
    )
    return tuple(found)[:MOST_WORDS]
