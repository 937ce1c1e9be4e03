"""What is stated side by side: what excludes each other, events told twice, values as people say them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from search_ui.search.events import Event, Telling
from search_ui.search.stated import disagree
from search_ui.web import fact_words, interface, timeline
from search_ui.web.wording import ENGLISH


@pytest.mark.parametrize(
    ("name", "values", "differ"),
    [
        pytest.param("end", ("2014-06-29", "2014-06-30"), True, id="two days"),
        pytest.param("end", ("2014-06", "2014-06-30"), False, id="a day and its month"),
        pytest.param("end", ("2013", "2014"), True, id="two years"),
        pytest.param("end", ("2013", "2014-06-29"), True, id="a day and another year"),
        pytest.param("eu-funding", ("403770 EUR", "403770.40 EUR"), False, id="an amount without its cents"),
        pytest.param("eu-funding", ("403770 EUR", "123274 EUR"), True, id="two amounts"),
        pytest.param("total-budget", ("85200 PLN", "20000 EUR"), False, id="two currencies"),
        pytest.param("co-financing-rate", ("76 %", "76.7 %"), False, id="a rate cut off"),
        pytest.param("co-financing-rate", ("76.6 %", "76.7 %"), True, id="two rates as exact"),
        pytest.param("partner", ("Slagelse", "Kwidzyn"), False, id="what may be said often"),
        pytest.param("period", ("2007-2013",), False, id="one value"),
    ],
)
def test_values_exclude_each_other_or_not(name: str, values: tuple[str, ...], differ: bool) -> None:
    assert disagree(name, values) is differ
    assert disagree(name, values[::-1]) is differ


@pytest.mark.parametrize(
    ("fact", "value", "told"),
    [
        ("total-budget", "403770.40 EUR", ("403,770.40 EUR", "403.770,40 EUR", "403 770,40 EUR")),
        ("total-budget", "527044 EUR", ("527,044 EUR", "527.044 EUR", "527 044 EUR")),
        (
            "grant",
            "500000-1000000 EUR",
            ("500,000–1,000,000 EUR", "500.000–1.000.000 EUR", "500 000–1 000 000 EUR"),
        ),
        ("co-financing-rate", "76.7 %", ("76.7 %", "76,7 %", "76,7 %")),
        ("end", "2014-11", ("November 2014", "november 2014", "listopad 2014")),
        ("end", "2014-02-31", ("2014-02-31",) * 3),
        ("date", "2014-05-06/2014-05-07", ("6–7 May 2014", "6.–7. maj 2014", "6–7 maja 2014")),
        ("status", "closed", ("completed", "afsluttet", "zakończony")),
        ("total-budget", "much", ("much",) * 3),
    ],
)
def test_a_fact_is_told_as_the_reader_writes_it(fact: str, value: str, told: tuple[str, ...]) -> None:
    said = [fact_words.value(fact, value, interface.words(code)) for code in ("en", "da", "pl")]
    assert [text.replace("\N{NO-BREAK SPACE}", " ") for text in said] == list(told)


def event(date: str) -> Event:
    return Event(date, "workshop", "", "", "", (Telling("0123456789ab", 1, ""),))


def marks(path: str) -> list[tuple[int, int]]:
    return [(int(start), int(width)) for start, width in (one.split(" .5h") for one in path.split("M")[1:])]


def test_a_strip_keeps_the_order_and_the_length_of_days() -> None:
    dates = ("2012", "2012-12", "2013-01-01", "2013-06-30/2013-07-12", "2014-12-31")
    (strip,) = timeline.drawing([event(date) for date in dates], ENGLISH).strips
    (year, month), days = marks(strip.about), marks(strip.days)
    assert year[0] == 0 and year[1] > month[1] > timeline.THINNEST == days[0][1] == days[2][1]
    assert days == sorted(days) and days[1][1] > timeline.THINNEST and month[0] < days[0][0]
    assert all(start + width <= timeline.WIDTH for start, width in (year, month, *days))
    assert strip.label == "Workshop: 5 events, 2012 – 31 December 2014"


@pytest.mark.parametrize(("first", "last"), [(2014, 2014), (2011, 2015), (1990, 2026), (1000, 2026)])
def test_a_few_years_are_written_below_the_strips(first: int, last: int) -> None:
    ticks = timeline.drawing([event(str(first)), event(str(last))], ENGLISH).ticks
    assert 1 <= len(ticks) <= timeline.MOST_TICKS
    assert all(one.x < other.x and one.year < other.year for one, other in pairwise(ticks))
