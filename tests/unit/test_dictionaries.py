"""Dictionaries of the user's machine: three forms, damaged ones too, and how far each is trusted."""

from __future__ import annotations

import gzip
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from indexer.thesaurus.dictd import translations
from indexer.thesaurus.dictionaries import entries, pair_of
from indexer.thesaurus.entries import Entry, Notice, pieces
from indexer.thesaurus.glossary import BadLine
from indexer.thesaurus.wordbook import Wordbook, write

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
DANISH = {
    "bro": "bro /bʁˈoːˀ/ <n>\nbridge\n",
    "hospital": "hospital /hɔspitˈæl/ <n>\nhospital\n",
    "eng": "eng /ˈɛŋ/\n1. meadow, grassland\n2. field\n",
    "00databaseinfo": "About this dictionary\n",
}
POLISH = {
    "bridge": "bridge /brɪʤ/ <N>\n 1.  most\n 2.  [statku]  mostek kapitański\n",
    "hospital": "hospital /hɒspɪtəl/ <N>\n  szpital\n",
}


def number(value: int) -> str:
    """Return the number to the base 64, as an index of dictd writes it."""
    head = number(value // 64) if value >= 64 else ""
    return head + DIGITS[value % 64]


def put_dictd(folder: Path, name: str, articles: Mapping[str, str]) -> Path:
    """Write a dictionary in the form of dictd and return its index."""
    body, index = b"", []
    for word, article in articles.items():
        text = article.encode()
        index.append(f"{word}\t{number(len(body))}\t{number(len(text))}")
        body += text
    (folder / f"{name}.dict.dz").write_bytes(gzip.compress(body))
    (folder / f"{name}.index").write_text("\n".join(index) + "\n", encoding="utf-8")
    return folder / f"{name}.index"


def read(folder: Path, *languages: str) -> dict[str, tuple[str, ...]]:
    """Return the translations of each word in the folder."""
    found = entries(folder, languages or ("da", "pl"))
    return {entry.word: entry.texts for entry in found if isinstance(entry, Entry)}


def trouble(folder: Path) -> list[BadLine | Notice]:
    return [found for found in entries(folder, ("da", "pl")) if not isinstance(found, Entry)]


@pytest.fixture
def wordbook(tmp_path: Path) -> Iterator[Wordbook]:
    folder = tmp_path / "dictionaries"
    folder.mkdir()
    put_dictd(folder, "freedict-dan-eng", DANISH)
    put_dictd(folder, "freedict-eng-pol", POLISH)
    (folder / "own-da-pl.tsv").write_text("bro\tkładka\nby\tmiasto\n", encoding="utf-8")
    write((found for found in entries(folder, ("da", "pl")) if isinstance(found, Entry)), tmp_path / "book")
    book = Wordbook(tmp_path / "book")
    yield book
    book.close()


def asked(book: Wordbook, word: str, language: str, target: str) -> list[tuple[str, str, str]]:
    return [(one.text, one.how, one.source) for one in book.translations([word], language, target)]


def test_a_dictd_folder_is_read(tmp_path: Path) -> None:
    put_dictd(tmp_path, "freedict-dan-eng", DANISH)
    assert read(tmp_path) == {
        "bro": ("bridge",),
        "hospital": ("hospital",),
        "eng": ("meadow", "grassland", "field"),
    }
    assert trouble(tmp_path) == []


def test_a_dictionary_of_other_languages_is_left_alone(tmp_path: Path) -> None:
    put_dictd(tmp_path, "freedict-dan-eng", DANISH)
    assert read(tmp_path, "pl", "sv") == {}


def test_articles_that_are_not_compressed_are_read(tmp_path: Path) -> None:
    put_dictd(tmp_path, "freedict-dan-eng", {"bro": "bro\nbridge\n"})
    packed = tmp_path / "freedict-dan-eng.dict.dz"
    (tmp_path / "freedict-dan-eng.dict").write_bytes(gzip.decompress(packed.read_bytes()))
    packed.unlink()
    assert read(tmp_path) == {"bro": ("bridge",)}


@pytest.mark.parametrize(
    "article, found",
    [
        pytest.param(
            "rada /x/ <n>\n1. council, advice\ngrupa osób, rada\n2. counsel",
            "council advice counsel",
            id="explained",
        ),
        pytest.param(
            "waste /x/\nI.  <V>  tracić\nII.  <N> 1.  [czasu]  strata\n 2.  odpadki",
            "tracić strata odpadki",
            id="roman",
        ),
        pytest.param("plan /x/ <n>\n4. scheme 2.\nto, co", "scheme", id="stray number"),
        pytest.param("plan /x/\nIII.  <V Phras>plan out   zaplanować", "zaplanować", id="example"),
        pytest.param("hus /x/\nhouse <n>\n   Synonym: {hjem}\n\n see: {huse}", "house", id="references"),
        pytest.param("agreement /x/\n 3.  in agreement (:in :agreement)\n", "", id="only an example"),
        pytest.param("x\n", "", id="no article"),
    ],
)
def test_an_article_lists_translations_and_explains_them(article: str, found: str) -> None:
    assert translations(article, article.split()[0]) == tuple(found.split())


@pytest.mark.parametrize(
    "line, reason",
    [
        pytest.param(b"bro", "is not a word with the place of its article", id="one cell"),
        pytest.param(b"bro\t!\tB", "is not a word with the place of its article", id="no number"),
        pytest.param(b"bro\tzzzzz\tB", "its article lies behind the end of the file", id="too far"),
        pytest.param(b"br\xf8\tA\tB", "it or its article is not UTF-8", id="no text"),
    ],
)
def test_a_damaged_line_of_an_index_is_skipped_and_said(tmp_path: Path, line: bytes, reason: str) -> None:
    index = put_dictd(tmp_path, "freedict-dan-eng", {"eng": "eng\nmeadow\n"})
    index.write_bytes(line + b"\n" + index.read_bytes())
    assert [str(found) for found in trouble(tmp_path)] == [f"{index}:1: {reason}"]
    assert read(tmp_path) == {"eng": ("meadow",)}


@pytest.mark.parametrize(
    "content", [None, b"no gzip", gzip.compress(b"x" * 9999)[:20]], ids=["missing", "other", "cut"]
)
def test_articles_that_cannot_be_read_are_one_sentence(tmp_path: Path, content: bytes | None) -> None:
    put_dictd(tmp_path, "freedict-dan-eng", DANISH)
    packed = tmp_path / "freedict-dan-eng.dict.dz"
    packed.unlink()
    if content is not None:
        packed.write_bytes(content)
    (found,) = trouble(tmp_path)
    assert isinstance(found, Notice)
    assert "freedict-dan-eng" in found.sentence


def test_a_missing_folder_is_one_sentence(tmp_path: Path) -> None:
    (found,) = trouble(tmp_path / "none")
    assert isinstance(found, Notice)


def test_a_table_is_read_and_its_bad_lines_are_said(tmp_path: Path) -> None:
    path = tmp_path / "own-da-en.tsv"
    path.write_bytes(b"# note\n\nbro\tbridge | foot bridge\nbr\xf8\tx\nno tab\nx\t123\n")
    assert read(tmp_path) == {"bro": ("bridge", "foot bridge")}
    assert [str(found) for found in trouble(tmp_path)] == [
        f"{path}:4: is not UTF-8",
        f"{path}:5: has no tab",
        f"{path}:6: has no translation of a few words",
    ]


def test_a_name_without_languages_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "words.tsv").write_text("bro\tbridge\n", encoding="utf-8")
    (found,) = trouble(tmp_path)
    assert isinstance(found, Notice)
    assert pair_of("words") is None
    assert pair_of("freedict-swe-eng") == pair_of("own-sv-en") == ("sv", "en")


SKOS = """<?xml version="1.0"?>
<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/hostname">]>
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:s="http://www.w3.org/2004/02/skos/core#">
  <s:Concept><s:prefLabel xml:lang="da">bro</s:prefLabel><s:prefLabel xml:lang="pl">most</s:prefLabel>
    <s:altLabel xml:lang="pl">kładka</s:altLabel><s:prefLabel xml:lang="fi">silta</s:prefLabel></s:Concept>
  <rdf:Description><s:prefLabel xml:lang="da">&secret;</s:prefLabel>
    <s:prefLabel xml:lang="pl">tajne</s:prefLabel></rdf:Description>
</rdf:RDF>"""


def test_a_skos_thesaurus_is_read_in_the_languages_wanted(tmp_path: Path) -> None:
    (tmp_path / "field.rdf").write_text(SKOS, encoding="utf-8")
    assert read(tmp_path) == {"bro": ("most", "kładka"), "most": ("bro",), "kładka": ("bro",)}


def test_a_skos_file_that_breaks_off_is_read_up_to_there(tmp_path: Path) -> None:
    (tmp_path / "field.rdf").write_text(SKOS[: SKOS.index("<rdf:Description")], encoding="utf-8")
    assert read(tmp_path)["bro"] == ("most", "kładka")
    (found,) = trouble(tmp_path)
    assert isinstance(found, BadLine)
    assert found.line > 1


def test_a_translation_is_a_few_words() -> None:
    assert pieces("house, a house in which many people live, 5 km, (old) hut", "hus") == ("house", "hut")


def test_direct_translations_come_before_those_through_english(wordbook: Wordbook) -> None:
    assert asked(wordbook, "bro", "da", "pl") == [
        ("kładka", "dictionary", "own-da-pl"),
        ("most", "pivot", "FreeDict dan-eng, FreeDict eng-pol"),
        ("mostek kapitański", "pivot", "FreeDict dan-eng, FreeDict eng-pol"),
    ]


def test_a_word_that_english_writes_alike_leads_further(wordbook: Wordbook) -> None:
    assert asked(wordbook, "hospital", "da", "pl")[0][0] == "szpital"


def test_a_dictionary_is_read_backwards_too(wordbook: Wordbook) -> None:
    assert asked(wordbook, "meadow", "en", "da") == [("eng", "dictionary", "FreeDict dan-eng")]
    assert [text for text, *_ in asked(wordbook, "miasto", "pl", "da")] == ["by"]


def test_a_word_that_no_dictionary_has_is_called_nothing(wordbook: Wordbook) -> None:
    assert asked(wordbook, "xyzzy", "da", "pl") == []
