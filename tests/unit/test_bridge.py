"""All ways into other languages together: the glossary before dictionaries, parts and cognates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from indexer.languages import LANGUAGES as KNOWN
from indexer.languages.base import words
from indexer.thesaurus import Alternative, Bridge, NoDictionary, Thesaurus, keep, kept
from indexer.thesaurus.cognates import skeleton
from indexer.thesaurus.glossary import read

LANGUAGES = ("en", "da", "pl")
TABLE = b"theme\ten\tda\tpl\nx\taction plan\thandlingsplan\tplan dzia\xc5\x82ania\nx\tenergy\tenergi\tenergia"


@dataclass(frozen=True)
class FewWords:
    """A dictionary of a few words."""

    listed: dict[tuple[str, str, str], tuple[str, ...]] = field(default_factory=dict)

    def translations(self, forms: Sequence[str], language: str, target: str) -> Iterable[Alternative]:
        for form in forms:
            for text in self.listed.get((language, form, target), ()):
                yield Alternative(text, target, "dictionary", "few words")

    def close(self) -> None:
        """Nothing is open."""


FEW = FewWords(
    {
        ("en", "meadow", "da"): ("eng", "græsmark"),
        ("en", "meadow", "pl"): ("łąka",),
        ("en", "action", "pl"): ("akcja",),
        ("en", "rain forest", "pl"): ("las deszczowy",),
        ("en", "rain", "pl"): ("deszcz",),
        ("da", "by", "en"): ("town",),
        ("da", "eng", "en"): ("field",),
    }
)
LIBRARY = (("da", "kooperation"), ("pl", "kooperacja"), ("pl", "aktualny"), ("en", "meadow"))


def relatives(bones: str) -> list[tuple[str, str]]:
    """Return the words of a small library that have this skeleton."""
    return [(code, text) for code, text in LIBRARY if skeleton(text) == bones]


@pytest.fixture(scope="module")
def bridge() -> Bridge:
    return Bridge(Thesaurus.of(read(TABLE.splitlines(), "x").concepts, LANGUAGES), FEW, relatives)


def told(bridge: Bridge, question: str, *languages: str) -> list[list[str]]:
    found = bridge.spans([word.text for word in words(question)], languages, LANGUAGES)
    return [[f"{one.language}:{one.text}:{one.how}" for one in span.alternatives] for span in found]


def test_what_the_glossary_knows_is_not_looked_up(bridge: Bridge) -> None:
    assert told(bridge, "action plans", "en") == [["da:handlingsplan:glossary", "pl:plan działania:glossary"]]


def test_words_between_its_terms_are_looked_up_one_language_after_the_other(bridge: Bridge) -> None:
    assert told(bridge, "meadows action plan", "en") == [
        ["da:eng:dictionary", "pl:łąka:dictionary", "da:græsmark:dictionary"],
        ["da:handlingsplan:glossary", "pl:plan działania:glossary"],
    ]


def test_the_longest_term_of_a_dictionary_wins(bridge: Bridge) -> None:
    assert told(bridge, "rain forests", "en") == [["pl:las deszczowy:dictionary"]]
    assert told(bridge, "rain meadow", "en")[0] == ["pl:deszcz:dictionary"]


def test_words_of_grammar_are_not_looked_up(bridge: Bridge) -> None:
    assert told(bridge, "by", "en") == []
    assert told(bridge, "by", "da") == [["en:town:dictionary"]]


def test_a_word_that_looks_alike_is_the_last_way(bridge: Bridge) -> None:
    assert told(bridge, "cooperation", "en") == [["da:kooperation:cognate", "pl:kooperacja:cognate"]]


def test_an_inflected_word_has_the_relatives_of_its_dictionary_form(bridge: Bridge) -> None:
    assert told(bridge, "kooperacji", "pl") == [["da:kooperation:cognate"]]


def test_a_false_friend_is_no_way(bridge: Bridge) -> None:
    assert told(bridge, "actual", "en") == []


def test_the_question_keeps_the_places_of_its_words(bridge: Bridge) -> None:
    found = bridge.spans(["the", "meadow", "xyzzy", "action", "plan"], ["en"], LANGUAGES)
    assert [(span.start, span.end) for span in found] == [(1, 2), (3, 5)]


def by_hand(word: str, code: str) -> Sequence[str]:
    """Take apart the two compounds of these tests."""
    return {"engenergi": ("eng", "energi"), "xyzzyenergi": ("xyzzy", "energi")}.get(word, ())


def test_the_parts_of_a_compound_are_called_what_each_is_called(bridge: Bridge) -> None:
    apart = Bridge(bridge.thesaurus, FEW, relatives, by_hand)
    assert told(apart, "engenergi", "da") == [["en:field energy:parts"]]


def test_a_compound_with_a_part_that_is_called_nothing_has_no_other_name(bridge: Bridge) -> None:
    assert told(Bridge(bridge.thesaurus, FEW, relatives, by_hand), "xyzzyenergi", "da") == []


def test_without_dictionaries_the_glossary_is_enough() -> None:
    alone = Bridge(Thesaurus.of(read(TABLE.splitlines(), "x").concepts, LANGUAGES), NoDictionary())
    assert told(alone, "meadow energy", "en") == [["da:energi:glossary", "pl:energia:glossary"]]


def test_a_generation_keeps_the_bridge(tmp_path: Path) -> None:
    (tmp_path / "words.tsv").write_bytes(TABLE + b"\nbroken")
    folder, generation = tmp_path / "dictionaries", tmp_path / "generation"
    folder.mkdir()
    generation.mkdir()
    (folder / "own-en-da.tsv").write_text("meadow\teng\nno tab\n", encoding="utf-8")
    report = keep(generation, tmp_path / "words.tsv", [folder, tmp_path / "none"], LANGUAGES)
    bridge = kept(generation)
    assert told(bridge, "meadow energy", "en") == [
        ["da:eng:dictionary"],
        ["da:energi:glossary", "pl:energia:glossary"],
    ]
    bridge.close()
    assert (report.concepts, report.translations) == (2, 2)
    assert [(Path(bad.file).name, bad.line) for bad in report.bad] == [("words.tsv", 4), ("own-en-da.tsv", 2)]
    assert len(report.notices) == 1


def test_dictionaries_that_are_the_same_are_not_compiled_again(tmp_path: Path) -> None:
    table, folder, before, after = (tmp_path / name for name in ("words.tsv", "dictionaries", "1", "2"))
    table.write_bytes(TABLE)
    for made in (folder, before, after):
        made.mkdir()
    (folder / "own-en-da.tsv").write_text("meadow\teng\n", encoding="utf-8")
    first = keep(before, table, [folder], LANGUAGES)
    (folder / "own-en-da.tsv").unlink()
    second = keep(after, table, [folder], LANGUAGES, compiled=before)
    bridge = kept(after)
    assert told(bridge, "meadow", "en") == [["da:eng:dictionary"]]
    bridge.close()
    assert first == second


def test_a_bridge_of_nothing_leads_nowhere(tmp_path: Path) -> None:
    report = keep(tmp_path, tmp_path / "none.tsv", [], LANGUAGES)
    assert told(kept(tmp_path), "action plan", "en") == []
    assert (report.concepts, report.translations, len(report.notices)) == (0, 0, 1)
    (tmp_path / "glossary.txt").unlink()
    assert told(kept(tmp_path), "action plan", "en") == []


@pytest.mark.parametrize(
    "relatives_",
    [
        "cooperation kooperation kooperacja",
        "technology teknologi technologia Technologie",
        "mobility mobilitet Mobilität",
        "tourism turisme",
        "political politisk polityczny",
        "conference konference konferencja Konferenz",
        "regional regionalny",
        "strategy strategi strategia",
    ],
)
def test_relatives_have_one_skeleton(relatives_: str) -> None:
    found = {skeleton(word) for word in relatives_.split()}
    assert len(found) == 1
    assert "" not in found


def test_an_ending_with_another_vowel_is_another_ending() -> None:
    assert skeleton("formål") != skeleton("formalny") == skeleton("formal")


@pytest.mark.parametrize("word", "bro hav bring actual aktualny eventuel lektura kampagne 2014 co2".split())
def test_short_words_numbers_and_false_friends_have_none(word: str) -> None:
    assert skeleton(word) == ""


def test_every_language_of_the_search_may_be_asked_in(bridge: Bridge) -> None:
    for code in KNOWN:
        assert list(bridge.spans(["xyzzy"], [code], LANGUAGES)) == []
