"""Who leads a project and who takes part in it: *the partners are A (lead partner), B and C*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .project_rows import Stated

LEAD = (
    r"(?:[Ll]ead(?:ing)?[ -]?[Pp]artner(?:en|em)?|[Ll]ead (?:beneficiary|applicant)|[Ll]eadpart(?:en|ner)?"
    r"|[Ll]ider(?:em|a|ka|ką)?"
    r"|[Pp]artner(?:em|a)? (?:wiodąc\w+|prowadząc\w+)|[Ll]edande partner|[Pp]rojekt(?:ejer|ägare|leder)"
    r"|[Ff]ederführender? [Pp]artner|[Pp]agrindin\w+ partner\w+)"
)
_UPPER = r"[^\W\d_a-zæøåäöüßąćęłńóśźżčėįšųūž]"
_WORD = rf"{_UPPER}[\w'’-]*(?:\.(?=\s{_UPPER}))?"
_BETWEEN = r"(?:of(?: the)?|for(?: the)?|w|na|pod|am|an der)"
_KIND = (
    r"(?:kommun\w*|region\w*|amt|län|city|municipality|universit\w+|savivaldyb\w*"
    r"|rajono|stad|højskole|högskola|skola)"
)
_BEFORE = r"(?:gmina|gminą|miasto|miastem|powiat|stowarzyszenie|fundacja)"
_NAME = (
    rf"(?:{_BEFORE} )?{_WORD}(?: (?:{_WORD}(?!\s*:)(?![\w-])|{_KIND}\b|{_BETWEEN} (?={_UPPER}){_WORD}))*"
    r"(?: [„“\"»][^”“\"«\n]{2,60}[”“\"«])?"
)
_INSTITUTION = re.compile(
    r"[Kk]ommun|[Gg]min|[Mm]unicipal|\bCity|\bTown|[Rr]egion|[Uu]niversit|[Mm]iast|[Pp]owiat|[Ss]tadt"
    r"|[Gg]emeinde|[Ss]avivaldyb"
    r"|[Cc]ount[yi]|[Ss]towarzysz|[Ff]undacj|[Ff]orening|[Ff]oundation|[Aa]ssociation|[Ii]nstitut"
    r"|[Cc]ouncil|[Cc]ent(?:er|re|rum)"
    r"|[Ll]andkreis|[Ss]chool|[Ss]kole|[Ss]zkoł|[Pp]ort\b|[Hh]avn|[Uu]rząd|[Ll]än\b|[Aa]kadem|[Mm]useum"
    r"|[Mm]uzeum|[Tt]urist"
)
_IS = (
    r"(?:is|was|are|were|er|var|är|jest|są|był\w*|byli|"
    r"sind|ist|war|waren|yra|buvo|include|includes|omfatter|–|:)"
)
_LED = (
    re.compile(
        rf"{LEAD}\b(?![^.;]*\bpartners\b)(?!\))[^.;:|()]{{0,70}}?\s*(?:\s{_IS}|:)\s+(?:the "
        rf"|den )?(?P<name>{_NAME})"
    ),
    re.compile(
        rf"(?P<name>{_NAME}),? (?:{_IS} |pełni\w* (?:rolę|funkcję) |as |som |jako |als )(?:the |den "
        rf"|der )?{LEAD}\b"
    ),
)
_LED_BY = re.compile(
    r"\b(?:led|coordinated|headed|managed|ledes|ledet|leds|koordineres|koordinerat|koordynowan\w+"
    r"|kierowan\w+|prowadzon\w+"
    rf"|geleitet) (?:by|af|av|przez|von)(?: the)? (?P<name>{_NAME})"
)
_PARTNERS = re.compile(
    rf"\b[Pp]artner(?:s|e|ne|erne|zy|ami|na|erna|iai|n)?\b[^.;:|()]{{0,70}}?\s*(?:\s{_IS}"
    rf"|:)\s+(?:the )?(?={_NAME})"
)
_WITH = re.compile(
    r"\b(?:[Tt]ogether with|[Ii]n (?:co-?operation|partnership|collaboration) with|[Ss]ammen med"
    r"|[Ii] samarbejde med"
    r"|[Ii] partnerskab med|[Tt]illsammans med|[Ii] samarbete med|[Ww]spólnie z|[Rr]azem z"
    r"|[Ww] partnerstwie z"
    r"|[Ww]e współpracy z|[Zz]usammen mit|[Gg]emeinsam mit|[Kk]artu su|partnership between"
    r"|partnerskab mellem)\s+(?:the )?"
)
_CONJUNCTIONS = "and|og|oraz|och|und|ir|samt|a także"
_AND, _AND_I = (
    re.compile(rf"\s*(?:,\s*(?:(?:{words}) )?|\s(?:{words})\s)\s*(?:the )?(?=\w)")
    for words in (_CONJUNCTIONS, f"{_CONJUNCTIONS}|i")
)
"""Between two names; *i* is Polish for *and*, elsewhere it stands before a country."""

_MEMBER = re.compile(rf"(?P<name>{_NAME})(?:,? ?\((?P<role>[^)]*)\))?")
_LAND = re.compile(rf"(?: (?:i|in|w) {_WORD})?")
_LEADING = re.compile(rf"{LEAD}|\b(?:lead|wiodąc\w+|lider)\b", re.IGNORECASE)
_FEWEST = 3
"""Characters of a name."""


def people(text: str, language: str, *, named: bool) -> Iterator[Stated]:
    """Yield the lead partner and the partners that a sentence names.

    ``named`` where it names its project or calls it one; only then is who works together a partner of it.
    """
    for pattern in _LED:
        if (found := pattern.search(text)) and _fits(found["name"]):
            yield "lead-partner", _tidy(found["name"]), ""
            break
    if not named:
        return
    for led in _LED_BY.finditer(text):
        if _INSTITUTION.search(led["name"]):
            yield "lead-partner", _tidy(led["name"]), ""
    for cue in _PARTNERS.finditer(text):
        if not re.search(rf"{LEAD}$", text[: cue.start() + len(cue[0].split()[0])]) and not _LEADING.search(
            cue[0]
        ):
            yield from _members(text, cue.end(), language)
    for cue in _WITH.finditer(text):
        yield from (one for one in _members(text, cue.end(), language) if _INSTITUTION.search(one[1]))


def _members(text: str, start: int, language: str) -> Iterator[Stated]:
    """Yield the names of a list that begins at an offset, each with its role."""
    found = _MEMBER.match(text, start)
    while found:
        if _fits(found["name"]):
            yield (
                "lead-partner" if _LEADING.search(found["role"] or "") else "partner",
                _tidy(found["name"]),
                "",
            )
        land = found if language == "pl" else _LAND.match(text, found.end()) or found
        joined = (_AND_I if language == "pl" else _AND).match(text, land.end())
        found = _MEMBER.match(text, joined.end()) if joined else None


def _fits(name: str) -> bool:
    return len(name) >= _FEWEST and not re.match(r"(?i)(?:projekt|project|partner|lead|eu|the)\b", name)


def _tidy(name: str) -> str:
    return " ".join(name.split()).strip(" .,")
