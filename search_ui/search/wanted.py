"""What a clause of a question becomes: what the engine is asked, and which words count as found. Values."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from indexer.engine import Expression
from indexer.terms import VocabularyWord


class Vocabulary(Protocol):
    """What a plan must know of the library's words."""

    @property
    def languages(self) -> tuple[str, ...]:
        """The languages of the library: a question may be in any of them."""
        ...

    def written(self, text: str) -> tuple[VocabularyWord, ...]:
        """Return the word as each language writes it."""
        ...

    def beginning(self, text: str, limit: int) -> tuple[VocabularyWord, ...]:
        """Return words that begin so."""
        ...

    def having(self, field: str, keys: Sequence[str]) -> tuple[VocabularyWord, ...]:
        """Return words that have one of the keys."""
        ...

    def unfolded(self, text: str) -> tuple[str, ...]:
        """Return words that a foreign keyboard may write so."""
        ...


How = Literal["typed", "form", "stem", "part", "apart", "letters", "correction", "translation"]
"""What relates a word of the library to the word asked for: nothing but itself, its lemma, its stem,
a compound that it is part of, a compound that is parted, a spelling with other letters, that it is
the nearest to a word that the library does not know, or what another language calls it."""

Near = Callable[[str], tuple[str, ...]]
"""Returns the library's words that are nearest to one that it does not know, the best first; where it is
two of them typed as one, both with a blank between."""


@dataclass(frozen=True, slots=True)
class Expansion:
    """What is asked for beside the words typed, in another language."""

    word: str
    """The word of the question, or several that mean one thing."""
    alternative: str
    language: str
    source: str
    """Where it comes from, to be shown: *glossary*."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A word of the library that counts as the word asked for."""

    text: str
    strength: float
    """How surely it is what was meant, 0–1; 1 is the word as typed."""
    documents: int
    how: How
    expansion: Expansion | None = None
    """What led to it, where it is a translation."""


Places = tuple[frozenset[int], ...]
"""The word numbers allowed at each place of a phrase."""


@dataclass(frozen=True, slots=True)
class Want:
    """One clause of the question, ready to be asked and to be recognised."""

    text: str
    """As a person would name it."""
    expression: Expression
    sights: Mapping[int, Sight]
    """What counts as found, by word number."""
    phrases: tuple[Places, ...] = ()
    """Words side by side that count as found too."""
    quoted: int = 0
    """Documents that hold the rarest word of ``phrases``."""
    optional: bool = False
    """Whether it is welcome but not needed: mere grammar, or what only adds to other wants."""
    near: tuple[str, ...] = ()
    """Words of the library that are asked for in its place, since the library does not know it."""
    meant: str = ""
    """A word as its language writes it, without a typing error; empty for all else."""
    kept: float = 1.0
    """Share of its weight that a word keeps as ``meant``, below 1 where that is not what was typed."""
    untranslated: Expression | None = None
    """What the engine is asked without other languages, where they are asked for."""
    expansions: tuple[Expansion, ...] = ()

    @property
    def is_quotation(self) -> bool:
        """Whether only words side by side will do."""
        return bool(self.phrases) and not self.sights

    @property
    def documents(self) -> int:
        """About how many documents hold it: those of its most frequent word, translated only if need be."""
        own = [sight.documents for sight in self.sights.values() if sight.how != "translation"]
        return max((self.quoted, *(own or [sight.documents for sight in self.sights.values()])))

    def rarity(self, library: int) -> float:
        """Return its weight among the question's words: the rarer, the more telling, above 0."""
        return math.log(1 + (library + 1) / (self.documents + 1))


def each(groups: Iterable[Iterable[str]]) -> Iterable[str]:
    """Yield each value once, in the order first met."""
    return dict.fromkeys(value for group in groups for value in group)


def sights_of(
    found: Iterable[VocabularyWord], strength: float, how: How, expansion: Expansion | None = None
) -> dict[int, Sight]:
    return {word.number: Sight(word.text, strength, word.documents, how, expansion) for word in found}


def stronger(one: Mapping[int, Sight], other: Mapping[int, Sight]) -> dict[int, Sight]:
    """Return the sights of both; where both have one, the stronger."""
    both = dict(one)
    for number, sight in other.items():
        if number not in both or both[number].strength < sight.strength:
            both[number] = sight
    return both
