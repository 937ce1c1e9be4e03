"""What a build takes over from the last one: documents, failures, the last good version of a file."""

from __future__ import annotations

import ctypes
import os
import struct
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from indexer import commands
from indexer.build import Summary, build
from indexer.known import KEPT
from indexer.settings import Settings
from search_ui.web import api, app
from tests.conftest import Shelf

GOOD = "Erfaring med samarbejde over grænsen."
OTHER = "Wspólny projekt gmin nad morzem."
IN_OPEN = 0x20


@contextmanager
def openings(folder: Path) -> Iterator[Counter[str]]:
    """Count how often each file of the folder is opened meanwhile, by any process."""
    library = ctypes.CDLL(None, use_errno=True)
    if not hasattr(library, "inotify_init1"):
        pytest.skip("this system does not tell when a file is opened")
    watch = library.inotify_init1(os.O_NONBLOCK)
    assert library.inotify_add_watch(watch, os.fsencode(folder), IN_OPEN) > 0
    opened: Counter[str] = Counter()
    try:
        yield opened
        told = os.read(watch, 1 << 20)
    except BlockingIOError:
        told = b""
    finally:
        os.close(watch)
    while told:
        length = struct.unpack_from("iIII", told)[3]
        opened[told[16 : 16 + length].rstrip(b"\0").decode()] += 1
        told = told[16 + length :]
    del opened[""]  # the folder itself


def kept(summary: Summary) -> dict[str, str]:
    return {path: warning for path, warning in summary.warnings if warning.startswith(KEPT)}


@pytest.fixture(autouse=True)
def unsettled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take all files for just written, so that each is read for its hash."""
    monkeypatch.setattr("indexer.before.CORPUS_SETTLES", 10**12)


def test_a_second_build_opens_each_file_once_for_its_hash_and_never_to_read_it(shelf: Shelf) -> None:
    shelf.put(a=GOOD, b=OTHER, broken="")
    with openings(shelf.settings.corpus) as first:
        build(shelf.settings)
    assert first == {"a.txt": 2, "b.txt": 2, "broken.txt": 2}
    with openings(shelf.settings.corpus) as second:
        assert build(shelf.settings).unchanged == 3
    assert second == {"a.txt": 1, "b.txt": 1, "broken.txt": 1}


def test_a_file_that_fails_now_keeps_its_last_good_version_and_says_so(shelf: Shelf) -> None:
    shelf.put(a=GOOD, b=OTHER).build()
    shelf.put(a="")
    summary = build(shelf.settings)
    assert summary.failures == ()
    assert list(kept(summary)) == ["a.txt"]
    assert "The file is empty" in kept(summary)["a.txt"]
    (hit,) = shelf.asked.ask("samarbejde").hits
    assert hit.document.warnings == (kept(summary)["a.txt"],)


def test_a_kept_version_lasts_over_builds_without_reading_the_file_again(shelf: Shelf) -> None:
    shelf.put(a=GOOD, b=OTHER).build()
    shelf.put(a="")
    build(shelf.settings)
    with openings(shelf.settings.corpus) as opened:
        again = build(shelf.settings)
    assert opened == {"a.txt": 1, "b.txt": 1}
    assert (again.changed, again.unchanged, len(kept(again))) == (0, 2, 1)
    assert build(shelf.settings, only_if_changed=True).generation == again.generation
    shelf.put(a="   ")
    assert len(kept(build(shelf.settings))) == 1


@pytest.mark.parametrize("text", [pytest.param(GOOD, id="as before"), pytest.param(GOOD * 2, id="mended")])
def test_a_file_that_can_be_read_again_is_no_longer_marked(shelf: Shelf, text: str) -> None:
    shelf.put(a=GOOD, b=OTHER).build()
    shelf.put(a="")
    build(shelf.settings)
    shelf.put(a=text)
    summary = build(shelf.settings)
    assert (kept(summary), summary.changed, summary.documents) == ({}, 1, 2)


def test_a_file_that_was_removed_is_not_kept(shelf: Shelf) -> None:
    shelf.put(a=GOOD, b=OTHER).build()
    shelf.put(a="")
    build(shelf.settings)
    (shelf.settings.corpus / "a.txt").unlink()
    summary = build(shelf.settings)
    assert (summary.removed, summary.documents, summary.warnings) == (1, 1, ())


def test_a_link_in_place_of_a_file_is_no_version_of_it(shelf: Shelf) -> None:
    shelf.put(a=GOOD, b=OTHER).build()
    (shelf.settings.corpus / "a.txt").unlink()
    (shelf.settings.corpus / "a.txt").symlink_to("b.txt")
    summary = build(shelf.settings)
    assert [failure.code for failure in summary.failures] == ["outside-corpus"]
    assert (summary.removed, summary.warnings) == (1, ())


def test_a_file_that_grew_too_large_is_kept_and_not_counted_as_removed(shelf: Shelf) -> None:
    shelf.put(a=GOOD, b=OTHER).build()
    shelf.put(a=GOOD * 40_000)
    small = Settings(corpus=shelf.settings.corpus, index=shelf.settings.index, max_file_mb=1)
    first, second = build(small), build(small)
    assert (first.changed, first.removed, list(kept(first))) == (1, 0, ["a.txt"])
    assert (second.changed, second.unchanged, list(kept(second))) == (0, 2, ["a.txt"])


def test_a_build_ends_with_a_line_for_each_failure_and_warning_up_to_a_screenful(shelf: Shelf) -> None:
    shelf.put(a=GOOD, **{f"empty{number}": "" for number in range(25)})
    (shelf.settings.corpus / "a.txt.meta.toml").write_text("x = 1", encoding="utf-8")
    said: list[str] = []
    commands.build(shelf.settings, said.append, strict=False, only_if_changed=False, as_json=False)
    assert "25 files could not be read:" in said
    assert sum("[nothing-to-read]" in line for line in said) == commands.LISTED
    assert "  … and 5 more: interloc build --json" in said
    assert "1 warning about what was read:" in said


def test_the_status_counts_what_failed_and_what_could_not_be_read_well(shelf: Shelf) -> None:
    shelf.put(a=GOOD, empty="")
    (shelf.settings.corpus / "a.txt.meta.toml").write_text("x = 1", encoding="utf-8")
    shelf.build()
    told = api.status(shelf.asked.library.ask(lambda service: service.status))
    assert told["counts"] == {"failures": 1, "warnings": 1}
    (warning,) = told["warnings"]  # type: ignore[misc]  # a list of objects
    assert warning["path"] == "a.txt"
    page = app.create_app(shelf.settings, shelf.asked.library).test_client().get("/status").text
    assert "1 remark about documents" in page
    assert "a.txt.meta.toml has a field" in page


def test_a_document_in_json_says_what_stated_each_fact(shelf: Shelf) -> None:
    shelf.put(a=f"Møde\n\n16. juni 2014\n\n{GOOD}").build()
    (hit,) = shelf.asked.ask("").hits
    told = api.document(hit.document, ())["metadata"]
    assert told["date"] == {"value": "2014-06-16", "precision": "day", "source": "text"}  # type: ignore[index]
