"""What documents state about projects; every project here is invented for the example."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from indexer.describe import describe
from indexer.extract import extract
from indexer.knowledge.claims import Claim
from indexer.knowledge.project_names import names
from indexer.knowledge.rules import LEFT_OUT, understood
from indexer.model import Document, Passage, SourceFile

CORPUS = Path(__file__).parents[2] / "corpus" / "documents"

PAGE = """Project finder

Towns without borders (BredeVande)
Start date: Mar 1, 2012, End date: Feb 28, 2015 PROJECT FINISHED

In the project, towns learned from each other for three years and wrote down what they had learned.

• 68.4% 312 905,15
• 2007 - 2013 South Baltic (PL-SE-DK)
• Results and downloads
"""

ARTICLE = """Et netværk af byer ved vandet

Kommunen er med i projekt BredeVande, som handler om søer. Det er et opdigtet eksempel.

Om BredeVande:

Projektets samlede budget er 610.250 Euro. EU betaler 463.790 EURO af det, svarende til 76 pct.
Projektet løber til og med 2013.

Byen vil gerne være med i flere projekter til 0,5 - 1 mio. Euro hver.

Byens internationale projekter:

1. BredeVande - søer og åer i byen
2. LysVej - udvikling af landdistrikter
3. VARMHUS - energirenovering for 40 mio. DKK
"""

NOTICE = """Nowy Brzeg

Uczestnicy projektu „Współpraca miast regionu: efektywna, otwarta na partnerstwa i nowoczesna zawsze” dostali
dotację ponad 64.000 zł.

Wniosek oceniono dobrze: przyznano dotację w wysokości 64.300 zł.

Na spotkaniach projektu udział weźmie 160 osób. Projekt potrwa
do końca listopada 2014. Lider projektu: Stowarzyszenie „Przykład”.

Projekt "Współpraca miast regionu: efektywna. Skrót: NOWY-BRzEG" jest współfinansowany ze
środków ministerstwa.
"""

PL_TABLE = """# Projekt NowyBrzeg

| Element | Informacja |
|---|---|
| Skrót projektu | NowyBrzeg |
| Lider projektu | Gmina Przykład |
| Kwota dotacji | 85 200 zł |
| Planowana liczba uczestników | 160 osób |
| Termin zakończenia | koniec listopada 2014 roku |
"""


def read(text: str, name: str = "example.txt") -> tuple[Document, tuple[Passage, ...], tuple[Claim, ...]]:
    content = text.encode()
    source = SourceFile(PurePosixPath(name), len(content), "")
    document, passages = describe(source, extract(name, content))
    document, claims = understood(document, passages)
    return document, passages, claims


def told(text: str, name: str = "example.txt") -> set[tuple[str, str, str]]:
    """Return what is stated of projects, by their names."""
    of_projects = (claim for claim in read(text, name)[2] if claim.about.startswith("project:"))
    return {(claim.about.removeprefix("project:"), claim.name, claim.value) for claim in of_projects}


def called(text: str, name: str = "example.txt") -> list[str]:
    document, passages, _ = read(text, name)
    return list(names(document, passages).called.values())


def test_a_page_of_a_project_database_is_read() -> None:
    assert told(PAGE) == {
        ("BredeVande", "start", "2012-03-01"),
        ("BredeVande", "end", "2015-02-28"),
        ("BredeVande", "status", "closed"),
        ("BredeVande", "co-financing-rate", "68.4 %"),
        ("BredeVande", "eu-funding", "312905.15"),
        ("BredeVande", "programme", "South Baltic"),
        ("BredeVande", "period", "2007-2013"),
    }


def test_a_danish_article_tells_of_the_project_that_its_section_names_and_of_no_other() -> None:
    assert told(ARTICLE) == {
        ("BredeVande", "total-budget", "610250 EUR"),
        ("BredeVande", "eu-funding", "463790 EUR"),
        ("BredeVande", "co-financing-rate", "76 %"),
        ("BredeVande", "end", "2013"),
    }


def test_each_item_of_a_list_of_projects_is_one() -> None:
    assert called(ARTICLE) == ["BredeVande", "LysVej", "VARMHUS"]


def test_a_polish_notice_is_read_with_its_long_title_and_its_acronym_as_one_project() -> None:
    assert told(NOTICE) == {
        ("NOWY-BRzEG", "grant", "64000 PLN"),
        ("NOWY-BRzEG", "grant", "64300 PLN"),
        ("NOWY-BRzEG", "participants", "160"),
        ("NOWY-BRzEG", "end", "2014-11"),
        ("NOWY-BRzEG", "lead-partner", "Stowarzyszenie „Przykład”"),
    }


def test_an_amount_that_is_not_exact_says_why() -> None:
    doubts = {claim.value: claim.doubt for claim in read(NOTICE)[2] if claim.name == "grant"}
    assert (doubts["64300 PLN"], "“ponad”" in doubts["64000 PLN"]) == ("", True)


def test_a_table_of_labels_is_read() -> None:
    assert told(PL_TABLE, "example.md") == {
        ("NowyBrzeg", "lead-partner", "Gmina Przykład"),
        ("NowyBrzeg", "grant", "85200 PLN"),
        ("NowyBrzeg", "participants", "160"),
        ("NowyBrzeg", "end", "2014-11"),
    }


@pytest.mark.parametrize(
    ("sentence", "stated"),
    [
        ("The BredeVande project closed at the end of June 2014.", ("end", "2014-06")),
        ("The project BredeVande ran from 1 January 2013 to 30 June 2015.", ("start", "2013-01-01")),
        (
            "BredeVande's total budget was EUR 527,044 and the project BredeVande was small.",
            ("total-budget", "527044 EUR"),
        ),
        (
            "The EU paid EUR 403,770.40 of the project BredeVande, or 76 per cent.",
            ("co-financing-rate", "76 %"),
        ),
        (
            "The project BredeVande developed the homepage www.bredevande.example.",
            ("website", "www.bredevande.example"),
        ),
        ("The project BredeVande received a grant of PLN 85,200.", ("grant", "85200 PLN")),
        (
            "The project BredeVande was paid through the South Baltic programme of 2007–2013.",
            ("period", "2007-2013"),
        ),
        ("Projektet BredeVande løb fra den 30. juni 2011 til den 29. juni 2014.", ("end", "2014-06-29")),
        ("Projektet BredeVande fik 403.770 euro fra EU.", ("eu-funding", "403770 EUR")),
        ("Projekt BredeVande zakończył się w czerwcu 2014 roku.", ("status", "closed")),
        ("Całkowity budżet projektu BredeVande wynosił 527 044 euro.", ("total-budget", "527044 EUR")),
        ("Projektet BredeVande avslutades i juni 2014.", ("end", "2014-06")),
        (
            "Projektet BredeVande hade en total budget på 2,5 miljoner kronor.",
            ("total-budget", "2500000 SEK"),
        ),
        (
            "Das Projekt BredeVande hatte ein Gesamtbudget von 1,2 Millionen Euro.",
            ("total-budget", "1200000 EUR"),
        ),
        ("Projekto BredeVande bendras biudžetas 403 770,40 eurų.", ("total-budget", "403770.40 EUR")),
        ("Akronym: BredeVande. Startdatum: 30.6.2011", ("start", "2011-06-30")),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_a_sentence_that_names_the_project_states_it(sentence: str, stated: tuple[str, str]) -> None:
    text = f"A note\n\n{sentence} This example was invented for a test.\n"
    assert ("BredeVande", *stated) in told(text)


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Another municipality has a total budget of EUR 527,044.", id="another subject"),
        pytest.param(
            "The project BredeVande and the project LysVej have a total budget of EUR 5,000.", id="two"
        ),
        pytest.param(
            "We look at the coming South Baltic programme 2014–2020 with the project.", id="to come"
        ),
        pytest.param("The project BredeVande met in room 5 with 12 guests on 6 May.", id="other numbers"),
        pytest.param("The project BredeVande is one of 76 percent that use a toolbox.", id="another share"),
    ],
)
def test_a_figure_of_something_else_is_not_attributed(sentence: str) -> None:
    assert told(f"A note about towns\n\nThe project BredeVande is an example.\n\n{sentence}\n") == set()


def test_an_unclear_amount_is_left_out_and_told_under_warnings() -> None:
    text = "A note\n\nThe project BredeVande has a total budget of 1.200 million euros in this example."
    document, _, claims = read(text)
    assert [claim.name for claim in claims] == ["project"]
    (warning,) = document.warnings
    assert warning.startswith(LEFT_OUT) and "can be read in two ways" in warning


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The project InterBay, INTERBAY in short, is one.", ["InterBay"]),
        ("InterBays nyhedsbrev 5 fortæller om projektet InterBay.", ["InterBay"]),
        ("Projektu „Nowy Brzeg” nie ma. Projekt „Nowy Brzeg – miasta” jest.", ["Nowy Brzeg"]),
        ("Projektet »Lyse Veje« er et eksempel.", ["Lyse Veje"]),
        ("The project is called OPEN GATE; it is invented.", ["OPEN GATE"]),
        ("A SWOT project and an INTERREG project, and the EU project.", []),
        ("Our PROJECT FINISHED in May. The project manager is new.", []),
        ("Projektet slutter. Projekty gminne i projekt Kowalskiego.", []),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_a_name_is_a_projects_where_the_text_says_so(text: str, expected: list[str]) -> None:
    assert called(f"A note about something\n\n{text}") == expected


def test_partners_are_read_from_a_list_with_a_lead_partner() -> None:
    text = (
        "# Invitation: kick-off for »Lyse Veje«\n\nDet er et opdigtet projekt.\n\n- Eksempel Kommune, Danmark"
        " (leadpartner)\n- Exempla kommun, Sverige\n- Gmina Przykład, Polen\n"
    )
    assert told(text, "example.md") == {
        ("Lyse Veje", "lead-partner", "Eksempel Kommune"),
        ("Lyse Veje", "partner", "Exempla kommun"),
        ("Lyse Veje", "partner", "Gmina Przykład"),
    }


def test_the_sums_of_a_table_are_the_projects_and_its_rows_the_partners_own() -> None:
    text = (
        "# Budget of the project BredeVande\n\nAn example.\n\n"
        "| Partner | Budget, euro | EU-støtte |\n|---|---|---|\n"
        "| Eksempel Kommune | 250.000 | 200.000 |\n| Exempla kommun | 250.000 | 200.000 |\n"
        "| I alt | 500.000 | 400.000 |\n"
    )
    amounts = {fact for fact in told(text, "example.md") if fact[1] in ("total-budget", "eu-funding")}
    assert amounts == {
        ("BredeVande", "total-budget", "500000 EUR"),
        ("BredeVande", "eu-funding", "400000 EUR"),
    }


def test_each_clause_of_a_sentence_about_two_projects_tells_of_its_own() -> None:
    sentence = "The project BredeVande ended in 2012, while the project LysVej runs until June 2015."
    assert {fact for fact in told(f"A note\n\n{sentence}\n") if fact[1] == "end"} == {
        ("BredeVande", "end", "2012"),
        ("LysVej", "end", "2015-06"),
    }


def test_municipalities_that_only_meet_are_no_partners() -> None:
    sentence = "Guests from Lund Municipality and Gmina Ustka attended; the project BredeVande was presented."
    assert told(f"A note\n\n{sentence}\n") == set()


@pytest.mark.parametrize("path", sorted(CORPUS.glob("*/*.md")), ids=lambda path: path.name)
def test_every_claim_stands_in_its_passage_and_no_rule_fails(path: Path) -> None:
    document, passages, claims = read(path.read_text(encoding="utf-8"), path.name)
    texts = {passage.number: passage.text for passage in passages}
    assert [warning for warning in document.warnings if "could not be read" in warning] == []
    outside = [one for one in claims if one.passage and not texts[one.passage][one.start : one.end].strip()]
    assert outside == []
