"""What pages are made of: segments, links, words and the parts of a long document."""

from __future__ import annotations

import pytest
from web_example import DOCUMENT

from indexer.knowledge.kinds import KINDS
from indexer.languages import LANGUAGES
from indexer.model import DatedFact
from search_ui.search.answer import FacetValue, Reason
from search_ui.search.query import Filters, Query, parse
from search_ui.web import links, names, pages
from search_ui.web.addresses import document_address, search_address
from search_ui.web.facets import facets
from search_ui.web.wording import ENGLISH
from search_ui.web.years import MOST_BARS, bars


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


def test_rare_values_are_folded_away() -> None:
    kinds = [FacetValue(kind, 1, selected=False) for kind in KINDS]
    (facet,) = facets(Query(parse("x")), {"kind": kinds}, ENGLISH)
    told = [ENGLISH.kind(kind) for kind in KINDS]
    assert [link.text for link in (*facet.links, *facet.folded)] == told[:8]
    assert len(facet.links) == 6


@pytest.mark.parametrize(
    ("years", "shown"),
    [
        pytest.param([2014], "2014", id="one year"),
        pytest.param([2011, 2014], "2011 2012 2013 2014", id="years without documents keep their place"),
        pytest.param([1994, 2014], "1994–95 1996–97 … 2014–15", id="two years a bar"),
        pytest.param([1950, 2014], "1950–54 1955–59 … 2010–14", id="five years a bar"),
        pytest.param([1899, 1990], "1895–99 1900–04 … 1990–94", id="two centuries"),
        pytest.param([1, 9999], "0–499 500–999 … 9500–9999", id="all years there are"),
    ],
)
def test_years_are_a_bar_chart_of_few_bars(years: list[int], shown: str) -> None:
    values = [FacetValue(str(year), 3, selected=False) for year in years]
    told = [bar.text for bar in bars(Query(parse("x")), values)]
    assert len(told) <= MOST_BARS
    assert " ".join(told if len(told) < 5 else [*told[:2], "…", told[-1]]) == shown


def test_a_span_of_years_that_is_filtered_by_is_parted_into_years() -> None:
    values = [FacetValue(str(year), 1, selected=False) for year in (1950, 2010, 2012, 2014)]
    query = Query(parse("x"), filters=Filters(year_from=2010, year_to=2014))
    assert [bar.text for bar in bars(query, values)] == ["2010", "2011", "2012", "2013", "2014"]


def test_the_highest_bar_fills_the_chart_and_the_lowest_can_be_seen() -> None:
    counts = {2011: 1000, 2012: 500, 2013: 1, 2014: 1}
    values = [FacetValue(str(year), count, selected=False) for year, count in counts.items()]
    assert [bar.height for bar in bars(Query(parse("x")), values)] == [40, 20, 1, 1]


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
    (bar,) = bars(Query(parse("x"), filters=filters), [value])
    assert bar.address == f"/search?q=x{'&' if address else ''}{address}"


def test_what_is_as_usual_is_left_out_of_an_address() -> None:
    assert search_address("/search", Query(parse("a & b")), 1) == "/search?q=a+%26+b"


def test_a_long_question_is_cut_in_links_to_documents() -> None:
    assert len(document_address(DOCUMENT, question="x" * 900, passage=2)) < 250


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
