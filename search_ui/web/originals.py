"""The original file of a document, opened without ever leaving the corpus.

Only the very file that was indexed is given out: what a page of the text says about "page 3" must
be true of the file behind it, and a file that was swapped has not been asked for by anybody.
"""

from __future__ import annotations

import hashlib
import os
import re
import stat
import threading
from collections.abc import Sequence
from io import BufferedReader, BytesIO
from pathlib import Path
from urllib.parse import quote

from indexer.errors import NoOriginal, PackedAway, SourceError
from indexer.extract import members
from indexer.model import SourceFile

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_FILE = os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC

MAX_UNPACKED_MB = 50
"""Size of an archive or mail, and of what is in it, that is unpacked for a visitor, in millions of bytes:
it is held in memory meanwhile."""

_unpacking = threading.Lock()
"""One at a time, so that visitors cannot fill the memory together."""

_ODD = re.compile(r"[^A-Za-z0-9 ._()+,=@~-]")
_EXACT = "!#$&+-.^_`|~"
"""Characters that stand for themselves in an exact name, beside letters and digits."""


def opened(corpus: Path, source: SourceFile) -> BufferedReader:
    """Return the original, open at its beginning; the caller closes it.

    Raises ``NoOriginal`` if it is gone, is behind a link, or differs from what was indexed.
    """
    try:
        file = _reader(_descend(corpus, source))
    except OSError as error:
        raise NoOriginal(str(source.path), "is no longer in the library's folder") from error
    try:
        if not _is_indexed(file, source):
            raise NoOriginal(str(source.path), "has changed since it was indexed")
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return file


def unpacked(corpus: Path, source: SourceFile, around: Sequence[SourceFile]) -> BytesIO:
    """Return the original that is inside other files, the outermost first, with the reader that indexed it.

    Raises ``NoOriginal`` if it is gone or differs from what was indexed, ``PackedAway`` if it is too large.
    """
    if max(one.size for one in (source, *around)) > MAX_UNPACKED_MB * 1_000_000:
        raise PackedAway(str(source.path), MAX_UNPACKED_MB)
    try:
        with _unpacking:
            return BytesIO(members.opened(corpus, source, around))
    except SourceError as error:
        raise NoOriginal(str(source.path), "has changed since it was indexed") from error


def disposition(source: SourceFile, *, shown: bool) -> str:
    """Return the header that says whether the file is shown or kept, and under which name.

    Old programs read the plain name, where odd letters are an underscore, all others the exact one.
    Source: RFC 6266 with the characters of RFC 5987.
    """
    name = source.path.name
    plain = _ODD.sub("_", name)
    return (
        f"{'inline' if shown else 'attachment'}; filename=\"{plain}\"; filename*=UTF-8''{quote(name, _EXACT)}"
    )


def _descend(corpus: Path, source: SourceFile) -> int:
    """Open the file step by step from the corpus, so that no link is followed on the way."""
    if source.path.is_absolute() or ".." in source.path.parts:
        raise PermissionError
    handle = os.open(corpus, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    for name in source.path.parts[:-1]:
        handle = _step(handle, name, _FOLDER)
    return _step(handle, source.path.name, _FILE)


def _step(folder: int, name: str, flags: int) -> int:
    try:
        return os.open(name, flags, dir_fd=folder)
    finally:
        os.close(folder)


def _reader(handle: int) -> BufferedReader:
    """Return the open file for reading; a folder, pipe or device is none."""
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise IsADirectoryError
    return os.fdopen(handle, "rb")


def _is_indexed(file: BufferedReader, source: SourceFile) -> bool:
    if os.fstat(file.fileno()).st_size != source.size:
        return False
    return hashlib.file_digest(file, "sha256").hexdigest() == source.sha256
