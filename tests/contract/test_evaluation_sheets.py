"""From a question asked of the shipped library to a judged sheet and a measure."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import Asked
from tests.evaluation import judgements, library, pool, runs, session, sheets, yardstick
from tests.evaluation.library import Library
from tests.evaluation.measures import NDCG
from tests.evaluation.questions import Question

QUESTION = Question("en-1", "test", "en", "en", ("keyword",), "study visit checklist", note="what to settle")


@pytest.fixture
def opened(shipped: Asked) -> Iterator[Library]:
    yield shipped.library.ask(library.of)


def test_a_sheet_shows_enough_of_each_document_to_judge_it(opened: Library, tmp_path: Path) -> None:
    path = "en/toolbox-international-cooperation.pdf"
    sheet = sheets.sheet([(QUESTION, path)], opened, characters=500)
    assert f"\nen-1 0 {path} ?\n" in sheet
    for told in (
        "study visit checklist",
        "(what to settle)",
        opened.documents[path].title,
        "headings: ",
        "p. ",
    ):
        assert told in sheet
    assert len(sheet) < 2_000


def test_a_judged_sheet_measures_the_search(opened: Library, tmp_path: Path) -> None:
    run = runs.ordered(opened, [QUESTION])
    pairs = list(pool.pooled([QUESTION], [run], opened.languages))
    file = tmp_path / "batch-en-01.qrels"
    best = run[QUESTION.id].ranked[0]
    text = sheets.sheet(pairs, opened, characters=100)
    file.write_text(text.replace(f"{best} ?", f"{best} 3").replace(" ?\n", " 0\n"), encoding="utf-8")
    judged = [one for one in sheets.judged(file, "mette") if one is not None]
    assert len(judged) == len(pairs) > 1
    held = yardstick.held((QUESTION,), judgements.agreed(judged))
    found = session.measure(held, opened)
    assert found.scored["test"][0].target[NDCG] == 1.0
    assert len(found.times) == 1


def test_a_question_is_answered_alike_every_time(opened: Library) -> None:
    session.check_rankings_alike(runs.ordered(opened, [QUESTION]), runs.asked(opened, [QUESTION]))


def test_newer_documents_can_be_raised_to_see_whether_that_helps(opened: Library) -> None:
    plain, raised = (
        runs.ordered(opened, [QUESTION], recency)[QUESTION.id].ranked for recency in (0.0, 100.0)
    )
    assert set(raised) == set(plain)
    assert opened.newness(raised[0]) == max(map(opened.newness, plain))
