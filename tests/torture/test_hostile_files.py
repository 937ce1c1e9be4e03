"""A folder of hostile files: each costs itself, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hostile import FULL, OK, Sizes, make_hostile

from indexer.discover import source_files
from indexer.extract import Content
from indexer.extract.isolate import Limits, read
from indexer.model import Failure, SourceFile

NEIGHBOURS = {
    "a-first.txt": "Minutes\n\nThe partners met in Kwidzyn.",
    "m-middle.md": "# Referat\n\nPartnerne mødtes i Slagelse.",
    "zz-last.html": "<html lang=pl><h1>Protokół</h1><p>Partnerzy spotkali się w Malborku.</p></html>",
}
QUICK = Limits(workers=2, wall_seconds=20, cpu_seconds=3, memory_mb=600)


@dataclass(frozen=True)
class Outcome:
    expected: dict[str, frozenset[str]]
    answers: list[tuple[str, Content | Failure]]

    @property
    def codes(self) -> dict[str, str]:
        return {path: getattr(answer, "code", OK) for path, answer in self.answers}


def _read_all(corpus: Path, limits: Limits) -> Iterator[tuple[str, Content | Failure]]:
    found = list(source_files(corpus))
    yield from ((failure.path, failure) for failure in found if isinstance(failure, Failure))
    files = [source for source in found if isinstance(source, SourceFile)]
    yield from ((source.path.as_posix(), answer) for source, answer in read(corpus, files, limits))


def _write_neighbours(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in NEIGHBOURS.items():
        (folder / name).write_text(text, encoding="utf-8")


@pytest.fixture(
    scope="module",
    params=[
        pytest.param((Sizes(), QUICK), id="moderate"),
        pytest.param((FULL, Limits()), id="full size", marks=pytest.mark.torture),
    ],
)
def outcome(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Outcome:
    sizes, limits = request.param
    corpus = tmp_path_factory.mktemp("hostile") / "corpus"
    _write_neighbours(corpus)
    expected = make_hostile(corpus, sizes)
    return Outcome(expected, list(_read_all(corpus, limits)))


def test_every_hostile_file_gets_one_right_answer(outcome: Outcome) -> None:
    wrong = {
        path: (outcome.codes.get(path), answers)
        for path, answers in outcome.expected.items()
        if outcome.codes.get(path) not in answers
    }
    assert wrong == {}


def test_no_file_is_answered_twice_and_none_is_invented(outcome: Outcome) -> None:
    assert sorted(path for path, _ in outcome.answers) == sorted({*outcome.expected, *NEIGHBOURS})


def test_every_failure_has_a_sentence_for_a_person(outcome: Outcome) -> None:
    reasons = [answer.reason for _, answer in outcome.answers if isinstance(answer, Failure)]
    assert [reason for reason in reasons if len(reason.split()) < 4 or not reason.endswith(".")] == []


def test_the_neighbours_read_as_if_they_were_alone(outcome: Outcome, tmp_path: Path) -> None:
    _write_neighbours(tmp_path / "alone")
    alone = dict(_read_all(tmp_path / "alone", QUICK))
    assert {path: answer for path, answer in outcome.answers if path in NEIGHBOURS} == alone
