"""The keys under which words are found."""

from __future__ import annotations

import pytest

from indexer.languages import ANY, CACHED_WORDS, LANGUAGES, UNKNOWN, Keys, keys, language


@pytest.mark.parametrize(
    ("word", "code", "lemma"),
    [
        pytest.param("kommunernes", "da", "da:kommune", id="Danish genitive plural"),
        pytest.param("karlshamns", "da", "da:karlshamn", id="Danish genitive of an unknown name"),
        pytest.param("slagelses", "da", "da:slagelse", id="Danish genitive of a known name"),
        pytest.param("sml'er", "da", "da:sml", id="Danish plural with an apostrophe"),
        pytest.param("borger", "da", "da:borger", id="a noun that the list has as a verb"),
        pytest.param("budgetter", "da", "da:budget", id="a plural that the list has as a verb"),
        pytest.param("vilnius", "sv", "sv:vilnius", id="a name on -s"),
        pytest.param("ansökningar", "sv", "sv:ansökan", id="Swedish plural of another noun"),
        pytest.param("gminie", "pl", "pl:gmina", id="Polish, every reading"),
        pytest.param("kwidzynie", "pl", "pl:kwidzyn", id="Polish town"),
        pytest.param("kujawsko", "pl", "pl:kujawski", id="half a Polish adjective"),
        pytest.param("interloc'u", "pl", "pl:interloc", id="Polish ending behind an apostrophe"),
        pytest.param("meeting", "en", "en:meeting", id="an English noun on -ing"),
        pytest.param("meeting", "en", "en:meet", id="an English verb on -ing"),
        pytest.param("bürgern", "de", "de:bürger", id="German nouns are capitalised"),
        pytest.param("savivaldybių", "lt", "lt:savivaldybė", id="Lithuanian"),
        pytest.param("qzxwv", "lt", "lt:qzxwv", id="an unknown word is its own form"),
        pytest.param("o'connor", "en", "en:o'connor", id="a name with an apostrophe"),
    ],
)
def test_a_word_is_found_by_its_dictionary_form(word: str, code: str, lemma: str) -> None:
    assert lemma in keys(word, code).lemmas


@pytest.mark.parametrize("word", ["403770", "2014", "eu2020", "4a", "h2o"])
def test_numbers_and_words_with_digits_are_the_same_in_every_language(word: str) -> None:
    assert {keys(word, code) for code in (*LANGUAGES, "xx")} == {Keys(lemmas=(f"{ANY}:{word}",))}


@pytest.mark.parametrize(
    ("word", "of", "not_of"),
    [
        pytest.param("by", "en", "da", id="by is a town in Danish"),
        pytest.param("die", "de", "en", id="die"),
        pytest.param("od", "pl", "sv", id="od"),
    ],
)
def test_a_stop_word_of_one_language_is_a_word_of_another(word: str, of: str, not_of: str) -> None:
    assert keys(word, of) == Keys()
    assert keys(word, not_of).lemmas


def test_danish_places_keep_their_ending() -> None:
    assert set(keys("slagelse", "da").stems).isdisjoint(keys("slag", "da").stems)
    assert set(keys("godkendelse", "da").stems) & set(keys("godkendelserne", "da").stems)


def test_a_language_without_a_file_keeps_words_as_they_are() -> None:
    assert language("fr") is UNKNOWN
    assert keys("communes", "fr") == Keys(("und:communes",), ("und:communes",))


def test_keys_are_remembered_up_to_a_bound() -> None:
    assert keys("kommune", "da") is keys("kommune", "da")
    assert keys.cache_info().maxsize == CACHED_WORDS
