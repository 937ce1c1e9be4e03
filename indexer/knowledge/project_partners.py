"""Who takes part in a project: lists with a lead partner, contracts, municipalities named together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexer.languages.base import fold

from .project_rows import Stated
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
    r"^(?P<name>[^\W\d_a-zæøåłśżź][^,;:()|\n]{2,70}?)(?:,\s*[^\W\d_a-z]\w+|\s*\([^)]*\))?\s*[.;]?$"
)
_LEADING = re.compile(_LEAD)
_IN_A_CONTRACT = re.compile(
    r"(?P<name>[^\W\d_a-zæøåłśżź][^,;:()\n]{2,70}?)(?:\s*\([^)]*\))?,?\s+(?:zwan\w+|hereinafter"
    r"|hereafter|herefter"
    r"|i det følgende|nedan|nachfolgend)[^;„“\"»]{0,30}[„“\"»](?P<role>[Ll]ead ?-?[Pp]artner"
    r"|[Pp]artnere?m? ?\w*)"
)
_TOTALS = frozenset(("razem", "i alt", "total", "totalt", "summa", "insgesamt", "gesamt", "suma", "is viso"))
_COLUMN = re.compile(r"^partner(?:e|zy|er|s)?:\s*(?P<name>[^|]{3,90})", re.IGNORECASE)
_WORD = r"[^\W\d_a-zæøåłśżź][\w-]+"
_MUNICIPALITY = re.compile(
    rf"(?:Gmin[ay]|Miasto|Municipality of)\s+{_WORD}(?:\s+{_WORD}){{0,2}}"
    rf"|{_WORD}(?:\s+{_WORD})?\s+(?:[Kk]ommune|kommun)\b"
)
_TOGETHER = re.compile(
    r"partner|samarbejd|samarbet|fælles|współprac|wspóln|municipalit|kommuner|gmin|findes ikke"
    r"|nie istniej|do not exist"
    r"|finns inte",
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
        if (column := _COLUMN.match(cell)) and fold(column["name"]) not in _TOTALS:
            role = _ROLE.match(column["name"])
            yield _stated(role["name"] if role else column["name"], role["role"] if role else "")
        elif role := _ROLE.match(sentence.text.replace(CELL, ", ", 1)):
            yield _stated(role["name"], role["role"])


def municipalities(sentence: Sentence) -> Iterator[Stated]:
    """Yield the municipalities of a sentence that names several as working together."""
    found = [" ".join(one[0].split()) for one in _MUNICIPALITY.finditer(sentence.text)]
    if len(found) > 1 and not _IN_A_CONTRACT.search(sentence.text) and _TOGETHER.search(sentence.text):
        yield from (("partner", name, "") for name in dict.fromkeys(found))


def _stated(name: str, role: str) -> Stated:
    leads = _LEADING.match(role) or "wiod" in role.casefold()
    return ("lead-partner" if leads else "partner", " ".join(name.split()).strip(" .,"), "")
