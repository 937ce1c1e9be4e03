"""What tells a document from others: what it says often, and the others of its language seldom."""

from __future__ import annotations

import numpy as np
import pytest

from indexer.terms import NUMBERS, Terms, VocabularyWord
from search_ui.search import alike
from search_ui.search.alike import Likeness, Telling

PUMP, PUMPS, RAIN, AND, TOWN, YEAR = range(1, 7)

WORDS = (
    VocabularyWord(PUMP, "pump", "en", 2),
    VocabularyWord(PUMPS, "pumps", "en", 2),
    VocabularyWord(RAIN, "rain", "en", 4),
    VocabularyWord(AND, "and", "en", 10),
    VocabularyWord(TOWN, "town", "en", 10),
    VocabularyWord(YEAR, "2014", "en", 2),
)


def terms(*words: int, repeated: tuple[int, ...] = ()) -> Terms:
    return Terms(
        np.array(words, dtype=NUMBERS),
        np.array([0, len(words)], dtype=NUMBERS),
        np.array(repeated, dtype=NUMBERS),
    )


def told(*words: int, library: int = 10) -> list[str]:
    counts = alike.own_words(terms(*words))
    found = alike.telling(counts, [word for word in WORDS if word.number in counts], {"en": library})
    return [one.text for one in found]


def test_rare_words_tell_more_than_frequent_ones() -> None:
    assert told(RAIN, PUMP) == ["pump", "rain"]


def test_what_is_said_more_often_tells_more() -> None:
    assert told(RAIN, RAIN, RAIN, RAIN, RAIN, PUMP) == ["rain", "pump"]


def test_the_forms_of_a_word_count_together() -> None:
    assert told(PUMP, PUMPS, PUMPS, RAIN) == ["pumps", "rain"]


@pytest.mark.parametrize("number", [AND, TOWN, YEAR], ids=["grammar", "in every document", "a number"])
def test_what_tells_nothing_is_left_out(number: int) -> None:
    assert told(number, RAIN) == ["rain"]


def test_what_other_documents_say_word_for_word_does_not_count() -> None:
    assert alike.own_words(terms(PUMP, RAIN, RAIN, PUMP, TOWN, repeated=(1, 3, 4, 5))) == {PUMP: 2}


TOLD = tuple(
    Telling(f"word{number}", "en", (f"en:word{number}",), 1.0, {number: 1.0, number + 100: 0.5})
    for number in range(1, 6)
)
FILLER = 99


def likeness(*words: int) -> Likeness:
    return alike.likeness(terms(*words), TOLD, 10.0)


def test_more_shared_terms_are_more_alike() -> None:
    assert likeness(1, 2, 3).score > likeness(1, 1, 2).score > likeness(1, FILLER, FILLER).score > 0


def test_a_translated_term_counts_less_than_the_word_itself() -> None:
    assert likeness(1, 2).score > likeness(1, 102).score > likeness(1, FILLER).score


def test_a_longer_document_must_say_it_more_often() -> None:
    assert likeness(1, *[FILLER] * 100).score < likeness(1, *[FILLER] * 10).score


def test_the_score_is_a_share() -> None:
    assert likeness(FILLER).score == 0 < likeness(*range(1, 6)).score < 1


def test_a_few_words_in_common_make_no_likeness() -> None:
    found = {"two": likeness(1, 2), "three": likeness(1, 2, 3), "four": likeness(1, 2, 3, 4)}
    assert [id for id, _ in alike.most_alike(found, 5)] == ["four", "three"]
    assert [id for id, _ in alike.most_alike(found, 1)] == ["four"]
