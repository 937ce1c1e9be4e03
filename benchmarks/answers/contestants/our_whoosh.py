"""Our service with whoosh."""

from __future__ import annotations

from pathlib import Path

from .ours import build_with, open_index

__all__ = ["NAME", "build", "open_index"]

NAME = "ours, whoosh"


def build(texts: Path, target: Path) -> None:
    """Build and publish an index."""
    build_with("whoosh", texts, target)
