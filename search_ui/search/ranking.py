"""Documents re-ranked by what stands together in their passages. Pure.

An engine knows that a document holds the words; only a passage can answer a question.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

import numpy as np
import numpy.typing as npt

from indexer.terms import Terms

from . import worth
from .wanted import Places, Want
from .weights import WEIGHTS, Weights
from .worth import Worth

SUPPORTING = 4
"""Passages of a document that count for it, the best among them; each counts half of the one before."""

MAX_FOUND = 5_000
"""Words found in one document that are looked at; a report that repeats a word more often has
shown its best passage by then."""


Speaking = npt.NDArray[np.int16]
"""For each word number the want that it speaks for, counted from 1; 0 for all other words."""


@dataclass(frozen=True, slots=True)
class Found:
    """A word of a passage that counts as asked for."""

    position: int
    """Place among the passage's words, from 0."""
    want: int
    """Place among the question's wants, from 0."""
    word: int
    """The word's number in the vocabulary."""
    length: int = 1
    """Words it covers: more than one for a quotation."""
    repeated: bool = False
    """It stands in a block that other documents hold word for word."""
    translated: bool = False
    """It is what another language calls the word."""

    def speaks_for(self, index: int, want: Want) -> bool:
        """Return whether it is what the want at that place asks for.

        What another language calls several words speaks for each of them: *handlingsplan* is an
        action plan.
        """
        if self.want == index:
            return True
        sight = want.sights.get(self.word) if self.translated else None
        return sight is not None and sight.how == "translation"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one passage says to the question."""

    passage: int
    """Number in its document, from 1."""
    score: float
    """From 0; 1 holds all words as typed, side by side and in order, and more says them again."""
    found: tuple[Found, ...]

    @property
    def repeated(self) -> bool:
        """Whether it answers only with what other documents say word for word."""
        return all(one.repeated for one in self.found)

    @property
    def translated(self) -> bool:
        """Whether it answers in another language only."""
        return all(one.translated for one in self.found)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A document in its final place."""

    id: str
    score: float
    """0 to about 1."""


def worths(
    terms: Mapping[str, Terms], wants: Sequence[Want], library: int, weights: Weights = WEIGHTS
) -> dict[str, Worth]:
    """Return what each document's passages say, without telling which words it is.

    ``library`` is the number of documents, against which a word is rare or common.
    """
    rarities = _rarities(wants, library)
    if not terms or not sum(rarities):
        return {}
    if any(want.phrases for want in wants):
        return {id: _worth(found) for id, found in evidence(terms, wants, library, weights).items()}
    sights = worth.sights(wants, _speaking(wants, _highest(terms)))
    return worth.worths(terms, sights, rarities, weights, most_words=MAX_FOUND, most_passages=SUPPORTING)


def _worth(found: Sequence[Evidence]) -> Worth:
    return Worth(tuple(one.score for one in found[:SUPPORTING]), bool(found) and found[0].translated)


def _rarities(wants: Sequence[Want], library: int) -> list[float]:
    return [0.0 if want.optional else want.rarity(library) for want in wants]


def _highest(terms: Mapping[str, Terms]) -> int:
    return max((int(held.words.max(initial=0)) for held in terms.values()), default=0)


def evidence(
    terms: Mapping[str, Terms], wants: Sequence[Want], library: int, weights: Weights = WEIGHTS
) -> dict[str, tuple[Evidence, ...]]:
    """Return each document's passages that hold a needed word, the best first.

    ``library`` is the number of documents, against which a word is rare or common.
    """
    rarities = _rarities(wants, library)
    if not sum(rarities):
        return {}
    speaking = _speaking(wants, _highest(terms))
    scale = _Scale(wants, rarities, sum(rarities), weights)
    return {id: _weighed(held, scale, speaking) for id, held in terms.items()}


def found(terms: Terms, wants: Sequence[Want]) -> dict[int, tuple[Found, ...]]:
    """Return all that each passage of one document holds of the question, in reading order.

    Only passages that hold something are named, by their number.
    """
    highest = int(terms.words.max(initial=0))
    held = _found(terms, wants, _speaking(wants, highest), most=len(terms.words))
    return {number: tuple(one for _, one in pairs) for number, pairs in groupby(held, lambda pair: pair[0])}


@dataclass(frozen=True, slots=True)
class _Scale:
    """What a passage is weighed with."""

    wants: Sequence[Want]
    rarities: Sequence[float]
    """Of each want."""
    whole: float
    """Of all wants together."""
    weights: Weights


def _weighed(terms: Terms, scale: _Scale, speaking: Speaking) -> tuple[Evidence, ...]:
    passages = groupby(_found(terms, scale.wants, speaking), key=lambda pair: pair[0])
    held = ((number, tuple(found for _, found in pairs)) for number, pairs in passages)
    weighed = (_evidence(number, found, scale) for number, found in held)
    return tuple(sorted(weighed, key=lambda one: (one.repeated, -one.score, one.passage)))


def _evidence(number: int, found: tuple[Found, ...], scale: _Scale) -> Evidence:
    """Return what the passage says itself; where it says nothing, what it repeats, for less."""
    own = tuple(one for one in found if not one.repeated)
    if own:
        return Evidence(number, _score(own, scale) / scale.whole, own)
    return Evidence(number, scale.weights.repeated * _score(found, scale) / scale.whole, found)


def rerank(
    candidates: Sequence[tuple[str, float]],
    worths: Mapping[str, Worth],
    preferred: frozenset[str] = frozenset(),
    weights: Weights = WEIGHTS,
) -> tuple[Ranked, ...]:
    """Return the candidates by falling score, ties in their former order.

    ``preferred`` are ids of documents in the question's language.
    """
    # What another language says must not change what two documents in the question's own are to each other.
    foreign = {id for id, worth in worths.items() if worth.translated}
    own = [score for id, score in candidates if id not in foreign]
    highest = max(own or [score for _, score in candidates], default=0.0) or 1.0
    ranked = []
    for id, score in candidates:
        language = weights.own_language if id in preferred else 1.0
        scores = worths[id].scores if id in worths else ()
        ranked.append(Ranked(id, _mixed(min(1.0, score / highest), scores, language, weights)))
    return tuple(sorted(ranked, key=lambda one: -one.score))


def _mixed(engine: float, found: tuple[float, ...], language: float, weights: Weights) -> float:
    """Return the engine's score and that of the passages in one; each passage behind the best adds less."""
    behind = sum(score / 2**place for place, score in enumerate(found[1:]))
    said = found[0] + weights.support * behind if found else 0.0
    return round(((1 - weights.passage) * engine + weights.passage * said) * language, 6)


def _speaking(wants: Sequence[Want], highest: int) -> Speaking:
    """Return which want each word up to number ``highest`` speaks for: the one that it fits best."""
    speaking = np.zeros(highest + 1, dtype=np.int16)
    strengths: dict[int, float] = {}
    for index, want in enumerate(wants, start=1):
        if want.optional:
            continue
        for number, sight in want.sights.items():
            if number <= highest and sight.strength > strengths.get(number, 0.0):
                strengths[number] = sight.strength
                speaking[number] = index
    return speaking


def _found(
    terms: Terms, wants: Sequence[Want], speaking: Speaking, most: int = MAX_FOUND
) -> Iterator[tuple[int, Found]]:
    """Yield what is found with the number of its passage, in reading order."""
    said = speaking[terms.words]
    spoken = np.flatnonzero(said)[:most]
    speakers = (said[spoken] - 1).tolist()
    places = [(place, want, 1) for place, want in zip(spoken.tolist(), speakers, strict=True)]
    for index, want in enumerate(wants):
        for phrase in want.phrases:
            places += [(place, index, len(phrase)) for place in _quotations(terms, phrase)]
    if not places:
        return
    places.sort()
    starts = np.array([place for place, _, _ in places], dtype=np.int64)
    passages = np.searchsorted(terms.bounds, starts, side="right")
    offsets = (starts - terms.bounds[passages - 1]).tolist()
    words = terms.words[starts].tolist()
    # Between the first word of a repeated block and its end, an odd number of bounds lies behind.
    repeated = (np.searchsorted(terms.repeated, starts, side="right") % 2 == 1).tolist()
    for (_, index, length), passage, offset, word, again in zip(
        places, passages.tolist(), offsets, words, repeated, strict=True
    ):
        sight = wants[index].sights.get(word) if length == 1 else None
        translated = sight is not None and sight.how == "translation"
        yield passage, Found(offset, index, word, length, again, translated)


def _quotations(terms: Terms, phrase: Places) -> list[int]:
    """Return where the quotation starts; one that crosses into the next passage does not count."""
    length = len(phrase)
    starts = np.arange(max(0, len(terms.words) - length + 1))
    for offset, allowed in enumerate(phrase):
        there = terms.words[starts + offset]
        starts = (
            starts[np.logical_or.reduce([there == number for number in allowed])] if allowed else starts[:0]
        )
    first = np.searchsorted(terms.bounds, starts, side="right")
    last = np.searchsorted(terms.bounds, starts + length - 1, side="right")
    return [int(place) for place in starts[first == last]]


def _score(found: Sequence[Found], scale: _Scale) -> float:
    """Return the rarities of the words that the passage holds, less where they stand apart."""
    strengths: dict[int, float] = {}
    often: Counter[int] = Counter()
    for one in found:
        strength = 1.0 if one.length > 1 else scale.wants[one.want].sights[one.word].strength
        asked = [one.want] if not one.translated else _asking(one, scale.wants)
        often.update(asked)
        strengths |= {want: max(strengths.get(want, 0.0), strength) for want in asked}
    again = scale.weights.again
    held = sum(
        scale.rarities[want] * strength * (1 + again * (1 - 2.0 ** (1 - often[want])))
        for want, strength in strengths.items()
    )
    together = scale.weights.together
    close = _closeness(found, len({one.want for one in found}), scale.weights)
    return held * (1 - together + together * close)


def _asking(found: Found, wants: Sequence[Want]) -> list[int]:
    return [index for index, want in enumerate(wants) if found.speaks_for(index, want)]


def _closeness(found: Sequence[Found], different: int, weights: Weights) -> float:
    """Return 1 where all different words found stand side by side in order, falling with the span."""
    if different < 2:
        return weights.alone
    last: dict[int, Found] = {}
    best = 0.0
    for one in found:
        last[one.want] = one
        if len(last) == different:
            window = sorted(last.values(), key=lambda held: held.position)
            covered = sum(held.length for held in window)
            span = window[-1].position + window[-1].length - window[0].position
            in_order = all(left.want < right.want for left, right in pairwise(window))
            best = max(best, min(1.0, covered / max(1, span)) * (1.0 if in_order else weights.in_order))
    return best
