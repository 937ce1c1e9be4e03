"""What tells a document from others, and which others tell of the same. Pure.

A word is telling where the document says it often and the library seldom. What other documents say
word for word tells nothing.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from indexer.languages import keys, language
from indexer.terms import Terms, VocabularyWord

MOST_WORDS = 2_000
"""Different words of a document that are weighed, the most frequent ones: half of them are said once."""

TELLING = 24
"""Terms that a document is compared by."""

SHORTEST = 3
"""Letters of a telling word; shorter ones are abbreviations and remains of tables."""

SHARED = 3
"""Telling terms that another document must share to be like it."""

LEAST = 0.1
"""Share of the whole weight of the telling terms that another document must reach to be like it.

Source: set by hand on the shipped corpus; below it documents share little but the project's name."""

SATURATION, LENGTH_SHARE = 1.2, 0.75
"""How soon saying a term again adds nothing, and how much longer documents must say it more often.

Source: the usual k1 and b of Okapi BM25."""


@dataclass(frozen=True, slots=True)
class Telling:
    """A term that tells a document from others."""

    text: str
    """As the document writes it most often."""
    language: str
    lemmas: tuple[str, ...]
    """Its dictionary forms, each with its language."""
    weight: float
    """Above 0: how often it is said, and how seldom elsewhere."""
    words: Mapping[int, float]
    """Words of the library that say it, by their numbers, each with the share that it keeps, 0–1."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much another document tells of the same."""

    score: float
    """Share of the weight of all telling terms, 0–1."""
    shared: tuple[Telling, ...]
    """What both tell of, the most telling first."""


def own_words(terms: Terms) -> Counter[int]:
    """Return how often the document says each word, by its number, beside what others say word for word."""
    own = np.ones(len(terms.words), dtype=bool)
    for first, behind in zip(terms.repeated[::2].tolist(), terms.repeated[1::2].tolist(), strict=True):
        own[first:behind] = False
    numbers, counts = np.unique(terms.words[own], return_counts=True)
    return Counter(dict(zip(numbers.tolist(), counts.tolist(), strict=True)))


def telling(
    counts: Mapping[int, int], words: Iterable[VocabularyWord], libraries: Mapping[str, int]
) -> tuple[Telling, ...]:
    """Return the terms that tell the document from the others, the most telling first.

    ``counts`` is how often it says each of the ``words``; ``libraries`` is the number of documents by
    language, since a word is rare or common among those of its own. The forms of a word count together.
    """
    forms: defaultdict[tuple[str, ...], list[VocabularyWord]] = defaultdict(list)
    for word in words:
        if lemmas := _telling_lemmas(word):
            forms[lemmas].append(word)
    weighed = (
        _telling(lemmas, said, counts, libraries.get(said[0].language, 1)) for lemmas, said in forms.items()
    )
    found = [one for one in weighed if one.weight > 0]
    return tuple(sorted(found, key=lambda one: (-one.weight, one.text))[:TELLING])


def _telling_lemmas(word: VocabularyWord) -> tuple[str, ...]:
    """Return the dictionary forms of a word that can tell something; mere grammar and numbers cannot."""
    if len(word.text) < SHORTEST or not word.text.isalpha() or word.text in language(word.language).stopwords:
        return ()
    return keys(word.text, word.language).lemmas


def _telling(
    lemmas: tuple[str, ...], said: Sequence[VocabularyWord], counts: Mapping[int, int], library: int
) -> Telling:
    often = sum(counts[word.number] for word in said)
    elsewhere = max(word.documents for word in said)
    rarity = math.log(library / min(elsewhere, library))
    best = max(said, key=lambda word: (counts[word.number], -len(word.text), word.text))
    own = {word.number: 1.0 for word in said}
    return Telling(best.text, best.language, lemmas, (1 + math.log(often)) * rarity, own)


def saying(term: Telling, words: Iterable[VocabularyWord], share: float) -> Telling:
    """Return the term with more words that say it, of which each keeps this share of it."""
    return replace(term, words={**{word.number: share for word in words}, **term.words})


def likeness(terms: Terms, told: Sequence[Telling], length: float) -> Likeness:
    """Return how much the document tells of these terms; ``length`` is that of a usual one, in words."""
    counts = own_words(terms)
    longer = counts.total() / max(1.0, length)
    enough = SATURATION * (1 - LENGTH_SHARE + LENGTH_SHARE * longer)
    shares = []
    for one in told:
        said = sum(counts[number] * share for number, share in one.words.items() if number in counts)
        surest = max((share for number, share in one.words.items() if number in counts), default=0.0)
        shares.append(surest * said / (said + enough) if said else 0.0)
    whole = sum(one.weight for one in told) or 1.0
    weights = [share * one.weight for share, one in zip(shares, told, strict=True)]
    ranked = sorted(zip(weights, told, strict=True), key=lambda pair: -pair[0])
    return Likeness(sum(weights) / whole, tuple(one for weight, one in ranked if weight > 0))


def most_alike(found: Mapping[str, Likeness], most: int) -> tuple[tuple[str, Likeness], ...]:
    """Return the documents that are like it, by id, the most alike first."""
    enough = [(id, one) for id, one in found.items() if len(one.shared) >= SHARED and one.score >= LEAST]
    return tuple(sorted(enough, key=lambda pair: (-pair[1].score, pair[0]))[:most])
