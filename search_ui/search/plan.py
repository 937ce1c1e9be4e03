"""A question becomes what an engine can be asked: first strictly, then with less insistence. Pure."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, replace

from indexer.engine import Bool, Expression
from indexer.languages import language

from .letters import restored
from .query import Clause, Question, Word
from .translated import Bridge, translated, ways
from .wanted import Expansion, Near, Vocabulary, Want
from .wants import excluding, want
from .weights import WEIGHTS, Weights

MAX_CORRECTIONS = 4
"""Words of one question for which another spelling is looked for."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A question that an engine can answer."""

    wants: tuple[Want, ...]
    without: Expression | None
    language: str | None = None
    """The language that the question is in, where only one knows all of its words."""

    @property
    def needed(self) -> tuple[Want, ...]:
        """The wants that carry the topic."""
        return tuple(want for want in self.wants if not want.optional)

    @property
    def expansions(self) -> tuple[Expansion, ...]:
        """What is asked for in other languages, each once."""
        return tuple(dict.fromkeys(one for want in self.wants for one in want.expansions))


def plan(
    question: Question,
    vocabulary: Vocabulary,
    near: Near,
    bridge: Bridge | None = None,
    without: Collection[str] = (),
    weights: Weights = WEIGHTS,
) -> Plan:
    """Return the plan of a question; one without words has no wants.

    ``near`` names the library's words nearest to one that it does not know; it is asked for at most
    ``MAX_CORRECTIONS`` words. ``bridge`` leads into other languages, but not to the texts in ``without``.
    """
    question = replace(question, wanted=tuple(dict.fromkeys(question.wanted)))
    near = _bounded(near)
    likely = _likely_languages(question, vocabulary)
    grammar = _grammar(question, vocabulary, likely)
    excluded = tuple(excluding(clause, vocabulary) for clause in question.excluded)
    if len(question.wanted) - len(grammar) < 2:
        weights = replace(weights, doubted=0.0)  # No other word would show whether it was an error.
    wants = [
        want(clause, vocabulary, near, likely, optional=clause in grammar, weights=weights)
        for clause in question.wanted
    ]
    spelled = [_as_meant(*pair) for pair in zip(question.wanted, wants, strict=True)]
    shares = {one.meant: one.kept for one in wants if one.meant not in ("", one.text)}
    led = ways(spelled, bridge, vocabulary, likely, without, weights, shares) if bridge else {}
    return Plan(
        wants=tuple(translated(one, led.get(place, ())) for place, one in enumerate(wants)),
        without=Bool(should=excluded) if excluded else None,
        language=likely[0] if len(likely) == 1 else None,
    )


def _as_meant(clause: Clause, want: Want) -> Clause:
    """Return a word with its own letters and without typing errors, as glossaries have it."""
    return replace(clause, text=want.meant) if isinstance(clause, Word) and want.meant else clause


def _bounded(near: Near) -> Near:
    """Return the same, which answers only the first ``MAX_CORRECTIONS`` times."""
    turns = iter(range(MAX_CORRECTIONS))
    return lambda word: near(word) if next(turns, None) is not None else ()


def strictly(plan: Plan) -> Expression | None:
    """Return what holds every needed word; ``None`` where the question has no words."""
    if not plan.wants:
        return None
    return Bool(
        must=tuple(want.expression for want in plan.needed),
        should=tuple(want.expression for want in plan.wants if want.optional),
    )


def untranslated(plan: Plan) -> Expression | None:
    """Return what holds every needed word as its own language says it; ``None`` where none was translated."""
    if not plan.expansions:
        return None
    return Bool(must=tuple(want.untranslated or want.expression for want in plan.needed))


def relaxations(plan: Plan, weights: Weights = WEIGHTS) -> tuple[Expression, ...]:
    """Return what holds every quotation and most needed words or the rarest, then what holds any of all."""
    needed = plan.needed
    if len(needed) < 2 or not weights.most:
        return ()
    quoted = tuple(want.expression for want in needed if want.is_quotation)
    words = [want for want in needed if not want.is_quotation]
    others = tuple(want.expression for want in words)
    optional = tuple(want.expression for want in plan.wants if want.optional)
    some: list[Expression] = []
    if words:
        most = Bool(should=others, at_least=max(1, math.ceil(len(others) * weights.most)))
        rarest = min(words, key=lambda want: want.documents or math.inf)
        some.append(Bool(must=(*quoted, Bool(should=(most, rarest.expression))), should=optional))
    some.append(Bool(must=(Bool(should=(*quoted, *others)),), should=optional))
    return tuple(some)


def _likely_languages(question: Question, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the library's languages that know most of the question's words; none where none knows any.

    A question is too short for a detector of characters; single words speak for themselves.
    """
    asked = [_spelled(clause, vocabulary) for clause in question.wanted if isinstance(clause, Word)]
    known = Counter(code for word in asked for code in _knowing(word, vocabulary))
    most = max(known.values(), default=0)
    return tuple(code for code in vocabulary.languages if most and known[code] == most)


def _knowing(word: str, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the languages that have the word; of a word in no list, those it is written in here."""
    listed = frozenset(
        code
        for code in vocabulary.languages
        if word in language(code).stopwords or language(code).knows(word)
    )
    return listed or frozenset(found.language for found in vocabulary.written(word))


def _spelled(clause: Word, vocabulary: Vocabulary) -> str:
    """Return the word with its letters, which the keyboard may lack: *ktory* is grammar too."""
    return restored(clause.text, vocabulary.languages) or clause.text


def _grammar(question: Question, vocabulary: Vocabulary, likely: tuple[str, ...]) -> frozenset[Clause]:
    """Return the words that carry no topic in any language the question may be in.

    *by* is grammar in English and a town in Danish, so *grøn by* keeps it. Where nothing else is
    asked for, all words are needed.
    """
    grammar = frozenset[Clause](
        clause
        for clause in question.wanted
        if isinstance(clause, Word)
        and likely
        and all(_spelled(clause, vocabulary) in language(code).stopwords for code in likely)
    )
    return grammar if len(grammar) < len(set(question.wanted)) else frozenset()
