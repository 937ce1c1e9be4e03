"""Names of partners in sentences: lists of towns and institutions, with what they are and where they lie.

*Stevns in Denmark, the Polish seaside towns of Ustka and Łeba, and Neringa in Lithuania* names four.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from indexer.languages.base import fold

from .places import names

UPPER = r"[^\W\d_a-zæøåäöüßąćęłńóśźżčėįšųūž]"
_WORD = rf"{UPPER}[\w'’-]*(?:\.(?=\s{UPPER}))?"
_BETWEEN = r"(?:of(?: the)?|for(?: the)?|w|na|nad|pod|am|an der|bei|ved|vid)"
_KIND = (
    r"(?:kommun\w*|region\w*|amt|län|city|municipality|universit\w+|savivaldyb\w*"
    r"|rajono|stad|højskole|högskola|skola)"
)
_BEFORE = (
    r"(?:gmin\w{1,3}|miast\w{1,2}|powiat\w{0,3}|stowarzyszeni\w{1,2}|fundacj\w"
    r"|[\w-]*forening(?:en)?|föreningen)"
)
NAME = (
    rf"(?:{_BEFORE} (?={UPPER}))?{_WORD}(?: (?:{_WORD}(?!\s*:)(?![\w-])|{_KIND}\b"
    rf"|{_BETWEEN} (?={UPPER}){_WORD}))*"
    r"(?: [„“\"»][^”“\"«\n]{2,60}[”“\"«])?"
)
"""A name as a pattern: words with capitals, with what says what kind of institution it is."""

_NATION = (
    r"(?:Polish|Danish|Swedish|German|Lithuanian|polsk\w*|dansk\w*|svensk\w*|tysk\w*|litauisk\w*|duńsk\w*"
    r"|szwedzk\w*"
    r"|niemieck\w*|litewsk\w*|dänisch\w*|schwedisch\w*|polnisch\w*)"
)
_KINDS = (
    r"(?:towns?|cit(?:y|ies)|municipalit(?:y|ies)|islands?|villages?|[\w-]*kommun(?:e|en|er|erne|erna)?"
    r"|[\w-]*by(?:en|er|erne)?"
    r"|øen|ön|städer(?:na)?|staden|gmin\w{1,3}|miast\w{1,3}|miejscowoś\w+|region\w*|Städten?|Gemeinden?"
    r"|Kommunen"
    r"|savivaldyb\w+|miest\w+)"
)
_MODIFIED = (
    rf"(?:(?:the|den|det|de|die|der|dem)\s)?(?:(?:[^\W\d_A-Z][\w-]*\s"
    rf"|{_NATION}\s){{0,4}}?{_KINDS}(?:\s(?:of|on))?\s"
    rf"|(?:{_NATION}|the|den|det|de)\s)?"
)
"""What may stand before a name in a list: *the two Polish towns of*."""

_ITEM = re.compile(rf"{_MODIFIED}(?P<name>{NAME})(?:,? ?\((?P<role>[^)]*)\))?")
_LAND = re.compile(
    rf"(?: (?:in|on|i|på|w|we|na|von|auf|from|fra|från|z"
    rf"|ze) (?:{UPPER}[\w-]*)(?: {UPPER}[\w-]*)?)?(?: by video\w*| online)?"
)
_CONJUNCTIONS = "and|as well as|og|oraz|och|und|ir|samt|a także"
_AND, _AND_I = (
    re.compile(rf"\s*(?:,\s*(?:(?:{words}) )?|\s(?:{words})\s)\s*(?=\w)")
    for words in (_CONJUNCTIONS, f"{_CONJUNCTIONS}|i")
)
"""Between two names; *i* is Polish for *and*, elsewhere it stands before a country."""

_RANK = re.compile(
    r"^(?:gmin(?:y|ie|ę|ą|ami|ach)|miast(?:a|u|em|ami)|mieście|powiat(?:u|em|owi)) ", re.IGNORECASE
)
_RANKS = re.compile(
    r"(?i:gmin\w*|miast\w*|powiat\w*|kommun\w*|municipality|city|town|stadt|gemeinde|savivaldyb\w*|of"
    r"|[\s,'’s]+)*"
)
_GENITIVE = re.compile(r"\w+(?: \w+)?s kommun")
"""*Lunds kommun*: so it is called at home."""

_BRACKETS = re.compile(r"\s*\([^)]*\)\s*$")
_NO_BODIES = frozenset(("country", "programme", "fund", "other"))
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Member:
    """One of a list of names."""

    name: str
    role: str
    """What brackets behind it say."""
    end: int


def members(text: str, start: int, language: str) -> Iterator[Member]:
    """Yield the names of the list that begins at an offset, as far as it goes."""
    found = _ITEM.match(text, start)
    while found:
        name = found["name"]
        cut = _town(name, language)
        end = found.end() if cut == len(name) else found.start("name") + cut
        land = _LAND.match(text, end)
        end = land.end() if land and not (language == "pl" and _is_joined(text, end)) else end
        if _fits(name[:cut]):
            yield Member(" ".join(name[:cut].split()).strip(" .,"), found["role"] or "", end)
        joined = (_AND_I if language == "pl" else _AND).match(text, end)
        found = _ITEM.match(text, joined.end()) if joined else None


def _is_joined(text: str, end: int) -> bool:
    """Say whether Polish goes on with another name: there *i* means *and*."""
    return text.startswith(" i ", end)


def _town(name: str, language: str) -> int:
    """Return where the name of a town ends behind which its land stands: *Borgholm na Olandii*."""
    found = re.search(rf" (?:na|w|of) (?={UPPER})", name)
    if not found:
        return len(name)
    town = known_as(name[: found.start()], language)
    return found.start() if town else len(name)


def _fits(name: str) -> bool:
    return len(name) >= _SHORTEST and not re.match(
        r"(?i)(?:projekt\w*|project|partner\w*|lead|eu|the|it|we|they|vi|det|den|de)\b", name
    )


def known_as(name: str, language: str) -> str:
    """Return the place of the gazetteer that a name surely is, in its own language; empty where it is
    none."""
    found = [one for one in names(name, language) if one.entry.kind not in _NO_BODIES]
    if len(found) != 1:
        return ""
    (one,) = found
    rest = name[: one.start] + name[one.end :]
    return one.entry.name if _RANKS.fullmatch(rest) else ""


def partner_called(name: str, language: str) -> str:
    """Return a partner's name as it is called at home: *gminą Tingsryd* and *Sztumu* are *Tingsryd*,
    *Sztum*."""
    name = _BRACKETS.sub("", name)
    if _GENITIVE.fullmatch(name):
        return name
    known = known_as(name, language) or known_as(f"gmina {name}", "pl")
    if known and not re.search(rf"\b{re.escape(fold(known))}\b", fold(name)):
        return known
    return _RANK.sub("", name) if not known or not name.lower().startswith("gmina") else name
