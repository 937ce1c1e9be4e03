"""Dates as documents state them: cut off at their precision, never completed.

A date is a text in ISO 8601: ``2014``, ``2014-05`` or ``2014-05-06``. What a document does not say,
it does not get: no year from a clock, no first of the month, no day where the order of day and
month is open. ``dates`` reads every date of a text, ``first_date`` the document's own.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from typing import Literal

from indexer.languages.base import fold

from . import calendar_names as names
from .years import FOUR_DIGITS, around_years

OPENING = 1_500
"""Characters at the start of a document where its own date may stand; later ones are others'."""

FIRST_YEAR, LAST_YEAR = 1950, 2100
"""Years outside are numbers, or dates of what a document tells about and not its own."""

Role = Literal["own", "plain", "limit", "other"]
"""``own``: called the document's date; ``limit``: a deadline; ``other``: the begin or end of
something else; ``plain``: nothing is said about it."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date in a text."""

    value: str
    """ISO 8601, cut off at its precision."""
    role: Role = "plain"
    year_stated: bool = True
    """False where only the day and month stand there and the year is the document's."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A date with its place in the folded text."""

    start: int
    end: int
    value: str
    span: bool = False
    """It names a first and a last day or month."""
    year_stated: bool = True


_FULL_YEAR = rf"(?P<year>{FOUR_DIGITS})"
_YEAR = rf"{_FULL_YEAR}(?![.]?[0-9])"
_NUMBER = r"(?:0?[1-9]|[12][0-9]|3[01])"
_ORDINAL = r"(?:st|nd|rd|th|:[ae]|-?(?:go|ego|tego))?\.?"
_APART = r"(?<![0-9.,/-])"
_AND = r"\s*(?:[-–—/&]|\b(?:and|og|och|und|i|ir|to|til|till|bis|do)\b)\s*"
_THE = r"(?:(?:den|d\.|the)\s*)?"
_DAYS = rf"{_APART}(?P<day>{_NUMBER}){_ORDINAL}(?P<last>{_AND}{_THE}{_NUMBER}{_ORDINAL})?"
_MONTH = rf"(?P<month>{names.any_of(names.MONTHS)})\.?"
_TO_MONTH = rf"(?P<on>{_AND}{_THE}(?:{_NUMBER}{_ORDINAL}\s*)?(?P<until>{names.any_of(names.MONTHS)})\.?)?"

_DAY_AND_MONTH = rf"{_DAYS}(?:\s*of\b|-)?\s*{_MONTH}"
_IN_WORDS = (
    re.compile(rf"{_DAY_AND_MONTH}{_TO_MONTH}\s*[,-]?\s*{_YEAR}"),
    re.compile(rf"\b{_MONTH}\s+{_DAYS}\s*d?\.?\s*,?\s+{_YEAR}"),
    re.compile(rf"\b{_YEAR}\s*(?:m\.?\s*)?{_MONTH}(?:\s+(?P<day>{_NUMBER})(?:\s*[-–]\s*{_NUMBER})?\s*d\b)?"),
)
_MONTH_AND_YEAR = re.compile(rf"\b{_MONTH}{_TO_MONTH}\s*,?\s*{_YEAR}")
_NUMERIC = r"(?P<month>1[0-2]|0?[1-9])"
_IN_NUMBERS = (
    re.compile(
        rf"{_APART}{_FULL_YEAR}(?P<sign>[-./])(?P<month>[01][0-9])(?P=sign)(?P<day>[0-3][0-9])(?![0-9])"
    ),
    re.compile(rf"{_APART}(?P<day>{_NUMBER})\s?[.-]\s?{_NUMERIC}\s?[.-]\s?{_YEAR}"),
    re.compile(rf"{_APART}(?P<day>{_NUMBER})\.?(?P<last>\s?[-–]\s?{_NUMBER})\.\s?{_NUMERIC}\.\s?{_YEAR}"),
    re.compile(
        rf"{_APART}(?P<day>{_NUMBER})\.\s?{_NUMERIC}\.?(?P<on>\s?[-–]\s?{_NUMBER}\.\s?"
        rf"(?P<until>1[0-2]|0?[1-9])\.\s?){_YEAR}"
    ),
)
_SLASHED = re.compile(rf"{_APART}(?P<day>{_NUMBER})\s?/\s?{_NUMERIC}(?:\s?[./-]\s?|\s){_YEAR}")
_NUMBERED = re.compile(
    rf"{_APART}(?P<day>{_NUMBER})[. ]\s?(?P<month>{names.any_of(names.ROMAN)})[. ]\s?{_YEAR}"
)
_YEAR_ALONE = rf"{_YEAR}(?!\s?[-–/]\s?[0-9])"
_YEAR_PARTS = (
    re.compile(rf"\b{names.listed(names.SEASONS)}\s+{_YEAR_ALONE}"),
    re.compile(rf"\b(?:nr|no|issue|numer|nummer|vol)\b\.?\s?[0-9]{{1,3}}\s?[/-]\s?{_YEAR_ALONE}"),
    re.compile(rf"\bq[1-4]\s?[-/]?\s?{_YEAR_ALONE}"),
    re.compile(rf"\b[1-4i]{{1,3}}v?\.?\s(?:kvartal|quartal|kwartal|quarter)\s{_YEAR_ALONE}"),
)
"""A season, a quarter or the number of an issue: only the year of it is a date here."""

_WITHOUT_YEAR = re.compile(
    rf"(?:\b(?P<weekday>{names.any_of(names.WEEKDAYS)}),?\s+(?:den|d\.|the|dnia)?\s*)?"
    rf"{_DAY_AND_MONTH}(?!(?:{_AND})?\s*[,-]?\s*[0-9])"
)
_LONELY_YEAR = re.compile(rf"^\W*{_YEAR}(?:\s*[rm]\.)?\W*$", re.MULTILINE)
_BARE_YEAR = re.compile(rf"(?<![0-9]){_YEAR}")

_ON = r"(?:\s*(?:den|dem|det|the|on|am|d\.|dnia|w\s+dniu))*\s*$"
_UNTIL = re.compile(
    rf"\b{names.phrases(names.UNTIL)}(?:\s+(?:den|dem|the|d\.|dnia))?"
    rf"(?:\s+(?:{names.phrases(names.END_OF)}))?\s*$"
)
_LIMIT = re.compile(rf"\b{names.phrases(names.LIMITS)}(?:[^.:;\n]{{0,30}}:)?{_ON}")
_OTHER = re.compile(rf"\b{names.phrases(names.OTHERS)}(?:[^.:;\n]{{0,30}}:)?{_ON}")
_OWN = re.compile(rf"\b{names.phrases(names.OWN)}\s*:?{_ON}")
_BETWEEN = re.compile(r"\s*(?:[-–—]|\b(?:to|until|til|till|do|bis|iki)\b)\s*")
_BEFORE = 60
"""Characters before a date that may name it."""

_LONGEST_EVENT = 1
"""Months between first and last day of an event; a longer span is a project's, a term's, a budget's."""

_STAMP = re.compile(r"^(?:d:)?(?P<year>[0-9]{4})(?:(?P<month>[0-9]{2})(?:(?P<day>[0-9]{2})(?:[0-9t].*)?)?)?$")
_ISO = re.compile(r"^(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2})(?:[t ].*)?)?)?$")
_IN_A_NAME = re.compile(
    r"(?<![0-9])(?P<year>19[5-9][0-9]|20[0-9]{2})(?P<sign>[ .-]?)(?P<month>0[1-9]|1[0-2])"
    r"(?:(?P=sign)(?P<day>0[1-9]|[12][0-9]|3[01]))?(?![0-9])(?!-[0-9])"
)
_BARE_YEAR_IN_A_NAME = re.compile(rf"(?<![0-9])(?<![0-9]-){_YEAR_ALONE}")
_BLANKS = re.compile(r"\s{2,}|[^\S \n]")  # other than one blank or one line end
_GOAL = re.compile(r"horizon|horyzont|europ|agenda|visi|wizja|strateg|goal|plan|budg|program|perspe")
"""Words of names whose year lies ahead: *Horizon 2020*, *budget 2015*."""


def stated_date(value: str) -> str | None:
    """Return the date in a field of metadata, in any common spelling: ISO, PDF, mail, words.

    Numbers with strokes are read as day/month/year, as Europe writes them.
    """
    field = _folded(value[:OPENING]).strip()
    for pattern in (_ISO, _STAMP):
        if found := pattern.match(field):
            return _date(found)
    if found_dates := _found(field, ""):
        return found_dates[0].value
    years = {found["year"] for found in _BARE_YEAR.finditer(field)}
    return years.pop() if len(years) == 1 else None


def named_date(name: str) -> str | None:
    """Return the date in the name of a file without its ending.

    ``2011-12`` may be a span of years and is none; nor is the year of a goal, *Horizon 2020*.
    """
    plain = _folded(name).replace("_", " ")
    for found in _IN_A_NAME.finditer(plain):
        if found["day"] or (found["sign"] and int(found["month"]) != int(found["year"]) % 100 + 1):
            return _date(found)
    if in_words := _found(re.sub(r"[-.]", " ", plain), ""):
        return in_words[0].value
    years = {found["year"] for found in _BARE_YEAR_IN_A_NAME.finditer(plain)}
    return years.pop() if len(years) == 1 and not _GOAL.search(plain) else None


def first_date(text: str, language: str) -> str | None:
    """Return the document's own date: the one called so, else the first one in its opening text.

    A year without a month counts only alone on a line, with a season or the number of an issue;
    of a short span the first day counts. Time limits, and the dates at which projects and other
    things begin and end, do not count. English ``5/6/2014`` gives the year alone, as nobody knows
    which of the two is the month.
    """
    opening = _folded(text[:OPENING])
    found = _with_roles(opening, _found(opening, language))
    for role in ("own", "plain"):
        if own := next((date.value for date in found if date.role == role), None):
            return own
    lonely = _LONELY_YEAR.search(opening)
    return lonely["year"] if lonely else None


def dates(text: str, language: str, *, year: int | None = None) -> tuple[Dated, ...]:
    """Return every date of a text with its role, time limits too, in reading order.

    With the document's own ``year``, a day and month without a year are dates of that year,
    unless the weekday beside them says otherwise.
    """
    folded = _folded(text)
    return tuple(_with_roles(folded, _found(folded, language, year)))


def _folded(text: str) -> str:
    # Polish "się" would fold to the short name of August. Runs of white space cost time and say nothing.
    folded = fold(re.sub(r"\bsię\b", "---", text, flags=re.IGNORECASE) if "ę" in text.lower() else text)
    return _BLANKS.sub(lambda run: "\n" if "\n" in run[0] else " ", folded)


def _with_roles(folded: str, found: list[_Found]) -> list[Dated]:
    """Return the dates, each with what the words before it call it."""
    ends = {
        id(date)
        for one, two in pairwise(found)
        if _BETWEEN.fullmatch(folded[one.end : two.start]) and _months_apart(one, two) > _LONGEST_EVENT
        for date in (one, two)
    }
    return [
        Dated(date.value, "other" if id(date) in ends else _role(folded, date), date.year_stated)
        for date in found
    ]


def _role(folded: str, date: _Found) -> Role:
    before = folded[max(0, date.start - _BEFORE) : date.start]
    if _UNTIL.search(before) or _LIMIT.search(before):
        return "limit"
    # "od 6 do 7 maja", "from 6 to 7 May": what begins and ends so is an event.
    if _OTHER.search(before) and not (date.span and before.rstrip().endswith("od")):
        return "other"
    return "own" if _OWN.search(before) else "plain"


def _months_apart(one: _Found, two: _Found) -> int:
    """Return the months between two dates; many where one of them is only a year."""
    if "-" not in one.value or "-" not in two.value:
        return 12
    first, last = (int(date.value[:4]) * 12 + int(date.value[5:7]) for date in (one, two))
    return abs(last - first)


def _found(folded: str, language: str, year: int | None = None) -> list[_Found]:
    """Return the dates of a folded text in reading order; none within another."""
    dates: list[_Found] = []
    for date in sorted(_all(folded, language, year), key=lambda date: (date.start, -date.end)):
        if not dates or date.start >= dates[-1].end:
            dates.append(date)
    return dates


def _all(folded: str, language: str, year: int | None) -> Iterator[_Found]:
    yield from chain.from_iterable(_with_years(folded, language, part) for part in around_years(folded))
    if year is not None:
        yield from filter(None, (_of_year(found, year) for found in _WITHOUT_YEAR.finditer(folded)))


def _with_years(folded: str, language: str, part: tuple[int, int]) -> Iterator[_Found]:
    patterns = (*_IN_WORDS, *_IN_NUMBERS, *((_NUMBERED,) if language == "pl" else ()))
    for pattern in (*patterns, *_YEAR_PARTS):
        yield from filter(None, map(_of, pattern.finditer(folded, *part)))
    unclear = names.NEEDING_A_DAY.get(language, frozenset())
    for found in _MONTH_AND_YEAR.finditer(folded, *part):
        if found["month"] not in unclear and (date := _of(found)):
            yield date
    for found in _SLASHED.finditer(folded, *part):
        if date := _of(found):
            yield replace(date, value=found["year"]) if language == "en" and _open_order(found) else date


def _of(found: re.Match[str]) -> _Found | None:
    parts = found.groupdict()
    value = _date(found)
    return _Found(*found.span(), value, bool(parts.get("last") or parts.get("on"))) if value else None


def _of_year(found: re.Match[str], year: int) -> _Found | None:
    """Return a day and month as a date of the year, unless it was another weekday then."""
    value = _iso(year, names.MONTHS[found["month"]], int(found["day"]))
    if not value or value.count("-") < 2:
        return None
    weekday = calendar.weekday(year, int(value[5:7]), int(value[8:]))
    if found["weekday"] and names.WEEKDAYS[found["weekday"]] != weekday:
        return None
    return _Found(*found.span(), value, bool(found["last"]), year_stated=False)


def _open_order(found: re.Match[str]) -> bool:
    return found["day"] != found["month"] and int(found["day"]) <= 12


def _date(found: re.Match[str]) -> str | None:
    """Return the date of a match as ISO 8601; nothing for one that no calendar has."""
    parts: Mapping[str, str | None] = found.groupdict()
    month, until = _month(parts.get("month")), _month(parts.get("until"))
    if until and until < month:
        return None  # 28 December – 2 January 2014: the year is that of the last day.
    return _iso(int(found["year"]), month, int(parts.get("day") or 0))


def _iso(year: int, month: int, day: int) -> str | None:
    if not FIRST_YEAR <= year <= LAST_YEAR or not 0 <= month <= 12:
        return None
    if day and (not month or day > calendar.monthrange(year, month)[1]):
        return None
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")


def _month(name: str | None) -> int:
    """Return the number of a month in letters, Roman or Arabic numerals; 0 for none."""
    if not name:
        return 0
    return int(name) if name.isdecimal() else names.MONTHS.get(name) or names.ROMAN[name]
