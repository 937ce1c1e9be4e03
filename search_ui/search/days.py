"""A day of the calendar in a question: ``6 maja 2014``, ``6.05.2014``, ``2014-05-06``. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indexer.knowledge.dates import stated_date
from indexer.languages.base import words

DAY_WORDS = 3
"""Words of a date: day, month and year."""


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the calendar, however it is written."""

    date: str
    """ISO 8601."""
    words: tuple[str, ...]
    """The day as it is typed."""

    @property
    def text(self) -> str:
        """The words as typed, with single spaces."""
        return " ".join(self.words)


def leading_day(pieces: Sequence[str]) -> tuple[int, Day | None]:
    """Return how many of the pieces make up a date that they begin with, and the day; else 1 and nothing."""
    for size in (1, DAY_WORDS):
        typed = " ".join(pieces[:size])
        found = tuple(word.text for word in words(typed))
        if len(pieces) >= size and len(found) == DAY_WORDS:
            date = stated_date(typed)
            if date and len(date) == len("2014-05-06"):
                return size, Day(date, found)
    return 1, None
