"""What files looked like when they were last read, so that one that looks the same need not be read again.

A file is taken for the same where size, inode and both of its times are. The time of its last change of
any kind (ctime) is the system's own: no program sets it back, whatever it does to the other one.
What is kept here is never needed: without it, or where it does not fit, files are read.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

SEEN = "seen.json"
"""Name of the file that keeps it: in a generation about the index, in the index folder about the corpus."""

CORPUS_SETTLES = 2_000_000_000
"""Nanoseconds after which a document that is changed again has other times. Source: FAT counts in two
seconds, what shared drives make of times is often no finer."""

INDEX_SETTLES = 100_000_000
"""The same for an index, which only a build writes. Source: Linux counts in steps of up to 10 ms."""

Looks = tuple[int, int, int, int]
"""Size, time of the last write, time of the last change of any kind, both in nanoseconds, and inode."""

Seen = Mapping[str, tuple[Looks, str]]
"""How a file looked and the SHA-256 that it had, by its path."""


def looks(found: os.stat_result) -> Looks:
    """Return what a file looks like."""
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def settled(seen: Seen, settles: int) -> Seen:
    """Return what is proof from now on: files that were just changed may change again at the same time."""
    latest = time.time_ns() - settles
    return {path: (looks, digest) for path, (looks, digest) in seen.items() if max(looks[1:3]) < latest}


def load(file: Path) -> Seen:
    """Return what was kept; nothing where it cannot be read."""
    try:
        kept = json.loads(file.read_bytes())
        return {
            path: ((size, written, changed, inode), digest)
            for path, (size, written, changed, inode, digest) in kept.items()
        }
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def keep(file: Path, seen: Seen) -> None:
    """Write it down in one step; where the disk is full, nothing is kept."""
    unnamed = file.with_suffix(".new")
    rows = {path: (*looks, digest) for path, (looks, digest) in seen.items()}
    try:
        unnamed.write_text(json.dumps(rows), encoding="utf-8")
        unnamed.replace(file)
    except OSError:
        for left in (unnamed, file):
            with suppress(OSError):
                left.unlink()
