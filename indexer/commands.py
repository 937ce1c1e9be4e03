"""The indexer's commands: build, check, show, generations. Each prints and returns an exit code."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from . import generations
from .catalogue import Catalogue
from .errors import NotInLibrary
from .languages import LANGUAGES, keys
from .languages.base import words
from .model import DatedFact, Document, Fact, Passage
from .settings import Settings

if TYPE_CHECKING:
    from . import build as pipeline
    from .comparison import Summary

PUBLISHED, NOT_PUBLISHED, PUBLISHED_WITH_FAILURES = 0, 1, 2
"""Exit codes of ``build``; the last only under ``--strict``."""

LISTED = 20
"""Failures, and warnings, that a build lists on the terminal."""

Say = Callable[[str], None]


def build(settings: Settings, say: Say, *, strict: bool, only_if_changed: bool, as_json: bool) -> int:
    """Build and publish a generation; report it on one screen."""
    from . import build as pipeline  # Half a CPU second that no other command pays.

    with _progress() as progress:
        summary = pipeline.build(settings, progress, only_if_changed=only_if_changed)
    if as_json:
        say(json.dumps(asdict(summary), ensure_ascii=False))
    else:
        for line in _told(summary, settings):
            say(line)
    return PUBLISHED_WITH_FAILURES if strict and summary.failures else PUBLISHED


def check(settings: Settings, say: Say, *, as_json: bool) -> int:
    """Read every byte of the served generation against its manifest."""
    generation = generations.served(settings.index)
    manifest = generation.manifest
    if as_json:
        say(json.dumps({"generation": generation.number, "files": len(manifest.files), "sound": True}))
    else:
        say(
            f"Generation {generation.number} in {settings.index} is sound: "
            f"{_counted(len(manifest.files), 'file')}, {_counted(manifest.documents, 'document')}."
        )
    return 0


def show(settings: Settings, say: Say, path: str, *, as_json: bool) -> int:
    """Print what was extracted, detected and analysed of one document."""
    generation, _ = generations.usable(settings.index, trusting=True)
    catalogue = Catalogue(generation.catalogue)
    try:
        document = catalogue.document_at(PurePosixPath(path).as_posix())
        if document is None:
            failed = [failure for failure in catalogue.failures() if failure.path == path]
            if not failed:
                raise NotInLibrary(path, "Paths begin below the corpus, as in da/report.pdf.")
            say(f"{path} is not in the library: {failed[0].reason} ({failed[0].code})")
            return 1
        passages = catalogue.passages(document.id)
    finally:
        catalogue.close()
    if as_json:
        say(json.dumps(_shown(document, passages), ensure_ascii=False))
    else:
        for line in _description(document, passages):
            say(line)
    return 0


def generations_command(settings: Settings, say: Say, *, use: int | None, as_json: bool) -> int:
    """List the generations, or serve an earlier one."""
    if use is not None:
        with generations.building(settings.index):
            generations.use(settings.index, use)
    published = generations.served_number(settings.index)
    answering = generations.usable(settings.index)[0].number
    there = generations.numbers(settings.index)
    if as_json:
        say(json.dumps({"served": answering, "published": published, "generations": there}))
        return 0
    for number in there:
        damaged = "  (published, damaged)" if number == published != answering else ""
        say(f"{number}{'  (served)' if number == answering else damaged}")
    return 0


def _told(summary: Summary, settings: Settings) -> Iterator[str]:
    """Yield the report of a build, line by line."""
    if not summary.published:
        yield f"Nothing has changed: generation {summary.generation} in {settings.index} stays"
        return
    languages = ", ".join(
        f"{count} {LANGUAGES[code].name if code in LANGUAGES else code}"
        for code, count in sorted(summary.languages.items(), key=lambda item: -item[1])
    )
    yield f"{_counted(summary.documents, 'document')}: {languages}"
    differences = ("new", "changed", "unchanged", "removed")
    yield ", ".join(f"{getattr(summary, name)} {name}" for name in differences)
    if summary.failures:
        yield f"{_counted(len(summary.failures), 'file')} could not be read:"
        yield from _first([f"{one.path}: {one.reason} [{one.code}]" for one in summary.failures])
    if summary.warnings:
        yield f"{_counted(len(summary.warnings), 'warning')} about what was read:"
        yield from _first([f"{path}: {warning}" for path, warning in summary.warnings])
    yield from _first(summary.notices)
    yield (
        f"Published generation {summary.generation} in {settings.index} "
        f"({summary.engine}, {summary.seconds:.1f} s)"
    )


def _first(lines: Sequence[str]) -> Iterator[str]:
    """Yield a screenful of lines, and where the others can be had."""
    yield from (f"  {line}" for line in lines[:LISTED])
    if len(lines) > LISTED:
        yield f"  … and {len(lines) - LISTED} more: interloc build --json"


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"


@contextmanager
def _progress() -> Iterator[pipeline.Progress]:
    """Give a function that draws a bar on a terminal and stays silent elsewhere."""
    # No other command draws one.
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    console = Console(file=sys.stderr)
    columns = (TextColumn("Reading"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, disable=not console.is_terminal, transient=True) as bar:
        task = bar.add_task("Reading", total=None)
        yield lambda done, total: bar.update(task, completed=done, total=total)


def _shown(document: Document, passages: tuple[Passage, ...]) -> Mapping[str, object]:
    """Return everything about the document as plain values for JSON."""
    published = document.published
    return {
        "id": document.id,
        "path": document.source.path.as_posix(),
        "media_type": document.media_type,
        "title": document.title,
        "kind": document.kind,
        "language": document.language,
        "languages": document.languages,
        "date": published and published.value,
        "date_source": published and published.source,
        "metadata": {name: asdict(fact) for name, fact in document.facts.items()},
        "pages": document.pages,
        "warnings": document.warnings,
        "passages": [asdict(passage) | {"words": _analysed(passage)} for passage in passages],
    }


def _analysed(passage: Passage) -> list[Mapping[str, object]]:
    return [
        {"word": word.text, "start": word.start, "end": word.end} | asdict(keys(word.text, passage.language))
        for word in words(passage.text)
    ]


def _description(document: Document, passages: tuple[Passage, ...]) -> Iterator[str]:
    """Yield the document for a reader of the terminal."""
    yield document.title
    yield f"  path      {document.source.path}"
    yield f"  format    {document.media_type}, {_counted(document.pages, 'page')}{_methods(passages)}"
    yield f"  languages {', '.join(document.languages)}"
    yield from (f"  {name:<9} {_told_fact(fact)}" for name, fact in document.facts.items())
    if document.published is None:
        yield "  date      not stated"
    yield from (f"  warning   {warning}" for warning in document.warnings)
    for passage in passages:
        yield (
            f"\n[{passage.number}] page {passage.page} ({passage.method}), {passage.language},"
            f" under: {passage.heading or '-'}"
        )
        for place, block in enumerate(passage.blocks):
            level = f" {block.level}" if block.level else ""
            again = ", also in other documents" if place in passage.repeated else ""
            yield f"  {block.kind}{level}{again}: {block.text}"
        yield "  " + " ".join(_told_keys(word.text, passage.language) for word in words(passage.text))


def _methods(passages: Sequence[Passage]) -> str:
    """Return how many pages were read in other ways than as text, as ``, 2 by ocr``."""
    pages = {passage.page: passage.method for passage in passages}
    numbers = Counter(method for method in pages.values() if method != "text")
    return "".join(f", {number} by {method}" for method, number in sorted(numbers.items()))


def _told_fact(fact: Fact | DatedFact) -> str:
    precision = f"{fact.precision}, " if isinstance(fact, DatedFact) else ""
    return f"{fact.value} ({precision}from: {fact.source})"


def _told_keys(word: str, language: str) -> str:
    """Return the word with its keys, as ``kommunens→da:kommune``."""
    found = keys(word, language)
    return f"{word}→{'|'.join(found.lemmas)}" if found.lemmas else f"({word})"
