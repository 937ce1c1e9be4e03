"""Every form of an answer holds the same documents in the same order, and programs can read it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Any
from urllib.parse import urlencode

import pytest
from lxml import html
from taken_along import ATOM, FORMS, entries, feed, ids, records, rows, taken
from web_visitor import QUESTIONS, Browser, browser, hit_ids

from search_ui.web.exports.table import COLUMNS, harmless


@pytest.fixture(scope="module")
def visitor(shipped: Any) -> Browser:
    return browser(shipped.settings, shipped.library)


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
