"""A word that neither glossary nor dictionary knows finds its relatives in the library's other languages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.conftest import Shelf

DOCUMENTS = {
    "danish": "Skolen lavede et eksperiment med børn. Borgerne ser på en kampagne i byen, som er lokal.",
    "polish": "Szkoła przeprowadziła eksperyment z udziałem dzieci. To jest lokalny zwyczaj, mówi wójt.",
    "english": "The pupils of the school did an experiment in a lesson. They drank champagne at its end.",
    "names": "Rada gminy w Sarmatyjsku zebrała się w sali przy rynku. Radni rozmawiali o wodzie i drogach.",
    "abroad": "The guests from Sarmatyisk arrived late and the bus left without them, as nobody expected.",
}


@pytest.fixture(scope="module")
def related(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Shelf]:
    folder = tmp_path_factory.mktemp("related")
    glossary = folder / "glossary.tsv"
    glossary.write_text("theme\ten\tda\tpl\ncouncil\tmunicipality\tkommune\tgmina\n", encoding="utf-8")
    shelf = Shelf(folder).put(**DOCUMENTS)
    shelf.settings = replace(shelf.settings, glossary=glossary)
    yield shelf.build()
    shelf.close()


@pytest.mark.parametrize(
    "question, found",
    [
        pytest.param("eksperimenter", ["danish", "english", "polish"], id="from Danish, inflected"),
        pytest.param("eksperymenty", ["polish", "danish", "english"], id="from Polish, inflected"),
        pytest.param("experiments", ["english", "danish", "polish"], id="from English, inflected"),
        pytest.param("kampagnen", ["danish"], id="a false friend leads nowhere"),
        pytest.param("Sarmatyjsku", ["names"], id="a name has no relatives"),
    ],
)
def test_a_word_finds_its_relatives_below_itself(related: Shelf, question: str, found: list[str]) -> None:
    answer = related.found(question)
    assert answer[0] == found[0]
    assert sorted(answer) == sorted(found)


def test_a_relative_is_said_to_be_one_and_can_be_taken_off(related: Shelf) -> None:
    told = {one.alternative: one.source for one in related.asked.ask("eksperiment").expansions}
    assert told == {"experiment": "cognate", "eksperyment": "cognate"}
    assert related.found("eksperiment", without=frozenset({"experiment"})) == ["danish", "polish"]


def test_what_the_glossary_calls_a_word_needs_no_relatives(related: Shelf) -> None:
    assert {one.source for one in related.asked.ask("kommune").expansions} <= {"glossary"}
