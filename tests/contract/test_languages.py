"""What every language keeps; a new one is tested by being in ``LANGUAGES``."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from itertools import combinations
from pathlib import Path

import pytest

from indexer.languages import LANGUAGES, Keys, keys
from indexer.languages.base import Language, fold, foldings, words

GOLDEN = Path(__file__).parent.parent / "golden" / "languages"
CODES = tuple(LANGUAGES)


STRONG_FLOORS = {"en": 0.97, "da": 0.98, "pl": 0.99, "sv": 0.99, "de": 0.98, "lt": 0.99}
"""Share of the pairs of a family that meet in a dictionary form already. Floors only rise."""


def rows(kind: str, code: str) -> list[list[str]]:
    """Return the language's golden rows of that kind."""
    lines = (GOLDEN / f"{code}.tsv").read_text(encoding="utf-8").splitlines()
    return [forms for first, *forms in (line.split("\t") for line in lines) if first == kind]


def lemmas_of(text: str, code: str) -> set[str]:
    """Return the strong keys of the words of a text."""
    return {lemma for word in words(text) for lemma in keys(word.text, code).lemmas}


def found_by(text: str, code: str) -> set[str]:
    """Return all keys of the words of a text."""
    return lemmas_of(text, code) | {stem for word in words(text) for stem in keys(word.text, code).stems}


def vocabulary(code: str) -> list[str]:
    """Return every word of the language's golden file, as documents and questions have it."""
    text = (GOLDEN / f"{code}.tsv").read_text(encoding="utf-8").partition("\n")[2]
    return sorted({word.text for word in words(text)})


@pytest.fixture(params=LANGUAGES.values(), ids=LANGUAGES.keys())
def language(request: pytest.FixtureRequest) -> Language:
    found = request.param
    assert isinstance(found, Language)
    return found


@pytest.mark.parametrize("code", CODES)
def test_nearly_all_forms_of_a_word_meet_in_one_key(code: str) -> None:
    pairs = [pair for family in rows("same", code) for pair in combinations(family, 2)]
    apart = [pair for pair in pairs if not found_by(pair[0], code) & found_by(pair[1], code)]
    strong = sum(bool(lemmas_of(one, code) & lemmas_of(other, code)) for one, other in pairs) / len(pairs)
    share = 1 - len(apart) / len(pairs)
    print(f"{code}: {share:.4f} of {len(pairs)} pairs meet, {strong:.4f} in a dictionary form; not {apart}")
    assert share >= 0.97 and strong >= STRONG_FLOORS[code]


@pytest.mark.parametrize("code", CODES)
def test_words_that_look_alike_have_other_dictionary_forms(code: str) -> None:
    pairs = rows("different", code)
    met = [pair for pair in pairs if lemmas_of(pair[0], code) & lemmas_of(pair[1], code)]
    print(f"{code}: {1 - len(met) / len(pairs):.3f} of {len(pairs)} look-alikes kept apart; not {met}")
    assert len(met) / len(pairs) <= 0.05


@pytest.mark.parametrize("code", CODES)
def test_a_place_is_found_in_every_case(code: str) -> None:
    apart = [family for family in rows("place", code) if not met_by_all(family, code)]
    assert apart == []


def met_by_all(family: list[str], code: str) -> bool:
    """Return whether each form shares a key with every other."""
    return all(found_by(one, code) & found_by(other, code) for one, other in combinations(family, 2))


@pytest.mark.parametrize("code", CODES)
def test_every_language_has_families_and_look_alikes(code: str) -> None:
    assert len(rows("same", code)) >= (300 if code in ("en", "da", "pl") else 60)
    assert len(rows("different", code)) >= 100
    assert len(rows("place", code)) >= 7


def test_the_code_is_the_name_in_the_table(language: Language) -> None:
    assert LANGUAGES[language.code] is language
    assert len(language.code) == 2 and language.name


def test_stop_words_are_words_in_lower_case(language: Language) -> None:
    assert len(language.stopwords) >= 100
    for stopword in language.stopwords:
        assert [word.text for word in words(stopword)] == [stopword]


def test_a_stop_word_has_no_keys(language: Language) -> None:
    assert {keys(stopword, language.code) for stopword in language.stopwords} == {Keys()}


def test_folding_and_stemming_a_folded_stem_again_changes_only_its_end(language: Language) -> None:
    for word in vocabulary(language.code):
        folded = fold(language.stem(word))
        assert fold(folded) == folded
        assert foldings(folded) == {folded}


def test_every_word_has_a_dictionary_form_and_a_stem(language: Language) -> None:
    for word in (*vocabulary(language.code), "qzxwv", "ł", "s", "'"):
        lemmas = language.lemmas(word)
        assert lemmas and all(lemmas) and len(set(lemmas)) == len(lemmas)
        assert all(language.stem(lemma) for lemma in lemmas)


def test_dictionary_forms_are_written_as_words_are(language: Language) -> None:
    for word in vocabulary(language.code):
        assert all(
            lemma == lemma.lower() and not set(lemma) & set(" \t\n") for lemma in language.lemmas(word)
        )


def test_eight_threads_get_the_answers_of_one(language: Language) -> None:
    vocabulary_ = vocabulary(language.code) * 4

    def analyse(_: int) -> list[tuple[tuple[str, ...], str]]:
        return [(language.lemmas(word), language.stem(word)) for word in vocabulary_]

    alone = analyse(0)
    with ThreadPoolExecutor(8) as threads:
        assert all(answer == alone for answer in threads.map(analyse, range(8)))
