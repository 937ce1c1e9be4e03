"""Dates as documents state them: cut off at their precision, never completed.

A date is a text in ISO 8601: ``2014``, ``2014-05`` or ``2014-05-06``. What a document does not say,
it does not get: no year from a clock, no first of the month, no day where the order of day and
month is open.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from indexer.languages.base import fold

OPENING = 1_500
"""Characters at the start of a document where its own date may stand; later ones are others'."""

FIRST_YEAR, LAST_YEAR = 1950, 2100
"""Years outside are numbers, or dates of what a document tells about and not its own."""

_MONTHS_BY_LANGUAGE = {
    "en": """january jan | february feb | march mar | april apr | may | june jun | july jul | august aug
        | september sept sep | october oct | november nov | december dec""",
    "da": """januar jan | februar feb febr | marts mar | april apr | maj | juni jun | juli jul | august aug
        | september sept sep | oktober okt | november nov | december dec""",
    "sv": """januari jan | februari feb febr | mars mar | april apr | maj | juni jun | juli jul
        | augusti aug | september sept sep | oktober okt | november nov | december dec""",
    "de": """januar jänner jan | februar feb | märz maerz mär mrz | april apr | mai | juni jun | juli jul
        | august aug | september sept sep | oktober okt | november nov | dezember dez""",
    "pl": """styczeń stycznia styczniu styczniem sty | luty lutego lutym lut | marzec marca marcu marcem mar
        | kwiecień kwietnia kwietniu kwietniem kwi | maj maja maju majem
        | czerwiec czerwca czerwcu czerwcem cze | lipiec lipca lipcu lipcem lip
        | sierpień sierpnia sierpniu sierpniem sie | wrzesień września wrześniu wrześniem wrz
        | październik października październiku październikiem paź
        | listopad listopada listopadzie listopadem lis | grudzień grudnia grudniu grudniem gru""",
    "lt": """sausis sausio sausį | vasaris vasario vasarį | kovas kovo kovą | balandis balandžio balandį
        | gegužė gegužės gegužę | birželis birželio birželį | liepa liepos liepą
        | rugpjūtis rugpjūčio rugpjūtį | rugsėjis rugsėjo rugsėjį | spalis spalio spalį
        | lapkritis lapkričio lapkritį | gruodis gruodžio gruodį""",
}

_MONTHS: Mapping[str, int] = MappingProxyType(
    {
        fold(name): month
        for table in _MONTHS_BY_LANGUAGE.values()
        for month, names in enumerate(table.split("|"), start=1)
        for name in names.split()
    }
)
"""Every month by its folded name. Documents mix languages, and no name means two months."""

_NUMERALS = "i ii iii iv v vi vii viii ix x xi xii"
_ROMAN: Mapping[str, int] = MappingProxyType(
    {numeral: n for n, numeral in enumerate(_NUMERALS.split(), start=1)}
)
"""Months as Polish letters number them: 6 VI 2014."""


def _any(names: Mapping[str, int]) -> str:
    return "(?:" + "|".join(sorted(names, key=len, reverse=True)) + r")\b"


_YEAR = r"(?P<year>19[5-9][0-9]|20[0-9][0-9]|2100)(?![.]?[0-9])"
_NUMBER = r"(?:0?[1-9]|[12][0-9]|3[01])"
_ORDINAL = r"(?:st|nd|rd|th)?\.?"
_APART = r"(?<![0-9.,/-])"
_AND = r"\s*(?:[-–—/&]|\b(?:and|og|och|und|i|ir|to|til|till|bis|do)\b)\s*"
_DAYS = rf"{_APART}(?P<day>{_NUMBER}){_ORDINAL}(?:{_AND}{_NUMBER}{_ORDINAL})?"
_MONTH = rf"(?P<month>{_any(_MONTHS)})\.?"
_TO_MONTH = rf"(?:\s*[-–—/]\s*(?:{_NUMBER}\.?\s*)?(?P<until>{_any(_MONTHS)})\.?)?"

_IN_WORDS = (
    re.compile(rf"{_DAYS}(?:\s*of)?\s*{_MONTH}{_TO_MONTH}\s*[,-]?\s*{_YEAR}"),
    re.compile(rf"\b{_MONTH}\s+{_DAYS}\s*,?\s+{_YEAR}"),
    re.compile(rf"\b{_YEAR}\s*m\.?\s*{_MONTH}(?:\s+(?P<day>{_NUMBER})(?:\s*[-–]\s*{_NUMBER})?\s*d\b)?"),
    re.compile(rf"\b{_MONTH}{_TO_MONTH}\s*,?\s*{_YEAR}"),
)
_IN_NUMBERS = (
    re.compile(rf"{_APART}{_YEAR}(?P<sign>[-./])(?P<month>[01][0-9])(?P=sign)(?P<day>[0-3][0-9])(?![0-9])"),
    re.compile(rf"{_APART}(?P<day>{_NUMBER})\s?[.-]\s?(?P<month>1[0-2]|0?[1-9])\s?[.-]\s?{_YEAR}"),
)
_SLASHED = re.compile(rf"{_APART}(?P<day>{_NUMBER})\s?/\s?(?P<month>1[0-2]|0?[1-9])(?:\s?[./-]\s?|\s){_YEAR}")
_NUMBERED = re.compile(rf"{_APART}(?P<day>{_NUMBER})[. ]\s?(?P<month>{_any(_ROMAN)})[. ]\s?{_YEAR}")
_LONELY_YEAR = re.compile(rf"^\W*{_YEAR}(?:\s*[rm]\.)?\W*$", re.MULTILINE)
_BARE_YEAR = re.compile(rf"(?<![0-9]){_YEAR}")
_UNTIL = re.compile(
    r"\b(?:until|till?|by|before|do|koniec|konca|przed|inden|senest|bis|vor|iki|fore|senast)"
    r"(?:\s(?:den|dem|the|d\.))?\s*$"
)
"""What stands before a date that a document looks forward to: *do końca listopada 2014*."""

_STAMP = re.compile(r"^(?:d:)?(?P<year>[0-9]{4})(?:(?P<month>[0-9]{2})(?:(?P<day>[0-9]{2})(?:[0-9t].*)?)?)?$")
_ISO = re.compile(r"^(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2})(?:[t ].*)?)?)?$")


def stated_date(value: str) -> str | None:
    """Return the date in a field of metadata, in any common spelling: ISO, PDF, mail, words.

    Numbers with strokes are read as day/month/year, as Europe writes them.
    """
    field = fold(value[:OPENING]).strip()
    for pattern in (_ISO, _STAMP):
        if found := pattern.match(field):
            return _date(found)
    if dates := _dates(field, ""):
        return dates[0][1]
    years = {found["year"] for found in _BARE_YEAR.finditer(field)}
    return years.pop() if len(years) == 1 else None


def first_date(text: str, language: str) -> str | None:
    """Return the document's own date: the first one in its opening text.

    A year without a month counts only alone on a line; of a span the first day counts; the end of
    a time limit does not count. English ``5/6/2014`` gives the year alone, as nobody knows which
    of the two is the month.
    """
    opening = fold(text[:OPENING])
    dates = _dates(opening, language)
    if own := next((date for start, date in dates if not _UNTIL.search(opening[:start])), None):
        return own
    lonely = _LONELY_YEAR.search(opening)
    return lonely["year"] if lonely else None


def spellings(date: str) -> Iterator[tuple[str, ...]]:
    """Yield the words of a day, ``2014-05-06``, in every order and language that documents use."""
    year, month, day = date.split("-")
    for numbers in ((day, month), (day.lstrip("0"), month), (day.lstrip("0"), month.lstrip("0"))):
        yield (*numbers, year)
    yield year, month, day
    names = {name for table in _MONTHS_BY_LANGUAGE.values() for name in _names(table, int(month))}
    for name in sorted(names):
        for number in dict.fromkeys((day.lstrip("0"), day, f"{int(day)}{_ordinal(int(day))}")):
            yield number, name, year
            yield name, number, year
            yield year, name, number


def _names(table: str, month: int) -> list[str]:
    return table.split("|")[month - 1].split()


def _ordinal(day: int) -> str:
    """Return what English puts behind the number of a day."""
    return "th" if day in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")


def _dates(folded: str, language: str) -> list[tuple[int, str]]:
    """Return where dates with a month begin in a folded text, and the dates; none within another."""
    dates: list[tuple[int, str]] = []
    behind = 0
    for start, end, date in sorted(_found(folded, language), key=lambda found: (found[0], -found[1])):
        if start >= behind:
            dates.append((start, date))
            behind = end
    return dates


def _found(folded: str, language: str) -> Iterator[tuple[int, int, str]]:
    patterns = (*_IN_WORDS, *_IN_NUMBERS, *((_NUMBERED,) if language == "pl" else ()))
    for pattern in patterns:
        for found in pattern.finditer(folded):
            if date := _date(found):
                yield *found.span(), date
    for found in _SLASHED.finditer(folded):
        if date := _date(found):
            yield *found.span(), found["year"] if language == "en" and _open_order(found) else date


def _open_order(found: re.Match[str]) -> bool:
    return found["day"] != found["month"] and int(found["day"]) <= 12


def _date(found: re.Match[str]) -> str | None:
    """Return the date of a match as ISO 8601; nothing for one that no calendar has."""
    parts = found.groupdict()
    year, month, day = int(parts["year"]), _month(parts["month"]), int(parts.get("day") or 0)
    if not FIRST_YEAR <= year <= LAST_YEAR or not 0 <= month <= 12:
        return None
    if parts.get("until") and _month(parts["until"]) < month:
        return None  # 28 December – 2 January 2014: the year is that of the last day.
    if day and (not month or day > calendar.monthrange(year, month)[1]):
        return None
    return f"{year:04}" + (f"-{month:02}" if month else "") + (f"-{day:02}" if day else "")


def _month(name: str | None) -> int:
    """Return the number of a month in letters, Roman or Arabic numerals; 0 for none."""
    if not name:
        return 0
    return int(name) if name.isdecimal() else _MONTHS.get(name) or _ROMAN[name]
