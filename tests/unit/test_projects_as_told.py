"""What is stated of projects in words of every day; every project, sum and date is made up."""

from __future__ import annotations

import pytest
from knowledge_example import stated

from indexer.knowledge.event_parts import guests_in
from indexer.knowledge.number_words import counted
from indexer.knowledge.partner_names import members, partner_called
from indexer.knowledge.projects import claims


def told(text: str, language: str = "en") -> set[tuple[str, str]]:
    """Return what a note states of the one project that it is about."""
    return {
        (name, value)
        for about, name, value in stated(claims, text, language=language)
        if about.startswith("project:")
    }


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("The project Dry Docks cost EUR 90,000.", "en", "Dry Docks", id="behind the noun"),
        pytest.param("Projektet Nye Moler startede i 2011.", "da", "Nye Moler", id="Danish"),
        pytest.param("Projektu Ciche Plaże nie ma.", "pl", "Ciche Plaże", id="Polish"),
        pytest.param("The Wet Sand project is over.", "en", "Wet Sand", id="before the noun"),
        pytest.param("Wet Sand was coordinated by Lund.", "en", "Wet Sand", id="coordinated"),
        pytest.param("Aftenfærgen, EU-projektet, der sluttede.", "da", "Aftenfærgen", id="in apposition"),
        pytest.param("The project Wet Sand in Lund ended.", "en", "Wet Sand", id="no place in a title"),
        pytest.param("The South Baltic project is over.", "en", "", id="a programme"),
        pytest.param("Our project manager Anna left.", "en", "", id="a job"),
    ],
)
def test_a_project_is_called_by_a_title(text: str, language: str, expected: str) -> None:
    found = [value for about, name, value in stated(claims, text, language=language) if name == "project"]
    assert found == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("Stevns in Denmark, the towns of Ustka and Hel", "en", ["Stevns", "Ustka", "Hel"]),
        pytest.param("gminy Ystad i gminy Pasłęk", "pl", ["gminy Ystad", "gminy Pasłęk"]),
        pytest.param("de to danske kommuner Køge og Faxe", "da", ["Køge", "Faxe"]),
        pytest.param("nobody that we know", "en", []),
    ],
)
def test_a_list_names_partners_with_what_they_are(text: str, language: str, expected: list[str]) -> None:
    assert [member.name.replace("  ", " ") for member in members(text, 0, language)] in (
        expected,
        [name.removeprefix("gminy ") for name in expected],
    )


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        pytest.param("gminą Tingsryd", "pl", "Tingsryd", id="a rank that is bent"),
        pytest.param("Sztumu", "pl", "Sztum", id="a name that is bent"),
        pytest.param("Lunds kommun", "sv", "Lunds kommun", id="as it is called at home"),
        pytest.param("Gribskov Kommune (DK)", "da", "Gribskov Kommune", id="without its country"),
    ],
)
def test_a_partner_is_called_as_at_home(name: str, language: str, expected: str) -> None:
    assert partner_called(name, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param(
            "The ERDF refunded 75 per cent of what was spent.",
            "en",
            {("co-financing-rate", "75 %"), ("programme", "European Regional Development Fund")},
            id="a refund",
        ),
        pytest.param("It cost nothing.", "en", set(), id="no amount"),
        pytest.param("A trainer gets 900 euro a day from the EU.", "en", set(), id="a fee"),
        pytest.param("It ended early, on 3 May 2012.", "en", {("end", "2012-05-03"), ("status", "closed")}),
        pytest.param("It ran from 2011 until June 2014.", "en", {("start", "2011"), ("end", "2014-06")}),
        pytest.param("Karlskrona leads the project.", "en", {("lead-partner", "Karlskrona")}, id="a verb"),
        pytest.param(
            "Lund, which has been lead partner, paid.", "en", {("lead-partner", "Lund")}, id="a clause"
        ),
        pytest.param("Hel and Ustka are partners.", "en", {("partner", "Hel"), ("partner", "Ustka")}),
        pytest.param("We visited Hel and Ustka.", "en", set(), id="places that were visited"),
        pytest.param("Another town has a total budget of EUR 9,000.", "en", set(), id="somebody's budget"),
    ],
)
def test_a_sentence_about_a_project_states(text: str, language: str, expected: set[tuple[str, str]]) -> None:
    assert told(f"# The project Dry Docks\n\n{text}\n", language) == expected


def test_the_sums_of_a_table_are_in_the_currency_said_above_it() -> None:
    table = "| Partner | Budget | EU share |\n|---|---|---|\n| Lund (lead partner) | 50,000 | 40,000 |\n"
    text = (
        f"# Budget of the project Dry Docks\n\nAll amounts in euro.\n\n{table}| Total | 90,000 | 70,000 |\n"
    )
    assert told(text) >= {
        ("total-budget", "90000 EUR"),
        ("eu-funding", "70000 EUR"),
        ("lead-partner", "Lund"),
    }


def test_a_form_is_called_as_its_title_and_all_its_labels_count() -> None:
    form = (
        "# Application\n\n1. Title: Wet Feet\n\n2. Lead applicant: Gmina Hel. Partner: Lund\n\n"
        "3. Period of implementation: 2011–2012\n\n4. Persons taking part in the project: 90\n"
    )
    assert told(form) == {
        ("lead-partner", "Gmina Hel"),
        ("partner", "Lund"),
        ("start", "2011"),
        ("end", "2012"),
        ("participants", "90"),
    }


@pytest.mark.parametrize(
    ("words", "count"),
    [("forty-two", "42"), ("femogtyve", "25"), ("trzydzieści pięć", "35"), ("1 200", "1200"), ("many", "")],
)
def test_people_are_counted_in_words(words: str, count: str) -> None:
    assert counted(words) == count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("Eighty guests are expected.", "80", id="in words"),
        pytest.param("Weźmie w nich udział około 60 osób.", "60", id="to come"),
        pytest.param("I mødet deltog 38 havnefolk.", "38", id="whatever they are"),
        pytest.param("Turnout was 62 per cent.", "", id="a share"),
    ],
)
def test_guests_are_those_who_came_or_will(text: str, count: str) -> None:
    found = guests_in(text)
    assert (found.count if found else "") == count
