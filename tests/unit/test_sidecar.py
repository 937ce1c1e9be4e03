"""A librarian overrules what is read of a document, in the file beside it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from indexer import commands
from indexer.build import build
from indexer.catalogue import Catalogue
from indexer.discover import MAX_SIDECAR, UNREADABLE, source_files
from indexer.generations import served
from indexer.model import Document, Failure, SourceFile
from indexer.settings import Settings
from indexer.sidecar import parsed
from tests.conftest import Shelf

NAME = "report.pdf.meta.toml"
TEXT = "Erfaringer fra Sorø\n\n16. juni 2014\n\nDeltagerne fortalte om samarbejdet med byer i Polen."


def told(toml: str) -> tuple[dict[str, str], list[str]]:
    sidecar = parsed(NAME, toml.encode())
    return dict(sidecar.values), list(sidecar.warnings)


def document(settings: Settings, path: str) -> Document:
    catalogue = Catalogue(served(settings.index).catalogue)
    try:
        found = catalogue.document_at(path)
    finally:
        catalogue.close()
    assert found
    return found


@pytest.mark.parametrize(
    ("toml", "values"),
    [
        pytest.param('title = "Efter  mødet"', {"title": "Efter mødet"}, id="title on one line"),
        pytest.param('date = "2014"', {"date": "2014"}, id="year"),
        pytest.param('date = "maj 2014"', {"date": "2014-05"}, id="month in words"),
        pytest.param("date = 2014-05-06", {"date": "2014-05-06"}, id="TOML date"),
        pytest.param("date = 2014", {"date": "2014"}, id="number"),
        pytest.param('kind = "Handlingsplan"', {"kind": "action-plan"}, id="kind in Danish"),
        pytest.param('author = ["A. Berg", "B. Nowak"]', {"author": "A. Berg, B. Nowak"}, id="two authors"),
        pytest.param('language = "da-DK"', {"language": "da"}, id="language with country"),
        pytest.param('url = "https://example.org/a"', {"url": "https://example.org/a"}, id="url"),
        pytest.param("", {}, id="nothing"),
    ],
)
def test_each_field_is_read_as_a_person_writes_it(toml: str, values: dict[str, str]) -> None:
    assert told(toml) == (values, [])


@pytest.mark.parametrize(
    ("toml", "named"),
    [
        pytest.param('date = "soon"', "date = “soon”", id="no date"),
        pytest.param('date = "2014-02-31"', "date = “2014-02-31”", id="a day that no calendar has"),
        pytest.param('kind = "thing"', "newsletter, report", id="no kind"),
        pytest.param('language = "xx"', "en, da, pl", id="no language"),
        pytest.param('url = "javascript:alert(1)"', "web address", id="no safe address"),
        pytest.param('titel = "A"', "“title” may be meant", id="a slip of the pen"),
        pytest.param("colour = 1", "the fields are title", id="an unknown field"),
        pytest.param("title = {}", "title", id="a table"),
        pytest.param('title = ""', "title", id="an empty title"),
    ],
)
def test_a_wrong_field_is_named_and_the_others_count(toml: str, named: str) -> None:
    values, (warning,) = told(f'author = "A. Berg"\n{toml}')
    assert values == {"author": "A. Berg"}
    assert named in warning
    assert warning.startswith(f"The sidecar {NAME} ") and warning.endswith(".")


def test_broken_toml_is_named_with_its_line() -> None:
    values, (warning,) = told('title = "A"\ndate = = 2')
    assert values == {}
    assert NAME in warning and "line 2" in warning


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        pytest.param(b"title = '\xe6'", "UTF-8", id="another encoding"),
        pytest.param(b"#" * (MAX_SIDECAR + 1), "longer than", id="too long"),
    ],
)
def test_what_cannot_be_read_as_a_sidecar_says_why(content: bytes, reason: str) -> None:
    sidecar = parsed(NAME, content)
    assert not sidecar.values
    assert reason in sidecar.warnings[0]


def test_a_sidecar_overrules_and_says_so(shelf: Shelf) -> None:
    shelf.put(a=TEXT)
    (shelf.settings.corpus / "a.txt.meta.toml").write_text(
        'title = "Efter mødet"\ndate = "2013-05"\nkind = "report"\nauthor = "A. Berg"\nlanguage = "sv"\n'
        'url = "https://example.org/"',
        encoding="utf-8",
    )
    shelf.build()
    facts = document(shelf.settings, "a.txt").facts
    assert {name: fact.value for name, fact in facts.items()} == {
        "title": "Efter mødet",
        "date": "2013-05",
        "kind": "report",
        "author": "A. Berg",
        "language": "sv",
        "url": "https://example.org/",
    }
    assert {fact.source for fact in facts.values()} == {"sidecar"}
    assert shelf.found("samarbejdet") == ["a"]


def test_a_changed_sidecar_changes_its_document_alone(shelf: Shelf) -> None:
    shelf.put(a=TEXT, b="A report on study visits.").build()
    sidecar = shelf.settings.corpus / "a.txt.meta.toml"
    for title in ("One", "Two"):
        sidecar.write_text(f'title = "{title}"', encoding="utf-8")
        summary = build(shelf.settings, only_if_changed=True)
        assert (summary.changed, summary.unchanged) == (1, 1)
        assert document(shelf.settings, "a.txt").title == title
    sidecar.unlink()
    build(shelf.settings)
    assert document(shelf.settings, "a.txt").title == "Erfaringer fra Sorø"


def test_a_broken_sidecar_costs_a_warning_and_nothing_else(shelf: Shelf) -> None:
    shelf.put(a=TEXT)
    (shelf.settings.corpus / "a.txt.meta.toml").write_text("title = ", encoding="utf-8")
    summary = build(shelf.settings)
    ((path, warning),) = summary.warnings
    assert (path, summary.documents) == ("a.txt", 1)
    assert "a.txt.meta.toml" in warning and "line 1" in warning
    assert document(shelf.settings, "a.txt").title == "Erfaringer fra Sorø"


def test_a_sidecar_without_its_file_is_reported(tmp_path: Path) -> None:
    (tmp_path / "gone.pdf.meta.toml").write_text("", encoding="utf-8")
    (tmp_path / "REPORT.META.TOML").write_text("", encoding="utf-8")
    failures = [found for found in source_files(tmp_path) if isinstance(found, Failure)]
    assert {failure.path: failure.code for failure in failures} == {
        "gone.pdf.meta.toml": "lonely-sidecar",
        "REPORT.META.TOML": "unreadable",
    }
    assert "gone.pdf" in failures[1].reason


def test_a_sidecar_is_never_followed_out_of_the_corpus(tmp_path: Path) -> None:
    (tmp_path / "secret.toml").write_text('title = "secret"', encoding="utf-8")
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    (corpus / "a.txt").write_text(TEXT, encoding="utf-8")
    (corpus / "a.txt.meta.toml").symlink_to("../secret.toml")
    (source,) = source_files(corpus)
    assert isinstance(source, SourceFile)
    assert source.sidecar == UNREADABLE
    settings = Settings(corpus=corpus, index=tmp_path / "index")
    ((_, warning),) = build(settings).warnings
    assert "symbolic link" in warning
    assert document(settings, "a.txt").title == "Erfaringer fra Sorø"


def test_show_tells_blocks_methods_languages_and_what_stated_each_fact(shelf: Shelf) -> None:
    shelf.put(a=TEXT)
    (shelf.settings.corpus / "a.txt.meta.toml").write_text('author = "A. Berg"', encoding="utf-8")
    shelf.build()
    said: list[str] = []
    assert commands.show(shelf.settings, said.append, "a.txt", as_json=False) == 0
    text = "\n".join(said)
    for line in (
        "  languages da",
        "  author    A. Berg (from: sidecar)",
        "  date      2014-06-16 (day, from: text)",
        "  title     Erfaringer fra Sorø (from: heading)",
        "[1] page 1 (text), da, under: Erfaringer fra Sorø",
        "  heading 2: Erfaringer fra Sorø",
    ):
        assert line in text
    said.clear()
    commands.show(shelf.settings, said.append, "a.txt", as_json=True)
    assert json.loads(said[0])["metadata"]["author"] == {"value": "A. Berg", "source": "sidecar"}
