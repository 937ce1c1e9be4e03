"""How lists of projects name their columns: one table for the exports of the European databases.

The shapes are those of keep.eu, the database of Interreg, and of Kohesio, which follows the lists of
operations that every programme publishes (Regulation (EU) No 1303/2013, annex XII).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

ACRONYM, TITLE, SUMMARY, START, END = "Project acronym", "Project title", "Summary", "Start date", "End date"
AMOUNTS = ("Total budget", "EU funding")

_COLUMNS = {
    ACRONYM: "project acronym | acronym | operation acronym | short name",
    TITLE: """project name | project title | name of the project | title | operation name
        | operation name english
        | operation name programme language | label | project label""",
    "Programme": "programme | program | programme name | interreg programme | name of the programme",
    "Period": "period | programming period | programme period",
    START: "project start date | start date | operation start date | start | date of start",
    END: "project end date | end date | operation end date | end | date of end",
    "Status": "status | project status | state",
    "Total budget": """total budget | total budget expenditure | total project budget
        | total eligible expenditure
        | total eligible expenditure amount | total eligible cost | total budget eur | eligible costs""",
    "EU funding": """eu funding | eu co financing | eu cofinancing amount | erdf | erdf funding | erdf budget
        | eu contribution | total eu funding | eu budget contribution | union contribution""",
    "Co-financing rate": """co financing rate | cofinancing rate | union co financing rate
        | eu cofinancing rate
        | union co financing rate in""",
    "Lead partner": "lead partner | lead beneficiary | beneficiary name | beneficiary | lead partner name",
    "Partners": "partners | project partners | other partners | partner names | partner organisations",
    "Website": "website | project website | web | operation website | link to project website",
    SUMMARY: """summary | description | project description | project summary | operation summary
        | operation summary english | operation summary programme language | achievements""",
}
"""What a list calls each thing that is known of a project, in small letters without signs."""

COLUMNS: Mapping[str, str] = {
    " ".join(name.split()): label for label, names in _COLUMNS.items() for name in names.split("|")
}
"""The label of each column by its plain name."""

_CURRENCY = re.compile(r"\b(EUR|PLN|DKK|SEK|LTL|GBP)\b|(€)")
_SIGNS = ",;\t|"
MOST_NAMED = 200
"""Columns of a list; the longest export has some forty."""


def plain(column: str) -> str:
    """Return the name of a column in small letters, without signs and currency."""
    bare = _CURRENCY.sub(" ", column)
    bare = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", bare)
    return " ".join(re.sub(r"[\W_]+", " ", bare).lower().split())


def labels(header: Sequence[str]) -> list[str]:
    """Return the label of each column; empty for one that is not known or is there twice."""
    seen: set[str] = set()
    found = []
    for column in header:
        label = COLUMNS.get(plain(column), "")
        found.append("" if label in seen else label)
        seen.add(label)
    return found


def currency(column: str) -> str:
    """Return the currency that the name of a column tells; that of the European Union where it tells none."""
    found = _CURRENCY.search(column)
    return (found[1] or "EUR") if found else "EUR"


def is_list(header: Sequence[str]) -> bool:
    """Say whether these are the columns of a list of projects: names, and two other things known of them."""
    known = set(labels(header[:MOST_NAMED])) - {""}
    return bool(known & {ACRONYM, TITLE}) and len(known - {ACRONYM, TITLE, SUMMARY}) >= 2


def sign_between(line: str) -> str:
    """Return the sign that parts the columns of a line; empty where it has none of the known ones."""
    sign = max(_SIGNS, key=line.count)
    return sign if sign in line else ""


def begins_a_list(text: str) -> bool:
    """Say whether the first line of a text names the columns of a list of projects."""
    line = text.lstrip("\ufeff\r\n ").partition("\n")[0]
    sign = sign_between(line)
    return bool(sign) and is_list([cell.strip(' "\r') for cell in line.split(sign)])
