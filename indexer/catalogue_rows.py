"""Rows of the catalogue become values: documents, passages, arrays."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import PurePosixPath

import numpy as np

from .model import Block, DatedFact, Document, Fact, Method, Passage, SourceFile
from .terms import NUMBERS, Numbers, Quotable

DOCUMENT_COLUMNS = (
    "id, path, size, sha256, media_type, title, language, languages, kind,"
    " date, date_source, pages, url, warnings, author, titles, sources, sidecar, unread"
)
"""Columns of a document, as ``as_document`` takes them."""

QUOTABLE_COLUMNS = "p.number, p.page, p.heading, p.blocks, p.language, p.method, p.repeated, p.starts, p.ends"
"""Columns of a passage ``p``, as ``as_quotable`` takes them."""


def as_number(value: object) -> int:
    """Return the number that a column holds; 0 where it holds none."""
    return value if isinstance(value, int) else 0


def as_array(value: object) -> Numbers:
    """Return the numbers that a column holds."""
    return np.frombuffer(value if isinstance(value, bytes) else b"", dtype=NUMBERS)


def as_quotable(row: Sequence[object]) -> Quotable:
    """Return the passage of a row in the order of ``QUOTABLE_COLUMNS``, with the places of its words."""
    *passage, starts, ends = row
    return Quotable(as_passage(passage), as_array(starts), as_array(ends))


def as_passage(row: Sequence[object]) -> Passage:
    """Return the passage of a row in that order, without the last two."""
    number, page, heading, blocks, language, method, repeated = row
    held = tuple(Block(kind, text, level) for kind, text, level in json.loads(str(blocks)))
    places = tuple(json.loads(str(repeated)))
    how: Method = method if method == "layout" or method == "ocr" else "text"
    return Passage(as_number(number), as_number(page), str(heading), held, str(language), how, places)


def as_document(row: tuple[object, ...]) -> Document:
    """Return the document of a row in the order of ``DOCUMENT_COLUMNS``."""
    (
        id,
        path,
        size,
        sha256,
        media_type,
        title,
        language,
        languages,
        kind,
        date,
        source,
        pages,
        url,
        warnings,
        author,
        titles,
        sources,
        sidecar,
        unread,
    ) = row
    return Document(
        id=str(id),
        source=SourceFile(PurePosixPath(str(path)), as_number(size), str(sha256), str(sidecar)),
        media_type=str(media_type),
        title=str(title),
        language=str(language),
        languages=tuple(json.loads(str(languages))),
        kind=str(kind),
        published=DatedFact(str(date), str(source)) if date else None,
        pages=as_number(pages),
        url=str(url) if url else None,
        warnings=tuple(json.loads(str(warnings))),
        author=str(author),
        titles=tuple(Fact(value, stated) for value, stated in json.loads(str(titles))),
        sources=json.loads(str(sources)),
        unread=str(unread),
    )
