"""Places, organisations and programmes that a document names, by the gazetteer.

A name counts in every form that six languages give it, never inside another word, and not where a
street, a ship or a person bears it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from indexer.model import Document, Passage

from . import surroundings
from .claims import Claim
from .gazetteer import PLACES, Candidate, Entry, shipped

CLAIMED = PLACES - {"country"}
"""Kinds of entries that are places of a document; countries only tell where others are."""

_WORD = re.compile(r"[^\W\d_]+|\d{4}")
_CAPITAL = r"[A-ZÅÄÆÁÉĄĆČĖĘĮŁŃÓÖØŚŠŪÜŹŻŽ][^\W\d_]*"
_BEGINNING = re.compile(_CAPITAL)
"""Words that a name may begin with, also inside a word: what is found there is looked at again."""
_POLISH_BEGINNING = re.compile(
    rf"{_CAPITAL}|\b(?:wojew|powia|regio|okręg|rejon|uni[aęąi]|pok[oó]j|kryteri|syndrom)[^\W\d_]*"
)
"""The same with what Polish writes without a capital letter: *województwo pomorskie*."""

_BETWEEN = re.compile(r"[\s\-–„\"”“«»'’(,]{1,3}")
"""What may stand between the words of a name."""

_SHORTEST_SHOUTED = 4
"""Letters from which a word in capitals may be a name: *SLAGELSE*, but no *HEL*."""

_TOGETHER = re.compile(r"(?:\s?[,/–-]\s?|\s(?:i|og|och|and|und|ir|oraz|eller|lub|or)\s)+")
_PARTNERSHIP = re.compile(
    r"partner(?:s|e|en|ne|nes|na|nas|em|a|zy|ów|om|ami|i)?\b(?! munic)|lead beneficiary|\blider(?:em|a)?\b|"
    r"konsor[ct]\w+|consortium",
    re.I,
)
_NEAR = 60
"""Characters before or behind an organisation's name in which its sentence may call it a partner."""
_SENTENCE_END = re.compile(r"[.!?:;]\s|\n")


@dataclass(frozen=True, slots=True)
class Found:
    """A name in a text."""

    entry: Entry
    start: int
    end: int


def claims(document: Document, passages: Sequence[Passage]) -> Iterator[Claim]:  # noqa: ARG001
    """Yield what each passage names, each thing where the passage names it first."""
    for passage in passages:
        text = passage.text
        seen: set[str] = set()
        for found in names(text, passage.language):
            if found.entry.id not in seen and (name := _claimed(found, text)):
                seen.add(found.entry.id)
                place = (passage.number, found.start, found.end)
                yield Claim("document", name, found.entry.name, *place, f"places.{name}")


def names(text: str, language: str) -> tuple[Found, ...]:
    """Return everything of the gazetteer that the text names, in reading order."""
    unsure = tuple(_read(text, language))
    sure = [(found, clear or _is_told(found, text, language)) for found, clear in unsure]
    told = {id(found) for found, clear in sure if clear}
    for (one, _), (two, _) in (*pairwise(sure), *pairwise(reversed(sure))):
        if id(one) in told and _TOGETHER.fullmatch(_gap(one, two, text)):
            told.add(id(two))
    return tuple(found for found, _ in sure if id(found) in told and found.entry.kind != "other")


def places(text: str, language: str) -> tuple[Found, ...]:
    """Return the places that the text names, in reading order; no countries."""
    return tuple(found for found in names(text, language) if found.entry.kind in CLAIMED)


def names_known(word: str) -> bool:
    """Say whether a name of the gazetteer begins with the word, be it of a place or not."""
    return word in shipped().beginnings


def _read(text: str, language: str) -> Iterator[tuple[Found, bool]]:
    """Yield every name, and whether it can be nothing else; the longest where several begin."""
    beginnings = shipped().beginnings
    behind = 0
    for word in (_POLISH_BEGINNING if language == "pl" or "wojew" in text else _BEGINNING).finditer(text):
        candidates = beginnings.get(word[0]) or (word[0].isupper() and beginnings.get(_lower(word[0])))
        if not candidates or word.start() < behind or text[word.start() - 1 : word.start()].isalpha():
            continue
        for candidate in candidates:
            end = _end(text, word.end(), candidate)
            if end and not _is_other(text, word.start(), end, candidate.entry):
                yield Found(candidate.entry, word.start(), end), not candidate.unclear
                behind = end
                break


def _end(text: str, behind: int, candidate: Candidate) -> int:
    """Return where the candidate's name ends whose first word ends there; 0 where it is another."""
    for forms in candidate.rest:
        gap = _BETWEEN.match(text, behind)
        word = _WORD.match(text, gap.end()) if gap else None
        if not word or not (word[0] in forms or _lower(word[0]) in forms):
            return 0
        behind = word.end()
    return behind + len(candidate.sign) if text.startswith(candidate.sign, behind) else 0


def _lower(word: str) -> str:
    """Return a word in capitals as names are written; any other as it is."""
    return word.capitalize() if word.isupper() and len(word) >= _SHORTEST_SHOUTED else word


def _is_other(text: str, start: int, end: int, entry: Entry) -> bool:
    """Say whether the name stands for something else than the entry."""
    if surroundings.is_address(text, start, end):
        return True
    if entry.kind not in PLACES:
        return False
    before, behind = surroundings.joined_to(text, start, end)
    known = shipped().beginnings
    return (
        (before and text[:start].rstrip("-").rsplit(maxsplit=1)[-1].split("-")[-1] not in known)
        or bool(behind and behind not in known)
        or surroundings.is_of_another_thing(text, start, end)
    )


def _is_told(found: Found, text: str, language: str) -> bool:
    if found.entry.kind in PLACES:
        return surroundings.is_told_as_place(text, found.start, found.end, language)
    return surroundings.is_told_as_programme(text, found.start, found.end)


def _gap(one: Found, two: Found, text: str) -> str:
    """Return what stands between two names, the first of which may stand behind the second."""
    return text[min(one.end, two.end) : max(one.start, two.start)]


def _claimed(found: Found, text: str) -> str:
    """Return what is stated of the document by naming it; empty for nothing."""
    match found.entry.kind:
        case "programme" | "fund":
            return "programme"
        case "organisation":
            return "partner" if _PARTNERSHIP.search(_sentence(found, text)) else "organisation"
        case kind:
            return "place" if kind in CLAIMED else ""


def _sentence(found: Found, text: str) -> str:
    """Return what the sentence says near a name."""
    first = max(0, found.start - _NEAR)
    start = max((end.end() for end in _SENTENCE_END.finditer(text, first, found.start)), default=first)
    last = _SENTENCE_END.search(text, found.end, found.end + _NEAR)
    return text[start : last.start() if last else found.end + _NEAR]
