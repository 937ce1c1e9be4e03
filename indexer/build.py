"""The pipeline from a folder of files to a published generation."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, closing
from dataclasses import replace
from functools import partial
from itertools import groupby
from pathlib import Path

from . import describe, generations, sidecar
from .analysis import Analyser
from .before import found_files, last, limits, up_to_date
from .catalogue import Catalogue
from .catalogue_keys import KnownKeys
from .catalogue_writer import Writer
from .comparison import Summary, compared
from .engine import Engine, Record
from .engines import engine
from .errors import (
    ChangingFile,
    DamagedGeneration,
    EmptyCorpus,
    IndexInCorpus,
    NoCorpus,
    TooExpensive,
    UnreadableFile,
)
from .extract import Content
from .extract.isolate import read
from .inside import outermost
from .knowledge import labels, rules
from .known import Described, Known
from .languages import LANGUAGES
from .manifest import keep_looks, seal
from .model import Failure, SourceFile
from .settings import Settings
from .thesaurus import Kept, keep
from .versions import versions

Progress = Callable[[int, int], None]
"""Called with the number of files done and the number of files in all."""


def build(
    settings: Settings, progress: Progress = lambda _done, _total: None, *, only_if_changed: bool = False
) -> Summary:
    """Build a complete new generation from the corpus and publish it.

    With ``only_if_changed`` the served generation stays where it already is what would be built.
    Raises ``BuildError`` or ``EngineError``; the served generation is then what it was before.
    """
    started = time.perf_counter()
    driver = engine(settings.engine)
    root = settings.index
    if not settings.corpus.is_dir():
        raise NoCorpus(settings.corpus)
    if root.resolve().is_relative_to(settings.corpus.resolve()):
        raise IndexInCorpus(root, settings.corpus)
    with generations.building(root), ExitStack() as stack:
        found = found_files(settings)
        standing = up_to_date(found, settings) if only_if_changed else None
        if standing:
            summary, catalogue = standing[0], standing[1].catalogue
        else:
            known, _ = last(settings, stack)
            folder = stack.enter_context(generations.new(root))
            with generations.writing():
                summary = _made(folder, found, known, driver, settings, progress)
                generations.publish(root, folder)
            catalogue = folder / generations.CATALOGUE
        generations.prune(root, partial(_holds_nothing_removed, served=catalogue))
    return replace(summary, seconds=time.perf_counter() - started)


def _made(
    folder: Path,
    found: list[SourceFile | Failure],
    known: Known,
    driver: Engine,
    settings: Settings,
    progress: Progress,
) -> Summary:
    """Fill the folder of a new generation, ready to be published."""
    written = _write(folder, found, known, driver, settings, progress)
    if not written.documents:
        raise EmptyCorpus(settings.corpus)
    kept = keep(
        folder,
        settings.glossary,
        [Path(place) for place in settings.dictionaries],
        tuple(LANGUAGES),
        analysed=known.glossary,
        compiled=known.dictionaries,
    )
    manifest = seal(
        folder,
        engine=settings.engine,
        versions=versions(settings, limits(settings)),
        corpus=settings.corpus,
        documents=written.documents,
        notices=kept.notices,
    )
    _verify(generations.Generation(int(folder.name), folder, manifest), driver)
    keep_looks(folder, manifest)
    return replace(written, generation=int(folder.name), notices=tuple(_without(kept)))


def _without(kept: Kept) -> Iterator[str]:
    """Yield what could not be used of the glossary."""
    yield from kept.notices
    yield from (f"{bad}. The line is skipped." for bad in kept.bad)


def _holds_nothing_removed(generation: generations.Generation, *, served: Path) -> bool:
    """Say whether every document of the generation is in the served catalogue too.

    A removed document must be gone to the last byte, so a generation that holds it goes. What lies
    below a folder that cannot be read now is not removed.
    """
    there = _paths(served)
    below = tuple(f"{path}/" for path in there)
    return all(path.startswith(below) for path in _paths(generation.catalogue) - there)


def _paths(file: Path) -> frozenset[str]:
    catalogue = Catalogue(file)
    try:
        return catalogue.paths()
    finally:
        catalogue.close()


def _write(
    folder: Path,
    found: list[SourceFile | Failure],
    known: Known,
    driver: Engine,
    settings: Settings,
    progress: Progress,
) -> Summary:
    """Write the catalogue and the engine's index in one pass over the files."""
    languages: Counter[str] = Counter()
    failures: list[Failure] = []
    warnings: list[tuple[str, str]] = []
    with ExitStack() as stack:
        writer = stack.enter_context(Writer(folder / generations.CATALOGUE, known=known.vocabulary))
        analyser = _analyser(known, stack)

        def records() -> Iterator[Record]:
            for done, result in enumerate(_results(found, known, settings), start=1):
                progress(done, max(done, len(found)))
                if isinstance(result, Failure):
                    writer.fail(result)
                    failures.append(result)
                    continue
                document, passages, claims = result
                analysed = analyser.analyse(passages)
                writer.add(document, analysed, claims)
                languages[document.language] += 1
                warnings.extend((document.source.path.as_posix(), warning) for warning in document.warnings)
                yield analyser.record(document, analysed, labels.labels(claims))

        driver.build(records(), folder / generations.ENGINE)
        writer.finish()
        return replace(
            compared(found, known),
            documents=writer.added,
            languages=dict(languages),
            failures=tuple(failures),
            warnings=tuple(warnings),
            engine=settings.engine,
        )


def _analyser(known: Known, stack: ExitStack) -> Analyser:
    """Return what reads documents into words and keys; a word that was met before keeps its keys."""
    if known.vocabulary is None:
        return Analyser()
    kept = stack.enter_context(closing(KnownKeys(known.vocabulary)))
    return Analyser(kept.of)


def _results(
    found: Iterable[SourceFile | Failure], known: Known, settings: Settings
) -> Iterator[Described | Failure]:
    """Yield each file's document or failure in the order found, reading only what is not known.

    A file that fails now but was read before keeps its last good version. What a file holds
    follows it.
    """
    sources = [file for file in found if isinstance(file, SourceFile)]
    places = {source.path for source in sources}
    fresh = groupby(
        read(settings.corpus, (source for source in sources if not known.holds(source)), limits(settings)),
        key=lambda answer: outermost(answer[0].path, places),
    )
    for file in found:
        if isinstance(file, Failure):
            yield known.last_good(file) or file
        elif recalled := known.recall(file):
            yield _or_last_good(recalled, known)
            yield from known.members(file)
        else:
            for answer in next(fresh)[1]:
                yield _or_last_good(_told(settings.corpus, file, *answer), known)


def _or_last_good(result: Described | Failure, known: Known) -> Described | Failure:
    return (known.last_good(result) or result) if isinstance(result, Failure) else result


def _told(
    corpus: Path, file: SourceFile, source: SourceFile, content: Content | Failure
) -> Described | Failure:
    """Return the document; a failure is one of this very content unless another try may end better.

    What is inside an unchanged file is not tried again.
    """
    if not isinstance(content, Failure):
        try:
            said = sidecar.read(corpus, source)
            document, passages = describe.describe(source, content, said)
            document, claims = rules.understood(document, passages, said.claims)
            return document, passages, claims
        except Exception as error:  # a text that nobody foresaw costs one document and not the build
            reason = f"Its text could not be understood ({type(error).__name__}). Save it in another form."
            return Failure(source.path.as_posix(), UnreadableFile.code, reason)
    passing = source == file and content.code in (TooExpensive.code, ChangingFile.code)
    return content if passing else replace(content, sha256=source.sha256)


def _verify(generation: generations.Generation, driver: Engine) -> None:
    """Ask the new index for all its documents before anybody else does."""
    reader = driver.open(generation.engine)
    catalogue = Catalogue(generation.catalogue)
    try:
        total, listed = reader.search(None, limit=1).total, catalogue.count()
    finally:
        catalogue.close()
        reader.close()
    if total != listed:
        raise DamagedGeneration(
            generation.folder, f"the engine holds {total} documents, the catalogue {listed}"
        )
