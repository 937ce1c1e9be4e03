"""No change makes the search worse: the pinned floors hold on the shipped corpus."""

from __future__ import annotations

from tests.conftest import Asked
from tests.evaluation import library, pinned, runs, session, yardstick
from tests.evaluation.__main__ import HERE


def test_no_measure_is_below_its_floor(shipped: Asked) -> None:
    held = yardstick.load(HERE)
    files = library.files(shipped.settings.corpus)
    before = pinned.load()
    pinned.check_fingerprints(before, library.fingerprint(files), held.fingerprint)
    yardstick.check_documents(held, files)
    opened = shipped.library.ask(library.of)
    yardstick.check_answers(held, opened.languages)
    unanswerable = [question for question in held.questions if not question.has_answer]
    run = {**runs.ordered(opened, held.questions), **runs.asked(opened, unanswerable)}
    pinned.check_floors(before, session.measured(held, run, opened.languages).tables)
