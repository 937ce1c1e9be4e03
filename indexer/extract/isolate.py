"""Read files in worker processes, so that a hostile or broken one costs itself and no other.

Every worker has a limit of memory, every file a limit of processor time and of time on the
clock. A worker ends with the process that started it, however that ends.
"""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import os
import signal
import threading
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace
from itertools import chain, islice
from multiprocessing.connection import wait
from multiprocessing.context import BaseContext
from pathlib import Path, PurePosixPath

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from indexer.errors import SourceError, TooExpensive, UnreadableFile
from indexer.extract import Content, extract
from indexer.extract.members import opened
from indexer.extract.ocr import Ocr
from indexer.model import Failure, SourceFile

try:
    import resource
except ImportError:  # Windows has no such limits; the clock still guards it.
    resource = None  # type: ignore[assignment]  # the module is absent there

MAX_TASKS = 50
"""Files after which a worker is replaced, so that what a library leaks stays small."""

MAX_BREAKS = 2
"""Times that all workers are started anew for the same file when they break for no known reason."""

_CRASHED = "The program that reads it crashed on it. Save it again from its program."

FEW = 8
"""Files below which one process reads them all: a second would still be starting when they are read."""

LOOK_AHEAD = 8
"""Files per worker that are read before the answer for the first of them is taken."""

_PRELOADED = [
    "__main__",
    "indexer.extract.isolate",
    "pypdfium2",
    "lxml.html",
    "trafilatura",
    "pptx",
    "openpyxl",
]
"""What every worker starts with, loaded once."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading may cost."""

    workers: int = 2
    """Processes that read at the same time."""
    wall_seconds: float = 120
    """Time on the clock for one file."""
    cpu_seconds: int = 60
    """Processor time for one file, in whole seconds."""
    memory_mb: int = 2048
    """Address space of a worker, in megabytes."""
    ocr: Ocr | None = None
    """How scanned pages are recognised, if they are; its time comes on top."""


MAX_NESTING = 3
"""Containers inside one another that are opened: a mail in an archive in a mail."""

MAX_PARTS = 10_000
"""Files inside one file of the corpus that are read, however they are nested."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A file that is to be read."""

    source: SourceFile
    around: tuple[SourceFile, ...] = ()
    """The containers it is in, the outermost first; none for a file of the corpus."""


def read(
    corpus: Path, files: Iterable[SourceFile], limits: Limits | None = None
) -> Iterator[tuple[SourceFile, Content | Failure]]:
    """Yield each file with its text or with the reason why there is none, in the order given.

    A file that holds others is followed by them, and they by what they hold. Files are taken as
    they are needed, a few ahead; no process is started before the first one.
    """
    limits, fresh, waiting = limits or Limits(), iter(files), deque[_Wanted]()
    first = list(islice(fresh, FEW))
    if len(first) < FEW:
        limits = replace(limits, workers=1)
    fresh = chain(first, fresh)
    breaks = 0
    while True:
        try:
            for answer in _read_with_one_pool(corpus, fresh, waiting, limits):
                breaks = 0
                yield answer
            return
        except BrokenProcessPool:
            breaks += 1
        if breaks > MAX_BREAKS and waiting:
            breaks, source = 0, waiting.popleft().source
            yield source, _failure(source, UnreadableFile(_CRASHED))


def _read_with_one_pool(
    corpus: Path, fresh: Iterator[SourceFile], waiting: deque[_Wanted], limits: Limits
) -> Iterator[tuple[SourceFile, Content | Failure]]:
    """Yield answers until no file is left; a ``BrokenProcessPool`` leaves the rest in ``waiting``."""
    with _pool(limits) as pool:

        def begun(wanted: _Wanted) -> ProcessFuture[Content | Failure]:
            return pool.schedule(_read_one, (corpus, wanted, limits), timeout=_most_seconds(limits))

        tasks = deque(map(begun, waiting))
        held = Counter[PurePosixPath]()
        while True:
            for source in islice(fresh, max(0, LOOK_AHEAD * limits.workers - len(waiting))):
                waiting.append(_Wanted(source))
                tasks.append(begun(waiting[-1]))
            if not waiting:
                return
            answer = _answer(waiting[0].source, tasks.popleft(), limits)
            wanted = waiting.popleft()
            outermost = (*wanted.around, wanted.source)[0].path
            answer = _trimmed(answer, MAX_PARTS - held[outermost])
            inner = _inner(wanted, answer)
            held[outermost] += len(inner)
            waiting.extendleft(reversed(inner))
            yield wanted.source, answer
            tasks.extendleft(reversed([begun(part) for part in inner]))


def _trimmed(answer: Content | Failure, room: int) -> Content | Failure:
    """Return the answer with at most as many files inside it as there is room for."""
    if isinstance(answer, Failure) or len(answer.parts) <= room:
        return answer
    warning = f"Only {room} of its {len(answer.parts)} files were read. Split it."
    return replace(answer, parts=answer.parts[:room], warnings=(*answer.warnings, warning))


def _inner(wanted: _Wanted, answer: Content | Failure) -> list[_Wanted]:
    """Return the files inside a file that was read."""
    if isinstance(answer, Failure):
        return []
    around = (*wanted.around, wanted.source)
    return [
        _Wanted(SourceFile(wanted.source.path / part.name, part.size, part.sha256), around)
        for part in answer.parts
    ]


@contextlib.contextmanager
def _pool(limits: Limits) -> Iterator[ProcessPool]:
    pool = ProcessPool(
        max_workers=limits.workers,
        max_tasks=MAX_TASKS,
        initializer=_prepare_worker,
        initargs=(limits.memory_mb,),
        context=_context(),
    )
    try:
        yield pool
    finally:
        pool.stop()  # type: ignore[no-untyped-call]  # pebble leaves it without types
        pool.join()


def _context() -> BaseContext:
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(_PRELOADED)
    return context


def _answer(source: SourceFile, task: ProcessFuture[Content | Failure], limits: Limits) -> Content | Failure:
    try:
        return task.result()
    except TimeoutError:
        return _failure(source, _too_slow(f"{_most_seconds(limits):g} seconds"))
    except ProcessExpired as error:
        if error.exitcode == -getattr(signal, "SIGXCPU", 0):
            return _failure(source, _too_slow(f"{limits.cpu_seconds} seconds of computing"))
        return _failure(source, UnreadableFile(_CRASHED))


def _most_seconds(limits: Limits) -> float:
    return limits.wall_seconds + (limits.ocr.seconds if limits.ocr else 0)


def _too_slow(allowed: str) -> TooExpensive:
    return TooExpensive(f"It took longer than {allowed} to read. Split it or save it again.")


def _failure(source: SourceFile, error: SourceError) -> Failure:
    return Failure(source.path.as_posix(), error.code, str(error))


def _read_one(corpus: Path, wanted: _Wanted, limits: Limits) -> Content | Failure:
    """Read one file; runs in a worker. Errors go home as values, since not all can be pickled."""
    source = wanted.source
    try:
        if len(wanted.around) > MAX_NESTING:
            raise TooExpensive(f"It is nested in more than {MAX_NESTING} files. Unpack it.")
        with _limited_time(limits.cpu_seconds):
            return extract(source.path.name, opened(corpus, source, wanted.around), limits.ocr)
    except SourceError as error:
        return _failure(source, error)
    except MemoryError:
        return _failure(source, TooExpensive("Reading it needs more memory than allowed. Split it."))


@contextlib.contextmanager
def _limited_time(seconds: int) -> Iterator[None]:
    """End the process when the block computes longer; no limit holds while the answer travels."""
    if resource is None:
        yield
        return
    usage = resource.getrusage(resource.RUSAGE_SELF)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    _limit("RLIMIT_CPU", int(usage.ru_utime + usage.ru_stime) + 1 + seconds, hard)
    try:
        yield
    finally:
        _limit("RLIMIT_CPU", hard, hard)


def _prepare_worker(memory_mb: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.disable()  # what the libraries say about a broken file is in its failure
    os.environ.pop("CMAP_PATH", None)  # pdfminer.six would unpickle character maps from there
    _end_with_parent()
    _limit("RLIMIT_CORE", 0, 0)
    _limit("RLIMIT_AS", memory_mb << 20, memory_mb << 20)


def _limit(name: str, soft: int, hard: int) -> None:
    """Set a limit where the system knows it and allows it."""
    if resource is not None and (number := getattr(resource, name, None)) is not None:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(number, (soft, hard))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_watch, args=(parent.sentinel,), daemon=True).start()


def _watch(sentinel: int) -> None:
    """End this process at once when the pipe to the parent closes, even if it died unasked."""
    wait([sentinel])
    os._exit(1)
