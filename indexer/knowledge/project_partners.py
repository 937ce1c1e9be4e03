"""Who takes part in a project: lists with a lead partner, contracts, municipalities named together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexer.languages.base import fold

from .project_rows import TOTALS, Stated
from .project_words import PROJECT
from .sentences import CELL, Sentence

_LEAD = r"(?i:lead ?-?partner(?:en)?|lead beneficiary|lider|partner wiodący|wiodący|projektägare)"
_BEGIN = r"[^\W\d_a-zæøåłśżź]"
_ROLE = re.compile(
    rf"^(?P<name>{_BEGIN}[^,;:()|\n]{{2,70}}?)(?:,\s*(?P<land>{_BEGIN}\w+))?\s*"
    rf"(?:\((?:DK|SE|PL|DE|LT|FI|NO|EE|LV)\))?(?:\s*[,(–-]\s*|\s+)(?P<role>{_LEAD}|(?i:partner"
    rf"|associeret partner"
    r"|associated partner|partner stowarzyszony))\b"
)
_ITEM = re.compile(
    r"^(?P<name>[^\W\d_a-zæøåłśżź][^,;:()|\n]{2,70}?)(?:,\s*[^\W\d_a-z]\w+|\s*\([^)]*\))?\s*(?::\s[^:]{0,25}\d[^:]{0,25})?[.;,]?$"
)
_LEADING = re.compile(_LEAD)
_IN_A_CONTRACT = re.compile(
    r"(?P<name>[^\W\d_a-zæøåłśżź][^,;:()\n]{2,70}?)(?:\s*\([^)]*\))?,?\s+(?:zwan\w+|hereinafter"
    r"|hereafter|herefter"
    r"|i det følgende|nedan|nachfolgend)[^;„“\"»]{0,30}[„“\"»](?P<role>[Ll]ead ?-?[Pp]artner"
    r"|[Pp]artnere?m? ?\w*)"
)
_COLUMN = re.compile(r"^partner(?:e|zy|er|s)?:\s*(?P<name>[^|]{3,90})", re.IGNORECASE)
_LEAD_CELL = re.compile(rf"\|[^|:]*: {_LEAD}\s*(?:\||$)")
_COUNTRY = re.compile(r"\s*\([A-Z]{2}\)$")
_WORD = r"[^\W\d_a-zæøåłśżź][\w-]+"
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
    if not any((found := _ROLE.match(item.text)) and _LEADING.match(found["role"]) for item in items):
        return
    for item in items:
        role, plain = _ROLE.match(item.text), _ITEM.match(item.text)
        if found := role or plain:
            yield item, _stated(found["name"], role["role"] if role else "")


def stated(sentence: Sentence) -> Iterator[Stated]:
    """Yield the partners that a contract defines or a table lists."""
    for found in _IN_A_CONTRACT.finditer(sentence.text):
        name = _MUNICIPALITY.search(found["name"])
        yield _stated(name[0] if name else found["name"], found["role"])
    if sentence.block.kind == "table_row":
        cell = sentence.text.split(CELL)[0]
        if (column := _COLUMN.match(cell)) and fold(column["name"]) not in TOTALS:
            role = _ROLE.match(column["name"])
            leads = _LEAD_CELL.search(sentence.text)
            called = role["name"] if role else _COUNTRY.sub("", column["name"].strip())
            yield _stated(called, "lead partner" if leads else role["role"] if role else "")
        elif role := _ROLE.match(sentence.text.replace(CELL, ", ", 1)):
            yield _stated(role["name"], role["role"])


def leads(sentence: Sentence) -> bool:
    """Say whether a row calls somebody the lead partner."""
    return sentence.block.kind == "table_row" and bool(_LEAD_CELL.search(sentence.text))


def named(sentence: Sentence, project: str, *, several: bool) -> Iterator[Stated]:
    """Yield who is called a partner of the project; with ``several`` also municipalities named together."""
    if "partner" not in sentence.text and not several:
        return
    of = re.search(_OF.format(re.escape(project)), sentence.text)
    if of and not re.match(PROJECT, of["name"]):
        yield "partner", of["name"], ""
    found = _municipalities(sentence.text) if several and not _IN_A_CONTRACT.search(sentence.text) else []
    visits = _VISITING.search(sentence.text) and not _JOINTLY.search(sentence.text)
    if len(found) > 1 and _TOGETHER.search(sentence.text) and not visits:
        yield from (("partner", name, "") for name in found)


def _municipalities(text: str) -> list[str]:
    """Return the municipalities that a text names as such, each once."""
    if pair := _TWO_GMINAS.search(text):
        return [pair["one"], pair["other"]]
    return list(dict.fromkeys(" ".join(one[0].split()) for one in _MUNICIPALITY.finditer(text)))


def _stated(name: str, role: str) -> Stated:
    leads = _LEADING.match(role) or "wiod" in role.casefold()
    return ("lead-partner" if leads else "partner", " ".join(name.split()).strip(" .,"), "")
