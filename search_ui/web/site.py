"""What the routes work with: the settings, the library, and one way to ask it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from flask import current_app

from indexer.settings import Settings
from indexer.thesaurus.glossary import Glossary, load

from ..search.library import Library
from ..search.service import SearchService

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class Site:
    """What one application shows."""

    settings: Settings
    library: Library

    @cached_property
    def glossary(self) -> Glossary:
        """The glossary as it stood when it was first asked for, for browsing; it may be empty."""
        return load(self.settings.glossary)


def site() -> Site:
    """Return what the application shows that answers this request."""
    held: Site = current_app.extensions["interloc"]
    return held


def ask(question: Callable[[SearchService], Answer]) -> Answer:
    """Return what the question makes of the library's present generation."""
    return site().library.ask(question)
