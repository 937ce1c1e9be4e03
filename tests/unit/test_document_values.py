"""What the page of a document is made of: parts, runs, marked words, headings, facts, a citation."""

from __future__ import annotations

from dataclasses import replace

import pytest
from web_example import DOCUMENT, passage

from indexer.model import BlockKind, DatedFact, Passage
from search_ui.search.looking import Looked, Marks
from search_ui.search.query import Query, parse
from search_ui.web import about, headings, reading
from search_ui.web.addresses import document_address, viewer_address
from search_ui.web.parameters import Reading
from search_ui.web.public import Publisher
from search_ui.web.wording import ENGLISH


def marking(passages: tuple[Passage, ...], word: str) -> tuple[Marks, ...]:
    """Return every place of a word, as the search does for what it finds."""
    return tuple(
        tuple(
            (start, start + len(word))
            for start in range(len(one.text))
            if word and one.text.startswith(word, start)
        )
        for one in passages
    )


def shown(*passages: Passage, word: str = "", passage: int = 1) -> reading.DocumentPage:
    looked = Looked(DOCUMENT, passages, marking(passages, word))
    asked = Reading(Query(parse(word)), passage, 1)
    return reading.document(
        looked, ENGLISH, asked=asked, publisher=Publisher("Byens arkiv", "https://town.example")
    )


def rows(page: reading.DocumentPage) -> list[str]:
    """Return the text of every row with its marked words in brackets."""
    return [
        "|".join("".join(f"[{s.text}]" if s.marked else s.text for s in cell) for cell in row.cells)
        for leaf in page.pages
        for part in leaf.passages
        for run in part.runs
        for row in run.rows
    ]


def test_headings_go_down_one_level_at_a_time() -> None:
    page = shown(
        passage(1, 1, ("heading", "One", 1), ("heading", "Deep", 4), ("paragraph", "Text.", 0)),
        passage(2, 2, ("heading", "Deeper", 5), ("heading", "Two", 1), ("heading", "Far", 9)),
    )
    runs = [run for leaf in page.pages for part in leaf.passages for run in part.runs]
    assert [run.level for run in runs if run.kind == "heading"] == [2, 3, 4, 2, 3]
    assert [one.level for one in page.headings] == [2, 3, 4, 2, 3]


def test_neighbouring_rows_are_one_table_and_neighbouring_items_one_list() -> None:
    page = shown(
        passage(
            1, 1, ("table_row", "a | b", 0), ("table_row", "c | d", 0), ("list", "x", 0), ("list", "y", 0)
        )
    )
    runs = page.pages[0].passages[0].runs
    assert [(run.kind, [row.text for row in run.rows]) for run in runs] == [
        ("table_row", ["a | b", "c | d"]),
        ("list", ["x", "y"]),
    ]


def test_the_title_is_not_told_twice() -> None:
    assert rows(shown(passage(1, 1, ("heading", "EN RAPPORT", 1), ("paragraph", "Tekst.", 0)))) == ["Tekst."]


def test_marks_stand_where_the_words_stand_in_every_kind_of_block() -> None:
    page = shown(
        passage(
            1,
            1,
            ("heading", "vand", 1),
            ("paragraph", "om vand og vand", 0),
            ("list", "vand", 0),
            ("table_row", "sne | vand | is", 0),
        ),
        word="vand",
    )
    assert rows(page) == ["[vand]", "om [vand] og [vand]", "[vand]", "sne|[vand]|is"]


def test_a_mark_that_runs_over_cells_is_cut_at_their_ends() -> None:
    assert rows(shown(passage(1, 1, ("table_row", "rent | vand nu", 0)), word="rent | vand")) == [
        "[rent]|[vand] nu"
    ]


THREE_PAGES = (
    passage(1, 1, ("paragraph", "vand og vand", 0), ("paragraph", "is", 0)),
    passage(2, 2, ("paragraph", "sne", 0)),
    passage(3, 3, ("paragraph", "is", 0), ("paragraph", "vand", 0)),
)


def test_marked_words_are_counted_by_page() -> None:
    found = shown(*THREE_PAGES, word="vand").found
    assert found is not None
    assert (found.words, found.places, found.first) == (3, 2, "#place-1")
    assert [(one.page, one.words, one.address) for one in found.pages] == [
        (1, 2, "#place-1"),
        (3, 1, "#place-2"),
    ]
    assert [(form.text, form.count) for form in found.forms] == [("vand", 3)]


def test_from_each_place_a_way_leads_to_the_one_before_and_the_next() -> None:
    page = shown(*THREE_PAGES, word="vand")
    steps = [
        row.step
        for leaf in page.pages
        for part in leaf.passages
        for run in part.runs
        for row in run.rows
        if row.step
    ]
    assert [(step.number, step.previous, step.next) for step in steps] == [
        ("1", None, "#place-2"),
        ("2", "#place-1", None),
    ]


def test_a_passage_that_was_asked_for_leads_to_the_words_around_it() -> None:
    page = shown(*THREE_PAGES, word="vand", passage=2)
    steps = {part.number: part.step for leaf in page.pages for part in leaf.passages}
    assert (steps[1], steps[3]) == (None, None)
    assert steps[2] is not None
    assert (steps[2].number, steps[2].previous, steps[2].next) == ("", "#place-1", "#place-2")


def test_without_a_question_nothing_is_counted() -> None:
    assert shown(*THREE_PAGES).found is None


def long_passages(count: int) -> list[Passage]:
    return [passage(number, 2, ("paragraph", "ord " * 6_000, 0)) for number in range(1, count + 1)]


def test_a_part_that_begins_within_a_page_still_names_it() -> None:
    page = shown(*long_passages(3), passage=2)
    assert (page.part, page.parts, [leaf.number for leaf in page.pages]) == (2, 3, [2])
    assert page.next == "/document/0123456789ab?passage=3#passage-3"
    assert page.previous == "/document/0123456789ab#passage-1"


def test_a_step_leads_over_the_end_of_a_part() -> None:
    texts = [*long_passages(3), passage(4, 3, ("paragraph", "vand", 0))]
    found = shown(*texts, word="vand").found
    assert found is not None
    assert found.first == "/document/0123456789ab?q=vand&passage=4#place-1"


def test_many_marks_make_a_part_shorter() -> None:
    texts = [passage(number, 1, ("paragraph", "vand " * 200, 0)) for number in range(1, 31)]
    assert shown(*texts).parts == 2 < shown(*texts, word="vand").parts


def test_an_address_behind_the_last_passage_opens_the_last_part() -> None:
    page = shown(*long_passages(3), passage=99)
    assert (page.part, page.next) == (3, None)


def test_a_table_of_many_headings_names_the_highest_levels() -> None:
    blocks: list[tuple[BlockKind, str, int]] = []
    for chapter in range(20):
        blocks += [("heading", f"Kapitel {chapter}", 1), *[("heading", "Afsnit", 2)] * 5]
    assert [one.text for one in shown(passage(1, 1, *blocks)).headings] == [f"Kapitel {n}" for n in range(20)]


def test_a_table_of_very_many_chapters_is_spread_over_the_document() -> None:
    blocks: list[tuple[BlockKind, str, int]] = [("heading", f"Kapitel {n}", 1) for n in range(600)]
    found = shown(passage(1, 1, *blocks)).headings
    assert len(found) == headings.MOST_HEADINGS
    assert [one.text for one in found[:2]] == ["Kapitel 0", "Kapitel 10"]


def test_one_heading_is_no_table() -> None:
    assert shown(passage(1, 1, ("heading", "Kapitel", 1))).headings == ()


def test_what_is_known_names_what_told_it() -> None:
    told = {"title": "heading", "kind": "folder", "language": "text", "author": "PDF property"}
    held = replace(
        DOCUMENT, author="Ane Bo", published=DatedFact("2014-05", "front matter"), sources=told, pages=1
    )
    assert [(one.name, one.value, one.told_by) for one in about.known(held, ENGLISH)] == [
        ("Title", "", "from a heading"),
        ("Type", "Report", "from the folder’s name"),
        ("Language", "Danish", "from the text"),
        ("Date", "May 2014", "from the head of the file"),
        ("Author", "Ane Bo", "from the PDF’s properties"),
    ]


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "http://[", ""]
)
def test_only_web_addresses_become_links(address: str) -> None:
    assert not any(one.address for one in about.known(replace(DOCUMENT, url=address), ENGLISH))


def test_a_document_without_passages_has_a_page() -> None:
    assert (shown().pages, shown().parts) == ((), 1)


def test_links_carry_what_was_taken_off_but_not_without_end() -> None:
    off = frozenset({"gmina", "x" * 150, "y" * 150})
    address = viewer_address(DOCUMENT, 2, question="kommune", without=off)
    assert address.startswith("/document/0123456789ab/pdf?q=kommune&without=gmina&without=xxx")
    assert "yyy" not in address
    assert "without" not in document_address(DOCUMENT, without=off)
