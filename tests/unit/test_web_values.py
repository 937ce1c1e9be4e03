"""What pages are made of: segments, links, words and the parts of a long document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

import pytest

from indexer.languages import LANGUAGES
from indexer.model import Block, BlockKind, DatedFact, Document, Passage, SourceFile
from search_ui.search.answer import FacetValue, Reason
from search_ui.search.query import Filters, Query, parse
from search_ui.web import links, names, pages, reading
from search_ui.web.addresses import document_address, search_address
from search_ui.web.wording import ENGLISH

DOCUMENT = Document(
    id="0123456789ab",
    source=SourceFile(PurePosixPath("da/rapport.pdf"), 1_234_567, "0" * 64),
    media_type="application/pdf",
    title="En rapport",
    language="da",
    languages=("da",),
    kind="report",
    published=None,
    pages=3,
)


def passage(number: int, page: int, *blocks: tuple[BlockKind, str, int]) -> Passage:
    return Passage(number, page, "", tuple(Block(*block) for block in blocks), "da")


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        pytest.param((), ["plain text"], id="none"),
        pytest.param(((0, 5),), ["[plain]", " text"], id="at the start"),
        pytest.param(((6, 10),), ["plain ", "[text]"], id="at the end"),
        pytest.param(((0, 5), (5, 6), (6, 10)), ["[plain]", "[ ]", "[text]"], id="touching"),
        pytest.param(((2, 4),), ["pl", "[ai]", "n text"], id="inside a word"),
    ],
)
def test_marks_cut_a_text_into_segments(marks: tuple[tuple[int, int], ...], expected: list[str]) -> None:
    found = list(pages.segments("plain text", marks))
    assert [f"[{one.text}]" if one.marked else one.text for one in found] == expected


@pytest.mark.parametrize(
    ("page", "count", "shown"),
    [
        (1, 2, "1 2"),
        (1, 9, "1 2 3 … 9"),
        (5, 9, "1 … 3 4 5 6 7 … 9"),
        (9, 9, "1 … 7 8 9"),
        (4, 6, "1 2 3 4 5 6"),
        (99, 3, "1 … 3"),
    ],
)
def test_page_numbers_are_shown_around_the_current_one(page: int, count: int, shown: str) -> None:
    found = links.page_links(Query(parse("x"), page=page), count)
    assert " ".join(link.text if link else "…" for link in found) == shown


def test_earlier_years_are_folded_away() -> None:
    years = [FacetValue(str(year), 1, selected=False) for year in range(2026, 2000, -1)]
    (facet,) = links.facets(Query(parse("x")), {"language": (), "kind": (), "year": years}, ENGLISH)
    assert ([link.text for link in facet.links][-1], len(facet.folded)) == ("2019", 18)


@pytest.mark.parametrize(
    ("filters", "address"),
    [
        pytest.param(Filters(), "year_from=2014&year_to=2014", id="puts the year on"),
        pytest.param(Filters(year_from=2014, year_to=2014), "", id="takes it off"),
        pytest.param(Filters(year_from=2010), "year_from=2014&year_to=2014", id="narrows a span"),
    ],
)
def test_a_year_is_a_switch(filters: Filters, address: str) -> None:
    value = FacetValue("2014", 1, selected=True)
    counted = {"language": (), "kind": (), "year": (value,)}
    (facet,) = links.facets(Query(parse("x"), filters=filters), counted, ENGLISH)
    assert facet.links[0].address == f"/search?q=x{'&' if address else ''}{address}"


def test_what_is_as_usual_is_left_out_of_an_address() -> None:
    assert search_address("/search", Query(parse("a & b")), 1) == "/search?q=a+%26+b"


def test_a_long_question_is_cut_in_links_to_documents() -> None:
    assert len(document_address(DOCUMENT, question="x" * 900, page=2)) < 250


@pytest.mark.parametrize(
    ("value", "words"), [("2014", "2014"), ("2014-05", "May 2014"), ("2014-05-06", "6 May 2014")]
)
def test_a_date_is_as_exact_as_it_is_known(value: str, words: str) -> None:
    assert ENGLISH.date(DatedFact(value, "text")) == words


@pytest.mark.parametrize(
    ("number", "words"), [(0, "0 documents"), (1, "1 document"), (12_345, "12,345 documents")]
)
def test_documents_are_counted_in_words(number: int, words: str) -> None:
    assert ENGLISH.documents(number) == words


@pytest.mark.parametrize(("number", "words"), [(12, "1\xa0kB"), (8_432, "8\xa0kB"), (1_234_567, "1.2\xa0MB")])
def test_sizes_have_a_fitting_unit(number: int, words: str) -> None:
    assert ENGLISH.size(number) == words


@pytest.mark.parametrize(
    ("filters", "words"),
    [
        (Filters(), None),
        (Filters(year_from=2011), "2011 or later"),
        (Filters(year_to=2014), "2014 or earlier"),
        (Filters(year_from=2011, year_to=2014), "2011–2014"),
        (Filters(year_from=2014, year_to=2014), "2014"),
    ],
    ids=str,
)
def test_years_are_told_as_a_span(filters: Filters, words: str | None) -> None:
    assert ENGLISH.years(filters) == words


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (Reason("vand", (), None), "“vand” is missing in this document."),
        (Reason("vand", ("vandet",), "form"), "“vand” was found in another form: “vandet”."),
        (Reason("vand", ("vandes",), "stem"), "“vand” shares its stem with “vandes”."),
        (Reason("vand", ("regnvand",), "part"), "“vand” was found inside “regnvand”."),
        (Reason("gaest", ("gæst",), "letters"), "“gaest” was found written with other letters: “gæst”."),
        (Reason("vand", ("vand", "woda"), "typed"), "“vand” was found as “vand”, “woda”."),
    ],
    ids=lambda value: value.how or "missing" if isinstance(value, Reason) else "words",
)
def test_reasons_are_plain_words(reason: Reason, words: str) -> None:
    assert ENGLISH.reason(reason) == words


def test_every_language_has_an_example_question() -> None:
    assert set(names.EXAMPLES) == set(LANGUAGES)


def shown(*passages: Passage) -> reading.DocumentPage:
    return reading.document(DOCUMENT, passages, ENGLISH, question="", passage=1)


def test_headings_go_down_one_level_at_a_time() -> None:
    page = shown(
        passage(1, 1, ("heading", "One", 1), ("heading", "Deep", 4), ("paragraph", "Text.", 0)),
        passage(2, 2, ("heading", "Deeper", 5), ("heading", "Two", 1), ("heading", "Far", 9)),
    )
    runs = [run for leaf in page.pages for part in leaf.passages for run in part.runs]
    assert [run.level for run in runs if run.kind == "heading"] == [2, 3, 4, 2, 3]


def test_neighbouring_rows_are_one_table_and_neighbouring_items_one_list() -> None:
    page = shown(
        passage(
            1, 1, ("table_row", "a | b", 0), ("table_row", "c | d", 0), ("list", "x", 0), ("list", "y", 0)
        )
    )
    runs = page.pages[0].passages[0].runs
    assert [(run.kind, run.rows) for run in runs] == [
        ("table", (("a", "b"), ("c", "d"))),
        ("list", (("x",), ("y",))),
    ]


def test_the_title_is_not_told_twice() -> None:
    page = shown(passage(1, 1, ("heading", "EN RAPPORT", 1), ("paragraph", "Tekst.", 0)))
    assert [run.text for run in page.pages[0].passages[0].runs] == ["Tekst."]


def test_a_part_that_begins_within_a_page_still_names_it() -> None:
    long = "ord " * 6_000
    passages = [passage(number, 2, ("paragraph", long, 0)) for number in (1, 2, 3)]
    page = reading.document(DOCUMENT, passages, ENGLISH, question="vand", passage=2)
    assert (page.part, page.parts, [leaf.number for leaf in page.pages]) == (2, 3, [2])
    assert page.next == "/document/0123456789ab?q=vand&passage=3#page-2"
    assert page.previous == "/document/0123456789ab?q=vand#page-2"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "http://[", ""]
)
def test_only_web_addresses_become_links(address: str) -> None:
    page = reading.document(replace(DOCUMENT, url=address), (), ENGLISH, question="", passage=1)
    assert page.source is None


def test_a_document_without_passages_has_a_page() -> None:
    assert (shown().pages, shown().parts) == ((), 1)
