"""What can be wrong with a yardstick; never a silently wrong average."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

NAMED = 5
"""Cases that one message names; the rest is counted."""


class EvaluationError(Exception):
    """The root of the tree; never raised itself."""

    code: ClassVar[str] = "evaluation"


class BadLine(EvaluationError):
    """A line of a question or judgement file is not in its form."""

    code = "bad-line"

    def __init__(self, file: Path, number: int, wrong: str) -> None:
        super().__init__(f"{file.name}, line {number}: {wrong}")


class UnreadableYardstick(EvaluationError):
    """A file of the yardstick cannot be opened or is not UTF-8."""

    code = "unreadable-yardstick"


class NoQuestions(EvaluationError):
    """There is nothing to ask."""

    code = "no-questions"


class BadQuestion(EvaluationError):
    """A question contradicts itself or another one."""

    code = "bad-question"


class UnknownQuestion(EvaluationError):
    """A judgement names a question that there is not."""

    code = "unknown-question"


class UnknownDocument(EvaluationError):
    """A judgement names a document that the library does not hold."""

    code = "unknown-document"


class UnjudgedQuestion(EvaluationError):
    """A question has no judged answer."""

    code = "unjudged-question"


class Contradiction(EvaluationError):
    """One question and document have two grades."""

    code = "contradiction"


class ChangedYardstick(EvaluationError):
    """The corpus or the questions are not those that the floors were measured on."""

    code = "changed-yardstick"

    def __init__(self, what: Sequence[str]) -> None:
        super().__init__(
            f"Changed since the floors were pinned: {' and '.join(what)}. Numbers cannot be compared. "
            "If the change is meant, run: make eval-pin"
        )


class NotPinned(EvaluationError):
    """There are no floors yet."""

    code = "not-pinned"

    def __init__(self, file: Path) -> None:
        super().__init__(f"There are no floors in {file} yet. Run: make eval-pin")


class BrokenFloor(EvaluationError):
    """A measure fell below its floor."""

    code = "broken-floor"

    def __init__(self, falls: Sequence[str]) -> None:
        super().__init__(f"Below the floor: {named(falls)}")


class LowerFloor(EvaluationError):
    """Pinning would lower a floor and nobody said why."""

    code = "lower-floor"

    def __init__(self, falls: Sequence[str]) -> None:
        super().__init__(
            f'These floors would fall: {named(falls)}. If that is meant, say why: make eval-pin WHY="…"'
        )


class Unsteady(EvaluationError):
    """Two builds, or two engines, do not give what they must give alike."""

    code = "unsteady"


def named(cases: Sequence[str]) -> str:
    """Return the first cases and how many there are beyond them."""
    rest = len(cases) - NAMED
    return "; ".join(cases[:NAMED]) + (f"; and {rest} more" if rest > 0 else "")
