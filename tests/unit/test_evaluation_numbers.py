"""From orders of documents to measures, floors and differences."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest

from search_ui.search.weights import WEIGHTS
from tests.evaluation import ablation, measures, parts, pinned, pool, report, rows, session, tune, yardstick
from tests.evaluation.errors import (
    BrokenFloor,
    ChangedYardstick,
    LowerFloor,
    NotPinned,
    UnreadableYardstick,
    Unsteady,
)
from tests.evaluation.forms import Kind
from tests.evaluation.judgements import Judgement
from tests.evaluation.measures import FIRST, JUDGED, MRR, NDCG, RECALL
from tests.evaluation.pinned import Pinned
from tests.evaluation.questions import Question
from tests.evaluation.rows import HONEST, OF_CLEAN, Row
from tests.evaluation.runs import Answer
from tests.evaluation.significance import difference


def question(id: str, target: str = "da", kind: Kind = "keyword", clean: str | None = None) -> Question:
    return Question(id, "tune", "da", target, (kind,), id, clean)


LANGUAGES = {"da1": ("da",), "da2": ("da",), "pl1": ("pl",), "pl2": ("pl",), "both": ("da", "pl")}
OWN, CROSSING = question("da-1"), question("da-2", target="pl")
TYPO = question("da-3", kind="typo", clean="da-1")
NONE = question("da-4", kind="no-answer")
HELD = yardstick.held(
    (OWN, CROSSING, TYPO, NONE),
    (
        Judgement("da-1", "da1", 3),
        Judgement("da-1", "da2", 1),
        Judgement("da-1", "pl1", 2),
        Judgement("da-2", "pl1", 2),
        Judgement("da-2", "both", 3),
    ),
)
RUN = {
    "da-1": Answer(("da2", "pl1", "da1"), 3),
    "da-2": Answer(("da1", "da2", "pl2", "both", "pl1"), 5),
    "da-3": Answer((), 0),
    "da-4": Answer(("da1",), 0),
}


def scored() -> dict[str, measures.Scored]:
    found = measures.scored(HELD, HELD.questions, RUN, LANGUAGES)
    return {one.question.id: one for one in found}


def test_a_question_in_one_language_passes_over_documents_in_others() -> None:
    found = scored()["da-1"].target
    ideal = 3 + 1 / math.log2(3)
    assert found[NDCG] == pytest.approx((1 + 3 / math.log2(3)) / ideal)
    assert (found[RECALL], found[MRR], found[FIRST], found[JUDGED]) == (1.0, 0.5, 0.0, 1.0)


def test_the_whole_list_is_measured_as_it_stands() -> None:
    found = scored()["da-1"].whole
    ideal = 3 + 2 / math.log2(3) + 1 / 2
    assert found[NDCG] == pytest.approx((1 + 2 / math.log2(3) + 3 / 2) / ideal)
    assert found[MRR] == 0.5


def test_a_document_of_both_languages_counts_where_the_question_crosses_a_border() -> None:
    found = scored()["da-2"].target
    assert found[NDCG] == pytest.approx((3 / math.log2(3) + 2 / 2) / (3 + 2 / math.log2(3)))
    assert found[JUDGED] == pytest.approx(2 / 3)


def test_a_question_that_finds_nothing_is_worth_nothing() -> None:
    found = scored()["da-3"].target
    assert [found[name] for name in (NDCG, RECALL, MRR, FIRST)] == [0.0] * 4


def test_a_question_without_an_answer_is_not_averaged_in() -> None:
    assert "da-4" not in scored()


@pytest.mark.parametrize("place", [1, 2, 10, 11])
def test_the_order_of_documents_is_kept_whatever_their_names(place: int) -> None:
    ranked = [f"n{number}" for number in range(place - 1)] + ["da1"]
    found = measures.scored(HELD, [OWN], {"da-1": Answer(tuple(ranked))}, {})
    assert found[0].whole[MRR] == pytest.approx(1 / place)


def table() -> dict[str, Row]:
    return {row.name: row for row in rows.rows(list(scored().values()), HELD.questions, RUN)}


def test_a_variant_does_not_count_twice() -> None:
    assert {name: row.questions for name, row in table().items()} == {
        "da>da": 1,
        "da>pl": 1,
        rows.SAME: 1,
        rows.CROSS: 1,
        rows.WHOLE: 2,
        "keyword": 2,
        "typo": 1,
        "no-answer": 1,
    }


def test_a_variant_is_held_against_its_clean_form() -> None:
    assert table()["typo"].values[OF_CLEAN] == 0.0


def test_right_without_an_answer_is_not_to_claim_one() -> None:
    assert table()["no-answer"].values == {HONEST: 1.0}
    claimed = RUN | {"da-4": Answer(("da1",), 1)}
    last = rows.rows(list(scored().values()), HELD.questions, claimed)[-1]
    assert last.values == {HONEST: 0.0}


def test_the_same_values_differ_by_chance_alone() -> None:
    same = difference([0.5, 0.7], [0.5, 0.7])
    assert (same.mean, same.probability) == (0.0, 1.0)


def test_a_steady_gain_is_no_chance_and_one_question_is() -> None:
    assert difference([0.6] * 20, [0.5] * 20).probability < 0.001
    assert difference([0.6, *[0.5] * 19], [0.5] * 20).probability > 0.9


def test_a_difference_is_told_the_same_every_time() -> None:
    values = ([0.1, 0.9, 0.4, 0.8], [0.2, 0.5, 0.4, 0.3])
    assert difference(*values) == difference(*values)


def measured(ndcg: float) -> dict[str, list[Row]]:
    return {"test": [Row("pair", "da>da", 4, {NDCG: ndcg, MRR: 0.5}), Row("kind", "name", 1, {NDCG: ndcg})]}


def pin(ndcg: float) -> Pinned:
    return Pinned("corpus", "questions", pinned.floors(measured(ndcg)), {"da-1": ndcg})


def test_a_floor_is_cut_off_at_two_decimals_and_kinds_have_none() -> None:
    assert pin(0.879).floors == {f"test / da>da / {NDCG}": 0.87}
    assert pin(0.29).floors == {f"test / da>da / {NDCG}": 0.29}


def test_what_reaches_its_floor_passes() -> None:
    pinned.check_floors(pin(0.879), measured(0.87))


def test_what_falls_below_its_floor_is_named() -> None:
    with pytest.raises(BrokenFloor, match=r"test / da>da / nDCG@10 is 0\.860, not 0\.87"):
        pinned.check_floors(pin(0.879), measured(0.86))


def test_what_is_not_measured_any_more_breaks_its_floor() -> None:
    with pytest.raises(BrokenFloor, match="is not measured"):
        pinned.check_floors(pin(0.879), {})


def test_floors_rise_without_a_word() -> None:
    assert pinned.raised(pin(0.5), pin(0.6)) == pin(0.6)


@pytest.mark.parametrize("why", ["", "  "])
def test_a_floor_falls_only_where_somebody_says_why(why: str) -> None:
    with pytest.raises(LowerFloor, match=r"from 0\.60 to 0\.50.*WHY="):
        pinned.raised(pin(0.6), pin(0.5), why)


def test_why_a_floor_fell_is_kept() -> None:
    once = pinned.raised(pin(0.6), pin(0.5), "harder questions")
    assert pinned.raised(once, pin(0.7)).lowered == ("harder questions (1 floors)",)


def test_another_corpus_cannot_be_held_against_the_pinned_one() -> None:
    with pytest.raises(ChangedYardstick, match=r"pinned: the corpus\. "):
        pinned.check_fingerprints(pin(0.5), "another", "questions")


def test_a_pinned_run_reads_as_it_was_written(tmp_path: Path) -> None:
    file = tmp_path / "pinned.json"
    kept = replace(pin(0.5), lowered=("for å reason",))
    pinned.save(kept, file)
    assert pinned.load(file) == kept


def test_without_a_pinned_run_one_is_told_how_to_make_it(tmp_path: Path) -> None:
    with pytest.raises(NotPinned, match="make eval-pin"):
        pinned.load(tmp_path / "pinned.json")
    assert pinned.last(tmp_path / "pinned.json") is None


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"floors": 1, "lowered": []}'])
def test_a_spoiled_pinned_run_is_refused(tmp_path: Path, text: str) -> None:
    file = tmp_path / "pinned.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(UnreadableYardstick):
        pinned.load(file)


def test_two_builds_that_differ_in_one_order_are_unsteady() -> None:
    session.check_rankings_alike(RUN, dict(RUN))
    with pytest.raises(Unsteady, match="da-1"):
        session.check_rankings_alike(RUN, RUN | {"da-1": Answer(("pl1", "da2", "da1"), 3)})


@pytest.mark.parametrize("apart, steady", [(0.009, True), (0.011, False)])
def test_engines_may_be_a_hundredth_apart(apart: float, steady: bool) -> None:
    first, second = (
        session.Measured({}, {}, {"test": (Row("all", "whole list", 9, {NDCG: value}),)})
        for value in (0.7, 0.7 + apart)
    )
    if steady:
        assert session.check_engines_alike(first, second) == pytest.approx(apart)
    else:
        with pytest.raises(Unsteady, match="test / whole list"):
            session.check_engines_alike(first, second)


def test_a_loss_tells_what_is_worse_without_the_part() -> None:
    whole = list(scored().values())
    nothing = measures.scored(HELD, HELD.questions, {id: Answer(()) for id in RUN}, LANGUAGES)
    lost = ablation.loss("everything", nothing, whole)
    assert lost.compared.mean < 0
    assert ablation.line(lost)[:2] == ("everything", "0.000")


@pytest.mark.parametrize("part", parts.PARTS)
def test_every_part_that_can_be_left_out_is_in_use(part: str) -> None:
    assert parts.without([part]) != WEIGHTS


@pytest.mark.parametrize("name", tune.NAMES)
def test_every_weight_has_other_values_to_try(name: str) -> None:
    values = [getattr(weights, name) for weights in tune.tried(name, WEIGHTS)]
    assert len(set(values)) == len(values) >= 3
    assert getattr(WEIGHTS, name) not in values


def test_a_pool_holds_the_first_of_both_lists_of_every_run_in_the_order_of_paths() -> None:
    other = {"da-2": Answer(("pl2",))}
    pairs = pool.pooled([CROSSING], [RUN, other], LANGUAGES, depth=2)
    assert [path for _, path in pairs] == ["both", "da1", "da2", "pl2"]


def test_what_a_variant_finds_is_judged_for_its_clean_form_and_once() -> None:
    pairs = [(TYPO, "new"), (OWN, "new"), (OWN, "da1")]
    assert list(pool.unjudged(pairs, HELD)) == [(OWN, "new")]


def test_a_question_is_never_parted_between_two_sheets() -> None:
    pairs = [(OWN, "a"), (OWN, "b"), (CROSSING, "a"), (NONE, "a"), (NONE, "b")]
    assert [len(batch) for batch in pool.batches(pairs, 2)] == [2, 3]


def test_a_table_reads_the_same_in_the_terminal_and_in_markdown() -> None:
    heading, lines = report.table(measured(0.5)["test"])
    told = list(report.plain(heading, lines))
    written = list(report.markdown(heading, lines))
    assert told[1].split() == ["da>da", "4", "0.500", "–", "0.500", "–", "–"]
    assert written[2] == "| da>da | 4 | 0.500 | – | 0.500 | – | – |"
    assert len(written) == 4


@pytest.mark.parametrize(
    "spent, told",
    [
        pytest.param([], "no time measured", id="nothing"),
        pytest.param([3.0, 1.0, 2.0], "2.0 ms median, 3.0 ms 95th percentile", id="three"),
        pytest.param(list(map(float, range(100))), "50.0 ms median, 95.0 ms 95th percentile", id="hundred"),
    ],
)
def test_times_are_told_by_median_and_95th_percentile(spent: list[float], told: str) -> None:
    assert report.times(spent) == told
