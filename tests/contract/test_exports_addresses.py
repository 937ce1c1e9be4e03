"""What is taken along leads back: whole addresses, stable names, citations, and refusals that can be read."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

import pytest
from lxml import etree
from taken_along import ATOM, FORMS, feed, ids, taken
from web_visitor import Browser, browser

from indexer.model import DatedFact, Document, SourceFile, document_id
from indexer.settings import Settings
from search_ui.search.library import Library
from search_ui.web.exports import citation
from search_ui.web.interface import words
from search_ui.web.public import Publisher, publisher


@pytest.fixture(scope="module")
def visitor(shipped: Any) -> Browser:
    return browser(shipped.settings, shipped.library)


def test_whole_addresses_come_from_the_settings_and_never_from_the_request(shipped: Any) -> None:
    settings = Settings(trusted_hosts=("other.example",), public_address="https://search.example/")
    visitor = browser(settings, Library(shipped.settings.index))
    for address in (
        "/search.atom?q=projekt",
        "/search.csv?q=projekt",
        "/search.ris?q=projekt",
        "/opensearch.xml",
    ):
        text = visitor.get(address, headers={"Host": "other.example"}).text
        assert "https://search.example/" in text and "other.example" not in text


@pytest.mark.parametrize(
    ("settings", "address"),
    [
        pytest.param(Settings(public_address="https://a.example/"), "https://a.example", id="stated"),
        pytest.param(Settings(public_address="a.example"), "https://a.example", id="stated without a scheme"),
        pytest.param(Settings(trusted_hosts=(".x", "b.example")), "https://b.example", id="first whole host"),
        pytest.param(Settings(host="0.0.0.0", port=81), "http://localhost:81", id="every address"),  # noqa: S104
        pytest.param(Settings(host="::1"), "http://[::1]:8080", id="address of version six"),
        pytest.param(Settings(), "http://127.0.0.1:8080", id="nothing stated"),
    ],
)
def test_a_site_knows_its_address(settings: Settings, address: str) -> None:
    assert publisher(settings).address == address


def test_entries_of_a_feed_keep_their_names_from_question_to_question(visitor: Browser) -> None:
    def names(question: str) -> set[str]:
        read = feed(taken(visitor, "atom", question, per_page=100))
        return set(read.xpath("a:entry/a:id/text()", namespaces=ATOM))

    assert names("projekt lang:da") and names("projekt lang:da") <= names("projekt")


def test_the_links_of_a_feed_lead_through_the_whole_answer(visitor: Browser) -> None:
    seen: list[str] = []
    address: str | None = "/search.atom?q=projekt&per_page=5"
    while address:
        text = visitor.get(address).text
        seen += ids(text, "atom")
        links = feed(text).xpath("a:link[@rel='next']/@href", namespaces=ATOM)
        address = links[0].removeprefix("http://127.0.0.1:8080") if links else None
    assert len(seen) == len(set(seen)) == visitor.get("/api/v1/search?q=projekt").get_json()["total"]


@pytest.mark.parametrize("form", ["bib", "ris"])
def test_a_document_can_be_cited_by_itself(visitor: Browser, form: str) -> None:
    id = visitor.get("/api/v1/search?q=projekt&per_page=1").get_json()["hits"][0]["id"]
    response = visitor.get(f"/document/{id}.{form}")
    assert (response.status_code, response.mimetype) == (200, FORMS[form])
    assert ids(response.text, form) == [id]
    assert visitor.get(f"/document/000000000000.{form}").status_code == 404


@pytest.mark.parametrize(
    ("told", "line"),
    [
        pytest.param(
            {"author": "A. Berg", "published": DatedFact("2014-05", "text"), "pages": 9},
            "A. Berg (May 2014): Was it worth it? Report, p. 3. Site, https://s.example/document/{id}/pdf?page=3",
            id="all is known",
        ),
        pytest.param(
            {"title": "A title"},
            "A title (n.d.). Report. Site, https://s.example/document/{id}",
            id="title only",
        ),
    ],
)
def test_a_citation_says_who_when_what_and_where(told: dict[str, Any], line: str) -> None:
    path = PurePosixPath("a.txt")
    stated: dict[str, Any] = {"title": "Was it worth it?", "pages": 1, "published": None} | told
    held = Document(
        id=document_id(path),
        source=SourceFile(path, 1, "0" * 64),
        media_type="text/plain",
        language="en",
        languages=("en",),
        kind="report",
        **stated,
    )
    page = 3 if held.pages > 1 else None
    site = Publisher("Site", "https://s.example")
    assert citation.line(held, words("en"), site, page=page) == line.format(id=held.id)


@pytest.mark.parametrize(
    ("accept", "mimetype"),
    [
        pytest.param("text/html,application/xhtml+xml,*/*;q=0.8", "text/html", id="a browser"),
        pytest.param("*/*", "application/problem+json", id="a program"),
        pytest.param("application/atom+xml", "application/problem+json", id="a feed reader"),
    ],
)
@pytest.mark.parametrize("form", FORMS)
def test_a_refused_form_is_told_to_whoever_asked(
    visitor: Browser, form: str, accept: str, mimetype: str
) -> None:
    response = visitor.get(f"/search.{form}?page=0", headers={"Accept": accept})
    assert (response.status_code, response.mimetype) == (400, mimetype)


@pytest.mark.parametrize("form", FORMS)
def test_a_form_that_the_program_has_is_not_made_again(visitor: Browser, form: str) -> None:
    tag = visitor.get(f"/search.{form}?q=projekt").headers["ETag"]
    again = visitor.get(f"/search.{form}?q=projekt", headers={"If-None-Match": tag})
    assert (again.status_code, again.data) == (304, b"")
    other = visitor.get(f"/search.{form}?q=projekter", headers={"If-None-Match": tag})
    assert other.status_code == 200


def test_a_browser_can_take_the_site_among_its_search_engines(visitor: Browser) -> None:
    (link,) = visitor.page("/").xpath('//link[@rel="search"]')
    assert link.get("type") == "application/opensearchdescription+xml"
    response = visitor.get(link.get("href"))
    assert response.mimetype == link.get("type")
    read = etree.fromstring(response.data)
    told = {"o": "http://a9.com/-/spec/opensearch/1.1/"}
    assert len(read.findtext("o:ShortName", namespaces=told) or "") <= 16
    for url in read.findall("o:Url", told):
        address = (
            url.get("template", "").replace("{searchTerms}", "samarb").removeprefix("http://127.0.0.1:8080")
        )
        assert visitor.get(address).mimetype == url.get("type")


def test_a_browsers_search_box_gets_suggestions_in_its_own_form(visitor: Browser) -> None:
    typed, suggestions = visitor.get("/suggest?q=samarb").get_json()
    assert typed == "samarb" and suggestions
    assert all(one.startswith("samarb") for one in suggestions)
