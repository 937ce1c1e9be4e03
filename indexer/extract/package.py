"""ZIP packages, which most office formats and archives are: opened only after a look at their size."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO
from posixpath import normpath
from typing import Any
from zipfile import BadZipFile, ZipFile

from lxml import etree

from indexer.errors import PasswordProtected, TooExpensive, UnreadableFile
from indexer.extract.cleanup import flat

# lxml's stubs know neither how elements are compared nor what parsing returns.
Element = Any

MAX_UNPACKED = 200_000_000
"""Bytes that all members of a package may have together. The largest real report measured has 40 MB."""

MAX_RATIO = 100
"""Unpacked size over packed size above which a package was made to be a burden; XML reaches 30."""

MAX_MEMBERS = 10_000
"""Members of a package; a slide show with a thousand pictures has 3,000."""

_SMALL = 10_000_000
"""Unpacked bytes below which no ratio does harm."""

_ENCRYPTED = 0x1
"""The bit of a member's flags that says so. Source: the ZIP application note, 4.4.4."""


def opened(content: bytes) -> ZipFile:
    """Return the package, for reading.

    A member that unpacks to more than it claims is cut off at its claim by ``zipfile``, so what
    is added up here is what there can be. Raises ``PasswordProtected``, ``TooExpensive``,
    ``UnreadableFile``.
    """
    try:
        package = ZipFile(BytesIO(content))
    except (BadZipFile, NotImplementedError, ValueError) as error:
        raise UnreadableFile("It is damaged or cut off. Save it again from its program.") from error
    members = package.infolist()
    size = sum(member.file_size for member in members)
    if len(members) > MAX_MEMBERS:
        raise TooExpensive(f"It holds {len(members)} files; at most {MAX_MEMBERS} are unpacked. Split it.")
    if size > MAX_UNPACKED or size > max(_SMALL, MAX_RATIO * len(content)):
        raise TooExpensive(f"Unpacked it has {size / 1e6:.0f} MB, which is too large. Split it.")
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise PasswordProtected
    return package


def xml(content: bytes) -> Element:
    """Return the root of an XML document, without following any entity or address."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True)
    return etree.fromstring(content, parser)


def read_xml(package: ZipFile, name: str) -> Element | None:
    """Return the root of a member, nothing where there is no such member."""
    try:
        return xml(package.read(name))
    except KeyError:
        return None


def local(element: Element) -> str:
    """Return an element's name without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def related(package: ZipFile, part: str) -> Iterator[tuple[str, str]]:
    """Yield kind and name of every part of an office document that the part (empty: the package) names.

    Source: Open Packaging Conventions (ECMA-376, part 2), relationships.
    """
    folder, _, name = part.rpartition("/")
    relations = read_xml(package, f"{folder}/_rels/{name}.rels".lstrip("/"))
    for relation in () if relations is None else relations:
        target = relation.get("Target", "")
        if relation.get("TargetMode") != "External":
            path = target.lstrip("/") if target.startswith("/") else normpath(f"{folder}/{target}")
            yield relation.get("Type", "").rpartition("/")[2], path.lstrip("/")


def said(package: ZipFile) -> Mapping[str, str]:
    """Return what an office document says about itself: ``title``, ``creator``, ``language`` …"""
    names = [name for kind, name in related(package, "") if kind == "core-properties"]
    root = read_xml(package, names[0]) if names else None
    return {} if root is None else {local(child): flat(child.text or "") for child in root}
