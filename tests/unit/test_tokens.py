"""The words of whole documents are those of ``words``, at the same places."""

from __future__ import annotations

import random

import pytest

from indexer import tokens as module
from indexer.languages.base import words
from indexer.tokens import Tokenizer

SIGNS = " \n\u00a0\u202f_0123456789.,-'\u2019ab\u00f3\u0142\u00d8F+#"
"""What parts and joins words and numbers, and some letters."""


def told(text: str, tokenizer: Tokenizer) -> list[tuple[str, int, int]]:
    found = tokenizer.tokens(text)
    return list(zip(found.words, found.starts.tolist(), found.ends.tolist(), strict=True))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param(" \n ", id="blanks alone"),
        pytest.param("Gminy i  kommuner\n\n w sieci", id="several blanks"),
        pytest.param("403 770,40 kr. og 12\u00a0345\u202f678", id="numbers in groups"),
        pytest.param("1_234 567_ 890 i 12\n345", id="numbers that only look like groups"),
        pytest.param("JST-\u00f3w, c++ oraz NGO\u2019er", id="signs inside words"),
        pytest.param("a" * 500, id="one long run"),
    ],
)
def test_words_stand_where_reading_the_whole_text_finds_them(text: str) -> None:
    assert told(text, Tokenizer()) == [tuple(word) for word in words(text)]


def test_words_of_random_texts_stand_where_reading_the_whole_text_finds_them() -> None:
    chance, tokenizer = random.Random(11), Tokenizer()
    for _ in range(3_000):
        text = "".join(chance.choices(SIGNS, k=chance.randrange(50)))
        assert told(text, tokenizer) == [tuple(word) for word in words(text)], text


def test_a_tokenizer_that_has_forgotten_its_runs_reads_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "REMEMBERED", 3)
    tokenizer = Tokenizer()
    text = "en to tre fire fem seks syv"
    assert [told(text, tokenizer), told(text, tokenizer)] == [[tuple(word) for word in words(text)]] * 2
