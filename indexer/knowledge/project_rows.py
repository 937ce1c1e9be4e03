"""What rows and lines with labels state of a project: ``Start date: 30 June 2011``, *Budget | 85.200 zł*.
| 85.200 zł*."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from indexer.languages.base import fold

from .dates import dates, stated_date
from .money import amounts, bare_numbers, money, number, shares
from .number_words import NUMBERS
from .project_programmes import programmes_in
from .project_words import ACRONYM, BEFORE_COLON, LABELS, PERIODS, PROGRAMMES, STATUS, TITLE, label_of
from .sentences import CELL, Sentence

_YEARS = re.compile(r"(?P<first>(?:19|20)\d\d)\s*[-–—/]\s*(?P<last>(?:19|20)\d\d)")
_MONTH = r"(0?[1-9]|1[0-2])\s?[./]\s?((?:19|20)\d\d)"
_MONTHS = re.compile(rf"(?<![\d.,/]){_MONTH}\s*(?:[-–—]|\b(?:to|til|do|till|bis|iki)\b)\s*{_MONTH}(?!\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_TO = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s*(?:[-–—]|\b(?:to|until|til|till|do|bis|iki)\b)\s*(?!(?:19|20)\d\d\b)"
)
_WEBSITE = re.compile(r"(?:https?://)?(?:www\.)?[\w-]+(?:\.[\w-]+)+(?:/[\w./#?=&%-]*)?")
_COUNT = re.compile(r"(?<![\d.,])\d{1,3}(?:[ .]\d{3})+|\d+")
_BETWEEN_NAMES = re.compile(r"\s*[;,\n]\s*|\s+(?:and|og|i|oraz|och|und|ir)\s+(?=[^\W\d_a-z])")
_NO_NAME = re.compile(
    r"(?i:(?:den|det|the|dem|ten|der|die),? (?:der|som|who|that|which|kt)|razem|i alt|total|summa"
    r"|insgesamt|lead ?partner|lider)\b"
)
_PLANNED = frozenset(
    "plan planned planlagt budgetteret budgeted zaplanowano planowane planerat budgeterat geplant".split()
)
"""The column of what was to be spent, in a table that has no other sums."""

_TERMS = frozenset(
    fold(word)
    for word in """ord begreb term word abbreviation pojęcie skrót hasło wyraz begrepp begriff wort
    sąvoka""".split()
)
"""What the first column of a glossary is called: its rows explain words and state nothing."""

_SOURCES = re.compile(r";\s+")
"""What stands between what several sources say."""

_HUNDRED = 100
"""A share is no more; what is more is the amount that is shared."""

_FEW_WORDS = 3
"""Words in which a status is told; behind them stands something else."""

_IN_EURO = re.compile(r"\s*[,(\[]\s*(?:EUR|euro|€)\s*[)\]]?$", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*\([^)]*\)$")
TOTALS = frozenset(
    (
        "razem",
        "i alt",
        "total",
        "totalt",
        "summa",
        "insgesamt",
        "gesamt",
        "suma",
        "is viso",
        "ogolem",
        "lacznie",
        "in total",
        "sum",
        "alt",
    )
)
"""What stands before the sums of a table; all other rows of a table by partners are theirs."""

_PEOPLE = ("partner", "lead-partner")
_MOST_NAME = 120
"""Characters of a partner's name; what is longer is a sentence."""

Stated = tuple[str, str, str]
"""What is stated, its value in normal form, and the doubt about it."""

Labelled = tuple[str, bool, str]
"""What a label labels, whether it is a strong one, and what stands beside it."""


def labelled(sentence: Sentence) -> list[Labelled]:
    """Return the labels of a row or line with what stands beside them."""
    if sentence.block.kind == "table_row":
        return _in_row(list(_cells(sentence.text)))
    if sentence.block.kind == "list":
        label, colon, value = sentence.block.text.partition(": ")
        known = label_of(label) if colon and sentence.first else None
        if not known:
            return []
        several = _in_line(sentence.block.text) if BEFORE_COLON.search(value) else []
        return several if len(several) > 1 else [(*known, value.strip())]
    return _in_line(sentence.text) if ":" in sentence.text else []


def _in_row(cells: Sequence[tuple[str, str]]) -> list[Labelled]:
    """Return what the cells of a row state under their columns; of two cells the first may be a label."""
    if cells and cells[0][0] in _TERMS:
        return []
    if len(cells) == 2:
        (_, first), (_, second) = cells
        if known := label_of(first):
            euro = bool(_IN_EURO.search(first)) and number(second) is not None
            return [(*known, f"{second} EUR" if euro else second)] if second else []
    beside = [(label, value) for label, value in cells if label in LABELS and value]
    total = fold(cells[0][1]) in TOTALS
    if total:
        beside = [one for one in beside if LABELS[one[0]][0] not in _PEOPLE]
    elif len(cells) > 2 and not _names_project(beside):
        beside = [one for one in beside if LABELS[one[0]][0] in _PEOPLE]
    stated = [(*LABELS[label], value) for label, value in beside]
    if total and "total-budget" not in [name for name, _, _ in stated]:
        sums = [value for label, value in cells if label in TOTALS and value]
        sums = sums or [value for label, value in cells if label in _PLANNED and value]
        stated += [("total-budget", True, value) for value in sums]
    return stated


def _in_line(text: str) -> list[Labelled]:
    """Return what a line states behind labels with colons, the first of which may be numbered."""
    found = [
        (*one.span(), LABELS[fold(" ".join(one["label"].split()))]) for one in BEFORE_COLON.finditer(text)
    ]
    label, colon, _ = text.partition(":")
    if colon and (known := label_of(label)):
        found = [(0, len(label) + 1, known), *(one for one in found if one[0] > len(label))]
    if not found:
        return []
    ends = [*(start for start, _, _ in found[1:]), len(text)]
    values = (text[start:end].strip(" ,;|") for (_, start, _), end in zip(found, ends, strict=True))
    return [(*one[2], value) for one, value in zip(found, values, strict=True) if value]


def _names_project(beside: Sequence[tuple[str, str]]) -> bool:
    return any(LABELS[label][0] in (ACRONYM, TITLE) for label, _ in beside)


def _cells(row: str) -> Iterator[tuple[str, str]]:
    """Yield the cells of a row, each behind the folded name of its column, if it has one.

    A number takes the currency that a column names: *Budget, euro: 412.000*.
    """
    parts = [cell.partition(": ") for cell in row.split(CELL)]
    euro = any(colon and _IN_EURO.search(column) for column, colon, _ in parts)
    for column, colon, value in parts:
        if not colon:
            yield "", column.strip()
        else:
            amount = euro and number(value) is not None
            yield fold(_IN_EURO.sub("", column).strip()), f"{value.strip()} EUR" if amount else value.strip()


def values(name: str, text: str, language: str, currency: str = "") -> Iterator[Stated]:
    """Yield what a value beside the label of a project states, in normal form.

    A number without a currency is in the ``currency`` that the document says for its tables.
    """
    if name == "co-financing-rate" and not shares(text) and (number(text) or 0) > _HUNDRED:
        name = "eu-funding"
    if name in ("total-budget", "eu-funding", "grant"):
        yield from _money(name, text, language, currency)
    elif name == "period":
        yield from _period(text, language)
    elif name == "programme":
        known = programmes_in(text, language) or [programme_in(text) or text[:_MOST_NAME]]
        yield from ((name, programme, "") for programme in known)
        yield from (("period", period, "") for period in periods(text))
    else:
        yield from ((name, value, "") for value in _READERS[name](text) if value)


def status_in(text: str) -> Iterator[str]:
    """Yield the state of a project with whose name a text begins."""
    words = re.findall(r"[\w-]+", fold(text))
    phrases = (" ".join(words[:count]) for count in range(_FEW_WORDS, 0, -1))
    yield from [STATUS[phrase] for phrase in phrases if phrase in STATUS][:1]


def _participants(text: str) -> Iterator[str]:
    yield from (re.sub(r"\D", "", found[0]) for found in [_COUNT.search(text)] if found)


def _dated(text: str) -> str:
    """Return the date that one of several sources gives: *Up2Europe: 29 June 2014*; empty for none."""
    return stated_date(text) or stated_date(text.rpartition(": ")[2]) or ""


def _partners(text: str) -> Iterator[str]:
    yield from map(_name, re.split(r"\s*[;\n]\s*", text) if ";" in text else _BETWEEN_NAMES.split(text))


_READERS: Mapping[str, Callable[[str], Iterator[str]]] = {
    "start": lambda text: map(_dated, _SOURCES.split(text)),
    "end": lambda text: map(_dated, _SOURCES.split(text)),
    "co-financing-rate": lambda text: (share.value for share in shares(text)),
    "status": status_in,
    "website": lambda text: (found[0] for found in [_WEBSITE.search(text)] if found),
    "participants": _participants,
    "lead-partner": lambda text: iter([_name(text)]),
    "partner": _partners,
}
"""What reads the value beside each label whose value needs no language."""


def _period(text: str, language: str) -> Iterator[Stated]:
    """Yield a programming period, or the first and the last day or year of a project."""
    if months := _MONTHS.search(text):
        yield "start", f"{months[2]}-{int(months[1]):02}", ""
        yield "end", f"{months[4]}-{int(months[3]):02}", ""
    elif year := _YEAR.fullmatch(text.strip()):
        yield "start", year[0], ""
        yield "end", year[0], ""
    elif both := from_year(text, language):
        yield "start", both[0], ""
        yield "end", both[1], ""
    elif _YEAR_TO.match(text.strip()):
        return  # *2014 – 16 June 2014* is a day on a line of time
    elif found := [one.value for one in dates(text, language)]:
        yield "start", found[0], ""
        yield from (("end", last, "") for last in found[1:2])
    elif years := _YEARS.search(text):
        span = f"{years['first']}-{years['last']}"
        if span in PERIODS:
            yield "period", span, ""
        else:
            yield "start", years["first"], ""
            yield "end", years["last"], ""


def from_year(text: str, language: str) -> tuple[str, str] | None:
    """Return the year and the later date of *2011 – June 2014*; nothing for a day of that same year."""
    found = _YEAR_TO.match(text)
    later = [one.value for one in dates(text[found.end() :], language)][:1] if found else []
    return (found["year"], later[0]) if found and later and later[0][:4] > found["year"] else None


def _money(name: str, text: str, language: str, currency: str) -> Iterator[Stated]:
    figure = money(text, language, currency)
    if figure is None and (found := amounts(text, language)):
        figure = found[0]
    if figure and figure.value:
        yield name, figure.value, figure.doubt
    if name != "total-budget":
        yield from (("co-financing-rate", share.value, "") for share in shares(text))


def _name(text: str) -> str:
    tidy = _BRACKETS.sub("", " ".join(text.split()).strip(" .,;*"))
    first = tidy.partition(" ")[0].lower()
    if _NO_NAME.match(tidy) or first in NUMBERS or first.isdecimal():
        return ""
    return tidy if 2 < len(tidy) <= _MOST_NAME and any(map(str.isupper, tidy)) else ""


def programme_in(text: str) -> str:
    """Return the funding programme that a text names, as it is called in English; nothing for none."""
    folded = fold(text)
    return next((name for name, pattern in PROGRAMMES.items() if re.search(pattern, folded)), "")


def periods(text: str) -> list[str]:
    """Return the programming periods that a text names."""
    spans = (f"{one['first']}-{one['last']}" for one in _YEARS.finditer(text))
    return [span for span in spans if span in PERIODS]


def bare(sentence: Sentence, language: str) -> Sequence[Stated]:
    """Return what an item states that holds a share and an amount and no word, as project databases do."""
    text = sentence.text
    share, numbers = (
        shares(text),
        [one for one in bare_numbers(text) if "%" not in text[one.end() : one.end() + 2]],
    )
    if len(share) != 1 or len(numbers) != 1 or re.search(r"[^\W\d_]", text):
        return ()
    figure = money(numbers[0][0], language)
    return [
        ("co-financing-rate", share[0].value, ""),
        *([("eu-funding", figure.value, "")] if figure else []),
    ]
