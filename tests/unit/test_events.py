"""Which events a document tells of. Towns of the gazetteer are real, the events are made up."""

from __future__ import annotations

from collections import defaultdict

import pytest
from knowledge_example import read, told

from indexer.knowledge.event_dates import event_dates
from indexer.knowledge.events import claims


def events(text: str, *, language: str = "en", dated: str = "2014-06-30") -> list[dict[str, str]]:
    """Return what is stated of each event of a document of that day."""
    document, passages = read(f"Published {dated}\n\n{text}", language=language)
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for claim in claims(document, passages):
        found[claim.about][claim.name] = claim.value
    return list(found.values())


TABLE = """# Overview of the dissemination workshops

| Dates 2013 | Venue | No. of participants | Target group | Held with |
|---|---|---|---|---|
| 20 February | Sundsvall | 72 | Civil servants | A conference |
| 13 May | Karlshamn | 15 | EU coordinators | |
| 27 May | Karlshamn | 30 | Managers | |
| All | | 117 | | |
"""


def test_each_row_of_a_table_of_events_is_an_event() -> None:
    found = events(TABLE)
    assert [event["date"] for event in found] == ["2013-02-20", "2013-05-13", "2013-05-27"]
    assert [event["place"] for event in found] == ["Sundsvall", "Karlshamn", "Karlshamn"]
    assert sum(int(event["participants"]) for event in found) == 117
    assert found[1]["audience"] == "EU coordinators"
    assert {event["what"] for event in found} == {"workshop"}


@pytest.mark.parametrize(
    ("language", "head"),
    [
        pytest.param("en", "Date | Place | Participants", id="English"),
        pytest.param("da", "Dato | Sted | Antal deltagere", id="Danish"),
        pytest.param("pl", "Data | Miejsce | Liczba uczestników", id="Polish"),
        pytest.param("sv", "Datum | Plats | Antal deltagare", id="Swedish"),
        pytest.param("de", "Datum | Ort | Teilnehmerzahl", id="German"),
        pytest.param("lt", "Data | Vieta | Dalyvių skaičius", id="Lithuanian"),
    ],
)
def test_the_head_of_a_table_is_read_in_six_languages(language: str, head: str) -> None:
    found = events(f"| {head} |\n|---|---|---|\n| 2014-05-13 | Malbork | 29 |", language=language)
    assert found == [{"date": "2014-05-13", "place": "Malbork", "participants": "29"}]


def test_the_text_before_a_table_may_state_its_winter() -> None:
    text = (
        "The towns held two seminars in the winter of 2011–2012.\n\n"
        "| Da te | Question | P e o pl e |\n|---|---|---|\n"
        "| 1 D ec. | Lost keys | 7 |\n| 19 Jan. | Parents | 1 2 |"
    )
    dates = [(event["date"], event["participants"]) for event in events(text) if "participants" in event]
    assert dates == [("2011-12-01", "7"), ("2012-01-19", "12")]


def test_a_table_that_tells_of_no_events_gives_none() -> None:
    assert events("| Date | Amount |\n|---|---|\n| 2014-05-13 | 29 |") == []


@pytest.mark.parametrize(
    ("language", "sentence", "expected"),
    [
        pytest.param(
            "en",
            "The final meeting took place in Kwidzyn on 6–7 May 2014, with 18 participants.",
            {"what": "meeting", "date": "2014-05-06/2014-05-07", "place": "Kwidzyn", "participants": "18"},
            id="English",
        ),
        pytest.param(
            "da",
            "Den 16. juni 2014 blev der holdt en workshop i Sorø med 70 deltagere.",
            {"what": "workshop", "date": "2014-06-16", "place": "Sorø", "participants": "70"},
            id="Danish",
        ),
        pytest.param(
            "pl",
            "W warsztacie w Malborku 28 kwietnia 2014 roku wzięło udział ponad 29 osób.",
            {"what": "workshop", "date": "2014-04-28", "place": "Malbork", "participants": ">29"},
            id="Polish",
        ),
        pytest.param(
            "sv",
            "Studiebesöket i Karlshamn den 13 maj 2014 samlade 15 deltagare.",
            {"what": "study-visit", "date": "2014-05-13", "place": "Karlshamn", "participants": "15"},
            id="Swedish",
        ),
        pytest.param(
            "de",
            "Die Konferenz in Rostock am 3. Juni 2014 hatte 120 Teilnehmer.",
            {"what": "conference", "date": "2014-06-03", "place": "Rostock", "participants": "120"},
            id="German",
        ),
        pytest.param(
            "lt",
            "Seminaras Klaipėdoje vyko 2014 m. birželio 9 d., dalyvavo 18 dalyvių.",
            {"what": "seminar", "date": "2014-06-09", "place": "Klaipėda", "participants": "18"},
            id="Lithuanian",
        ),
        pytest.param(
            "de",
            "Die Abschlusskonferenz in Greifswald war am 3./4. Juni 2014.",
            {"what": "conference", "date": "2014-06-03/2014-06-04", "place": "Greifswald"},
            id="German, a compound",
        ),
        pytest.param(
            "en",
            "An online seminar was held on 2 March 2012 for Slagelse.",
            {"what": "seminar", "date": "2012-03-02"},
            id="online, at no place",
        ),
    ],
)
def test_a_sentence_that_names_and_dates_an_event_states_it(
    language: str, sentence: str, expected: dict[str, str]
) -> None:
    assert events(sentence, language=language) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        pytest.param("Register for the seminar no later than 3 June 2014.", id="a time limit"),
        pytest.param("The newsletter of 12 March 2012 wrote about a conference.", id="a newsletter's day"),
        pytest.param("Kommunen.dk of 12 March 2012 reports on a conference.", id="a source's day"),
        pytest.param("Meetings take time, and so do seminars.", id="no day"),
        pytest.param("On 3 June 2014 the budget was passed.", id="no event"),
    ],
)
def test_what_is_no_event_is_left_out(sentence: str) -> None:
    assert events(sentence) == []


def test_a_list_of_days_places_and_guests_is_a_list_of_events() -> None:
    text = (
        "# Eight workshops\n\n"
        "- Den 20. februar Sundsvall, Sverige 72 deltagere\n- Den 28. april Malbork, Polen 29 deltagere"
    )
    found = events(text, language="da")
    assert [(event["date"], event["place"], event["participants"]) for event in found] == [
        ("2014-02-20", "Sundsvall", "72"),
        ("2014-04-28", "Malbork", "29"),
    ]


def test_the_next_sentence_may_tell_how_many_came() -> None:
    text = "The partners had their final meeting in Kwidzyn on 6 May 2014. Eighteen people took part."
    assert events(text)[0]["participants"] == "18"


def test_two_mentions_of_an_event_are_one() -> None:
    text = "The workshop in Sorø was on 16 June 2014.\n\nOn 16 June 2014 the workshop had 70 participants."
    assert events(text) == [{"what": "workshop", "date": "2014-06-16", "place": "Sorø", "participants": "70"}]


def test_a_title_with_a_day_below_it_is_an_event() -> None:
    text = "# Invitation to the kick-off seminar\n\n19–20 September 2013\n\nWe look forward to it."
    assert events(text) == [{"what": "seminar", "date": "2013-09-19/2013-09-20"}]


def test_the_place_may_be_the_municipality_on_the_next_line() -> None:
    text = "# Invitation to a seminar\n\n19 September 2013\n\nStrandmølle Kommune, the old mill\n\nDo come."
    assert events(text)[0]["place"] == "Strandmølle"


def test_the_place_may_stand_under_its_label() -> None:
    text = (
        "# Minutes of the meeting\n\n13 June 2013\n\nPlace: Mewice, the fisherman's house\n\nAll were there."
    )
    assert events(text)[0]["place"] == "Mewice"


def test_what_is_stated_of_several_events_together_has_no_day_and_no_place() -> None:
    together = "In total 117 persons participated in the 3 dissemination workshops."
    assert events(together) == [{"what": "workshop", "participants": "117"}]
    assert (
        sum(int(event["participants"]) for event in events(f"{together}\n\n{TABLE}") if "date" in event)
        == 117
    )


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("I alt 117 deltagere", id="below a list"),
        pytest.param("Antallet af deltagere var 117 ved de tre workshopper.", id="as a number"),
    ],
)
def test_guests_of_several_events_are_told_in_many_ways(line: str) -> None:
    assert events(f"# Tre workshopper i 2014\n\n{line}", language="da")[-1]["participants"] == "117"


def test_the_next_sentence_may_add_up_the_guests_of_several_events() -> None:
    text = "W 2014 odbyło się osiem warsztatów w czterech krajach. Uczestniczyły w nich łącznie 274 osoby."
    assert events(text, language="pl") == [{"what": "workshop", "participants": "274"}]


def test_several_events_that_are_told_of_together_may_have_several_places() -> None:
    text = "Otte workshopper i 2014: fire i Sverige (Sundsvall, Karlshamn to gange) og én i Danmark (Sorø)."
    document, passages = read(text, language="da")
    found = [claim.value for claim in claims(document, passages) if claim.name == "place"]
    assert found == ["Sundsvall", "Karlshamn", "Sorø"]


def test_guests_are_those_of_the_event_that_is_named_next_to_them() -> None:
    text = "The eight workshops had 274 participants, and the final meeting in Kwidzyn was in May 2014."
    assert events(text) == [{"what": "meeting", "date": "2014-05", "place": "Kwidzyn"}]


def test_the_year_of_a_budget_is_not_that_of_the_seminars() -> None:
    assert events("The council sets aside money in 2014 and goes on with four seminars a year.") == []


def test_the_host_of_one_sentence_holds_the_conference_of_the_next() -> None:
    text = (
        "Fredag den 2. marts 2012 var kommunen vært for et forsøg. Cheferne deltog i en konference på nettet."
    )
    assert events(text, language="da") == [{"what": "conference", "date": "2012-03-02"}]


def test_every_value_stands_in_its_passage() -> None:
    text = "The study visit to Malbork took place in Malbork on 28 April 2014."
    assert told(claims, text) == [
        ("study-visit", "study visit"),
        ("Malbork", "Malbork"),
        ("2014-04-28", "28 April 2014"),
    ]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        pytest.param("6 – 7 May 2014", ["2014-05-06/2014-05-07"], id="two days"),
        pytest.param("28 April – 2 May 2014", ["2014-04-28/2014-05-02"], id="two months"),
        pytest.param(
            "den 19. og fredag den 20. september 2013", ["2013-09-19/2013-09-20"], id="with a weekday"
        ),
        pytest.param("od 16 do 20 września 2013", ["2013-09-16/2013-09-20"], id="from and to"),
        pytest.param("6 i 7 maja 2014 roku", ["2014-05-06/2014-05-07"], id="Polish and"),
        pytest.param("May 6-7, 2014", ["2014-05-06/2014-05-07"], id="the month first"),
        pytest.param("16.06.2014 i Sorø", ["2014-06-16"], id="numbers"),
        pytest.param("i september 2013", ["2013-09"], id="a month"),
        pytest.param("odbędzie się 3 października 2013", ["2013-10-03"], id="się is no August"),
        pytest.param("6 June", ["2014-06-06"], id="the year of the document"),
        pytest.param("Friday 6 June", ["2014-06-06"], id="the right weekday"),
        pytest.param("Monday 6 June", [], id="the wrong weekday"),
        pytest.param("6 December", [], id="a month far after the document"),
        pytest.param("31 April 2014", [], id="a day that no calendar has"),
        pytest.param("until 30 June 2014", [], id="a limit"),
        pytest.param("Kommunen.dk den 12. marts 2012", [], id="a source"),
        pytest.param("Według Kommunen.dk 2 marca 2012 roku", ["2012-03-02"], id="told by a source"),
    ],
)
def test_dates_of_events(text: str, values: list[str]) -> None:
    assert [date.value for date in event_dates(text, published="2014-06-30")] == values


def test_a_year_that_only_the_document_states_is_doubted() -> None:
    dates = event_dates("6 June, then 7 July 2014", published="2014-06-30")
    assert [bool(date.doubt) for date in dates] == [True, False]


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        pytest.param("I går mødtes 20 personer til et seminar i Køge.", "da", "2014-06-29", id="Danish"),
        pytest.param("Wczoraj odbyło się seminarium w Sztumie.", "pl", "2014-06-29", id="Polish"),
        pytest.param("Last night we met at a seminar in Lund.", "en", "2014-06-29", id="English"),
        pytest.param("The seminar in Lund was last October.", "en", "2013-10", id="last October"),
        pytest.param("The seminar in Lund was held in May this year.", "en", "2014-05", id="this year"),
        pytest.param("Seminariet i Køge blev holdt i juli sidste år.", "da", "2013-07", id="sidste år"),
        pytest.param("W lipcu ubiegłego roku odbyło się seminarium.", "pl", "2013-07", id="ubiegłego roku"),
        pytest.param("Seminariet i Lund hölls i juli förra året.", "sv", "2013-07", id="förra året"),
    ],
)
def test_a_day_may_be_told_from_the_document_s_own(text: str, language: str, expected: str) -> None:
    assert [event["date"] for event in events(text, language=language)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The article of 12 March 2012 tells it. On 2 March that year Slagelse hosted a conference.",
            ["2012-03-02"],
            id="a whole date before",
        ),
        pytest.param("The plan is of 2011. The seminar was on 2 March.", ["2014-03-02"], id="a bare year"),
    ],
)
def test_a_day_is_of_the_year_of_the_last_whole_date_in_its_paragraph(text: str, expected: list[str]) -> None:
    assert [event["date"] for event in events(text)] == expected


def test_a_calendar_gives_each_of_its_events() -> None:
    text = "# Kalender\n\n- 22. august: Styregruppemøde i Køge\n- september: Frist for regnskaber\n"
    text += "- 30. september–2. oktober: Studiebesøg i Hel\n- 14.–18. oktober: Ferie"
    found = events(text, language="da")
    assert [(event["what"], event["date"]) for event in found] == [
        ("meeting", "2014-08-22"),
        ("study-visit", "2014-09-30/2014-10-02"),
    ]


def test_minutes_date_their_meeting_and_the_one_before() -> None:
    text = "# Minutes of the steering group\n\nLund, 12 June 2014\n\nThe minutes of 20 March were approved."
    assert [(event["what"], event["date"]) for event in events(text)] == [
        ("meeting", "2014-06-12"),
        ("meeting", "2014-03-20"),
    ]


def test_a_sentence_may_tell_of_several_events() -> None:
    found = events("A workshop in Lund was held on 14 May 2014 and a seminar in Køge on 2 June 2014.")
    assert [(event["what"], event["date"], event["place"]) for event in found] == [
        ("workshop", "2014-05-14", "Lund"),
        ("seminar", "2014-06-02", "Køge"),
    ]


def test_a_heading_names_what_the_dates_below_it_are_of() -> None:
    found = events("# Minutes\n\n## Study visit in September\n\nDates: 17–19 September. Each sends four.")
    assert [(event["what"], event["date"]) for event in found] == [("study-visit", "2014-09-17/2014-09-19")]


def test_a_cell_of_any_table_may_name_an_event_with_its_whole_date() -> None:
    rows = "| Newsletter | Subject |\n|---|---|\n| 5 | The eight workshops of 2013 |\n"
    rows += "| 6 | The final meeting in Kwidzyn, 6–7 May 2014 |\n| 7 | The meeting in May |"
    found = events(rows)
    assert [event["date"] for event in found] == ["2013", "2014-05-06/2014-05-07"]
    assert found[1]["place"] == "Kwidzyn"


def test_the_end_of_a_project_and_the_date_of_a_newsletter_are_no_days_of_a_meeting() -> None:
    assert events("Mødet lå to måneder før afslutningen den 30. juni.", language="da") == []
    assert events("W biuletynie nr 1 z maja 2012 roku pisaliśmy o spotkaniu.", language="pl") == []


def test_several_events_may_lie_between_two_months() -> None:
    text = "# Eight workshops, 274 people\n\n"
    text += "Between February and June 2014 we travelled. Eight workshops were held."
    together = [event for event in events(text) if event.get("date")]
    assert [(event["what"], event["date"]) for event in together] == [("workshop", "2014-02/2014-06")]
    assert "274" in {event.get("participants") for event in events(text)}


def test_guests_are_counted_with_their_hosts() -> None:
    text = "Spotkanie odbyło się 3 maja 2014 r. Przyjechało 58 gości, a razem z "
    text += "gospodarzami uczestniczyło 121 osób."
    assert [event["participants"] for event in events(text, language="pl")] == ["121"]
