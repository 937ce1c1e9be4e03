"""What every engine promises, line by line; the numbers are those of ``indexer/engine.py``."""

from __future__ import annotations

import gc
import os
import sys
import tracemalloc
from collections.abc import Callable, Container, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from engine_library import ODD_TERMS, SMALL_LIBRARY

from indexer.engine import LABELS, Best, Bool, Engine, Expression, Order, Phrase, Prefix, Reader, Record, Term
from indexer.engines import ENGINES, engine
from indexer.engines.tantivy_engine import TantivyEngine
from indexer.engines.whoosh_engine import WhooshEngine
from indexer.errors import EngineError, UnknownEngine

Library = Callable[[Iterable[Record]], Reader]

MEETING = Term("exact", "meeting")


@pytest.fixture(params=ENGINES.values(), ids=list(ENGINES), scope="module")
def empty_handed(request: pytest.FixtureRequest) -> Engine:
    """An engine without an index."""
    made: Engine = request.param()
    return made


def opened(engine: Engine, records: Iterable[Record], folder: Path) -> Reader:
    engine.build(iter(records), folder)
    return engine.open(folder)


@pytest.fixture
def library(empty_handed: Engine, tmp_path: Path) -> Iterator[Library]:
    """Build and open an index of the records that the test hands in."""
    readers: list[Reader] = []

    def made(records: Iterable[Record]) -> Reader:
        folder = tmp_path / f"index-{len(readers)}"
        folder.mkdir()
        readers.append(opened(empty_handed, records, folder))
        return readers[-1]

    yield made
    for reader in readers:
        reader.close()


@pytest.fixture(scope="module")
def reader(empty_handed: Engine, tmp_path_factory: pytest.TempPathFactory) -> Reader:
    return opened(empty_handed, SMALL_LIBRARY, tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="module")
def odd_library(empty_handed: Engine, tmp_path_factory: pytest.TempPathFactory) -> Reader:
    records = (Record(f"{number:02}", {"exact": [term, "end"]}) for number, term in enumerate(ODD_TERMS))
    return opened(empty_handed, records, tmp_path_factory.mktemp("odd"))


def ids(reader: Reader, query: Expression | None, **options: object) -> list[str]:
    return [name for name, _ in reader.search(query, **options).ranked]  # type: ignore[arg-type]


# 1. build consumes its iterator once, in bounded memory


def test_a_build_takes_every_record_once_and_in_turn(empty_handed: Engine, tmp_path: Path) -> None:
    taken: list[str] = []

    def records() -> Iterator[Record]:
        for record in SMALL_LIBRARY:
            taken.append(record.id)
            yield record

    empty_handed.build(records(), tmp_path)
    assert taken == [record.id for record in SMALL_LIBRARY]


def distinct_terms(number: int, count: int) -> list[str]:
    return [f"t{number}-{place}" for place in range(count)]


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
    assert found.facets == {
        "language": {"en": 2, "de": 1},
        "kind": {"newsletter": 2},
        "year": {"2014": 1, "2015": 1},
    }


def test_a_value_that_no_match_has_is_absent_from_its_facet(reader: Reader) -> None:
    assert reader.search(Term("exact", "spotkanie"), facets=LABELS).facets == {
        "language": {"pl": 1},
        "kind": {},
        "year": {},
    }


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


# where and 4. without


def test_where_keeps_documents_with_one_of_the_values_of_each_label(reader: Reader) -> None:
    languages = frozenset({"de", "pl"})
    assert ids(reader, None, where={"language": languages}) == ["berlin", "kwidzyn"]
    assert ids(reader, None, where={"language": languages, "kind": frozenset({"newsletter"})}) == ["berlin"]


@pytest.mark.parametrize("values", [frozenset({"klingon"}), frozenset()], ids=["unknown value", "no value"])
def test_where_with_nothing_to_hold_finds_nothing(reader: Reader, values: frozenset[str]) -> None:
    found = reader.search(None, where={"language": values}, facets=["kind"])
    assert (found.ranked, found.total, found.facets) == ((), 0, {"kind": {}})


def test_where_and_without_do_not_change_scores(reader: Reader) -> None:
    plain = dict(reader.search(MEETING).ranked)
    kept = reader.search(MEETING, where={"year": frozenset({"2014"})}, without=Term("exact", "of")).ranked
    assert dict(kept) == pytest.approx({"berlin": plain["berlin"]})


@pytest.mark.parametrize(
    ("without", "left"),
    [
        pytest.param(Term("exact", "berlin"), ["aarhus", "empty", "kwidzyn"], id="term"),
        pytest.param(Phrase("exact", ("final", "meeting")), ["empty", "kwidzyn"], id="phrase"),
        pytest.param(Prefix("exact", "spot"), ["aarhus", "berlin", "empty"], id="prefix"),
        pytest.param(Best((Term("exact", "in"), Term("exact", "of"))), ["empty", "kwidzyn"], id="best"),
        pytest.param(Bool(must=(MEETING, Term("exact", "in"))), ["aarhus", "empty", "kwidzyn"], id="all"),
        pytest.param(Term("exact", "nowhere"), ["aarhus", "berlin", "empty", "kwidzyn"], id="unknown term"),
    ],
)
def test_without_excludes_whole_documents(reader: Reader, without: Expression, left: list[str]) -> None:
    found = reader.search(None, without=without)
    assert [name for name, _ in found.ranked] == left
    assert found.total == len(left)


# 5. Best


def test_best_scores_its_best_option_and_does_not_add_up(reader: Reader) -> None:
    options = (MEETING, Term("exact", "in", 3.0), Prefix("exact", "fin", 0.1))
    alone = [dict(reader.search(option).ranked)["berlin"] for option in options]
    together = dict(reader.search(Best(options)).ranked)["berlin"]
    assert together == pytest.approx(max(alone))


def test_bool_adds_up(reader: Reader) -> None:
    parts = (MEETING, Term("exact", "in", 3.0), Prefix("exact", "fin", 0.1))
    alone = [dict(reader.search(part).ranked)["berlin"] for part in parts]
    for question in (Bool(must=parts), Bool(should=parts), Bool(parts[:1], parts[1:])):
        assert dict(reader.search(question).ranked)["berlin"] == pytest.approx(sum(alone))


def test_a_weight_multiplies(reader: Reader) -> None:
    for light, heavy in (
        (MEETING, Term("exact", "meeting", 2.5)),
        (Phrase("exact", ("final", "meeting")), Phrase("exact", ("final", "meeting"), 2.5)),
        (Prefix("exact", "me"), Prefix("exact", "me", 2.5)),
    ):
        once, more = dict(reader.search(light).ranked), dict(reader.search(heavy).ranked)
        assert more == pytest.approx({name: 2.5 * score for name, score in once.items()})


def test_a_prefix_scores_its_weight_however_often_it_is_met(reader: Reader) -> None:
    assert dict(reader.search(Prefix("exact", "m", 0.25)).ranked) == {"aarhus": 0.25, "berlin": 0.25}


# 6. Phrase


def test_a_phrase_may_repeat_a_word(library: Library) -> None:
    reader = library([Record("one", {"exact": ["no", "yes"]}), Record("two", {"exact": ["no", "no", "no"]})])
    assert ids(reader, Phrase("exact", ("no", "no"))) == ["two"]
    assert ids(reader, Phrase("exact", ("no", "no", "no"))) == ["two"]
    assert ids(reader, Phrase("exact", ("no", "no", "no", "no"))) == []


def test_a_phrase_does_not_run_from_one_document_into_the_next(library: Library) -> None:
    reader = library([Record("a", {"exact": ["end"]}), Record("b", {"exact": ["of", "end"]})])
    assert ids(reader, Phrase("exact", ("end", "of"))) == []
    assert ids(reader, Phrase("exact", ("of", "end"))) == ["b"]


def test_a_phrase_is_found_deep_in_a_long_document(library: Library) -> None:
    words = ["word"] * 70_000
    reader = library(
        [Record("long", {"exact": [*words, "needle", "word"]}), Record("short", {"exact": words})]
    )
    assert ids(reader, Phrase("exact", ("word", "needle", "word"))) == ["long"]
    assert reader.search(Phrase("exact", ("word", "word"))).total == 2


# 7. any character but white space is literal


@pytest.mark.parametrize("number", range(len(ODD_TERMS)), ids=[repr(term[:9]) for term in ODD_TERMS])
def test_every_character_of_a_term_is_literal(odd_library: Reader, number: int) -> None:
    term = ODD_TERMS[number]
    beginners = [f"{other:02}" for other, odd in enumerate(ODD_TERMS) if odd.startswith(term)]
    assert ids(odd_library, Term("exact", term)) == [f"{number:02}"]
    assert ids(odd_library, Phrase("exact", (term, "end"))) == [f"{number:02}"]
    assert ids(odd_library, Prefix("exact", term)) == beginners
    assert f"{number:02}" in ids(odd_library, Prefix("exact", term[:1]), limit=100)
    assert ids(odd_library, None, without=Term("exact", term), limit=100).count(f"{number:02}") == 0


def test_half_a_character_from_a_broken_file_does_no_harm(library: Library) -> None:
    reader = library([Record("a", {"exact": ["br\ud800ken", "word"]}), Record("b", {"exact": ["word"]})])
    assert ids(reader, Term("exact", "br\ud800ken")) == ["a"]
    assert ids(reader, Prefix("exact", "br\ud800")) == ["a"]
    assert reader.search(Term("exact", "word")).total == 2


def test_label_values_may_hold_anything(library: Library) -> None:
    values = ("two words", "Ærø & Kwidzyn", "a/b", ".*", "ż" * 300, " ")
    reader = library(Record(f"{number}", {}, {"kind": (value,)}) for number, value in enumerate(values))
    assert reader.search(None, facets=["kind"]).facets["kind"] == dict.fromkeys(values, 1)
    for number, value in enumerate(values):
        assert ids(reader, None, where={"kind": frozenset({value})}) == [str(number)]


# 8. threads


def test_threads_that_start_with_a_fresh_reader_all_get_the_answer(library: Library) -> None:
    reader = library(Record(f"{n:03}", {"exact": ["a"] * (n % 7 + 1) + ["b"]}) for n in range(300))
    question = Bool(should=(Term("exact", "a"), Phrase("exact", ("a", "b")), Prefix("exact", "b")))
    with ThreadPoolExecutor(8) as threads:
        answers = list(threads.map(lambda _: repr(reader.search(question, limit=50)), range(200)))
    assert set(answers) == {repr(reader.search(question, limit=50))}


# 9. failures, and what is no failure


def test_an_empty_library_answers_everything_with_nothing(library: Library) -> None:
    reader = library([])
    for query in (None, MEETING, Phrase("exact", ("a", "b")), Prefix("exact", "a"), Bool(must=(MEETING,))):
        found = reader.search(query, without=MEETING, facets=LABELS, where={"kind": frozenset({"x"})})
        assert (found.ranked, found.total, found.facets) == ((), 0, {label: {} for label in LABELS})
        assert reader.search(query, order=Order.DATE).total == 0


def test_documents_without_terms_are_in_the_library(library: Library) -> None:
    reader = library([Record("b", {}), Record("a", {"exact": []})])
    assert ids(reader, None) == ["a", "b"]
    assert ids(reader, MEETING) == []


def test_a_closed_reader_refuses(library: Library) -> None:
    reader = library(SMALL_LIBRARY)
    reader.close()
    with pytest.raises(EngineError, match="closed"):
        reader.search(None)
    reader.close()


def fill_with_nothing(folder: Path) -> None:
    assert not list(folder.iterdir())


def fill_with_garbage(folder: Path) -> None:
    for file in folder.iterdir():
        file.write_bytes(b"\x07garbage" * 40)


def fill_with_holes(folder: Path) -> None:
    for file in folder.iterdir():
        os.truncate(file, 0)


def remove_the_folder(folder: Path) -> None:
    folder.rmdir()


@pytest.mark.parametrize(
    ("build", "damage"),
    [
        (False, fill_with_nothing),
        (True, fill_with_garbage),
        (True, fill_with_holes),
        (False, remove_the_folder),
    ],
    ids=["empty folder", "garbage", "truncated files", "no folder"],
)
def test_what_is_no_index_does_not_open(
    empty_handed: Engine, tmp_path: Path, build: bool, damage: Callable[[Path], None]
) -> None:
    if build:
        empty_handed.build(iter(SMALL_LIBRARY), tmp_path)
    damage(tmp_path)
    with pytest.raises(EngineError, match="index"):
        empty_handed.open(tmp_path)


def test_an_unknown_label_is_refused(reader: Reader) -> None:
    with pytest.raises(EngineError):
        reader.search(None, facets=["colour"])
    with pytest.raises(EngineError):
        reader.search(None, where={"colour": frozenset({"red"})})


def test_a_record_that_cannot_be_kept_is_refused_by_name(empty_handed: Engine, tmp_path: Path) -> None:
    with pytest.raises(EngineError, match="report-7"):
        empty_handed.build(iter([Record("report-7", {"colour": ["red"]})]), tmp_path)


def test_a_failure_of_whoever_makes_the_records_passes_through(empty_handed: Engine, tmp_path: Path) -> None:
    def records() -> Iterator[Record]:
        yield SMALL_LIBRARY[0]
        raise KeyError("not the engine's business")

    with pytest.raises(KeyError):
        empty_handed.build(records(), tmp_path)
    gc.collect()


def test_a_built_folder_holds_files_only(empty_handed: Engine, tmp_path: Path) -> None:
    empty_handed.build(iter(SMALL_LIBRARY), tmp_path)
    assert all(file.is_file() for file in tmp_path.iterdir())


def test_opening_and_asking_leave_the_folder_as_it_was(empty_handed: Engine, tmp_path: Path) -> None:
    def state() -> dict[str, bytes]:
        return {file.name: file.read_bytes() for file in tmp_path.iterdir()}

    empty_handed.build(iter(SMALL_LIBRARY), tmp_path)
    before = state()
    reader = empty_handed.open(tmp_path)
    reader.search(MEETING, facets=LABELS)
    reader.close()
    assert state() == before


@contextmanager
def without_the_right_to_write(folder: Path) -> Iterator[None]:
    """Take away write permissions, and the power of root to write all the same."""
    for file in folder.iterdir():
        file.chmod(0o444)
    folder.chmod(0o555)
    before = os.geteuid()
    if not before:
        os.seteuid(65534)
    try:
        with pytest.raises(PermissionError):
            (folder / "new").touch()
        yield
    finally:
        os.seteuid(before)
        folder.chmod(0o755)


def test_an_index_that_may_not_be_written_opens(empty_handed: Engine) -> None:
    with TemporaryDirectory() as name:
        empty_handed.build(iter(SMALL_LIBRARY), Path(name))
        with without_the_right_to_write(Path(name)):
            reader = empty_handed.open(Path(name))
            assert ids(reader, MEETING) == ["aarhus", "berlin"]
            reader.close()


def test_two_readers_of_one_index_do_not_disturb_each_other(empty_handed: Engine, tmp_path: Path) -> None:
    empty_handed.build(iter(SMALL_LIBRARY), tmp_path)
    one, other = empty_handed.open(tmp_path), empty_handed.open(tmp_path)
    one.close()
    assert ids(other, MEETING) == ["aarhus", "berlin"]
    other.close()


# choosing


@pytest.mark.parametrize("name", ENGINES)
def test_an_engine_is_chosen_by_name(name: str) -> None:
    assert type(engine(name)) is type(ENGINES[name]())


def test_an_unknown_engine_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownEngine, match=r"'lucene'.*whoosh, tantivy"):
        engine("lucene")


def test_an_engine_that_is_not_installed_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "indexer.engines.tantivy_engine")
    monkeypatch.delitem(sys.modules, "indexer.engines.tantivy_query")
    monkeypatch.setitem(sys.modules, "tantivy", None)
    with pytest.raises(UnknownEngine, match=r'pip install "interloc-search\[fast\]"'):
        engine("tantivy")
