"""Word documents (DOCX): body, tables, lists, text boxes, footnotes and endnotes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from indexer.extract import package, tables
from indexer.extract.cleanup import flat
from indexer.extract.content import Content, keywords, stated
from indexer.extract.package import Element, local
from indexer.model import Block, Page

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VALUE = f"{_W}val"
_NOTES = ("footnotes", "endnotes")
"""Parts that hold notes, by the kind of their relation."""

_HEADING = re.compile(r"heading (\d)$", re.I)
_LOWEST_HEADING = 9
"""Level of an outline from which a paragraph is running text."""

_SPACE = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": "\t"}
"""Elements of a run that stand for a character."""

_ELSEWHERE = frozenset(
    ("txbxContent", "Fallback", "del", "moveFrom", "instrText", "delText", "pPr", "rPr", "tbl")
)
"""Elements whose words are not words of the paragraph around them."""


@dataclass(frozen=True, slots=True)
class _Style:
    """What a style makes of its paragraphs."""

    level: int = 0
    """Level of the heading, 0 for none."""
    title: bool = False
    listed: bool = False
    caption: bool = False


_Styles = Callable[[str], _Style]
"""Returns a style by its id."""


def extract(content: bytes) -> Content:
    """Return the text as one page; where its pages end is decided by the program that prints it."""
    with package.opened(content) as parts:
        main = next(name for kind, name in package.related(parts, "") if kind == "officeDocument")
        beside = dict(package.related(parts, main))
        styles = _styles(package.read_xml(parts, beside.get("styles", "")))
        body = package.xml(parts.read(main)).find(f"{_W}body")
        blocks = list(_blocks(body, styles))
        for kind in _NOTES:
            blocks += _notes(package.read_xml(parts, beside.get(kind, "")), styles)
        said = package.said(parts)
    return Content(
        title=said.get("title", ""),
        pages=(Page(1, tuple(blocks)),),
        stated=stated(
            {
                "author": said.get("creator"),
                "language": said.get("language"),
                "kind": keywords(said.get("subject"), said.get("category"), said.get("keywords")),
            }
        ),
    )


def _styles(root: Element | None) -> _Styles:
    """Return the document's styles by their id; what a style does not say it has from its base."""
    styles = () if root is None else root.iter(f"{_W}style")
    found = {style.get(f"{_W}styleId", ""): style for style in styles}

    @cache
    def style(name: str) -> _Style:
        return _style(list(_bases(found[name], found))) if name in found else _Style()

    return style


def _bases(style: Element, found: Mapping[str, Element]) -> Iterator[Element]:
    """Yield the style and those that it is based on, each once."""
    seen: set[str] = set()
    here: Element | None = style
    while here is not None and here.get(f"{_W}styleId", "") not in seen:
        seen.add(here.get(f"{_W}styleId", ""))
        yield here
        here = found.get(_said(here, "basedOn"))


def _style(family: list[Element]) -> _Style:
    names = [_said(style, "name").lower() for style in family]
    levels = [level for style in family if (level := _outline(style.find(f"{_W}pPr"))) is not None]
    named = [int(match[1]) for name in names if (match := _HEADING.match(name))]
    return _Style(
        level=next((level for level in [*levels, *named] if level), 0),
        title=names[0] in ("title", "subtitle"),
        listed=any(style.find(f"{_W}pPr/{_W}numPr") is not None for style in family)
        or any(name.startswith("list") for name in names),
        caption="caption" in names,
    )


def _outline(properties: Element | None) -> int | None:
    """Return the level of the heading that the properties make, 0 for none, nothing if they do not say."""
    value = _said(properties, "outlineLvl") if properties is not None else ""
    if not value.isdecimal():
        return None
    return int(value) + 1 if int(value) < _LOWEST_HEADING else 0


def _said(element: Element, name: str) -> str:
    child = element.find(f"{_W}{name}")
    return "" if child is None else child.get(_VALUE, "")


def _blocks(parent: Element, styles: _Styles) -> Iterator[Block]:
    for child in parent:
        match local(child):
            case "p":
                yield from _paragraph(child, styles)
                for box in _boxes(child):
                    yield from _blocks(box, styles)
            case "tbl":
                yield from tables.rows(_cells(child), stated=_names_columns(child))
            case "sdt" | "sdtContent" | "customXml" | "ins" | "moveTo" | "smartTag":
                yield from _blocks(child, styles)


def _paragraph(paragraph: Element, styles: _Styles) -> Iterator[Block]:
    if not (text := flat(_text(paragraph))):
        return
    properties = paragraph.find(f"{_W}pPr")
    style = styles(_said(properties, "pStyle")) if properties is not None else _Style()
    own = _outline(properties)
    if level := style.level if own is None else own:
        yield Block("heading", text, level)
    elif style.title:
        yield Block("heading", text, 1)
    elif style.caption:
        yield Block("caption", text)
    else:
        yield Block("list" if style.listed or _numbered(properties) else "paragraph", text)


def _numbered(properties: Element | None) -> bool:
    """Say whether the paragraph itself has a number or a bullet; number 0 takes it away."""
    number = None if properties is None else properties.find(f"{_W}numPr")
    return number is not None and _said(number, "numId") != "0"


def _text(element: Element) -> str:
    """Return the words of a paragraph, without those of boxes in it and without deleted ones."""
    return "".join(_pieces(element))


def _pieces(element: Element) -> Iterator[str]:
    for child in element:
        name = local(child)
        if name == "t":
            yield child.text or ""
        elif name in _SPACE:
            yield _SPACE[name]
        elif name not in _ELSEWHERE:
            yield from _pieces(child)


def _boxes(paragraph: Element) -> Iterator[Element]:
    """Yield the text boxes that hang on a paragraph; each is written twice, for old programs too."""
    for box in paragraph.iter(f"{_W}txbxContent"):
        around = {local(parent) for parent in box.iterancestors()}
        if "Fallback" not in around and next(box.iterancestors(f"{_W}p")) is paragraph:
            yield box


def _cells(table: Element) -> list[list[str]]:
    return [list(_row(row)) for row in _inner(table, "tr")]


def _row(row: Element) -> Iterator[str]:
    """Yield the cells; one that reaches over several columns is followed by empty ones."""
    for cell in _inner(row, "tc"):
        yield flat(" ".join(_text(paragraph) for paragraph in cell.iter(f"{_W}p")))
        span = cell.find(f"{_W}tcPr/{_W}gridSpan")
        reach = span.get(_VALUE, "1") if span is not None else "1"
        yield from [""] * (min(int(reach), 64) - 1 if reach.isdecimal() else 0)


def _inner(element: Element, name: str) -> Iterator[Element]:
    for child in element:
        if local(child) == name:
            yield child
        elif local(child) in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _inner(child, name)


def _names_columns(table: Element) -> bool:
    """Say whether the first row is repeated on every page or is bold throughout."""
    first = table.find(f"{_W}tr")
    if first is None:
        return False
    runs = [run for run in first.iter(f"{_W}r") if _text(run).strip()]
    repeated = first.find(f"{_W}trPr/{_W}tblHeader") is not None
    return repeated or (bool(runs) and all(run.find(f"{_W}rPr/{_W}b") is not None for run in runs))


def _notes(root: Element | None, styles: _Styles) -> Iterator[Block]:
    for note in () if root is None else root:
        if note.get(f"{_W}type") is None:  # the others are lines between text and notes
            yield from _blocks(note, styles)
