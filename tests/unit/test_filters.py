"""Filters by what the library knows of its documents, as people type them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from indexer.knowledge.claims import Claim
from indexer.knowledge.labels import best_spelling, keys_meant, labels
from search_ui.search.filters import Budget, Filters
from search_ui.search.query import Word, parse, stated_filters


@pytest.mark.parametrize(
    ("typed", "filters"),
    [
        pytest.param("project:InterLoc", Filters(known=frozenset({("project", "InterLoc")})), id="a word"),
        pytest.param(
            'programme:"South Baltic"',
            Filters(known=frozenset({("programme", "South Baltic")})),
            id="words in quotation marks",
        ),
        pytest.param(
            "programme:„South Baltic”",
            Filters(known=frozenset({("programme", "South Baltic")})),
            id="Polish marks",
        ),
        pytest.param(
            'programme:"South Baltic',
            Filters(known=frozenset({("programme", "South Baltic")})),
            id="a mark left open",
        ),
        pytest.param("PLACE:Kwidzyn", Filters(known=frozenset({("place", "Kwidzyn")})), id="in capitals"),
        pytest.param(
            "place:Sorø place:Tczew lesson:obstacle",
            Filters(known=frozenset({("place", "Sorø"), ("place", "Tczew"), ("lesson", "obstacle")})),
            id="several",
        ),
        pytest.param("budget:100000..", Filters(budget=Budget(Decimal(100000))), id="a budget from"),
        pytest.param("budget:..5000.50", Filters(budget=Budget(None, Decimal("5000.50"))), id="a budget to"),
        pytest.param("budget:9..5eur", Filters(budget=Budget(Decimal(5), Decimal(9), "EUR")), id="reversed"),
        pytest.param("budget:7PLN", Filters(budget=Budget(Decimal(7), Decimal(7), "PLN")), id="an amount"),
        pytest.param(
            "budget:1.. budget:..9", Filters(budget=Budget(Decimal(1), Decimal(9))), id="two limits"
        ),
    ],
)
def test_a_filter_is_understood(typed: str, filters: Filters) -> None:
    question = parse(typed)
    assert (question.filters, question.wanted) == (filters, ())


@pytest.mark.parametrize("typed", ["place:", 'place:""', "budget:", "budget:..", "budget:much", "budget:1-2"])
def test_what_is_no_filter_is_read_as_words(typed: str) -> None:
    question = parse(typed)
    assert question.filters == Filters()
    assert typed == 'place:""' or question.wanted[0] == Word(typed.partition(":")[0])


def test_words_beside_a_filter_stay_words() -> None:
    question = parse('seminar place:"Nowy Staw" online')
    assert question.filters.typed("place") == {"Nowy Staw"}
    assert question.wanted == (Word("seminar"), Word("online"))


def test_a_stated_filter_is_found_with_its_quotation_marks() -> None:
    text = 'seminar place:"Nowy Staw" online'
    ((start, end, filters),) = stated_filters(text)
    assert (text[start:end], filters.typed("place")) == ('place:"Nowy Staw"', {"Nowy Staw"})


@pytest.mark.parametrize(
    ("budget", "value", "held"),
    [
        (Budget(Decimal(100000)), "403770.40 EUR", True),
        (Budget(Decimal(100000)), "85200 PLN", False),
        (Budget(None, Decimal(100000)), "85200 PLN", True),
        (Budget(None, Decimal(100000), "EUR"), "85200 PLN", False),
        (Budget(Decimal("403770.40"), Decimal("403770.40")), "403770.40 EUR", True),
        (Budget(Decimal(1)), "much", False),
    ],
    ids=str,
)
def test_a_span_of_money_holds_amounts(budget: Budget, value: str, held: bool) -> None:
    assert budget.holds(value) is held


@pytest.mark.parametrize("typed", ["100000..", "..5000.50", "5..9EUR", "7PLN"])
def test_a_span_of_money_is_written_as_it_is_typed(typed: str) -> None:
    budget = parse(f"budget:{typed}").filters.budget
    assert str(budget) == typed


@pytest.mark.parametrize("typed", ["Sorø", "soro", "SORO", "Soroe", "sorø"])
def test_a_place_is_meant_in_every_spelling_of_a_foreign_keyboard(typed: str) -> None:
    assert keys_meant("place", typed, {"soro": "Sorø", "tczew": "Tczew"}) == {"soro"}


def test_a_value_that_the_library_does_not_know_means_nothing() -> None:
    assert keys_meant("place", "Sor", {"soro": "Sorø"}) == frozenset()


def test_spellings_of_a_project_are_one_label() -> None:
    claims = [
        Claim("document", "project", name, 1, 0, 1, "projects")
        for name in ("InterLoc", "INTERLOC", "Inter-Loc")
    ]
    budget = Claim("project:Interloc", "total-budget", "527044.50 EUR", 1, 0, 1, "projects")
    found = labels([*claims, budget])
    assert (found["project"], found["budget"], found["place"]) == (("interloc",), ("527044.50 EUR",), ())


@pytest.mark.parametrize(
    ("spellings", "best"),
    [
        ({"INTERLOC": 2, "InterLoc": 1}, "INTERLOC"),
        ({"INTERLOC": 1, "InterLoc": 1, "Interloc": 1}, "InterLoc"),
        ({"AMBER": 1, "Amber": 1}, "Amber"),
    ],
    ids=str,
)
def test_a_name_has_the_spelling_of_most_documents(spellings: dict[str, int], best: str) -> None:
    assert best_spelling(spellings) == best
