"""Judgements that people made on the results page, as a yardstick of their own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .errors import BadLine, NoQuestions
from .forms import GRADES, Grade
from .judgements import Judgement
from .questions import Question, lines
from .yardstick import Yardstick, held


def load(file: Path) -> Yardstick:
    """Return what was asked and judged. Of several verdicts on one document the latest counts.

    A question asks for documents in any language, so its two lists are the same where the library
    has one language only; nothing tells in which language it is. Raises ``EvaluationError``.
    """
    verdicts = {(question, path): grade for question, path, grade in _verdicts(file)}
    if not verdicts:
        raise NoQuestions(f"There are no judgements in {file}.")
    texts = dict.fromkeys(question for question, _ in verdicts)
    ids = {text: f"judged-{number:03}" for number, text in enumerate(texts, start=1)}
    asked = tuple(Question(ids[text], "test", ANY, ANY, ("question",), text) for text in texts)
    judged = sorted(Judgement(ids[text], path, grade) for (text, path), grade in verdicts.items())
    return held(asked, tuple(judged))


ANY = "*"
"""Stands for the language of a question, and of its answers, that nobody stated."""


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
