"""When the project of a sentence began and ended: *ran from … to*, *closed in June 2014*.

A date belongs to what its clause speaks of: the end of a call, a phase or a meeting is not the project's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import project_cues as cues
from .calendar_names import MONTHS
from .dates import dates
from .project_rows import Stated, from_year, periods

_DAY = 10
"""Characters of a date with its day."""

_SOMETHING_ELSE = re.compile(
    r"\b(?:phase|stage|call|round|application\w*|applicants|deadline|registration|meeting|conference"
    r"|seminar|workshop"
    r"|event|exhibition|course|training|survey|consultation|campaign|festival|week|works|construction"
    r"|report"
    r"|pilot\w*|forlob\w*"
    r"|(?:first|second|third|forste|anden|tredje) (?:year|part|half|del|ar)|fase\w*|etape\w*|runde\w*"
    r"|ansogning\w*"
    r"|ansogningsfrist\w*|frist\w*|tilmelding\w*|mode[tr]?|konference\w*|udstilling\w*|kursus\w*"
    r"|arbejde[tr]?|kampagne\w*"
    r"|undersogelse\w*|uge|rapport\w*|etap\w*|faz\w+|nabor\w*|wniosk\w+|zgloszen\w*|rejestracj\w*"
    r"|termin(?!u? zakoncz)\w*|spotkani\w*"
    r"|konferencj\w*|warsztat\w*|szkoleni\w*|wystaw\w*|kurs\w*|ankiet\w*|konsultacj\w*|kampani\w*"
    r"|sprawozdani\w*|prace|budow\w*"
    r"|fas(?:en)?|ansokan|ansokning\w*|anmalan|mote[tn]?|utstallning\w*|utlysning\w*|antrag\w*|antrage"
    r"|sitzung|tagung|paraisk\w*"
    r"|konkurs\w*|competition)\b|^\W*(?:\S+\s){0,2}?\S*program\w*"
)
"""What else begins and ends, in the clause of a date."""

_NOW = re.compile(
    r"(?:ends|closes|finishes|concludes|comes|slutter|slutar|afsluttes|avslutas|konczy|endet|dobiega"
    r"|baigiasi)\b"
)
"""What tells of a day to come, which is of the document's year where it states none."""

_IN_YEARS = re.compile(r"\b(?:w latach|na lata|lata|i arene|in the years)\b")
"""*Stan znany w latach 2012–2014* tells of a project only where the sentence names it."""

_BY_MUNICIPALITIES = re.compile(
    r"(?:from|fra|od|fran|von|vom|nuo|between|mellem|mellan|miedzy)\s[^.;,]{8,60}?\s(?:(?:the|de|die"
    r"|te)\s)?"
    r"(?:\d|two|three|four|five|six|to|tre|fire|fem|seks|dwie|trzy|cztery|piec|szesc|tva|fyra|sex|zwei"
    r"|drei|vier|funf)\s"
    r"(?:\w+\s)?(?:municipalities|towns|partners|kommuner|byer|partnere|gminy|gmin|miasta|partnerow|partner"
    r"|gemeinden|stadte|kommunen)\b"
)
"""*From September 2012 to August 2014 three municipalities tested …*, of the project that a text is about."""

_ITEM = 80
"""Characters of an item that says nothing but the years: *Gminy Wydmiec i Lillebølge, lata 2012–2014*."""

_PAUSES = re.compile(r"[,;:]\s|\b(?:that|which|at|ze|ktor\w+|att|som|der|die|that it|while|mens|medan)\s")
_TO_COME = re.compile(
    r"\b(?:will|to be|vil|skal|bliver|ska|kommer att|ma zostac|zostanie|bedzie|wird|soll|until)\b"
)


def times(folded: str, language: str, year: int | None = None, *, named: bool = True) -> Iterator[Stated]:
    """Yield the start and the end that the sentence states, and whether the project is closed.

    Items of calendars and beginnings have the ``year`` of the document's own date where they state none.
    """
    yield from _on_a_day(folded, language, year)
    spans = (
        list(_spans(folded, language))
        if named or len(folded) < _ITEM or cues.RUNNING.search(_IN_YEARS.sub("", folded))
        else []
    )
    yield from spans
    if spans:
        return
    yield from (
        ("end", date, "")
        for cue in cues.AS_END.finditer(folded)
        for date in _last_date(folded[: cue.start()], language)
    )
    for name, pattern in (
        ("end", cues.END),
        ("end", cues.ENDED_EARLY),
        ("start", cues.START),
        *([("end", cues.BY_END)] if cues.REACHED.search(folded) else []),
    ):
        for cue in pattern.finditer(folded):
            clause = _clause(folded[: cue.start()])
            date = _date_at(folded[cue.end() :], language, year if _NOW.match(cue[0]) else None)
            if date and not _SOMETHING_ELSE.search(clause):
                yield name, date, ""
                if name == "end" and cues.CLOSED.match(cue[0].strip()) and not _TO_COME.search(clause):
                    yield "status", "closed", ""


def _on_a_day(folded: str, language: str, year: int | None) -> Iterator[Stated]:
    """Yield what begins or ends on a day that stands before it."""
    found = cues.ON_A_DAY.match(folded) or cues.BEGAN_BEHIND.search(folded)
    if not found:
        return
    days = dates(found["date"], language, year=year)
    name = "end" if found.groupdict().get("end") else "start"
    for one in days[-1:]:
        yield name, one.value, "" if one.year_stated else "The year is that of the document's own date."


def _clause(before: str) -> str:
    """Return the last clause of what stands before a cue."""
    return _PAUSES.split(before)[-1]


def _spans(folded: str, language: str) -> Iterator[Stated]:
    """Yield the two ends of a span of time: *from 1 January 2013 to 30 June 2015*."""
    if not (cues.RUNNING.search(folded) or _BY_MUNICIPALITIES.match(folded)):
        return
    for found in cues.SPAN.finditer(folded):
        if _SOMETHING_ELSE.search(_clause(folded[: found.start()])):
            continue
        for first, last in _ends(found["span"], language):
            yield "start", first, ""
            yield "end", last, ""


def _ends(span: str, language: str) -> Iterator[tuple[str, str]]:
    """Yield the first and the last date of a span, unless it is a programme's or an event's."""
    if years := cues.YEARS.match(span):
        first, last = re.findall(r"(?:19|20)\d\d", years[0])
        if f"{first}-{last}" not in periods(span):
            yield first, last
    elif both := from_year(span, language):
        yield both
    elif cues.TOGETHER.search(span):
        found = [one.value for one in dates(span, language)][:2]
        if len(found) == 2 and not (len(found[0]) == _DAY and found[0][:7] == found[1][:7]):
            yield found[0], found[1]


def _last_date(text: str, language: str) -> list[str]:
    """Return the date with which a text ends."""
    return [one.value for one in dates(text[-40:], language)][-1:]


def _date_at(text: str, language: str, year: int | None) -> str:
    """Return the date with which a text begins; empty where it begins otherwise."""
    if alone := cues.YEAR.match(text):
        return alone[1]
    found = dates(text[:40], language, year=year)
    return found[0].value if found and _begins_with_date(text) else ""


def _begins_with_date(text: str) -> bool:
    first = re.match(r"\W*(\w+)", text)
    return bool(first and (first[1][0].isdecimal() or first[1] in MONTHS))
