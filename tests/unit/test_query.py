"""What a person typed, understood without ever failing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_ui.search.days import Day
from search_ui.search.query import (
    MAX_CHARACTERS,
    MAX_CLAUSES,
    Either,
    Exact,
    Filters,
    Quoted,
    Start,
    Whole,
    Word,
    parse,
)


@pytest.mark.parametrize(
    "typed, wanted",
    [
        pytest.param("kommunalt samarbejde", (Word("kommunalt"), Word("samarbejde")), id="words"),
        pytest.param('"final meeting"', (Quoted(("final", "meeting")),), id="a phrase"),
        pytest.param("„spotkanie końcowe”", (Quoted(("spotkanie", "końcowe")),), id="Polish marks"),
        pytest.param("»afsluttende møde«", (Quoted(("afsluttende", "møde")),), id="Danish marks"),
        pytest.param('"Malbork"', (Exact("malbork"),), id="a quoted word is meant as typed"),
        pytest.param('"final meeting', (Quoted(("final", "meeting")),), id="a mark left open"),
        pytest.param("gmina OR kommune", (Either((Word("gmina"), Word("kommune"))),), id="either"),
        pytest.param("a1 ELLER b1 LUB c1", (Either((Word("a1"), Word("b1"), Word("c1"))),), id="chain"),
        pytest.param("sink or swim", (Word("sink"), Word("or"), Word("swim")), id="a small or is a word"),
        pytest.param("OR kommune", (Word("kommune"),), id="or before anything"),
        pytest.param("kommune OR", (Word("kommune"),), id="or behind everything"),
        pytest.param("samarb*", (Start("samarb"),), id="a beginning"),
        pytest.param("s*", (Word("s"),), id="one letter is no beginning"),
        pytest.param("*", (), id="a star alone"),
        pytest.param(
            "know-how", (Word("know"), Word("how"), Whole(("know", "how"))), id="a hyphen parts and joins"
        ),
        pytest.param(
            "a_5.pdf", (Word("a"), Word("5"), Word("pdf"), Whole(("a", "5", "pdf"))), id="a file name"
        ),
        pytest.param("e-mail", (Either((Quoted(("e", "mail")), Word("email"))),), id="a letter and a word"),
        pytest.param("JST-ów", (Word("jst'ów"),), id="an ending behind a hyphen"),
        pytest.param("c++", (Word("c++"),), id="a word that is signed"),
        pytest.param("6 maja 2014", (Day("2014-05-06", ("6", "maja", "2014")),), id="a day in words"),
        pytest.param("May 6, 2014", (Day("2014-05-06", ("may", "6", "2014")),), id="an English day"),
        pytest.param("6.05.2014", (Day("2014-05-06", ("6", "05", "2014")),), id="a day in numbers"),
        pytest.param("2014-05-06", (Day("2014-05-06", ("2014", "05", "06")),), id="a day in figures"),
        pytest.param(
            "30.02.2014", (Word("30"), Word("02"), Word("2014"), Whole(("30", "02", "2014"))), id="no day"
        ),
        pytest.param("samarbejde - kommuner", (Word("samarbejde"), Word("kommuner")), id="a dash alone"),
        pytest.param("budget 403 770,40", (Word("budget"), Word("403770")), id="a number with a space"),
        pytest.param("2014 150 deltagere", (Word("2014"), Word("150"), Word("deltagere")), id="two numbers"),
        pytest.param("403.770", (Word("403770"),), id="a number with a dot"),
        pytest.param(
            "lang:xx", (Word("lang"), Word("xx"), Whole(("lang", "xx"))), id="an unknown language is words"
        ),
        pytest.param(
            "year:soon", (Word("year"), Word("soon"), Whole(("year", "soon"))), id="an unknown year is words"
        ),
        pytest.param("", (), id="nothing"),
    ],
)
def test_words_phrases_and_alternatives(typed: str, wanted: tuple[object, ...]) -> None:
    assert parse(typed).wanted == wanted


@pytest.mark.parametrize(
    "typed, excluded",
    [
        pytest.param("kommune -malbork", (Word("malbork"),), id="a word"),
        pytest.param("kommune –malbork", (Word("malbork"),), id="with the dash of a word processor"),
        pytest.param('-"final meeting"', (Quoted(("final", "meeting")),), id="a phrase"),
        pytest.param("-samarb*", (Start("samarb"),), id="a beginning"),
        pytest.param("-Kujawsko-Pomorskie", (Quoted(("kujawsko", "pomorskie")),), id="a double name"),
        pytest.param("-", (), id="a dash alone"),
    ],
)
def test_exclusion(typed: str, excluded: tuple[object, ...]) -> None:
    assert parse(typed).excluded == excluded


@pytest.mark.parametrize(
    "typed, filters",
    [
        pytest.param("lang:da", Filters(languages=frozenset({"da"})), id="language"),
        pytest.param("LANG:DA lang:pl", Filters(languages=frozenset({"da", "pl"})), id="two languages"),
        pytest.param("kind:newsletter", Filters(kinds=frozenset({"newsletter"})), id="kind"),
        pytest.param("year:2012", Filters(year_from=2012, year_to=2012), id="one year"),
        pytest.param("year:2011..2014", Filters(year_from=2011, year_to=2014), id="years"),
        pytest.param("year:2014..2011", Filters(year_from=2011, year_to=2014), id="years wrong way round"),
        pytest.param("year:2011..", Filters(year_from=2011), id="from a year on"),
        pytest.param("year:..2014", Filters(year_to=2014), id="up to a year"),
    ],
)
def test_filters(typed: str, filters: Filters) -> None:
    question = parse(typed)
    assert (question.filters, question.wanted) == (filters, ())


@given(st.text(max_size=300) | st.text(alphabet='ab*"-: ()ORlang:year.0123456789„”', max_size=200))
def test_any_string_is_a_question_within_the_caps(typed: str) -> None:
    question = parse(typed)
    assert len(question.wanted) <= MAX_CLAUSES
    assert len(question.excluded) <= MAX_CLAUSES
    assert all(
        isinstance(clause, Word | Exact | Quoted | Start | Either | Whole | Day) for clause in question.wanted
    )


@pytest.mark.parametrize(
    "typed", ["a " * 10_000, '"' * 50_000, "-" * 50_000, "a OR " * 20_000, "x" * 1_000_000]
)
def test_a_very_long_question_is_cut(typed: str) -> None:
    question = parse(typed)
    assert MAX_CHARACTERS - 10 <= len(question.text) <= MAX_CHARACTERS
    assert len(question.wanted) <= MAX_CLAUSES


def test_a_long_question_is_not_cut_within_a_word() -> None:
    assert parse("kommune " * 124 + "samarbejdsaftale").text.split()[-1] == "kommune"
