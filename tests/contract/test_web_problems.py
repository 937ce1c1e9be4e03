"""What goes wrong is told once, in plain words to people and as RFC 9457 to programs."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any

import pytest
from web_visitor import Browser, browser
from werkzeug.exceptions import RequestURITooLarge

from indexer import errors
from indexer.settings import Settings
from search_ui.search.library import Library
from search_ui.web import problems
from search_ui.web.app import create_app


@pytest.fixture(scope="module")
def visitor(shipped: Any) -> Browser:
    return browser(shipped.settings, shipped.library)


@pytest.mark.parametrize(
    ("parameters", "named"),
    [
        pytest.param("qq=x", "qq", id="unknown parameter"),
        pytest.param("q=x&format=xml", "format", id="unknown beside a known one"),
        pytest.param("q=x&q=y", "q", id="question given twice"),
        pytest.param("page=0", "page", id="page below one"),
        pytest.param("page=-1", "page", id="negative page"),
        pytest.param("page=two", "page", id="page in words"),
        pytest.param("page=%D9%A3", "page", id="digits of another script"),
        pytest.param("page=1000001", "page", id="page without end"),
        pytest.param("per_page=0", "per_page", id="no hits a page"),
        pytest.param("per_page=301", "per_page", id="too many hits a page"),
        pytest.param("sort=best", "sort", id="unknown order"),
        pytest.param("lang=xx", "lang", id="unknown language"),
        pytest.param("lang=da&lang=%00", "lang", id="one of two languages unknown"),
        pytest.param("kind=poem", "kind", id="unknown kind"),
        pytest.param("year_from=14", "year_from", id="year of two digits"),
        pytest.param("year_to=last", "year_to", id="year in words"),
        pytest.param("year_from=2015&year_to=2014", "year_from", id="years the wrong way round"),
        pytest.param("&".join(["lang=da"] * 201), "q", id="more parameters than anyone needs"),
    ],
)
def test_a_wrong_parameter_is_named(visitor: Browser, parameters: str, named: str) -> None:
    told = visitor.get(f"/api/v1/search?{parameters}")
    assert (told.status_code, told.content_type) == (400, "application/problem+json")
    assert {"type", "title", "status", "detail", "code", "parameter"} == set(told.json or {})
    assert told.json and (told.json["parameter"], told.json["status"]) == (named, 400)
    shown = visitor.get(f"/search?{parameters}")
    assert (shown.status_code, shown.mimetype) == (400, "text/html")
    assert 'href="/"' in shown.text


def test_the_page_of_a_problem_keeps_the_question(visitor: Browser) -> None:
    page = visitor.page("/search?q=samarbejde&page=0")
    assert page.xpath('//input[@name="q"]/@value') == ["samarbejde"]
    assert page.xpath('//a[contains(., "again")]/@href') == ["/search?q=samarbejde"]


@pytest.mark.parametrize("path", ["/nowhere", "/document/000000000000", "/file/000000000000", "/file/../x"])
@pytest.mark.parametrize("prefix", ["", "/api/v1"])
def test_what_is_not_there_is_a_404(visitor: Browser, prefix: str, path: str) -> None:
    response = visitor.get(prefix + path)
    assert response.status_code == 404
    assert response.mimetype == ("application/problem+json" if prefix else "text/html")


@pytest.mark.parametrize("path", ["/", "/search", "/api/v1/search", "/health"])
@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_only_reading_is_allowed(visitor: Browser, path: str, method: str) -> None:
    response = visitor.client.open(path, method=method)
    assert response.status_code == 405
    assert response.headers["Allow"] == "GET, HEAD, OPTIONS"


def test_a_request_may_not_bring_a_large_body_along(visitor: Browser) -> None:
    assert visitor.get("/search", data=b"x" * 20_000).status_code == 413


def test_an_address_too_long_for_any_question_is_told_in_plain_words() -> None:
    assert problems.problem(RequestURITooLarge()).title == "This address is too long"


def test_without_an_index_health_says_what_to_do(tmp_path: Path) -> None:
    visitor = browser(Settings(index=tmp_path / "index"), Library(tmp_path / "index"))
    response = visitor.get("/health")
    assert (response.status_code, response.mimetype) == (503, "application/problem+json")
    assert response.json and response.json["code"] == "no-index"
    assert "make index" in response.json["detail"]
    assert {visitor.get(path).status_code for path in ("/", "/search?q=x", "/status")} == {503}


def test_folders_of_the_server_are_told_to_the_log_only(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    visitor = browser(Settings(index=tmp_path / "index"), Library(tmp_path / "index"))
    assert str(tmp_path) not in visitor.get("/search?q=x").text + visitor.get("/health").text
    assert str(tmp_path) in caplog.text


def test_health_names_the_generation(visitor: Browser) -> None:
    assert visitor.get("/health").json == {"status": "ok", "generation": 1}


class Failing(Library):
    """A library that fails in a way that nobody thought of."""

    def ask(self, question: object) -> Any:  # noqa: ARG002 - nothing is asked
        raise ZeroDivisionError("secret of the\nserver")


@pytest.mark.parametrize("path", ["/search?q=x", "/api/v1/search?q=x", "/health"])
def test_an_unexpected_error_is_a_reference_number_and_nothing_else(
    path: str, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    app = create_app(Settings(), Failing(tmp_path))
    with caplog.at_level(logging.ERROR, "interloc.web"):
        response = app.test_client().get(path)
    assert response.status_code == 500
    (line,) = [record.getMessage() for record in caplog.records]
    reference = line.split(": ")[1].split()[0]
    assert len(reference) == 8 and reference in response.text
    assert "secret" in line and "\n" not in line
    assert "secret" not in response.text and "ZeroDivision" not in response.text
    assert "q=x" not in line


def all_errors(kind: type[errors.InterLocError]) -> list[type[errors.InterLocError]]:
    return [kind, *(below for child in kind.__subclasses__() for below in all_errors(child))]


@pytest.mark.parametrize("kind", all_errors(errors.GenerationError) + all_errors(errors.EngineError))
def test_every_error_of_a_question_has_its_words(kind: type[errors.InterLocError]) -> None:
    shown = problems.problem(kind.__new__(kind))
    assert (shown.status, shown.code) == (503, kind.code)
    assert shown.detail and shown.log


def test_a_new_generation_is_served_without_a_restart(shelf: Any) -> None:
    shelf.put(one="An old text about zebras.").build()
    visitor = browser(shelf.settings, shelf.asked.library)
    assert visitor.get("/api/v1/search?q=zebras").json["total"] == 1  # type: ignore[index]  # JSON is there
    shelf.put(two="Another text about zebras.").build()
    answer = visitor.get("/api/v1/search?q=zebras").json
    assert answer and (answer["total"], answer["generation"]) == (2, 2)


def test_a_damaged_generation_is_stood_in_for_and_the_status_says_so(shelf: Any) -> None:
    shelf.put(one="An old text about zebras.").build()
    shelf.put(two="Another text about zebras.").build()
    (shelf.settings.index / "generations/000002/catalogue.sqlite").write_bytes(b"not a catalogue")
    visitor = browser(shelf.settings, Library(shelf.settings.index))
    assert visitor.get("/health").json == {"status": "ok", "generation": 1}
    assert "is damaged" in visitor.page("/status").xpath('string(//*[@role="alert"])')


def test_the_status_names_every_file_that_could_not_be_read(shelf: Any) -> None:
    shelf.put(one="A text about zebras.")
    (shelf.settings.corpus / "<broken>.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    visitor = browser(shelf.build().settings, shelf.asked.library)
    (failure,) = visitor.get("/api/v1/status").json["failures"]  # type: ignore[index]  # JSON is there
    cells = [cell.text for cell in visitor.page("/status").xpath('//td[@class="path"]/..//td')]
    assert cells == [failure["path"], failure["reason"]] and cells[0] == "<broken>.pdf"
