"""Dates as documents state them: never more precise than they are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.knowledge.dates import FIRST_YEAR, LAST_YEAR, OPENING, first_date, stated_date
from indexer.model import DatedFact


@pytest.mark.parametrize(
    ("language", "text", "date"),
    [
        pytest.param("da", "12. MAR 2012 13.12", "2012-03-12", id="Danish, a clock behind it"),
        pytest.param("da", "16. juni 2014", "2014-06-16", id="Danish"),
        pytest.param("da", "den 6. og 7. maj 2014", "2014-05-06", id="Danish, two days"),
        pytest.param("da", "d. 1/5-2013", "2013-05-01", id="Danish, stroke and hyphen"),
        pytest.param("da", "5/6/2014", "2014-06-05", id="Danish, strokes"),
        pytest.param("da", "nr. 3 - maj 2014", "2014-05", id="Danish, a number and a month"),
        pytest.param("pl", "6 – 7 maja 2014", "2014-05-06", id="Polish, two days"),
        pytest.param("pl", "6 czerwca 2014 r.", "2014-06-06", id="Polish"),
        pytest.param("pl", "w maju 2014", "2014-05", id="Polish month, inflected"),
        pytest.param("pl", "Gdańsk, październik 2014", "2014-10", id="Polish month"),
        pytest.param("pl", "w dniach 6 i 7 PAŹDZIERNIKA 2014", "2014-10-06", id="Polish, capitals"),
        pytest.param("pl", "3 pazdziernika 2014", "2014-10-03", id="Polish without accents"),
        pytest.param("pl", "12.03.2012", "2012-03-12", id="points"),
        pytest.param("pl", "6 VI 2014", "2014-06-06", id="Polish, Roman numerals"),
        pytest.param("en", "May 6, 2014", "2014-05-06", id="American"),
        pytest.param("en", "6-7 May 2014", "2014-05-06", id="English, two days"),
        pytest.param("en", "28 April – 2 May 2014", "2014-04-28", id="English, two months"),
        pytest.param("en", "6th of May, 2014", "2014-05-06", id="English, ordinal"),
        pytest.param("en", "May/June 2014", "2014-05", id="English, two months without days"),
        pytest.param("en", "5/6/2014", "2014", id="English strokes: day or month first?"),
        pytest.param("en", "25/6/2014", "2014-06-25", id="English strokes that leave no doubt"),
        pytest.param("sv", "den 5 mars 2013", "2013-03-05", id="Swedish"),
        pytest.param("de", "3. März 2013", "2013-03-03", id="German"),
        pytest.param("lt", "2014 m. gegužės 6 d.", "2014-05-06", id="Lithuanian"),
        pytest.param("lt", "2014 m. gegužė", "2014-05", id="Lithuanian month"),
        pytest.param("en", "2014-05-06", "2014-05-06", id="ISO"),
        pytest.param("da", "The meeting of 6 May 2014", "2014-05-06", id="English in a Danish document"),
        pytest.param("pl", "Biuletyn\n2014 r.\nTekst", "2014", id="a year alone on its line"),
        pytest.param("en", "2014\nKwidzyn, 6 May 2014", "2014-05-06", id="a date before a lonely year"),
        pytest.param("xx", "6 May 2014 and 7 June 2015", "2014-05-06", id="the first of two"),
        pytest.param("en", "31 February 2014", "2014-02", id="a day that no calendar has"),
    ],
)
def test_the_first_date_is_read_as_it_is_stated(language: str, text: str, date: str) -> None:
    assert first_date(text, language) == date


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("da", "Fredag den 2. marts mødtes vi.", id="no year is invented"),
        pytest.param("pl", "wymiar polityki zagranicznej 2014 roku", id="a year in prose"),
        pytest.param("pl", "do końca listopada 2014", id="a time limit"),
        pytest.param("da", "Senest den 6. maj 2014", id="a Danish time limit"),
        pytest.param("en", "in 2011-12 and 2014-20", id="spans of years"),
        pytest.param("en", "founded on 6 May 1945", id="long ago"),
        pytest.param("en", "by the year 2101: 6 May 2101", id="far away"),
        pytest.param("da", "12.05.14", id="two digits are no year"),
        pytest.param("en", "version 1.2.2012.3", id="a version"),
        pytest.param("en", "28 December – 2 January", id="a span without a year"),
        pytest.param("en", "phone 12 03 2012", id="a phone number"),
        pytest.param("en", "32.13.2012", id="no day and no month"),
        pytest.param("pl", "85.200 zł", id="an amount"),
        pytest.param("en", "", id="nothing"),
        pytest.param("en", "x" * OPENING + " 6 May 2014", id="far below the opening"),
    ],
)
def test_what_is_not_the_documents_own_date_is_none(language: str, text: str) -> None:
    assert first_date(text, language) is None


def test_the_first_day_of_a_span_over_new_year_is_not_moved_into_the_last_days_year() -> None:
    assert first_date("28 December – 2 January 2014", "en") is None


@pytest.mark.parametrize(
    ("value", "date"),
    [
        pytest.param("2014-05-06T23:10:00+02:00", "2014-05-06", id="ISO with time"),
        pytest.param("2014-05-06 10:00", "2014-05-06", id="ISO with a space"),
        pytest.param("2014-05", "2014-05", id="ISO month"),
        pytest.param(" 2014 ", "2014", id="year"),
        pytest.param("D:20140506120000+02'00'", "2014-05-06", id="PDF"),
        pytest.param("20140506", "2014-05-06", id="without hyphens"),
        pytest.param("201405", "2014-05", id="month without hyphen"),
        pytest.param("Tue, 06 May 2014 10:00:00 +0200", "2014-05-06", id="mail"),
        pytest.param("06.05.2014", "2014-05-06", id="points"),
        pytest.param("06/05/2014", "2014-05-06", id="strokes, as in Europe"),
        pytest.param("2014/05/06", "2014-05-06", id="year first"),
        pytest.param("6 maja 2014", "2014-05-06", id="words"),
        pytest.param("Spring 2014", "2014", id="a season"),
    ],
)
def test_a_field_of_metadata_states_a_date(value: str, date: str) -> None:
    assert stated_date(value) == date


@pytest.mark.parametrize(
    "value",
    [
        "",
        "soon",
        "2011-2014",
        "2014-13",
        "2014-02-31",
        "0000-00-00",
        "19000101000000",
        "D:",
        "1.5",
        "2101",
        "\ud800",
    ],
)
def test_a_field_without_a_date_states_none(value: str) -> None:
    assert stated_date(value) is None


@given(st.text() | st.from_regex(r"[0-9 ./-]{0,12}(maj|may|VI|marca)?[ ,.]*(20[0-9]{2})?", fullmatch=True))
def test_every_text_gives_a_date_of_the_calendar_or_none(text: str) -> None:
    for found in (stated_date(text), first_date(text, "pl"), first_date(text, "en")):
        assert found is None or FIRST_YEAR <= DatedFact(found, "text").year <= LAST_YEAR
        assert found is None or stated_date(found) == found
