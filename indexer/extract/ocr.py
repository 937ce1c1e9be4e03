"""Recognise the text of scanned pages with tesseract, where it is installed.

A page costs about five seconds of computing, so it has limits of its own. What was recognised is
kept in the catalogue like any other text: an unchanged file is never recognised twice.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from indexer.errors import NothingToRead, TooExpensive
from indexer.extract import pdf_pictures
from indexer.extract.cleanup import Line, characters, hyphenated_words
from indexer.extract.content import UNMAPPED, Content
from indexer.extract.lines import blocks, groups
from indexer.model import Page

PROGRAM = "tesseract"
CODES = {"da": "dan", "en": "eng", "pl": "pol", "sv": "swe", "lt": "lit", "de": "deu"}
"""What tesseract calls the languages."""

PAGE_SECONDS = 60
"""Time on the clock for one page; a full newspaper page takes 20."""

_INSTALL = "Install tesseract with the languages of the library (tesseract-ocr-dan, tesseract-ocr-pol …)"
_LISTING_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Ocr:
    """How scanned pages are recognised."""

    version: str
    """Of the program: another one may read other letters."""
    languages: tuple[str, ...]
    """ISO 639-1 codes; a page is read with all of them at once. With a language missing, its
    diacritics are lost."""
    seconds: int = 600
    """Time on the clock for all pages of one file."""
    megapixels: int = 40
    """Largest picture of a page, in millions of dots; A4 at 200 dots an inch has four."""


def installed(wanted: Sequence[str], *, seconds: int = 600, megapixels: int = 40) -> Ocr | None:
    """Return how pages can be recognised here; nothing where the program or all languages are missing.

    ``wanted`` are ISO 639-1 codes; none means every language that is known and installed.
    """
    program = shutil.which(PROGRAM)
    if program is None:
        return None
    known = _asked(program, "--list-langs").split()
    languages = tuple(code for code in CODES if CODES[code] in known and (not wanted or code in wanted))
    version = next(iter(_asked(program, "--version").splitlines()), "")
    return Ocr(version, languages, seconds, megapixels) if languages else None


@cache
def _asked(program: str, question: str) -> str:
    try:
        return subprocess.run(  # noqa: S603  # a constant question
            [program, question], capture_output=True, timeout=_LISTING_SECONDS, check=False
        ).stdout.decode(errors="replace")
    except (OSError, subprocess.TimeoutExpired):
        return ""


def completed(content: bytes, found: Content, ocr: Ocr | None) -> Content:
    """Return a PDF's text with the words of its scanned pages, or with a warning that they are missing.

    Raises ``NothingToRead`` and ``TooExpensive`` where no page holds a word otherwise.
    """
    empty = [page.number for page in found.pages if not page.blocks]
    scanned = pdf_pictures.painted(content, empty) if empty else []
    if not scanned:
        return found
    if ocr is None:
        return _unread(found, f"{_of(scanned, found)}. {_INSTALL} to read it.", NothingToRead)
    read = dict(_recognised(content, scanned, ocr))
    pages = tuple(read.get(page.number, page) for page in found.pages)
    if missing := [number for number in scanned if number not in read]:
        seconds = f"its text could not be recognised in {ocr.seconds} seconds. Split the file."
        return _unread(replace(found, pages=pages), f"{_of(missing, found)}; {seconds}", TooExpensive)
    return replace(found, pages=pages, warnings=tuple(w for w in found.warnings if UNMAPPED not in w))


def _of(numbers: Sequence[int], found: Content) -> str:
    """Return what is wrong with some pages, as the beginning of a sentence."""
    what = f"a scan or {UNMAPPED}" if any(UNMAPPED in warning for warning in found.warnings) else "a scan"
    if len(numbers) == len(found.pages):
        return f"This is {what}"
    if len(numbers) == 1:
        return f"Page {numbers[0]} is {what}"
    return f"Each of {len(numbers)} pages between page {numbers[0]} and page {numbers[-1]} is {what}"


def _unread(found: Content, reason: str, error: type[NothingToRead | TooExpensive]) -> Content:
    """Return the text with a warning; raise it where there is no text."""
    if not any(page.blocks for page in found.pages):
        raise error(reason)
    return replace(found, warnings=(*found.warnings, reason))


def _recognised(content: bytes, numbers: Sequence[int], ocr: Ocr) -> Iterator[tuple[int, Page]]:
    """Yield the pages that could be recognised in time, by their number."""
    end = time.monotonic() + ocr.seconds
    for number, picture in pdf_pictures.pictures(content, numbers, ocr.megapixels * 1_000_000):
        left = min(end - time.monotonic(), PAGE_SECONDS)
        if left <= 0:
            return
        if (words := _words(picture, ocr.languages, left)) is not None:
            yield number, _page(number, words)


def _words(picture: bytes, languages: Sequence[str], seconds: float) -> str | None:
    """Return the words on a picture, nothing where the program failed or took too long."""
    command = [PROGRAM, "stdin", "stdout", "-l", "+".join(CODES[code] for code in languages)]
    try:
        done = subprocess.run(  # noqa: S603  # the picture comes as data, not as a name
            [*command, "--dpi", str(pdf_pictures.DOTS_PER_INCH)],
            input=picture,
            capture_output=True,
            timeout=seconds,
            check=True,
            env=os.environ | {"OMP_THREAD_LIMIT": "1"},
        )
    except (OSError, subprocess.SubprocessError):
        return None
    return characters(done.stdout.decode("utf-8", errors="replace"))


def _page(number: int, words: str) -> Page:
    lines: list[Line] = []
    apart = True
    for text in words.replace("\f", "\n").split("\n"):
        if text.strip():
            lines.append(Line(text.strip(), apart=apart))
        apart = not text.strip()
    return Page(number, tuple(blocks(groups(lines), keep=hyphenated_words([words]))), "ocr")
