"""Archives (ZIP): a list of what they hold; each member is read as a document of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from zipfile import ZipInfo

from indexer.extract import package
from indexer.extract.cleanup import flat
from indexer.extract.content import Content
from indexer.extract.encoding import likeliest
from indexer.model import Block, Page

_UTF8_NAME = 0x800
"""The bit of a member's flags for a name in UTF-8. Source: the ZIP application note, 4.4.4."""

_NAMES = ("cp850", "cp852")
"""Encodings of names in archives made by Danish and Polish Windows."""


def extract(content: bytes) -> Content:
    """Return the names of the members, one page of a list."""
    names = [flat(name) for name, _ in members(content)]
    return Content(title="", pages=(Page(1, tuple(Block("list", name) for name in names)),))


def members(content: bytes) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield each file of the archive by its name, with the way to its content."""
    held = package.opened(content)  # not closed here: members are read later
    for member in held.infolist():
        if not member.is_dir() and not member.filename.startswith("__MACOSX/"):
            yield _name(member), partial(held.read, member)


def _name(member: ZipInfo) -> str:
    if member.flag_bits & _UTF8_NAME or member.filename.isascii():
        return member.filename
    return likeliest(member.filename.encode("cp437", errors="replace"), _NAMES)
