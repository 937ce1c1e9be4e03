"""What the routes work with: the settings, the library, and one way to ask it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from flask import current_app, request

from indexer.settings import Settings
from indexer.thesaurus.glossary import Glossary, load

from ..search.library import Library
from ..search.service import SearchService
from .limits import Limits, client

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

    @cached_property
    def limits(self) -> Limits:
        """What each client may ask of the API and of the forms that an answer can be taken along in."""
        return Limits(self.settings.api_requests_per_minute)

    def count(self, cost: float = 1) -> None:
        """Count this request of its client. Raises ``TooManyRequests`` where it is one too many."""
        header = self.settings.client_header
        forwarded = request.headers.get(header) if header else None
        self.limits.check(client(request.remote_addr, forwarded), cost)


def site() -> Site:
    """Return what the application shows that answers this request."""
    held: Site = current_app.extensions["interloc"]
    return held


def ask(question: Callable[[SearchService], Answer]) -> Answer:
    """Return what the question makes of the library's present generation."""
    return site().library.ask(question)
