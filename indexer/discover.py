"""Walk the corpus without leaving it, and open again what the walk found.

Names come from the folder itself and every step is taken relative to the folder before it, so
that no link, pipe or device is followed, not even one that appears between two looks. Whether
the content can be read is left to ``extract``.
"""

from __future__ import annotations

import errno
import hashlib
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath

from indexer.errors import (
    ChangingFile,
    LonelySidecar,
    NoCorpus,
    NotAFile,
    OutsideCorpus,
    SourceError,
    TooExpensive,
    UnreadableFile,
)
from indexer.model import Failure, SourceFile
from indexer.seen import Looks, Seen, looks

MAX_BYTES = 200_000_000
"""Largest file that is read, in bytes, unless the caller says otherwise. A scanned report of a
thousand pages stays below it."""

MAX_DEPTH = 60
"""Deepest folder that is entered. Each open level costs a file descriptor; shared drives stay
below 20."""

SKIPPED_PREFIXES = (".", "~$")
"""Hidden files and folders, and the lock files that office programs leave beside an open document."""

SIDECAR = ".meta.toml"
"""What follows a file's whole name in the name of the sidecar that describes it."""

MAX_SIDECAR = 64_000
"""Most bytes of a sidecar that are read; one with every field has a few hundred."""

UNREADABLE = "unreadable"
"""Stands for the hash of a sidecar that cannot be opened."""

SKIPPED_NAMES = frozenset({"thumbs.db", "desktop.ini"})
"""What Windows keeps in folders, in lower case."""

_CHUNK = 1 << 20
_NOTHING_SEEN: Seen = {}
_FILE = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_FOLDER = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_DIRECTORY", 0)


class Hashes:
    """The hashes of files and what these looked like: before the walk, and as it finds them."""

    def __init__(self, before: Seen = _NOTHING_SEEN) -> None:
        self._before = before
        self.now: dict[str, tuple[Looks, str]] = {}

    def known(self, path: str, found: os.stat_result) -> str:
        """Return the hash of a file that looks as before; nothing for another one."""
        before = self._before.get(path)
        if before is None or before[0] != looks(found):
            return ""
        self.now[path] = before
        return before[1]

    def taken(self, path: str, found: os.stat_result, digest: str) -> str:
        """Keep the hash of a file and return it; ``found`` is what it looked like before it was read."""
        self.now[path] = (looks(found), digest)
        return digest


def source_files(
    corpus: Path, *, max_bytes: int = MAX_BYTES, hashes: Hashes | None = None
) -> Iterator[SourceFile | Failure]:
    """Yield every document file below ``corpus`` with its hash, or why it is none, in path order.

    Hidden names, lock files and what Windows keeps in folders are passed over silently. A sidecar
    belongs to the file that it describes; one without such a file is reported. A file that looks as
    it did when its hash was taken is not read again: ``hashes`` knows those.
    Raises ``NoCorpus`` when the folder is not there.
    """
    if not corpus.is_dir():
        raise NoCorpus(corpus)
    root = os.open(corpus, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    try:
        yield from _walk(root, PurePosixPath(), max_bytes, hashes or Hashes())
    finally:
        os.close(root)


def open_source(corpus: Path, source: SourceFile) -> bytes:
    """Return the content of a file that the walk found.

    Raises ``ChangingFile`` when it is not the content that was hashed, ``OutsideCorpus`` when a
    link stands there now, ``UnreadableFile`` when it cannot be opened any more.
    """
    with (
        _sourced(),
        _parent(corpus, source.path) as folder,
        _opened(source.path.name, folder) as file,
        os.fdopen(os.dup(file), "rb") as stream,
    ):
        content = stream.read(source.size + 1)
    if len(content) != source.size or hashlib.sha256(content).hexdigest() != source.sha256:
        raise ChangingFile
    return content


def open_sidecar(corpus: Path, source: SourceFile) -> bytes:
    """Return the sidecar of a file as the walk found it, cut off at ``MAX_SIDECAR`` and one byte.

    Raises ``SourceError`` when it cannot be opened or is not what the walk found.
    """
    with _sourced(), _parent(corpus, source.path) as folder:
        content = _beginning(source.path.name + SIDECAR, folder)
    if hashlib.sha256(content).hexdigest() != source.sidecar:
        raise ChangingFile
    return content


def _walk(folder: int, path: PurePosixPath, max_bytes: int, hashes: Hashes) -> Iterator[SourceFile | Failure]:
    names = frozenset(filter(wanted, os.listdir(folder)))
    for name in sorted(names):
        here = path / name
        try:
            with _sourced():
                _check_name(name)
                if name.lower().endswith(SIDECAR):
                    _check_sidecar(name, names)
                    continue
                found = os.stat(name, dir_fd=folder, follow_symlinks=False)
                if _is_folder(found):
                    child = _enter(name, folder, depth=len(here.parts))
                else:
                    source = _hashed(here, folder, found, max_bytes, hashes)
                    yield _with_sidecar(source, folder, hashes) if name + SIDECAR in names else source
                    continue
        except SourceError as error:
            yield Failure(_printable(here), error.code, str(error))
            continue
        try:
            yield from _walk(child, here, max_bytes, hashes)
        finally:
            os.close(child)


def wanted(name: str) -> bool:
    """Say whether a file or folder of this name can be a document's; hidden ones are not."""
    lower = name.lower()
    return not lower.startswith(SKIPPED_PREFIXES) and lower not in SKIPPED_NAMES


def _check_sidecar(name: str, names: frozenset[str]) -> None:
    described = name[: -len(SIDECAR)]
    if not name.endswith(SIDECAR):
        raise UnreadableFile(f"The name of a sidecar ends in {SIDECAR}, in small letters. Rename it.")
    if described not in names:
        raise LonelySidecar(described)


def _with_sidecar(source: SourceFile, folder: int, hashes: Hashes) -> SourceFile:
    """Return the file with the hash of its sidecar; one that cannot be opened costs nothing else."""
    try:
        with _sourced():
            name = source.path.name + SIDECAR
            path = source.path.as_posix() + SIDECAR
            found = os.stat(name, dir_fd=folder, follow_symlinks=False)
            known = hashes.known(path, found)
            digest = known or hashlib.sha256(_beginning(name, folder)).hexdigest()
    except SourceError:
        return replace(source, sidecar=UNREADABLE)
    return replace(source, sidecar=hashes.taken(path, found, digest))


def _beginning(name: str, folder: int) -> bytes:
    """Return as much of a sidecar as is ever read, and one byte by which a longer one is told."""
    with _opened(name, folder) as file, os.fdopen(os.dup(file), "rb") as stream:
        return stream.read(MAX_SIDECAR + 1)


def _check_name(name: str) -> None:
    try:
        name.encode()
    except UnicodeEncodeError:
        raise UnreadableFile("The name is not valid UTF-8. Rename it.") from None


def _printable(path: PurePosixPath) -> str:
    return os.fsencode(path).decode(errors="backslashreplace")


def _is_folder(found: os.stat_result) -> bool:
    """Say whether the entry is a folder; raise for what is neither folder nor file."""
    mode = found.st_mode
    if stat.S_ISLNK(mode):
        raise OutsideCorpus
    if not (stat.S_ISDIR(mode) or stat.S_ISREG(mode)):
        raise NotAFile("This is a pipe, socket or device, not a file. Remove it from the corpus.")
    return stat.S_ISDIR(mode)


def _enter(name: str, folder: int, *, depth: int) -> int:
    if depth > MAX_DEPTH:
        raise TooExpensive(f"The folders are nested more than {MAX_DEPTH} deep. Move this one up.")
    child = os.open(name, _FOLDER, dir_fd=folder)
    try:
        os.listdir(child)  # noqa: PTH208  # a path cannot be listed through its descriptor
    except OSError:
        os.close(child)
        raise
    return child


def _hashed(
    path: PurePosixPath, folder: int, found: os.stat_result, max_bytes: int, hashes: Hashes
) -> SourceFile:
    _check_size(found.st_size, max_bytes)
    if known := hashes.known(path.as_posix(), found):
        return SourceFile(path, found.st_size, known)
    with _opened(path.name, folder) as file:
        opened = os.fstat(file)
        _check_size(opened.st_size, max_bytes)
        digest = _digest(file, opened.st_size)
    return SourceFile(path, opened.st_size, hashes.taken(path.as_posix(), opened, digest))


def _check_size(size: int, max_bytes: int) -> None:
    if size > max_bytes:
        raise TooExpensive(
            f"The file has {size / 1e6:.0f} MB; at most {max_bytes / 1e6:.0f} MB are read. Split it."
        )


def _digest(file: int, size: int) -> str:
    digest, left = hashlib.sha256(), size
    while chunk := os.read(file, _CHUNK):
        digest.update(chunk)
        left -= len(chunk)
        if left < 0:
            break
    if left:
        raise ChangingFile
    return digest.hexdigest()


@contextmanager
def _opened(name: str, folder: int) -> Iterator[int]:
    file = os.open(name, _FILE, dir_fd=folder)
    try:
        if not stat.S_ISREG(os.fstat(file).st_mode):
            raise ChangingFile
        yield file
    finally:
        os.close(file)


@contextmanager
def _parent(corpus: Path, path: PurePosixPath) -> Iterator[int]:
    folder = os.open(corpus, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
    try:
        for name in path.parts[:-1]:
            inner = os.open(name, _FOLDER, dir_fd=folder)
            os.close(folder)
            folder = inner
        yield folder
    finally:
        os.close(folder)


@contextmanager
def _sourced() -> Iterator[None]:
    """Turn what the operating system says into what the report says."""
    try:
        yield
    except (FileNotFoundError, NotADirectoryError):
        raise ChangingFile from None
    except OSError as error:
        if error.errno == errno.ELOOP:  # a link stands where a file stood
            raise OutsideCorpus from None
        raise UnreadableFile(f"It cannot be opened: {error.strerror}.") from error
