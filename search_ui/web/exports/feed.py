"""Atom: a question to be followed in a feed reader. Pure.

Source: RFC 4287, and RFC 5005 for the links between pages.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator

from lxml import etree

from indexer.languages import LANGUAGES
from indexer.model import DatedFact, Document

from ...search.answer import Hit, Response
from ..addresses import document_address, file_address, search_address
from ..links import PATH as SEARCH
from ..public import Publisher
from ..wording import BREAK
from .texts import one_line

ATOM = "http://www.w3.org/2005/Atom"
PATH = f"{SEARCH}.atom"
MEDIA_TYPE = "application/atom+xml"

UNDATED = "1970-01-01T00:00:00Z"
"""Atom wants a time for everything; this one sorts behind all others."""

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def written(response: Response, publisher: Publisher) -> str:
    """Return an entry for every hit of the answer, in its order."""
    query = response.query
    feed = etree.XML(f'<feed xmlns="{ATOM}"/>')
    asked = one_line(query.question.text)
    _add(feed, "title", f"{asked} – {publisher.title}" if asked else publisher.title)
    _add(feed, "id", _name(publisher.at(search_address(PATH, query, 1))))
    _add(feed, "updated", max((_time(hit.date) for hit in response.hits), default=UNDATED))
    _add(_add(feed, "author"), "name", publisher.title)
    _add(feed, "generator", "InterLoc Search")
    for relation, path, page in _pages(response):
        media_type = "text/html" if relation == "alternate" else MEDIA_TYPE
        address = publisher.at(search_address(path, query, page))
        _add(feed, "link", rel=relation, href=address, type=media_type)
    for hit in response.hits:
        _entry(feed, hit, publisher)
    text: str = etree.tostring(feed, encoding="unicode", pretty_print=True)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}'


def _pages(response: Response) -> Iterator[tuple[str, str, int]]:
    """Yield the relation, path and number of this page of the answer and those around it."""
    page, last = response.query.page, max(1, response.pages)
    yield "self", PATH, page
    yield "alternate", SEARCH, page
    yield "first", PATH, 1
    yield "last", PATH, last
    if page > 1:
        yield "previous", PATH, min(page - 1, last)
    if page < last:
        yield "next", PATH, page + 1


def _entry(feed: etree._Element, hit: Hit, publisher: Publisher) -> None:
    held = hit.document
    entry = _add(feed, "entry")
    address = publisher.at(document_address(held))
    _add(entry, "title", held.title, **_language(held.language))
    _add(entry, "id", _name(address))
    _add(entry, "updated", _time(held.published))
    if held.published:
        _add(entry, "published", _time(held.published))
    if held.author:
        _add(_add(entry, "author"), "name", held.author)
    _add(entry, "link", rel="alternate", href=address, type="text/html", **_hreflang(held))
    original = publisher.at(file_address(held))
    _add(entry, "link", rel="enclosure", href=original, type=held.media_type, length=str(held.source.size))
    _add(entry, "category", term=held.kind)
    if hit.excerpts:
        best = hit.excerpts[0]
        _add(entry, "summary", best.text.replace("\n", BREAK), **_language(best.language))


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> etree._Element:
    made = etree.SubElement(parent, _tag(name), {key: one_line(value) for key, value in attributes.items()})
    if text:
        made.text = one_line(text)
    return made


def _tag(name: str) -> str:
    return f"{{{ATOM}}}{name}"


def _name(address: str) -> str:
    """Return a name for what stands at the address, the same every time."""
    return uuid.uuid5(uuid.NAMESPACE_URL, address).urn


def _time(date: DatedFact | None) -> str:
    """Return the beginning of the year, month or day."""
    return f"{date.value}{'-01-01'[3 * date.value.count('-') :]}T00:00:00Z" if date else UNDATED


def _language(code: str) -> dict[str, str]:
    return {_LANG: code} if code in LANGUAGES else {}


def _hreflang(held: Document) -> dict[str, str]:
    return {"hreflang": held.language} if held.language in LANGUAGES else {}
