"""The manifest of a generation: what it holds, what made it, and the hash of every byte."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from .errors import DamagedGeneration, OutdatedGeneration
from .seen import INDEX_SETTLES, SEEN, keep, load, looks, settled

FORMAT = 6
"""Version of everything below a generation's folder; a change of layout or analysis raises it."""

MANIFEST = "manifest.json"
_UNNAMED = "manifest.new"
_OWN = (MANIFEST, _UNNAMED, SEEN, Path(SEEN).with_suffix(".new").name)
"""Files of a generation whose hashes it does not keep."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a generation holds and what made it."""

    format: int
    engine: str
    versions: Mapping[str, str]
    """What shaped the index: versions of packages, settings, the hash of the glossary."""
    corpus: str
    """The folder of documents, absolute."""
    documents: int
    files: Mapping[str, str]
    """SHA-256 by path inside the generation, of every file but the manifest."""
    notices: Sequence[str] = ()
    """What questions have to do without, a sentence each."""

    @property
    def digest(self) -> str:
        """SHA-256 over the hashes of all files: what no other content has."""
        return hashlib.sha256(json.dumps(self.files, sort_keys=True).encode()).hexdigest()


def seal(
    folder: Path,
    *,
    engine: str,
    versions: Mapping[str, str],
    corpus: Path,
    documents: int,
    notices: Sequence[str] = (),
) -> Manifest:
    """Sync every file and folder of the generation and write its manifest. Returns the manifest."""
    manifest = Manifest(
        format=FORMAT,
        engine=engine,
        versions=versions,
        corpus=str(corpus.absolute()),
        documents=documents,
        files={path.relative_to(folder).as_posix(): _digest(path) for path in _files(folder)},
        notices=notices,
    )
    for path in _files(folder):
        sync(path)
    unnamed = folder / _UNNAMED
    unnamed.write_text(json.dumps(asdict(manifest), indent=1, sort_keys=True) + "\n", encoding="utf-8")
    sync(unnamed)
    unnamed.replace(folder / MANIFEST)
    for inner in sorted({path.parent for path in _files(folder)} | {folder}, reverse=True):
        sync(inner)
    sync(folder.parent)
    return manifest


def keep_looks(folder: Path, manifest: Manifest) -> None:
    """Write down what the generation's files look like, for ``sound_manifest``."""
    there = {name: (looks((folder / name).stat()), digest) for name, digest in manifest.files.items()}
    keep(folder / SEEN, settled(there, INDEX_SETTLES))


def sound_manifest(folder: Path, *, trusting: bool = False) -> Manifest:
    """Return the generation's manifest after reading every byte of the generation against it.

    ``trusting`` leaves out files that look as they did when they were hashed: what no program has
    written to since. Raises ``OutdatedGeneration`` or ``DamagedGeneration``.
    """
    manifest = _read(folder)
    seen = load(folder / SEEN) if trusting else {}
    there = {path.relative_to(folder).as_posix() for path in _files(folder)}
    for name in sorted(there ^ set(manifest.files)):
        raise DamagedGeneration(folder, f"{name} is {'too much' if name in there else 'missing'}")
    for name, digest in manifest.files.items():
        if name in seen and seen[name] == (looks((folder / name).stat()), digest):
            continue
        if _digest(folder / name) != digest:
            raise DamagedGeneration(folder, f"{name} differs from what was written")
    return manifest


def _read(folder: Path) -> Manifest:
    try:
        stated = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        found = stated["format"]
        if found != FORMAT:
            raise OutdatedGeneration(folder, found, FORMAT)
        return Manifest(**stated)
    except (OSError, ValueError, TypeError, KeyError) as error:
        state = "is missing" if isinstance(error, FileNotFoundError) else "is not what was written"
        raise DamagedGeneration(folder, f"{MANIFEST} {state}") from error


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file() and path.name not in _OWN)


def _digest(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise DamagedGeneration(path.parent, f"{path.name}: {error.strerror}") from error


def sync(path: Path) -> None:
    """Wait until the file or folder stands on the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
