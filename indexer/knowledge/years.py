"""Where in a text the years are: only there can a date with a year stand, and most text has none."""

from __future__ import annotations

import re

FOUR_DIGITS = "(?:19[5-9][0-9]|20[0-9][0-9]|2100)"
"""A year that may be a document's, as a pattern."""

LONGEST = 120
"""Characters of the longest date before or behind its year, with what may not stand beside it: two
days, two months and what joins them, each with its blank, stay below 80."""

_YEAR = re.compile(FOUR_DIGITS)


def around_years(folded: str) -> list[tuple[int, int]]:
    """Return the parts of the text that hold every date with a year, and what makes it one."""
    parts: list[tuple[int, int]] = []
    for found in _YEAR.finditer(folded):
        start, end = max(0, found.start() - LONGEST), found.end() + LONGEST
        if parts and start <= parts[-1][1]:
            start, _ = parts.pop()
        parts.append((start, end))
    return parts
