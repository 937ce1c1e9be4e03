"""Dates of events with their place in the text: days, spans of days, months."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.languages.base import fold

from . import calendar_names as names

_YEAR = r"(?P<year>(?:19[5-9]|20\d)\d)(?!\d)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_NTH = r"(?:st|nd|rd|th|:e)?\.?"
_MONTH = r"[^\W\d_]{3,12}"
_TO = (
    r"(?:\s?[-–/&]\s?|\s(?:and|og|och|und|i|ir|to|til|till|do|bis|iki)\s)"
    r"(?:[^\W\d_]+\s(?:den|the|d\.)\s|den\s|the\s)?"
)
_OF = r"(?:\s(?:of\s)?|-)"

_IN_WORDS = re.compile(
    rf"(?<![\d.,:/-])(?P<day>{_DAY}){_NTH}(?:(?:{_OF}(?P<first>{_MONTH})\.?)?{_TO}(?P<last>{_DAY}){_NTH})?"
    rf"{_OF}(?P<month>{_MONTH})\.?(?:,?\s{_YEAR})?"
)
_MONTH_FIRST = re.compile(
    rf"\b(?P<month>[A-Z][a-z]{{2,8}})\.?\s(?P<day>{_DAY}){_NTH}(?:\s?[-–]\s?(?P<last>{_DAY}){_NTH})?(?:,?\s{_YEAR})?(?![\d.:])"
)
_IN_NUMBERS = re.compile(
    rf"(?<![\d./-])(?P<day>{_DAY})\.?(?:\s?[-–]\s?(?P<last>{_DAY})\.?)?[./-]\s?(?P<month>0?[1-9]"
    rf"|1[0-2])[./-]\s?{_YEAR}"
)
_ISO = re.compile(rf"(?<![\d./-]){_YEAR}-(?P<month>0[1-9]|1[0-2])-(?P<day>{_DAY})(?![\d-])")
_MONTH_ALONE = re.compile(rf"(?<!\d )(?<!\d\. )\b(?P<month>{_MONTH})\s{_YEAR}")
_YEAR_FIRST = re.compile(
    rf"(?<!\d){_YEAR}\s?m\.\s(?P<month>{_MONTH})(?:\s(?P<day>{_DAY})(?:\s?[-–]\s?(?P<last>{_DAY}))?\s?d\.?)?"
)
"""*2014 m. birželio 9 d.*, as Lithuanian writes it."""
_PATTERNS = (_YEAR_FIRST, _ISO, _IN_NUMBERS, _IN_WORDS, _MONTH_FIRST, _MONTH_ALONE)

_NOT_THEN = re.compile(
    rf"\b(?:{names.phrases(names.UNTIL)}|{names.phrases(names.LIMITS)}|{names.phrases(names.OTHERS)})"
    r"(?:[\s:]+(?:the|den|d\.|on|am|dnia|end of|of|udgangen af|slutningen af|konca))*[\s:]*$"
)
_ON = re.compile(r"(?:\b(?:on|den|dnia|dniu|am|data|date|dato|datum|d\.)|[:(|,])\s*$")
"""What stands before a day in numbers at the end of a line that is no deadline in a list of tasks."""
_CLOSING = re.compile(
    r"\b(?:(?:afslutningen|projektets afslutning|the (?:closure|closing|end)(?: of the project)?"
    r"|project'?s? end"
    r"|(?:zamkniecie[mu]?|zamkniecia|zakonczeni[ea])(?: projektu)?|avslutningen|projektende)\s(?:(?:on"
    r"|den|d\.|dnia|am)\s)?)$"
)
"""*Two months before the closing on 30 June*: the end of a project is no event."""

_FROM = re.compile(r"\b(?:od|from|fra|fran|von|vom|nuo)\s$")
_OF_A_TEXT = re.compile(
    r"(?:\.(?:dk|eu|pl|se|lt|de|org|com)|articl\w*|artik\w+|artyku\w+|newsletter\w*(?: (?:no\.? )?\d+)?|"
    r"nyhedsbrev\w*(?: (?:nr\.? )?\d+)?|biuletyn\w*(?: (?:nr )?\d+)?|report\w*|rapport\w*|published"
    r"|udgivet|opublikowan\w+)"
    r"(?:\s*[,(]\s*|\s+(?:(?:of|from|den|fra|z|z dnia|dnia|on)\s+)|"
    r"\s+(?:skr[ei]v\w*|fortalte|citerede|wrote|reported|beskrev|rapporterade|pisa[lł]\w*|opisa[lł]\w*|"
    r"poda[lł]\w*|informowa[lł]\w*|berichtete)\s)(?:(?:of|from|den|fra|z dnia|z|on)\s)*\Z"
)
"""*Kommunen.dk of 12 March 2012*: the date of a source and not of what it tells."""

_WEEKDAY = re.compile(r"([^\W\d_]+),?\s(?:den\s|d\.\s|the\s|dnia\s)?$")
_REACH = 60
_IN_FULL = 2
"""Hyphens of a date with its day."""

_DAY_BEFORE = re.compile(
    r"\b(?:yesterday|last night|i går|i aftes|igår|w(?:e )?wczoraj|wczoraj|gestern|vakar)\b", re.I
)
_RELATIVE = re.compile(
    rf"\blast (?P<last>{_MONTH})\b"
    rf"|\b(?P<month>{_MONTH}),? (?:(?P<before>last year|sidste år|förra året|i fjor|(?:ubiegłego|zeszłego"
    rf"|minionego) roku"
    r"|(?:letzten|vorigen) Jahres|praėjusių metų)|this year|i år|(?:tego|bieżącego|br\.) ?r?o?k?u?"
    r"|dieses Jahres)\b"
)
"""A month whose year is told from the document's own: *in July last year*, *w maju tego roku*."""

_RELATIVE_STEMS = ("last ", "this year", " år", " fjor", "ego roku", "Jahres", "praėjusių")
"""What stands in every such text."""

_YEAR_ONLY = 4
"""Characters of a date that is only a year."""

_YEAR_OF_A_DATE = re.compile(rf"(?:(?P<number>\d\.\s?)|\b(?P<month>{_MONTH})\.?,?\s){_YEAR}")
"""A year behind a month, in a word or in numbers."""

_DOCUMENTS_DAY = "The day is counted from the document's own date."
_DOCUMENTS_YEAR = "The year is that of the document's own date."


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date in a text."""

    start: int
    end: int
    value: str
    """ISO 8601 as far as stated; the first and last day with ``/`` between them."""
    doubt: str = ""
    """Why it may not be so."""


def event_dates(text: str, *, year: int = 0, published: str = "", ahead: int = 4) -> tuple[DateFound, ...]:
    """Return the dates at which something may take place, in reading order.

    Time limits are left out, and dates of sources. A day without a year is of the ``year`` that its
    table is of, else of that of the document's own date, ``published``; of none where it lies more than
    ``ahead`` months after it.
    """
    found: list[tuple[DateFound, re.Match[str]]] = []
    read = sorted(_all(text, year, published, ahead), key=lambda pair: (pair[0].start, -pair[0].end))
    for date, match in read:
        if not found or date.start >= found[-1][0].end:
            found.append((date, match))
    return tuple(date for date, match in found if not _is_another(text, match))


def _yesterday(text: str, published: str) -> Iterator[tuple[DateFound, re.Match[str]]]:
    """Yield the day before the document's own: *Wczoraj odbyła się …*, *last night*."""
    if published.count("-") == _IN_FULL and (found := _DAY_BEFORE.search(text)):
        day = datetime.date.fromisoformat(published) - datetime.timedelta(days=1)
        yield DateFound(*found.span(), day.isoformat(), _DOCUMENTS_DAY), found


def _relative(text: str, published: str) -> Iterator[tuple[DateFound, re.Match[str]]]:
    """Yield months that are told from the document's own date: *last October*, *w lipcu ubiegłego roku*."""
    for found in _RELATIVE.finditer(text) if published[:4].isdecimal() else ():
        month = month_of(found["last"] or found["month"])
        if not month:
            continue
        year = int(published[:4])
        own = int(published[5:7]) if len(published) > _YEAR_ONLY else 0
        if found["before"] or (found["last"] and month >= own > 0):
            year -= 1
        if not (found["last"] and not own):
            yield DateFound(*found.span(), f"{year:04}-{month:02}", _DOCUMENTS_YEAR), found


def is_relative(text: str) -> bool:
    """Say whether the text may date something from the document's own date, without a number."""
    return bool(_DAY_BEFORE.search(text)) or any(map(text.__contains__, _RELATIVE_STEMS))


def year_before(text: str) -> int:
    """Return the year of the last whole date in a text that goes before; 0 where it states none."""
    found = [one for one in _YEAR_OF_A_DATE.finditer(text) if one["number"] or is_month(one["month"])]
    return int(found[-1]["year"]) if found else 0


def is_month(word: str) -> bool:
    """Say whether a word is the name of a month."""
    return bool(month_of(word.strip(".,:;()"))) and not word.isdecimal()


def _all(text: str, year: int, published: str, ahead: int) -> Iterator[tuple[DateFound, re.Match[str]]]:
    yield from _yesterday(text, published)
    yield from _relative(text, published)
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if date := _date(match, year, published, ahead):
                yield date, match


def _is_another(text: str, match: re.Match[str]) -> bool:
    """Say whether the date is a time limit, the beginning or end of something, or a source's."""
    before = fold(text[max(0, match.start() - _REACH) : match.start()])
    if match.re in (_ISO, _IN_NUMBERS) and not text[match.end() :].strip() and not _ON.search(before):
        return bool(before.strip())
    if match.groupdict().get("last") and _FROM.search(before):
        return False
    return bool(_NOT_THEN.search(before) or _CLOSING.search(before) or _OF_A_TEXT.search(before))


def _date(match: re.Match[str], year: int, published: str, ahead: int) -> DateFound | None:
    parts = match.groupdict()
    month = month_of(parts["month"])
    stated = parts.get("year")
    day, last = int(parts.get("day") or 0), int(parts.get("last") or 0)
    known = int(stated) if stated else year or _near(month, published, ahead)
    if not month or not known or (not day and not stated):
        return None
    first_month = month_of(parts["first"]) if parts.get("first") else month
    one, two = _iso(known, first_month, day), _iso(known, month, last) if last else ""
    if not one or two is None or (two and two <= one) or (parts.get("first") and not last):
        return None
    if not stated and not _is_weekday(match, one):
        return None
    return DateFound(
        match.start(),
        match.end() if stated else _end(match),
        f"{one}/{two}" if two else one,
        "" if stated or year else _DOCUMENTS_YEAR,
    )


def _end(match: re.Match[str]) -> int:
    return match.end() - (1 if match[0].endswith(".") else 0)


def month_of(name: str) -> int:
    """Return the number of a month; Polish *się* is no *sie.*, which is short for August."""
    if name.isdecimal():
        return int(name)
    return 0 if name.lower() == "się" else names.MONTHS.get(fold(name), 0)


def _near(month: int, published: str, ahead: int) -> int:
    """Return the year of the document's own date if the month does not lie far after it, else 0."""
    if not published or not month:
        return 0
    own = int(published[5:7]) if len(published) >= 7 else 12
    return int(published[:4]) if month <= own + ahead else 0


def _is_weekday(match: re.Match[str], day: str) -> bool:
    """Say whether the weekday before the date, if there is one, is that of the day."""
    before = _WEEKDAY.search(match.string, max(0, match.start() - 24), match.start())
    weekday = names.WEEKDAYS.get(fold(before[1])) if before else None
    if weekday is None or day.count("-") < 2:
        return True
    return calendar.weekday(*map(int, day.split("-"))) == weekday


def _iso(year: int, month: int, day: int) -> str | None:
    if not month or day > calendar.monthrange(year, month)[1]:
        return None
    return f"{year:04}-{month:02}" + (f"-{day:02}" if day else "")
