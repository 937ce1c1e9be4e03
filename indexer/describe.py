"""What a file's content says about itself: title, languages, kind, date, author, and its passages.

What a sidecar says comes first, then what the file states, then what its text and its name tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from .extract import Content, humanised
from .knowledge.dates import first_date, named_date, stated_date
from .knowledge.kinds import kind, listed_kind
from .languages import LANGUAGES
from .languages.detect import detect
from .model import DatedFact, Document, Fact, Passage, SourceFile, document_id
from .passages import cut
from .sidecar import NO_SIDECAR, Sidecar, web_address

VERSION = 4
"""Raised when a rule below this module changes what it says of the same content."""

OPENING = 3
"""Passages from the start in which a document states its own date; later ones tell of other dates."""

TITLES = 5
"""Most titles that a document may be called by, before the one made from its file's name."""

PROSE = 10
"""Words of a paragraph from which a document holds prose."""

_SIDECAR, _FRONT_MATTER, _PROPERTY = "sidecar", "front matter", "document property"
_STATING = {
    "text/markdown": _FRONT_MATTER,
    "text/html": "meta",
    "application/pdf": "PDF property",
    "message/rfc822": "mail header",
}
"""Where a file of each media type states something; all others have properties."""

_MEANT = frozenset({_SIDECAR, _FRONT_MATTER})
"""Where people state what they want a library to say; other statements are often left by programs."""


def describe(
    source: SourceFile, content: Content, said: Sidecar = NO_SIDECAR
) -> tuple[Document, tuple[Passage, ...]]:
    """Return the document and its passages, each in its language."""
    stated = _statements(content, said)
    language = _overruling(stated.get("language"))
    found, passages = _in_languages(tuple(cut(content.pages)), stated.get("language"), language)
    titles = tuple(_titles(source, content, stated.get("title")))
    author = stated.get("author")
    url = stated.get("url")
    address = web_address(url.value) if url else None
    told = _kind(source, content, titles[0].value, stated.get("kind"))
    document = Document(
        id=document_id(source.path),
        source=source,
        media_type=content.media_type,
        title=titles[0].value,
        language=found[0],
        languages=found,
        kind=told.value,
        published=_published(source, stated.get("date"), passages),
        pages=max(1, len(content.pages)),
        url=address,
        warnings=(*said.warnings, *content.warnings),
        author=author.value if author else "",
        titles=titles,
        sources={
            "title": titles[0].source,
            "kind": told.source,
            "language": language.source if language else "text",
            **({"author": author.source} if author else {}),
            **({"url": url.source} if url and address else {}),
        },
    )
    return document, passages


def _statements(content: Content, said: Sidecar) -> Mapping[str, Fact]:
    """Return what the file and its sidecar state, the sidecar's word last."""
    place = _STATING.get(content.media_type, _PROPERTY)
    stated = {key: Fact(value, place) for key, value in content.stated.items()}
    if content.title_stated:
        stated["title"] = Fact(content.title, place)
    return stated | {key: Fact(value, _SIDECAR) for key, value in said.values.items()}


def _overruling(stated: Fact | None) -> Fact | None:
    """Return the language that people named; what programs write there is often their own."""
    if stated is None or stated.source not in _MEANT:
        return None
    code = stated.value.lower().replace("_", "-").partition("-")[0]
    return replace(stated, value=code) if code in LANGUAGES else None


def _in_languages(
    passages: Sequence[Passage], stated: Fact | None, overruling: Fact | None
) -> tuple[tuple[str, ...], tuple[Passage, ...]]:
    """Return the document's languages, the main one first, and its passages, each in its own.

    A language that people named takes the place of the one that was found.
    """
    found = detect([passage.text for passage in passages], stated=stated.value if stated else None)
    main = overruling.value if overruling else found.main
    present = dict.fromkeys((main, *(code for code in found.present if code != found.main)))
    languages = (main if code == found.main else code for code in found.languages)
    spoken = zip(passages, languages, strict=True)
    return tuple(present), tuple(replace(passage, language=code) for passage, code in spoken)


def _titles(source: SourceFile, content: Content, stated: Fact | None) -> Iterator[Fact]:
    """Yield what the document may be called, best first; only the one that people gave it, if any."""
    if stated and stated.source in _MEANT:
        yield stated
        return
    named = Fact(humanised(source.path.name), "file name")
    headings = [Fact(text, "heading") for text in _headings(content)]
    first = stated or Fact(content.title, "heading")
    seen = {named.value} - {heading.value for heading in headings}
    for title in islice((first, *headings), TITLES):
        if title.value not in seen:
            seen.add(title.value)
            yield replace(title, source="heading") if title in headings else title
    yield named


def _headings(content: Content) -> Iterator[str]:
    for page in content.pages:
        yield from (block.text for block in page.blocks if block.kind == "heading")


def _kind(source: SourceFile, content: Content, title: str, stated: Fact | None) -> Fact:
    """Return the kind; a property that programs fill in counts only where it is exactly a kind."""
    if stated and stated.source not in (*_MEANT, "meta"):
        slug = listed_kind(stated.value)
        stated = replace(stated, value=slug) if slug else None
    blocks = (block for page in content.pages for block in page.blocks)
    return kind(
        stated=stated,
        path=source.path.as_posix(),
        title=title,
        headings=tuple(_headings(content)),
        prose=any(block.kind != "table_row" and len(block.text.split()) >= PROSE for block in blocks),
    )


def _published(source: SourceFile, stated: Fact | None, passages: tuple[Passage, ...]) -> DatedFact | None:
    """Return the date that is stated, else the first own date of the opening text, else of the name."""
    if stated and (value := stated_date(stated.value)):
        return DatedFact(value, stated.source)
    for passage in passages[:OPENING]:
        if value := first_date(passage.text, passage.language):
            return DatedFact(value, "text")
    value = named_date(source.path.stem)
    return DatedFact(value, "file name") if value else None
