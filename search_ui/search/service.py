"""The one way to an answer: ``SearchService.search(Query) -> Response``."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from pathlib import Path

from indexer.catalogue import Catalogue
from indexer.engine import Candidates, Expression, Order, Reader
from indexer.errors import NotInLibrary
from indexer.languages.base import words
from indexer.model import Document, Passage
from indexer.thesaurus import Bridge

from . import events, excerpts, known, ranking
from .answer import FacetValue, Hit, Response, Shelf, Status
from .completion import Completer
from .corrections import as_typed, corrected, corrections_of
from .excerpts import Excerpt
from .nearest import Nearest
from .plan import Plan, plan, relaxations, strictly, untranslated
from .query import Query
from .ranking import Ranked
from .reasons import reasons
from .selection import FACETS, Selection
from .weights import WEIGHTS, Weights

DEPTH = 100
"""Documents re-ranked by their passages; those behind keep the engine's order.

Source: chosen by hand; more cost more and were not tried."""

REMEMBERED = 256
"""Answers that are kept for who asks again, about 45 KB each with ten hits."""


@dataclass(frozen=True, slots=True)
class _Recalled:
    """What the engine was asked in the end, and what it found."""

    expression: Expression | None
    found: Candidates
    complete: int
    """Documents that hold all needed words."""
    relaxed: bool


@dataclass(frozen=True)
class SearchService:
    """Answers questions from one generation. Many threads may ask at once."""

    generation: int
    engine_name: str
    reader: Reader
    catalogue: Catalogue
    corpus: Path
    """The folder that the documents were read from, where their original files stand."""
    edition: str = ""
    """What no other content of the index has: two builds of the same number may differ."""
    notice: str | None = None
    lacking: tuple[str, ...] = ()
    """What questions have to do without, a sentence each."""
    bridge: Bridge | None = None
    weights: Weights = WEIGHTS
    now: Callable[[], float] = field(default=time.perf_counter)

    def search(self, query: Query) -> Response:
        """Return the answer to the query."""
        started = self.now()
        return replace(self._answers(query), took_ms=(self.now() - started) * 1000)

    @cached_property
    def _answers(self) -> Callable[[Query], Response]:
        """What answers; an answer that was given lately is given again."""
        return lru_cache(maxsize=REMEMBERED)(self._answer)

    def _answer(self, query: Query) -> Response:
        where = self._selection.where(query.all_filters)
        planned, recalled = self._understood(query, where)
        ranked = self._ranked(query, planned, recalled.found)
        first = (query.page - 1) * query.per_page
        corrections = corrections_of(planned.wants)
        return Response(
            query=query,
            hits=tuple(self._hits(ranked[first : first + query.per_page], planned, relaxed=recalled.relaxed)),
            total=recalled.found.total,
            relaxed=recalled.relaxed,
            complete=recalled.complete,
            facets=self._facets(recalled, planned, where),
            corrections=corrections,
            expansions=planned.expansions,
            corrected=corrected(query.question.text, corrections),
            as_typed=as_typed(query.question.text, corrections),
            generation=self.generation,
            took_ms=0.0,
        )

    def order(self, query: Query) -> tuple[Ranked, ...]:
        """Return the documents in their final order, without what is shown of them: for measuring."""
        planned, recalled = self._understood(query, self._selection.where(query.all_filters))
        return self._ranked(query, planned, recalled.found)

    def count(self, query: Query) -> int:
        """Return how many documents answer the query."""
        _, recalled = self._understood(replace(query, per_page=1), self._selection.where(query.all_filters))
        return recalled.found.total

    def complete(self, text: str) -> tuple[str, ...]:
        """Return questions that begin with the text, the likeliest first."""
        return self._completer.complete(text)

    def document(self, id: str) -> tuple[Document, tuple[Passage, ...]]:
        """Return a document with its text. Raises ``NotInLibrary``."""
        document = self.catalogue.documents([id]).get(id)
        if document is None:
            raise NotInLibrary(id)
        return document, self.catalogue.passages(id)

    def planned(self, query: Query) -> Plan:
        """Return what the query asks of this library."""
        return plan(query.question, self.catalogue, self._near, self.bridge, query.without, self.weights)

    @cached_property
    def status(self) -> Status:
        """What the library holds."""
        failures = self.catalogue.failures()
        return Status(
            generation=self.generation,
            engine=self.engine_name,
            documents=self.catalogue.count(),
            numbers={label: self.catalogue.numbers_of(label) for label in FACETS},
            shelves=tuple(Shelf(*shelf) for shelf in self.catalogue.shelves()),
            failures=tuple((failure.path, failure.code, failure.reason) for failure in failures),
            warnings=self.catalogue.warnings(),
            lacking=self.lacking,
            notice=self.notice,
        )

    def close(self) -> None:
        """Give back all that was opened."""
        if self.bridge:
            self.bridge.close()
        self.reader.close()
        self.catalogue.close()

    @cached_property
    def _selection(self) -> Selection:
        return Selection(self.catalogue)

    def _near(self, word: str) -> tuple[str, ...]:
        return self._nearest(word)

    @cached_property
    def _nearest(self) -> Nearest:
        """All words of the library and its glossary, listed once a word is met that none of them is."""
        terms = self.bridge.thesaurus.terms(self.catalogue.languages) if self.bridge else ()
        listed = {word.text: 0 for term in terms for word in words(term)}
        return Nearest(self.catalogue, listed | dict(self.vocabulary))

    @cached_property
    def vocabulary(self) -> Mapping[str, int]:
        """Every word of the library with the number of its documents."""
        return self.catalogue.vocabulary()

    @cached_property
    def events(self) -> tuple[events.Event, ...]:
        """The events that documents tell of, the earliest first."""
        return events.told(self.catalogue.claims)

    @cached_property
    def numbers(self) -> known.Numbers:
        """How many projects, places, lessons and events the library knows."""
        return known.numbers(self.catalogue, self.events)

    @cached_property
    def _completer(self) -> Completer:
        terms = self.bridge.thesaurus.terms(self.catalogue.languages) if self.bridge else ()
        return Completer(self.vocabulary, terms)

    @cached_property
    def _size(self) -> int:
        return self.catalogue.count()

    def _understood(self, query: Query, where: Mapping[str, frozenset[str]]) -> tuple[Plan, _Recalled]:
        planned = self.planned(query)
        return planned, self._recall(planned, where, query)

    def _recall(self, planned: Plan, where: Mapping[str, frozenset[str]], query: Query) -> _Recalled:
        """Return what was found: what holds all words; where few do, also what holds most, or any.

        The verb of a question need not be the document's. A document in another language that holds
        all words does not keep out those in the question's own that hold most. Filters do not decide
        it, so that a facet's count is what its link gives.
        """
        strict = strictly(planned)
        found = self._ask(strict, planned, where, query)
        whole = self._total(strict, planned) if where else found.total
        plain = untranslated(planned)
        own = self._total(plain, planned) if plain is not None and whole else whole
        asked, total, enough = strict, whole, own
        for looser in relaxations(planned, self.weights):
            if enough >= self.weights.few:
                break
            enough = self._total(looser, planned)
            if enough > total:
                asked, total = looser, enough
        if asked is strict:
            return _Recalled(strict, found, complete=found.total, relaxed=False)
        return _Recalled(asked, self._ask(asked, planned, where, query), complete=found.total, relaxed=True)

    def _total(self, expression: Expression | None, planned: Plan) -> int:
        return self.reader.search(expression, without=planned.without, limit=0).total

    def _ask(
        self, expression: Expression | None, planned: Plan, where: Mapping[str, frozenset[str]], query: Query
    ) -> Candidates:
        wanted = min(query.page * query.per_page, self._size)
        return self.reader.search(
            expression,
            without=planned.without,
            where=where,
            facets=FACETS,
            order=query.order,
            limit=max(DEPTH, wanted),
        )

    def _facets(
        self, recalled: _Recalled, planned: Plan, where: Mapping[str, frozenset[str]]
    ) -> dict[str, tuple[FacetValue, ...]]:
        """Return each label's values; a filtered label counts as if it were not filtered."""
        counted = dict(recalled.found.facets)
        for label in where:
            others = {other: values for other, values in where.items() if other != label}
            wider = self.reader.search(
                recalled.expression, without=planned.without, where=others, facets=(label,), limit=0
            )
            counted[label] = wider.facets[label]
        return self._selection.facets(counted, where)

    def _ranked(self, query: Query, planned: Plan, found: Candidates) -> tuple[Ranked, ...]:
        """Return the candidates in their final order."""
        if query.order is Order.DATE or not planned.needed:
            return tuple(Ranked(id, round(score, 6)) for id, score in found.ranked)
        near, far = found.ranked[:DEPTH], found.ranked[DEPTH:]
        terms = self.catalogue.terms([id for id, _ in near])
        worths = ranking.worths(terms, planned.wants, self._size, self.weights)
        ranked = ranking.rerank(near, worths, self._in_language(planned, near), self.weights)
        if not far:
            return ranked
        # Those behind are scored below the others and keep the engine's order.
        lowest, highest = ranked[-1].score, far[0][1] or 1.0
        return ranked + tuple(Ranked(id, round(lowest * score / highest, 6)) for id, score in far)

    def _evidences(self, ids: Sequence[str], planned: Plan) -> dict[str, tuple[ranking.Evidence, ...]]:
        if not planned.needed:
            return {}
        return ranking.evidence(self.catalogue.terms(ids), planned.wants, self._size, self.weights)

    def _in_language(self, planned: Plan, near: Sequence[tuple[str, float]]) -> frozenset[str]:
        """Return the candidates whose main language is the question's, where that is known."""
        if planned.language is None:
            return frozenset()
        return self.catalogue.in_language([id for id, _ in near], planned.language)

    def _hits(self, ranked: Sequence[Ranked], planned: Plan, *, relaxed: bool) -> list[Hit]:
        ids = [one.id for one in ranked]
        documents, evidences = self.catalogue.documents(ids), self._evidences(ids, planned)
        quoted = self._quoted({id: evidences.get(id, ()) for id in ids})
        return [
            Hit(
                document=documents[one.id],
                score=one.score,
                excerpts=quoted[one.id],
                why=tuple(reasons(evidences.get(one.id, ()), planned.wants, relaxed=relaxed)),
            )
            for one in ranked
        ]

    def _quoted(self, evidences: Mapping[str, Sequence[ranking.Evidence]]) -> dict[str, tuple[Excerpt, ...]]:
        """Return each document's quotable passages in the order of their worth.

        The opening where none stands out.
        """
        found = {
            id: {one.passage: one.found for one in excerpts.best(evidence)}
            for id, evidence in evidences.items()
        }
        held = self.catalogue.quotables({id: words or excerpts.OPENING for id, words in found.items()})
        return {
            id: tuple(
                excerpts.excerpt(held[id][number], said)
                for number, said in (words or {excerpts.opening(held[id]): ()}).items()
                if number in held[id]
            )
            for id, words in found.items()
        }
