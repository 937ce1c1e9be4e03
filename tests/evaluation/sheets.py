"""Sheets to be judged: lines of judgements whose grade is still open, each above the text of its document."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from indexer.model import Document, Passage
from search_ui.search.query import MAX_PER_PAGE, Query, parse

from . import judgements
from .errors import BadLine
from .forms import GRADES
from .judgements import Judgement
from .library import Library
from .questions import Question, lines

TOLD = "|"
"""Begins a line that is only there to be read."""

OPEN = "?"
"""Stands where the grade belongs."""

HEADINGS = 12
"""Headings of a document that are named."""

_OPEN_LINE = re.compile(r"\S+ 0 \S+ \?\s*(?:#.*)?")


def sheet(pairs: Iterable[tuple[Question, str]], library: Library, characters: int) -> str:
    """Return a sheet for these questions and documents, with about so many characters of each document."""
    told = [
        f"{TOLD} Put a grade in the place of each {OPEN}; a remark may follow after #.",
        *(f"{TOLD} {grade}: the document {meaning}" for grade, meaning in GRADES.items()),
    ]
    for question, group in groupby(pairs, key=lambda pair: pair[0]):
        told += ["", *_question(question)]
        quoted = _quoted(question, library)
        for _, path in group:
            told += ["", str(Judgement(question.id, path, 0))[:-1] + OPEN]
            told += [f"{TOLD} {line}" for line in _document(path, library, quoted.get(path, ()), characters)]
    return "\n".join(told) + "\n"


def judged(file: Path, by: str) -> Iterator[Judgement | None]:
    """Yield the judgements of a sheet, told whose they are; ``None`` for each that is still open."""
    for number, line in lines(file):
        if line.startswith(TOLD):
            continue
        if _OPEN_LINE.fullmatch(line):
            yield None
            continue
        try:
            found = judgements.parsed(line)
        except ValueError as error:
            raise BadLine(file, number, str(error)) from error
        remark = f"{by}: {found.remark}" if found.remark else by
        yield Judgement(found.question, found.path, found.grade, remark)


def _question(question: Question) -> Iterator[str]:
    yield f"{TOLD} {'=' * 8} {question.id}: {question.text}"
    if question.note:
        yield f"{TOLD} ({question.note})"


def _quoted(question: Question, library: Library) -> dict[str, tuple[str, ...]]:
    """Return what the search quotes of each document for the question, with the pages."""
    found = library.service.search(Query(parse(question.text), per_page=MAX_PER_PAGE))
    return {
        hit.document.source.path.as_posix(): tuple(f"p. {one.page}: {one.text}" for one in hit.excerpts)
        for hit in found.hits
    }


def _document(path: str, library: Library, quoted: Iterable[str], characters: int) -> Iterator[str]:
    """Yield the document's name and headings, what was quoted of it, and how it begins."""
    document, passages = library.service.document(library.documents[path].id)
    yield _described(document)
    headings = dict.fromkeys(passage.heading for passage in passages if passage.heading)
    yield "headings: " + " / ".join(list(headings)[:HEADINGS])
    told = 0
    for text in (*quoted, *_beginning(passages)):
        if told >= characters:
            return
        line = " ".join(text.split())[: characters - told]
        told += len(line)
        yield line


def _described(document: Document) -> str:
    date = f", {document.published.value}" if document.published else ""
    pages = f", {document.pages} pages" if document.pages > 1 else ""
    return f"{document.title} ({document.kind}, {' '.join(document.languages)}{date}{pages})"


def _beginning(passages: Iterable[Passage]) -> Iterator[str]:
    return (f"begins: {passage.text}" if passage.number == 1 else passage.text for passage in passages)
