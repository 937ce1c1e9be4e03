"""``python -m tests.evaluation``: what the search is worth. The Makefile's eval and eval-pin call it."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from indexer.engines import ENGINES
from indexer.errors import InterLocError
from indexer.settings import Settings

from . import ablation, judged, library, overview, pinned, report, runs, session, variants, yardstick
from .errors import EvaluationError, NotPinned
from .library import Library
from .parts import PARTS, without
from .rows import unjudged
from .session import SPLITS, Measured
from .significance import Difference
from .yardstick import Yardstick

HERE = Path(__file__).parent


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what was asked for and return 0; where something is wrong, say what and return 1."""
    asked = parser().parse_args(arguments)
    try:
        for line in _told(asked):
            print(line, flush=True)
    except (EvaluationError, InterLocError) as error:
        print(f"eval: {error.code}: {error}", file=sys.stderr)
        return 1
    return 0


def _told(asked: argparse.Namespace) -> Iterator[str]:
    if asked.judged:
        return _told_judged(asked)
    files = library.files()
    held = yardstick.load(asked.folder)
    yardstick.check_documents(held, files)
    if asked.check:
        yardstick.check_answers(held, {})
        return overview.told(held)
    if asked.ablations:
        return _told_ablations(asked, held)
    if asked.without or asked.engine != Settings().engine:
        return _told_other(asked, held)
    if asked.pin:
        return _pin(asked, held)
    return _told_eval(asked, held)


def _told_eval(asked: argparse.Namespace, held: Yardstick) -> Iterator[str]:
    """Yield the tables, then hold them against floors, a second build and the other engine."""
    with library.opened(library.settings(asked.engine)) as opened:
        found = _measured(held, opened)
        unread = opened.service.catalogue.failures()
    before = pinned.last()
    yield from _tables(asked, found, before)
    yield from (f"Not in the library: {one.path} ({one.code})" for one in unread)
    if before is None:
        raise NotPinned(pinned.FILE)
    now = session.to_pin(found, held, library.files())
    pinned.check_fingerprints(before, now.corpus, now.questions)
    pinned.check_floors(before, found.tables)
    yield "No floor is broken."
    if not asked.quick:
        yield from _steady(held, found)


def _steady(held: Yardstick, found: Measured) -> Iterator[str]:
    """Yield what a second build and the other engines say. Raises ``Unsteady``."""
    with tempfile.TemporaryDirectory() as folder:
        with library.opened(library.settings(Settings().engine, kept=Path(folder))) as again:
            session.check_rankings_alike(found.run, _measured(held, again).run)
        yield "A second build gives the same rankings."
    for engine in ENGINES:
        if engine != Settings().engine:
            with library.opened(library.settings(engine)) as other:
                apart = session.check_engines_alike(found, _measured(held, other))
            yield f"{engine} is at most {apart:.4f} nDCG@10 away."


def _told_other(asked: argparse.Namespace, held: Yardstick) -> Iterator[str]:
    """Yield the tables of another engine, or without some parts, and the difference to the whole."""
    with library.opened(library.settings(Settings().engine)) as opened:
        whole = _measured(held, opened)
    with library.opened(library.settings(asked.engine), without(asked.without)) as opened:
        found = _measured(held, opened)
    yield from _tables(asked, found, None)
    for split in SPLITS:
        if split in found.scored:
            lost = ablation.loss("", found.scored[split], whole.scored[split])
            yield f"{split}: {_difference(lost.compared)} against {Settings().engine} with all parts"


def _told_ablations(asked: argparse.Namespace, held: Yardstick) -> Iterator[str]:
    settings = library.settings(asked.engine)
    with library.opened(settings) as opened:
        yardstick.check_answers(held, opened.languages)
        languages = opened.languages
    ways = variants.parts(settings)
    with variants.asking() as ask:
        found = [session.measured(held, run, languages) for run in ask(ways, held.questions)]
    for split in SPLITS:
        if split not in found[0].scored:
            continue
        whole = found[0].scored[split]
        losses = [
            ablation.loss(way.name, one.scored[split], whole) for way, one in zip(ways, found, strict=True)
        ]
        yield from _shown(asked, split, ablation.HEADING, [ablation.line(one) for one in losses])


def _pin(asked: argparse.Namespace, held: Yardstick) -> Iterator[str]:
    """Make the present run the one that later ones are held against."""
    with library.opened(library.settings(asked.engine)) as opened:
        found = _measured(held, opened)
    now, before = session.to_pin(found, held, library.files()), pinned.last()
    yield from _tables(asked, found, before)
    pinned.save(pinned.raised(before, now, asked.why))
    yield f"Pinned {len(now.floors)} floors in {pinned.FILE.relative_to(library.ROOT)}."


def _told_judged(asked: argparse.Namespace) -> Iterator[str]:
    """Yield what the search is worth by the judgements of a site's own visitors. No floors."""
    from indexer.settings import load  # the site's own settings count for its own judgements alone

    everything = judged.load(asked.judged)
    held = judged.answered(everything)
    left_out = len(everything.questions) - len(held.questions)
    corpus = load().corpus
    yardstick.check_documents(held, library.files(corpus))
    with library.opened(library.settings(asked.engine, corpus, library.KEPT / "judged")) as opened:
        any_language = dict.fromkeys(opened.documents, (judged.ANY,))
        found = session.measured(held, runs.asked(opened, held.questions), any_language)
    yield from _tables(asked, found, None)
    yield f"{left_out} questions are left out: no document was judged to answer them."


def _measured(held: Yardstick, opened: Library) -> Measured:
    yardstick.check_answers(held, opened.languages)
    return session.measure(held, opened)


def _tables(asked: argparse.Namespace, found: Measured, before: pinned.Pinned | None) -> Iterator[str]:
    for split, scored in found.scored.items():
        yield from _shown(asked, split, *report.table(found.tables[split]))
        yield f"{unjudged(scored):.1%} of the first ten are not judged."
        changed = session.against(before, scored) if before else None
        if changed:
            yield f"{_difference(changed)} against the pinned run"
        yield ""
    yield f"Processor time of a question: {report.times(found.times)}."


def _shown(
    asked: argparse.Namespace, title: str, heading: report.Cells, lines: list[report.Cells]
) -> Iterator[str]:
    if asked.markdown:
        yield f"**{title}**"
        yield ""
        yield from report.markdown(heading, lines)
    else:
        yield from report.plain((title, *heading[1:]), lines)
    yield ""


def _difference(changed: Difference) -> str:
    return f"{changed.mean:+.4f} nDCG@10 (p = {changed.probability:.3f})"


def parser() -> argparse.ArgumentParser:
    """Return what the command line takes."""
    taken = argparse.ArgumentParser(
        prog="python -m tests.evaluation", description="What is the search worth?"
    )
    taken.add_argument("--engine", choices=tuple(ENGINES), default=Settings().engine)
    taken.add_argument(
        "--without", action="append", choices=tuple(PARTS), default=[], help="leave this part out"
    )
    taken.add_argument("--ablations", action="store_true", help="what each part buys")
    taken.add_argument("--markdown", action="store_true", help="tables for a document")
    taken.add_argument("--folder", type=Path, default=HERE, help="where questions and judgements are")
    taken.add_argument("--quick", action="store_true", help="no second build, no second engine")
    taken.add_argument("--check", action="store_true", help="only look whether the files are right")
    taken.add_argument("--pin", action="store_true", help="raise the floors to the present run")
    taken.add_argument("--why", default="", metavar="TEXT", help="why a floor may fall")
    taken.add_argument("--judged", type=Path, metavar="FILE", help="what visitors judged, instead")
    return taken


if __name__ == "__main__":
    sys.exit(main())
