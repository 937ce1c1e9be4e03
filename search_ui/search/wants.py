"""One clause of a question: what the engine is asked, and which words of the library count as found.

All weights of recall stand in one table here. Nothing in this module reads a file: the vocabulary
of the library is handed in.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from indexer.engine import Best, Bool, Expression, Phrase, Prefix, Term
from indexer.languages import keys, language
from indexer.languages.base import foldings
from indexer.terms import VocabularyWord

from .query import Clause, Either, Quoted, Single, Start, Word

EXACT, LEMMA, NAME, STEM, PARTS, TITLE = 1.2, 1.0, 0.9, 0.5, 0.4, 0.6
"""Weights of the fields in recall. The word as typed comes before its other forms, a shared stem
is the weakest evidence, a word in a title or heading adds to what the text gives.

Source: set by hand on the first corpus; to be measured on the evaluation questions."""

OTHER_LETTERS = 0.6
"""Share of a word's weight that a spelling with other letters keeps (*vaerktoj* for *værktøj*)."""

OPTIONAL = 0.2
"""Share of a word's weight that a word of mere grammar keeps beside words with a topic."""

MAX_SPELLINGS = 6
"""Other spellings of one word that are asked for."""

MAX_STARTING = 1_000
"""Words that a ``word*`` marks and ranks, the most frequent ones; recall has no such bound."""


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


How = Literal["typed", "form", "stem", "part", "letters"]
"""What relates a word of the library to the word asked for: nothing but itself, its lemma, its stem,
a compound that it is part of, or a spelling with other letters."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A word of the library that counts as the word asked for."""

    text: str
    strength: float
    """How surely it is what was meant, 0–1; 1 is the word as typed."""
    documents: int
    how: How


@dataclass(frozen=True, slots=True)
class Want:
    """One clause of the question, ready to be asked and to be recognised."""

    text: str
    """As a person would name it."""
    expression: Expression
    sights: Mapping[int, Sight]
    """What counts as found, by word number."""
    phrase: tuple[frozenset[int], ...] = ()
    """For a quotation the word numbers allowed at each place; else nothing."""
    optional: bool = False
    """Whether it is mere grammar, welcome but not needed."""
    correctable: bool = False
    """Whether it is one plain word, so that another spelling can be proposed."""

    @property
    def documents(self) -> int:
        """About how many documents hold it: those of its most frequent word."""
        return max((sight.documents for sight in self.sights.values()), default=0)

    def rarity(self, library: int) -> float:
        """Return its weight among the question's words: the rarer, the more telling, above 0."""
        return math.log(1 + (library + 1) / (self.documents + 1))


def want(clause: Clause, vocabulary: Vocabulary, *, optional: bool = False) -> Want:
    match clause:
        case Word():
            return _word(clause, vocabulary, optional=optional)
        case Quoted():
            return _quotation(clause, vocabulary)
        case Start():
            found = vocabulary.beginning(clause.text, MAX_STARTING)
            return Want(f"{clause.text}*", Prefix("exact", clause.text), _sights(found, 1.0, "typed"))
        case Either():
            return _alternatives(clause, vocabulary)


def _quotation(clause: Quoted, vocabulary: Vocabulary) -> Want:
    places = tuple(vocabulary.written(word) for word in clause.words)
    rarest = min(places, key=lambda place: max((word.documents for word in place), default=0))
    return Want(
        text=f'"{clause.text}"',
        expression=_with_title(
            Phrase("exact", clause.words, EXACT * math.sqrt(len(clause.words))), clause, vocabulary
        ),
        sights=_sights(rarest, 1.0, "typed"),
        phrase=tuple(frozenset(word.number for word in place) for place in places),
    )


def _with_title(phrase: Phrase, clause: Quoted, vocabulary: Vocabulary) -> Expression:
    """Return the phrase; a title that holds all its words adds to it."""
    titles = [
        tuple(Term("title", key, TITLE) for code in vocabulary.languages for key in keys(word, code).lemmas)
        for word in clause.words
    ]
    told = tuple(Best(terms) for terms in titles if terms)
    return Bool(must=(phrase,), should=(Bool(must=told),)) if told else phrase


def _alternatives(clause: Either, vocabulary: Vocabulary) -> Want:
    options = [want(option, vocabulary) for option in clause.options]
    sights: dict[int, Sight] = {}
    for option in options:
        sights = _stronger(sights, option.sights)
    return Want(clause.text, Best(tuple(option.expression for option in options)), sights)


def _word(clause: Word, vocabulary: Vocabulary, *, optional: bool) -> Want:
    """Return the want for one word: itself, its forms in every language, its other spellings."""
    share = OPTIONAL if optional else 1.0
    spellings = () if optional else _other_spellings(clause.text, vocabulary)
    options: dict[tuple[str, str], Term] = {}
    sights: dict[int, Sight] = {}
    for spelling in (clause.text, *spellings):
        kept = share if spelling == clause.text else share * OTHER_LETTERS
        for term in _terms(spelling, kept, vocabulary.languages):
            options.setdefault((term.field, term.text), term)
        sights = _stronger(sights, _forms(spelling, vocabulary, other=spelling != clause.text))
    titles = tuple(
        Term("title", text, term.weight * TITLE)
        for (field, text), term in options.items()
        if field == "lemma"
    )
    return Want(
        text=clause.text,
        expression=_with_titles(tuple(options.values()), titles),
        sights=sights,
        optional=optional,
        correctable=not optional,
    )


def _with_titles(found: tuple[Term, ...], titles: tuple[Term, ...]) -> Expression:
    """Return the word in the text or in a title, where it adds to what the text gives."""
    best = Best(found + titles)
    return Bool(must=(best,), should=(Best(titles),)) if titles else best


def _terms(word: str, share: float, languages: Sequence[str]) -> Iterable[Term]:
    """Yield the word as it is and its keys in each language, each once."""
    yield Term("exact", word, EXACT * share)
    found = [keys(word, code) for code in languages]
    yield from (Term("lemma", key, LEMMA * share) for key in _each(key.lemmas for key in found))
    yield from (Term("stem", key, STEM * share) for key in _each(key.stems for key in found))
    yield from (Term("parts", key, PARTS * share) for key in _each(key.lemmas for key in found))
    yield from (Term("exact", name, NAME * share) for name in _names(word, languages))


def _names(word: str, languages: Sequence[str]) -> Iterable[str]:
    """Yield dictionary forms that stand unchanged in texts of other languages too.

    *Kwidzynie* is a form of *Kwidzyn*, which Danish and English texts write as it is. Those are
    the forms that no other language has as a word of its own: Polish *domu* must not find *dom*.
    """
    for code in languages:
        for form in (key.partition(":")[2] for key in keys(word, code).lemmas):
            if form != word and not any(language(other).knows(form) for other in languages if other != code):
                yield form


def _forms(word: str, vocabulary: Vocabulary, *, other: bool) -> dict[int, Sight]:
    """Return the library's words that share a key with the word, the nearest relation counting.

    ``other`` says that the word itself is only another spelling of what was typed.
    """
    share = OTHER_LETTERS if other else 1.0
    found = [keys(word, code) for code in vocabulary.languages]
    lemmas = tuple(_each(key.lemmas for key in found))
    stems = tuple(_each(key.stems for key in found))
    relations: tuple[tuple[str, tuple[str, ...], float, How], ...] = (
        ("lemma", lemmas, LEMMA, "form"),
        ("stem", stems, STEM, "stem"),
        ("parts", lemmas, PARTS, "part"),
    )
    sights = _sights(vocabulary.written(word), share, "letters" if other else "typed")
    for name in _names(word, vocabulary.languages):
        basic = _sights(vocabulary.written(name), share * NAME / EXACT, "letters" if other else "form")
        sights = _stronger(sights, basic)
    for field, asked, weight, how in relations:
        related = vocabulary.having(field, asked) if asked else ()
        weaker = _sights(related, share * weight / EXACT, "letters" if other else how)
        sights = _stronger(sights, weaker)
    return sights


def _other_spellings(word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the library's words that differ only in letters a keyboard may lack, either way."""
    plainer = [plain for plain in sorted(foldings(word)) if plain != word and vocabulary.written(plain)]
    richer = [rich for rich in vocabulary.unfolded(word) if rich != word]
    return tuple(_each([richer, plainer]))[:MAX_SPELLINGS]


def excluding(clause: Single, vocabulary: Vocabulary) -> Expression:
    """Return what a document must not hold: the word in its forms, not what merely shares a stem."""
    match clause:
        case Word(text):
            lemmas = _each(keys(text, code).lemmas for code in vocabulary.languages)
            names = _names(text, vocabulary.languages)
            forms = [Term("lemma", lemma) for lemma in lemmas] + [Term("exact", name) for name in names]
            return Best((Term("exact", text), *forms))
        case Quoted(found):
            return Phrase("exact", found)
        case Start(text):
            return Prefix("exact", text)


def _each(groups: Iterable[Iterable[str]]) -> Iterable[str]:
    """Yield each value once, in the order first met."""
    return dict.fromkeys(value for group in groups for value in group)


def _sights(found: Iterable[VocabularyWord], strength: float, how: How) -> dict[int, Sight]:
    return {word.number: Sight(word.text, strength, word.documents, how) for word in found}


def _stronger(one: Mapping[int, Sight], other: Mapping[int, Sight]) -> dict[int, Sight]:
    """Return the sights of both; where both have one, the stronger."""
    both = dict(one)
    for number, sight in other.items():
        if number not in both or both[number].strength < sight.strength:
            both[number] = sight
    return both
