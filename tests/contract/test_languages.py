"""What every language keeps; a new one is tested by being in ``LANGUAGES``."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from indexer.languages import LANGUAGES, Keys, keys
from indexer.languages.base import Language, fold, foldings, words

GOLDEN = Path(__file__).parent.parent / "golden" / "languages"
CODES = tuple(LANGUAGES)


def rows(kind: str) -> list[object]:
    """Return the golden rows of that kind, of every language."""
    found: list[object] = []
    for code in CODES:
        for line in (GOLDEN / f"{code}.tsv").read_text(encoding="utf-8").splitlines():
            first, *forms = line.split("\t")
            if first == kind:
                found.append(pytest.param(code, forms, id=f"{code}-{forms[0]}-{forms[1]}"))
    return found


def found_by(text: str, code: str) -> set[str]:
    """Return all keys of the words of a text."""
    found = [keys(word.text, code) for word in words(text)]
    return {key for one in found for key in (*one.lemmas, *one.stems)}


def vocabulary(code: str) -> list[str]:
    """Return every word of the language's golden file, as documents and questions have it."""
    text = (GOLDEN / f"{code}.tsv").read_text(encoding="utf-8").partition("\n")[2]
    return sorted({word.text for word in words(text)})


@pytest.fixture(params=LANGUAGES.values(), ids=LANGUAGES.keys())
def language(request: pytest.FixtureRequest) -> Language:
    found = request.param
    assert isinstance(found, Language)
    return found


@pytest.mark.parametrize(("code", "family"), rows("same"))
def test_the_forms_of_a_word_meet_in_one_key(code: str, family: list[str]) -> None:
    assert set.intersection(*(found_by(form, code) for form in family))


@pytest.mark.parametrize(("code", "pair"), rows("different"))
def test_words_that_look_alike_do_not_meet(code: str, pair: list[str]) -> None:
    one, other = (found_by(form, code) for form in pair)
    assert one and other and not one & other


def test_every_language_has_families_and_look_alikes(language: Language) -> None:
    lines = (GOLDEN / f"{language.code}.tsv").read_text(encoding="utf-8").splitlines()
    kinds = [line.partition("\t")[0] for line in lines]
    assert kinds.count("same") >= 25
    assert kinds.count("different") >= 8


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
