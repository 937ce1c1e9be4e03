"""A searchable library in arrays: matches are filtered, counted, ordered and cut here.

Knows neither files nor a driver. Every total and every facet is a count over all matches.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from indexer.engine import Candidates, Expression, Order
from indexer.engines.matching import Mask, Matcher, Matches, Numbers, Scores


@dataclass(frozen=True, slots=True)
class Label:
    """Which documents have which value of a label; a document may have several."""

    values: Sequence[str]
    documents: Numbers
    """The documents of the first value, then those of the second, and so on."""
    codes: Numbers
    """For each of ``documents`` the place of its value in ``values``."""

    def holders(self, wanted: frozenset[str], size: int) -> Mask:
        """Return for each of ``size`` documents whether it has one of the values."""
        asked = np.array([value in wanted for value in self.values], np.bool_)
        mask = np.zeros(size, np.bool_)
        mask[self.documents[asked[self.codes]]] = True
        return mask

    def counts(self, matched: Mask) -> Mapping[str, int]:
        """Return how many of the matched documents have each value that any of them has."""
        counts = np.bincount(self.codes[matched[self.documents]], minlength=len(self.values))
        return {self.values[code]: int(counts[code]) for code in np.flatnonzero(counts).tolist()}


def label(holders: Iterable[tuple[str, Numbers]]) -> Label:
    """Return the label of these values and the documents that have each."""
    pairs = list(holders)
    counts = [len(documents) for _, documents in pairs]
    documents = np.concatenate([np.empty(0, np.uint32), *(documents for _, documents in pairs)])
    return Label([value for value, _ in pairs], documents, np.repeat(np.arange(len(pairs)), counts))


def ranks(ids: Sequence[str]) -> Numbers:
    """Return the place of each document in the order of the ids."""
    places = np.empty(len(ids), np.int64)
    places[sorted(range(len(ids)), key=ids.__getitem__)] = np.arange(len(ids))
    return places


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that is known about the documents besides their terms, and the matcher of those."""

    ids: Sequence[str]
    ranks: Numbers
    dates: Numbers
    labels: Mapping[str, Label]
    matcher: Matcher

    def search(
        self,
        query: Expression | None,
        *,
        without: Expression | None,
        where: Mapping[str, frozenset[str]],
        facets: Sequence[str],
        order: Order,
        limit: int,
        offset: int,
    ) -> Candidates:
        """Return the documents that match, as ``indexer.engine.Reader.search`` promises."""
        found = self._kept(self._matches(query), without, where)
        matched = np.zeros(len(self.ids), np.bool_)
        matched[found.documents] = True
        values = self.dates[found.documents] if order is Order.DATE else found.scores
        best = _best(values, self.ranks[found.documents], limit + offset)[offset:]
        return Candidates(
            ranked=tuple((self.ids[found.documents[place]], float(found.scores[place])) for place in best),
            total=len(found.documents),
            facets={name: self.labels[name].counts(matched) for name in facets},
        )

    def _matches(self, query: Expression | None) -> Matches:
        if query is None:
            return Matches(np.arange(len(self.ids)), np.zeros(len(self.ids)))
        return self.matcher.matches(query)

    def _kept(
        self, found: Matches, without: Expression | None, where: Mapping[str, frozenset[str]]
    ) -> Matches:
        if without is None and not where:
            return found
        kept = np.ones(len(self.ids), np.bool_)
        if without is not None:
            kept[self.matcher.matches(without).documents] = False
        for name, values in where.items():
            kept &= self.labels[name].holders(values, len(self.ids))
        stays = kept[found.documents]
        return Matches(found.documents[stays], found.scores[stays])


def _best(values: Scores | Numbers, ranks: Numbers, count: int) -> Numbers:
    """Return the places of the ``count`` largest values in falling order, ties by rank."""
    if count <= 0:
        return np.empty(0, np.int64)
    places = np.arange(len(values))
    if count < len(values):
        least = np.partition(values, len(values) - count)[len(values) - count]
        places = np.flatnonzero(values >= least)
    order = np.lexsort((ranks[places], -values[places]))
    return places[order][:count]
