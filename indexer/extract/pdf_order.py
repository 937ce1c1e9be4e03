"""Can the order in which a PDF page paints its text be trusted?"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

MAX_JUMPS = 0.15
"""Share of jumps above which a page's paint order is not its reading order.

Source: clean pages had .01–.06 (one .19), broken ones .42–.50.
"""


class Rectangle(NamedTuple):
    """A run of text on a page, in points from the lower left corner."""

    left: float
    bottom: float
    right: float
    top: float


def is_jumping(rectangles: Sequence[Rectangle]) -> bool:
    """Say whether the text is painted in another order than it is read."""
    return jump_ratio(rectangles) > MAX_JUMPS


def jump_ratio(rectangles: Sequence[Rectangle]) -> float:
    """Return the share of steps that move up or jump a gutter on one baseline."""
    steps = list(pairwise(rectangles))
    return sum(_is_jump(one, two) for one, two in steps) / len(steps) if steps else 0.0


def _is_jump(one: Rectangle, two: Rectangle) -> bool:
    height = max(one.top - one.bottom, two.top - two.bottom)
    if two.bottom > one.top - 0.2 * height:
        return True
    same_line = min(one.top, two.top) - max(one.bottom, two.bottom) > 0.5 * height
    return same_line and two.left - one.right > 1.5 * height
