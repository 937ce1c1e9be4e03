"""One measuring: what was asked, found and reached, ready to be shown or pinned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from . import measures, rows, runs
from .errors import Unsteady, named
from .forms import Split
from .library import Library, fingerprint
from .measures import NDCG, Scored
from .pinned import Pinned, floors
from .rows import Row
from .runs import Run
from .significance import Difference, difference
from .yardstick import Languages, Yardstick

SPLITS: tuple[Split, ...] = get_args(Split)

ENGINES_APART = 0.01
"""How far two engines may be apart in nDCG@10, in either list of either split."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What one way to search is worth."""

    run: Run
    scored: Mapping[Split, list[Scored]]
    tables: Mapping[str, tuple[Row, ...]]

    @property
    def times(self) -> list[float]:
        """Processor times of all questions, in milliseconds."""
        return [answer.cpu_ms for answer in self.run.values() if answer.cpu_ms is not None]


def measured(yardstick: Yardstick, run: Run, languages: Languages) -> Measured:
    """Return what the run is worth on each half of the questions."""
    halves = {split: yardstick.in_split(split) for split in SPLITS}
    halves = {split: asked for split, asked in halves.items() if asked}
    scored = {
        split: measures.scored(yardstick, questions, run, languages) for split, questions in halves.items()
    }
    tables: dict[str, tuple[Row, ...]] = {
        split: rows.rows(scored[split], questions, run) for split, questions in halves.items()
    }
    return Measured(run, scored, tables)


def measure(yardstick: Yardstick, library: Library) -> Measured:
    """Ask all questions of the library, and return what it is worth."""
    return measured(yardstick, runs.asked(library, yardstick.questions), library.languages)


def to_pin(found: Measured, yardstick: Yardstick, files: Mapping[str, str]) -> Pinned:
    """Return the measuring as later ones are held against it."""
    return Pinned(
        corpus=fingerprint(files),
        questions=yardstick.fingerprint,
        floors=floors(found.tables),
        values={
            one.question.id: round(one.target[NDCG], 6) for half in found.scored.values() for one in half
        },
    )


def against(pinned: Pinned, scored: Sequence[Scored]) -> Difference | None:
    """Return how much better it is than the pinned run on the questions of both; ``None`` without any."""
    both = [one for one in scored if one.question.id in pinned.values]
    if not both:
        return None
    now = [round(one.target[NDCG], 6) for one in both]
    return difference(now, [pinned.values[one.question.id] for one in both])


def check_rankings_alike(first: Run, second: Run) -> None:
    """Raise ``Unsteady`` where two builds of one corpus order the documents differently."""
    apart = sorted(id for id, answer in first.items() if answer.ranked != second[id].ranked)
    if apart:
        raise Unsteady(f"Two builds order the documents differently for {named(apart)}.")


def check_engines_alike(first: Measured, second: Measured) -> float:
    """Return how far the engines are apart at most. Raises ``Unsteady`` where that is too much."""
    furthest = 0.0
    for split, table in first.tables.items():
        other = {row.name: row.values for row in second.tables[split]}
        for row in table:
            if row.group != "all":
                continue
            apart = abs(row.values[NDCG] - other[row.name][NDCG])
            furthest = max(furthest, apart)
            if apart > ENGINES_APART:
                raise Unsteady(f"The engines are {apart:.3f} apart in {split} / {row.name} / {NDCG}.")
    return furthest
