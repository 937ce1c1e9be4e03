"""Paths that lead into files: ``letters.zip/minutes.eml/plan.docx``."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from itertools import islice, takewhile
from pathlib import PurePosixPath


def below(paths: Sequence[str], file: PurePosixPath) -> Iterator[str]:
    """Return those of the sorted paths that lead into the file."""
    start = f"{file.as_posix()}/"
    return takewhile(lambda path: path.startswith(start), islice(paths, bisect_left(paths, start), None))


def is_inside(path: str, files: Container[str]) -> bool:
    """Say whether the path leads into one of the files."""
    end = path.rfind("/")
    while end > 0:
        if path[:end] in files:
            return True
        end = path.rfind("/", 0, end)
    return False


def outermost(path: PurePosixPath, files: Container[PurePosixPath]) -> PurePosixPath:
    """Return the one of the files that the path is or leads into."""
    return next(place for place in (path, *path.parents) if place in files)
