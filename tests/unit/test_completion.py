"""What is being typed goes on with words of the library and terms of its glossary."""

from __future__ import annotations

import pytest

from search_ui.search.completion import MOST, Completer

WORDS = {"samarbejde": 9, "samarbejdet": 3, "samtale": 2, "samt": 8, "og": 9, "værktøj": 4, "to": 7}
WORDS |= {"tool": 5, "study": 3, "visit": 3, "wspólny": 2, "projekt": 6, "1850": 9, "c": 1}
TERMS = ("study visit", "wspólny projekt", "tool", "study leave")


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        pytest.param("sam", ["samarbejde", "samtale"], id="one form of a word, no mere grammar"),
        pytest.param("Samarbejde", ["samarbejde"], id="a whole word in capitals"),
        pytest.param("vaerk", ["værktøj"], id="without its letters"),
        pytest.param("wspol", ["wspólny", "wspólny projekt"], id="one word may be all, accents not counting"),
        pytest.param("study", ["study visit"], id="a term that the library holds, not the word itself"),
        pytest.param("study vi", ["study visit", "study visit"], id="the second word of a term"),
        pytest.param("godt samt", ["godt samtale"], id="the last word of several"),
        pytest.param('"godt samt', ['"godt samtale'], id="inside quotation marks"),
        pytest.param("-samt", ["-samtale"], id="behind a minus"),
        pytest.param("s", [], id="one letter is not enough"),
        pytest.param("", [], id="nothing typed"),
        pytest.param("samtale ", [], id="a finished word"),
        pytest.param("18", [], id="numbers are typed by oneself"),
    ],
)
def test_a_question_is_completed(typed: str, offered: list[str]) -> None:
    assert Completer(WORDS, TERMS).complete(typed) == tuple(dict.fromkeys(offered))


def test_there_are_never_more_than_a_handful() -> None:
    many = {f"ord{chr(97 + i)}{chr(97 + j)}xyz{i}{j}q": 1 for i in range(20) for j in range(20)}
    assert len(Completer(many, ()).complete("ord")) == MOST
