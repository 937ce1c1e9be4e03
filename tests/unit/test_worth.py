"""What documents are worth, worked out all at once, against one passage after the other."""

from __future__ import annotations

import random

import numpy as np
import pytest

from indexer.engine import Term
from indexer.terms import NUMBERS, Terms
from search_ui.search import ranking
from search_ui.search.ranking import Evidence
from search_ui.search.wanted import How, Sight, Want
from search_ui.search.worth import Worth

VOCABULARY = 30
LIBRARY = 50


def document(chance: random.Random) -> Terms:
    """Return some passages, a few of them empty, with blocks that others repeat."""
    bounds = sorted(chance.choices(range(60), k=chance.randrange(1, 6)))
    words = [chance.randrange(VOCABULARY) for _ in range(bounds[-1])]
    blocks = sorted(chance.sample(range(len(words) + 1), 2 * chance.randrange(1 + min(2, len(words) // 2))))
    arrays = (words, [0, *bounds], blocks)
    return Terms(*(np.array(numbers, dtype=NUMBERS) for numbers in arrays))


def want(chance: random.Random, name: str) -> Want:
    """Return a want with forms of a word, some of them translations that other wants may share."""
    ways: tuple[How, ...] = ("typed", "form", "stem", "translation")
    sights = {
        number: Sight(str(number), chance.choice((1.0, 0.83, 0.42)), chance.randrange(9), chance.choice(ways))
        for number in chance.sample(range(VOCABULARY), chance.randrange(6))
    }
    return Want(name, Term("exact", name), sights, optional=chance.random() < 0.1)


def worth_of(found: tuple[Evidence, ...]) -> Worth:
    best = found[: ranking.SUPPORTING]
    return Worth(tuple(one.score for one in best), bool(best) and best[0].translated)


@pytest.mark.parametrize("seed", range(60))
def test_documents_are_worth_what_their_passages_say_to_the_last_bit(seed: int) -> None:
    chance = random.Random(seed)
    terms = {f"d{number}": document(chance) for number in range(12)}
    wants = [want(chance, f"w{number}") for number in range(chance.randrange(1, 5))]
    told = ranking.evidence(terms, wants, LIBRARY)
    assert ranking.worths(terms, wants, LIBRARY) == {id: worth_of(found) for id, found in told.items()}


def test_a_document_that_says_nothing_is_worth_nothing() -> None:
    silent = Terms(*(np.array(numbers, dtype=NUMBERS) for numbers in ([1, 1], [0, 2], [])))
    asked = Want("word", Term("exact", "word"), {0: Sight("word", 1.0, 1, "typed")})
    assert ranking.worths({"silent": silent}, [asked], LIBRARY) == {"silent": Worth((), translated=False)}
