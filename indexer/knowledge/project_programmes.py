"""Which programmes and funds of the Union pay for a project: *a Comenius project*, *dofinansowanie z EFRR*.

A programme counts where the sentence says that it pays or that the project is a part of it, and where it
names no other that it may be compared with.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from indexer.languages.base import fold

from .places import names
from .sentences import Sentence

_KINDS = {"programme", "fund"}
_STEMS = tuple(
    """rogram PROGRAM nterreg NTERREG fund Fund fond Fond FUND EFRR ERDF EFS ESF EFRE ERUF LIFE URBACT
    LEADER rasmus omenius
    rundtvig eonardo ałty altic stersø stersj urop EUROP Youth Horizon Kapita Kreativ Kreatyw Creative KS RPO
    PROW POKL""".split()
)
"""What most names of programmes have; a sentence without it costs no more than this."""

_PAYS = re.compile(
    r"\b(?:pa(?:ys?|id)|cover\w*|refund\w*|reimburse\w*|funded|funds|financed?|supported|grant\w*"
    r"|contribut\w+"
    r"|gives?|gave|provid\w+|requested from|applied for|applying to|under the|part of|within|through"
    r"|met by|borne by"
    r"|(?:in|of|i|av|af) (?:the )?programme(?:t)?|w programie"
    r"|betal\w+|dækk\w+|støtt\w+|finansier\w+|medfinansier\w*|tilskud|bevillig\w*|gav|giver|refunder\w+"
    r"|gennem"
    r"|hører under|del af|inden for|fra"
    r"|pokry\w+|płac\w+|zapłac\w+|sfinans\w+|pochodzi\w*|finansow\w+|finansuj\w+|dofinans\w+"
    r"|współfinans\w+|wspiera\w*|wspart\w+|wsparci\w+|dał\w?"
    r"|daje|przyzna\w+|ramach|refund\w+|zwr[aó]c\w+|ze środków|środki|stöd\w*|bidrag|täck\w+|inom|genom"
    r"|från"
    r"|gefördert|Förder\w+|finanziert|zahlt\w*|Rahmen|finansuo\w+|pagal)\b",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:not|never|neither|ikke|aldrig|nie|inte|nicht|kein\w*|ne|unlike|compared|rejected|afslag|afvist"
    r"|odrzuc\w+)\b",
    re.IGNORECASE,
)
_A_PROJECT = re.compile(r"(?: programme)?[ -](?:project\b|projekt)")
"""What stands behind a programme whose project it is: *an Interreg project*."""

_NO_PAYER = re.compile(r"[ -](?:proj|funded|financed)")
"""*An Interreg project for 500,000 euros* does not say what Interreg pays."""

_FROM = re.compile(r"\b(?:from|fra|od|från|von|aus|by|af|av|przez|[Zz]e?)\s(?:[\w-]+\s){0,5}[„»\"]?$")
_PAYER = re.compile(rf"[”«\"]?(?:[ -]program\w*)?\s(?:\w+\s){{0,2}}?(?:{_PAYS.pattern})", re.IGNORECASE)
"""What stands before and behind the name of a programme that pays."""

_BRACKET = re.compile(r"^[^.()]{3,60} \((?P<held>[^()]{3,60})\)")
"""*Bird's Eye (South Baltic, 2007–2013)*"""

_YEARS = re.compile(r",?\s*(?:19|20)\d\d\s*[-–]\s*(?:19|20)\d\d$")

_MOST = 3
"""Programmes that may pay for one project; a sentence with more compares them."""


def _may_name(text: str) -> bool:
    return any(map(text.__contains__, _STEMS))


def programmes_in(text: str, language: str) -> list[str]:
    """Return the programmes and funds that a text names, as the gazetteer calls them."""
    if not _may_name(text):
        return []
    return list(dict.fromkeys(one.entry.name for one in names(text, language) if one.entry.kind in _KINDS))


def paying(text: str, language: str) -> Iterator[str]:
    """Yield the programmes that a sentence about a project says it is paid by or a part of."""
    if not _may_name(text) or _NOT.search(text):
        return
    found = [one for one in names(text, language) if one.entry.kind in _KINDS]
    called = list(dict.fromkeys(one.entry.name for one in found))
    if len(called) <= _MOST and (
        _PAYS.search(text) or any(_A_PROJECT.match(text, one.end, one.end + 12) for one in found)
    ):
        yield from called


def bare_programme(text: str, language: str) -> list[str]:
    """Return the programme of which a whole clause consists: *Comenius; koordynuje gmina Olofström*."""
    bracket = _BRACKET.match(text)
    clause = bracket["held"] if bracket else text.split(";")[0].strip(" .")
    found = names(clause, language) if clause and _may_name(clause) else ()
    whole = len(_YEARS.sub("", clause))
    return [one.entry.name for one in found if one.entry.kind in _KINDS and one.end - one.start == whole]


def _is_payer(text: str, start: int, end: int) -> bool:
    """Say whether a sentence says that money comes from the programme whose name stands there."""
    if _NO_PAYER.match(text, end):
        return False
    return bool(_FROM.search(text, max(0, start - 40), start) or _PAYER.match(text, end))


def with_union(sentence: Sentence, language: str) -> str:
    """Return a sentence folded, with *eu-fund* in the place of each programme and fund that it names."""
    if not _may_name(sentence.text):
        return sentence.folded
    text, behind, parts = sentence.text, 0, []
    for one in names(text, language):
        if one.entry.kind in _KINDS and _is_payer(text, one.start, one.end):
            parts += [text[behind : one.start], "eu-fund"]
            behind = one.end
    return " ".join(fold("".join((*parts, text[behind:]))).split())
