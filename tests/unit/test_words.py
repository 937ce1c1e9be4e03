"""How text falls into words, and how words are typed on foreign keyboards."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.languages.base import MAX_FOLDINGS, MAX_WORD, fold, foldings, words


def texts(text: str) -> list[str]:
    return [word.text for word in words(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Kommunernes samarbejde.", ["kommunernes", "samarbejde"], id="case and full stop"),
        pytest.param(
            "województwa Kujawsko-Pomorskiego", ["województwa", "kujawsko", "pomorskiego"], id="hyphen"
        ),
        pytest.param("EU-strategien", ["eu", "strategien"], id="acronym and hyphen"),
        pytest.param("the municipality's plan", ["the", "municipality's", "plan"], id="apostrophe"),
        pytest.param("InterLoc\u2019u", ["interloc'u"], id="typographic apostrophe"),
        pytest.param("'quoted' ''", ["quoted"], id="quotation marks are no letters"),
        pytest.param("c++ c# x*y", ["c++", "c#", "x", "y"], id="signs vanish, but for two words"),
        pytest.param("2014-20", ["2014", "20"], id="a span of years"),
        pytest.param("annual_report-5.pdf", ["annual", "report", "5", "pdf"], id="file name"),
        pytest.param("H2O 4a", ["h2o", "4a"], id="digits and letters"),
        pytest.param("wspo\u0301łpraca", ["współpraca"], id="accent in two characters"),
        pytest.param("sam\u00adarbejde", ["samarbejde"], id="soft hyphen"),
        pytest.param("a\ud800b", ["a", "b"], id="half a character"),
        pytest.param("\u0301 \u0301", [], id="accents alone"),
        pytest.param("", [], id="nothing"),
    ],
)
def test_text_falls_into_words(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("403770", ["403770"], id="plain"),
        pytest.param("403 770,40", ["403770"], id="spaces and decimal comma"),
        pytest.param("403\u00a0770,40 zł", ["403770", "zł"], id="hard space"),
        pytest.param("403.770", ["403770"], id="points"),
        pytest.param("403,770.40", ["403770"], id="English"),
        pytest.param("85.200zł", ["85200", "zł"], id="unit without space"),
        pytest.param("1.250.000,5 kr.", ["1250000", "kr"], id="millions"),
        pytest.param("I alt 403.770.", ["i", "alt", "403770"], id="at the end of a sentence"),
        pytest.param("2014", ["2014"], id="a year"),
        pytest.param("12.03.2012", ["12", "03", "2012"], id="a date"),
        pytest.param("1.2.2012", ["1", "2", "2012"], id="a short date"),
        pytest.param("2, 3", ["2", "3"], id="a list"),
        pytest.param("2014 150", ["2014", "150"], id="a year and a number"),
        pytest.param("2014 403 770", ["2014", "403770"], id="a year and a long number"),
        pytest.param("20 1444", ["20", "1444"], id="four digits are no group"),
        pytest.param("20\n144", ["20", "144"], id="not across lines"),
        pytest.param("20\t144", ["20", "144"], id="not across cells"),
        pytest.param("20 144", ["20144"], id="two numbers that look like one"),
        pytest.param("1.234,567", ["1", "234", "567"], id="two kinds of group"),
    ],
)
def test_groups_of_three_digits_are_one_number(text: str, expected: list[str]) -> None:
    assert texts(text) == expected


def test_offsets_cover_the_surface() -> None:
    text = "Støtte: 403 770,40 zł fra Kwidzyn’s_byråd"
    assert [text[word.start : word.end] for word in words(text)] == [
        "Støtte",
        "403 770,40",
        "zł",
        "fra",
        "Kwidzyn’s",
        "byråd",
    ]


def test_a_long_word_is_cut_and_its_surface_is_not() -> None:
    (word,) = words("x" * 1000)
    assert (len(word.text), word.end) == (MAX_WORD, 1000)


@given(st.text())
def test_every_text_gives_words_in_order_that_are_valid_terms(text: str) -> None:
    end = 0
    for word in words(text):
        assert end <= word.start < word.end <= len(text)
        assert word.text.split() == [word.text] and len(word.text) <= MAX_WORD
        end = word.end


@given(st.text(alphabet="ab 0123456789.,'\u00a0"))
def test_a_word_is_its_own_only_word(text: str) -> None:
    for word in words(text):
        assert texts(word.text) == [word.text]


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param("x", id="one word"),
        pytest.param("1", id="one number"),
        pytest.param("123.", id="groups"),
        pytest.param("1 ", id="digits"),
        pytest.param("a'", id="apostrophes"),
        pytest.param("\u0301", id="accents"),
        pytest.param("1.234,5", id="broken numbers"),
    ],
)
def test_a_megabyte_on_one_line_takes_seconds(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    started = time.process_time()
    for _ in words(text):
        pass
    assert time.process_time() - started < 5


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("Współpraca", "wspolpraca", id="Polish"),
        pytest.param("værktøj", "vaerktoj", id="Danish"),
        pytest.param("Århus", "arhus", id="ring"),
        pytest.param("Größe", "grosse", id="German"),
        pytest.param("savivaldybė", "savivaldybe", id="Lithuanian"),
        pytest.param("plain", "plain", id="English"),
    ],
)
def test_folding_takes_case_and_accents(word: str, expected: str) -> None:
    assert fold(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        pytest.param("værktøj", {"vaerktoj", "vaerktoej"}, id="Danish ø"),
        pytest.param("byråd", {"byrad", "byraad"}, id="Danish å"),
        pytest.param("größe", {"grosse", "groesse"}, id="German"),
        pytest.param("städer", {"stader", "staeder"}, id="Swedish"),
        pytest.param("łódź", {"lodz"}, id="Polish"),
        pytest.param("town", {"town"}, id="English"),
    ],
)
def test_a_word_has_every_spelling_of_a_foreign_keyboard(word: str, expected: set[str]) -> None:
    assert foldings(word) == expected


@given(st.text(alphabet="åäöøüæßłéabc", max_size=MAX_WORD))
def test_spellings_are_few_and_plain_and_hold_the_folding(word: str) -> None:
    spellings = foldings(word)
    assert fold(word) in spellings
    assert len(spellings) <= MAX_FOLDINGS
    assert all(spelling.isascii() for spelling in spellings)


@given(st.text(st.characters(max_codepoint=0x024F)))
def test_folding_twice_is_folding_once(word: str) -> None:
    assert fold(fold(word)) == fold(word)
