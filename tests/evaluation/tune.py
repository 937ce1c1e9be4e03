"""``python -m tests.evaluation.tune``: better weights, looked for one at a time on the tune half alone.

The test half is not read here; what was found is to be confirmed there, once, by ``make eval``.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from indexer.engines import ENGINES
from indexer.errors import InterLocError
from indexer.settings import Settings
from search_ui.search.weights import WEIGHTS, Weights

from . import ablation, library, measures, report, rows, variants, yardstick
from .errors import EvaluationError
from .measures import Scored
from .significance import difference
from .variants import Asking, Variant
from .yardstick import Languages, Yardstick

HERE = Path(__file__).parent

STEPS = (0.0, 0.5, 0.75, 0.9, 1.1, 1.25, 1.5, 2.0)
"""What a weight is multiplied with in turn."""

SPANS: Mapping[str, tuple[float, ...]] = MappingProxyType(
    {
        "exact": (1.0, 1.1, 1.2, 1.4, 1.7, 2.0),
        "most": (0.34, 0.5, 0.6, 0.67, 0.75, 1.0),
        "few": (1, 3, 5, 10, 20, 50),
        "passage": (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 1.0),
        "together": (0.0, 0.1, 0.25, 0.4, 0.6),
        "in_order": (0.25, 0.5, 0.75, 1.0),
        "alone": (0.0, 0.25, 0.5, 0.75, 1.0),
        "own_language": (1.0, 1.05, 1.1, 1.15, 1.25, 1.4),
        "repeated": (0.0, 0.25, 0.5, 1.0),
    }
)
"""Values to try for weights that steps do not suit: shares have an end, counts are whole."""

GAIN = 0.001
"""By how much a value must be better before it is taken: less is noise of a few questions."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Look for better weights and show what each step gained."""
    asked = _parser().parse_args(arguments)
    try:
        for line in _told(asked):
            print(line, flush=True)
    except (EvaluationError, InterLocError) as error:
        print(f"tune: {error.code}: {error}", file=sys.stderr)
        return 1
    return 0


def tried(name: str, weights: Weights) -> list[Weights]:
    """Return the weights with other values of one of them."""
    now = getattr(weights, name)
    values = SPANS.get(name) or tuple(round(now * step, 4) for step in STEPS)
    return [_with(weights, name, value) for value in values if value != now]


def _with(weights: Weights, name: str, value: float) -> Weights:
    changed: dict[str, Any] = {name: value}
    return replace(weights, **changed)


def _told(asked: argparse.Namespace) -> Iterator[str]:
    held = yardstick.load(HERE)
    settings = library.settings(asked.engine)
    with library.opened(settings) as opened:
        yardstick.check_answers(held, opened.languages)
        languages = opened.languages
    with variants.asking() as ask:
        yield from _Search(ask, settings, held, languages).told(asked.weights or list(NAMES), asked.rounds)


class _Search:
    """A search along one weight after the other."""

    def __init__(self, ask: Asking, settings: Settings, held: Yardstick, languages: Languages) -> None:
        self._ask, self._settings, self._held, self._languages = ask, settings, held, languages
        self._questions = held.in_split("tune")

    def told(self, names: Sequence[str], rounds: int) -> Iterator[str]:
        """Yield a line for each weight that was tried, and the weights that were best in the end."""
        best = WEIGHTS
        (scored,) = self._scored([best])
        yield f"now: {rows.balanced(scored):.4f}"
        for number in range(1, rounds + 1):
            before = best
            for name in names:
                ways = tried(name, best)
                found = self._scored(ways)
                yield _line(number, name, best, scored, ways, found)
                leader = max(range(len(ways)), key=lambda place: rows.balanced(found[place]))
                if rows.balanced(found[leader]) > rows.balanced(scored) + GAIN:
                    best, scored = ways[leader], found[leader]
            if best == before:
                break
        yield from _outcome(best)

    def _scored(self, ways: Sequence[Weights]) -> list[list[Scored]]:
        asked = [Variant("", self._settings, weights) for weights in ways]
        return [
            measures.scored(self._held, self._questions, run, self._languages)
            for run in self._ask(asked, self._questions)
        ]


def _line(
    number: int,
    name: str,
    best: Weights,
    scored: Sequence[Scored],
    ways: Sequence[Weights],
    found: Sequence[Sequence[Scored]],
) -> str:
    """Return what each value of one weight reaches, with the chance that the difference is none."""
    told = [f"{getattr(best, name):g}: {rows.balanced(scored):.4f} (now)"]
    for weights, one in zip(ways, found, strict=True):
        apart = difference(ablation.values(one), ablation.values(scored))
        told.append(f"{getattr(weights, name):g}: {rows.balanced(one):.4f} (p {apart.probability:.2f})")
    return f"{number} {name}  " + "  ".join(told)


def _outcome(best: Weights) -> Iterator[str]:
    changed = [name for name in NAMES if getattr(best, name) != getattr(WEIGHTS, name)]
    if not changed:
        yield "No weight is better than it is."
        return
    lines = [(name, f"{getattr(WEIGHTS, name):g}", f"{getattr(best, name):g}") for name in changed]
    yield from report.plain(("weight", "now", "better"), lines)


NAMES = tuple(field.name for field in fields(Weights))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.tune", description=__doc__)
    parser.add_argument("weights", nargs="*", metavar="WEIGHT", help=f"all, or some of: {', '.join(NAMES)}")
    parser.add_argument("--rounds", type=int, default=2, metavar="N", help="times to go through them")
    parser.add_argument("--engine", choices=tuple(ENGINES), default=Settings().engine)
    return parser


if __name__ == "__main__":
    sys.exit(main())
