"""The original file of a document, opened without ever leaving the corpus.

Only the very file that was indexed is given out: what a page of the text says about "page 3" must
be true of the file behind it, and a file that was swapped has not been asked for by anybody.
"""

from __future__ import annotations

import hashlib
import os
import stat
from io import BufferedReader
from pathlib import Path

from indexer.errors import NoOriginal
from indexer.model import SourceFile

_FOLDER = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
_FILE = os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC


def opened(corpus: Path, source: SourceFile) -> BufferedReader:
    """Return the original, open at its beginning; the caller closes it.

    Raises ``NoOriginal`` if it is gone, is behind a link, or differs from what was indexed.
    """
    try:
        handle = _descend(corpus, source)
    except OSError as error:
        raise NoOriginal(str(source.path), "is no longer in the library's folder") from error
    file = os.fdopen(handle, "rb")
    try:
        if not _is_indexed(file, source):
            raise NoOriginal(str(source.path), "has changed since it was indexed")
    except BaseException:
        file.close()
        raise
    file.seek(0)
    return file


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


def _is_indexed(file: BufferedReader, source: SourceFile) -> bool:
    state = os.fstat(file.fileno())
    if not stat.S_ISREG(state.st_mode) or state.st_size != source.size:
        return False
    return hashlib.file_digest(file, "sha256").hexdigest() == source.sha256
