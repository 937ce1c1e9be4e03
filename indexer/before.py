"""What was there before a build: the files as last seen, and the generation that serves.

Tells what of it can be taken over, and whether anything is to be built at all.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import replace

from . import generations
from .catalogue import Catalogue
from .comparison import Summary, compared
from .discover import Hashes, source_files
from .errors import GenerationError
from .extract import ocr
from .extract.isolate import Limits
from .generations import Generation
from .known import NOTHING_KNOWN, Known
from .model import Failure, SourceFile
from .seen import CORPUS_SETTLES, SEEN, keep, load, settled
from .settings import Settings
from .versions import DICTIONARIES, GLOSSARY, RULES, reading, versions


def found_files(settings: Settings) -> list[SourceFile | Failure]:
    """Return the files of the corpus; only those are read that do not look as they did when last read."""
    file = settings.index / SEEN
    before = load(file)
    hashes = Hashes(before)
    max_bytes = settings.max_file_mb * 1_000_000
    found = list(source_files(settings.corpus, max_bytes=max_bytes, hashes=hashes))
    if (now := settled(hashes.now, CORPUS_SETTLES)) != before:
        keep(file, now)
    return found


def up_to_date(
    found: Sequence[SourceFile | Failure], settings: Settings
) -> tuple[Summary, Generation] | None:
    """Return what is told where the served generation stays, and that generation; nothing if it is to go."""
    with ExitStack() as stack:
        known, served = last(settings, stack, trusting=True)
        difference = compared(found, known)
        if not served or difference.differs:
            return None
        summary = replace(
            difference,
            generation=served.number,
            published=False,
            documents=len(known.states),
            languages=_languages(served),
            failures=tuple(known.failures.values()),
            engine=settings.engine,
        )
        return summary, served


def _languages(generation: Generation) -> Mapping[str, int]:
    catalogue = Catalogue(generation.catalogue)
    try:
        return {code: count for code, count, *_ in catalogue.shelves()}
    finally:
        catalogue.close()


def last(settings: Settings, stack: ExitStack, *, trusting: bool = False) -> tuple[Known, Generation | None]:
    """Return what the last sound generation knows, and that one if it is served and made as it would be now.

    What is taken over is read to the last byte first; ``trusting`` is enough to look for changes.
    """
    try:
        last, damage = generations.usable(settings.index, trusting=trusting)
        before, now = last.manifest.versions, versions(settings, limits(settings))
        readable = reading(before) == reading(now)
        alike = before == now and not damage and last.manifest.engine == settings.engine
        catalogue = Catalogue(last.catalogue)
        stack.callback(catalogue.close)
        states = catalogue.states()
        failures = {failure.path: failure for failure in catalogue.failures() if failure.sha256}
        known = Known(
            states=states,
            document=catalogue.document_at,
            failures=failures,
            paths=sorted({*states, *failures}),
            passages=catalogue.passages,
            readable=readable,
            claims=catalogue.claims.raw,
            understood=before.get(RULES) == now[RULES],
            vocabulary=last.catalogue if readable else None,
            glossary=last.folder if readable and before.get(GLOSSARY) == now[GLOSSARY] else None,
            dictionaries=last.folder if _same_dictionaries(before, now) else None,
        )
    except GenerationError:
        return NOTHING_KNOWN, None
    return known, last if alike else None


def _same_dictionaries(before: Mapping[str, str], now: Mapping[str, str]) -> bool:
    return bool(now[DICTIONARIES]) and before.get(DICTIONARIES) == now[DICTIONARIES]


def limits(settings: Settings) -> Limits:
    """Return what reading a file may cost."""
    return Limits(
        workers=settings.workers,
        wall_seconds=settings.read_seconds,
        cpu_seconds=settings.read_cpu_seconds,
        memory_mb=settings.read_memory_mb,
        ocr=ocr.installed(
            settings.ocr_languages, seconds=settings.ocr_seconds, megapixels=settings.ocr_megapixels
        ),
    )
