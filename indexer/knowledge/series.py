"""Which issue of which series a document is, and which issues it refers to.

*Newsletter 6*, *Vidensbankens nyhedsbrev 4*, *Biuletyn bazy wiedzy nr 2*; *see Newsletters 2, 3 and 4*, *se
nyhedsbrev 5*, *patrz biuletyn nr 2*. What a reference means in this library is told by ``references.py``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from indexer.languages.base import fold
from indexer.model import Document, Passage

from .claims import DOCUMENT, Claim
from .sentences import Sentence, sentences

ISSUE, CITATION, THEME, FILE_NAME = "series.issue", "series.citation", "series.theme", "series.file-name"

HIGHEST = 300
"""Numbers above are years and pages."""

LONGEST_RANGE = 20
"""Issues that *newsletters 2–14* may name; a longer range is one of pages or years."""

_OPENING = 2
"""Passages at whose headings an issue says what it is."""

ISSUE_WORDS = {
    "newsletter": "newsletters?|news ?letters?",
    "nyhedsbrev": "nyhedsbrev(?:et|e|ene|s|ets)?",
    "biuletyn": "biuletyn(?:u|em|ie|y|ow|ach|ami|om)?|biuletynów",
    "nyhetsbrev": "nyhetsbrev(?:et|en|s|ets)?",
    "rundbrief": "rundbrief(?:e|s|en)?|newsletter",
    "naujienlaiškis": "naujienlaišk(?:is|io|yje|į|iai|ių)",
}
"""What issues are called, by the word that references are written with."""

_GENERAL = {
    "issue": "issues?",
    "nummer": "numre|nummeret",
    "numer": "numer(?:u|em|ze|y|ow|ach)?|numerów",
}
"""What only an issue of the same series is called: *numer 2* of this bulletin."""

_NO = r"(?:\s*(?:nr|no|num|number|nummer|numer|numrene|nos)\b\.?\s*|\s+#?|\s*#)"
_NUMBER = r"\d{1,3}(?![\d.,]*\d|\s?%|\s*(?:EUR|PLN|kr|zł|euro|pct|procent|gange|razy))"
_AND = (
    r"(?:\s*,\s*(?:and|og|i|oraz|och|und|ir)?\s*|\s*(?:and|og|i|oraz|och|und|ir|&)\s+|\s*(?:[-–]|to"
    r"|til|do|till|bis)\s*)"
)
_ALL = "|".join((*ISSUE_WORDS.values(), *_GENERAL.values()))
_BEGIN = r"[^\W\d_a-zæøåłśżź]"
_OWNER = rf"(?:(?P<owner>{_BEGIN}[\w-]*?)(?:['’]s|['’]|s)\s+)?"
_OF = rf"(?:\s+(?P<of>{_BEGIN}\w*[A-ZÆØÅŁŚŻ]\w*))?"
_CITED = re.compile(
    rf"{_OWNER}\b(?P<word>(?i:{_ALL})){_OF}(?i:{_NO})(?P<numbers>{_NUMBER}(?i:{_AND}(?:(?:nr"
    rf"|no)\.?\s*)?{_NUMBER})*)"
    rf"(?:\s+(?:of|fra|från|projektu|from)\s+(?:the\s+|projektet\s+)?(?P<whose>{_BEGIN}\w*[A-ZÆØÅŁŚŻ]\w*))?"
)
_CUES = ("ewsletter", "ews letter", "yhedsbrev", "iuletyn", "yhetsbrev", "undbrief", "aujienlai")
_OWN_CUES = (*_CUES, "ssue", "ummer", "umre", "umer")
_TITLED = re.compile(
    rf"^(?P<series>(?:[^:–|(]{{0,60}}?\b)?(?:{'|'.join(ISSUE_WORDS.values())})(?:\s+[^:–"
    rf"|\d]{{1,40}}?)?){_NO}(?P<number>\d{{1,3}})\b",
    re.IGNORECASE,
)
_TITLE_ENDS = re.compile(r"\s*(?:$|[:–—,.(|•-])")
_NUMBER_WORD = re.compile(r"\s(?:nr|no|num|number|nummer|numer)\.?$", re.IGNORECASE)
_THEME = re.compile(r"^(?:theme|tema|temat(?: numeru)?|thema)\s*:\s*(?P<theme>\S.{2,150})", re.IGNORECASE)
_YEAR_OR_MONTH = re.compile(r"^\s*(?:[-–/]\s*\d{4}|[/.]\s*\d)")


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue of a series."""

    series: str
    number: int
    start: int
    end: int


def claims(document: Document, passages: Sequence[Passage]) -> Iterator[Claim]:
    """Yield the series, number and theme of a document, and every issue that it refers to."""
    own = list(_own(document, passages))
    yield from own
    itself = next((claim for claim in own if claim.name == "number"), None)
    series = next((claim.value for claim in own if claim.name == "series"), "")
    for passage in passages:
        if any(cue in passage.text for cue in (_OWN_CUES if series else _CUES)):
            for sentence in sentences(passage):
                yield from _cited(passage, sentence, series, itself)


def _own(document: Document, passages: Sequence[Passage]) -> Iterator[Claim]:
    """Yield what the headings say that the document is, else its file's name; and its theme."""
    headings = [
        (passage, sentence)
        for passage in passages[:_OPENING]
        for sentence in sentences(passage)
        if sentence.block.kind in ("heading", "paragraph")
    ]
    told = ((passage, sentence.start, issue(sentence.text)) for passage, sentence in islice(headings, 4))
    found = next(((passage, start, one) for passage, start, one in told if one), None)
    if found:
        passage, start, one = found
        place = (passage.number, start + one.start, start + one.end, ISSUE)
        yield Claim(DOCUMENT, "series", one.series, *place)
        yield Claim(DOCUMENT, "number", str(one.number), *place)
    elif named := issue(re.sub(r"[-_.]+", " ", document.source.path.stem), named=True):
        yield Claim(DOCUMENT, "series", named.series[:1].upper() + named.series[1:], 0, 0, 0, FILE_NAME)
        yield Claim(DOCUMENT, "number", str(named.number), 0, 0, 0, FILE_NAME)
    if found or document.kind == "newsletter":
        yield from _theme(headings)


def issue(text: str, *, named: bool = False) -> Issue | None:
    """Return the issue that a title names: a series, and a number behind it.

    Behind the number of a title stands nothing, or a sign; in a file that is ``named`` so, other words may.
    """
    found = _TITLED.match(text.strip())
    if not found or int(found["number"]) > HIGHEST or _YEAR_OR_MONTH.match(text[found.end() :]):
        return None
    if not (named or _TITLE_ENDS.match(text.strip(), found.end())):
        return None
    series = _NUMBER_WORD.sub("", " ".join(found["series"].split())).strip(" ,-")
    return Issue(series, int(found["number"]), *found.span())


def _theme(headings: Sequence[tuple[Passage, Sentence]]) -> Iterator[Claim]:
    for passage, sentence in headings:
        if found := _THEME.match(sentence.text):
            start, end = sentence.start + found.start("theme"), sentence.start + found.end("theme")
            yield Claim(
                DOCUMENT, "theme", " ".join(found["theme"].split()), passage.number, start, end, THEME
            )
            return


def _cited(passage: Passage, sentence: Sentence, series: str, itself: Claim | None) -> Iterator[Claim]:
    if sentence.block.kind == "heading" and itself and itself.start == sentence.start:
        return
    for found in _CITED.finditer(sentence.text):
        name = _name(found, series)
        owner = _owner(found)
        if not name or _YEAR_OR_MONTH.match(sentence.text[found.end() :]):
            continue
        place = (passage.number, sentence.start + found.start(), sentence.start + found.end(), CITATION)
        for number in numbers(found["numbers"]):
            yield Claim(DOCUMENT, "cites", f"{owner} {name} {number}".strip(), *place)


def _name(found: re.Match[str], series: str) -> str:
    """Return the word for the issues; nothing where it may name other things that have numbers."""
    word = found["word"]
    for name, forms in ISSUE_WORDS.items():
        if re.fullmatch(forms, word, re.IGNORECASE):
            return name
    general = next(name for name, forms in _GENERAL.items() if re.fullmatch(forms, word, re.IGNORECASE))
    return general if series else ""


def _owner(found: re.Match[str]) -> str:
    """Return whose issue it is: *InterLoc's newsletter 5*, *newsletter 5 of InterLoc*."""
    owners = (found["owner"], found["of"], found["whose"])
    return next((owner for owner in owners if owner and sum(map(str.isupper, owner)) >= 2), "")


def numbers(text: str) -> list[int]:
    """Return the numbers of a list or range: *2, 3 and 4*, *2–4*."""
    parts = re.split(r"(\d+)", text)
    found: list[int] = []
    for sign, digits in zip(parts[0::2], parts[1::2], strict=False):
        number = int(digits)
        joined = re.fullmatch(r"\s*(?:[-–]|to|til|do|till|bis)\s*(?:nr\.?|no\.?)?\s*", fold(sign))
        if found and joined and 0 < number - found[-1] <= LONGEST_RANGE:
            found += range(found[-1] + 1, number)
        found.append(number)
    return [number for number in dict.fromkeys(found) if 0 < number <= HIGHEST]
