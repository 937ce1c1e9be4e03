"""What every engine promises of filters and of each kind of expression."""

from __future__ import annotations

import pytest
from engine_library import MEETING, ODD_TERMS, Library, ids

from indexer.engine import Best, Bool, Expression, Phrase, Prefix, Reader, Record, Term

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
