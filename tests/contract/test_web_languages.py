"""Every page speaks the visitor's language, and the language of a page never changes what is found."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from lxml import html
from web_visitor import Browser, browser, hit_ids

from indexer.errors import EngineUnreachable
from indexer.settings import Settings
from search_ui.search.library import Library
from search_ui.web.app import create_app
from search_ui.web.interface import INTERFACES

PAGES = (
    *("/", "/search?q=samarbejde", "/search?q=xqzyv", "/status", "/accessibility", "/theme/energy"),
    *("/nowhere", "/search?q=x&page=0", "/document/000000000000"),
)

TITLES = {
    "en": ("There is no such page", "Accessibility statement", "About the library"),
    "da": ("Siden findes ikke", "Tilgængelighedserklæring", "Om samlingen"),
    "pl": ("Nie ma takiej strony", "Deklaracja dostępności", "O zbiorze"),
}


@pytest.fixture(scope="module")
def visitor(shipped: Any) -> Browser:
    return browser(shipped.settings, shipped.library)


def language_of(response: Any) -> str:
    return str(html.document_fromstring(response.get_data(as_text=True)).get("lang"))


@pytest.mark.parametrize("code", INTERFACES)
@pytest.mark.parametrize("address", PAGES)
def test_every_page_says_its_language_and_on_what_it_depends(
    visitor: Browser, address: str, code: str
) -> None:
    response = visitor.get(address, headers={"Accept-Language": code})
    assert language_of(response) == response.headers["Content-Language"] == code
    assert {"Accept-Language", "Cookie"} <= set(response.headers["Vary"].split(", "))


@pytest.mark.parametrize("code", INTERFACES)
def test_titles_are_told_in_the_language_of_the_page(visitor: Browser, code: str) -> None:
    found = tuple(
        visitor.get(address, headers={"Accept-Language": code}).get_data(as_text=True)
        for address in ("/nowhere", "/accessibility", "/status")
    )
    told = [html.document_fromstring(text).xpath("string(//h1)") for text in found]
    assert told == list(TITLES[code])


@pytest.mark.parametrize(
    ("accepted", "code"),
    [
        pytest.param("", "en", id="nothing"),
        pytest.param("da", "da", id="a language"),
        pytest.param("pl-PL,pl;q=0.9,en;q=0.5", "pl", id="a country"),
        pytest.param("fr,da;q=0.5,en;q=0.8", "en", id="the best of what there is"),
        pytest.param("fr-FR", "en", id="none that there is"),
        pytest.param("*", "en", id="any"),
        pytest.param("da;q=zero, \xff", "en", id="nonsense"),
    ],
)
def test_the_browser_chooses_the_language(visitor: Browser, accepted: str, code: str) -> None:
    assert language_of(visitor.get("/", headers={"Accept-Language": accepted})) == code


def test_a_link_chooses_the_language_for_the_visits_to_come(shipped: Any) -> None:
    visitor = browser(shipped.settings, shipped.library)
    page = visitor.page("/search?q=samarbejde&lang=da&sort=date")
    (switch,) = page.xpath('//nav[@class="languages"]//a[@lang="pl"]/@href')
    assert switch == "?q=samarbejde&lang=da&sort=date&ui=pl"
    chosen = visitor.get(f"/search{switch}")
    (cookie,) = chosen.headers.getlist("Set-Cookie")
    assert cookie.startswith("ui=pl; ") and "HttpOnly" in cookie and "SameSite=Lax" in cookie
    assert language_of(chosen) == "pl"
    after = visitor.get("/", headers={"Accept-Language": "da"})
    assert (language_of(after), "Set-Cookie" in after.headers) == ("pl", False)
    assert language_of(visitor.get("/?ui=da")) == "da"


@pytest.mark.parametrize("code", ["xx", "", "../../da", "da%00", "\xe6", "en&ui=xx" * 300])
def test_an_unknown_language_changes_nothing(visitor: Browser, code: str) -> None:
    response = visitor.get(f"/status?ui={code}", headers={"Accept-Language": "pl"})
    assert response.status_code == 200
    if not code.startswith("en"):
        assert (language_of(response), "Set-Cookie" in response.headers) == ("pl", False)


def test_the_choice_survives_a_problem(visitor: Browser) -> None:
    assert language_of(visitor.get("/search?q=x&page=0&ui=da")) == "da"


@pytest.mark.parametrize("question", ["samarbejde", "study visit", "wspolpraca", "lang:da projekt", ""])
def test_the_language_of_the_page_never_limits_what_is_found(shipped: Any, question: str) -> None:
    found = {
        code: hit_ids(
            html.document_fromstring(
                browser(shipped.settings, shipped.library)
                .client.get("/search", query_string={"q": question, "ui": code})
                .get_data(as_text=True)
            )
        )
        for code in INTERFACES
    }
    assert found["en"] and all(ids == found["en"] for ids in found.values())


def test_links_do_not_carry_the_language_along(visitor: Browser) -> None:
    page = visitor.page("/search?q=samarbejde&ui=da")
    others = page.xpath('//a[not(ancestor::nav[@class="languages"])]/@href')
    assert others and not [address for address in others if "ui=" in address]


def test_what_stands_in_other_languages_says_so(visitor: Browser) -> None:
    page = html.document_fromstring(
        visitor.get("/search?q=samarbejde&per_page=50&ui=pl").get_data(as_text=True)
    )
    assert set(page.xpath('//div[@class="excerpt"]/p[1]/@lang')) == {"da", "en", "pl"}
    assert "en" in page.xpath("//article/h3/a/@lang") and "pl" not in page.xpath("//article/h3/a/@lang")


def test_programs_are_answered_alike_in_every_language(visitor: Browser) -> None:
    for address in ("/api/v1/search?q=samarbejde", "/api/v1/search?page=0", "/api/v1/suggest?q=sam"):
        told = [visitor.get(address, headers={"Accept-Language": code}).json for code in INTERFACES]
        for one in told:
            one.pop("took_ms", None)  # type: ignore[union-attr]  # JSON is there
        assert all(one == told[0] for one in told)
        assert "ui" not in visitor.get(address).headers.get("Vary", "")


def test_a_file_that_was_not_read_is_told_of_in_the_language_of_the_page(shelf: Any) -> None:
    shelf.put(one="A text about zebras.")
    (shelf.settings.corpus / "broken.pdf").write_bytes(b"%PDF-1.7 and nothing more")
    (shelf.settings.corpus / "empty.txt").write_bytes(b"")
    visitor = browser(shelf.build().settings, shelf.asked.library)
    page = html.document_fromstring(visitor.get("/status?ui=pl").get_data(as_text=True))
    told = dict(zip(*[iter(page.xpath('//td[@class="path"]/..//td/text()'))] * 2, strict=True))
    assert told["empty.txt"] == "Plik jest pusty."
    assert told["broken.pdf"].startswith("Plik PDF jest uszkodzony")
    assert page.xpath("//h3[starts-with(@id, 'failures-')]/text()[1]") == ["Bez tekstu ", "Uszkodzone "]


class Unreachable(Library):
    """A library whose engine has gone."""

    def ask(self, question: object) -> Any:  # noqa: ARG002 - nothing is asked
        raise EngineUnreachable("http://10.0.0.7:9200 refused")


@pytest.mark.parametrize(
    ("address", "library", "title"),
    [
        pytest.param("/document/x", None, "Dokumentet findes ikke", id="an unknown document"),
        pytest.param("/search?q=x&page=no", None, "En del af adressen er forkert", id="a bad page number"),
        pytest.param("/search?q=x", Library, "Samlingen er endnu tom", id="no index"),
        pytest.param("/search?q=x", Unreachable, "Der er ingen forbindelse til søgemaskinen", id="no engine"),
        pytest.param("/nowhere", None, "Siden findes ikke", id="no such page"),
    ],
)
def test_every_problem_has_a_page_of_its_own(
    shipped: Any, tmp_path: Path, address: str, library: type[Library] | None, title: str
) -> None:
    held = library(tmp_path) if library else shipped.library
    client = create_app(Settings(contact="hjaelp@example.org"), held).test_client()
    response = client.get(address, headers={"Accept-Language": "da"})
    page = html.document_fromstring(response.get_data(as_text=True))
    assert page.xpath("string(//h1)") == title
    assert page.xpath("//main//p[1]/text()")[0].strip()
    assert page.xpath('//a[@href="mailto:hjaelp@example.org"]')
    assert "10.0.0.7" not in response.get_data(as_text=True) and str(tmp_path) not in response.text


def test_a_bad_page_number_is_explained_in_polish(visitor: Browser) -> None:
    page = html.document_fromstring(visitor.get("/search?q=x&page=0&ui=pl").get_data(as_text=True))
    assert "Parametr page to liczba całkowita od 1 do 1000000, a nie „0”." in page.text_content()


@pytest.mark.parametrize("code", INTERFACES)
def test_a_theme_lists_terms_that_find_something(visitor: Browser, code: str) -> None:
    home = html.document_fromstring(visitor.get("/", headers={"Accept-Language": code}).text)
    themes = home.xpath('//ul[@class="themes"]//a/@href')
    assert len(themes) > 10
    page = html.document_fromstring(visitor.get("/theme/energy", headers={"Accept-Language": code}).text)
    terms = page.xpath('//ul[@class="terms"]//a/@href')
    assert terms
    for address in terms:
        assert visitor.get(address.replace("/search", "/api/v1/search")).get_json()["total"], address


def test_an_unknown_theme_is_not_there(visitor: Browser) -> None:
    assert visitor.get("/theme/nothing").status_code == 404
    assert visitor.get("/theme/everyday").status_code == 404, "ordinary words are no theme to browse"


def test_without_a_glossary_the_front_page_names_no_themes(shipped: Any, tmp_path: Path) -> None:
    settings = Settings(glossary=tmp_path / "none.tsv")
    page = html.document_fromstring(create_app(settings, shipped.library).test_client().get("/").text)
    assert not page.xpath('//ul[@class="themes"]') and page.xpath('//*[@id="newest"]')


def test_suggestions_go_on_with_what_is_typed(visitor: Browser) -> None:
    told = visitor.get("/api/v1/suggest?q=Inter").get_json()
    assert told["q"] == "Inter" and told["suggestions"]
    assert all(text.casefold().startswith("inter") for text in told["suggestions"])
