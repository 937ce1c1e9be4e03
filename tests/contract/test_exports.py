"""Every form of an answer holds the same documents in the same order, and programs can read it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path, PurePosixPath
from typing import Any
from urllib.parse import urlencode

import pytest
from lxml import etree, html
from web_visitor import QUESTIONS, Browser, browser, hit_ids

from indexer.model import DatedFact, Document, SourceFile, document_id
from indexer.settings import Settings
from search_ui.search.library import Library
from search_ui.web.exports import citation
from search_ui.web.exports.table import COLUMNS, harmless
from search_ui.web.interface import words
from search_ui.web.public import Publisher, publisher

bibtexparser = pytest.importorskip("bibtexparser", reason="bibtexparser is not installed")
feedparser = pytest.importorskip("feedparser", reason="feedparser is not installed")
rispy = pytest.importorskip("rispy", reason="rispy is not installed")

ATOM = {"a": "http://www.w3.org/2005/Atom"}
RULES = etree.RelaxNG(etree.parse(Path(__file__).parent / "atom.rng"))
FORMS = {
    "csv": "text/csv",
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "atom": "application/atom+xml",
    "json": "application/json",
}


@pytest.fixture(scope="module")
def visitor(shipped: Any) -> Browser:
    return browser(shipped.settings, shipped.library)


def taken(visitor: Browser, form: str, question: str, **rest: object) -> str:
    response = visitor.get(f"/search.{form}?{urlencode({'q': question, **rest})}")
    assert (response.status_code, response.mimetype) == (200, FORMS[form])
    return response.data.decode("utf-8-sig" if form == "csv" else "utf-8")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text), strict=True))


def entries(text: str) -> list[Any]:
    """Return what a BibTeX library makes of the text, of which it must refuse nothing."""
    library = bibtexparser.parse_string(text)
    assert library.failed_blocks == []
    return list(library.entries)


def records(text: str) -> list[dict[str, Any]]:
    return list(rispy.loads(text))


def feed(text: str) -> Any:
    read = etree.fromstring(text.encode())
    assert RULES.validate(read), RULES.error_log
    told = feedparser.parse(text.encode())
    assert not told.bozo
    assert len(told.entries) == len(read.findall("a:entry", ATOM))
    return read


def ids(text: str, form: str) -> list[str]:
    match form:
        case "csv":
            return [row["id"] for row in rows(text)]
        case "bib":
            return [entry.key.removeprefix("interloc-") for entry in entries(text)]
        case "ris":
            return [record["id"] for record in records(text)]
    links = feed(text).xpath("a:entry/a:link[@rel='alternate']/@href", namespaces=ATOM)
    return [link.rpartition("/")[2] for link in links]


@pytest.mark.parametrize("page", [1, 2])
@pytest.mark.parametrize("question", QUESTIONS)
def test_all_forms_of_an_address_hold_the_same_documents_in_the_same_order(
    visitor: Browser, question: str, page: int
) -> None:
    address = f"?{urlencode({'q': question, 'per_page': 4, 'page': page})}"
    on_page = hit_ids(html.document_fromstring(visitor.get(f"/search{address}").text))
    in_json = [hit["id"] for hit in visitor.get(f"/search.json{address}").get_json()["hits"]]
    assert on_page == in_json
    for form in ("csv", "bib", "ris", "atom"):
        assert ids(taken(visitor, form, question, per_page=4, page=page), form) == on_page


def test_the_json_form_is_that_of_the_api(visitor: Browser) -> None:
    taken_along = visitor.get("/search.json?q=projekt&lang=da").get_json()
    asked = visitor.get("/api/v1/search?q=projekt&lang=da").get_json()
    assert taken_along | {"took_ms": 0} == asked | {"took_ms": 0}


def test_the_links_of_the_page_lead_to_the_whole_answer_in_every_form(visitor: Browser) -> None:
    page = visitor.page("/search?q=projekt&page=2&ui=en")
    total = visitor.get("/api/v1/search?q=projekt").get_json()["total"]
    assert total > 10
    links = {link.text: link.get("href") for link in page.xpath('//nav[@class="forms"]//a')}
    assert list(links) == [
        "Table (CSV)",
        "References (BibTeX)",
        "References (RIS)",
        "News feed (Atom)",
        "Data (JSON)",
    ]
    for name, form in zip(links, ("csv", "bib", "ris"), strict=False):
        assert len(ids(visitor.get(links[name]).data.decode("utf-8-sig"), form)) == total


def test_a_page_names_the_feed_of_its_question_with_the_newest_first(visitor: Browser) -> None:
    (address,) = visitor.page("/search?q=projekt&page=2").xpath('//link[@type="application/atom+xml"]/@href')
    assert address == "/search.atom?q=projekt&sort=date"
    times = feed(visitor.get(address).text).xpath("a:entry/a:updated/text()", namespaces=ATOM)
    assert len(set(times)) > 3 and times == sorted(times, reverse=True)


# What an odd document does to the forms


ODD_TITLE = '=HYPERLINK("http://x.example","{å}") \\ % $ & # _ ~ ^ } <b> ]]> @misc{a,\u0007'
ODD_AUTHOR = "+49 Ø. von Ödön & Sønner, ministère {unclosed"
ODD_TEXT = "@SUM(A1) zebra\tER  - zebra\n\nTY  - BOOK\n"


@pytest.fixture
def odd(shelf: Any) -> Iterator[Browser]:
    """A library with one document that says odd things of itself."""
    shelf.put(plain="A zebra in the municipality.", odd=ODD_TEXT)
    told = {"title": ODD_TITLE, "author": ODD_AUTHOR, "kind": "report", "date": "2014-05"}
    lines = [f"{name} = {toml_text(value)}" for name, value in told.items()]
    lines.append('url = "https://x.example/a b{c}%20"')
    (shelf.settings.corpus / "odd.txt.meta.toml").write_text("\n".join(lines), encoding="utf-8")
    shelf.build()
    yield browser(shelf.settings, shelf.asked.library)


def toml_text(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\u0007", "\\u0007")
    return f'"{escaped}"'


def test_no_cell_of_the_table_is_a_formula(odd: Browser) -> None:
    (row,) = [row for row in rows(taken(odd, "csv", "zebra")) if row["date"] == "2014-05"]
    assert row["title"].startswith("'=HYPERLINK")
    assert row["author"].startswith("'+49")
    assert row["excerpt"].startswith("'@SUM")
    assert not [cell for cell in row.values() if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t=", "\r=", " =", "＝", "＋", "－", "＠"])
def test_what_begins_like_a_formula_begins_with_an_apostrophe(sign: str) -> None:
    assert harmless(f"{sign}1+1").startswith("'")
    assert harmless(f"1{sign}1")[0] == "1"


def test_the_table_begins_with_a_mark_that_excel_needs_and_every_row_is_whole(odd: Browser) -> None:
    data = odd.get("/search.csv?q=zebra").data
    assert data.startswith(b"\xef\xbb\xbf") and data.count(b"\r\n") == 3
    read = list(csv.reader(StringIO(data.decode("utf-8-sig")), strict=True))
    assert tuple(read[0]) == COLUMNS and {len(row) for row in read} == {len(COLUMNS)}


def test_bibtex_keeps_the_letters_of_an_odd_title(odd: Browser) -> None:
    text = taken(odd, "bib", "zebra")
    found = entries(text)
    assert len(found) == text.count("\n@") + 1 == 2
    (entry,) = [one for one in found if one.entry_type == "techreport"]
    told = entry.fields_dict["title"].value
    assert told.startswith('{=HYPERLINK("http://x.example","\\textbraceleft{}å\\textbraceright{}")')
    assert told.count("{") == told.count("}")
    assert entry.fields_dict["year"].value == "2014"
    assert entry.fields_dict["month"].value == "may"


def test_no_text_begins_a_record_of_its_own_in_ris(odd: Browser) -> None:
    text = taken(odd, "ris", "zebra")
    assert len(records(text)) == 2
    starts = [line[:6] for line in text.split("\r\n") if line]
    assert starts.count("TY  - ") == starts.count("ER  - ") == 2
    (record,) = [one for one in records(text) if one["type_of_reference"] == "RPRT"]
    assert (record["year"], record["date"], record["authors"]) == ("2014", "2014/05//", [ODD_AUTHOR])


def test_the_feed_says_what_the_document_says(odd: Browser) -> None:
    read = feed(taken(odd, "atom", "zebra"))
    titles = read.xpath("a:entry/a:title/text()", namespaces=ATOM)
    assert (
        ODD_TITLE.replace("\u0007", "").split()
        == next(one for one in titles if "HYPER" in one).replace("\ufffd", "").split()
    )
    assert read.xpath("a:entry/a:author/a:name/text()", namespaces=ATOM) == [ODD_AUTHOR]


@pytest.mark.parametrize("question", ["\x00\x01\x1f", "\ufffe\uffff", "\ud800", "]]><x>", "&amp;&#0;"])
@pytest.mark.parametrize("form", FORMS)
def test_no_question_breaks_a_form(visitor: Browser, form: str, question: str) -> None:
    address = f"/search.{form}?{urlencode({'q': question}, errors='surrogatepass')}"
    response = visitor.get(address)
    assert response.status_code == 200
    if form == "atom":
        feed(response.text)


# Addresses, names, citations


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
            "A. Berg (May 2014): Was it worth it? Report, p. 3. Site, https://s.example/document/{id}#page-3",
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
