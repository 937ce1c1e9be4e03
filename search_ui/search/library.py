"""The library as it is served now: follows the index folder from generation to generation."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from indexer import generations
from indexer.catalogue import Catalogue
from indexer.engines import engine
from indexer.errors import EngineError, GenerationError
from indexer.thesaurus import kept

from .service import SearchService

Answer = TypeVar("Answer")
_log = logging.getLogger(__name__)


@dataclass(slots=True)
class _Open:
    """A service and how many questions it is answering."""

    service: SearchService
    pointed: str
    """What the pointer named when it was opened."""
    asking: int = 0
    retired: bool = False

    def close_if_idle(self) -> None:
        if self.retired and not self.asking:
            self.service.close()


class Library:
    """Opens the served generation, and the next one as soon as it is published.

    A damaged generation is not served: the one before stands in, and the service says so.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lock = threading.Lock()
        self._open: _Open | None = None

    def ask(self, question: Callable[[SearchService], Answer]) -> Answer:
        """Return what the question makes of one generation, the same from start to end.

        A generation whose files are removed while it is being asked is asked for no longer: the
        question goes once more to the one that is served by then. Raises ``GenerationError`` or
        ``EngineError``.
        """
        try:
            return self._ask(question)
        except (EngineError, GenerationError):
            if self._open and self._open.pointed == generations.pointer(self._root):
                raise
            return self._ask(question)

    def close(self) -> None:
        """Close what is open once the last question is answered."""
        with self._lock:
            self._retire()

    def _ask(self, question: Callable[[SearchService], Answer]) -> Answer:
        held = self._hold()
        try:
            return question(held.service)
        finally:
            with self._lock:
                held.asking -= 1
                held.close_if_idle()

    def _hold(self) -> _Open:
        """Return the generation that the index folder points to, kept open until it is given back."""
        pointed = generations.pointer(self._root)
        with self._lock:
            if self._open is None or self._open.pointed != pointed:
                opened = _Open(open_service(self._root), pointed)
                self._retire()
                self._open = opened
            self._open.asking += 1
            return self._open

    def _retire(self) -> None:
        if self._open:
            self._open.retired = True
            self._open.close_if_idle()
            self._open = None


def open_service(root: Path) -> SearchService:
    """Return a service of the newest sound generation. Raises ``GenerationError`` or ``EngineError``."""
    generation, damage = generations.usable(root)
    if damage:
        _log.warning("%s Until then generation %d answers.", damage, generation.number)
    return SearchService(
        generation=generation.number,
        engine_name=generation.manifest.engine,
        reader=engine(generation.manifest.engine).open(generation.engine),
        catalogue=Catalogue(generation.catalogue),
        corpus=Path(generation.manifest.corpus),
        lacking=tuple(generation.manifest.notices),
        bridge=kept(generation.folder, {}),
        notice=(
            f"The newest index is damaged. Generation {generation.number} answers until the next build."
            if damage
            else None
        ),
    )
