"""What a file's content says about itself: title, languages, kind, date, and its passages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import urlsplit

from .extract import Content
from .knowledge.dates import first_date, stated_date
from .knowledge.kinds import kind
from .languages.detect import detect
from .model import DatedFact, Document, Passage, SourceFile, document_id
from .passages import cut

VERSION = 2
"""Raised when a rule below this module changes what it says of the same content."""

OPENING = 3
"""Passages from the start in which a document states its own date; later ones tell of other dates."""


def describe(source: SourceFile, content: Content) -> tuple[Document, tuple[Passage, ...]]:
    """Return the document and its passages, each in its language."""
    cut_passages = tuple(cut(content.pages))
    stated = content.stated
    found = detect([passage.text for passage in cut_passages], stated=stated.get("language"))
    passages = tuple(
        replace(passage, language=language)
        for passage, language in zip(cut_passages, found.languages, strict=True)
    )
    document = Document(
        id=document_id(source.path),
        source=source,
        media_type=content.media_type,
        title=content.title,
        language=found.main,
        languages=found.present,
        kind=kind(
            stated=stated.get("kind"),
            path=source.path.as_posix(),
            title=content.title,
            headings=[
                block.text for page in content.pages for block in page.blocks if block.kind == "heading"
            ],
        ),
        published=_published(stated, passages),
        pages=max(1, len(content.pages)),
        url=_web_address(stated.get("url")),
        warnings=content.warnings,
    )
    return document, passages


def _published(stated: Mapping[str, str], passages: tuple[Passage, ...]) -> DatedFact | None:
    """Return the date that the file states about itself, else the first date of its opening text."""
    if value := stated_date(stated.get("date", "")):
        return DatedFact(value, "metadata")
    for passage in passages[:OPENING]:
        if value := first_date(passage.text, passage.language):
            return DatedFact(value, "text")
    return None


def _web_address(value: str | None) -> str | None:
    """Return the address only if a browser may follow it safely."""
    if not value:
        return None
    try:
        parts = urlsplit(value)
    except ValueError:
        return None
    return value if parts.scheme in ("http", "https") and parts.netloc else None
