"""What a question finds in the other languages of a library, and how that is undone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from web_visitor import Browser, browser

from indexer.build import build
from search_ui.search.answer import Response
from search_ui.search.library import Library
from tests.conftest import Asked, Shelf

DOCUMENTS = {
    "kommune": "Nyt fra kommunen\n\nKommunen har vedtaget en handlingsplan for havnen og skolerne i byen.",
    "gmina": "Wieści z gminy\n\nRada gminy przyjęła plan działania dla portu i szkół w mieście.",
    "municipality": "News\n\nThe municipality has adopted an action plan for the harbour and the schools.",
    "bakery": "Bageren\n\nBageren har åbent hver dag, og brødet er altid frisk, når døren går op.",
    "weather": "Weather\n\nThe plan for the picnic failed because it rained and there was no more action.",
}


@pytest.fixture(scope="module")
def shelf_of_three(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    shelf = Shelf(tmp_path_factory.mktemp("three")).put(**DOCUMENTS).build()
    yield shelf
    shelf.close()


@pytest.fixture
def visitor(shelf_of_three: Shelf) -> Iterator[Browser]:
    library = Library(shelf_of_three.settings.index)
    yield browser(shelf_of_three.settings, library)
    library.close()


def translations(response: Response) -> set[str]:
    """Return the translations that any hit owes its place to."""
    told = (reason.expansion for hit in response.hits for reason in hit.why)
    return {expansion.alternative for expansion in told if expansion}


ALL_THREE = {"kommune", "gmina", "municipality"}


@pytest.mark.parametrize(
    "question, first, also",
    [
        pytest.param("kommune", "kommune", ALL_THREE, id="from Danish"),
        pytest.param("gminy", "gmina", ALL_THREE, id="from Polish, inflected"),
        pytest.param("municipalities", "municipality", ALL_THREE, id="from English, inflected"),
        pytest.param("handlingsplaner", "kommune", ALL_THREE, id="a compound is two words elsewhere"),
        pytest.param("action plan", "municipality", ALL_THREE, id="two words are a compound elsewhere"),
        pytest.param("planu działania", "gmina", ALL_THREE, id="two inflected words"),
        pytest.param("kommunens handlingsplan", "kommune", ALL_THREE, id="two terms"),
    ],
)
def test_the_own_language_comes_first_and_the_others_follow(
    shelf_of_three: Shelf, question: str, first: str, also: set[str]
) -> None:
    found = shelf_of_three.found(question)
    assert found[0] == first
    assert also <= set(found) <= also | {"weather"}


@pytest.mark.parametrize("question", ['"kommunen"', "kommune*", "kommune OR havnen"], ids=lambda text: text)
def test_what_is_not_a_plain_word_is_not_translated(shelf_of_three: Shelf, question: str) -> None:
    response = shelf_of_three.asked.ask(question)
    assert response.expansions == ()
    assert shelf_of_three.found(question) == ["kommune"]


def test_every_translation_can_be_taken_off(shelf_of_three: Shelf) -> None:
    response = shelf_of_three.asked.ask("kommunens handlingsplan")
    expansions = response.expansions
    assert {one.alternative for one in expansions} == {
        "gmina",
        "municipality",
        "action plan",
        "plan działania",
    }
    for one in expansions:
        assert one.alternative in translations(response)
        left = shelf_of_three.asked.ask(
            "kommunens handlingsplan", without=frozenset({one.alternative.casefold()})
        )
        assert one.alternative not in translations(left)
        assert set(left.expansions) == {*expansions} - {one}


def test_all_translations_can_be_switched_off(shelf_of_three: Shelf) -> None:
    response = shelf_of_three.asked.ask("kommune", without=frozenset({"*"}))
    assert response.expansions == ()
    assert [hit.document.source.path.stem for hit in response.hits] == ["kommune"]


@pytest.mark.parametrize("question", ["kommunens handlingsplan", "havn kommune skole"])
def test_documents_in_the_question_s_language_keep_their_order(shelf: Shelf, question: str) -> None:
    many = {f"da{n}": f"Kommunen og havnen. {'Skolen i byen. ' * n} Handlingsplanen." for n in range(1, 6)}
    shelf.put(**DOCUMENTS, **many).build()
    with_others = [name for name in shelf.found(question, per_page=50) if name.startswith(("da", "kommune"))]
    alone = shelf.found(question, per_page=50, without=frozenset({"*"}))
    assert with_others == [name for name in alone if name.startswith(("da", "kommune"))]
    assert len(with_others) == 6


def test_a_foreign_document_with_all_words_keeps_none_out_that_hold_most(shelf: Shelf) -> None:
    shelf.put(
        most="Kommunen har lavet en plan for havnen og byen.",
        foreign="Gmina ma szkołę i port. Gmina lubi port i szkołę w mieście.",
    ).build()
    response = shelf.asked.ask("kommune havn skole")
    assert response.relaxed
    assert {hit.document.source.path.stem for hit in response.hits} == {"most", "foreign"}
    assert response.complete == 1


def test_why_names_the_word_and_what_it_is_called(visitor: Browser) -> None:
    told = json.loads(visitor.get("/api/v1/search?q=handlingsplan&lang=en").data)
    (hit,) = (hit for hit in told["hits"] if hit["path"] == "municipality.txt")
    (reason,) = hit["why"]
    assert reason["asked"] == "handlingsplan"
    assert (reason["how"], reason["through"], reason["source"]) == ("translation", "action plan", "glossary")
    page = unescape(visitor.get("/search?q=handlingsplan&lang=en").text)
    assert (
        "“handlingsplan” was translated as “action plan” (English, glossary) and found as “action”, “plan”."
        in page
    )


def test_json_leads_to_the_same_question_without_a_translation(visitor: Browser) -> None:
    told = json.loads(visitor.get("/api/v1/search?q=kommune").data)["query"]["expansions"]
    assert [(one["word"], one["text"], one["language"], one["source"]) for one in told] == [
        ("kommune", "municipality", "en", "glossary"),
        ("kommune", "gmina", "pl", "glossary"),
    ]
    left = json.loads(visitor.get(told[1]["q"]).data)
    assert [one["text"] for one in left["query"]["expansions"]] == ["municipality"]
    assert {hit["path"] for hit in left["hits"]} == {"kommune.txt", "municipality.txt"}
    assert parse_qs(urlsplit(left["links"]["self"]).query)["without"] == ["gmina"]


def test_the_page_says_what_else_was_searched_and_how_to_stop_that(visitor: Browser) -> None:
    page = visitor.get("/search?q=kommune").text
    assert "Also searched for" in page
    assert 'href="/search?q=kommune&amp;without=gmina"' in page
    assert 'href="/search?q=kommune&amp;without=%2A"' in page
    off = visitor.get("/search?q=kommune&without=*").text
    assert "Also searched for" not in off
    assert "Search in the other languages too" in off


def test_a_missing_glossary_is_told_and_stops_nothing(shelf: Shelf) -> None:
    settings = replace(shelf.settings, glossary=shelf.settings.corpus / "none.tsv")
    shelf.put(**DOCUMENTS)
    (notice,) = build(settings).notices
    assert notice.startswith("Without the glossary")
    library = Library(settings.index)
    visitor = browser(settings, library)
    assert notice in unescape(visitor.get("/status").text)
    assert json.loads(visitor.get("/api/v1/status").data)["lacking"] == [notice]
    library.close()
    assert shelf.found("kommune") == ["kommune"]


def test_a_bad_line_of_the_glossary_is_told_and_skipped(shelf: Shelf) -> None:
    glossary = shelf.settings.index.parent / "glossary.tsv"
    glossary.write_bytes(b"theme\ten\tda\tbroader\ngovernment\tmunicipality\tkommune\t\n\xff\tx\ty\t\n")
    (notice,) = build(replace(shelf.put(**DOCUMENTS).settings, glossary=glossary)).notices
    assert notice.startswith(f"{glossary}:3: ")
    assert shelf.found("kommune") == ["kommune", "municipality"]


def test_another_glossary_makes_another_generation_without_reading_a_file_again(shelf: Shelf) -> None:
    glossary = shelf.settings.index.parent / "glossary.tsv"
    settings = replace(shelf.put(**DOCUMENTS).settings, glossary=glossary)
    glossary.write_text("theme\ten\tda\tbroader\ngovernment\tmunicipality\tkommune\t\n", encoding="utf-8")
    assert build(settings).published
    assert not build(settings, only_if_changed=True).published
    glossary.write_text("theme\ten\tda\tbroader\ngovernment\tcouncil\tkommune\t\n", encoding="utf-8")
    again = build(settings, only_if_changed=True)
    assert (again.published, again.unchanged, again.new) == (True, len(DOCUMENTS), 0)
    assert Asked(settings).ask("kommune").expansions == ()


def test_a_dictionary_of_the_machine_says_what_the_glossary_does_not(shelf: Shelf, tmp_path: Path) -> None:
    shelf.put(bakery=DOCUMENTS["bakery"], weather=DOCUMENTS["weather"]).build()
    assert shelf.found("frokostkurv") == []
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "home-da-en.tsv").write_text("frokostkurv\tpicnic\n", encoding="utf-8")
    shelf.settings = replace(shelf.settings, dictionaries=(str(tmp_path / "own"), str(tmp_path / "none")))
    shelf.build()
    told = build(shelf.settings)
    assert shelf.found("frokostkurv") == ["weather"]
    (expansion,) = shelf.asked.ask("frokostkurv").expansions
    assert (expansion.alternative, expansion.source) == ("picnic", "home-da-en")
    assert [str(tmp_path / "none") in notice for notice in told.notices] == [True]


def test_the_words_of_a_term_lead_by_themselves_where_the_library_lacks_the_term(shelf: Shelf) -> None:
    shelf.put(
        article="Byens projekt er dyrt: budgettet er vokset, og havnen betaler ikke mere.",
        page="The project website, the project partners and the project news.",
    ).build()
    response = shelf.asked.ask("project budget")
    assert {(one.word, one.alternative) for one in response.expansions} >= {("project", "projekt")}
    assert shelf.found("project budget")[0] == "article"
