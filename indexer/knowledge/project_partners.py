"""Who takes part in a project: lists with a lead partner, contracts, municipalities named together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexer.languages.base import fold

from .calendar_names import any_of
from .number_words import NUMBERS, counted
from .partner_names import UPPER, members
from .project_rows import TOTALS, Stated
from .project_words import PROJECT
from .sentences import CELL, Sentence

_LEAD = r"(?i:lead ?-?partner(?:en)?|lead beneficiary|lider|partner wiodący|wiodący|projektägare)"
_BEGIN = UPPER
_ROLE = re.compile(
    rf"^(?P<name>{_BEGIN}[^,;:()|\n]{{2,70}}?)(?:,\s*(?P<land>{_BEGIN}\w+))?\s*"
    rf"(?:\((?:DK|SE|PL|DE|LT|FI|NO|EE|LV)\))?(?:\s*[,(–-]\s*|\s+)(?P<role>{_LEAD}|(?i:partner"
    rf"|associeret partner"
    r"|associated partner|partner stowarzyszony))\b"
)
_ITEM = re.compile(
    r"^(?P<name>[^\W\d_a-zæøåłśżź][^,;:()|\n]{2,70}?)(?:,\s*[^\W\d_a-z]\w+"
    r"|\s*\([^)]*\))?\s*(?::\s[^:]{0,25}\d[^:]{0,25})?[.;,]?$"
)
_LEADING = re.compile(_LEAD)
_IN_A_CONTRACT = re.compile(
    r"(?P<name>[^\W\d_a-zæøåłśżź][^,;:()\n]{2,70}?)(?:\s*\([^)]*\))?,?\s+(?:zwan\w+|hereinafter"
    r"|hereafter|herefter"
    r"|i det følgende|nedan|nachfolgend)[^;„“\"»]{0,30}[„“\"»](?P<role>[Ll]ead ?-?[Pp]artner"
    r"|[Pp]artnere?m? ?\w*)"
)
_COLUMN = re.compile(r"^partner(?:e|zy|er|s)?(?: \([^)]*\))?:\s*(?P<name>[^|]{3,90})", re.IGNORECASE)
_LEAD_CELL = re.compile(rf"\|[^|:]*: {_LEAD}\s*(?:\||,|$)")
_ROLE_FIRST = re.compile(
    rf"^(?:[^|:]{{2,20}}: )?(?:(?P<lead>{_LEAD})|(?i:project partner|projektpartner|partner projektu"
    rf"|partner(?=,? P?P?\s?\d)))"
    rf"(?:,? (?:LP|PP|P)?\s?\d{{0,2}})? \| (?:[^|:]{{2,30}}: )?(?P<name>{_BEGIN}[^|:]{{2,70}}?)\s*(?:\||$)"
)
"""*Lead partner, LP | Kobbersund Kommune | Denmark*: a row that begins with the role."""

_ASSOCIATED = re.compile(r"(?i)stowarzyszon|asso[cs]i|asocijuot")
"""A cell that says that somebody stands beside the partnership and is no partner of the project."""
_NO_NAME = re.compile(r"\d|\s(?:som|as|være|jako|als|blive|become)$")
"""*Inden 2014 skulle kommunen have rollen som* (leadpartner): a sentence and no name."""

_HEAD = re.compile(
    r"(?i:roles?|rolle|rola|roll|funkcja|function|funktion|vaidmuo|no\.?|nr\.?|lp\.?|name|navn|namn|nazwa"
    r"|activity|aktivitet|działanie|task|opgave|zadanie|uppgift|aktivität|aufgabe|veikla)"
)
"""The name of a column before that of the partners."""

_COUNTRY = re.compile(r"\s*\([A-Z]{2}\)$")
_WORD = rf"\b{UPPER}[\w-]+"
_MUNICIPALITY = re.compile(
    rf"(?:Gmin[ay]|Miasto|Municipality of)\s+{_WORD}(?:\s+{_WORD}){{0,2}}"
    rf"|{_WORD}(?:\s+{_WORD})?\s+(?:[Kk]ommune|kommun|Municipality)\b"
)
_OF = rf"(?P<name>{_WORD}),? (?:en |a )?partner\w* (?:(?:af|of|in|i|w|projektu) )?{{0}}"
"""A partner of a project; a pattern once the project's name is put in."""

_TWO_GMINAS = re.compile(rf"[Gg]miny (?P<one>{_WORD}(?: {_WORD})?) i (?P<other>{_WORD}(?: {_WORD})?)")
_TOGETHER = re.compile(
    r"partner|samarbejd|samarbet|fælles|współprac|wspóln|municipalit|kommuner|[Gg]min|findes ikke"
    r"|nie istniej|do not exist"
    r"|finns inte",
    re.IGNORECASE,
)
_NUMBER_OF = re.compile(
    rf"\b(?P<number>[2-9]|{any_of(NUMBERS)})\s(?:[^\W\d_]+\s){{0,2}}?(?:municipalities|towns|cities"
    rf"|partners|kommuner|byer"
    r"|partnere|gminy|gmin|miasta|miast|partnerzy|partnerów|kommuner|städer|partner|Gemeinden|Städte"
    r"|Kommunen|savivaldybės)"
    r"(?:,| [–-]|:| \()\s?(?=\S)",
    re.IGNORECASE,
)
"""*Three municipalities, …*: the list that follows has as many names."""

_VISITING = re.compile(
    r"\b(?:attend|guest|visit|meeting|conference|deltog|gæst|besøg|mødet|konference|wzięl|goście|gości"
    r"|uczestnicz|spotkani"
    r"|konferencj|wizyt|deltog|mötet|teilnahm|gäste|besuch|sitzung)",
    re.IGNORECASE,
)
"""Municipalities that meet are not for that reason partners of a project."""

_JOINTLY = re.compile(
    r"partner|samarb|współprac|wspóln|sammen|together|co-?operat|nie istniej|not exist|findes ikke",
    re.IGNORECASE,
)


def in_a_list(items: Sequence[Sentence]) -> Iterator[tuple[Sentence, Stated]]:
    """Yield the members of a list in which one is called the lead partner, each with its item."""
    held = [found for item in items if (found := _ROLE.match(item.text))]
    if not any(_LEADING.match(one["role"]) and not _NO_NAME.search(one["name"]) for one in held):
        return
    for item in items:
        role, plain = _ROLE.match(item.text), _ITEM.match(item.text)
        if (found := role or plain) and not _NO_NAME.search(found["name"]):
            yield item, _stated(found["name"], role["role"] if role else "")


def stated(sentence: Sentence) -> Iterator[Stated]:
    """Yield the partners that a contract defines or a table lists."""
    for found in _IN_A_CONTRACT.finditer(sentence.text):
        name = _MUNICIPALITY.search(found["name"])
        yield _stated(name[0] if name else found["name"], found["role"])
    if sentence.block.kind == "table_row":
        cell, *others = sentence.text.split(CELL)
        if first := _ROLE_FIRST.match(sentence.text):
            if len(others) > 1:
                yield _stated(first["name"], first["lead"] or "")
        elif (column := _COLUMN.match(cell)) and not (
            fold(column["name"]) in TOTALS or any(map(_ASSOCIATED.search, others))
        ):
            role = _ROLE.match(column["name"])
            leads = _LEAD_CELL.search(sentence.text)
            called = role["name"] if role else _COUNTRY.sub("", column["name"].strip())
            yield _stated(called, "lead partner" if leads else role["role"] if role else "")
        elif (role := _ROLE.match(sentence.text.replace(CELL, ", ", 1))) and not _HEAD.fullmatch(
            role["name"]
        ):
            yield _stated(role["name"], role["role"])


def leads(sentence: Sentence) -> bool:
    """Say whether a row calls somebody the lead partner."""
    if sentence.block.kind != "table_row":
        return False
    first = _ROLE_FIRST.match(sentence.text)
    return bool(
        _LEAD_CELL.search(sentence.text) or (first and first["lead"] and sentence.text.count(CELL) > 1)
    )


def named(sentence: Sentence, project: str, *, several: bool) -> Iterator[Stated]:
    """Yield who is called a partner of the project; with ``several`` also municipalities named together."""
    if "partner" not in sentence.text and not several:
        return
    of = re.search(_OF.format(re.escape(project)), sentence.text)
    if of and not re.match(PROJECT, of["name"]):
        yield "partner", of["name"], ""
    numbered = [name for name in _numbered(sentence.text) if several or of]
    yield from (("partner", name, "") for name in numbered)
    if numbered:
        return
    found = _municipalities(sentence.text) if several and not _IN_A_CONTRACT.search(sentence.text) else []
    visits = _VISITING.search(sentence.text) and not _JOINTLY.search(sentence.text)
    if len(found) > 1 and _TOGETHER.search(sentence.text) and not (visits or _ITS.search(sentence.text)):
        yield from (("partner", name, "") for name in found)


_ITS = re.compile(r"\b(?:its|dens|dets|dess|jej|jego|ihren?|seinen?) (?:\w+ )?partn")
"""Whose partners they are: those of a municipality are not yet a project's."""


def _numbered(text: str) -> Iterator[str]:
    """Yield the names of a list whose number is told: *two municipalities, Herning and Silkeborg*."""
    for told in _NUMBER_OF.finditer(text):
        held = list(members(text, told.end(), ""))
        if len(held) == int(counted(told["number"]) or 0):
            yield from (one.name for one in held)


def _municipalities(text: str) -> list[str]:
    """Return the municipalities that a text names as such, each once."""
    if pair := _TWO_GMINAS.search(text):
        return [pair["one"], pair["other"]]
    return list(dict.fromkeys(" ".join(one[0].split()) for one in _MUNICIPALITY.finditer(text)))


def _stated(name: str, role: str) -> Stated:
    leads = _LEADING.match(role) or "wiod" in role.casefold()
    return ("lead-partner" if leads else "partner", " ".join(name.split()).strip(" .,"), "")
