"""Rich text (RTF), as word processors have exchanged it since 1987: one page of blocks.

Source of the control words: the Rich Text Format Specification 1.9.1.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from indexer.extract import tables
from indexer.extract.cleanup import flat
from indexer.extract.content import Content, stated
from indexer.model import Block, Page

_TOKEN = re.compile(
    r"\\([a-zA-Z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-fA-F]{2})|\\([^a-zA-Z'])|([{}])|([^\\{}\r\n]+)|[\\\r\n]"
)
_BINARY = re.compile(rb"\\bin(\d{1,9}) ?")

_CHARSETS = {0: "cp1252", 77: "mac-roman", 161: "cp1253", 186: "cp1257", 238: "cp1250"}
"""Encodings by the number of a font's character set."""

_CHARACTERS = {
    **{"tab": "\t", "line": "\n", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’"},
    **{"ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " "},
    **{"~": " ", "_": "-", "-": "", "{": "{", "}": "}", "\\": "\\", "\n": "\n", "\r": "\n"},
}
"""Control words and signs that stand for a character; an optional hyphen stands for none."""

_SILENT = frozenset(
    "colortbl pict object header headerl headerr headerf footer footerl footerr footerf listtext pntext"
    " fldinst sp nonshppict themedata colorschememapping datastore latentstyles listtable rsidtbl generator"
    " listoverridetable xe tc filetbl revtbl ftnsep ftnsepc aftnsep aftnsepc annotation atnid atnauthor"
    " comment creatim revtim printim operator company manager keywords subject doccomm".split()
)
"""Groups whose words are not printed."""

_SPOKEN = {"shpinst": "text", "ud": "text", "shptxt": "note", "footnote": "note"}
"""Groups that older programs may pass over and whose words are printed, and what they are for."""

_LISTS = ("ls", "pn", "pnlvlblt", "pnlvlbody")
_HEADING = re.compile(r"heading (\d)$", re.I)
_LOWEST_HEADING = 9


@dataclass(slots=True)
class _State:
    """What a group changes and gives back at its end."""

    into: str = "text"
    """What the words are for: ``text``, a note, the name of a style, nothing …"""
    codec: str = ""
    skip: int = 1
    """Characters after a Unicode character that repeat it for older programs."""


@dataclass(slots=True)
class _Paragraph:
    """The properties of a paragraph, as far as they tell what it is."""

    style: int = 0
    level: int = 0
    listed: bool = False
    tabled: bool = False


@dataclass(slots=True)
class _Reader:
    """What has been read so far."""

    codec: str = "cp1252"
    state: _State = field(default_factory=_State)
    stack: list[_State] = field(default_factory=list)
    words: dict[str, list[str]] = field(default_factory=dict)
    """Words of the open paragraph, note and name, by what they are for."""
    pending: bytearray = field(default_factory=bytearray)
    """Bytes that wait for their encoding."""
    skipping: int = 0
    paragraph: _Paragraph = field(default_factory=_Paragraph)
    fonts: dict[int, str] = field(default_factory=dict)
    font: int = 0
    styles: dict[int, str] = field(default_factory=dict)
    row: list[str] = field(default_factory=list)
    table: list[list[str]] = field(default_factory=list)
    headed: bool = False
    blocks: list[Block] = field(default_factory=list)
    notes: list[Block] = field(default_factory=list)
    said: dict[str, str] = field(default_factory=dict)


def extract(content: bytes) -> Content:
    """Return the text as one page, footnotes at its end."""
    reader = _Reader()
    for word, number, code, sign, brace, text in _tokens(content):
        if code:
            _byte(reader, bytes.fromhex(code))
        elif text:
            _text(reader, text)
        elif brace:
            _brace(reader, brace)
        elif word or sign:
            _settle(reader)
            _control(reader, word or sign, int(number) if number else None)
    _settle(reader)
    _end_paragraph(reader)
    _end_table(reader)
    return Content(
        title=flat(reader.said.get("title", "")),
        pages=(Page(1, (*reader.blocks, *reader.notes)),),
        stated=stated({"author": flat(reader.said.get("author", ""))}),
    )


def _tokens(content: bytes) -> Iterator[tuple[str, ...]]:
    for token in _TOKEN.finditer(_without_binary(content).decode("latin-1")):
        yield token.groups(default="")


def _without_binary(content: bytes) -> bytes:
    """Return the content without pictures that are written in bytes and not in letters."""
    pieces, here = [], 0
    while found := _BINARY.search(content, here):
        pieces.append(content[here : found.start()])
        here = found.end() + int(found[1])
    return b"".join([*pieces, content[here:]])


def _byte(reader: _Reader, value: bytes) -> None:
    if reader.skipping:
        reader.skipping -= 1
    else:
        reader.pending += value


def _text(reader: _Reader, text: str) -> None:
    skipped = min(reader.skipping, len(text))
    reader.skipping -= skipped
    reader.pending += text[skipped:].encode("latin-1")


def _settle(reader: _Reader) -> None:
    """Give the waiting bytes their letters."""
    if reader.pending:
        codec = reader.state.codec or reader.codec
        _write(reader, reader.pending.decode(codec, errors="replace"))
        reader.pending.clear()


def _write(reader: _Reader, text: str) -> None:
    reader.words.setdefault(reader.state.into, []).append(text)


def _brace(reader: _Reader, brace: str) -> None:
    _settle(reader)
    reader.skipping = 0
    if brace == "{":
        reader.stack.append(reader.state)
        reader.state = replace(reader.state)
        return
    left = reader.state.into
    reader.state = reader.stack.pop() if reader.stack else _State()
    if left != reader.state.into or left in ("style", "font"):
        _end_group(reader, left)


def _end_group(reader: _Reader, left: str) -> None:
    """Keep what the group was for."""
    if left == "text" or not (text := _taken(reader, left)):
        return
    match left:
        case "style":
            reader.styles[reader.paragraph.style] = text.rstrip(";")
        case "note":
            reader.notes.append(Block("paragraph", text))
        case "title" | "author":
            reader.said[left] = text


def _taken(reader: _Reader, into: str = "text") -> str:
    """Return the words that were collected, mended where one letter was written as two halves."""
    text = "".join(reader.words.pop(into, []))
    return flat(text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", errors="replace"))


def _control(reader: _Reader, word: str, number: int | None) -> None:
    if word in _CHARACTERS:
        _write(reader, _CHARACTERS[word])
    elif not (_group(reader, word) or _letters(reader, word, number) or _properties(reader, word, number)):
        _break(reader, word)


def _group(reader: _Reader, word: str) -> bool:
    """Take the word as what its group is for, if it is one."""
    state = reader.state
    if state.into == "silence" and word not in _SPOKEN:
        return True
    if word == "*" or word in _SILENT:
        state.into = "silence"
    elif word in _SPOKEN:
        state.into = _SPOKEN[word]
    elif word in ("fonttbl", "stylesheet"):
        state.into = {"fonttbl": "font", "stylesheet": "style"}[word]
    elif word in ("info", "title", "author"):
        state.into = word
    else:
        return False
    return True


def _letters(reader: _Reader, word: str, number: int | None) -> bool:
    """Take the word as a letter or as one about letters, if it is one."""
    match word, number:
        case "u", int():
            _write(reader, chr(number % 0x10000))
            reader.skipping = reader.state.skip
        case "uc", int():
            reader.state.skip = min(number, 9)
        case "ansicpg", int():
            reader.codec = _known(f"cp{number}")
        case "f", int():
            reader.font, reader.state.codec = number, reader.fonts.get(number, "")
        case "fcharset", int() if number in _CHARSETS:
            reader.fonts[reader.font] = _CHARSETS[number]
        case ("plain", _):
            reader.state.codec = ""
        case _:
            return False
    return True


def _known(codec: str) -> str:
    try:
        return codecs.lookup(codec).name
    except LookupError:
        return "cp1252"


def _properties(reader: _Reader, word: str, number: int | None) -> bool:
    """Take the word as a property of the paragraph, if it is one."""
    if word == "pard":
        reader.paragraph = _Paragraph()
    elif word == "s" and number is not None:
        reader.paragraph.style = number
    elif word == "outlinelevel" and number is not None:
        reader.paragraph.level = number + 1 if number < _LOWEST_HEADING else 0
    elif word in _LISTS:
        reader.paragraph.listed = number != 0
    elif word == "intbl":
        reader.paragraph.tabled = True
    else:
        return False
    return True


def _break(reader: _Reader, word: str) -> None:
    into = reader.state.into
    if word in ("par", "sect", "page") and into != "text":
        _write(reader, " ")
    elif word in ("par", "sect", "page"):
        _end_paragraph(reader)
    elif word in ("cell", "nestcell"):
        reader.row.append(_taken(reader))
    elif word == "row":
        reader.table.append(reader.row)
        reader.row = []
    elif word == "trhdr":
        reader.headed = not reader.table


def _end_paragraph(reader: _Reader) -> None:
    """Keep the paragraph as what its style and properties make it."""
    paragraph = reader.paragraph
    if paragraph.tabled or reader.row:
        _write(reader, " ")
        return
    _end_table(reader)
    if not (text := _taken(reader)):
        return
    style = reader.styles.get(paragraph.style, "").casefold()
    named = _HEADING.match(style)
    if level := int(named[1]) if named else paragraph.level:
        reader.blocks.append(Block("heading", text, level))
    elif style in ("title", "subtitle"):
        reader.blocks.append(Block("heading", text, 1))
    elif paragraph.listed or style.startswith("list "):
        reader.blocks.append(Block("list", text))
    else:
        reader.blocks.append(Block("caption" if style == "caption" else "paragraph", text))


def _end_table(reader: _Reader) -> None:
    reader.blocks += tables.rows(reader.table, stated=reader.headed)
    reader.table, reader.headed = [], False
