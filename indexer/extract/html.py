"""Web pages: the main text with its structure, without menus and banners."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from indexer.errors import NothingToRead
from indexer.extract import tables
from indexer.extract.cleanup import flat
from indexer.extract.content import Content, stated
from indexer.extract.encoding import decode, mostly_utf8
from indexer.model import Block, Page

# lxml's stubs know only part of its HTML side, and trafilatura has no types.
Element = Any

MAX_MAIN_TEXT = 5_000_000
"""Bytes above which the whole text is taken without looking for the main part, which costs
seconds a megabyte. Real pages stay below 2 MB."""

_LEAST_SHARE = 0.1
"""Share of a page's words that its main text must hold; below it the search for the main text
went wrong (a page of tables or of many small boxes)."""

_CHARSET = re.compile(rb"<(?:meta|\?xml)[^>]*?(?:charset|encoding)\s*=\s*[\"']?\s*([\w-]+)", re.I)
_UNPRINTED = ("script", "style", "noscript", "template", "svg", "nav", "form", "iframe", "object", "head")
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body br caption dd details div dl dt figcaption figure footer h1 h2"
        " h3 h4 h5 h6 header hr legend li main ol option p pre section summary table td th tr ul",
    )
)
"""Elements that begin a new line on the screen."""

_LAYOUT = ("h1", "h2", "h3", "h4", "ul", "ol", "hr", "form")
"""Elements that no cell of a table of data holds."""

_APART = frozenset(("p", "lb", "list", "item", "head", "cell", "row", "quote"))
"""Elements of trafilatura's vocabulary whose words do not touch those beside them."""

_META = {
    "date": ("date", "dcterms.date", "dc.date", "dcterms.issued", "article:published_time", "datepublished"),
    "kind": ("kind", "dcterms.type", "dc.type"),
    "author": ("author", "dcterms.creator", "dc.creator", "article:author"),
    "url": ("og:url",),
}
"""Names of meta elements that state something, best first.

Source: the Dublin Core and Open Graph vocabularies.
"""


def extract(content: bytes) -> Content:
    """Return the page's main text; the whole text where no main part can be told."""
    tree = _tree(content)
    said = _stated(tree)
    title = _title(tree)
    found = _main_blocks(tree) if len(content) <= MAX_MAIN_TEXT else []
    whole = list(_all_blocks(tree))
    if _words(found) < _LEAST_SHARE * _words(whole):
        found = whole
    return Content(title=title, pages=(Page(1, tuple(found)),), stated=said)


def whole(content: bytes) -> tuple[Block, ...]:
    """Return the blocks of a page that has no menus: the chapter of a book, the body of a mail."""
    return tuple(_all_blocks(_tree(content)))


def _tree(content: bytes) -> Element:
    from lxml import html

    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    text = _text(content).replace("\x00", "")
    tree = html.document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text), parser=parser)
    if tree is None:
        raise NothingToRead("The page holds no text.")
    return tree


def _text(content: bytes) -> str:
    named = _CHARSET.search(content[:4096])
    if named and not mostly_utf8(content) and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        try:
            return content.decode(named[1].decode("ascii"), errors="replace")
        except LookupError:
            pass
    return decode(content)


def _title(tree: Element) -> str:
    headings = [flat(heading.text_content()) for heading in tree.iter("h1")]
    if len(headings) == 1 and headings[0]:
        return headings[0]
    titles = [flat(title.text_content()) for title in tree.iter("title")]
    return next(filter(None, [_meta(tree, "og:title"), *titles, *headings]), "")


def _stated(tree: Element) -> dict[str, str]:
    said: dict[str, str | None] = {
        key: next(filter(None, (_meta(tree, name) for name in names)), None) for key, names in _META.items()
    }
    said["language"] = (tree.get("lang") or tree.get("xml:lang") or "")[:35]
    canonical = [link.get("href", "") for link in tree.iter("link") if link.get("rel") == "canonical"]
    addresses = [address for address in [*canonical, said["url"] or ""] if re.match(r"https?://", address)]
    said["url"] = addresses[0] if addresses else None
    return stated(said)


def _meta(tree: Element, name: str) -> str:
    for meta in tree.iter("meta"):
        if name in [(meta.get(key) or "").lower() for key in ("name", "property", "itemprop")]:
            return flat(meta.get("content") or "")
    return ""


def _main_blocks(tree: Element) -> list[Block]:
    import trafilatura

    found = trafilatura.bare_extraction(
        tree, favor_recall=True, include_comments=False, include_tables=True, with_metadata=False
    )
    body: Element = getattr(found, "body", ())  # None when there was nothing, a dictionary when asked for
    return [block for child in body for block in _blocks(child)]


def _blocks(element: Element) -> Iterator[Block]:
    """Yield the blocks of an element of trafilatura's own vocabulary."""
    match element.tag:
        case "head":
            yield Block("heading", _text_of(element), _HEADINGS.get(element.get("rend"), 2))
        case "list":
            for item in element.iter("item"):
                yield Block("list", _text_of(item, but="list"))
        case "table":
            rows = [list(row.iter("cell")) for row in element.iter("row")]
            stated = bool(rows) and all(cell.get("role") == "head" for cell in rows[0])
            yield from tables.rows([list(map(_text_of, row)) for row in rows], stated=stated)
        case "quote" if any(child.tag in ("p", "list", "quote") for child in element):
            yield Block("paragraph", flat(element.text or ""))
            for child in element:
                yield from _blocks(child)
        case _:
            yield Block("paragraph", _text_of(element))


def _text_of(element: Element, but: str = "") -> str:
    """Return the words of an element, without those of inner elements called ``but``."""
    return flat("".join(_pieces(element, but)))


def _pieces(element: Element, but: str) -> Iterator[str]:
    yield element.text or ""
    for child in element:
        if child.tag != but:
            space = " " if child.tag in _APART else ""
            yield space
            yield from _pieces(child, but)
            yield space
        yield child.tail or ""


def _all_blocks(tree: Element) -> Iterator[Block]:
    """Yield the blocks of the whole page, without scripts and menus."""
    for unprinted in list(tree.iter(*_UNPRINTED)):
        unprinted.drop_tree() if unprinted.getparent() is not None else None
    from lxml import etree

    kind: Element = tree
    words: list[str] = []
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if event == "start" and element.tag == "table" and _is_data(element):
            yield from _block(kind, words)
            yield from _rows(element)
            kind, words = element, []
            walk.skip_subtree()
            continue
        if element.tag in _BLOCKS:
            yield from _block(kind, words)
            kind, words = element, []
        words.append((element.text if event == "start" else element.tail) or "")
    yield from _block(kind, words)


def _is_data(table: Element) -> bool:
    """Say whether a table holds data; others only put the parts of a page in their places."""
    widths = [len(row.findall("td") + row.findall("th")) for row in table.iter("tr")]
    laid_out = next(table.iter(*_LAYOUT), None) is not None or next(table.iterdescendants("table"), None)
    return len(widths) > 1 and max(widths) > 1 and not laid_out


def _rows(table: Element) -> Iterator[Block]:
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr")]
    stated = all(cell.tag == "th" for cell in rows[0])
    yield from tables.rows([[flat(cell.text_content()) for cell in row] for row in rows], stated=stated)


def _block(element: Element, words: list[str]) -> Iterator[Block]:
    text = flat("".join(words))
    if not text:
        return
    if element.tag in _HEADINGS:
        yield Block("heading", text, _HEADINGS[element.tag])
    else:
        yield Block("list" if element.tag == "li" else "paragraph", text)


def _words(found: list[Block]) -> int:
    return sum(len(block.text) for block in found)
