"""Questions that a person asks of the shipped corpus, each with a document that answers it, or several."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import Asked

QUESTIONS = [
    tuple(line.split("\t"))
    for line in (Path(__file__).parent / "questions/shipped.tsv").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize("question, paths", QUESTIONS, ids=[question for question, _ in QUESTIONS])
def test_a_document_that_answers_is_among_the_first_five(shipped: Asked, question: str, paths: str) -> None:
    assert not set(paths.split("|")).isdisjoint(shipped.paths(question)[:5])
