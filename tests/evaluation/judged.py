"""Judgements that people made on the results page, as a yardstick of their own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .errors import BadLine, NoQuestions
from .forms import GRADES, RELEVANT, Grade
from .judgements import Judgement
from .questions import Question, lines
from .yardstick import Yardstick, held

ANY = "*"
"""Stands for the language of a question, and of its answers, that nobody stated."""


def load(file: Path) -> Yardstick:
    """Return what was asked and judged. Of several verdicts on one document the latest counts.

    Nothing tells in which language a question is, nor in which its answer is looked for: all count.
    Raises ``EvaluationError``.
    """
    verdicts = {(question, path): grade for question, path, grade in _verdicts(file)}
    if not verdicts:
        raise NoQuestions(f"There are no judgements in {file}.")
    texts = dict.fromkeys(question for question, _ in verdicts)
    ids = {text: f"judged-{number:03}" for number, text in enumerate(texts, start=1)}
    asked = tuple(Question(ids[text], "test", ANY, ANY, ("question",), text) for text in texts)
    judged = sorted(Judgement(ids[text], path, grade) for (text, path), grade in verdicts.items())
    return held(asked, tuple(judged))


def answered(yardstick: Yardstick) -> Yardstick:
    """Return the questions to which a document was found that answers, at least in part.

    The others say nothing about a search: perhaps nothing answers them. Raises ``NoQuestions``.
    """
    asked = tuple(one for one in yardstick.questions if max(yardstick.of(one).values()) >= RELEVANT)
    if not asked:
        raise NoQuestions("No question was judged to have an answer.")
    ids = {one.id for one in asked}
    return held(asked, tuple(one for one in yardstick.judgements if one.question in ids))


def _verdicts(file: Path) -> Iterator[tuple[str, str, Grade]]:
    for number, line in lines(file):
        try:
            stated: dict[str, Any] = json.loads(line)
            question, path, grade = stated["question"], stated["document"], stated["grade"]
        except (ValueError, TypeError, KeyError) as error:
            raise BadLine(file, number, "a judgement states question, document and grade in JSON") from error
        if grade not in GRADES or not isinstance(question, str) or not isinstance(path, str):
            raise BadLine(file, number, f"a grade is 0, 1, 2 or 3, not {grade!r}")
        yield question, path, grade
