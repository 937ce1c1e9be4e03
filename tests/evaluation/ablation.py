"""What each part buys: the same questions with and without it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

from .measures import NDCG, Scored
from .report import Cells
from .significance import Difference, difference

HEADING: Cells = ("without", "same", "across", "whole list", "variants", "all", "difference", "p")


@dataclass(frozen=True, slots=True)
class Loss:
    """What a run without a part is worth, beside the run with all of them."""

    name: str
    scored: Sequence[Scored]
    compared: Difference
    """Of the values that ``values`` returns: above 0 where it is better without."""


def loss(name: str, scored: Sequence[Scored], complete: Sequence[Scored]) -> Loss:
    """Return what is lost where ``complete`` is the run with all parts."""
    return Loss(name, scored, difference(values(scored), values(complete)))


def values(scored: Sequence[Scored]) -> list[float]:
    """Return one value for each question: the mean of its two lists."""
    return [(one.target[NDCG] + one.whole[NDCG]) / 2 for one in scored]


def line(one: Loss) -> Cells:
    """Return the row of the table."""
    clean = [held for held in one.scored if held.question.clean is None]
    groups = (
        [held.target[NDCG] for held in clean if not held.question.crosses],
        [held.target[NDCG] for held in clean if held.question.crosses],
        [held.whole[NDCG] for held in clean],
        [held.target[NDCG] for held in one.scored if held.question.clean is not None],
        values(one.scored),
    )
    changed = one.compared
    told = ("–", "–") if one.name == "nothing" else (f"{changed.mean:+.3f}", f"{changed.probability:.3f}")
    return (one.name, *(f"{fmean(group):.3f}" if group else "–" for group in groups), *told)
