"""Questions are asked of a library, and what comes back is kept."""

from __future__ import annotations

import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from search_ui.search.query import Query, parse

from .library import Library
from .questions import Question

DEPTH = 100
"""Documents of an answer that are looked at."""

WARMING = "warmimg"
"""A word that no library knows: answering it prepares what a service prepares once."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one question found."""

    ranked: tuple[str, ...]
    """Paths of the first ``DEPTH`` documents, the best first."""
    complete: int | None = None
    """Documents that are said to hold all words; not known where only the order was asked for."""
    cpu_ms: float | None = None
    """Processor time of the first page; not known where only the order was asked for."""


Run = Mapping[str, Answer]
"""The answer to each question, by its id."""


def ordered(library: Library, questions: Iterable[Question], recency: float = 0.0) -> Run:
    """Return the order of documents for each question, and nothing else: the quick way.

    ``recency`` is by how much the newest document is raised over the oldest: a part that the search
    does not have, to see whether it would help.
    """
    return {question.id: Answer(_order(library, question, recency)) for question in questions}


def asked(library: Library, questions: Iterable[Question]) -> Run:
    """Return for each question what a person would see and wait for, too."""
    library.service.search(Query(parse(WARMING)))
    return {question.id: _asked(library, question) for question in questions}


def _asked(library: Library, question: Question) -> Answer:
    query = Query(parse(question.text))
    started = time.process_time()
    page = library.service.search(query)
    spent = time.process_time() - started
    return Answer(_order(library, question), page.complete, spent * 1000)


def _order(library: Library, question: Question, recency: float = 0.0) -> tuple[str, ...]:
    ranked = library.service.order(Query(parse(question.text), per_page=DEPTH))
    found = [(library.paths[one.id], one.score) for one in ranked[:DEPTH]]
    if recency:
        found.sort(key=lambda one: -one[1] * (1 + recency * library.newness(one[0])))
    return tuple(path for path, _ in found)
