"""Which documents match an expression and how well: arithmetic on arrays of document numbers.

Knows neither files nor a driver: an engine that can hand out its postings as arrays gets exact
matching and scores from here. Documents are numbered from 0 in the order they were built.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from indexer.engine import Best, Bool, Expression, Phrase, Prefix, Term
from indexer.engines.recent import Recent

Numbers = NDArray[np.integer]
Scores = NDArray[np.floating]
Mask = NDArray[np.bool_]

K1 = 1.2
"""How soon repetitions of a term stop counting. Source: Robertson and Zaragoza, The Probabilistic
Relevance Framework: BM25 and Beyond (2009), section 3.2; both embedded engines use the same."""

B = 0.75
"""Share of the length normalisation, 0 to 1. Source: as ``K1``."""


ROOM = 16 << 20
"""Bytes of matches that are kept: those of a question's parts, which looser questions and filters ask
for again. A part that every one of 10,000 documents holds takes 160 KB."""


@dataclass(frozen=True, slots=True)
class Postings:
    """Where a term stands: rising document numbers, how often in each, and the positions there."""

    documents: Numbers
    frequencies: Numbers
    positions: Numbers
    """The positions of all documents one after the other; empty for a field without positions."""


class Terms(Protocol):
    """The postings of an index."""

    def postings(self, field: str, text: str) -> Postings | None:
        """Return where the term stands, or ``None`` if it stands nowhere."""
        ...

    def documents_with_prefix(self, field: str, prefix: str) -> Numbers:
        """Return the documents of every term that begins so, in any order, repeated at will."""
        ...


@dataclass(frozen=True, slots=True)
class Matches:
    """Rising document numbers and the score of each."""

    documents: Numbers
    scores: Scores

    @property
    def size(self) -> int:
        """The bytes it takes, about."""
        return 1_000 + self.documents.nbytes + self.scores.nbytes


def _recent() -> Recent[Expression, Matches]:
    return Recent(ROOM, lambda matches: matches.size)


@dataclass(frozen=True, slots=True)
class Matcher:
    """Answers expressions from the postings and the length of every document's fields."""

    terms: Terms
    size: int
    """The number of documents."""
    saturation: Mapping[str, Scores]
    """By field, for every document: the frequency at which a term earns half of its score."""
    recent: Recent[Expression, Matches] = field(default_factory=_recent)

    def matches(self, node: Expression) -> Matches:
        """Return the documents that match, in rising order. What is returned is not to be changed."""
        return self._term(node) if isinstance(node, Term) else self.recent.get(node, lambda: self._made(node))

    def _made(self, node: Expression) -> Matches:
        match node:
            case Term():
                return self._term(node)
            case Phrase(field, words, weight):
                return self._phrase(field, words, weight)
            case Prefix(field, text, weight):
                return self._prefix(field, text, weight)
            case Best(options):
                return self._best([self.matches(option) for option in options])
            case Bool(must, should):
                return self._bool(
                    [self.matches(part) for part in must],
                    [self.matches(part) for part in should],
                    node.needed,
                )

    def _term(self, term: Term) -> Matches:
        found = self.terms.postings(term.field, term.text)
        if found is None:
            return NO_MATCHES
        rarity = self._rarity(len(found.documents))
        return self._scored(term.field, found.documents, found.frequencies, term.weight * rarity)

    def _phrase(self, field: str, words: Sequence[str], weight: float) -> Matches:
        found = [self.terms.postings(field, word) for word in words]
        present = [postings for postings in found if postings is not None]
        if len(present) < len(words):
            return NO_MATCHES
        documents, frequencies = np.unique(_starts(present), return_counts=True)
        rarity = sum(self._rarity(len(postings.documents)) for postings in present)
        return self._scored(field, documents, frequencies, weight * rarity)

    def _prefix(self, field: str, text: str, weight: float) -> Matches:
        hit = np.zeros(self.size, np.bool_)
        hit[self.terms.documents_with_prefix(field, text)] = True
        documents = np.flatnonzero(hit)
        return Matches(documents, np.full(len(documents), weight, np.float64))

    def _best(self, options: Sequence[Matches]) -> Matches:
        if len(options) == 1:
            return options[0]
        hit = np.zeros(self.size, np.bool_)
        scores = np.full(self.size, -math.inf)
        for option in options:
            hit[option.documents] = True
            scores[option.documents] = np.maximum(scores[option.documents], option.scores)
        documents = np.flatnonzero(hit)
        return Matches(documents, scores[documents])

    def _bool(self, must: Sequence[Matches], should: Sequence[Matches], needed: int) -> Matches:
        scores = np.zeros(self.size)
        for part in (*must, *should):
            scores[part.documents] += part.scores
        matched = self._held(must) == len(must)
        if needed:
            matched &= self._held(should) >= needed
        documents = np.flatnonzero(matched)
        return Matches(documents, scores[documents])

    def _held(self, parts: Sequence[Matches]) -> Numbers:
        held = np.zeros(self.size, np.int32)
        for part in parts:
            held[part.documents] += 1
        return held

    def _rarity(self, holders: int) -> float:
        return math.log(1 + (self.size - holders + 0.5) / (holders + 0.5))

    def _scored(self, field: str, documents: Numbers, frequencies: Numbers, weight: float) -> Matches:
        scores = (weight * (K1 + 1)) * frequencies / (frequencies + self.saturation[field][documents])
        return Matches(documents, scores)


NO_MATCHES = Matches(np.empty(0, np.int64), np.empty(0))


def saturation(lengths: Numbers) -> Scores:
    """Return for each document the term frequency that earns half of a term's score.

    The average length counts only documents that have the field at all.
    """
    filled = lengths[lengths > 0]
    average = float(filled.mean()) if len(filled) else 1.0
    return K1 * (1 - B + B * lengths / average)


def _starts(words: Sequence[Postings]) -> Numbers:
    """Return the document of every place where the words stand one after the other."""
    shared = reduce(_intersection, (word.documents for word in words))
    starts = [_places(word, offset, shared) for offset, word in enumerate(words)]
    starts.sort(key=len)
    documents: Numbers = reduce(_intersection, starts) >> 32
    return documents


def _places(word: Postings, offset: int, documents: Numbers) -> Numbers:
    """Return where a phrase would begin that has the word at ``offset``: document * 2**32 + position.

    The beginnings before a document's first word do no harm: the first word of a phrase has none.
    """
    wanted = np.repeat(np.isin(word.documents, documents, assume_unique=True), word.frequencies)
    owners = np.repeat(word.documents, word.frequencies)[wanted].astype(np.int64)
    places: Numbers = (owners << 32) + word.positions[wanted] - offset
    return places


def _intersection(few: Numbers, many: Numbers) -> Numbers:
    """Return the numbers that both rising arrays hold; quickest with the shorter one first."""
    if len(many) < len(few):
        few, many = many, few
    if not len(few):
        return few
    places = np.searchsorted(many, few)
    places[places == len(many)] = 0
    shared: Numbers = few[many[places] == few]
    return shared
