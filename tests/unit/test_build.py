"""From a folder of files to a published generation, with the generation before as the cache."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from indexer import generations
from indexer.build import build
from indexer.catalogue import Catalogue
from indexer.errors import EmptyCorpus, IndexInCorpus, NoCorpus, NotAFolder
from indexer.settings import Settings
from tests.conftest import Shelf

CONFIDED = "Hemmeligheden er gravenstenerkiste og ingen må nogensinde finde den igen."


def bytes_below(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file())


def test_the_summary_says_what_changed(shelf: Shelf) -> None:
    shelf.put(a="Erfaring med samarbejde over grænsen.", b="Wspólny projekt gmin nad morzem.").build()
    shelf.put(a="Erfaring med samarbejde.", c="A report on study visits.")
    (shelf.settings.corpus / "b.txt").unlink()
    summary = build(shelf.settings)
    assert (summary.new, summary.changed, summary.unchanged, summary.removed) == (1, 1, 0, 1)
    assert (summary.documents, summary.generation) == (2, 2)


def test_unchanged_files_are_not_read_again(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    shelf.put(a="Erfaring med samarbejde over grænsen.", b="Wspólny projekt gmin nad morzem.").build()
    before = shelf.asked.ask("projekt")
    shelf.put(c="A report on study visits.")
    opened: list[str] = []

    def counting(corpus: Path, files: object, limits: object) -> object:
        chosen = list(files)  # type: ignore[call-overload]  # the real reader takes any iterable
        opened.extend(source.path.name for source in chosen)
        return really_read(corpus, chosen, limits)  # type: ignore[arg-type]

    from indexer.extract.isolate import read as really_read

    monkeypatch.setattr("indexer.build.read", counting)
    assert build(shelf.settings).unchanged == 2
    assert opened == ["c.txt"]
    assert [hit.excerpts for hit in shelf.asked.ask("projekt").hits] == [hit.excerpts for hit in before.hits]


def test_a_file_that_failed_is_not_read_again_until_it_changes(shelf: Shelf) -> None:
    shelf.put(a="Erfaring med samarbejde.", broken="").build()
    again = build(shelf.settings)
    assert [failure.path for failure in again.failures] == ["broken.txt"]
    assert again.unchanged == 2
    shelf.put(broken="Nu står der noget om et netværk.")
    assert build(shelf.settings).failures == ()


def test_a_removed_document_is_gone_to_the_last_byte(shelf: Shelf) -> None:
    shelf.put(a="Erfaring med samarbejde.", konfidentielt_x=CONFIDED).build().build()
    assert b"gravenstenerkiste" in bytes_below(shelf.settings.index)
    (shelf.settings.corpus / "konfidentielt_x.txt").unlink()
    shelf.build()
    assert b"gravenstenerkiste" not in bytes_below(shelf.settings.index)
    assert b"konfidentielt_x" not in bytes_below(shelf.settings.index)


def test_without_a_corpus_the_folder_is_named_and_no_index_is_made(tmp_path: Path) -> None:
    settings = Settings(corpus=tmp_path / "nowhere", index=tmp_path / "index")
    with pytest.raises(NoCorpus, match="nowhere"):
        build(settings)
    assert not settings.index.exists()


def test_an_index_inside_the_corpus_is_refused(shelf: Shelf) -> None:
    shelf.put(a="Erfaring med samarbejde.")
    with pytest.raises(IndexInCorpus, match="lies inside the corpus"):
        build(replace(shelf.settings, index=shelf.settings.corpus / "index"))


def test_an_index_that_is_a_file_is_refused(shelf: Shelf) -> None:
    shelf.put(a="Erfaring med samarbejde.")
    shelf.settings.index.write_text("", encoding="utf-8")
    with pytest.raises(NotAFolder, match="is a file"):
        build(shelf.settings)


def test_an_empty_corpus_leaves_the_served_index_alone(shelf: Shelf) -> None:
    shelf.put(a="Erfaring med samarbejde.").build()
    (shelf.settings.corpus / "a.txt").unlink()
    with pytest.raises(EmptyCorpus):
        build(shelf.settings)
    assert generations.served(shelf.settings.index).number == 1
    assert [path.name for path in (shelf.settings.index / "generations").iterdir()] == ["000001"]


def test_one_bad_file_costs_only_itself(shelf: Shelf) -> None:
    shelf.put(a="Erfaring med samarbejde.", empty="")
    (shelf.settings.corpus / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    summary = build(shelf.settings)
    assert summary.documents == 1
    assert {failure.path for failure in summary.failures} == {"empty.txt", "picture.txt"}
    assert all(failure.reason.endswith(".") for failure in summary.failures)


def test_the_catalogue_gives_back_what_was_read(shelf: Shelf) -> None:
    shelf.put(a="Erfaring med samarbejde over grænsen.").build()
    catalogue = Catalogue(generations.served(shelf.settings.index).catalogue)
    document = catalogue.document_at("a.txt")
    assert document
    assert (document.language, document.pages) == ("da", 1)
    (passage,) = catalogue.passages(document.id)
    quotable = catalogue.quotables({document.id: [1]})[document.id][1]
    placed = [passage.text[a:b] for a, b in zip(quotable.starts, quotable.ends, strict=True)]
    assert placed == ["Erfaring", "med", "samarbejde", "over", "grænsen"]
    catalogue.close()


def test_an_index_that_is_up_to_date_can_stay(shelf: Shelf) -> None:
    shelf.put(a="Erfaring med samarbejde.").build()
    kept = build(shelf.settings, only_if_changed=True)
    assert (kept.generation, kept.published, kept.documents, kept.engine) == (1, False, 1, "whoosh")
    other_engine = replace(shelf.settings, engine="tantivy")
    assert build(other_engine, only_if_changed=True).generation == 2
    shelf.put(b="Wspólny projekt gmin.")
    assert build(other_engine, only_if_changed=True).generation == 3


def test_what_was_removed_while_an_earlier_generation_was_served_is_gone_too(shelf: Shelf) -> None:
    shelf.put(a="Erfaring med samarbejde.").build()
    shelf.put(confided=CONFIDED).build()
    generations.use(shelf.settings.index, 1)
    (shelf.settings.corpus / "confided.txt").unlink()
    shelf.build()
    assert b"gravenstenerkiste" not in bytes_below(shelf.settings.index)


def test_an_up_to_date_index_still_gets_rid_of_what_was_removed(shelf: Shelf) -> None:
    shelf.put(a="Erfaring med samarbejde.", confided=CONFIDED).build()
    left = shutil.copytree(shelf.settings.index / "generations/000001", shelf.settings.index / "kept")
    (shelf.settings.corpus / "confided.txt").unlink()
    shelf.build()
    left.rename(shelf.settings.index / "generations/000001")  # as if the build had died before it pruned
    assert not build(shelf.settings, only_if_changed=True).published
    assert b"gravenstenerkiste" not in bytes_below(shelf.settings.index)


def test_a_folder_that_cannot_be_read_is_not_taken_for_removed(shelf: Shelf) -> None:
    inner = shelf.settings.corpus / "inner"
    inner.mkdir()
    (inner / "b.txt").write_text("Wspólny projekt gmin nad morzem.", encoding="utf-8")
    shelf.put(a="Erfaring med samarbejde.").build()
    inner.rename(shelf.settings.corpus.parent / "elsewhere")
    inner.symlink_to(shelf.settings.corpus.parent / "elsewhere")
    shelf.build()
    assert generations.numbers(shelf.settings.index) == (1, 2)
