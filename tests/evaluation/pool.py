"""``python -m tests.evaluation.pool``: what the first ten of every way to search hold, to be judged.

``write`` puts the documents that nobody has judged into files, each with enough of its text;
``merge`` takes the judged files back.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby, islice
from pathlib import Path

from indexer.engines import ENGINES
from indexer.errors import InterLocError
from indexer.settings import Settings
from search_ui.search.weights import WEIGHTS

from . import judgements, library, sheets, variants, yardstick
from .errors import EvaluationError
from .judgements import Judgement
from .library import Library
from .measures import TOP
from .questions import Question
from .runs import Run
from .yardstick import Languages, Yardstick

HERE = Path(__file__).parent

WIDELY = replace(WEIGHTS, few=1_000_000, most=0.34)
"""Finds what holds some of the words although others hold all: what the search would pass over."""

Pair = tuple[Question, str]
"""A question and the path of a document."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write sheets to be judged, or take judged ones back; where something is wrong, say what."""
    asked = _parser().parse_args(arguments)
    try:
        for line in asked.command(asked):
            print(line, flush=True)
    except (EvaluationError, InterLocError) as error:
        print(f"pool: {error.code}: {error}", file=sys.stderr)
        return 1
    return 0


def pooled(
    questions: Iterable[Question], runs: Sequence[Run], languages: Languages, depth: int = TOP
) -> Iterator[Pair]:
    """Yield each question with the first documents that any run has for it, in the order of their paths.

    First in the whole list, and first among the documents of the language that is asked for. The
    order, and what found a document, must not tell the judge anything.
    """
    for question in questions:
        found: set[str] = set()
        for run in runs:
            ranked = run[question.id].ranked
            found.update(ranked[:depth])
            own = (path for path in ranked if question.target in languages.get(path, ()))
            found.update(islice(own, depth))
        yield from ((question, path) for path in sorted(found))


def unjudged(pairs: Iterable[Pair], held: Yardstick) -> Iterator[Pair]:
    """Yield the pairs that nobody has judged, each once, variants as their clean forms."""
    clean = {question.id: question for question in held.questions}
    seen: set[tuple[str, str]] = set()
    for question, path in pairs:
        key = (question.judged_as, path)
        if key not in seen and path not in held.of(question):
            seen.add(key)
            yield clean[question.judged_as], path


def _write(asked: argparse.Namespace) -> Iterator[str]:
    held = yardstick.load(HERE)
    wanted = [one for one in held.questions if asked.language in (None, one.language)]
    with library.opened(library.settings(Settings().engine)) as opened:
        found = pooled(wanted, _runs(wanted), opened.languages, asked.depth)
        pairs = sorted(unjudged(found, held), key=lambda pair: (pair[0].id, pair[1]))
        yield from _sheets(asked, pairs, opened)


def _runs(questions: Sequence[Question]) -> list[Run]:
    """Return what every way to search finds: each part left out, some of the words alone, each engine."""
    settings = library.settings(Settings().engine)
    ways = [*variants.parts(settings), variants.Variant("widely", settings, WIDELY)]
    for engine in ENGINES:
        if engine != Settings().engine:
            with library.opened(library.settings(engine)):
                ways.append(variants.Variant(engine, library.settings(engine)))
    with variants.asking() as ask:
        return list(ask(ways, questions))


def _sheets(asked: argparse.Namespace, pairs: Sequence[Pair], opened: Library) -> Iterator[str]:
    asked.to.mkdir(parents=True, exist_ok=True)
    for code, own in groupby(pairs, key=lambda pair: pair[0].language):
        for number, batch in enumerate(batches(own, asked.batch), start=1):
            file = asked.to / f"batch-{code}-{number:02}.qrels"
            file.write_text(sheets.sheet(batch, opened, asked.text), encoding="utf-8")
            yield f"{file}: {len(batch)} to be judged"
    if not pairs:
        yield "Everything in the pool is judged."


def batches(pairs: Iterable[Pair], size: int) -> Iterator[list[Pair]]:
    """Yield the pairs in lots of about that size; a question is never parted."""
    batch: list[Pair] = []
    for _, group in groupby(pairs, key=lambda pair: pair[0].id):
        batch += group
        if len(batch) >= size:
            yield batch
            batch = []
    if batch:
        yield batch


def _merge(asked: argparse.Namespace) -> Iterator[str]:
    """Take the judged lines of the files; what is still open stays in the pool."""
    held = yardstick.load(HERE)
    new, still_open = [], 0
    for file in asked.files:
        read = list(sheets.judged(file, asked.by))
        new += [one for one in read if one is not None]
        still_open += read.count(None)
    together = yardstick.held(held.questions, judgements.agreed([*held.judgements, *new]))
    yardstick.check_documents(together, library.files())
    for code in sorted({_language(one) for one in new}):
        _add(HERE / f"judgements-{code}.qrels", [one for one in new if _language(one) == code])
    yield f"{len(new)} judgements merged, {still_open} still open."


def _add(file: Path, new: Sequence[Judgement]) -> None:
    old = list(judgements.of_file(file)) if file.exists() else []
    judgements.write(file, judgements.agreed([*old, *new]))


def _language(judgement: Judgement) -> str:
    return judgement.question.partition("-")[0]


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.evaluation.pool", description=__doc__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    write = commands.add_parser("write", help="write what is not judged into files")
    write.add_argument("--to", type=Path, required=True, metavar="DIR", help="folder of the files")
    write.add_argument("--language", metavar="CODE", help="only questions in this language")
    write.add_argument("--batch", type=int, default=60, metavar="N", help="documents in one file")
    write.add_argument("--depth", type=int, default=TOP, metavar="N", help="documents of each list")
    write.add_argument("--text", type=int, default=1200, metavar="N", help="characters of a document")
    write.set_defaults(command=_write)
    merge = commands.add_parser("merge", help="take judged files back")
    merge.add_argument("files", type=Path, nargs="+", metavar="FILE")
    merge.add_argument("--by", required=True, metavar="NAME", help="who judged")
    merge.set_defaults(command=_merge)
    return parser


if __name__ == "__main__":
    sys.exit(main())
