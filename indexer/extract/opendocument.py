"""OpenDocument: texts (ODT) as one page, sheets (ODS) and slides (ODP) as a page each."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from zipfile import ZipFile

from indexer.errors import PasswordProtected
from indexer.extract import package, sheets, tables
from indexer.extract.cleanup import flat
from indexer.extract.content import Content, keywords, stated
from indexer.extract.package import Element, local
from indexer.model import Block, Page

_NS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_TEXT, _TABLE, _STYLE, _PRESENTATION = (_NS % name for name in ("text", "table", "style", "presentation"))

MAX_REPEATED = 64
"""Times that a repeated cell is written out; programs fill the rest of a sheet with empty ones."""

_SPACE = {"s": " ", "tab": "\t", "line-break": "\n"}
"""Elements that stand for a character."""

_BOXES = ("text-box", "custom-shape", "rect", "ellipse")
_ELSEWHERE = frozenset(("note", "annotation", "tracked-changes", "ruby-text", "frame", *_BOXES))
"""Elements whose words are not words of the paragraph around them."""

_RUNNING = ("date-time", "footer", "page-number", "header")
"""Classes of frames that say the same on every slide."""


def extract(content: bytes) -> Content:
    """Return the text of a document, spreadsheet or presentation."""
    with package.opened(content) as parts:
        _refuse_locked(parts)
        body = _with_named_styles(package.xml(parts.read("content.xml"))).find(f"{_NS % 'office'}body")
        said = _said(parts)
    return Content(
        title=said.get("title", ""),
        pages=tuple(Page(number, tuple(found)) for number, found in enumerate(_pages(body[0]), start=1)),
        stated=stated(
            {
                "author": said.get("initial-creator") or said.get("creator"),
                "kind": keywords(said.get("subject"), said.get("keyword")),
            }
        ),
    )


def _with_named_styles(root: Element) -> Element:
    """Return the tree with the styles that a person chose, where a program has put its own on top."""
    chosen = {
        style.get(f"{_STYLE}name"): style.get(f"{_STYLE}parent-style-name", "")
        for style in root.iterfind(f"{_NS % 'office'}automatic-styles/{_STYLE}style")
    }
    for paragraph in root.iter(f"{_TEXT}p", f"{_TEXT}h"):
        name = paragraph.get(f"{_TEXT}style-name", "")
        paragraph.set(f"{_TEXT}style-name", chosen.get(name, name))
    return root


def _refuse_locked(parts: ZipFile) -> None:
    manifest = package.read_xml(parts, "META-INF/manifest.xml")
    if manifest is not None and any(local(entry) == "encryption-data" for entry in manifest.iter()):
        raise PasswordProtected


def _said(parts: ZipFile) -> dict[str, str]:
    root = package.read_xml(parts, "meta.xml")
    return {} if root is None else {local(entry): flat(entry.text or "") for entry in root.iter()}


def _pages(body: Element) -> Iterator[Iterator[Block]]:
    match local(body):
        case "spreadsheet":
            yield from (_sheet(table) for table in body.iter(f"{_TABLE}table"))
        case "presentation":
            yield from (_slide(slide) for slide in body if local(slide) == "page")
        case _:
            yield chain(_blocks(body), _notes(body))


def _blocks(parent: Element) -> Iterator[Block]:
    """Yield the blocks below an element, in the order of the file."""
    for child in parent:
        match local(child):
            case "h":
                yield from _written("heading", child)
            case "p":
                yield from _written("paragraph", child)
                yield from _framed(child)
            case "list":
                yield from _items(child)
            case "table":
                yield from tables.rows(
                    _cells(child), stated=child.find(f"{_TABLE}table-header-rows") is not None
                )
            case "tracked-changes" | "annotation" | "forms" | "notes" | "note":
                pass
            case _:
                yield from _blocks(child)


def _written(kind: str, element: Element) -> Iterator[Block]:
    if not (text := flat(_text(element))):
        return
    style = element.get(f"{_TEXT}style-name", "").casefold()
    if kind == "heading":
        level = element.get(f"{_TEXT}outline-level", "1")
        yield Block("heading", text, int(level) if level.isdecimal() and level != "0" else 1)
    elif style in ("title", "subtitle"):
        yield Block("heading", text, 1)
    else:
        yield Block(
            "caption" if style in ("caption", "figure", "table", "illustration") else "paragraph", text
        )


def _framed(paragraph: Element) -> Iterator[Block]:
    """Yield what stands in the text boxes that hang on a paragraph."""
    for box in paragraph.iter(*(f"{_NS % 'drawing'}{name}" for name in _BOXES)):
        yield from _blocks(box)


def _items(items: Element) -> Iterator[Block]:
    """Yield each paragraph of a list as an item of its own; a heading in a list is a numbered heading."""
    for child in items.iter(f"{_TEXT}p", f"{_TEXT}h"):
        for block in _written("heading" if local(child) == "h" else "paragraph", child):
            yield block if block.kind == "heading" else Block("list", block.text)


def _text(element: Element) -> str:
    return "".join(_pieces(element))


def _pieces(element: Element) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        name = local(child)
        if name in _SPACE:
            yield _SPACE[name]
        elif name not in _ELSEWHERE:
            yield from _pieces(child)
        yield child.tail or ""


def _cells(table: Element) -> list[list[str]]:
    """Return the rows, without those of tables inside; a repeated empty row is written once."""
    rows = []
    for row in table.iter(f"{_TABLE}table-row"):
        if next(row.iterancestors(f"{_TABLE}table")) is table:
            cells = list(_row(row))
            rows += [cells] * (_repeated(row, "rows") if any(cells) else 1)
    return rows


def _row(row: Element) -> Iterator[str]:
    for cell in row:
        if local(cell) in ("table-cell", "covered-table-cell"):
            text = flat(" ".join(_text(paragraph) for paragraph in cell.iter(f"{_TEXT}p", f"{_TEXT}h")))
            yield from [text] * _repeated(cell, "columns")


def _repeated(element: Element, what: str) -> int:
    number = element.get(f"{_TABLE}number-{what}-repeated", "1")
    return min(int(number), MAX_REPEATED) if number.isdecimal() else 1


def _sheet(table: Element) -> Iterator[Block]:
    yield from sheets.page(table.get(f"{_TABLE}name", ""), _cells(table))


def _slide(slide: Element) -> Iterator[Block]:
    """Yield the titles of a slide, its text, and below it what the speaker noted."""
    frames = [frame for frame in slide if _role(frame) not in _RUNNING and local(frame) != "notes"]
    for frame in sorted(frames, key=lambda frame: _role(frame) != "title"):
        for block in _blocks(frame) if local(frame) != "custom-shape" else _lines(frame):
            yield Block("heading", block.text, 1) if _role(frame) == "title" else block
    for notes in slide.iter(f"{_PRESENTATION}notes"):
        yield from (block for frame in notes if _role(frame) == "notes" for block in _lines(frame))


def _role(frame: Element) -> str:
    return str(frame.get(f"{_PRESENTATION}class", ""))


def _lines(shape: Element) -> Iterator[Block]:
    for paragraph in shape.iter(f"{_TEXT}p"):
        yield from _written("paragraph", paragraph)


def _notes(body: Element) -> Iterator[Block]:
    """Yield the footnotes and endnotes of a text."""
    for note in body.iter(f"{_TEXT}note-body"):
        yield from _blocks(note)
