"""The pages about what the library knows: cards, lists, places, lessons, events, and ways between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

import pytest
from web_visitor import Browser, browser

LARGEST = 60_000
"""Bytes of any page."""

TITLES = {
    "/projects": {"en": "Projects", "da": "Projekter", "pl": "Projekty"},
    "/project/InterLoc": dict.fromkeys(("en", "da", "pl"), "InterLoc"),
    "/places": {"en": "Places", "da": "Steder", "pl": "Miejsca"},
    "/place/Kwidzyn": dict.fromkeys(("en", "da", "pl"), "Kwidzyn"),
    "/lessons": {
        "en": "What others have learnt",
        "da": "Det har andre lært",
        "pl": "Czego nauczyli się inni",
    },
    "/events": {"en": "Events", "da": "Arrangementer", "pl": "Wydarzenia"},
}

EVIL = "<img src=x onerror=alert(1)>"

HOSTILE = f"""The project InterLoc

The project InterLoc {EVIL} had a total budget of 527,044 euros and ended on 30 June 2014.

On 6 May 2014 the partners {EVIL} met for a workshop in Kwidzyn with 18 participants.

The biggest obstacle was that there was too little time {EVIL} for everything.
"""

LIST = "Project acronym;Project name;Programme;Period;Total budget (EUR);Lead partner;Partners"


@pytest.fixture(scope="module")
def visitor(shipped: Any) -> Browser:
    return browser(shipped.settings, shipped.library)


@pytest.fixture
def stranger(shipped: Any) -> Browser:
    """A visitor who keeps nothing from earlier visits."""
    return browser(shipped.settings, shipped.library)


@pytest.fixture
def hostile(shelf: Any) -> Browser:
    shelf.put(evil=HOSTILE).build()
    return browser(shelf.settings, shelf.asked.library)


def count_of(text: str) -> int:
    found = re.search(r"\d+", text)
    assert found, text
    return int(found[0])


def facet_links(page: Any, name: str) -> Iterator[tuple[str, str, int]]:
    """Yield the text, the address and the number of each value of a facet."""
    for link in page.xpath(f'//ul[@aria-labelledby="facet-{name}"]//a'):
        text, number = link.xpath("span/text()")[:2]
        yield text, link.get("href"), int(number)


# in every language, at a sound size


@pytest.mark.parametrize("code", ["en", "da", "pl"])
@pytest.mark.parametrize("address", TITLES)
def test_a_page_speaks_the_language_of_its_reader(stranger: Browser, address: str, code: str) -> None:
    response = stranger.get(f"{address}?ui={code}")
    page = stranger.page(f"{address}?ui={code}")
    assert response.status_code == 200 and len(response.data) < LARGEST
    assert (page.get("lang"), page.xpath("string(//h1)")) == (code, TITLES[address][code])


@pytest.mark.parametrize("code", ["en", "da", "pl"])
@pytest.mark.parametrize("address", ["/project/Interlok", "/place/Kwidzin", "/partner/Nobody at all"])
def test_an_unknown_name_is_not_found_and_shows_ways_out(stranger: Browser, address: str, code: str) -> None:
    response = stranger.get(f"{address}?ui={code}")
    page = stranger.page(f"{address}?ui={code}")
    assert response.status_code == 404
    assert page.get("lang") == code and address.rsplit("/", 1)[1] in page.xpath("string(//h1)")
    for way in page.xpath("//main//a/@href"):
        assert stranger.get(way).status_code == 200, way


def test_a_name_that_is_nearly_right_leads_to_the_right_one(visitor: Browser) -> None:
    page = visitor.page("/project/Interlok")
    assert "/project/InterLoc" in page.xpath("//main//a/@href")


@pytest.mark.parametrize("kind", ["project", "place", "partner"])
def test_an_unknown_name_stays_text(visitor: Browser, kind: str) -> None:
    page = visitor.page(f"/{kind}/%3Cimg%20src=x%3E")
    assert "<img src=x>" in page.xpath("string(//h1)") and not page.xpath("//img")


def test_what_documents_state_stays_text(hostile: Browser) -> None:
    id = hostile.get("/api/v1/search").get_json()["hits"][0]["id"]
    said = ""
    for address in (
        "/project/InterLoc",
        "/projects",
        "/place/Kwidzyn",
        "/lessons",
        "/events",
        f"/document/{id}",
    ):
        page = hostile.page(address)
        assert not page.xpath("//img | //@onerror"), address
        said += page.xpath("string(//main)")
    assert said.count(EVIL) > 4


# the card of a project


@pytest.mark.parametrize("spelling", ["interloc", "INTER-LOC", "InterLoc"])
def test_a_project_is_found_in_every_spelling(visitor: Browser, spelling: str) -> None:
    assert visitor.page(f"/project/{spelling}").xpath("string(//h1)") == "InterLoc"


def test_the_card_sets_what_documents_state_side_by_side(visitor: Browser) -> None:
    page = visitor.page("/project/InterLoc")
    ends = page.xpath('//section[@aria-labelledby="fact-end"]//p[@class="value"]/text()[1]')
    assert {"29 June 2014", "30 June 2014", "2013"} <= {text.strip() for text in ends}
    funding = page.xpath('string(//section[@aria-labelledby="fact-eu-funding"])')
    assert "403,770\N{NO-BREAK SPACE}EUR" in funding and "403,770.40\N{NO-BREAK SPACE}EUR" in funding


def test_what_documents_do_not_agree_about_is_said_in_words(visitor: Browser) -> None:
    page = visitor.page("/project/InterLoc")
    named = set(page.xpath('//div[@role="note"]//a/@href'))
    flagged = page.xpath('//section[.//p[@class="conflict"]]/h2/@id')
    assert "#fact-end" in named and named == {f"#{id}" for id in flagged}
    assert not {"#fact-start", "#fact-programme", "#fact-total-budget"} & named
    assert "do not agree" in page.xpath('string(//section[h2/@id="fact-end"]//p[@class="conflict"])')


def test_every_quotation_stands_in_the_passage_that_it_names(visitor: Browser, shipped: Any) -> None:
    quotes = visitor.page("/project/InterLoc").xpath('//div[@class="quote"]')
    assert len(quotes) > 20
    for quote in quotes:
        (address,) = quote.xpath('p[@class="from"]/a/@href')
        id, number = re.findall(r"/document/(\w+).*#passage-(\d+)", address)[0]
        passages = shipped.library.ask(lambda service, id=id: service.catalogue.passages(id))
        said = quote.xpath("string(blockquote)").strip("… \n")
        assert said in passages[int(number) - 1].text, address


def test_every_value_of_the_card_is_in_the_json_with_its_sources(visitor: Browser) -> None:
    told = visitor.get("/api/v1/project/interloc").get_json()
    page = visitor.page("/project/interloc")
    assert page.xpath("//div[@class='card']/section/h2/@id") == [
        f"fact-{fact['name']}" for fact in told["facts"]
    ]
    for fact in told["facts"]:
        for value in fact["values"]:
            assert value["documents"] == len({one["document"] for one in value["sources"]})
            assert all(one["text"] or one["passage"] == 0 for one in value["sources"])
    (end,) = (fact for fact in told["facts"] if fact["name"] == "end")
    assert end["disagree"] and len(end["values"]) > 2


def test_a_program_that_asks_for_an_unknown_name_is_told_so(visitor: Browser) -> None:
    response = visitor.get("/api/v1/project/nobody")
    assert (response.status_code, response.get_json()["code"]) == (404, "not-known")


def test_a_long_list_of_projects_is_cut_into_pages(shelf: Any) -> None:
    partners = ", ".join(f"Gmina Numer{number}" for number in range(25))
    rows = [
        f"PROJ{number};Name {number};South Baltic;2007-2013;{number}000;Gmina Pierwsza;{partners}"
        for number in range(1, 111)
    ]
    (shelf.settings.corpus / "list.csv").write_text("\n".join([LIST, *rows]), encoding="utf-8")
    shelf.build()
    visitor = browser(shelf.settings, shelf.asked.library)
    seen = []
    for address in ("/projects", "/projects?page=2"):
        response = visitor.get(address)
        assert len(response.data) < LARGEST
        seen += visitor.page(address).xpath("//tbody//th/a/text()")
    assert sorted(seen) == sorted(f"PROJ{number}" for number in range(1, 111))
    assert visitor.page("/projects").xpath('//nav[@class="pages"]/a[@rel="next"]/@href') == [
        "/projects?page=2"
    ]
    for address in ("/project/PROJ7", "/projects?page=9", "/"):
        assert len(visitor.get(address).data) < LARGEST


def test_a_crowded_library_keeps_its_pages_small(shelf: Any) -> None:
    filling = "which people in the municipality remember well, for many reasons " * 3
    for number in range(1, 91):
        day = f"{number % 28 + 1} {('May', 'June', 'March')[number % 3]} {2000 + number % 20}"
        text = (
            f"A long report with number {number} about what the project InterLoc did\n\n"
            f"The project InterLoc, {filling}, had a budget of EUR {number}00,000 and ended on {day}.\n\n"
            f"On {day} {number + 10} people met for a workshop in Kwidzyn.\n\n"
            f"The biggest obstacle was the number {number}, {filling}.\n\n"
        )
        shelf.put(**{f"report-{number}": text})
    shelf.build()
    visitor = browser(shelf.settings, shelf.asked.library)
    card = visitor.page("/project/InterLoc")
    assert card.xpath('//div[@class="quote"]') and "not shown here" in card.xpath("string(//main)")
    for address in (*TITLES, "/events?page=2", "/search?q=report", "/status"):
        assert 0 < len(visitor.get(address).data) < LARGEST, address


# facets and filters


@pytest.mark.parametrize("name", ["project", "programme", "place", "lesson"])
def test_the_number_beside_a_value_is_that_of_its_documents(visitor: Browser, name: str) -> None:
    links = list(facet_links(visitor.page("/search?q=samarbejde"), name))
    assert links
    for text, address, number in links[:4]:
        found = visitor.page(address)
        assert count_of(found.xpath('string(//p[@class="count"]/strong)')) == number, text
        (chip,) = found.xpath('//a[@class="chip on"]')
        assert text in chip.xpath("string(span[2])")
        assert chip.get("href") == "/search?q=samarbejde"


@pytest.mark.parametrize(
    ("typed", "chip"),
    [
        pytest.param("place:kwidzyn", "Place: Kwidzyn", id="another case"),
        pytest.param("place:soroe", "Place: Sorø", id="a foreign keyboard"),
        pytest.param("place:Memel", "Place: Klaipėda", id="another language"),
        pytest.param('programme:"south baltic"', "Programme: South Baltic", id="several words"),
        pytest.param("lesson:obstacle", "Lesson: Obstacles", id="a kind of lesson"),
        pytest.param("place:atlantis", "Place: atlantis", id="nothing that is known"),
        pytest.param("budget:100000..", "Budget from 100,000", id="an amount"),
    ],
)
def test_a_filter_that_was_typed_comes_off_like_any_other(visitor: Browser, typed: str, chip: str) -> None:
    page = visitor.search(f"projekt {typed}")
    found = visitor.page(f"/search?q=projekt {typed}")
    assert page.status_code == 200
    (link,) = found.xpath('//a[@class="chip on"]')
    assert link.xpath("string(span[2])") == chip
    assert unquote(link.get("href")) == "/search?q=projekt"


def test_a_filter_of_the_address_is_kept_by_the_form_and_the_pages(visitor: Browser) -> None:
    page = visitor.page("/search?q=projekt&project=InterLoc&per_page=2")
    assert page.xpath('//input[@type="hidden"][@name="project"]/@value')[0] == "InterLoc"
    assert "project=InterLoc" in page.xpath('//a[@rel="next"]/@href')[0]


def test_an_obstacle_is_found_in_the_languages_that_nobody_asked_in(visitor: Browser) -> None:
    hits = visitor.get("/api/v1/search?q=samarbejde&lesson=obstacle&per_page=50").get_json()["hits"]
    assert {"en", "pl"} <= {hit["language"] for hit in hits}


# places, lessons, events


@pytest.mark.parametrize(
    ("typed", "name"),
    [("soroe", "Sorø"), ("Memel", "Klaipėda"), ("SLAGELSE", "Slagelse"), ("gdansk", "Gdańsk")],
)
def test_a_place_is_found_by_any_of_its_names(visitor: Browser, typed: str, name: str) -> None:
    assert visitor.page(f"/place/{typed}").xpath("string(//h1)") == name


def test_a_place_lists_as_many_documents_as_its_search_finds(visitor: Browser) -> None:
    page = visitor.page("/place/Kwidzyn")
    (search,) = page.xpath('//ul[@class="ways-on"]//a/@href')
    number = count_of(visitor.page(search).xpath('string(//p[@class="count"]/strong)'))
    assert len(page.xpath('//ul[contains(@class, "mentions")]/li')) == number


def test_every_place_has_a_page_of_its_own(visitor: Browser) -> None:
    addresses = visitor.page("/places").xpath('//ul[@class="terms"]//a/@href')
    assert len(addresses) > 15
    assert {visitor.get(address).status_code for address in addresses} == {200}


def test_the_numbers_beside_the_kinds_of_lessons_are_exact(visitor: Browser) -> None:
    page = visitor.page("/lessons?lang=da")
    total = 0
    for _, address, number in facet_links(page, "lesson-value"):
        found = visitor.page(address)
        assert count_of(found.xpath('string(//p[@class="count"]/strong)')) == number
        total += number
    assert total == count_of(page.xpath('string(//p[@class="count"]/strong)')) > 20


def test_the_pages_of_the_lessons_hold_each_once(visitor: Browser) -> None:
    seen: list[str] = []
    following = ["/lessons?kind=obstacle"]
    total = count_of(visitor.page(following[0]).xpath('string(//p[@class="count"]/strong)'))
    while following:
        page = visitor.page(following[0])
        seen += page.xpath('//ul[@class="lessons"]/li//p[@class="from"]/a/@href')
        following = page.xpath('//a[@rel="next"]/@href')
    assert len(seen) == total > 50


def test_the_timeline_draws_what_the_table_lists(visitor: Browser) -> None:
    page = visitor.page("/events")
    labels = page.xpath('//svg[@role="img"]/@aria-label')
    drawn = sum(int(re.findall(r": (\d+) event", label)[0]) for label in labels)
    rows = sum(
        len(visitor.page(one).xpath("//tbody/tr")) for one in ("/events", "/events?page=2", "/events?page=3")
    )
    assert drawn == rows == count_of(page.xpath('string(//p[@class="count"]/strong)')) > 40
    assert all(row.xpath('.//ul[@class="sources"]//a') for row in page.xpath("//tbody/tr"))


def test_an_event_that_several_documents_tell_of_is_one_row(visitor: Browser) -> None:
    rows = visitor.page("/place/Kwidzyn").xpath("//tbody/tr")
    final = [row for row in rows if "6–7 May 2014" in row.xpath("string(td[1])")]
    assert len(final) == 1
    assert final[0].xpath("string(td[3])") == "18" and len(final[0].xpath(".//li")) > 3


# references, and the ways here


def test_a_reference_leads_to_the_document_that_is_cited_and_back(visitor: Browser) -> None:
    (source,) = visitor.get("/api/v1/search?q=InterLoc kind:project lang:en").get_json()["hits"]
    page = visitor.page(source["url"])
    cited = page.xpath('//section[@aria-labelledby="refers-to"]//li[not(.//span[@class="told"])]/a[1]/@href')
    assert cited
    back = visitor.page(cited[0]).xpath('//section[@aria-labelledby="cited-by"]//li/a[1]/@href')
    assert source["url"] in back


def test_what_is_referred_to_and_missing_is_said_on_both_pages(visitor: Browser) -> None:
    status = visitor.page("/status")
    rows = status.xpath('//section[@aria-labelledby="missing"]//tbody/tr')
    assert rows
    for row in rows:
        (source, *_) = row.xpath("td[2]/a/@href")
        assert "not in the library" in visitor.page(source).xpath(
            'string(//section[@aria-labelledby="refers-to"])'
        )
    told = visitor.get("/api/v1/status").get_json()["missing"]
    assert [one["name"] for one in told] == [row.xpath("string(td[1])") for row in rows]


def test_a_document_says_what_it_states_and_where(visitor: Browser) -> None:
    (hit,) = visitor.get("/api/v1/search?q=InterLoc kind:project lang:en").get_json()["hits"]
    stated = visitor.page(hit["url"]).xpath('//details[contains(@class, "stated")]')[0]
    assert "/project/InterLoc" in stated.xpath(".//a/@href")
    assert "527,044\N{NO-BREAK SPACE}EUR" in stated.xpath("string()")
    told = visitor.get(f"/api/v1/document/{hit['id']}").get_json()
    texts = {passage["number"]: passage["text"] for passage in told["passages"]}
    budgets = [one for one in told["states"] if one["name"] == "total-budget"]
    assert budgets and all("527,044" in texts[one["passage"]][one["start"] : one["end"]] for one in budgets)


def test_the_front_page_leads_to_what_there_is(visitor: Browser) -> None:
    entries = visitor.page("/").xpath('//ul[@class="entries"]/li')
    assert [entry.xpath("string(a/@href)") for entry in entries] == [
        "/projects",
        "/places",
        "/lessons",
        "/events",
    ]
    for entry in entries:
        assert int(entry.xpath('string(span[@class="number"])')) > 0


def test_a_library_that_knows_nothing_says_so_and_leads_nowhere(shelf: Any) -> None:
    shelf.put(one="A text about zebras.").build()
    visitor = browser(shelf.settings, shelf.asked.library)
    assert not visitor.page("/").xpath('//ul[@class="entries"]')
    for address in ("/projects", "/places", "/lessons", "/events"):
        assert visitor.get(address).status_code == 200
        assert visitor.page(address).xpath("//main//p")
    assert not visitor.page("/search?q=zebras").xpath('//details[@class="known"]')
