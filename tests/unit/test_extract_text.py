"""Plain text and Markdown become headings, paragraphs, list items and table rows."""

from __future__ import annotations

import time

import pytest

from indexer.errors import NothingToRead, TooExpensive
from indexer.extract import MAX_CHARACTERS, Content, extract
from indexer.extract.lines import is_heading


def blocks(content: Content) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for page in content.pages for block in page.blocks]


def text(source: str, name: str = "a.txt") -> list[tuple[str, str]]:
    return blocks(extract(name, source.encode()))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param(
            "Day 1\n\nThe partners met.\n\nThey talked.",
            [("heading", "Day 1"), ("paragraph", "The partners met."), ("paragraph", "They talked.")],
            id="blank lines part paragraphs, a short line alone is a heading",
        ),
        pytest.param(
            "The partners met in the town hall of Kwidzyn\nand talked about schools.",
            [
                (
                    "paragraph",
                    "The partners met in the town hall of Kwidzyn and talked about schools.",
                )
            ],
            id="wrapped lines are one paragraph",
        ),
        pytest.param(
            "1. RENERGY - Green growth\n2. MOK-UP - new tenders",
            [("list", "1. RENERGY - Green growth"), ("list", "2. MOK-UP - new tenders")],
            id="a dash inside an item is no marker",
        ),
        pytest.param(
            "We need:\n- time\n* money\n• people\n  from both sides",
            [
                ("paragraph", "We need:"),
                ("list", "time"),
                ("list", "money"),
                ("list", "people from both sides"),
            ],
            id="list items",
        ),
        pytest.param(
            "Do this now.\n1. Ask\n2) Listen",
            [("paragraph", "Do this now."), ("list", "1. Ask"), ("list", "2) Listen")],
            id="numbered items keep their number",
        ),
        pytest.param(
            "16. juni 2014\n\nMødet begyndte.",
            [("paragraph", "16. juni 2014"), ("paragraph", "Mødet begyndte.")],
            id="a date is neither an item nor a heading",
        ),
        pytest.param(
            "Place\tPeople\t\nSorø\t70\n\nThe end came.",
            [
                ("table_row", "Place | People"),
                ("table_row", "Place: Sorø | People: 70"),
                ("paragraph", "The end came."),
            ],
            id="tabs make table rows",
        ),
        pytest.param(
            "PLAN\n====\nWe begin in May.\n-----\nThen we rest.",
            [("heading", "PLAN"), ("paragraph", "We begin in May."), ("paragraph", "Then we rest.")],
            id="lines of signs are no text",
        ),
        pytest.param(
            "An encouraging word came from them, there had been\n\nmany letters.",
            [("paragraph", "An encouraging word came from them, there had been many letters.")],
            id="a sentence broken by a blank line is whole again",
        ),
        pytest.param(
            "Wspólny projekt miast i gmin z województwa ku-\njawskiego trwał trzy lata.",
            [
                (
                    "paragraph",
                    "Wspólny projekt miast i gmin z województwa kujawskiego trwał trzy lata.",
                )
            ],
            id="a divided word is whole again",
        ),
    ],
)
def test_plain_text(source: str, expected: list[tuple[str, str]]) -> None:
    assert text(source) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Main messages", True),
        ("THEME: Dissemination", True),
        ("1. Malbork: warsztat dla urzędu", True),
        ("6 Partners Participants", True),
        ("The partners met.", False),
        ("The headings were:", False),
        ("Minutes of the project “A shared kitchen”", True),
        ("“We begin with a shared kitchen”", False),
        ("He asked “Where is the kitchen?”", False),
        ("“We use it every day”", False),
        ("12. MAR 2012 13.12", False),
        ("2014-05-06", False),
        ("and so it went on", False),
        ("403 770,40", False),
        ("One two three four five six seven eight nine ten eleven twelve thirteen", False),
        ("", False),
    ],
)
def test_a_heading_is_told_by_its_words(line: str, expected: bool) -> None:
    assert is_heading(line) is expected


def test_a_form_feed_ends_a_page_and_an_empty_page_keeps_its_number() -> None:
    content = extract("a.txt", b"First page here.\f\fThird page here.\f")
    assert [(page.number, len(page.blocks)) for page in content.pages] == [(1, 1), (2, 0), (3, 1)]


def test_headers_of_pages_are_left_out() -> None:
    pages = [f"Annual report\n\nBody number {word} is here.\n\nPage {n}" for n, word in enumerate("abc", 1)]
    assert text("\f".join(pages)) == [("paragraph", f"Body number {word} is here.") for word in "abc"]


@pytest.mark.parametrize(
    ("name", "source", "title"),
    [
        pytest.param("a.txt", "The plan\n\nIt is good.", "The plan", id="the first heading"),
        pytest.param(
            "a.txt", "We met often.\n\nTHEME: Schools\n\nIt is good.", "THEME: Schools", id="no sentence"
        ),
        pytest.param(
            "kwidzyn-meeting.txt",
            "Search the site\n\nThe Kwidzyn meeting\n\nIt was good.",
            "The Kwidzyn meeting",
            id="the one of several that is like the file's name",
        ),
        pytest.param(
            "a.txt",
            "InterLoc w Polsce\n6 czerwca 2014\n\nByło dobrze.",
            "InterLoc w Polsce",
            id="above a date",
        ),
        pytest.param("final_report-2014.txt", "It was good.", "Final report 2014", id="else the file's name"),
        pytest.param(
            "a.md", "---\ntitle: The front: page\n---\n# Other\n\nText", "The front: page", id="front matter"
        ),
        pytest.param(
            "a.md", "Words first.\n\n## Heading *two*\n\nText", "Heading two", id="markdown heading"
        ),
    ],
)
def test_the_title(name: str, source: str, title: str) -> None:
    assert extract(name, source.encode()).title == title


def test_markdown_becomes_blocks() -> None:
    source = """# Plan

Some **strong** words
and [a link](https://example.org) ![picture](x.png).

- one
  - one and a half
- two

1. first

| Place | People |
|---|---|
| Sorø | 70 |

> Quoted

```
code
```
<div>raw <b>words</b></div>
"""
    assert text(source, "a.md") == [
        ("heading", "Plan"),
        ("paragraph", "Some strong words and a link picture."),
        ("list", "one"),
        ("list", "one and a half"),
        ("list", "two"),
        ("list", "first"),
        ("table_row", "Place | People"),
        ("table_row", "Place: Sorø | People: 70"),
        ("paragraph", "Quoted"),
        ("paragraph", "code"),
        ("paragraph", "raw words"),
    ]


def test_markdown_headings_keep_their_level() -> None:
    (page,) = extract("a.md", b"# One\n\n### Three\n\nText").pages
    assert [block.level for block in page.blocks] == [1, 3, 0]


def test_front_matter_is_what_the_file_states() -> None:
    source = """---
date: 2014-05
kind: "newsletter"
lang: da
source: https://example.org/a
author: A. B.
mood: x
---
Tekst"""
    assert extract("a.md", source.encode()).stated == {
        "date": "2014-05",
        "kind": "newsletter",
        "language": "da",
        "url": "https://example.org/a",
        "author": "A. B.",
    }


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    assert text("---\n\nWords.\n", "a.md") == [("paragraph", "Words.")]


@pytest.mark.parametrize("source", ["---\n***\n", "...", "\x0c\x0c", "# \n\n- \n"])
def test_a_file_without_words_has_nothing_to_read(source: str) -> None:
    with pytest.raises(NothingToRead):
        extract("a.md", source.encode())


@pytest.mark.parametrize("name", ["a.txt", "a.md", "a.html"])
def test_a_text_without_end_is_too_expensive(name: str) -> None:
    with pytest.raises(TooExpensive, match="20 million"):
        extract(name, b"ab " * (MAX_CHARACTERS * 4 // 3 + 1))


def test_a_long_run_of_broken_lines_is_read_in_proportion() -> None:
    source = "en liste over ord\n\n" + "\n\n".join(["og så videre uden punktum"] * 8_000)
    started = time.process_time()
    extract("a.txt", source.encode())
    assert time.process_time() - started < 20  # it took minutes when every seam copied what stood before it
