"""Postings come back in the order of their terms, however often the pool was full."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from indexer.engines.whoosh_format import MappedStorage
from indexer.engines.whoosh_pool import PostingPool

LETTERS = "a\u00e6\u0142\ud800\uffff\U0001f600"
"""Letters of one to four bytes, half a pair and the last of three bytes: the hard cases of sorting."""

Rows = list[tuple[int, int]]


def texts(chance: random.Random) -> list[list[str]]:
    return [
        ["".join(chance.choices(LETTERS, k=chance.randrange(1, 3))) for _ in range(40)] for _ in range(60)
    ]


def expected(documents: list[list[str]]) -> dict[tuple[str, bytes], Rows]:
    found: dict[tuple[str, bytes], Rows] = {}
    for number, terms in enumerate(documents):
        for place, term in enumerate(terms):
            found.setdefault(("exact", term.encode("utf-8", "surrogatepass")), []).append((number, place))
        for term, count in Counter(terms).items():
            found.setdefault(("lemma", term.encode("utf-8", "surrogatepass")), []).append((number, count))
    return dict(sorted(found.items()))


@pytest.mark.parametrize(
    "memory", [pytest.param(1 << 20, id="all in memory"), pytest.param(1 << 14, id="in many runs")]
)
def test_terms_come_back_in_the_order_of_their_bytes_with_all_their_rows(tmp_path: Path, memory: int) -> None:
    documents = texts(random.Random(5))
    pool = PostingPool(MappedStorage(str(tmp_path)), memory=memory)
    for number, terms in enumerate(documents):
        pool.add(number, "exact", terms, positional=True)
        pool.add(number, "lemma", terms, positional=False)
    found = [
        ((field, term), [tuple(row) for row in np.frombuffer(rows, np.uint32).reshape(-1, 2).tolist()])
        for field, term, rows in pool.iter_postings()
    ]
    assert any(tmp_path.iterdir()) == (memory < 1 << 20)
    assert found == list(expected(documents).items())
