"""Questions and judgements together: read, held against each other and against the library."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from indexer.inside import is_inside

from . import judgements, questions
from .errors import BadQuestion, UnjudgedQuestion, UnknownDocument, UnknownQuestion, named
from .forms import RELEVANT, Grade, Split
from .judgements import Judgement
from .questions import Question

Languages = Mapping[str, Collection[str]]
"""The languages of each document of a library, by its path."""


@dataclass(frozen=True, slots=True)
class Yardstick:
    """What is asked, and what answers it."""

    questions: tuple[Question, ...]
    """By id."""
    judgements: tuple[Judgement, ...]
    grades: Mapping[str, Mapping[str, Grade]]
    """For each question that is judged itself, the grades of its documents."""

    def of(self, question: Question) -> Mapping[str, Grade]:
        """Return the grades that count for the question; a variant has those of its clean form."""
        return self.grades.get(question.judged_as, {})

    def in_split(self, split: Split) -> tuple[Question, ...]:
        """Return the questions of one half."""
        return tuple(question for question in self.questions if question.split == split)

    @property
    def fingerprint(self) -> str:
        """A hash of all that is asked and judged; notes and remarks do not count."""
        asked = [
            (one.id, one.split, one.pair, one.kinds, one.text, one.clean or "") for one in self.questions
        ]
        graded = [(one.question, one.path, one.grade) for one in self.judgements]
        return hashlib.sha256(repr((asked, graded)).encode()).hexdigest()[:16]


def load(folder: Path) -> Yardstick:
    """Return the yardstick of the folder. Raises ``EvaluationError`` where a file is not right."""
    return held(questions.read(folder), judgements.read(folder))


def held(asked: tuple[Question, ...], judged: tuple[Judgement, ...]) -> Yardstick:
    """Return the yardstick of the questions and judgements. Raises where one does not fit the other."""
    known = {question.id: question for question in asked}
    strangers = sorted({one.question for one in judged} - known.keys())
    if strangers:
        raise UnknownQuestion(f"Judged, but not among the questions: {named(strangers)}.")
    variants = sorted({one.question for one in judged if known[one.question].clean})
    if variants:
        raise BadQuestion(f"Judged, though its clean form is judged for it: {named(variants)}.")
    return Yardstick(asked, judged, judgements.by_question(judged))


def check_documents(yardstick: Yardstick, known: Collection[str]) -> None:
    """Raise ``UnknownDocument`` where a judged document is neither among the paths nor inside one."""
    judged = {one.path for one in yardstick.judgements}
    strangers = sorted(path for path in judged if path not in known and not is_inside(path, known))
    if strangers:
        raise UnknownDocument(f"Judged, but not in the library: {named(strangers)}.")


def check_answers(yardstick: Yardstick, languages: Languages) -> None:
    """Raise where a question has no answer in its target language, or one that should have none."""
    unjudged = [
        one.id for one in yardstick.questions if one.has_answer and not _answered(one, yardstick, languages)
    ]
    if unjudged:
        raise UnjudgedQuestion(
            f"No document of grade {RELEVANT} or more in the language that is asked for: {named(unjudged)}."
        )
    wrong = list(_answers_to_the_unanswerable(yardstick))
    if wrong:
        raise BadQuestion(f"Said to have no answer, but: {named(wrong)}.")


def _answered(question: Question, yardstick: Yardstick, languages: Languages) -> bool:
    return any(
        grade >= RELEVANT and question.target in languages.get(path, (question.target,))
        for path, grade in yardstick.of(question).items()
    )


def _answers_to_the_unanswerable(yardstick: Yardstick) -> Iterator[str]:
    for question in yardstick.questions:
        if not question.has_answer:
            for path, grade in yardstick.of(question).items():
                if grade >= RELEVANT:
                    yield f"{question.id} has {path} with {grade}"
