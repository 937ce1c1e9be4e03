"""Random questions to random libraries: every engine gives the answer that the records dictate.

``INTERLOC_EXPRESSIONS`` sets how many are asked.
"""

from __future__ import annotations

import os
import random
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from engine_library import (
    Question,
    expected,
    expected_counts,
    opened,
    random_library,
    random_question,
)

from indexer.engine import LABELS, Candidates, Order, Reader, Record
from indexer.engines import ENGINES

EXPRESSIONS = int(os.environ.get("INTERLOC_EXPRESSIONS", "2000"))
QUESTIONS_PER_LIBRARY = 250
DOCUMENTS = 40
THREADS = 8


def index(name: str, records: tuple[Record, ...], folder: Path) -> Reader:
    folder.mkdir()
    return opened(ENGINES[name](), records, folder)


def ask(reader: Reader, asked: Question, limit: int = DOCUMENTS, offset: int = 0) -> Candidates:
    return reader.search(
        asked.query,
        without=asked.without,
        where=asked.where,
        facets=asked.facets,
        order=asked.order,
        limit=limit,
        offset=offset,
    )


def check(found: Candidates, asked: Question, wanted: Sequence[Record]) -> None:
    names = [name for name, _ in found.ranked]
    assert found.total == len(wanted)
    assert found.facets == {label: expected_counts(wanted, label) for label in asked.facets}
    if asked.order is Order.DATE:
        assert names == [record.id for record in wanted]
    else:
        assert sorted(names) == sorted(record.id for record in wanted)
        assert list(found.ranked) == sorted(found.ranked, key=lambda hit: (-hit[1], hit[0]))


@pytest.mark.parametrize("seed", range(max(1, EXPRESSIONS // QUESTIONS_PER_LIBRARY)))
def test_every_engine_finds_what_the_records_dictate(seed: int, tmp_path: Path) -> None:
    chance = random.Random(seed)
    records = random_library(chance, DOCUMENTS)
    readers = {name: index(name, records, tmp_path / name) for name in ENGINES}
    for _ in range(QUESTIONS_PER_LIBRARY):
        asked = random_question(chance)
        wanted = expected(records, asked)
        for reader in readers.values():
            check(ask(reader, asked), asked, wanted)
    print(f"{QUESTIONS_PER_LIBRARY} questions to {DOCUMENTS} documents, {len(readers)} engines")


@pytest.mark.parametrize("name", ENGINES)
def test_a_page_is_a_slice_of_the_whole_answer(name: str, tmp_path: Path) -> None:
    chance = random.Random(11)
    reader = index(name, random_library(chance, DOCUMENTS), tmp_path / name)
    for _ in range(QUESTIONS_PER_LIBRARY):
        asked = random_question(chance)
        start, size = chance.randrange(DOCUMENTS), chance.randrange(DOCUMENTS)
        whole, page = ask(reader, asked), ask(reader, asked, limit=size, offset=start)
        assert page.ranked == whole.ranked[start : start + size]


def test_random_questions_match_some_documents_and_miss_others() -> None:
    chance = random.Random(0)
    records = random_library(chance, DOCUMENTS)
    totals = [len(expected(records, random_question(chance))) for _ in range(500)]
    assert sum(0 < total < DOCUMENTS for total in totals) > 250


def answers_of_threads(name: str, folder: Path, count: int) -> tuple[list[str], list[list[str]]]:
    chance = random.Random(7)
    reader = index(name, random_library(chance, 400), folder)
    asked = [random_question(chance) for _ in range(count)]

    def all_answers(_: int) -> list[str]:
        return [repr(ask(reader, question, limit=20)) for question in asked]

    with ThreadPoolExecutor(THREADS) as threads:
        return all_answers(0), list(threads.map(all_answers, range(THREADS)))


@pytest.mark.parametrize("name", ENGINES)
def test_eight_threads_get_the_answers_of_one_byte_for_byte(name: str, tmp_path: Path) -> None:
    alone, together = answers_of_threads(name, tmp_path / name, 60)
    assert together == [alone] * THREADS


@pytest.mark.torture
@pytest.mark.parametrize("name", ENGINES)
def test_eight_threads_with_two_thousand_searches_each_get_the_answers_of_one(
    name: str, tmp_path: Path
) -> None:
    alone, together = answers_of_threads(name, tmp_path / name, 2000)
    print(f"{name}: {THREADS} threads, {sum(map(len, together))} searches")
    assert together == [alone] * THREADS


def test_the_random_libraries_use_every_label() -> None:
    records = random_library(random.Random(0), DOCUMENTS)
    assert {label for record in records for label, values in record.labels.items() if values} == set(LABELS)
