"""The walk finds the documents, says why others are none, and never leaves the corpus."""

from __future__ import annotations

import hashlib
import os
import socket
from pathlib import Path, PurePosixPath

import pytest

from indexer.discover import MAX_DEPTH, open_source, source_files
from indexer.errors import ChangingFile, NoCorpus, OutsideCorpus, SourceError
from indexer.model import Failure, SourceFile


def write(corpus: Path, name: str, text: str = "text") -> Path:
    path = corpus / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def paths(corpus: Path) -> list[str]:
    return [str(found.path) for found in source_files(corpus)]


def failures(corpus: Path) -> dict[str, str]:
    return {found.path: found.code for found in source_files(corpus) if isinstance(found, Failure)}


def one(corpus: Path) -> SourceFile:
    (found,) = source_files(corpus)
    assert isinstance(found, SourceFile)
    return found


def test_a_file_is_found_with_its_size_and_hash(tmp_path: Path) -> None:
    write(tmp_path, "da/referat.txt", "møde")
    assert one(tmp_path) == SourceFile(
        PurePosixPath("da/referat.txt"), 5, hashlib.sha256("møde".encode()).hexdigest()
    )


def test_files_come_in_path_order_whatever_order_they_were_made_in(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a.txt", "a/b/c.txt", "å.txt"):
        write(tmp_path, name)
    assert paths(tmp_path) == ["a/b/c.txt", "a/z.txt", "a.txt", "b.txt", "å.txt"]


@pytest.mark.parametrize(
    "name",
    [
        ".hidden.txt",
        ".git/config",
        "~$report.docx",
        "Thumbs.db",
        "sub/THUMBS.DB",
        "desktop.ini",
    ],
)
def test_what_is_no_document_is_passed_over_silently(tmp_path: Path, name: str) -> None:
    write(tmp_path, name)
    assert paths(tmp_path) == []


def test_a_corpus_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(NoCorpus, match="missing"):
        list(source_files(tmp_path / "missing"))


@pytest.mark.parametrize("target", ["../outside.txt", "inside.txt", "nowhere.txt", "..", "."])
def test_a_link_is_never_followed_wherever_it_leads(tmp_path: Path, target: str) -> None:
    write(tmp_path, "outside.txt", "secret")
    write(tmp_path, "corpus/inside.txt")
    (tmp_path / "corpus" / "link").symlink_to(target)
    assert failures(tmp_path / "corpus") == {"link": "outside-corpus"}
    assert paths(tmp_path / "corpus") == ["inside.txt", "link"]


def test_the_corpus_itself_may_be_a_link(tmp_path: Path) -> None:
    write(tmp_path, "real/a.txt")
    (tmp_path / "corpus").symlink_to(tmp_path / "real")
    assert paths(tmp_path / "corpus") == ["a.txt"]


def test_a_pipe_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    assert failures(tmp_path) == {"pipe.txt": "not-a-file"}


def test_a_socket_is_not_a_file(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(tmp_path / "s"))
        assert failures(tmp_path) == {"s": "not-a-file"}


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is unreadable for root")
@pytest.mark.parametrize("name", ["closed.txt", "closed/inner.txt"])
def test_what_may_not_be_read_is_named_with_the_systems_reason(tmp_path: Path, name: str) -> None:
    write(tmp_path, name)
    closed = tmp_path / PurePosixPath(name).parts[0]
    closed.chmod(0)
    try:
        (failure,) = source_files(tmp_path)
    finally:
        closed.chmod(0o700)
    assert isinstance(failure, Failure)
    assert (failure.path, failure.code) == (closed.name, "unreadable")
    assert "Permission denied" in failure.reason


@pytest.mark.parametrize("name", [b"r\xe6.txt", b"r\xe6/inner.txt"], ids=["file", "folder"])
def test_a_name_that_is_not_utf8_is_a_failure_that_can_be_printed(tmp_path: Path, name: bytes) -> None:
    target = os.path.join(os.fsencode(tmp_path), name)  # noqa: PTH118  # pathlib knows no bytes
    os.makedirs(os.path.dirname(target), exist_ok=True)  # noqa: PTH103, PTH120
    with open(target, "wb"):  # noqa: PTH123
        pass
    (failure,) = source_files(tmp_path)
    assert isinstance(failure, Failure)
    assert failure.path == os.fsdecode(name).split("/")[0].replace("\udce6", "\\xe6")
    assert failure.code == "unreadable"
    failure.path.encode()


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    write(tmp_path, "large.txt", "x" * 2_000_001)
    write(tmp_path, "small.txt", "x" * 2_000_000)
    found = {str(found.path): found for found in source_files(tmp_path, max_bytes=2_000_000)}
    assert isinstance(found["small.txt"], SourceFile)
    assert isinstance(found["large.txt"], Failure)
    assert found["large.txt"].code == "too-expensive"
    assert "2 MB" in found["large.txt"].reason


def test_folders_nested_without_end_are_left_out(tmp_path: Path) -> None:
    write(tmp_path, "/".join(["d"] * (MAX_DEPTH + 2)) + "/deep.txt")
    write(tmp_path, "flat.txt")
    assert failures(tmp_path) == {"/".join(["d"] * (MAX_DEPTH + 1)): "too-expensive"}
    assert "flat.txt" in paths(tmp_path)


def test_a_file_that_vanishes_during_the_walk_is_a_failure(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    gone = write(tmp_path, "b.txt")
    walk = source_files(tmp_path)
    next(walk)
    gone.unlink()
    assert [(str(found.path), getattr(found, "code", None)) for found in walk] == [
        ("b.txt", "changed-while-read")
    ]


def open_descriptors() -> int:
    return len(list(Path("/dev/fd").iterdir()))


def test_the_walk_gives_back_its_file_descriptors_when_it_is_left(tmp_path: Path) -> None:
    write(tmp_path, "a/b/c.txt")
    write(tmp_path, "a/b/d.txt")
    before = open_descriptors()
    walk = source_files(tmp_path)
    next(walk)
    walk.close()  # type: ignore[attr-defined]  # it is a generator
    assert open_descriptors() == before


def test_a_found_file_is_opened_with_its_content(tmp_path: Path) -> None:
    write(tmp_path, "pl/a.txt", "spotkanie")
    assert open_source(tmp_path, one(tmp_path)) == b"spotkanie"


@pytest.mark.parametrize("text", ["longer than before", "s", "spotkania"], ids=["grown", "cut", "edited"])
def test_a_file_that_changed_since_the_walk_is_refused(tmp_path: Path, text: str) -> None:
    write(tmp_path, "a.txt", "spotkanie")
    source = one(tmp_path)
    write(tmp_path, "a.txt", text)
    with pytest.raises(ChangingFile):
        open_source(tmp_path, source)


def test_a_file_that_went_away_since_the_walk_is_refused(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt")
    source = one(tmp_path)
    path.unlink()
    with pytest.raises(ChangingFile):
        open_source(tmp_path, source)


@pytest.mark.parametrize(
    ("swapped", "error"),
    [
        pytest.param("sub/a.txt", OutsideCorpus, id="for the file"),
        pytest.param("sub", ChangingFile, id="for its folder"),
    ],
)
def test_a_link_that_was_put_there_since_the_walk_is_not_followed(
    tmp_path: Path, swapped: str, error: type[SourceError]
) -> None:
    write(tmp_path, "corpus/sub/a.txt", "same")
    source = one(tmp_path / "corpus")
    (tmp_path / "corpus" / "sub").rename(tmp_path / "moved")
    link = tmp_path / "corpus" / swapped
    link.parent.mkdir(exist_ok=True)
    link.symlink_to(tmp_path / "moved" / PurePosixPath(swapped).relative_to("sub"))
    with pytest.raises(error):
        open_source(tmp_path / "corpus", source)


def test_a_pipe_that_was_put_there_since_the_walk_does_not_block(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt")
    source = one(tmp_path)
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(ChangingFile):
        open_source(tmp_path, source)
