"""The same questions asked in several ways, on two processors at most."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from multiprocessing import get_context
from typing import Protocol

from indexer.settings import Settings
from search_ui.search.library import open_service
from search_ui.search.weights import WEIGHTS, Weights

from . import library, runs
from .library import Library
from .parts import PARTS, without
from .questions import Question
from .runs import Run

PROCESSES = 2

RECENCIES = (0.1, 0.3)
"""How much newer documents are raised, in turn, to see whether that would help."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One way to search."""

    name: str
    settings: Settings
    weights: Weights = WEIGHTS
    recency: float = 0.0
    """By how much the newest document is raised over the oldest."""


class Asking(Protocol):
    """Asks the questions in each way and yields the orders found, in the order of the ways."""

    def __call__(self, variants: Sequence[Variant], questions: Sequence[Question]) -> Iterator[Run]: ...


@contextmanager
def asking() -> Iterator[Asking]:
    """Give out what asks. The indexes must have been built."""
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("forkserver")) as pool:

        def ask(variants: Sequence[Variant], questions: Sequence[Question]) -> Iterator[Run]:
            return pool.map(functools.partial(_ordered, questions=tuple(questions)), variants)

        yield ask


def parts(settings: Settings) -> tuple[Variant, ...]:
    """Return the ways that leave out one part each, behind the one that leaves out nothing.

    Last come parts that the search does not have, with a plus before their name.
    """
    left_out = (Variant(part, settings, without([part])) for part in PARTS)
    added = (Variant(f"+ recency {share}", settings, recency=share) for share in RECENCIES)
    return (Variant("nothing", settings), *left_out, *added)


def _ordered(variant: Variant, questions: Sequence[Question]) -> Run:
    held = _opened(variant.settings)
    weighed = replace(held, service=replace(held.service, weights=variant.weights))
    return runs.ordered(weighed, questions, variant.recency)


@functools.cache
def _opened(settings: Settings) -> Library:
    """Return the library, opened once in each process and closed with it."""
    return library.of(open_service(settings.index))
