"""What every engine promises, line by line; the numbers are those of ``indexer/engine.py``.

Here 1 to 3; 4 to 7 are in ``test_engine_questions``, 8 and 9 in ``test_engine_failures``.
"""

from __future__ import annotations

import tracemalloc
from collections.abc import Container, Iterator
from pathlib import Path

import pytest
from engine_library import MEETING, SMALL_LIBRARY, Library, distinct_terms, ids

from indexer.engine import LABELS, Best, Bool, Engine, Expression, Order, Phrase, Prefix, Reader, Record, Term
from indexer.engines import ENGINES
from indexer.engines.tantivy_engine import TantivyEngine
from indexer.engines.whoosh_engine import WhooshEngine

# 1. build consumes its iterator once, in bounded memory


def test_a_build_takes_every_record_once_and_in_turn(empty_handed: Engine, tmp_path: Path) -> None:
    taken: list[str] = []

    def records() -> Iterator[Record]:
        for record in SMALL_LIBRARY:
            taken.append(record.id)
            yield record

    empty_handed.build(records(), tmp_path)
    assert taken == [record.id for record in SMALL_LIBRARY]


@pytest.mark.parametrize(
    ("frugal", "terms", "piece", "pieces"),
    [
        (WhooshEngine(memory=1 << 18), 400, "*.doc", {1}),
        (TantivyEngine(memory=15_000_000), 2000, "*.store", range(2, 8)),
    ],
    ids=ENGINES,
)
def test_a_library_larger_than_the_memory_is_whole(
    frugal: Engine, terms: int, piece: str, pieces: Container[int], tmp_path: Path
) -> None:
    records = [
        Record(
            f"{(number * 37) % 101:03}",
            {"exact": ["all", "words", *distinct_terms(number, terms)]},
            {"kind": (f"k{number % 3}",)},
        )
        for number in range(60)
    ]
    frugal.build(iter(records), tmp_path)
    reader = frugal.open(tmp_path)
    for query in (Term("exact", "all"), Phrase("exact", ("all", "words")), Prefix("exact", "t"), None):
        found = reader.search(query, facets=["kind"], limit=25, offset=10)
        assert [name for name, _ in found.ranked] == sorted(record.id for record in records)[10:35]
        assert (found.total, found.facets["kind"]) == (60, {"k0": 20, "k1": 20, "k2": 20})
    assert ids(reader, Term("exact", "t37-399")) == [records[37].id]
    assert len(list(tmp_path.glob(piece))) in pieces


def test_the_default_engine_keeps_no_more_of_the_postings_than_it_is_told(tmp_path: Path) -> None:
    def peak(documents: int) -> int:
        folder = tmp_path / str(documents)
        folder.mkdir()
        tracemalloc.start()
        try:
            terms = [f"t{number}" for number in range(100)]
            records = (Record(f"{number:05}", {"exact": terms * 3}) for number in range(documents))
            WhooshEngine(memory=1 << 17).build(records, folder)
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    assert peak(400) < peak(200) + (1 << 17)


def test_the_same_records_make_the_same_files_with_the_default_engine(tmp_path: Path) -> None:
    def files(name: str) -> dict[str, bytes]:
        (tmp_path / name).mkdir()
        WhooshEngine().build(iter(SMALL_LIBRARY), tmp_path / name)
        return {file.name: file.read_bytes() for file in (tmp_path / name).iterdir()}

    assert files("one") == files("two")


# 2. and 3. order, exact totals and facets


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        pytest.param(MEETING, ["aarhus", "berlin"], id="term"),
        pytest.param(Term("exact", "meet"), [], id="a term is not a prefix"),
        pytest.param(Term("lemma", "meeting"), [], id="a term stays in its field"),
        pytest.param(Term("exact", "nowhere"), [], id="unknown term"),
        pytest.param(Term("parts", "nowhere"), [], id="field without terms"),
        pytest.param(Phrase("exact", ("final", "meeting")), ["aarhus", "berlin"], id="phrase"),
        pytest.param(Phrase("exact", ("meeting", "final")), [], id="phrase in the wrong order"),
        pytest.param(Phrase("exact", ("final", "meeting", "group")), ["aarhus"], id="long phrase"),
        pytest.param(Phrase("exact", ("meeting", "nowhere")), [], id="phrase with an unknown word"),
        pytest.param(Prefix("exact", "meet"), ["aarhus", "berlin"], id="prefix"),
        pytest.param(Prefix("exact", "spotkanie"), ["kwidzyn"], id="prefix that is a whole term"),
        pytest.param(Prefix("exact", "spotkanies"), [], id="prefix longer than its term"),
        pytest.param(
            Best((Term("lemma", "pl:spotkanie"), Term("exact", "in"))), ["berlin", "kwidzyn"], id="best"
        ),
        pytest.param(Bool(must=(MEETING, Term("exact", "in"))), ["berlin"], id="all"),
        pytest.param(Bool(should=(Term("exact", "in"), Term("exact", "of"))), ["aarhus", "berlin"], id="any"),
        pytest.param(
            Bool(should=(MEETING, Term("exact", "in"), Term("exact", "of")), at_least=2),
            ["aarhus", "berlin"],
            id="two of three",
        ),
        pytest.param(
            Bool((MEETING,), (Term("exact", "in"),)), ["aarhus", "berlin"], id="should may be missing"
        ),
        pytest.param(Bool((MEETING,), (Term("exact", "in"),), 1), ["berlin"], id="one should of a must"),
        pytest.param(None, ["aarhus", "berlin", "empty", "kwidzyn"], id="everything"),
    ],
)
def test_a_question_finds_its_documents(
    reader: Reader, query: Expression | None, expected: list[str]
) -> None:
    assert sorted(ids(reader, query)) == expected


def test_totals_and_facets_count_every_match_not_only_the_page(reader: Reader) -> None:
    found = reader.search(MEETING, facets=LABELS, limit=1)
    assert (len(found.ranked), found.total) == (1, 2)
    assert found.facets == {label: {} for label in LABELS} | {
        "language": {"en": 2, "de": 1},
        "kind": {"newsletter": 2},
        "year": {"2014": 1, "2015": 1},
    }


def test_a_value_that_no_match_has_is_absent_from_its_facet(reader: Reader) -> None:
    assert reader.search(Term("exact", "spotkanie"), facets=LABELS).facets == {
        label: {} for label in LABELS
    } | {"language": {"pl": 1}}


def test_facets_are_exact_for_more_values_than_anyone_reads(library: Library) -> None:
    records = [Record(f"{n:05}", {"exact": ["a"]}, {"kind": (f"kind {n}", "all")}) for n in range(2000)]
    counts = library(records).search(Term("exact", "a"), facets=["kind"], limit=0).facets["kind"]
    assert counts == {"all": 2000, **{f"kind {n}": 1 for n in range(2000)}}


def test_a_value_named_twice_counts_once(library: Library) -> None:
    records = [Record("a", {"exact": ["x"]}, {"kind": ("report", "report")})]
    assert library(records).search(None, facets=["kind"]).facets["kind"] == {"report": 1}


def tied_library() -> list[Record]:
    names = [f"{(number * 37) % 101:03}" for number in range(100)]
    return [Record(name, {"exact": ["same", "words"]}, date=20140000) for name in names]


@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize(
    "query",
    [
        pytest.param(Term("exact", "same"), id="term"),
        pytest.param(Prefix("exact", "sa"), id="prefix"),
        pytest.param(None, id="everything"),
    ],
)
def test_ties_are_ordered_by_id_across_every_edge_of_a_page(
    library: Library, query: Expression | None, order: Order
) -> None:
    reader = library(tied_library())
    pages = [ids(reader, query, order=order, limit=7, offset=offset) for offset in range(0, 105, 7)]
    assert [name for page in pages for name in page] == sorted(record.id for record in tied_library())


def test_a_term_that_one_document_repeats_is_in_one_document(library: Library) -> None:
    reader = library([Record("a", {"exact": ["x", "y", "x"]}), Record("b", {"exact": ["y"]})])
    found = reader.search(Term("exact", "x"))
    assert ([name for name, _ in found.ranked], found.total) == (["a"], 1)
    assert found.ranked[0][1] > dict(reader.search(Term("exact", "y")).ranked)["a"]


def test_scores_fall(library: Library) -> None:
    records = [Record(f"{n}", {"exact": ["rare"] * n + ["filler"] * (9 - n)}) for n in range(1, 9)]
    scores = [score for _, score in library(records).search(Term("exact", "rare")).ranked]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == 8
    assert all(score > 0 for score in scores)


def test_order_by_date_puts_the_newest_first_and_the_undated_last(library: Library) -> None:
    dates = {"a": 0, "b": 20140506, "c": 20150000, "d": 20140500, "e": 20150000, "f": 0}
    reader = library(Record(name, {"exact": ["x"]}, date=date) for name, date in dates.items())
    for query in (Term("exact", "x"), None):
        assert ids(reader, query, order=Order.DATE) == ["c", "e", "b", "d", "a", "f"]


def test_order_by_date_keeps_the_scores(reader: Reader) -> None:
    by_score = reader.search(MEETING).ranked
    by_date = reader.search(MEETING, order=Order.DATE).ranked
    assert dict(by_date) == pytest.approx(dict(by_score))


def test_asking_for_everything_scores_nothing(reader: Reader) -> None:
    assert reader.search(None).ranked == (("aarhus", 0.0), ("berlin", 0.0), ("empty", 0.0), ("kwidzyn", 0.0))


@pytest.mark.parametrize("query", [MEETING, None], ids=["term", "everything"])
@pytest.mark.parametrize("order", Order)
@pytest.mark.parametrize(
    ("limit", "offset"),
    [(0, 0), (0, 1), (10, 4), (10, 10**9), (10**9, 10**9)],
    ids=["no hits", "no hits of page two", "just past the end", "far past the end", "all past the end"],
)
def test_an_empty_page_still_counts(
    reader: Reader, query: Expression | None, order: Order, limit: int, offset: int
) -> None:
    found = reader.search(query, facets=["kind"], order=order, limit=limit, offset=offset)
    assert (found.ranked, found.total) == ((), 2 if query else 4)
    assert found.facets == {"kind": {"newsletter": 2}}


def test_a_limit_beyond_the_library_gives_all(reader: Reader) -> None:
    assert len(ids(reader, None, limit=10**9)) == 4
