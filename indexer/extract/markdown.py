"""Markdown (CommonMark with tables), with the plain front matter that site generators write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from indexer.extract import tables
from indexer.extract.cleanup import characters, flat
from indexer.extract.content import Content, stated
from indexer.extract.encoding import decode
from indexer.model import Block, Page

_FRONT_MATTER = re.compile(r"\A---[ ]*\n(.*?\n)(?:---|\.\.\.)[ ]*(?:\n|\Z)", re.S)
_ENTRY = re.compile(r"^(\w+)[ ]*:(.+)$", re.M)
_TAG = re.compile(r"<[^<>]*>")

MAX_NESTING = 20
"""Depth of quotes and lists inside one another that is followed. CommonMark's own limit is 20
in this parser; deeper is never prose."""


def extract(content: bytes) -> Content:
    """Return the text as one page; front matter becomes title and statements."""
    text = characters(decode(content)).replace("\f", "\n")
    front, text = _front_matter(text)
    tokens = MarkdownIt("commonmark", {"maxNesting": MAX_NESTING}).enable("table").parse(text)
    return Content(
        title=flat(front.get("title", "")),
        pages=(Page(1, tuple(_blocks(tokens))),),
        stated=stated(
            {
                "date": front.get("date"),
                "kind": front.get("kind") or front.get("type"),
                "language": front.get("language") or front.get("lang"),
                "url": front.get("url") or front.get("source"),
                "author": front.get("author"),
            }
        ),
    )


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    found = _FRONT_MATTER.match(text)
    if not found:
        return {}, text
    entries = {key.lower(): value.strip(" \"'") for key, value in _ENTRY.findall(found[1])}
    return entries, text[found.end() :]


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    around: list[Token] = []
    table: list[list[str]] = []
    for token in tokens:
        if token.nesting == 1:
            around.append(token)
            table += [[]] if token.type == "tr_open" else []
        elif token.nesting == -1:
            around.pop()
            if token.type == "table_close":
                yield from tables.rows(table, stated=True)
                table = []
        elif any(outer.type == "tr_open" for outer in around):
            table[-1].append(flat(_words(token)))
        elif text := flat(_words(token)):
            yield _block(text, around)


def _block(text: str, around: Sequence[Token]) -> Block:
    if around and around[-1].type == "heading_open":
        return Block("heading", text, int(around[-1].tag[1:]))
    in_list = any(outer.type == "list_item_open" for outer in around)
    return Block("list" if in_list else "paragraph", _day_before(text, around) + text)


def _day_before(text: str, around: Sequence[Token]) -> str:
    """Return the number that is a day and counts no item: *- 22. august: meeting* is no list in a list."""
    items = [token for token in around if token.type in ("list_item_open", "bullet_list_open")]
    number = items[-1].info if items and items[-1].type == "list_item_open" else ""
    nested = len(items) > 2 and items[-3].type == "bullet_list_open" and items[-2].map == items[-1].map
    return f"{number}. " if number and text[:1].islower() and (nested or int(number) > 1) else ""


def _words(token: Token) -> str:
    match token.type:
        case "inline":
            return "".join(_inline(child) for child in token.children or [])
        case "fence" | "code_block":
            return token.content
        case "html_block":
            return _TAG.sub(" ", token.content)
    return ""


def _inline(token: Token) -> str:
    if token.type in ("softbreak", "hardbreak"):
        return " "
    return "" if token.type == "html_inline" else token.content
