"""Is all of the yardstick explained to those who write questions and judge?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest

from tests.evaluation import errors
from tests.evaluation.__main__ import parser
from tests.evaluation.errors import EvaluationError
from tests.evaluation.forms import GRADES, Kind
from tests.evaluation.measures import MEASURES
from tests.evaluation.questions import COLUMNS
from tests.evaluation.rows import HONEST, OF_CLEAN

README = (Path(errors.__file__).parent / "README.md").read_text(encoding="utf-8")


def codes() -> Iterator[str]:
    for held in vars(errors).values():
        if isinstance(held, type) and issubclass(held, EvaluationError) and held is not EvaluationError:
            yield held.code


@pytest.mark.parametrize("name", [*COLUMNS, *get_args(Kind), *codes()])
def test_every_column_kind_and_code_is_explained(name: str) -> None:
    assert re.search(rf"^\|.*`{name}`.* \|", README, re.MULTILINE)


@pytest.mark.parametrize("measure", [*MEASURES, OF_CLEAN, HONEST])
def test_every_measure_is_explained(measure: str) -> None:
    assert f"\n| {measure} | " in README


@pytest.mark.parametrize("grade", GRADES)
def test_every_grade_means_what_sheets_say(grade: int) -> None:
    assert f"| {grade} | {GRADES[grade]} |" in README  # type: ignore[index]  # a grade of the table itself


@pytest.mark.parametrize("option", [action.option_strings[-1] for action in parser()._actions])
def test_every_option_is_named(option: str) -> None:
    assert option in README or option in ("--help", "--pin", "--why")
