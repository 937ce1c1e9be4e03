"""What handbooks, reports and tables state of projects; every project, sum and date is made up."""

from __future__ import annotations

import pytest
from knowledge_example import stated

from indexer.knowledge.project_shares import Funding, told_again
from indexer.knowledge.projects import claims


def told(text: str, language: str = "en") -> set[tuple[str, str, str]]:
    """Return what a text states of its projects: of which, what, and the value."""
    return {
        (about.removeprefix("project:"), name, value)
        for about, name, value in stated(claims, text, language=language)
        if about.startswith("project:")
    }


def named(facts: set[tuple[str, str, str]], *names: str) -> set[str]:
    return {value for _, name, value in facts if name in names}


EXAMPLES = {
    "en": "# Guide\n\nWe follow one invented project, the project “Wet Sand”.",
    "da": "# Guide\n\nVi følger et opdigtet eksempel, projektet »Vådt Sand«.",
    "pl": "# Poradnik\n\nProwadzi nas jeden przykład: projekt „Mokry Piasek”.",
}


@pytest.mark.parametrize(
    ("language", "rest", "leader"),
    [
        ("en", "The lead partner is Lund.", "Lund"),
        ("da", "Leadpartneren er Køge.", "Køge"),
        ("pl", "Partnerem wiodącym jest Sztum.", "Sztum"),
    ],
)
def test_a_handbook_tells_of_the_project_that_is_its_example(language: str, rest: str, leader: str) -> None:
    other = "## More\n\nInterLoc, the project InterLoc, is real.\n\n## 4. Who\n\n"
    facts = told(f"{EXAMPLES[language]}\n\n{other}{rest}", language)
    assert named({fact for fact in facts if "Loc" not in fact[0]}, "lead-partner") == {leader}


def test_a_project_named_for_example_is_not_the_example_of_a_handbook() -> None:
    table = (
        "| Costs (EUR) | Lund | Total |\n|---|---|---|\n| Staff | 1,000 | 2,000 |\n| Total | 9,000 | 18,000 |"
    )
    text = f"# Guide\n\nLearn from others, for example the project “Wet Sand”.\n\n## Sums\n\n{table}"
    assert told(text) == set()


def test_the_sums_of_a_table_are_those_of_the_example() -> None:
    table = "| Partner | Budżet (EUR) | Stopa | Dofinansowanie (EUR) |\n|---|---|---|---|\n"
    table += "| A | 90 000 | 80% | 72 000 |"
    facts = told(f"{EXAMPLES['pl']}\n\n{table}\n| Razem | 180 000 | 77,5% | 139 500 |", "pl")
    assert named(facts, "total-budget", "eu-funding", "co-financing-rate") == {
        "180000 EUR",
        "139500 EUR",
        "77.5 %",
    }


@pytest.mark.parametrize(
    ("text", "language", "total", "part"),
    [
        pytest.param("EU's andel var 300.000 euro ud af 400.000 euro.", "da", "400000 EUR", "300000 EUR"),
        pytest.param("The EU paid EUR 300,000 out of EUR 400,000.", "en", "400000 EUR", "300000 EUR"),
        pytest.param("EU bar 3 mio. kr. af budgettet på 4 mio. kr.", "da", "4000000 DKK", "3000000 DKK"),
    ],
)
def test_the_whole_stands_behind_the_part(text: str, language: str, total: str, part: str) -> None:
    facts = told(f"# Projektet Vådt Sand\n\nVådt Sand er et projekt. {text}", language)
    assert (named(facts, "total-budget"), named(facts, "eu-funding")) == ({total}, {part})


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("EU's andel er betalt, og der var 100.000 euro tilbage.", "da"),
        ("The EU paid its part, and EUR 100,000 was left.", "en"),
        ("Divided evenly, the EU grant would be EUR 20,000 each.", "en"),
        ("Seminaria internetowe kosztowały łącznie 2 960 euro.", "pl"),
    ],
)
def test_what_is_left_or_calculated_is_no_figure_of_the_project(text: str, language: str) -> None:
    facts = told(f"# Projekt „Mokry Piasek”\n\n{text}", language)
    assert named(facts, "eu-funding", "total-budget") == set()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("the article calls it 76 per cent", {"76 %"}, id="rounded"),
        pytest.param("the article writes 76 per cent; the database 76.7.", {"76 %", "76.7 %"}, id="bare"),
        pytest.param("the database gives eur 403,770.40", {"403770.40 EUR"}, id="the exact amount"),
        pytest.param("76 per cent of the participants came again", set(), id="people"),
        pytest.param("travel is 12 per cent", set(), id="another share"),
    ],
)
def test_sources_tell_the_same_funding_again(sentence: str, expected: set[str]) -> None:
    funding = Funding({"527044 EUR"}, {"403770 EUR"})
    assert {value for _, value, _ in told_again(sentence, "en", funding)} == expected


@pytest.mark.parametrize(
    ("text", "language", "end"),
    [
        pytest.param("Projektet skulle lukke den 30. juni 2014.", "da", "2014-06-30", id="lukke"),
        pytest.param(
            "Zamknięcie projektu przewidziano na 30 czerwca 2014 roku.", "pl", "2014-06-30", id="zamknięcie"
        ),
        pytest.param(
            "Od września 2012 do sierpnia 2014 roku trzy gminy badały wodę.", "pl", "2014-08", id="gminy"
        ),
        pytest.param("From May 2012 to June 2014 three towns tested it.", "en", "2014-06", id="towns"),
        pytest.param(
            "Opisy odpowiadają stanowi ogólnie znanemu we wszystkich gminach w latach 2012–2014.",
            "pl",
            "",
            id="years of something else",
        ),
    ],
)
def test_a_project_ends(text: str, language: str, end: str) -> None:
    facts = told(f"# Projekt „Mokry Piasek”\n\n{text}", language)
    assert named(facts, "end") == ({end} if end else set())


def test_a_row_holds_the_dates_of_several_sources() -> None:
    rows = "| What | Sources |\n|---|---|\n| Start | 2011 |\n"
    rows += "| End | Up2You: 29 June 2014; the paper: by the end of 2013 |"
    facts = told(f"# The project Wet Sand\n\n{rows}")
    assert named(facts, "end") == {"2014-06-29", "2013"}


@pytest.mark.parametrize(
    ("text", "language", "partners"),
    [
        pytest.param(
            "Three municipalities, Faxe in Denmark, Lund in Sweden and Hel in Poland, tested video visits.",
            "en",
            {"Faxe", "Lund", "Hel"},
            id="as many as told",
        ),
        pytest.param(
            "Resten kom fra to medvirkende kommuner, Faxe og Køge.", "da", {"Faxe", "Køge"}, id="Danish"
        ),
        pytest.param("Three municipalities, Faxe and Lund, came.", "en", set(), id="fewer than told"),
        pytest.param(
            "Those taking an active part are Faxe and Lund.", "en", {"Faxe", "Lund"}, id="taking part"
        ),
        pytest.param(
            "Gmina Sztum, duńska Faxe Kommune i Lund kommun realizują projekt.",
            "pl",
            {"Gmina Sztum", "Faxe Kommune", "Lund kommun"},
            id="carry out",
        ),
        pytest.param(
            "| What | Sources |\n|---|---|\n| Partners | Seven municipalities |",
            "en",
            set(),
            id="a number",
        ),
    ],
)
def test_partners_are_listed(text: str, language: str, partners: set[str]) -> None:
    facts = told(f"# Projekt „Mokry Piasek”\n\n{text}", language)
    assert named(facts, "partner", "lead-partner") == partners


def test_a_table_gives_each_partner_its_role() -> None:
    rows = "| Role | Partner (invented) | What it brings |\n|---|---|---|\n"
    rows += "| Lead partner, LP | Faxe Kommune | money |\n| Project partner, PP2 | Gmina Hel | boats |"
    facts = told(f"# The project Wet Sand\n\n{rows}")
    assert {fact[1:] for fact in facts} >= {("lead-partner", "Faxe Kommune"), ("partner", "Gmina Hel")}
    assert named(facts, "partner") == {"Gmina Hel"}


def test_associated_partners_and_explained_words_are_no_partners() -> None:
    rows = "| Partner | Rola | Wnosi |\n|---|---|---|\n| Sztum (PL) | wiodący | lider |\n"
    rows += "| Koło „Krok” (PL) | partner stowarzyszony | rady |\n\n## Słownik\n\n"
    rows += "| Pojęcie | Znaczenie |\n|---|---|\n"
    facts = told(f"# Projekt „Mokry Piasek”\n\n{rows}| Lider | Ten, kto odpowiada |", "pl")
    assert "Koło „Krok”" not in named(facts, "partner", "lead-partner")
    assert "Ten, kto odpowiada" not in named(facts, "partner", "lead-partner")


@pytest.mark.parametrize(
    ("text", "about"),
    [
        pytest.param(
            "It is like the projects Wet Sand and Dry Docks. The project cost EUR 90,000.", set(), id="open"
        ),
        pytest.param(
            "The note is not about Wet Sand but about the project Dry Docks. The project cost EUR 90,000.",
            {"Dry Docks"},
            id="not about",
        ),
    ],
)
def test_a_sentence_goes_on_with_the_project_that_was_named(text: str, about: set[str]) -> None:
    facts = told(f"# The project Wet Sand\n\nThe project Dry Docks is another.\n\n{text}")
    assert {project for project, name, _ in facts if name == "total-budget"} == about


def test_an_entry_is_about_the_project_with_whose_name_it_begins() -> None:
    text = "# Our international projects\n\nWet Sand (South Baltic). Led by Lund. EUR 1.4 million in all."
    assert ("Wet Sand", "total-budget", "1400000 EUR") in told(text)


@pytest.mark.parametrize(
    ("text", "language", "leader"),
    [
        pytest.param(
            "We joined as a partner of the town of Faxe, which coordinates.", "en", {"Faxe"}, id="English"
        ),
        pytest.param("Med er Køge, som leder projektet.", "da", {"Køge"}, id="Danish"),
        pytest.param("We met in Faxe, which leads a working group.", "en", set(), id="something else"),
    ],
)
def test_who_leads_may_be_told_behind_a_comma(text: str, language: str, leader: set[str]) -> None:
    assert named(told(f"# The project “Wet Sand”\n\n{text}", language), "lead-partner") == leader


@pytest.mark.parametrize(
    ("language", "row"),
    [
        ("en", "| Activity | Responsible partner |\n|---|---|\n| Report | All partners |\n| Visit | Lund |"),
        ("da", "| Aktivitet | Ansvarlig partner |\n|---|---|\n| Rapport | Alle |\n| Besøg | Lund |"),
    ],
)
def test_all_partners_are_the_name_of_none(language: str, row: str) -> None:
    facts = told(f"{EXAMPLES[language]}\n\n{row}", language)
    assert named(facts, "partner") == {"Lund"}


def test_the_partners_of_a_municipality_are_not_those_of_the_project_named_next() -> None:
    text = "# Guide\n\nEksemplerne kommer fra Vig Kommune og dens partnere, Gmina Lipa og Rya kommun."
    assert named(told(f"{text} Projektet InterLoc er nævnt som kilde.", "da"), "partner") == set()


def test_who_came_to_a_meeting_of_the_partners_is_no_partner() -> None:
    text = (
        "# InterLoc\n\nThe project InterLoc met. All 7 partner municipalities were represented at the"
        " meeting, which was attended by JTS representatives and the consultant Cumuli."
    )
    assert named(told(text), "partner") == set()
