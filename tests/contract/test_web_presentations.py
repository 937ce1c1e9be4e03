"""One answer, many presentations: page, JSON and command line tell the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import pytest
from lxml import html
from web_visitor import QUESTIONS, Browser, browser, hit_ids

from search_ui import cli


@pytest.fixture(scope="module")
def visitor(shipped: Any) -> Browser:
    return browser(shipped.settings, shipped.library)


def asked_in_json(visitor: Browser, question: str, **rest: object) -> Any:
    return visitor.get(f"/api/v1/search?{urlencode({'q': question, **rest})}").get_json()


@pytest.mark.parametrize("question", QUESTIONS)
def test_page_and_json_and_command_line_list_the_same_documents(
    visitor: Browser, shipped: Any, question: str, capsys: pytest.CaptureFixture[str]
) -> None:
    in_json = asked_in_json(visitor, question)
    on_page = html.document_fromstring(visitor.search(question).get_data(as_text=True))
    cli.main(["search", question, "--json", "--index", str(shipped.settings.index)])
    told = json.loads(capsys.readouterr().out)
    ids = [hit["id"] for hit in in_json["hits"]]
    assert hit_ids(on_page) == ids == [hit["id"] for hit in told["hits"]]
    count = "".join(on_page.xpath('//*[@role="status"]//strong/text()'))
    assert count.split()[0] == str(in_json["total"]) == str(told["total"])


def test_the_json_has_exactly_the_documented_members(visitor: Browser) -> None:
    body = asked_in_json(visitor, "samarbejde", per_page=1)
    assert list(body) == [
        "query",
        "total",
        "page",
        "per_page",
        "took_ms",
        "generation",
        "hits",
        "facets",
        "links",
    ]
    assert set(body["query"]) == {"q", "parsed", "relaxed", "complete", "corrections", "expansions"}
    named = {"project", "programme", "place", "lesson"}
    assert set(body["facets"]) == {"language", "kind", "year"} | named
    assert set(body["links"]) == {"self", "next", "prev"}
    assert {
        *("id", "path", "title", "language", "languages", "kind", "date"),
        *("score", "url", "file_url", "excerpts", "why"),
    } <= set(body["hits"][0])
    assert {"page", "language", "text", "marks", "url"} <= set(body["hits"][0]["excerpts"][0])
    assert set(body["facets"]["kind"][0]) == {"value", "label", "count", "selected"}


def test_marks_are_offsets_into_the_excerpt(visitor: Browser) -> None:
    excerpt = asked_in_json(visitor, "samarbejde", lang="da")["hits"][0]["excerpts"][0]
    words = [excerpt["text"][start:end].lower() for start, end in excerpt["marks"]]
    assert words and all(word.startswith("samarbejd") for word in words)


def test_marks_of_the_page_are_those_of_the_json(visitor: Browser) -> None:
    excerpts = [one for hit in asked_in_json(visitor, "samarbejde")["hits"] for one in hit["excerpts"]]
    told = [one["text"][start:end] for one in excerpts for start, end in one["marks"]]
    assert visitor.page("/search?q=samarbejde").xpath("//mark/text()") == told


def test_the_links_lead_through_the_whole_answer(visitor: Browser) -> None:
    seen: list[str] = []
    address: str | None = "/api/v1/search?q=projekt&per_page=2"
    while address:
        body = visitor.get(address).get_json()
        assert body["links"]["self"] == address
        seen += [hit["id"] for hit in body["hits"]]
        address = body["links"]["next"]
    assert len(seen) == len(set(seen)) == body["total"] > 4


def test_the_page_links_lead_to_the_same_pages_as_the_json(visitor: Browser) -> None:
    first = visitor.page("/search?q=projekt&per_page=2")
    (following,) = first.xpath('//a[@rel="next"]/@href')
    second = asked_in_json(visitor, "projekt", per_page=2, page=2)
    assert hit_ids(visitor.page(following)) == [hit["id"] for hit in second["hits"]]


def test_a_page_behind_the_last_one_leads_back_to_it(visitor: Browser) -> None:
    page = visitor.page("/search?q=projekt&per_page=2&page=999")
    (last,) = page.xpath('//a[contains(., "last page")]/@href')
    assert hit_ids(page) == []
    assert hit_ids(visitor.page(last)) != []
    assert visitor.get(asked_in_json(visitor, "projekt", page=999)["links"]["prev"]).get_json()["hits"]


def facet_links(page: Any) -> Iterator[tuple[str, int]]:
    for link in page.xpath('//section[@aria-labelledby="filters"]//li/a'):
        yield link.get("href"), int(link.xpath('string(span[@class="number"])'))


def test_every_facet_link_leads_to_as_many_documents_as_it_says(visitor: Browser) -> None:
    links = list(facet_links(visitor.page("/search?q=projekt")))
    assert len(links) > 5
    for address, count in links:
        found = visitor.get(address.replace("/search", "/api/v1/search", 1)).get_json()
        assert (address, found["total"]) == (address, count)


def test_every_link_of_the_status_page_leads_to_as_many_documents_as_it_says(visitor: Browser) -> None:
    links = visitor.page("/status").xpath('//section[@aria-labelledby="holdings"]//li/a')
    assert links
    for link in links:
        found = visitor.get(link.get("href").replace("/search", "/api/v1/search", 1)).get_json()
        assert (link.get("href"), str(found["total"])) == (
            link.get("href"),
            link.xpath('string(span[@class="number"])'),
        )


def test_a_chip_takes_exactly_its_filter_off(visitor: Browser) -> None:
    page = visitor.page("/search?q=projekt&lang=da&lang=pl&kind=tool&year_from=2014&year_to=2026&sort=date")
    assert page.xpath('//section[@aria-labelledby="chips"]//a[@class="chip on"]/@href') == [
        "/search?q=projekt&lang=pl&kind=tool&year_from=2014&year_to=2026&sort=date",
        "/search?q=projekt&lang=da&kind=tool&year_from=2014&year_to=2026&sort=date",
        "/search?q=projekt&lang=da&lang=pl&year_from=2014&year_to=2026&sort=date",
        "/search?q=projekt&lang=da&lang=pl&kind=tool&sort=date",
    ]


def test_the_form_keeps_the_question_and_the_filters(visitor: Browser) -> None:
    form = visitor.page("/search?q=projekt&lang=da&kind=tool&year_from=2014&sort=date").forms[0]
    assert sorted(form.form_values()) == [
        ("kind", "tool"),
        ("lang", "da"),
        ("q", "projekt"),
        ("sort", "date"),
        ("year_from", "2014"),
    ]


def test_a_relaxed_answer_says_so(visitor: Browser) -> None:
    question = "workshop klimatilpasning voucher"
    assert asked_in_json(visitor, question)["query"]["relaxed"]
    said = visitor.page(f"/search?{urlencode({'q': question})}").xpath('//*[@role="status"]')
    assert "No document holds all your words" in said[-1].text_content()


def test_a_missing_word_is_named_in_why(visitor: Browser) -> None:
    page = visitor.page("/search?q=workshop+klimatilpasning+voucher")
    reasons = [told.text_content() for told in page.xpath('//details[@class="why"]//li')]
    assert any("is missing in this document" in told for told in reasons)


def test_without_an_answer_the_question_stays_and_advice_is_given(visitor: Browser) -> None:
    page = visitor.page("/search?q=samarbejde&lang=da&year_to=1990")
    assert page.xpath('//input[@name="q"]/@value') == ["samarbejde"]
    assert page.xpath('//a[contains(., "without filters")]/@href') == ["/search?q=samarbejde"]


@pytest.mark.parametrize(
    ("question", "advice"),
    [
        pytest.param("lang:da samarbejde year:1990", "Search without filters", id="filters in the question"),
        pytest.param('"kommuner samarbejde projekt"', "in any order", id="a phrase"),
        pytest.param("„kommuner samarbejde projekt”", "in any order", id="a phrase in Polish marks"),
        pytest.param("kwidzyn -kwidzyn", "Do not leave out", id="an excluded word"),
        pytest.param("samarbejde year:1990 projekt", "Search only for “samarbejde”", id="one of two words"),
    ],
)
def test_what_to_ask_instead_finds_as_many_documents_as_it_says(
    visitor: Browser, question: str, advice: str
) -> None:
    page = html.document_fromstring(visitor.search(question).get_data(as_text=True))
    (way,) = page.xpath(f'//ul[@class="ways-out"]/li[contains(., "{advice}")]')
    stated = int(way.xpath('string(span[@class="number"])').strip("()").split()[0])
    address = way.xpath("a/@href")[0].replace("/search", "/api/v1/search", 1)
    assert stated == visitor.get(address).get_json()["total"] > 0


def test_a_question_that_is_too_long_says_how_much_of_it_was_read(visitor: Browser) -> None:
    page = html.document_fromstring(visitor.search("samarbejde " * 100).get_data(as_text=True))
    assert "longer than 1,000 characters" in page.text_content()


def test_excerpts_lead_to_their_passage_with_the_question(visitor: Browser) -> None:
    page = visitor.page("/search?q=cooperation&lang=en")
    ways = page.xpath('//p[@class="ways"]/a/@href')
    texts = [way for way in ways if way.startswith("/document/")]
    assert texts and all("?q=cooperation" in way for way in texts)
    for way in texts:
        address, _, anchor = way.partition("#")
        assert "/pdf" in address or visitor.page(address).xpath(f'//mark and //div[@id="{anchor}"]'), way


def test_pdf_excerpts_lead_to_their_page_of_the_pdf(visitor: Browser) -> None:
    ways = visitor.page("/search?q=cooperation&lang=en").xpath('//p[@class="ways"]/a/@href')
    viewers = [way for way in ways if "/pdf?" in way]
    assert viewers
    for way in viewers:
        (original,) = set(visitor.page(way).xpath('//a[contains(@href, "#page=")]/@href'))
        with visitor.get(original) as response:
            assert response.content_type == "application/pdf"


def test_years_are_chosen_from_one_to_another_and_the_rest_stays(visitor: Browser) -> None:
    page = visitor.page("/search?q=projekt&lang=da&sort=date&year_to=2014")
    (form,) = page.xpath('//form[contains(@class, "years")]')
    fields = {one.get("name"): one.get("value") for one in form.xpath(".//input")}
    assert fields == {"q": "projekt", "lang": "da", "sort": "date", "year_from": "", "year_to": "2014"}
    for address in ("year_from=2014&year_to=", "year_from=&year_to=2012", "year_from=&year_to="):
        assert visitor.get(f"/search?q=projekt&lang=da&{address}").status_code == 200


def test_links_that_read_alike_name_their_document_to_who_hears_them(visitor: Browser) -> None:
    page = visitor.page("/search?q=study+visit&per_page=50")
    for hit in page.xpath('//ol[@class="hits"]/li'):
        title = hit.xpath("string(.//h3)")
        for told in hit.xpath('.//p[@class="ways"]/a | .//details/summary'):
            assert told.text_content().endswith(f": {title}")


def test_a_printed_answer_names_the_address_of_each_document(visitor: Browser) -> None:
    page = visitor.page("/search?q=study+visit")
    named = page.xpath('//ol[@class="hits"]/li//p[@class="on-paper"]/text()')
    assert named == [f"http://127.0.0.1:8080/document/{id}" for id in hit_ids(page)]


def test_the_page_of_a_pdf_leads_back_and_is_cited_by_itself(visitor: Browser) -> None:
    ways = visitor.page("/search?q=cooperation&lang=en").xpath('//p[@class="ways"]/a/@href')
    viewer = next(way for way in ways if "/pdf?" in way and "page=" in way)
    page, number = visitor.page(viewer), viewer.rpartition("page=")[2]
    assert "/search?q=cooperation" in page.xpath('//p[@class="back"]/a/@href')
    address = viewer.partition("?")[0]
    assert page.xpath('string(//p[@class="citation"])').endswith(f"{address}?page={number}")


def test_quoted_words_and_titles_carry_their_language(visitor: Browser) -> None:
    page = visitor.page("/search?q=samarbejde&per_page=50")
    assert set(page.xpath('//div[@class="excerpt"]/p[1]/@lang')) == {"da", "en", "pl"}
    assert set(page.xpath("//article/h3/a/@lang")) == {"da", "pl"}
    assert len(page.xpath("//article/h3/a[not(@lang)]")) > 0, "English is the page's own language"
