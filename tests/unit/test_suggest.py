"""The library's words nearest to a word that it does not know."""

from __future__ import annotations

import pytest

from search_ui.search.suggest import Speller

VOCABULARY = {
    "netværk": 9,
    "netværket": 2,
    "gmina": 7,
    "gminy": 3,
    "samarbejde": 8,
    "samarbejder": 5,
    "koordynacja": 1,
    "ør": 4,
    "h2o2": 1,
}


@pytest.mark.parametrize(
    ("word", "found"),
    [
        pytest.param("netværrk", ("netværk",), id="a letter too many"),
        pytest.param("nettvaerk", ("netværk",), id="other letters and an error"),
        pytest.param("gmnia", ("gmina",), id="exchanged letters"),
        pytest.param("gminx", ("gmina", "gminy"), id="equally near, in more documents first"),
        pytest.param("samarbejdee", ("samarbejde", "samarbejder"), id="one error before two"),
        pytest.param("kordynacia", ("koordynacja",), id="two errors in a long word"),
        pytest.param("gmxxa", (), id="two errors in a short word"),
        pytest.param("øx", (), id="a word too short"),
        pytest.param("h2o3", (), id="a word with digits"),
        pytest.param("ab" * 32, (), id="nothing like it"),
    ],
)
def test_the_nearest_words(word: str, found: tuple[str, ...]) -> None:
    assert Speller(VOCABULARY).nearest(word) == found


def test_a_library_without_words_has_no_nearest_word() -> None:
    assert Speller({}).nearest("netværk") == ()
