"""Values of single questions become the rows of a table. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import get_args

from .forms import VARIANTS, Kind
from .measures import JUDGED, MEASURES, NDCG, Scored, Values, says_nothing_answers
from .questions import Question
from .runs import Run

OF_CLEAN = "of clean"
"""Measure of a variant: its nDCG@10 as a share of what its clean forms reach."""

HONEST = "honest"
"""Measure of questions without an answer: the share in which no document is said to hold all words."""

SAME, CROSS, WHOLE = "same language", "across languages", "whole list"

BY_KIND = "kind"
"""Rows of kinds are for reading: they are too small, and overlap too much, to hold a floor."""


@dataclass(frozen=True, slots=True)
class Row:
    """One group of questions."""

    group: str
    """``pair``, ``all``, ``kind``, ``variant`` or ``no answer``."""
    name: str
    questions: int
    values: Mapping[str, float]
    """By measure."""


def rows(scored: Sequence[Scored], questions: Sequence[Question], run: Run) -> tuple[Row, ...]:
    """Return the table of a run; variants stand apart, so that no question counts twice."""
    clean = [one for one in scored if one.question.clean is None]
    found = [
        *_pairs(clean),
        _row("all", SAME, [one.target for one in clean if not one.question.crosses]),
        _row("all", CROSS, [one.target for one in clean if one.question.crosses]),
        _row("all", WHOLE, [one.whole for one in clean]),
        *_kinds(clean),
        *_variants(scored),
        _unanswerable(questions, run),
    ]
    return tuple(row for row in found if row.questions)


def _pairs(clean: Sequence[Scored]) -> Iterator[Row]:
    """Yield a row for each pair of languages, those of one language first."""
    pairs = {one.question.pair: one.question.crosses for one in clean}
    for pair in sorted(pairs, key=lambda pair: (pairs[pair], pair)):
        yield _row("pair", pair, [one.target for one in clean if one.question.pair == pair])


def _kinds(clean: Sequence[Scored]) -> Iterator[Row]:
    for kind in get_args(Kind):
        yield _row(BY_KIND, kind, [one.target for one in clean if kind in one.question.kinds])


def _variants(scored: Sequence[Scored]) -> Iterator[Row]:
    held = {one.question.id: one.target[NDCG] for one in scored}
    for kind in VARIANTS:
        of_kind = [one for one in scored if kind in one.question.kinds]
        row = _row("variant", kind, [one.target for one in of_kind])
        reached = sum(held[one.question.judged_as] for one in of_kind)
        share = sum(one.target[NDCG] for one in of_kind) / reached if reached else 1.0
        yield Row(row.group, row.name, row.questions, {**row.values, OF_CLEAN: share})


def _unanswerable(questions: Sequence[Question], run: Run) -> Row:
    asked = [run[question.id] for question in questions if not question.has_answer]
    honest = [says_nothing_answers(answer) for answer in asked if answer.complete is not None]
    values = {HONEST: fmean(honest)} if honest else {}
    return Row("no answer", "no-answer", len(honest), values)


def _row(group: str, name: str, values: Sequence[Values]) -> Row:
    return Row(
        group,
        name,
        len(values),
        {name: fmean(one[name] for one in values) for name in MEASURES} if values else {},
    )


def balanced(scored: Sequence[Scored], measure: str = NDCG) -> float:
    """Return one number for a run: each pair of languages counts alike, and so does the whole list.

    Variants count with their pair. It is what weights are chosen by.
    """
    by_pair: dict[str, list[Scored]] = {}
    for one in scored:
        by_pair.setdefault(one.question.pair, []).append(one)
    halves: tuple[Callable[[Scored], Values], ...] = (lambda one: one.target, lambda one: one.whole)
    return fmean(
        fmean(fmean(of(one)[measure] for one in group) for group in by_pair.values()) for of in halves
    )


def unjudged(scored: Sequence[Scored]) -> float:
    """Return the share of documents among the first ten, in either list, that nobody has judged."""
    return 1 - fmean(one.target[JUDGED] / 2 + one.whole[JUDGED] / 2 for one in scored)
