"""Electronic books (EPUB): every file of the reading order is a page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from posixpath import dirname, join, normpath
from urllib.parse import unquote
from zipfile import ZipFile

from indexer.errors import NothingToRead, UnreadableFile
from indexer.extract import html, package
from indexer.extract.content import Content, stated
from indexer.extract.package import Element, local
from indexer.model import Page

_PAGES = re.compile(r"application/xhtml\+xml|text/html")


def extract(content: bytes) -> Content:
    """Return the chapters in reading order, with what the book says about itself."""
    with package.opened(content) as book:
        place = _place_of_list(book)
        listed = package.xml(book.read(place))
        said = {local(entry): " ".join((entry.text or "").split()) for entry in listed.iter()}
        chapters = [_blocks(book, name) for name in _reading_order(listed, dirname(place))]
    return Content(
        title=said.get("title", ""),
        pages=tuple(replace(chapter, number=number) for number, chapter in enumerate(chapters, start=1)),
        stated=stated(
            {"author": said.get("creator"), "language": said.get("language"), "date": said.get("date")}
        ),
    )


def _place_of_list(book: ZipFile) -> str:
    """Return the name of the member that lists all others."""
    container = package.read_xml(book, "META-INF/container.xml")
    for entry in () if container is None else container.iter():
        if local(entry) == "rootfile" and entry.get("full-path"):
            return str(entry.get("full-path"))
    raise UnreadableFile("The book does not say where its text stands. Save it again from its program.")


def _reading_order(listed: Element, folder: str) -> Iterator[str]:
    held = {
        entry.get("id"): normpath(join(folder, unquote(entry.get("href", ""))))
        for entry in listed.iter()
        if local(entry) == "item"
        and _PAGES.match(entry.get("media-type", ""))
        and "nav" not in entry.get("properties", "").split()
    }
    for entry in listed.iter():
        if local(entry) == "itemref" and entry.get("idref") in held:
            yield held[entry.get("idref")]


def _blocks(book: ZipFile, name: str) -> Page:
    """Return a chapter; one that is missing or holds only a picture is an empty page."""
    try:
        return Page(1, html.whole(book.read(name)))
    except (KeyError, NothingToRead):
        return Page(1, ())
