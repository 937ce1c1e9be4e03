"""Which places, organisations and programmes a document names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from knowledge_example import stated, told

from indexer.knowledge import gazetteer
from indexer.knowledge.places import claims, places

HEAD = "id\tkind\tcountry\tnuts\tperiod\ten\tda\tpl\tsv\tde\tlt\n"


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        pytest.param("da", "Mødet blev holdt i Lund.", ["Lund"], id="Danish, in Lund"),
        pytest.param("sv", "Lunds kommun var värd.", ["Lund"], id="Swedish, the municipality of Lund"),
        pytest.param(
            "en", "They came from Malmö, Lund and Ystad.", ["Malmö", "Lund", "Ystad"], id="in a row"
        ),
        pytest.param("pl", "Seminarium w Pile trwało dwa dni.", ["Piła"], id="Polish, in Piła"),
        pytest.param("pl", "Gmina Hel i miasto Żary.", ["Hel", "Żary"], id="Polish, the municipality of Hel"),
        pytest.param("pl", "Malmö i Lund są blisko.", ["Malmö", "Lund"], id="Polish, and Lund"),
        pytest.param("en", "The ferry from Police was late.", ["Police"], id="English, from Police"),
        pytest.param("de", "Die Fahrt nach Kiel war lang.", ["Kiel"], id="German, to Kiel"),
    ],
)
def test_a_name_that_is_another_word_too_counts_beside_a_cue(
    language: str, sentence: str, expected: list[str]
) -> None:
    assert [found.entry.name for found in places(sentence, language)] == expected


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("SLAGELSE: Nu begynder det.", ["Slagelse"], id="a dateline in capitals"),
        pytest.param("Region Zealand invited all.", ["Region Sjælland"], id="the longest name"),
        pytest.param("Slagelse-projektet er slut.", ["Slagelse"], id="before a hyphen"),
        pytest.param("Slagelse-Sorø-ruten", ["Slagelse", "Sorø"], id="joined by a hyphen"),
        pytest.param("It ended.\nSlagelse was next.", ["Slagelse"], id="behind another line's end"),
        pytest.param("(Kwidzyn, Malbork)", ["Kwidzyn", "Malbork"], id="in brackets"),
        pytest.param("Karlshamn/Sölvesborg", ["Karlshamn", "Sölvesborg"], id="with a stroke"),
    ],
)
def test_a_name_is_found_however_it_is_set(sentence: str, expected: list[str]) -> None:
    assert [found.entry.name for found in places(sentence, "da")] == expected


def test_a_place_is_claimed_once_in_a_passage_where_it_is_named_first() -> None:
    text = "# Visit\n\nWe went to Kwidzyn in May. Kwidzyn was kind, and so was Tczew."
    assert told(claims, text) == [("Kwidzyn", "Kwidzyn"), ("Tczew", "Tczew")]


def test_a_country_is_no_place_of_a_document() -> None:
    assert stated(claims, "# Visit\n\nPartners in Denmark, Poland and Sweden met.") == []


@pytest.mark.parametrize(
    ("sentence", "name"),
    [
        pytest.param("Our partner was the Union of the Baltic Cities.", "partner", id="a partner"),
        pytest.param("The lead beneficiary, Europe Direct, paid.", "partner", id="a lead beneficiary"),
        pytest.param("The Union of the Baltic Cities has its office there.", "organisation", id="another"),
        pytest.param(
            "We met Europe Direct. Later we looked for a partner.",
            "organisation",
            id="another sentence's partner",
        ),
    ],
)
def test_an_organisation_is_a_partner_where_its_sentence_says_so(sentence: str, name: str) -> None:
    assert [found[1] for found in stated(claims, f"# Who\n\n{sentence}")] == [name]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        pytest.param("Money came from the South Baltic Programme.", ["South Baltic"], id="by its full name"),
        pytest.param("2007 - 2013 South Baltic (PL-SE-DK)", ["South Baltic"], id="beside its period"),
        pytest.param("Towns in the South Baltic area met.", [], id="the area is no programme"),
        pytest.param("Sejlads i South Baltic", [], id="nothing says programme"),
        pytest.param("An Erasmus+ exchange", ["Erasmus+"], id="Erasmus+"),
        pytest.param("He wrote like Erasmus.", [], id="no plus, no programme"),
        pytest.param("A comenius of our time", [], id="without its capital"),
    ],
)
def test_a_programme_is_claimed_where_the_words_tell_it(sentence: str, expected: list[str]) -> None:
    assert [
        value for _, name, value in stated(claims, f"# Money\n\n{sentence}") if name == "programme"
    ] == expected


def test_a_name_that_goes_on_is_another_one() -> None:
    assert places("Miasto Nowa Przystań", "pl") == ()


def test_every_claim_stands_where_it_says() -> None:
    text = "# Wizyta\n\nByliśmy w Malborku i w Kwidzynie, a goście z Klaipėdos przyjechali do Tczewa."
    assert told(claims, text, language="pl") == [
        ("Malbork", "Malborku"),
        ("Kwidzyn", "Kwidzynie"),
        ("Klaipėda", "Klaipėdos"),
        ("Tczew", "Tczewa"),
    ]


def test_any_name_of_a_place_leads_to_its_own() -> None:
    assert gazetteer.known_as("kłajpeda") == gazetteer.known_as("Memel") == ("Klaipėda",)
    assert gazetteer.known_as("nowhere at all") == ()


def test_a_line_without_a_name_in_its_own_language_is_left_out(tmp_path: Path) -> None:
    table = tmp_path / "gazetteer.tsv"
    table.write_text(
        HEAD + "dk-a\ttown\tDK\t\t\tAtown\tAby\t\t\t\t\ndk-b\ttown\tDK\t\t\tBtown\t\t\t\t\t\nshort\n",
        encoding="utf-8",
    )
    assert [entry.name for entry in gazetteer.read(table).entries] == ["Aby"]


def test_the_shipped_gazetteer_holds_together() -> None:
    entries = gazetteer.shipped().entries
    assert len(entries) >= 250
    assert len({entry.id for entry in entries}) == len(entries)
    assert {entry.kind for entry in entries} == gazetteer.PLACES | {
        "organisation",
        "programme",
        "fund",
        "other",
    }
    assert all(
        re.fullmatch(rf"{entry.country}[0-9A-Z]{{0,3}}", entry.nuts) for entry in entries if entry.nuts
    )
    assert all(re.fullmatch(r"\d{4}-\d{4}", period) for entry in entries for period in entry.periods)


def test_the_programmes_of_the_south_baltic_have_their_periods() -> None:
    programme = next(entry for entry in gazetteer.shipped().entries if entry.name == "South Baltic")
    assert programme.periods == ("2007-2013", "2014-2020", "2021-2027")
