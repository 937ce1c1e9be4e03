"""From the bytes of a file to its text: one module per format.

``extract`` reads one file; it runs in a worker process, see ``isolate``. It finds out what the
file is, hands it to the format's extractor, and gives the result a title. Languages, dates and
meaning are left to others.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import dropwhile, takewhile
from pathlib import PurePosixPath

from indexer.errors import NothingToRead, SourceError, TooExpensive, UnknownFormat, UnreadableFile
from indexer.extract import (
    archive,
    epub,
    html,
    lists,
    mail,
    markdown,
    members,
    opendocument,
    pdf,
    rtf,
    slides,
    sniff,
    text,
    word,
)
from indexer.extract.content import Content, Extractor
from indexer.extract.ocr import Ocr, completed
from indexer.model import PDF, Block, Page

__all__ = ["FORMATS", "MAX_CHARACTERS", "VERSION", "Content", "Extractor", "extract", "humanised"]

VERSION = 6
"""Grows with every change that makes ``extract`` answer differently; part of the cache's key."""

MAX_CHARACTERS = 20_000_000
"""Longest text of one file; a book has one million. Longer ones come from files made to be a burden."""

_MOST_BYTES = 4
"""Bytes that a character takes at most, in UTF-8."""

_TOO_LONG = f"It holds more than {MAX_CHARACTERS // 1_000_000} million characters. Split it."

FORMATS: Mapping[str, Extractor] = {
    sniff.TEXT: text.extract,
    sniff.MARKDOWN: markdown.extract,
    sniff.HTML: html.extract,
    PDF: pdf.extract,
    sniff.DOCX: word.extract,
    sniff.PPTX: slides.extract,
    sniff.XLSX: lists.workbook,
    sniff.ODT: opendocument.extract,
    sniff.ODS: opendocument.extract,
    sniff.ODP: opendocument.extract,
    sniff.RTF: rtf.extract,
    sniff.EPUB: epub.extract,
    sniff.MAIL: mail.extract,
    sniff.ZIP: archive.extract,
    sniff.CSV: lists.extract,
}
"""The extractor of each media type."""


_FEW_WORDS = 5
"""Words per page below which a document is likely to be made of pictures."""

_LETTERS = frozenset((sniff.TEXT, sniff.MARKDOWN, sniff.HTML, sniff.CSV))
"""Formats that hold little beside their text."""


def extract(name: str, content: bytes, ocr: Ocr | None = None) -> Content:
    """Return the text of a file. ``name`` helps where the content does not say what it is.

    Scanned pages are recognised with ``ocr``; without it they are named as what is missing.
    Raises ``SourceError`` and nothing else.
    """
    try:
        kind = sniff.media_type(name, content)
        if kind not in FORMATS:
            raise UnknownFormat(sniff.refusal(name, kind))
        if kind in _LETTERS and len(content) > _MOST_BYTES * MAX_CHARACTERS:
            raise TooExpensive(_TOO_LONG)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what the libraries say about a broken file is in its failure
            found = replace(FORMATS[kind](content), parts=members.parts(kind, content))
            if kind == PDF:
                found = completed(content, found, ocr)
            return _finished(name, kind, found)
    except SourceError:
        raise
    except MemoryError:
        raise TooExpensive("Reading it needs more memory than allowed. Split it.") from None
    except RecursionError:
        raise UnreadableFile("Its parts are nested without end. Save it again from its program.") from None
    except Exception as error:
        raise UnreadableFile(
            f"It is damaged, or written in a way that is not understood ({type(error).__name__})."
            " Save it again from its program."
        ) from error


def _finished(name: str, kind: str, content: Content) -> Content:
    pages = tuple(_without_empty_blocks(page) for page in content.pages)
    length = sum(len(block.text) for page in pages for block in page.blocks)
    if length > MAX_CHARACTERS:
        raise TooExpensive(_TOO_LONG)
    if not any(any(map(str.isalnum, block.text)) for page in pages for block in page.blocks):
        raise NothingToRead("The file holds no words.")
    return replace(
        content,
        title=content.title or _title(name, pages),
        title_stated=bool(content.title),
        pages=pages,
        media_type=kind,
        warnings=tuple(
            filter(None, (*(content.warnings or [_scarcity(kind, pages)]), sniff.mismatch(name, kind)))
        ),
    )


def _scarcity(kind: str, pages: tuple[Page, ...]) -> str:
    """Return a sentence when a document made for pages of text holds almost none."""
    words = sum(len(block.text.split()) for page in pages for block in page.blocks)
    if kind in _LETTERS or kind in (sniff.ZIP, sniff.MAIL) or words >= _FEW_WORDS * len(pages):
        return ""
    return f"It holds almost no text (pages: {len(pages)}, words: {words})."


def _without_empty_blocks(page: Page) -> Page:
    return replace(page, blocks=tuple(block for block in page.blocks if block.text))


def _title(name: str, pages: tuple[Page, ...]) -> str:
    """Return the best of the headings that the text opens with, else a name made from the file's."""
    called = _words(PurePosixPath(name).stem)
    headings = _opening_headings(block for page in pages for block in page.blocks)
    best = max(headings, key=lambda title: len(_words(title) & called), default="")
    return best or humanised(name)


def _opening_headings(blocks: Iterator[Block]) -> list[str]:
    rest = dropwhile(lambda block: block.kind != "heading", blocks)
    return [block.text for block in takewhile(lambda block: block.kind == "heading", rest)]


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]{2,}", text.casefold()))


def humanised(name: str) -> str:
    """Return a title made from the name of a file."""
    stem = " ".join(re.split(r"[-_.\s]+", PurePosixPath(name).stem))
    return stem[:1].upper() + stem[1:]
