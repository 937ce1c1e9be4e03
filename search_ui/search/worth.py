"""What documents are worth to a question by their passages: all of them at once, in arrays. Pure.

Says the same as ``ranking.evidence``, to the last bit, for questions without quotations; but only
how much, and not which words it is, which costs many times as much and is shown of ten documents.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from indexer.terms import Terms

from .wanted import Want
from .weights import Weights

Numbers = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float64]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Worth:
    """What one document's passages say to the question."""

    scores: tuple[float, ...]
    """Of its best passages, the best first."""
    translated: bool
    """Whether the best one answers in another language only."""


@dataclass(frozen=True, slots=True)
class Said:
    """Every word of some documents that counts as asked for, in reading order."""

    passages: Numbers
    """The passage of each, rising, counted through all documents."""
    places: Numbers
    """Its place, counted through all documents."""
    sights: Numbers
    """Its row in ``Sights``."""
    repeated: Mask

    def some(self, kept: Mask) -> Said:
        """Return those that are kept."""
        return Said(self.passages[kept], self.places[kept], self.sights[kept], self.repeated[kept])


@dataclass(frozen=True, slots=True)
class Sights:
    """The library's words that count as asked for, a row each."""

    rows: npt.NDArray[np.int32]
    """For each word number its row; -1 for all other words."""
    wants: Numbers
    strengths: Scores
    translated: Mask
    speaks_for: Mask
    """For each row and each want, whether the word is what is asked for there."""


def sights(wants: Sequence[Want], speaking: npt.NDArray[np.int16]) -> Sights:
    """Return the words that count; ``speaking`` names for each word the want that it fits best, from 1."""
    held = [
        (number, index)
        for index, want in enumerate(wants)
        for number in want.sights
        if number < len(speaking) and speaking[number] == index + 1
    ]
    rows = np.full(len(speaking), -1, np.int32)
    rows[[number for number, _ in held]] = np.arange(len(held))
    speaks_for = np.zeros((len(held), len(wants)), np.bool_)
    translated = np.zeros(len(held), np.bool_)
    strengths = np.zeros(len(held))
    for row, (number, index) in enumerate(held):
        sight = wants[index].sights[number]
        strengths[row] = sight.strength
        translated[row] = sight.how == "translation"
        speaks_for[row, index] = True
        if translated[row]:
            others = (want.sights.get(number) for want in wants)
            speaks_for[row] |= [one is not None and one.how == "translation" for one in others]
    return Sights(rows, np.array([index for _, index in held], np.int64), strengths, translated, speaks_for)


def said(documents: Sequence[Terms], sights: Sights, most: int) -> tuple[Said, Numbers]:
    """Return what the documents say, ``most`` words of each, and how many passages each has."""
    ends = np.cumsum([len(terms.words) for terms in documents])
    starts = ends - [len(terms.words) for terms in documents]
    rows = sights.rows[np.concatenate([terms.words for terms in documents])]
    places = np.flatnonzero(rows >= 0)
    places = places[_first_of_each(np.searchsorted(ends, places, side="right"), most)]
    bounds, counts = _joined([terms.bounds for terms in documents], starts)
    blocks, _ = _joined([terms.repeated for terms in documents], starts)
    passages = np.searchsorted(bounds, places, side="right") - 1
    # Between the first word of a repeated block and its end, an odd number of bounds lies behind.
    repeated = np.searchsorted(blocks, places, side="right") % 2 == 1
    return Said(passages, places, rows[places].astype(np.int64), repeated), counts


def _first_of_each(owners: Numbers, most: int) -> Mask:
    """Return which are among the first so many of their owner; the owners rise."""
    kept: Mask = np.arange(len(owners)) - np.searchsorted(owners, owners) < most
    return kept


def _joined(arrays: Sequence[npt.NDArray[np.uint32]], starts: Numbers) -> tuple[Numbers, Numbers]:
    """Return the places in documents as places in all of them together, and how many each has."""
    counts = np.array([len(array) for array in arrays])
    return np.concatenate(arrays).astype(np.int64) + np.repeat(starts, counts), counts


def worths(
    documents: Mapping[str, Terms],
    sights: Sights,
    rarities: Sequence[float],
    weights: Weights,
    *,
    most_words: int,
    most_passages: int,
) -> dict[str, Worth]:
    """Return what each document is worth."""
    everything, counts = said(list(documents.values()), sights, most_words)
    has_own = np.zeros(counts.sum(), np.bool_)
    has_own[everything.passages[~everything.repeated]] = True
    counted = everything.some(~everything.repeated | ~has_own[everything.passages])
    numbers, passages = np.unique(counted.passages, return_inverse=True)
    scores = _scores(counted, passages, len(numbers), sights, rarities, weights)
    own = has_own[numbers]
    scores = np.where(own, scores, weights.repeated * scores) / sum(rarities)
    translated = np.ones(len(numbers), np.bool_)
    np.logical_and.at(translated, passages, sights.translated[counted.sights])
    return _of_documents(documents, counts, numbers, (~own, scores, translated), most_passages)


def _of_documents(
    documents: Mapping[str, Terms],
    counts: Numbers,
    numbers: Numbers,
    passages: tuple[Mask, Scores, Mask],
    most: int,
) -> dict[str, Worth]:
    """Return the worth of each document from its passages: what only repeats comes last."""
    repeated, scores, translated = passages
    owners = np.searchsorted(np.cumsum(counts), numbers, side="right")
    order = np.lexsort((numbers, -scores, repeated, owners))
    starts = np.searchsorted(owners[order], np.arange(len(counts) + 1))
    found = {}
    for place, id in enumerate(documents):
        best = order[starts[place] : starts[place + 1]][:most]
        found[id] = Worth(tuple(scores[best].tolist()), bool(len(best)) and bool(translated[best[0]]))
    return found


def _scores(
    said: Said, passages: Numbers, count: int, sights: Sights, rarities: Sequence[float], weights: Weights
) -> Scores:
    """Return the rarities of the words that each passage holds, less where they stand apart."""
    width = len(rarities)
    events, wants = np.nonzero(sights.speaks_for[said.sights])
    cells = passages[events] * width + wants
    strengths = np.zeros(count * width)
    np.maximum.at(strengths, cells, sights.strengths[said.sights[events]])
    often = np.bincount(cells, minlength=count * width)
    first = np.full(count * width, len(said.passages))
    np.minimum.at(first, cells, events)
    table = np.tile(np.array(rarities), count) * strengths
    table *= 1 + weights.again * (1 - np.ldexp(1.0, 1 - np.maximum(often, 1)))
    # Added up in the order in which the words stand there: sums of other orders differ in the last digit.
    order = np.argsort(first.reshape(count, width), axis=1, kind="stable")
    ordered = np.take_along_axis(table.reshape(count, width), order, axis=1)
    held = np.zeros(count)
    for column in range(width):
        held += ordered[:, column]
    together = weights.together
    close = _closeness(said, passages, count, sights, weights, width)
    return held * (1 - together + together * close)


def _closeness(
    said: Said, passages: Numbers, count: int, sights: Sights, weights: Weights, width: int
) -> Scores:
    """Return 1 where all different words found stand side by side in order, falling with the span."""
    wants = sights.wants[said.sights]
    present = np.zeros((count, width), np.bool_)
    present[passages, wants] = True
    different = present.sum(axis=1)
    # For every word found the last place of each want up to there; -1 where its passage has none yet.
    last = np.full((len(wants), width), -1)
    last[np.arange(len(wants)), wants] = np.arange(len(wants))
    last = np.maximum.accumulate(last, axis=0)
    starts = np.searchsorted(passages, np.arange(count))
    there = last >= starts[passages][:, None]
    whole = there.sum(axis=1) == different[passages]
    places = said.places[last]
    latest, earliest = np.where(there, places, -1), np.where(there, places, np.iinfo(np.int64).max)
    span = latest.max(axis=1, initial=-1) + 1 - earliest.min(axis=1, initial=np.iinfo(np.int64).max)
    behind = np.maximum.accumulate(latest, axis=1)
    in_order = np.all(~there[:, 1:] | (latest[:, 1:] > behind[:, :-1]), axis=1)
    value = np.minimum(1.0, different[passages] / np.maximum(1, span)) * np.where(
        in_order, 1.0, weights.in_order
    )
    best = np.zeros(count)
    np.maximum.at(best, passages[whole], value[whole])
    return np.where(different < 2, weights.alone, best)
