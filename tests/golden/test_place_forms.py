"""Names in every form that six languages give them, and words that only look like them."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.knowledge.places import names, places

FOLDER = Path(__file__).parent / "places"
LANGUAGES = ("en", "da", "pl", "sv", "de", "lt")


def table(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def forms() -> Iterator[object]:
    for line in table("forms.tsv"):
        for language in LANGUAGES:
            for form in line[language].split("|"):
                yield pytest.param(line["place"], form, language, id=f"{language} {form}")


@pytest.mark.parametrize(("place", "form", "language"), list(forms()))
def test_a_place_is_found_in_every_form_of_its_name(place: str, form: str, language: str) -> None:
    sentence = f"2014 – {form}, 274"
    found = [(found.entry.name, sentence[found.start : found.end]) for found in places(sentence, language)]
    assert found == [(place, form.removesuffix("'s"))]


def test_the_table_holds_thirty_places_in_six_languages() -> None:
    lines = table("forms.tsv")
    assert len(lines) >= 30
    assert all(line[language] for line in lines for language in LANGUAGES)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        pytest.param(line["language"], line["sentence"], id=line["sentence"])
        for line in table("look-alikes.tsv")
    ],
)
def test_what_only_looks_like_a_place_is_none(language: str, sentence: str) -> None:
    assert [(found.entry.id, sentence[found.start : found.end]) for found in places(sentence, language)] == []


def test_there_are_two_hundred_look_alikes() -> None:
    assert len({line["sentence"] for line in table("look-alikes.tsv")}) >= 200


def test_a_country_is_known_and_no_place_of_a_document() -> None:
    assert [found.entry.name for found in names("warsztaty w Danii", "pl")] == ["Danmark"]
    assert places("warsztaty w Danii", "pl") == ()
