"""Terms of the glossary in a question: in any form, the longest first, with their names elsewhere."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from indexer.languages.base import words
from indexer.thesaurus import MOST, Concept, Span, Thesaurus
from indexer.thesaurus.glossary import read

LANGUAGES = ("en", "da", "pl")

TABLE = """
theme	en	da	pl
x	plan | scheme	plan	plan
x	action plan	handlingsplan	plan działania
x	municipality	kommune	gmina
x	fund	fond*	fundusz
x	foundation	fond*	fundacja
x	species	art	gatunek
x	art	kunst	sztuka
x	training	kursus	szkolenie
x	train	tog	pociąg
x	Ministry of Health	sundhedsministerium	ministerstwo zdrowia
x	international cooperation	internationalt samarbejde	współpraca międzynarodowa
x	information technology | IT	informationsteknologi	technologia informacyjna
x	NGO | non-governmental organisation | third-sector body	NGO	NGO | organizacja pozarządowa
x	a1a | a2a | a3a | a4a	b1b | b2b | b3b | b4b | b5b	c1c | c2c | c3c | c4c | c5c
"""


@pytest.fixture(scope="module")
def thesaurus() -> Thesaurus:
    return Thesaurus.of(read([row.encode() for row in TABLE.strip().splitlines()], "x").concepts, LANGUAGES)


def spans(thesaurus: Thesaurus, question: str, *languages: str) -> list[Span]:
    return list(thesaurus.spans([word.text for word in words(question)], languages, LANGUAGES))


def told(span: Span) -> list[str]:
    return [f"{one.language}:{one.text}" for one in span.alternatives]


@pytest.mark.parametrize(
    "language, question",
    [
        pytest.param("en", "action plan", id="english"),
        pytest.param("en", "Action Plans", id="english plural"),
        pytest.param("da", "handlingsplan", id="danish"),
        pytest.param("da", "handlingsplanen", id="danish definite"),
        pytest.param("da", "handlingsplanernes", id="danish definite plural genitive"),
        pytest.param("pl", "plan działania", id="polish"),
        pytest.param("pl", "planu działania", id="polish genitive"),
        pytest.param("pl", "planach działania", id="polish locative plural"),
    ],
)
def test_a_term_is_found_in_any_form(thesaurus: Thesaurus, language: str, question: str) -> None:
    (span,) = spans(thesaurus, question, language)
    assert (span.start, span.end) == (0, len(question.split()))
    assert [concept.id for concept in span.concepts] == ["action plan"]


def test_a_term_is_called_what_the_other_languages_call_it(thesaurus: Thesaurus) -> None:
    (span,) = spans(thesaurus, "handlingsplanen", "da")
    assert told(span) == ["en:action plan", "pl:plan działania"]
    assert {(one.how, one.source) for one in span.alternatives} == {("glossary", "glossary")}


def test_the_longest_term_wins_and_no_word_is_in_two_terms(thesaurus: Thesaurus) -> None:
    found = spans(thesaurus, "an action plan and a plan for municipalities", "en")
    assert [(span.start, span.end) for span in found] == [(1, 3), (5, 6), (7, 8)]


def test_a_word_of_grammar_inside_a_term_has_to_stand_there(thesaurus: Thesaurus) -> None:
    (span,) = spans(thesaurus, "the ministry of health", "en")
    assert (span.start, span.end) == (1, 4)
    assert spans(thesaurus, "ministry for health", "en") == []


def test_a_polish_adjective_may_stand_before_its_noun(thesaurus: Thesaurus) -> None:
    (span,) = spans(thesaurus, "międzynarodowej współpracy", "pl")
    assert span.concepts[0].id == "international cooperation"


def test_a_danish_adjective_may_not_stand_behind_its_noun(thesaurus: Thesaurus) -> None:
    assert spans(thesaurus, "samarbejde internationalt", "da") == []


def test_an_abbreviation_that_is_a_word_of_grammar_is_not_found(thesaurus: Thesaurus) -> None:
    assert spans(thesaurus, "is it good", "en") == []


def test_a_label_that_is_typed_comes_before_one_that_is_only_a_form(thesaurus: Thesaurus) -> None:
    assert [span.concepts[0].id for span in spans(thesaurus, "training train", "en")] == ["training", "train"]
    assert [len(span.concepts) for span in spans(thesaurus, "training train", "en")] == [1, 1]


def test_a_label_of_two_concepts_brings_the_names_of_both(thesaurus: Thesaurus) -> None:
    (span,) = spans(thesaurus, "fonden", "da")
    assert told(span) == ["en:fund", "pl:fundusz", "en:foundation", "pl:fundacja"]


def test_a_question_in_one_of_two_languages_is_understood_in_both(thesaurus: Thesaurus) -> None:
    (span,) = spans(thesaurus, "art", "da", "en")
    assert set(span.languages) == {"da", "en"}
    assert set(told(span)) == {"en:species", "pl:gatunek", "da:kunst", "pl:sztuka"}


def test_a_language_that_is_not_asked_in_is_not_understood(thesaurus: Thesaurus) -> None:
    assert spans(thesaurus, "gmina", "da", "en") == []


def test_the_word_itself_is_no_alternative(thesaurus: Thesaurus) -> None:
    (span,) = spans(thesaurus, "ngo", "da")
    assert told(span) == [
        "en:non-governmental organisation",
        "pl:organizacja pozarządowa",
        "en:third-sector body",
    ]


def test_other_names_in_the_own_language_come_last(thesaurus: Thesaurus) -> None:
    (span,) = spans(thesaurus, "schemes", "en")
    assert told(span) == ["da:plan", "pl:plan", "en:plan"]


def test_no_more_than_eight_alternatives_with_the_preferred_labels_first(thesaurus: Thesaurus) -> None:
    (span,) = spans(thesaurus, "a1a", "en")
    assert len(span.alternatives) == MOST
    assert told(span)[:4] == ["da:b1b", "pl:c1c", "da:b2b", "pl:c2c"]


def test_only_the_languages_wanted_are_told(thesaurus: Thesaurus) -> None:
    (span,) = thesaurus.spans(["kommune"], ["da"], ["pl"])
    assert told(span) == ["pl:gmina"]


@pytest.mark.parametrize("question", [[], ["xyzzy"], ["it"]], ids=["empty", "unknown", "grammar"])
def test_a_question_without_terms_has_no_spans(thesaurus: Thesaurus, question: Sequence[str]) -> None:
    assert list(thesaurus.spans(question, LANGUAGES, LANGUAGES)) == []


def test_a_thesaurus_that_was_kept_answers_as_before(thesaurus: Thesaurus) -> None:
    kept = Thesaurus.loads(thesaurus.dumps())
    for question in ("planach działania", "art fonden", "ministry of health", "training"):
        assert spans(kept, question, *LANGUAGES) == spans(thesaurus, question, *LANGUAGES)


def test_many_threads_get_the_answer_of_one(thesaurus: Thesaurus) -> None:
    questions = ["handlingsplanen fonden", "planu działania gmin", "action plans training"] * 20
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda question: spans(thesaurus, question, *LANGUAGES), questions))
    assert found == [spans(thesaurus, question, *LANGUAGES) for question in questions]


def test_a_glossary_without_concepts_translates_nothing() -> None:
    none: tuple[Concept, ...] = ()
    assert list(Thesaurus.of(none, LANGUAGES).spans(["plan"], LANGUAGES, LANGUAGES)) == []
