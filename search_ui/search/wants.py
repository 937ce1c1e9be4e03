"""A clause of a question becomes what the engine is asked, and what the library's words are to it.

Nothing here reads a file: the vocabulary of the library is handed in. ``word.py`` does single words.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import replace

from indexer.engine import Best, Bool, Expression, Phrase, Prefix, Term
from indexer.knowledge.calendar_names import spellings
from indexer.languages import keys

from .days import Day
from .query import Clause, Either, Exact, Quoted, Single, Start, Whole, Word
from .wanted import Near, Sight, Vocabulary, Want, each, sights_of, stronger
from .weights import WEIGHTS, Weights
from .word import names, word_want

MAX_STARTING = 1_000
"""Words that a ``word*`` marks and ranks, the most frequent ones; recall has no such bound."""


def want(
    clause: Clause,
    vocabulary: Vocabulary,
    near: Near,
    likely: Sequence[str] = (),
    *,
    optional: bool = False,
    weights: Weights = WEIGHTS,
) -> Want:
    """Return the clause as the library can be asked for it."""
    match clause:
        case Word():
            return word_want(clause, vocabulary, near, likely, optional=optional, weights=weights)
        case Exact(text):
            sights = sights_of(vocabulary.written(text), 1.0, "typed")
            return Want(f'"{text}"', Term("exact", text, weights.exact), sights)
        case Quoted():
            quotation = _quotation(f'"{clause.text}"', [clause.words], vocabulary, weights)
            return replace(
                quotation, expression=_with_title(quotation.expression, clause, vocabulary, weights)
            )
        case Day():
            spelled = [clause.words, *spellings(clause.date)]
            return _quotation(clause.text, list(dict.fromkeys(spelled)), vocabulary, weights)
        case Whole(joined):
            return Want(clause.text, Phrase("exact", joined, weights.whole), {}, optional=True)
        case Start():
            found = vocabulary.beginning(clause.text, MAX_STARTING)
            return Want(f"{clause.text}*", Prefix("exact", clause.text), sights_of(found, 1.0, "typed"))
        case Either():
            return _alternatives(clause, vocabulary, near, likely, weights)


def _quotation(
    text: str, phrases: Sequence[tuple[str, ...]], vocabulary: Vocabulary, weights: Weights
) -> Want:
    """Return the want for words side by side, in any of several spellings."""
    written = {word: vocabulary.written(word) for word in each(phrases)}
    held = [words for words in phrases if all(written[word] for word in words)] or list(phrases[:1])
    rarest = (
        min(max((one.documents for one in written[word]), default=0) for word in words) for words in held
    )
    return Want(
        text=text,
        expression=_best(Phrase("exact", words, weights.exact * math.sqrt(len(words))) for words in held),
        sights={},
        phrases=tuple(
            tuple(frozenset(one.number for one in written[word]) for word in words) for words in held
        ),
        quoted=max(rarest),
    )


def _with_title(phrase: Expression, clause: Quoted, vocabulary: Vocabulary, weights: Weights) -> Expression:
    """Return the phrase; a title that holds all its words adds to it."""
    titles = [
        tuple(
            Term("title", key, weights.title)
            for code in vocabulary.languages
            for key in keys(word, code).lemmas
        )
        for word in clause.words
    ]
    told = tuple(Best(terms) for terms in titles if terms and weights.title)
    return Bool(must=(phrase,), should=(Bool(must=told),)) if told else phrase


def _best(options: Iterable[Expression]) -> Expression:
    found = tuple(options)
    return Best(found) if len(found) > 1 else found[0]


def _alternatives(
    clause: Either, vocabulary: Vocabulary, near: Near, likely: Sequence[str], weights: Weights
) -> Want:
    options = [want(option, vocabulary, near, likely, weights=weights) for option in clause.options]
    sights: dict[int, Sight] = {}
    for option in options:
        sights = stronger(sights, option.sights)
    return Want(
        text=clause.text,
        expression=Best(tuple(option.expression for option in options)),
        sights=sights,
        phrases=tuple(phrase for option in options for phrase in option.phrases),
        quoted=max(option.quoted for option in options),
    )


def excluding(clause: Single, vocabulary: Vocabulary) -> Expression:
    """Return what a document must not hold: the word in its forms, not what merely shares a stem."""
    match clause:
        case Word(text):
            lemmas = each(keys(text, code).lemmas for code in vocabulary.languages)
            forms = [Term("lemma", lemma) for lemma in lemmas]
            forms += (Term("exact", name) for name in names(text, vocabulary.languages))
            return Best((Term("exact", text), *forms))
        case Exact(text):
            return Term("exact", text)
        case Quoted(found):
            return Phrase("exact", found)
        case Start(text):
            return Prefix("exact", text)
