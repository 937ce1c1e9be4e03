"""One question of the benchmark. Imports nothing, so that a peer's own Python can read it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Asked:
    """A question of one kind."""

    kind: str
    text: str
    """As a person types it: a phrase in quotation marks, a beginning with ``*``."""
    words: tuple[str, ...]
    """Its words alone."""
    language: str = ""
    """Only documents in this language are wanted; empty where all are."""
