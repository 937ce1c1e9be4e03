"""The pipeline from a folder of files to a published generation."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from . import describe, generations, sidecar
from .analysis import analyse, record
from .catalogue import Catalogue
from .catalogue_writer import Writer
from .discover import source_files
from .engine import Engine, Record
from .engines import engine
from .errors import (
    ChangingFile,
    DamagedGeneration,
    EmptyCorpus,
    GenerationError,
    IndexInCorpus,
    NoCorpus,
    TooExpensive,
)
from .extract import Content
from .extract.isolate import Limits, read
from .known import NOTHING_KNOWN, Described, Known, is_marked, seen
from .languages import LANGUAGES
from .manifest import seal
from .model import Failure, SourceFile
from .settings import Settings
from .thesaurus import Kept, keep
from .versions import reading, versions

Progress = Callable[[int, int], None]
"""Called with the number of files done and the number of files in all."""


@dataclass(frozen=True, slots=True)
class Summary:
    """What a build did."""

    generation: int
    documents: int
    languages: Mapping[str, int]
    new: int
    changed: int
    unchanged: int
    removed: int
    failures: tuple[Failure, ...]
    warnings: tuple[tuple[str, str], ...]
    """What could not be read well: the path of a document and a sentence."""
    engine: str
    seconds: float
    notices: tuple[str, ...] = ()
    """What questions have to do without, a sentence each."""
    published: bool = True
    """Whether a new generation was made; otherwise the served one is as it would be."""

    @property
    def differs(self) -> bool:
        """Whether any file is new, changed or gone."""
        return bool(self.new or self.changed or self.removed)


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
        found = list(source_files(settings.corpus, max_bytes=settings.max_file_mb * 1_000_000))
        known = _known(root, settings, stack)
        difference = _comparison(found, known)
        if only_if_changed and known.served and not difference.differs:
            return replace(
                difference,
                generation=known.served,
                published=False,
                documents=len(known.documents),
                languages=dict(Counter(document.language for document in known.documents.values())),
                failures=tuple(known.failures.values()),
                engine=settings.engine,
                seconds=time.perf_counter() - started,
            )
        folder = stack.enter_context(generations.new(root))
        with generations.writing():
            written = _write(folder, found, known, driver, settings, progress)
            if not written.documents:
                raise EmptyCorpus(settings.corpus)
            kept = keep(folder, settings.glossary, (), tuple(LANGUAGES))
            seal(
                folder,
                engine=settings.engine,
                versions=versions(settings.glossary, _limits(settings)),
                corpus=settings.corpus,
                documents=written.documents,
                notices=kept.notices,
            )
            _verify(folder, driver)
            generations.publish(root, folder)
        # A removed document must be gone to the last byte, so its last generation goes as well.
        generations.prune(root, keep=1 if written.removed else generations.KEPT)
    return replace(
        written,
        generation=int(folder.name),
        seconds=time.perf_counter() - started,
        notices=tuple(_without(kept)),
    )


def _without(kept: Kept) -> Iterator[str]:
    """Yield what could not be used of the glossary."""
    yield from kept.notices
    yield from (f"{bad}. The line is skipped." for bad in kept.bad)


def _limits(settings: Settings) -> Limits:
    return Limits(
        workers=settings.workers,
        wall_seconds=settings.read_seconds,
        cpu_seconds=settings.read_cpu_seconds,
        memory_mb=settings.read_memory_mb,
    )


def _known(root: Path, settings: Settings, stack: ExitStack) -> Known:
    """Return what the last sound generation knows; nothing if there is none."""
    try:
        last, damage = generations.usable(root)
        before, now = last.manifest.versions, versions(settings.glossary, _limits(settings))
        readable = reading(before) == reading(now)
        alike = before == now and not damage and last.manifest.engine == settings.engine
        catalogue = Catalogue(last.catalogue)
        stack.callback(catalogue.close)
        return Known(
            documents={document.source.path.as_posix(): document for document in catalogue.all_documents()},
            failures={failure.path: failure for failure in catalogue.failures() if failure.sha256},
            passages=catalogue.passages,
            readable=readable,
            served=last.number if alike else None,
        )
    except GenerationError:
        return NOTHING_KNOWN


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
    with Writer(folder / generations.CATALOGUE) as writer:

        def records() -> Iterator[Record]:
            for done, result in enumerate(_results(found, known, settings), start=1):
                progress(done, len(found))
                if isinstance(result, Failure):
                    writer.fail(result)
                    failures.append(result)
                    continue
                document, passages = result
                analysed = [analyse(passage) for passage in passages]
                writer.add(document, analysed)
                languages[document.language] += 1
                warnings.extend((document.source.path.as_posix(), warning) for warning in document.warnings)
                yield record(document, analysed)

        driver.build(records(), folder / generations.ENGINE)
        writer.finish()
        return replace(
            _comparison(found, known),
            documents=writer.added,
            languages=dict(languages),
            failures=tuple(failures),
            warnings=tuple(warnings),
            engine=settings.engine,
        )


def _results(
    found: Iterable[SourceFile | Failure], known: Known, settings: Settings
) -> Iterator[Described | Failure]:
    """Yield each file's document or failure in the order found, reading only what is not known.

    A file that fails now but was read before keeps its last good version.
    """
    sources = [file for file in found if isinstance(file, SourceFile)]
    fresh = read(
        settings.corpus, (source for source in sources if not known.holds(source)), _limits(settings)
    )
    for file in found:
        result: Described | Failure
        if isinstance(file, Failure):
            result = file
        else:
            result = known.recall(file) or _told(settings.corpus, *next(fresh))
        yield (known.last_good(result) or result) if isinstance(result, Failure) else result


def _told(corpus: Path, source: SourceFile, content: Content | Failure) -> Described | Failure:
    """Return the document; a failure is one of this very content unless another try may end better."""
    if not isinstance(content, Failure):
        return describe.describe(source, content, sidecar.read(corpus, source))
    passing = content.code in (TooExpensive.code, ChangingFile.code)
    return content if passing else replace(content, sha256=source.sha256)


def _comparison(found: Iterable[SourceFile | Failure], known: Known) -> Summary:
    """Return a summary that holds only what changed against the generation before."""
    before = {path: seen(document) for path, document in known.documents.items()}
    before |= {path: failure.sha256 for path, failure in known.failures.items()}
    now = dict(filter(None, (_state(file, known) for file in found)))
    both = now.keys() & before.keys()
    return Summary(
        generation=0,
        documents=0,
        languages={},
        new=len(now.keys() - before.keys()),
        changed=sum(now[path] != before[path] for path in both),
        unchanged=sum(now[path] == before[path] for path in both),
        removed=len(before.keys() - now.keys()),
        failures=(),
        warnings=(),
        engine="",
        seconds=0.0,
    )


def _state(file: SourceFile | Failure, known: Known) -> tuple[str, str] | None:
    """Return the file's path and what tells its present state from that of the last build."""
    if isinstance(file, SourceFile):
        path = file.path.as_posix()
        # What a sidecar says is nothing to a file that could not be read.
        return path, file.sha256 + (file.sidecar if path not in known.failures else "")
    kept = known.last_good(file)
    if kept is None:
        return None
    document = known.documents[file.path]
    return file.path, seen(document) if is_marked(document) else "fails now"


def _verify(folder: Path, driver: Engine) -> None:
    """Ask the new index for all its documents before anybody else does."""
    generation = generations.verified(folder)
    reader = driver.open(generation.engine)
    catalogue = Catalogue(generation.catalogue)
    try:
        total, listed = reader.search(None, limit=1).total, catalogue.count()
    finally:
        catalogue.close()
        reader.close()
    if total != listed:
        raise DamagedGeneration(folder, f"the engine holds {total} documents, the catalogue {listed}")
