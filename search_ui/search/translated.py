"""Words of a question are asked for in other languages too, where they weigh less. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain, groupby
from types import MappingProxyType
from typing import Protocol

from indexer.engine import Best, Bool, Expression, Term
from indexer.languages import keys
from indexer.languages.base import words
from indexer.thesaurus import Alternative, Span

from .query import Clause, Word
from .wanted import Expansion, Sight, Vocabulary, Want, sights_of, stronger
from .weights import WEIGHTS, Weights

ALL = "*"
"""Takes every alternative off."""

_WHOLE: Mapping[str, float] = MappingProxyType({})


class Bridge(Protocol):
    """What knows the names of things in other languages: ``indexer.thesaurus.Bridge``."""

    def spans(
        self, question: Sequence[str], languages: Sequence[str], targets: Collection[str]
    ) -> Iterator[Span]:
        """Yield the question's terms with what they are called in the target languages."""
        ...


@dataclass(frozen=True, slots=True)
class _Way:
    """An alternative that the library can be asked for."""

    expansion: Expansion
    expression: Expression
    sights: Mapping[int, Sight]


Ways = Mapping[int, tuple[_Way, ...]]
"""For the place of a clause in the question, its ways into other languages, the most trusted first."""


def ways(
    clauses: Sequence[Clause],
    bridge: Bridge,
    vocabulary: Vocabulary,
    likely: Sequence[str],
    without: Collection[str],
    weights: Weights = WEIGHTS,
    shares: Mapping[str, float] = _WHOLE,
) -> Ways:
    """Return the ways of each word that has any, but for those to the texts in ``without``.

    ``shares`` are what words keep that stand in for those typed: no translation is worth more.
    """
    if ALL in without:
        return {}
    found: dict[int, tuple[_Way, ...]] = {}
    languages = likely or vocabulary.languages
    for start, run in _runs(clauses):
        for span in bridge.spans(run, languages, vocabulary.languages):
            word = " ".join(run[span.start : span.end])
            share = min(shares.get(one, 1.0) for one in run[span.start : span.end])
            led = tuple(_ways(word, span, vocabulary, weights, share))
            lacking = _lacking(span, led, vocabulary.languages)
            for place in range(span.start, span.end):
                apart = bridge.spans([run[place]], languages, lacking) if lacking else ()
                own = (way for one in apart for way in _ways(run[place], one, vocabulary, weights, share))
                every = chain(led, own)
                if kept := tuple(way for way in every if way.expansion.alternative.casefold() not in without):
                    found[start + place] = kept
    return found


def translated(want: Want, ways: Sequence[_Way]) -> Want:
    """Return the want that other languages may fulfil too; however many words do, it counts once."""
    if not ways or want.optional:
        return want
    sights = dict(want.sights)
    for way in ways:
        sights = stronger(sights, way.sights)
    return replace(
        want,
        expression=Best((want.expression, *(way.expression for way in ways))),
        untranslated=want.expression,
        sights=sights,
        expansions=tuple(way.expansion for way in ways),
    )


def _runs(clauses: Sequence[Clause]) -> Iterator[tuple[int, list[str]]]:
    """Yield the words that follow each other with nothing else between them, and where they start."""
    for is_word, run in groupby(enumerate(clauses), key=lambda pair: isinstance(pair[1], Word)):
        held = list(run)
        if is_word:
            yield held[0][0], [clause.text for _, clause in held]


def _ways(word: str, span: Span, vocabulary: Vocabulary, weights: Weights, share: float) -> Iterator[_Way]:
    for alternative in span.alternatives:
        if alternative.language not in span.languages and weights.bridge(alternative.how):
            yield from _way(word, alternative, vocabulary, weights, share)


def _lacking(term: Span, led: Sequence[_Way], languages: Sequence[str]) -> list[str]:
    """Return the languages in which the library lacks a term: each of its words leads there alone."""
    if term.end - term.start < 2:
        return []
    reached = {way.expansion.language for way in led}
    return [code for code in languages if code not in reached and code not in term.languages]


def _way(
    word: str, alternative: Alternative, vocabulary: Vocabulary, weights: Weights, share: float
) -> Iterator[_Way]:
    """Yield the way where the library holds every word of the alternative."""
    asked = [keys(one.text, alternative.language).lemmas for one in words(alternative.text)]
    asked = [lemmas for lemmas in asked if lemmas]
    held = [vocabulary.having("lemma", tuple(lemmas)) for lemmas in asked]
    if not held or not all(held):
        return
    share *= weights.bridge(alternative.how)
    strength = share / weights.exact * (weights.of_several if len(held) > 1 else 1.0)
    expansion = Expansion(word, alternative.text, alternative.language, alternative.source)
    parts = tuple(Best(tuple(Term("lemma", key, share / len(asked)) for key in lemmas)) for lemmas in asked)
    sights: dict[int, Sight] = {}
    for found in held:
        sights = stronger(sights, sights_of(found, strength, "translation", expansion))
    yield _Way(expansion, Bool(must=parts) if len(parts) > 1 else parts[0], sights)
