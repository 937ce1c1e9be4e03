"""What a librarian says is known of a document, in the table ``facts`` of its sidecar.

    [facts]
    place = ["Kwidzyn", "Sorø"]        # takes the place of all places that were read
    lesson = false                      # takes all of them away
    [facts."project:InterLoc"]
    end = "2014-06"
    total-budget = "527 044 EUR"

What is wrong or contradicts itself is named with its line and is left out; everything else counts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from .claims import DOCUMENT, SIDECAR, Claim
from .dates import stated_date
from .labels import subject_key
from .money import money, shares

_SUBJECT = re.compile(r"(?:project|event):\S.*")


def _words(value: str) -> str | None:
    return value[:300] or None


def _amount(value: str) -> str | None:
    figure = money(value, "")
    return figure.value if figure and figure.value else None


def _share(value: str) -> str | None:
    found = shares(value)
    return found[0].value if len(found) == 1 else None


def _count(value: str) -> str | None:
    plain = re.sub(r"[ .\u00a0]", "", value)
    return plain if plain.isascii() and plain.isdecimal() else None


def _period(value: str) -> str | None:
    found = re.fullmatch(r"((?:19|20)\d\d)\s*[-–/]\s*((?:19|20)\d\d)", value)
    return f"{found[1]}-{found[2]}" if found else None


_DATE, _MONEY = "no date; write 2014, 2014-05 or 2014-05-06", "no amount with its currency, as 527 044 EUR"

ONCE: Mapping[str, tuple[Callable[[str], str | None], str]] = {
    "start": (stated_date, _DATE),
    "end": (stated_date, _DATE),
    "period": (_period, "no period, as 2007-2013"),
    "status": (_words, "no text"),
    "total-budget": (_amount, _MONEY),
    "eu-funding": (_amount, _MONEY),
    "grant": (_amount, _MONEY),
    "co-financing-rate": (_share, "no share, as 76.7 %"),
    "participants": (_count, "no number"),
    "series": (_words, "no text"),
    "number": (_count, "no number"),
    "theme": (_words, "no text"),
    "date": (stated_date, _DATE),
    "what": (_words, "no text"),
}
"""What can be said once of a thing, each with the reader of its value and what a wrong value is."""

OFTEN = (
    *("project", "programme", "place", "organisation", "partner", "lead-partner", "website", "cites"),
    *("lesson", "audience"),
)
"""What can be said several times."""


@dataclass(frozen=True, slots=True)
class _Entry:
    about: str
    name: str
    values: tuple[str, ...]
    """Empty where what is read is taken away."""
    line: int


def said(facts: object, text: str) -> tuple[tuple[Claim, ...], tuple[str, ...]]:
    """Return the claims of a table ``facts``, and what is wrong in it, each as the end of a sentence.

    ``text`` is the whole sidecar, in which the lines are counted.
    """
    if not isinstance(facts, Mapping):
        return (), ("has a field “facts”, which is no table",)
    told = list(_entries(facts, text))
    entries = [one for one in told if isinstance(one, _Entry)]
    wrong = [one for one in told if isinstance(one, str)]
    against = dict(_contradictions(entries))
    wrong += against.values()
    claims = (claim for entry in entries if _place(entry) not in against for claim in _claims(entry))
    return tuple(claims), tuple(dict.fromkeys(wrong))


def _entries(facts: Mapping[str, object], text: str) -> Iterator[_Entry | str]:
    for key, value in facts.items():
        if not isinstance(value, Mapping):
            yield _entry(DOCUMENT, key, value, text)
        elif _SUBJECT.fullmatch(key):
            yield from (_entry(key, name, held, text) for name, held in value.items())
        else:
            yield f"says facts about “{key}” in line {_line(text, key, '')}; write project:Name"


def _entry(about: str, name: str, value: object, text: str) -> _Entry | str:
    """Return what is said under one name, or what is wrong with it."""
    line = _line(text, about, name)
    if name not in ONCE and name not in OFTEN:
        return f"says “{name}” in line {line}, which is unknown; known are {', '.join((*ONCE, *OFTEN))}"
    if value is False:
        return _Entry(about, name, (), line)
    given = value if isinstance(value, list) else [value]
    read, problem = ONCE.get(name, (_words, "no text"))
    values = [read(" ".join(str(one).split())) if _is_plain(one) else None for one in given]
    if not values or None in values:
        return f"says {name} = “{str(value)[:60]}” in line {line}, which is {problem}"
    if name in ONCE and len(set(values)) > 1:
        return f"contradicts itself in line {line}: {name} is {' and '.join(map(str, values))}"
    return _Entry(about, name, tuple(str(one) for one in values), line)


def _is_plain(value: object) -> bool:
    return not isinstance(value, bool | Mapping | list)


def _contradictions(entries: Sequence[_Entry]) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield what cannot be true together, by what it is about and its name."""
    told: defaultdict[tuple[str, str], list[_Entry]] = defaultdict(list)
    for entry in entries:
        told[_place(entry)].append(entry)
    for place, several in told.items():
        if place[1] in ONCE and len({entry.values for entry in several}) > 1:
            lines = " and ".join(str(entry.line) for entry in several)
            yield place, f"contradicts itself in lines {lines}: {place[1]} is said twice"
    for about in {about for about, _ in told}:
        for low, high, problem in (
            ("start", "end", "the end is before the start"),
            ("eu-funding", "total-budget", "the funding is more than the budget"),
        ):
            one, other = told.get((about, low)), told.get((about, high))
            if one and other and _is_more(one[0].values, other[0].values):
                told_of = f"contradicts itself in lines {one[0].line} and {other[0].line}: {problem}"
                yield from (((about, name), told_of) for name in (low, high))


def _is_more(one: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether an amount or date is surely greater than another one."""
    if not one or not other:
        return False
    first, first_unit = _measured(one[0])
    second, second_unit = _measured(other[0])
    if first_unit or second_unit:
        return first_unit == second_unit and Decimal(first) > Decimal(second)
    length = min(len(first), len(second))
    return first[:length] > second[:length]


def _measured(value: str) -> tuple[str, str]:
    number, _, unit = value.partition(" ")
    return number, unit


def _place(entry: _Entry) -> tuple[str, str]:
    return subject_key(entry.about), entry.name


def _claims(entry: _Entry) -> Iterator[Claim]:
    for value in entry.values or ("",):
        yield Claim(entry.about, entry.name, value, 0, 0, 0, SIDECAR)


def _line(text: str, about: str, name: str) -> int:
    """Return the number of the line that says it, from 1; of its table where the line is not found."""
    table, found = "", 0
    for number, line in enumerate(text.splitlines(), start=1):
        if header := re.match(r"\s*\[\s*(?P<name>.+?)\s*\]\s*(?:#.*)?$", line):
            table = header["name"].replace('"', "").replace("'", "").removeprefix("facts").strip(" .")
            found = number if table == ("" if about == DOCUMENT else about) else found
        elif table == ("" if about == DOCUMENT else about) and re.match(
            rf"\s*[\"']?{re.escape(name)}[\"']?\s*=", line
        ):
            return number
    return found or 1
