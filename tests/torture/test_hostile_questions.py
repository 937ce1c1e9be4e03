"""Is there any string that breaks a question, or makes it slow?

``make torture`` asks 100,000 of them of a library of 1,000 documents and prints the slowest.
"""

from __future__ import annotations

import gc
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from indexer.build import build
from indexer.settings import Settings
from search_ui.search.query import Filters
from tests.conftest import ROOT, Asked

LIMIT = 1.0
"""Seconds that no answer may take."""

KNOWN = (
    "*",
    "*a*",
    "a~9",
    "a*",
    "aa*",
    "??",
    "[a TO z]",
    "a^99999999999",
    "title:*",
    "(" * 500,
    "(" * 200 + "a" + ")" * 200,
    "NOT " * 300 + "a",
    " AND ".join(["a"] * 200),
    "-" * 900,
    "-a " * 300,
    '"' * 999,
    '"a" ' * 200,
    '"' + "kommune " * 120 + '"',
    "OR " * 300,
    "a OR " * 200,
    "lang:da " * 100,
    "year:9999..0000",
    "year:..",
    "lang: kind: year:",
    "\x00\x01\x02",
    "\ud800\udfff",
    "\u202e\u200f\u00ad\ufeff",
    "é" * 900,
    "e" + "\u0301" * 900,
    "ﷺ" * 300,
    "ÆØÅ łódź żółć " * 60,
    "'; DROP TABLE document; --",
    "<script>alert(1)</script>",
    "{{7*7}}${7*7}#{7*7}%n%s",
    "../../etc/passwd",
    "9" * 999,
    "1.000.000.000.000",
    "e*" * 300,
    "kommunenkommunenkommunenkommunenkommunenkommunenkommunen" * 10,
)
"""Strings that broke or slowed other search boxes, among them those of Whoosh's query language."""


@dataclass
class Slowest:
    asked: int = 0
    seconds: float = 0.0
    question: str = ""

    def ask(self, library: Asked, question: str) -> None:
        """Ask, on one page or another, and remember how long it took."""
        started = time.thread_time()
        page = 1 + self.asked % 3
        response = library.ask(
            question, page=page, filters=Filters(languages=frozenset({"da"} if page == 3 else ()))
        )
        seconds = time.thread_time() - started
        assert response.total >= len(response.hits)
        assert all(
            0 <= start < end <= len(excerpt.text)
            for hit in response.hits
            for excerpt in hit.excerpts
            for start, end in excerpt.marks
        )
        self.asked += 1
        if seconds > self.seconds:
            self.seconds, self.question = seconds, question


def thousand_documents(folder: Path) -> None:
    """Write documents of 100 to 500 words, drawn from the words of the shipped texts."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "corpus").rglob("*.md"))]
    chance = random.Random(7)
    for number in range(1_000):
        words = chance.choice(texts).split()
        start = chance.randrange(max(1, len(words) - 100))
        drawn = words[start : start + chance.randint(100, 500)] + chance.sample(words, min(40, len(words)))
        (folder / f"d{number:04}.txt").write_text(" ".join(drawn), encoding="utf-8")


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    folder = tmp_path_factory.mktemp("thousand")
    place = Settings(corpus=folder / "documents", index=folder / "index")
    place.corpus.mkdir()
    thousand_documents(place.corpus)
    assert build(place).documents == 1_000
    asked = Asked(place)
    yield asked
    asked.library.close()


WORDS = (
    *("kommune", "samarbejde", "gmina", "współpraca", "gmin", "projekt", "partner", "visit"),
    *("municipality", "EU", "i", "w", "og", "at", "for"),
)
SIGNS = ("OR", "lang:da", "lang:pl", "kind:tool", "year:2012..2014", "-", '"', "*", "(", ")", "NOT")
PIECES = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(WORDS).map(lambda word: word[:3] + "*"),
    st.sampled_from(WORDS).map(lambda word: f"-{word}"),
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(lambda words: f'"{" ".join(words)}"'),
    st.sampled_from(
        ["OR", "lang:da", "lang:pl", "kind:tool", "year:2012..2014", "-", '"', "*", "(", ")", "NOT"]
    ),
    st.text(max_size=12),
)
QUESTIONS = st.one_of(
    st.lists(PIECES, max_size=12).map(" ".join),
    st.text(max_size=80),
    st.text(alphabet='*?~^"-+()[]{}:\\/|&!<> aeæøåłóżn0123456789', max_size=60),
    st.binary(max_size=60).map(lambda raw: raw.decode("utf-8", "surrogateescape")),
    st.sampled_from(KNOWN),
)


def ask_many(library: Asked, batches: int, each: int) -> Slowest:
    """Draw the questions, then ask them: while they are drawn, much is held that Python looks through."""
    drawn = list(KNOWN)

    @settings(
        max_examples=batches,
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(st.lists(QUESTIONS, min_size=each, max_size=each))
    def draw(questions: list[str]) -> None:
        drawn.extend(questions)

    draw()
    gc.collect()
    gc.freeze()  # What was drawn with is not looked through again while a question is answered.
    slowest = Slowest()
    for question in drawn:
        slowest.ask(library, question)
    gc.unfreeze()
    return slowest


@pytest.mark.torture
def test_a_hundred_thousand_questions(library: Asked) -> None:
    slowest = ask_many(library, batches=5_000, each=20)
    print(
        f"\n{slowest.asked} questions to 1000 documents: 0 exceptions, "
        f"slowest {slowest.seconds:.3f} s CPU: {slowest.question[:60]!r}"
    )
    assert slowest.asked >= 100_000
    assert slowest.seconds < LIMIT


@pytest.mark.parametrize("question", KNOWN, ids=range(len(KNOWN)))
def test_a_known_hostile_question_has_an_answer(shipped: Asked, question: str) -> None:
    Slowest().ask(shipped, question)


@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
@given(QUESTIONS)
def test_any_question_has_an_answer(shipped: Asked, question: str) -> None:
    Slowest().ask(shipped, question)
