"""What looks as it did when it was read is not read again, and nothing else is taken for the same."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from indexer import generations
from indexer.build import build
from indexer.discover import Hashes, source_files
from indexer.errors import DamagedGeneration
from indexer.model import Failure, SourceFile
from indexer.seen import SEEN, load
from search_ui.search.library import Library
from tests.conftest import Shelf

TEXT = "Erfaring med samarbejde over grænsen."


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files settle as soon as they are written."""
    monkeypatch.setattr("indexer.before.CORPUS_SETTLES", -(10**12))
    monkeypatch.setattr("indexer.manifest.INDEX_SETTLES", -(10**12))


def walked(
    corpus: Path, before: Hashes, *, max_bytes: int = 1_000
) -> tuple[list[SourceFile | Failure], Hashes]:
    hashes = Hashes(before.now)
    return list(source_files(corpus, max_bytes=max_bytes, hashes=hashes)), hashes


def overwrite(file: Path, content: bytes, *, at: int = 0) -> None:
    """Write other bytes into a file and give it back the time of its last writing."""
    before = file.stat()
    with file.open("r+b") as stream:
        stream.seek(at)
        stream.write(content)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert file.stat().st_mtime_ns == before.st_mtime_ns


def forge(folder: Path, name: str) -> None:
    """Let a file of a generation look as when it was made: what happens where a disk loses a bit."""
    kept = json.loads((folder / SEEN).read_text(encoding="utf-8"))
    found = (folder / name).stat()
    kept[name][:4] = [found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino]
    (folder / SEEN).write_text(json.dumps(kept), encoding="utf-8")


def test_a_walk_over_what_has_not_changed_reads_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.txt.meta.toml").write_text("title = 'A'", encoding="utf-8")
    first, hashes = walked(tmp_path, Hashes())
    monkeypatch.setattr("indexer.discover._opened", None)
    assert walked(tmp_path, hashes)[0] == first
    assert isinstance(first[0], SourceFile) and first[0].sidecar


@pytest.mark.parametrize("name", ["a.txt", "a.txt.meta.toml"])
def test_other_bytes_are_seen_though_size_and_time_of_writing_are_as_before(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "a.txt.meta.toml").write_text("title = 'A'", encoding="utf-8")
    first, hashes = walked(tmp_path, Hashes())
    os.sync()
    changed = (tmp_path / name).stat().st_ctime_ns
    while (tmp_path / name).stat().st_ctime_ns == changed:  # the system's clock counts in steps
        overwrite(tmp_path / name, b"T")
    assert walked(tmp_path, hashes)[0] != first


def test_a_file_that_is_larger_than_what_is_read_now_is_refused_though_it_is_known(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    _, hashes = walked(tmp_path, Hashes())
    (refused,), _ = walked(tmp_path, hashes, max_bytes=5)
    assert isinstance(refused, Failure) and refused.code == "too-expensive"


def test_what_was_just_written_is_no_proof(shelf: Shelf) -> None:
    shelf.put(a=TEXT).build()
    assert load(shelf.settings.index / SEEN) == {}


@pytest.mark.usefixtures("at_once")
def test_where_nothing_has_changed_neither_documents_nor_index_are_read(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    shelf.put(a=TEXT).build()
    monkeypatch.setattr("indexer.discover._opened", None)
    monkeypatch.setattr("indexer.manifest._digest", None)
    told = build(shelf.settings, only_if_changed=True)
    assert (told.published, told.documents, told.languages, told.unchanged) == (False, 1, {"da": 1}, 1)


@pytest.mark.usefixtures("at_once")
def test_the_name_of_a_removed_file_is_forgotten(shelf: Shelf) -> None:
    shelf.put(a=TEXT, confided=TEXT).build()
    assert set(load(shelf.settings.index / SEEN)) == {"a.txt", "confided.txt"}
    (shelf.settings.corpus / "confided.txt").unlink()
    shelf.build()
    assert set(load(shelf.settings.index / SEEN)) == {"a.txt"}


@pytest.mark.parametrize(
    "content", [b"", b"[1]", b'{"a": 1}', b"\xff"], ids=["empty", "list", "number", "bytes"]
)
def test_what_cannot_be_understood_is_as_if_it_were_not_there(tmp_path: Path, content: bytes) -> None:
    (tmp_path / SEEN).write_bytes(content)
    assert load(tmp_path / SEEN) == {}


@pytest.mark.usefixtures("at_once")
def test_bytes_that_somebody_wrote_are_found_without_reading_the_rest(shelf: Shelf) -> None:
    shelf.put(a=TEXT).build()
    root = shelf.settings.index
    assert generations.served(root, trusting=True).number == 1
    overwrite(generations.served(root).catalogue, b"S")  # as it begins anyway: no other byte, another time
    assert generations.served(root, trusting=True).number == 1
    overwrite(generations.served(root).catalogue, b"X")
    with pytest.raises(DamagedGeneration, match="differs from what was written"):
        generations.served(root, trusting=True)


@pytest.mark.usefixtures("at_once")
def test_what_a_disk_lost_is_found_while_the_library_answers_and_the_one_before_stands_in(
    shelf: Shelf,
) -> None:
    shelf.put(a=TEXT).build()
    shelf.put(b="Wspólny projekt gmin.").build()
    served = generations.served(shelf.settings.index)
    overwrite(served.catalogue, b"X", at=99)  # the version of SQLite that wrote it
    forge(served.folder, "catalogue.sqlite")
    library = Library(shelf.settings.index)
    assert library.ask(lambda service: service.generation) == 2
    library.check()
    assert library.ask(lambda service: (service.generation, bool(service.notice))) == (1, True)
    library.close()


@pytest.mark.usefixtures("at_once")
def test_nothing_is_taken_over_that_was_not_read(shelf: Shelf) -> None:
    shelf.put(a=TEXT).build()
    served = generations.served(shelf.settings.index)
    overwrite(served.folder / "catalogue.sqlite", b"X")
    forge(served.folder, "catalogue.sqlite")
    assert build(shelf.settings).new == 1
