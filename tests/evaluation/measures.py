"""What a run is worth, question by question: an adapter to ir-measures."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import ir_measures
from ir_measures import RR, R, Success, nDCG

from .forms import RELEVANT, Grade
from .questions import Question
from .runs import Answer, Run
from .yardstick import Languages, Yardstick

NDCG, RECALL, MRR, FIRST, JUDGED = "nDCG@10", "R@100", "RR", "S@1", "judged@10"

_KNOWN = MappingProxyType(
    {
        nDCG @ 10: NDCG,
        R(rel=RELEVANT) @ 100: RECALL,
        RR(rel=RELEVANT): MRR,
        Success(rel=RELEVANT) @ 1: FIRST,
    }
)
"""The gain of nDCG is the grade; the others ask only whether a document has at least grade 2."""

MEASURES = (NDCG, RECALL, MRR, FIRST, JUDGED)

TOP = 10
"""Documents of an answer whose judgements must not be missing."""

Values = Mapping[str, float]
"""A value from 0 to 1 for each of ``MEASURES``."""


@dataclass(frozen=True, slots=True)
class Scored:
    """What the search is worth for one question that has an answer."""

    question: Question
    target: Values
    """Over the documents of the language that is asked for."""
    whole: Values
    """Over all documents, as they stand in the list."""
    cpu_ms: float | None


def scored(
    yardstick: Yardstick, questions: Iterable[Question], run: Run, languages: Languages
) -> list[Scored]:
    """Return what the run is worth for each question that has an answer; an unjudged document counts 0."""
    answered = [question for question in questions if question.has_answer]
    lists = {question.id: run[question.id].ranked for question in answered}
    grades = {question.id: yardstick.of(question) for question in answered}
    only = {question.id: question.target for question in answered}
    near = {id: tuple(_in(only[id], ranked, languages)) for id, ranked in lists.items()}
    own = {id: {path: held[path] for path in _in(only[id], held, languages)} for id, held in grades.items()}
    target, whole = _values(near, own), _values(lists, grades)
    return [
        Scored(question, target[question.id], whole[question.id], run[question.id].cpu_ms)
        for question in answered
    ]


def _in(language: str, paths: Iterable[str], languages: Languages) -> Iterator[str]:
    """Yield the paths of documents in the language; one that could not be read is in all of them."""
    return (path for path in paths if language in languages.get(path, (language,)))


def _values(
    ranked: Mapping[str, Sequence[str]], grades: Mapping[str, Mapping[str, Grade]]
) -> dict[str, dict[str, float]]:
    """Return the measures of each question."""
    values = {id: dict.fromkeys(MEASURES, 0.0) for id in ranked}
    run = {id: {path: -float(place) for place, path in enumerate(paths)} for id, paths in ranked.items()}
    for found in ir_measures.iter_calc(list(_KNOWN), {id: dict(held) for id, held in grades.items()}, run):
        values[found.query_id][_KNOWN[found.measure]] = float(found.value)
    for id, paths in ranked.items():
        top = paths[:TOP]
        values[id][JUDGED] = sum(path in grades[id] for path in top) / len(top) if top else 1.0
    return values


def says_nothing_answers(answer: Answer) -> bool:
    """Return whether no document was said to hold all words: right where nothing answers."""
    return answer.complete == 0
