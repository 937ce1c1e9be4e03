"""Two-column newsletters whose text is known: how much of it is read, in order, and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from indexer.extract import Content, extract
from indexer.passages import cut

FOLDER = Path(__file__).with_name("newsletters")
LANGUAGES = ("da", "pl")
RUN = 5
DIVIDED = {"columns": 0.002, "lines": 0.01, "random": 0.01}
"""Share of words that may be broken: those that go on in the next column or overleaf."""
HEADER = re.compile(r"nummer 4|numer 4|netværket, side|sieć miast, strona")
TABLES = {
    "da": ["By | Elever | Tilskud", "By: Sorø | Elever: 70 | Tilskud: 12.500"],
    "pl": ["Miasto | Uczniowie | Dotacja", "Miasto: Kwidzyn | Uczniowie: 24 | Dotacja: 12 500"],
}


@cache
def newsletter(language: str, order: str) -> Content:
    path = FOLDER / f"{language}-{order}.pdf"
    return extract(path.name, path.read_bytes())


def text(content: Content) -> str:
    return " ".join(block.text for page in content.pages for block in page.blocks)


def truth(language: str) -> str:
    return (FOLDER / f"{language}.txt").read_text(encoding="utf-8")


def runs(words: str) -> Counter[tuple[str, ...]]:
    """Return every run of five words with how often it occurs."""
    found = re.findall(r"[\w-]+", words.casefold())
    return Counter(zip(*(found[start:] for start in range(RUN)), strict=False))


def recall(language: str, order: str) -> float:
    expected, read = runs(truth(language)), runs(text(newsletter(language, order)))
    return (expected & read).total() / expected.total()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("order", "least"), [("columns", 0.97), ("lines", 0.93), ("random", 0.93)], ids=lambda value: str(value)
)
def test_runs_of_five_words_are_read_as_they_are_printed(language: str, order: str, least: float) -> None:
    share = recall(language, order)
    print(f"{language}, painted by {order}: {share:.3f} of the runs of five words")
    assert share >= least


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_row_of_a_table_is_one_line_with_the_names_of_its_columns(language: str) -> None:
    blocks = [block for page in newsletter(language, "columns").pages for block in page.blocks]
    rows = [block.text for block in blocks if block.kind == "table_row"]
    assert [row for row in TABLES[language] if row not in rows] == []
    assert len(rows) == 3


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("order", ["columns", "lines", "random"])
def test_no_passage_holds_a_running_header_or_footer(language: str, order: str) -> None:
    passages = list(cut(newsletter(language, order).pages))
    assert len(passages) > 3
    assert [passage.text for passage in passages if HEADER.search(passage.text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("order", ["columns", "lines", "random"])
def test_divided_words_are_whole_again_and_hyphened_names_intact(language: str, order: str) -> None:
    read = text(newsletter(language, order))
    words = Counter(re.findall(r"[\w-]+", truth(language)))
    found = Counter(re.findall(r"[\w-]+", read))
    missing = words - found
    print(f"{language}, {order}: {missing.total()} of {words.total()} words not as printed: {dict(missing)}")
    assert missing.total() <= DIVIDED[order] * words.total()
    assert "Kujawsko-Pomorskiego" in read
    assert not re.search(r"KujawskoPomorski|Kujawsko Pomorski|Kujawsko- ", read)
