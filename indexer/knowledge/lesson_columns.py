"""What the columns, rows and letters of tables with lessons are called in six languages. Tables only."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

ACTION_COLUMNS = re.compile(
    r"(?:action|step|measure|handling(?:er)?|tiltag|skridt|atgarder|atgard|steg|massnahmen?|schritt"
    r"|dzialani[ea]|"
    r"kroki?|veiksmai|veiksmas|priemone)s?$"
)

ACTIVITY_COLUMNS = re.compile(
    r"(?:activity|task|aktivitet(?:er)?|opgaver?|aktiviteter|uppgift|aufgabe|aktivitat|zadani[ea]|veikla)$"
)
"""Columns of a plan of action if the heading calls it one; else of a time-table of a project."""

PLAN = re.compile(
    r"action plan|handlingsplan|atgardsplan|massnahmenplan|aktionsplan|handlungsplan|plan\w* dzial|"
    r"veiksmu plan"
)

ACTION_LINE = re.compile(
    r"(?P<number>\d{1,3}(?:[./]\w{1,3})*\.?)\s+(?P<action>\S.{8,}?\s"
    r"(?:\d{1,2}[./]\d{1,2}[./](?:\d\d){1,2}|\d{1,2}\.? [^\W\d_]{3,12}"
    r"(?:\.? \d{4}(?: r\.)?)?))\.?$"
)
"""A row of a list of actions in plain text, with its number and its day: *5.a Call Lund Chair 13 June*."""

COLUMN_LINE = re.compile(
    r"(?:nr|no|lp|l\.p)\.?\s(?:\w+\s){1,4}?(?:who|by|when|deadline|due|owner|hvem|frist|ansvarlig|hvornar|kto|termin"
    r"|kiedy|odpowiada|vem|nar|ansvarig|wer|wann)\b"
)
"""The folded names of its columns: *No. What Who By*."""

OWNER_COLUMNS = re.compile(
    r"(?:responsible|owner|who|deadline|by when|when|due|ansvarlig|ejer|hvem|frist|hvornar|senest|"
    r"ansvarig|vem|nar|"
    r"verantwortlich|wer|wann|odpowiada|odpowiedzialn\w*|kto|termin|kiedy|atsakingas|terminas)\b"
)
"""A table with one column of the first and one of the second kind is a plan of action."""

MARKS = frozenset(
    "strong medium weak high low staerk middel svag hoj lav hog lag stark svag mocna srednia slaba".split()
)
"""What stands in a column *Strength* that measures it, folded."""

LETTERS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "en": {"S": "strength", "W": "weakness", "O": "opportunity", "T": "threat"},
        "da": {"S": "strength", "V": "weakness", "M": "opportunity", "T": "threat"},
        "de": {"S": "strength", "W": "weakness", "O": "opportunity", "T": "threat"},
    }
)
"""What the letters before the cells of a SWOT table stand for."""
