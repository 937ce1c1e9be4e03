"""The library as it is served now: follows the index folder from generation to generation."""

from __future__ import annotations

import logging
import math
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from indexer import generations
from indexer.catalogue import Catalogue
from indexer.engines import engine
from indexer.errors import EngineError, GenerationError, InterLocError
from indexer.languages import lemmas
from indexer.thesaurus import Relatives, kept, skeleton

from .service import SearchService
from .weights import WEIGHTS, Weights

Answer = TypeVar("Answer")
_log = logging.getLogger(__name__)

PATIENCE = 30.0
"""Seconds before what could not be opened is tried again, since that may read every byte of an index."""

UNREAD_FOR = 10.0
"""Seconds for which what was just opened answers before every byte of it is read beside the questions."""


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


@dataclass(frozen=True, slots=True)
class _Refused:
    """Why what the pointer names could not be opened, so that not every question tries again."""

    pointed: str
    error: InterLocError
    at: float


class Library:
    """Opens the served generation, and the next one as soon as it is published.

    A damaged generation is not served: the one before stands in, and the service says so. What is
    open goes on answering where the next one cannot be opened.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lock = threading.Lock()
        self._opening = threading.Lock()
        """Held by the one thread that opens a generation, which reads every byte of it."""
        self._open: _Open | None = None
        self._refused: _Refused | None = None
        self._given_up = -math.inf
        """When an open generation was last closed because it failed."""
        self._reading: threading.Timer | None = None
        """Reads every byte of what is open, once."""
        self._distrusted = ""
        """What the pointer named when a byte was found that nobody had written."""

    def ask(self, question: Callable[[SearchService], Answer]) -> Answer:
        """Return what the question makes of one generation, the same from start to end.

        A generation that fails while it is asked, since its files were removed or damaged, is
        given up: the question goes once more to what is sound by then. Raises ``GenerationError``
        or ``EngineError``.
        """
        held = self._hold()
        try:
            return self._answer(held, question)
        except (EngineError, GenerationError):
            if not self._give_up(held):
                raise
        return self._answer(self._hold(), question)

    def close(self) -> None:
        """Close what is open once the last question is answered."""
        with self._lock:
            self._retire()
            if self._reading:
                self._reading.cancel()

    def check(self) -> None:
        """Read every byte of what is open; damage is told, and a sound generation answers from then on.

        Opening reads only files that do not look as they did when they were made, which leaves
        what a disk forgets on its own.
        """
        held = self._open
        if held is None:
            return
        try:
            generations.verified(generations.folder_of(self._root, held.service.generation))
        except GenerationError as error:
            with self._lock:
                if self._open is held and generations.pointer(self._root) == held.pointed:
                    _log.warning("%s", error)
                    self._distrusted, self._refused = held.pointed, None
                    self._retire()

    def _answer(self, held: _Open, question: Callable[[SearchService], Answer]) -> Answer:
        try:
            return question(held.service)
        finally:
            with self._lock:
                held.asking -= 1
                held.close_if_idle()

    def _hold(self) -> _Open:
        """Return the generation that the index folder points to, kept open until it is given back."""
        while True:
            self._follow(generations.pointer(self._root))
            with self._lock:
                if self._open is not None:
                    self._open.asking += 1
                    return self._open
                if self._refused is not None:
                    raise self._refused.error.with_traceback(None)
            # Somebody has given up what was open a moment ago.

    def _follow(self, pointed: str) -> None:
        """Move on to what the pointer names; where something is open, it answers until that is done."""
        held = self._open
        if held and held.pointed == pointed:
            return
        if self._opening.acquire(blocking=held is None):
            try:
                self._move_on(pointed)
            finally:
                self._opening.release()

    def _move_on(self, pointed: str) -> None:
        """Open what the pointer names, unless that is open already or has just failed."""
        held, refused = self._open, self._refused
        if held and held.pointed == pointed:
            return
        if refused and refused.pointed == pointed and time.monotonic() - refused.at < PATIENCE:
            return
        try:
            opened = _Open(open_service(self._root, trusting=pointed != self._distrusted), pointed)
        except InterLocError as error:
            if held:  # else whoever asks is told
                _log.warning("%s Until then generation %d answers.", error, held.service.generation)
            self._refused = _Refused(pointed, error, time.monotonic())
            return
        with self._lock:
            self._retire()
            self._open, self._refused = opened, None
            if self._reading:
                self._reading.cancel()
            self._reading = threading.Timer(UNREAD_FOR, self.check)
            self._reading.daemon = True
            self._reading.start()

    def _give_up(self, held: _Open) -> bool:
        """Say whether another try is worth while: another generation is open, or this one can be reopened."""
        with self._lock:
            if self._open is not held:
                return True
            if time.monotonic() - self._given_up < PATIENCE:
                return False
            self._given_up = time.monotonic()
            self._distrusted = held.pointed
            self._retire()
            return True

    def _retire(self) -> None:
        if self._open:
            self._open.retired = True
            self._open.close_if_idle()
            self._open = None


def open_service(root: Path, weights: Weights = WEIGHTS, *, trusting: bool = True) -> SearchService:
    """Return a service of the newest sound generation. Raises ``GenerationError`` or ``EngineError``.

    Where ``trusting``, files of it are not read that look as they did when they were made.
    """
    generation, damage = generations.usable(root, trusting=trusting)
    if damage:
        _log.warning("%s Until then generation %d answers.", damage, generation.number)
    catalogue = Catalogue(generation.catalogue)
    return SearchService(
        generation=generation.number,
        engine_name=generation.manifest.engine,
        reader=engine(generation.manifest.engine).open(generation.engine),
        catalogue=catalogue,
        corpus=Path(generation.manifest.corpus),
        edition=generation.manifest.digest,
        lacking=tuple(generation.manifest.notices),
        bridge=kept(generation.folder, _relatives(catalogue)),
        weights=weights,
        notice=(
            f"The newest index is damaged. Generation {generation.number} answers until the next build."
            if damage
            else None
        ),
    )


def _relatives(catalogue: Catalogue) -> Relatives:
    """Return what finds the library's words by the skeleton that they share with words of other languages."""

    def relatives(bones: str) -> Iterator[tuple[str, str]]:
        for word in catalogue.having("cognate", (bones,)):
            forms = (key.partition(":")[2] for key in lemmas(word.text, word.language))
            yield from ((word.language, form) for form in forms if skeleton(form) == bones)

    return relatives
