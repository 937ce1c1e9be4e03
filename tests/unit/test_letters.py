"""Words get back the letters that a keyboard lacked."""

from __future__ import annotations

import pytest

from search_ui.search.letters import restored


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        pytest.param("przystankow", "przystanków", id="one Polish letter"),
        pytest.param("dziesiecioletnie", "dziesięcioletnie", id="the right one of many places"),
        pytest.param("przedsiebiorczosc", "przedsiębiorczość", id="three Polish letters"),
        pytest.param("roegen", "røgen", id="two letters for one"),
        pytest.param("laase", "låse", id="a doubled letter for one"),
        pytest.param("vaertskommunen", None, id="in no word list"),
        pytest.param("szkoła", None, id="has its letters"),
        pytest.param("budget", None, id="a word as it is"),
        pytest.param("demetia", None, id="an error, and not a letter"),
    ],
)
def test_the_word_that_was_meant(word: str, meant: str | None) -> None:
    assert restored(word, ("en", "da", "pl")) == meant


def test_only_letters_of_the_given_languages_are_put_back() -> None:
    assert restored("przystankow", ("en", "da")) is None
