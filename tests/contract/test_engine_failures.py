"""What every engine promises of threads, failures, empty libraries and folders; how one is chosen."""

from __future__ import annotations

import gc
import os
import resource
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from engine_library import MEETING, SMALL_LIBRARY, Library, distinct_terms, ids, opened

from indexer.engine import LABELS, Bool, Engine, Order, Phrase, Prefix, Reader, Record, Term
from indexer.engines import ENGINES, engine
from indexer.errors import EngineError, UnknownEngine

# 8. threads


def test_threads_that_start_with_a_fresh_reader_all_get_the_answer(library: Library) -> None:
    reader = library(Record(f"{n:03}", {"exact": ["a"] * (n % 7 + 1) + ["b"]}) for n in range(300))
    question = Bool(should=(Term("exact", "a"), Phrase("exact", ("a", "b")), Prefix("exact", "b")))
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: repr(reader.search(question, limit=50)), range(200)))
    assert set(answers) == {repr(reader.search(question, limit=50))}


# 9. failures, and what is no failure


def test_an_empty_library_answers_everything_with_nothing(library: Library) -> None:
    reader = library([])
    for query in (None, MEETING, Phrase("exact", ("a", "b")), Prefix("exact", "a"), Bool(must=(MEETING,))):
        found = reader.search(query, without=MEETING, facets=LABELS, where={"kind": frozenset({"x"})})
        assert (found.ranked, found.total, found.facets) == ((), 0, {label: {} for label in LABELS})
        assert reader.search(query, order=Order.DATE).total == 0


def test_documents_without_terms_are_in_the_library(library: Library) -> None:
    reader = library([Record("b", {}), Record("a", {"exact": []})])
    assert ids(reader, None) == ["a", "b"]
    assert ids(reader, MEETING) == []


def test_a_closed_reader_refuses(library: Library) -> None:
    reader = library(SMALL_LIBRARY)
    reader.close()
    with pytest.raises(EngineError, match="closed"):
        reader.search(None)
    reader.close()


def fill_with_nothing(folder: Path) -> None:
    assert not list(folder.iterdir())


def fill_with_garbage(folder: Path) -> None:
    for file in folder.iterdir():
        file.write_bytes(b"\x07garbage" * 40)


def fill_with_holes(folder: Path) -> None:
    for file in folder.iterdir():
        os.truncate(file, 0)


def remove_the_folder(folder: Path) -> None:
    folder.rmdir()


@pytest.mark.parametrize(
    ("build", "damage"),
    [
        (False, fill_with_nothing),
        (True, fill_with_garbage),
        (True, fill_with_holes),
        (False, remove_the_folder),
    ],
    ids=["empty folder", "garbage", "truncated files", "no folder"],
)
def test_what_is_no_index_does_not_open(
    empty_handed: Engine, tmp_path: Path, build: bool, damage: Callable[[Path], None]
) -> None:
    if build:
        empty_handed.build(iter(SMALL_LIBRARY), tmp_path)
    damage(tmp_path)
    with pytest.raises(EngineError, match="index"):
        empty_handed.open(tmp_path)


def test_an_unknown_label_is_refused(reader: Reader) -> None:
    with pytest.raises(EngineError):
        reader.search(None, facets=["colour"])
    with pytest.raises(EngineError):
        reader.search(None, where={"colour": frozenset({"red"})})


def test_a_record_that_cannot_be_kept_is_refused_by_name(empty_handed: Engine, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="report-7"):
        empty_handed.build(iter([Record("report-7", {"colour": ["red"]})]), tmp_path)


def test_a_failure_of_whoever_makes_the_records_passes_through(empty_handed: Engine, tmp_path: Path) -> None:
    def records() -> Iterator[Record]:
        yield SMALL_LIBRARY[0]
        raise KeyError("not the engine's business")

    with pytest.raises(KeyError):
        empty_handed.build(records(), tmp_path)
    gc.collect()


@contextmanager
def files_of_at_most(size: int) -> Iterator[None]:
    """Let every write past ``size`` bytes of a file fail, as on a full disk."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def test_a_disk_that_takes_no_more_ends_the_build_without_a_lock(
    empty_handed: Engine, tmp_path: Path
) -> None:
    records = [Record(f"{number}", {"exact": distinct_terms(number, 500)}) for number in range(40)]
    with files_of_at_most(40_000), pytest.raises((OSError, EngineError)):
        empty_handed.build(iter(records), tmp_path)
    assert all(file.is_file() for file in tmp_path.iterdir())
    for file in tmp_path.iterdir():
        file.unlink()
    assert opened(empty_handed, records, tmp_path).search(None).total == 40


def test_a_built_folder_holds_files_only(empty_handed: Engine, tmp_path: Path) -> None:
    empty_handed.build(iter(SMALL_LIBRARY), tmp_path)
    assert all(file.is_file() for file in tmp_path.iterdir())


def test_opening_and_asking_leave_the_folder_as_it_was(empty_handed: Engine, tmp_path: Path) -> None:
    def state() -> dict[str, bytes]:
        return {file.name: file.read_bytes() for file in tmp_path.iterdir()}

    empty_handed.build(iter(SMALL_LIBRARY), tmp_path)
    before = state()
    reader = empty_handed.open(tmp_path)
    reader.search(MEETING, facets=LABELS)
    reader.close()
    assert state() == before


@contextmanager
def without_the_right_to_write(folder: Path) -> Iterator[None]:
    """Take away write permissions, and the power of root to write all the same."""
    for file in folder.iterdir():
        file.chmod(0o444)
    folder.chmod(0o555)
    before = os.geteuid()
    if not before:
        os.seteuid(65534)
    try:
        with pytest.raises(PermissionError):
            (folder / "new").touch()
        yield
    finally:
        os.seteuid(before)
        folder.chmod(0o755)


def test_an_index_that_may_not_be_written_opens(empty_handed: Engine) -> None:
    with TemporaryDirectory() as name:
        empty_handed.build(iter(SMALL_LIBRARY), Path(name))
        with without_the_right_to_write(Path(name)):
            reader = empty_handed.open(Path(name))
            assert ids(reader, MEETING) == ["aarhus", "berlin"]
            reader.close()


def test_two_readers_of_one_index_do_not_disturb_each_other(empty_handed: Engine, tmp_path: Path) -> None:
    empty_handed.build(iter(SMALL_LIBRARY), tmp_path)
    one, other = empty_handed.open(tmp_path), empty_handed.open(tmp_path)
    one.close()
    assert ids(other, MEETING) == ["aarhus", "berlin"]
    other.close()


# choosing


@pytest.mark.parametrize("name", ENGINES)
def test_an_engine_is_chosen_by_name(name: str) -> None:
    assert type(engine(name)) is type(ENGINES[name]())


def test_an_unknown_engine_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownEngine, match=r"'lucene'.*whoosh, tantivy"):
        engine("lucene")


def test_an_engine_that_is_not_installed_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "indexer.engines.tantivy_engine")
    monkeypatch.delitem(sys.modules, "indexer.engines.tantivy_query")
    monkeypatch.setitem(sys.modules, "tantivy", None)
    with pytest.raises(UnknownEngine, match=r'pip install "interloc-search\[fast\]"'):
        engine("tantivy")
