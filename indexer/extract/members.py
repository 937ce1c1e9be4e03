"""Files inside files: what an archive or a mail holds is found and opened again by its place.

A member is a document of its own. Its path is that of the file around it and its place in there,
as in ``letters/minutes.eml/plan.docx``.
"""

from __future__ import annotations

import hashlib
import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile

from indexer.discover import open_source, wanted
from indexer.errors import ChangingFile, UnreadableFile
from indexer.extract import archive, lists, mail, sniff
from indexer.extract.content import Part
from indexer.model import SourceFile

Member = tuple[str, Callable[[], bytes]]
"""The name as written in the container, and the way to its content."""

CONTAINERS: Mapping[str, Callable[[bytes], Iterator[Member]]] = {
    sniff.ZIP: archive.members,
    sniff.MAIL: mail.attachments,
    sniff.CSV: lists.members,
    sniff.XLSX: lists.workbook_members,
}
"""What yields the members of each media type that can hold other files."""

_SEPARATORS = re.compile(r"[/\\\x00]+")


def parts(kind: str, content: bytes) -> tuple[Part, ...]:
    """Return the members of a file that are worth reading; none for what is no container."""
    return tuple(_part(name, read) for name, read in _placed(kind, content))


def _part(name: str, read: Callable[[], bytes]) -> Part:
    """Return what is known of a member; one that is damaged has no hash, and says so when it is opened."""
    try:
        held = read()
    except MemoryError:
        raise
    except Exception:  # whatever the libraries raise on it, it costs itself and not its neighbours
        return Part(name, 0, "")
    return Part(name, len(held), hashlib.sha256(held).hexdigest())


def opened(corpus: Path, source: SourceFile, around: Sequence[SourceFile] = ()) -> bytes:
    """Return the content of a file; ``around`` names the containers it is in, the outermost first.

    Raises ``SourceError`` where it is gone or is not what it was.
    """
    if not around:
        return open_source(corpus, source)
    content = _outermost(corpus, around[0])
    for outer, inner in pairwise((*around, source)):
        content = _member(outer.path.name, content, inner.path.relative_to(outer.path).as_posix())
    if hashlib.sha256(content).hexdigest() != source.sha256:
        raise ChangingFile
    return content


@lru_cache(maxsize=1)
def _outermost(corpus: Path, source: SourceFile) -> bytes:
    """Return the content of a container, kept while its members are read one after the other."""
    return open_source(corpus, source)


def _member(container: str, content: bytes, name: str) -> bytes:
    read = _places(container, content).get(name)
    if read is None:
        raise ChangingFile
    try:
        return read()
    except (OSError, EOFError, ValueError, NotImplementedError, BadZipFile, zlib.error) as error:
        raise UnreadableFile("It is damaged inside the file that holds it. Pack it again.") from error


@lru_cache(maxsize=1)
def _places(container: str, content: bytes) -> Mapping[str, Callable[[], bytes]]:
    """Return the members by their places, kept while they are read one after the other."""
    return dict(_placed(sniff.media_type(container, content), content))


def _placed(kind: str, content: bytes) -> Iterator[Member]:
    """Yield the members with names that can stand in a path, each once."""
    if kind not in CONTAINERS:
        return
    found = [(_name(written), read) for written, read in CONTAINERS[kind](content)]
    kept = [(name, read) for name, read in found if name and all(map(wanted, PurePosixPath(name).parts))]
    yield from zip(_told_apart(name for name, _ in kept), (read for _, read in kept), strict=True)


def _name(written: str) -> str:
    """Return the place of a member without the ways out of its container."""
    return "/".join(part for part in map(str.strip, _SEPARATORS.split(written)) if part.strip("."))


def _told_apart(names: Iterable[str]) -> Iterator[str]:
    """Yield the names; one that was there before gets a number."""
    seen: set[str] = set()
    for name in names:
        path, number, new = PurePosixPath(name), 2, name
        while new in seen:
            new = path.with_name(f"{path.stem} ({number}){path.suffix}").as_posix()
            number += 1
        seen.add(new)
        yield new
