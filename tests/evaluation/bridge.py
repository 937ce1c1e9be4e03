"""``python -m tests.evaluation.bridge``: what the way into other languages is worth.

For each ordered pair of languages: the questions that cross it, with and without the bridge, and the same
questions asked in the documents' own language, from ``own-language.tsv``.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from statistics import fmean

from indexer.errors import InterLocError
from indexer.settings import Settings
from search_ui.search.weights import WEIGHTS, Weights

from . import library, measures, runs, yardstick
from .errors import BadLine, EvaluationError
from .measures import NDCG
from .parts import without
from .questions import Question, lines
from .yardstick import Yardstick

HERE = Path(__file__).parent
OWN = HERE / "own-language.tsv"

WIDTH = 8
"""Columns of a figure."""

_Reached = Mapping[str, float]
"""nDCG@10 by question."""


def main() -> int:
    """Print the table; where something is wrong, say what."""
    try:
        for line in _told():
            print(line, flush=True)
    except (EvaluationError, InterLocError) as error:
        print(f"bridge: {error.code}: {error}", file=sys.stderr)
        return 1
    return 0


def _told() -> Iterator[str]:
    held = yardstick.load(HERE)
    texts = dict(own_texts(OWN))
    crossing = [one for one in held.questions if one.crosses and not one.clean and one.has_answer]
    asked = [one for one in crossing if one.id in texts]
    at_home = [replace(one, text=texts[one.id]) for one in asked]
    bridged = _reached(held, asked, WEIGHTS)
    alone = _reached(held, asked, without(("cross-language",)))
    own = _reached(held, at_home, WEIGHTS)
    columns = ("asked", "bridge", "without", "own", "share")
    yield f"{'pair':8}" + "".join(f"{name:>{WIDTH}}" for name in columns)
    for pair in (*sorted({one.pair for one in asked}), "all"):
        ids = [one.id for one in asked if pair in (one.pair, "all")]
        crossed, single, home = (fmean(reached[id] for id in ids) for reached in (bridged, alone, own))
        yield f"{pair:8}{len(ids):{WIDTH}}" + "".join(
            f"{value:{WIDTH}.3f}" for value in (crossed, single, home, crossed / home if home else 1.0)
        )
    missing = len(crossing) - len(asked)
    if missing:
        yield f"{missing} questions have no form in the documents' own language in {OWN.name}."


def own_texts(file: Path) -> Iterator[tuple[str, str]]:
    """Yield each question's id and how the documents' own language asks it. Raises ``BadLine``."""
    for number, line in lines(file):
        id, tab, text = line.partition("\t")
        if not tab or not text.strip():
            raise BadLine(file, number, "an id, a tab and the question are expected")
        yield id, text.strip()


def _reached(held: Yardstick, questions: Sequence[Question], weights: Weights) -> _Reached:
    with library.opened(library.settings(Settings().engine), weights) as opened:
        scored: Iterable[measures.Scored] = measures.scored(
            held, questions, runs.asked(opened, questions), opened.languages
        )
        return {one.question.id: one.target[NDCG] for one in scored}


if __name__ == "__main__":
    sys.exit(main())
