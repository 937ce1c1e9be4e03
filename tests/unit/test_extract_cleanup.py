"""Characters, hyphens, running lines and menus."""

from __future__ import annotations

import pytest

from indexer.extract.cleanup import (
    Line,
    characters,
    flat,
    hyphenated_words,
    joined,
    without_menu,
    without_running_lines,
)
from indexer.extract.encoding import decode


@pytest.mark.parametrize(
    ("raw", "clean"),
    [
        pytest.param("ﬁnansiering", "finansiering", id="a ligature is two letters"),
        pytest.param("a\u030a", "å", id="letter and accent are composed"),
        pytest.param("sam\u00adarbejde", "samarbejde", id="a soft hyphen goes"),
        pytest.param("a\x00b\x07c", "abc", id="control characters go"),
        pytest.param("a\u00a0\u2009b", "a b", id="every space is a space"),
        pytest.param("(cid:12)word(cid:7)", "word", id="glyph numbers go"),
        pytest.param("a\r\nb\rc\x85d", "a\nb\nc\nd", id="every line end is one"),
        pytest.param("a\tb\fc", "a\tb\fc", id="tabs and form feeds stay"),
        pytest.param("\ufeffzażółć gęślą jaźń", "zażółć gęślą jaźń", id="polish letters stay"),
        pytest.param("2\u200b014", "2014", id="what is invisible goes"),
    ],
)
def test_characters(raw: str, clean: str) -> None:
    assert characters(raw) == clean


def test_flat_text_is_on_one_line() -> None:
    assert flat("  one\n\ttwo \f three ") == "one two three"


@pytest.mark.parametrize(
    ("lines", "whole"),
    [
        pytest.param(["sam-", "arbejde"], "samarbejde", id="a divided word is mended"),
        pytest.param(["sam‐", "arbejde"], "samarbejde", id="with the other hyphen too"),
        pytest.param(["Kujawsko-", "Pomorskie"], "Kujawsko-Pomorskie", id="a capital keeps its hyphen"),
        pytest.param(["EU-", "midler"], "EU-midler", id="a word known with its hyphen keeps it"),
        pytest.param(["kommune-", "og regionsråd"], "kommune- og regionsråd", id="a shared ending"),
        pytest.param(["2014-", "2020"], "2014-2020", id="years"),
        pytest.param(["the end -", "or not"], "the end - or not", id="a dash is no hyphen"),
        pytest.param(["one", "two", "three"], "one two three", id="lines become words"),
        pytest.param([], "", id="nothing"),
    ],
)
def test_lines_are_joined(lines: list[str], whole: str) -> None:
    assert joined(lines, keep=frozenset({"eu-midler"})) == whole


def test_words_with_a_hyphen_inside_a_line_are_remembered() -> None:
    text = "EU-midler til know‐how, men sam-\narbejde og - tankestreg"
    assert hyphenated_words(text.split("\n")) == {"eu-midler", "know-how"}


def test_a_word_that_stands_with_its_hyphen_elsewhere_keeps_it() -> None:
    keep = hyphenated_words(["Nasz know-how rośnie.", "Więcej know-"])
    assert joined(["Więcej know-", "how."], keep) == "Więcej know-how."


def page(*texts: str, margin: bool = True) -> list[Line]:
    return [Line(texts[0], margin=margin), Line("body of " + texts[0]), Line(texts[-1], margin=margin)]


def texts(pages: list[list[Line]]) -> list[list[str]]:
    return [[line.text for line in lines] for lines in pages]


def test_headers_and_footers_go_even_when_they_hold_the_page_number() -> None:
    pages = [page("Annual report 2014", f"Page {number} of 3") for number in (1, 2, 3)]
    assert texts(without_running_lines(pages)) == [["body of Annual report 2014"]] * 3


def test_a_line_that_stands_on_fewer_than_half_of_the_pages_stays() -> None:
    pages = [page("Same"), page("Same"), page("b"), page("c"), page("d")]
    assert texts(without_running_lines(pages))[0][0] == "Same"


def test_a_repeated_line_in_the_middle_of_the_page_stays() -> None:
    pages = [page("Tjekliste", margin=False)] * 4
    assert without_running_lines(pages) == pages


def test_two_pages_are_too_few_to_tell_a_header() -> None:
    pages = [page("Header")] * 2
    assert without_running_lines(pages) == pages


def lines(*entries: str) -> list[Line]:
    return [Line(entry) for entry in entries]


MENU = lines("Forside", "Om os", "Kontakt", "DK Social", "DK Teknik")


def test_a_leading_menu_goes() -> None:
    article = lines("Et netværk", "Kommunerne mødes hver måned og taler om klima.")
    assert without_menu([MENU, MENU, article]) == [article]


@pytest.mark.parametrize(
    "group",
    [
        pytest.param(MENU[:4], id="four lines"),
        pytest.param([*MENU, Line("Vi mødes i dag.")], id="a sentence among them"),
        pytest.param([*MENU, Line("en linje med flere ord end en menu")], id="a long line among them"),
        pytest.param(
            lines("1 Sorø", "2 Slagelse", "3 Kwidzyn", "4 Malbork", "5 Tczew"), id="a numbered list"
        ),
    ],
)
def test_what_only_looks_like_a_menu_stays(group: list[Line]) -> None:
    assert without_menu([group, lines("Text.")]) == [group, lines("Text.")]


def test_a_menu_that_is_all_there_is_stays() -> None:
    assert without_menu([MENU]) == [MENU]


DANISH = "Rødgrød på blåbær, også i Sorø og Århus – »æble«"
POLISH = "Zażółć gęślą jaźń, współpraca w Łodzi – „źródło”"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_danish_is_decoded(encoding: str) -> None:
    assert decode(DANISH.encode(encoding)) == DANISH


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1250"])
def test_polish_is_decoded(encoding: str) -> None:
    assert decode(POLISH.encode(encoding)) == POLISH


def test_polish_of_the_old_standard_is_decoded() -> None:
    text = "Zażółć gęślą jaźń, współpraca w Łodzi ze środowiskiem"
    assert decode(text.encode("iso-8859-2")) == text


def test_one_broken_byte_does_not_turn_utf8_into_something_else() -> None:
    assert decode((DANISH * 3).encode()[:-1] + b"\xff") == (DANISH * 3)[:-1] + "��"
