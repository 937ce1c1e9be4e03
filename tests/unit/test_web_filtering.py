"""Filters go on and off alike, whether they stand in the address or were typed into the question."""

from __future__ import annotations

import pytest

from search_ui.search.query import Filters, Query, parse
from search_ui.web.facets import chips
from search_ui.web.filtering import unfiltered, with_value, with_years, without_value
from search_ui.web.wording import ENGLISH


def asked(text: str, **filters: object) -> Query:
    return Query(parse(text), filters=Filters(**filters), page=3)  # type: ignore[arg-type]  # tests name the fields


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        pytest.param(asked("vand"), {}, id="none"),
        pytest.param(asked("vand lang:da"), {"Danish": "q=vand"}, id="typed"),
        pytest.param(
            asked("lang:da vand lang:pl"),
            {"Danish": "q=vand+lang%3Apl", "Polish": "q=lang%3Ada+vand"},
            id="two typed",
        ),
        pytest.param(asked("vand", languages=frozenset({"da"})), {"Danish": "q=vand"}, id="in the address"),
        pytest.param(
            asked("vand lang:da", languages=frozenset({"da"})), {"Danish": "q=vand"}, id="in both, once"
        ),
        pytest.param(
            asked("kind:tool vand year:2011..2014"),
            {"Tool": "q=vand+year%3A2011..2014", "2011–2014": "q=kind%3Atool+vand"},
            id="a kind and years",
        ),
        pytest.param(asked('"lang:da vand" -lang:pl'), {}, id="what is quoted or left out is no filter"),
    ],
)
def test_every_filter_has_a_chip_that_takes_it_off(query: Query, shown: dict[str, str]) -> None:
    told = {chip.text: chip.address.removeprefix("/search?") for chip in chips(query, ENGLISH)}
    assert told == shown


def test_a_language_more_lets_more_documents_through() -> None:
    both = with_value(asked("vand lang:da"), "language", "pl")
    assert (both.all_filters.languages, both.page) == ({"da", "pl"}, 1)


def test_a_typed_value_that_is_chosen_again_goes() -> None:
    rest = without_value(asked("vand kind:tool kind:report"), "kind", "tool")
    assert (rest.question.text, rest.all_filters.kinds) == ("vand kind:report", {"report"})


def test_chosen_years_take_the_place_of_typed_ones() -> None:
    narrowed = with_years(asked("vand year:2011..2014"), 2012, 2012)
    assert (narrowed.question.text, narrowed.all_filters) == ("vand", Filters(year_from=2012, year_to=2012))


@pytest.mark.parametrize("text", ["", "lang:da", "vand", 'lang:da "to ord" year:2011.. -ikke kind:tool'])
def test_without_filters_the_words_stay(text: str) -> None:
    rest = unfiltered(asked(text, kinds=frozenset({"tool"})))
    assert rest.all_filters == Filters()
    assert (rest.question.wanted, rest.question.excluded) == (parse(text).wanted, parse(text).excluded)
