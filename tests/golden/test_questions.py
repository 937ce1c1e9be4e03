"""Questions that a person asks of the shipped corpus, each with the document that answers it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Asked

QUESTIONS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "questions/shipped.tsv").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("question, path", QUESTIONS, ids=[question for question, _ in QUESTIONS])
def test_the_document_that_answers_is_among_the_first_three(shipped: Asked, question: str, path: str) -> None:
    assert path in shipped.paths(question)[:3]
