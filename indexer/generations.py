"""Generations: written aside, synced, verified, published by one atomic step, pruned.

    index/
    ├── current                     names the generation; replaced atomically
    ├── lock                        held by the process that builds, with its number inside
    └── generations/000042/         a counter, never a clock
        ├── manifest.json           format, versions, counts, SHA-256 of every file
        ├── catalogue.sqlite
        └── engine/

A folder without a manifest is a build that did not end; the next build removes it.
"""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from .errors import BuildRunning, DamagedGeneration, GenerationError, NoGeneration, NoSpace, NotAFolder
from .manifest import MANIFEST, Manifest, sound_manifest, sync

KEPT = 2
"""Generations that stay after a build: the served one and the one to fall back on."""

CATALOGUE = "catalogue.sqlite"
ENGINE = "engine"


@dataclass(frozen=True, slots=True)
class Generation:
    """One complete, published index."""

    number: int
    folder: Path
    manifest: Manifest

    @property
    def catalogue(self) -> Path:
        """The catalogue's file."""
        return self.folder / CATALOGUE

    @property
    def engine(self) -> Path:
        """The engine's folder."""
        return self.folder / ENGINE


@contextmanager
def building(root: Path) -> Iterator[None]:
    """Hold the index folder against a second builder. Raises ``BuildRunning`` with its process number."""
    if root.exists() and not root.is_dir():
        raise NotAFolder(root)
    with writing():
        root.mkdir(parents=True, exist_ok=True)
        lock = os.open(root / "lock", os.O_RDWR | os.O_CREAT, 0o644)
    try:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = os.pread(lock, 32, 0).decode("ascii", "replace").strip()
            raise BuildRunning(root, holder or "of an unknown number") from error
        with writing():
            os.ftruncate(lock, 0)
            os.pwrite(lock, f"{os.getpid()}\n".encode(), 0)
        yield
    finally:
        os.close(lock)


@contextmanager
def writing() -> Iterator[None]:
    """Turn a failed write into ``NoSpace`` with the system's own reason."""
    try:
        yield
    except OSError as error:
        if error.errno == errno.ENOSPC:
            reason = (
                "The disk is full. The index that was served is untouched; free some space and build again."
            )
        else:
            reason = f"The index could not be written: {error}. The index that was served is untouched."
        raise NoSpace(reason) from error
    except sqlite3.Error as error:
        reason = f"The catalogue could not be written: {error}. The index that was served is untouched."
        raise NoSpace(reason) from error


@contextmanager
def new(root: Path) -> Iterator[Path]:
    """Give an empty folder for the next generation; it is removed unless it was published.

    Also removes what builds that were killed have left behind.
    """
    for folder in _folders(root):
        if not (folder / MANIFEST).exists():
            _remove(folder)
    folder = root / "generations" / f"{_next_number(root):06}"
    try:
        with writing():
            (folder / ENGINE).mkdir(parents=True)
        yield folder
    finally:
        if pointer(root) != folder.name:
            _remove(folder)


def publish(root: Path, folder: Path) -> None:
    """Make the generation the one that is searched. Atomic on POSIX."""
    _point(root, folder.name)


def prune(root: Path, may_stay: Callable[[Generation], bool] = lambda _: True) -> None:
    """Remove all but the served generation and the newest sound one beside it that may stay.

    What it looks like is enough to stay: every byte is read before it is served in another's stead.
    """
    served = pointer(root)
    others = [folder for folder in reversed(_folders(root)) if folder.name != served]
    kept = list(islice((folder for folder in others if _is_kept(folder, may_stay)), KEPT - 1))
    for folder in others:
        if folder not in kept:
            _remove(folder)


def _is_kept(folder: Path, may_stay: Callable[[Generation], bool]) -> bool:
    try:
        return may_stay(verified(folder, trusting=True))
    except GenerationError:
        return False


def use(root: Path, number: int) -> Generation:
    """Serve an earlier generation. Raises ``GenerationError`` if it is not there or not whole."""
    folder = folder_of(root, number)
    if not (folder / MANIFEST).exists():
        there = ", ".join(str(generation) for generation in numbers(root)) or "none"
        raise GenerationError(f"There is no generation {number} in {root}; there are: {there}.")
    generation = verified(folder)
    with writing():
        _point(root, folder.name)
    return generation


def numbers(root: Path) -> tuple[int, ...]:
    """Return the numbers of all complete generations, the oldest first."""
    return tuple(int(folder.name) for folder in _folders(root) if (folder / MANIFEST).exists())


def served_number(root: Path) -> int:
    """Return the number the pointer names.

    Raises ``NoGeneration``; where there are generations but no pointer, ``DamagedGeneration``.
    """
    name = pointer(root)
    if name.isdecimal():
        return int(name)
    if numbers(root):
        raise DamagedGeneration(root, "its file named current is missing or unreadable")
    raise NoGeneration(root)


def served(root: Path, *, trusting: bool = False) -> Generation:
    """Return the generation that the pointer names, verified to the last byte unless ``trusting``.

    Raises ``NoGeneration``, ``OutdatedGeneration`` or ``DamagedGeneration``.
    """
    return verified(folder_of(root, served_number(root)), trusting=trusting)


def usable(root: Path, *, trusting: bool = False) -> tuple[Generation, GenerationError | None]:
    """Return the served generation, or the newest sound one before it and what is wrong with the served.

    With ``trusting`` the served one is not read where its files look as they did when it was made.
    Raises the served generation's own error where no other can stand in.
    """
    try:
        return served(root, trusting=trusting), None
    except NoGeneration:
        raise
    except GenerationError as error:
        for number in reversed([number for number in numbers(root) if f"{number:06}" != pointer(root)]):
            with suppress(GenerationError):
                return verified(folder_of(root, number)), error
        raise


def verified(folder: Path, *, trusting: bool = False) -> Generation:
    """Return the generation in the folder after reading every byte of it against its manifest.

    ``trusting`` reads only files that do not look as they did when they were hashed.
    """
    manifest = sound_manifest(folder, trusting=trusting)
    return Generation(int(folder.name), folder, manifest)


def _remove(folder: Path) -> None:
    """Remove the generation, its manifest first: what is left of a half removed one is not complete."""
    with suppress(OSError):
        (folder / MANIFEST).unlink()
    shutil.rmtree(folder, ignore_errors=True)


def _folders(root: Path) -> list[Path]:
    try:
        inner = list((root / "generations").iterdir())
    except FileNotFoundError:
        return []
    return sorted(folder for folder in inner if folder.name.isdecimal())


def _next_number(root: Path) -> int:
    names = [folder.name for folder in _folders(root)] + [pointer(root)]
    return max((int(name) for name in names if name.isdecimal()), default=0) + 1


def folder_of(root: Path, number: int) -> Path:
    """Return where the generation of that number lies."""
    return root / "generations" / f"{number:06}"


def pointer(root: Path) -> str:
    """Return the name of the generation that is served; empty where nothing says so."""
    try:
        return (root / "current").read_text(encoding="ascii").strip()
    except (FileNotFoundError, UnicodeDecodeError):
        return ""


def _point(root: Path, name: str) -> None:
    pointer = root / "current.new"
    pointer.write_text(name + "\n", encoding="ascii")
    sync(pointer)
    pointer.replace(root / "current")
    with suppress(OSError):  # it is published; a power cut may bring back the generation before
        sync(root)
