"""A table of dates as six languages write them: nothing that stands there is lost, nothing is added."""

from __future__ import annotations

import time

import pytest

from indexer.knowledge.dates import Dated, dates, first_date, named_date

OWN = """
da | 12. MAR 2012 13.12                                   | 2012-03-12
da | mandag d. 12. maj 2014 kl. 19.30                     | 2014-05-12
da | 12.-13. maj 2014                                     | 2014-05-12
da | fra den 12. til den 13. maj 2014                     | 2014-05-12
da | d. 1/5-2013                                          | 2013-05-01
da | 1/5 2013                                             | 2013-05-01
da | 01-05-2013                                           | 2013-05-01
da | Sorø, den 2. juni 2014                               | 2014-06-02
da | maj-juni 2014                                        | 2014-05
da | Nyhedsbrev, forår 2014                               | 2014
da | Publiceret: 3. februar 2013, kl. 8                   | 2013-02-03
da | Startdato: 1. juli 2011. Opdateret den 3. juni 2012  | 2012-06-03
da | 30. april til 2. maj 2014                            | 2014-04-30
da | Nr. 3/2014                                           | 2014
da | 2. kvartal 2014                                      | 2014
da | jul. 2014 er ikke juli; 12. jul. 2014 er             | 2014-07-12
sv | tisdagen den 6 maj 2014                              | 2014-05-06
sv | 6:e maj 2014                                         | 2014-05-06
sv | den 6–7 maj 2014                                     | 2014-05-06
sv | augusti 2013                                         | 2013-08
sv | 2014-05-06 kl 13:00                                  | 2014-05-06
sv | Publicerad 2014-05-06                                | 2014-05-06
sv | höst 2013                                            | 2013
de | Dienstag, den 6. Mai 2014                            | 2014-05-06
de | 6./7. Mai 2014                                       | 2014-05-06
de | vom 6. bis 7. Mai 2014                               | 2014-05-06
de | 06.05.2014                                           | 2014-05-06
de | 6.-7.5.2014                                          | 2014-05-06
de | Anfang Mai 2014                                      | 2014-05
de | Ausgabe Herbst 2013                                  | 2013
de | Stand: 1. März 2013                                  | 2013-03-01
pl | 6 – 7 maja 2014                                      | 2014-05-06
pl | od 6 do 7 maja 2014 r.                               | 2014-05-06
pl | dnia 6 maja 2014 roku                                | 2014-05-06
pl | 6.V.2014                                             | 2014-05-06
pl | 6 VI 2014 r.                                         | 2014-06-06
pl | 1-go maja 2014                                       | 2014-05-01
pl | 6-7.05.2014                                          | 2014-05-06
pl | 30.04-02.05.2014                                     | 2014-04-30
pl | w listopadzie 2014                                   | 2014-11
pl | 12 sie 2014                                          | 2014-08-12
pl | Data publikacji: 12.03.2012                          | 2012-03-12
pl | Protokół z dnia 3 lutego 2012 r.                     | 2012-02-03
pl | Kwidzyn, 6 czerwca 2014 r.                           | 2014-06-06
pl | Biuletyn nr 5/2014                                   | 2014
pl | wiosna 2014                                          | 2014
lt | 2014 m. gegužės 6 d.                                 | 2014-05-06
lt | 2014 m. gegužės 6–7 d.                               | 2014-05-06
lt | 2014 gegužės 6 d.                                    | 2014-05-06
lt | 2014 m. gegužės mėn.                                 | 2014-05
lt | 2014.05.06                                           | 2014-05-06
lt | Paskelbta: 2014-05-06                                | 2014-05-06
lt | ruduo 2013                                           | 2013
en | Tuesday 6th May 2014                                 | 2014-05-06
en | the 6th of May 2014                                  | 2014-05-06
en | May 6-7, 2014                                        | 2014-05-06
en | 06-May-2014                                          | 2014-05-06
en | Sept. 6, 2014                                        | 2014-09-06
en | 30 April to 2 May 2014                               | 2014-04-30
en | May and June 2014                                    | 2014-05
en | Newsletter Spring 2014                               | 2014
en | Q3 2013                                              | 2013
en | Issue 4/2013                                         | 2013
en | Last updated on 6 May 2014                           | 2014-05-06
en | Date of the meeting: 6-7 May 2014                    | 2014-05-06
en | Newsletter 6 · May 2014 · page 1                     | 2014-05
en | Start date: Mar 1, 2011. Published 2 May 2012        | 2012-05-02
en | Kwidzyn 6 – 7 May 2014, before the closure 30 June 2014 | 2014-05-06
en | closing on 30 June 2014. Kwidzyn, 6 May 2014         | 2014-05-06
"""

NONE = """
da | Fredag den 2. marts var vi værter                    | no year
da | Glædelig jul 2014                                    | Christmas, not July
da | frem til udgangen af november 2014                   | a time limit
da | Ansøgningsfrist: den 6. maj 2014                     | a time limit
da | Projektperiode: 1. juli 2011 - 30. juni 2014         | a project's period
da | siden den 1. januar 2007                             | since
da | strategien for 2014-2020                             | a span of years
da | maj måned                                            | a month without a year
sv | senast den 6 maj 2014                                | a time limit
sv | till slutet av november 2014                         | a time limit
sv | sedan 1 januari 2007                                 | since
sv | torsdag den 6 maj                                    | no year
de | bis Ende November 2014                               | a time limit
de | Laufzeit: 1. Juli 2011 bis 30. Juni 2014             | a project's period
de | seit dem 1. Januar 2007                              | since
de | am 6. Mai                                            | no year
pl | do końca listopada 2014                              | a time limit
pl | do 30 listopada 2014 r.                              | a time limit
pl | Termin składania wniosków: 6 maja 2014               | a time limit
pl | Data rozpoczęcia projektu: 30.06.2011                | a project begins
pl | od 1 maja 2004 r. Polska jest w Unii                 | since
pl | Projekt zakończył się 2014                           | się is not August
pl | w styczniu br.                                       | "of this year" is no year
pl | Okres realizacji: 01.07.2011 – 30.06.2014            | a project's period
pl | nr 12 z 2014/2015                                    | two years
lt | iki 2014 m. lapkričio pabaigos                       | a time limit
lt | nuo 2004 m. gegužės 1 d.                             | since
lt | Projekto pradžia: 2011-06-30                         | a project begins
lt | gegužės 6 d.                                         | no year
en | Start date: Mar 1, 2011, End date: Feb 28, 2014      | a project's dates
en | by the end of November 2014                          | a time limit
en | no later than 6 May 2014                             | a time limit
en | Deadline for applications: 6 May 2014                | a time limit
en | The project started on 1 July 2011                   | something begins
en | 1 July 2011 to 30 June 2014                          | a period of years
en | June 2011 – June 2014                                | a period of years
en | founded 6 May 1999                                   | a foundation
en | Friday 2 March                                       | no year
en | winter 2013/14                                       | which of the two years?
en | the 2014 programme                                   | a year in prose
en | EU 2020                                              | a goal
"""


def rows(table: str) -> list[object]:
    parted = [[cell.strip() for cell in line.split(" | ")] for line in table.strip().splitlines()]
    return [pytest.param(*row, id=f"{row[0]}: {row[1]}") for row in parted]


@pytest.mark.parametrize(("language", "text", "date"), rows(OWN))
def test_a_date_is_read_to_the_precision_at_which_it_stands(language: str, text: str, date: str) -> None:
    assert first_date(text, language) == date


@pytest.mark.parametrize(("language", "text", "why"), rows(NONE))
def test_no_date_is_made_of_what_is_none_of_the_documents_own(language: str, text: str, why: str) -> None:
    assert first_date(text, language) is None, why


@pytest.mark.parametrize(("language", "text", "date"), rows(OWN))
def test_a_document_in_another_language_reads_no_other_year_or_month(
    language: str, text: str, date: str
) -> None:
    """Detection may err: what is read is then less precise or not read, but never something else."""
    for other in ("en", "da", "pl", "sv", "de", "lt", "und"):
        found = first_date(text, other)
        assert found is None or date.startswith(found) or found.startswith(date)


@pytest.mark.parametrize(
    ("language", "text", "value"),
    [
        pytest.param("pl", "do końca listopada 2014", "2014-11", id="Polish month"),
        pytest.param("da", "senest den 6. maj 2014", "2014-05-06", id="Danish day"),
        pytest.param("en", "Deadline: 6 May 2014", "2014-05-06", id="English day"),
        pytest.param("lt", "iki 2014 m. lapkričio pabaigos", "2014-11", id="Lithuanian month"),
    ],
)
def test_a_time_limit_is_a_date_of_the_text_to_the_precision_at_which_it_stands(
    language: str, text: str, value: str
) -> None:
    assert dates(text, language) == (Dated(value, "limit"),)


def test_a_projects_dates_are_dates_of_the_text() -> None:
    text = "Start date: Mar 1, 2011, End date: Feb 28, 2014"
    assert dates(text, "en") == (Dated("2011-03-01", "other"), Dated("2014-02-28", "other"))


@pytest.mark.parametrize(
    ("language", "text", "year", "values"),
    [
        pytest.param("da", "Fredag den 2. marts", 2012, ["2012-03-02"], id="Danish"),
        pytest.param("da", "Fredag den 2. marts", 2013, [], id="it was no Friday that year"),
        pytest.param("pl", "piątek, 2 marca", 2012, ["2012-03-02"], id="Polish"),
        pytest.param("sv", "fredagen den 2 mars", 2012, ["2012-03-02"], id="Swedish"),
        pytest.param("en", "Friday 2 March 2012 and 5 March", 2012, ["2012-03-02", "2012-03-05"], id="both"),
        pytest.param("da", "den 2. marts", 2012, ["2012-03-02"], id="without a weekday"),
        pytest.param("da", "den 30. februar", 2012, [], id="a day that no calendar has"),
        pytest.param("da", "Fredag den 2. marts 2011", 2012, ["2011-03-02"], id="its own year is stated"),
        pytest.param("da", "marts", 2012, [], id="a month alone"),
    ],
)
def test_a_day_without_a_year_is_read_against_the_documents_year(
    language: str, text: str, year: int, values: list[str]
) -> None:
    assert [date.value for date in dates(text, language, year=year)] == values
    without = [date.value for date in dates(text, language) if date.year_stated]
    assert set(without) <= set(values)


@pytest.mark.parametrize(
    ("name", "date"),
    [
        pytest.param("2014-05-06_meeting", "2014-05-06", id="day"),
        pytest.param("meeting 20140506", "2014-05-06", id="day without hyphens"),
        pytest.param("meeting_2014_05", "2014-05", id="month"),
        pytest.param("nyhedsbrev-maj-2014", "2014-05", id="month in words"),
        pytest.param("workshop-soroe-2014", "2014", id="year"),
        pytest.param("referat-6-maj-2014", "2014-05-06", id="day in words"),
        pytest.param("budget-2011-12", None, id="two years or a month"),
        pytest.param("report-2007-2013", None, id="a span"),
        pytest.param("horizon-2020", None, id="a goal"),
        pytest.param("handlingsplan-2015", None, id="a plan for a year"),
        pytest.param("scan0012014", None, id="a number"),
        pytest.param("a 2013 and 2014", None, id="two years"),
        pytest.param("20141399", None, id="no day"),
        pytest.param("newsletter-5", None, id="no date"),
    ],
)
def test_a_file_name_states_a_date(name: str, date: str | None) -> None:
    assert named_date(name) == date


@pytest.mark.parametrize(
    "piece",
    [
        "may 5 ",
        " ",
        "12 - ",
        "12 og ",
        "1.",
        "6 maj og ",
        "2014 ",
        "2014 m. ",
        "fredag ",
        "start ",
        "\n\t",
        "1/1",
    ],
)
def test_no_text_takes_long(piece: str) -> None:
    """What repeats without end is read in time that grows with its length; measured at .2 s each."""
    text = "6 may" + piece * (100_000 // len(piece))
    began = time.process_time()
    first_date(text, "pl")
    dates(text[:10_000], "pl", year=2014)
    assert time.process_time() - began < 2
