"""What a sentence states about the one project that it is about: budget, funding, dates, lead, website."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from indexer.languages.base import fold
from indexer.model import Block

from .calendar_names import MONTHS
from .dates import dates
from .money import Figure, amounts, bare_numbers, money, shares
from .project_rows import Stated, periods, programme_in
from .sentences import Sentence

_TOTAL = re.compile(
    r"\b(?:total|overall|samle[dt]e?|calkowit\w+|laczn\w+|hela|bendr\w+)\s+(?:projekt\w*\s+|project\s+)?"
    r"(?:budget|budzet|biudzet|kost|cost)\w*|\bgesamt(?:budget|kosten)\w*|\bproject budget"
    r"|\bprojekt\w*\s?budget\w*"
    r"|\bbudzet\w*\s+projektu|\bprojekt\w*\s+budzet\w*|\bproject'?s? (?:total )?budget|\bthe total comes to"
    r"|\bprojekt\w* [^.;]{0,40}\b(?:kosztowal|kostede|kostade|cost)\b|\btotal cost"
)
_EU = re.compile(
    r"\b(?:medfinansier|wspolfinans|co-?financ|cofinanc|kofinanzier|samfinansier)\w*"
    r"|\b(?:eu|eu's|union\w*|unii|unia europejska|ue|unijn\w+|erdf|efrr|programme funds)\b[^.;:]{0,40}?\b"
    r"(?:paid|pays|pay|funding|grant|contribution|contributed|support|financ\w+|fund\w*|cover\w+"
    r"|betal\w+|sfinans\w+"
    r"|dofinans\w+|wyniosl\w*|dal\w*|dolozy\w*|tilskud\w*|stotte\w*|gav|bidrag\w*)"
    r"|\beu-?(?:funding|grant|contribution|support|tilskud|stotte|stod|midler|bidrag|mittel)\w*"
    r"|\bdofinansowani\w+ (?:unijn|ue|z ue|z unii|efrr|z efrr)\w*|\berdf\b|\befrr\b"
)
_FROM_EU = re.compile(
    r"^[^;]{0,28}?\b(?:fra (?:eu|den europaeiske)|from the (?:eu\b|european)|z (?:ue|unii|efrr)\b"
    r"|fran eu\b|von der (?:eu\b|europ)|is es\b|var tilskud|was the (?:eu|programme) grant)"
)
_GRANT = re.compile(
    r"\b(?:dotacj\w+|grants?|tilskud\w*|bevilling\w*|bidrag\w*|zuschuss\w*|dotacij\w+|dofinansowani\w+)\b"
)
_OR = re.compile(
    r"^[^\d]{0,20}?(?:\(|\b(?:eller|or|czyli|i\.e\.|svarende til|tj\.|that is|equal to|corresponding to"
    r"|motsvarande"
    r"|das sind|dvs\.|to jest|angav som|angivet som|given as)\s+(?:godt |about |around |omkring |ca\.? )?)$"
)
"""What joins an amount and the share that it is."""

_RATE_BEHIND = re.compile(
    r"\b(?:co-?financing rate|medfinansiering\w*|dofinansowani\w+|wspolfinansowani\w+|samfinansiering\w*"
    r"|kofinanzierung\w*"
    r"|funding rate|tilskudsprocent\w*|stotteprocent\w*|eu's share|udzial unii)\b[^.;]{0,25}$"
)
_TOPIC = re.compile(
    r"\beu(?:'?s)? (?:share|andel)|\budzial\w* (?:unii|ue)|co-?financing rate|medfinansieringsgrad"
    r"|poziom\w* dofinansowania"
)
"""What a paragraph is about all of whose shares are the rate of the funding."""

_FROM_MINISTRY = re.compile(r"^[^.;]{0,20}?\b(?:fra|from|z|od|fran|von) [^.;,]{0,30}?minist")
_RATE_BEFORE = re.compile(r"^[ ,.]{0,2}(?:co-?financ|medfinansier|dofinansowani|wspolfinansowani)")
_LARGE = re.compile(r"\d{1,3}(?:[ .,\u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?")
_NEAR = 60
"""Characters between a cue and the amount that it names."""

_TO_DATE = (
    r"(?:\s+(?:on|at|in|by|the|of|end|den|d\.|med|til|og|i|af|for|slut\w*|udgangen|slutningen"
    r"|dnia|w|z|dniu|do|konca|koniec|koncu|roku|am|im|ende|zum|nu|a|until|som|planmaessigt|sie"
    r"|bis|till|och|iki|its|as|planned|per))*\s*:?\s*"
)
_MONTH = r"(?:(?:mon|tues|wednes|thurs|fri)day\s+)?(?=[0-9]|[a-z]{3,})"
_END = re.compile(
    rf"\b(?:closure|closed|closes|close|closing date|ended|ends|finished|finishes|concluded|concludes"
    rf"|afslutte\w*|afslutning\w*|sluttede|slutter|slutte|ophor\w*|zakonczy\w*|zakonczen\w*|konczy\w*"
    rf"|konczyl\w*|avsluta\w*"
    rf"|slutade|avslutning\w*|endet\w*|abgeschlossen|baige\w*|baigesi){_TO_DATE}(?=[0-9]|{_MONTH})"
    rf"|\b(?:ran|run|runs|last|lasts|lasted|continue|continued|vare|varede|varer|lober|lob|pagik|forloeb"
    rf"|gennemfores"
    rf"|wdrazan\w*|realizowan\w*|trwa\w*|potrwa\w*|pagar|pagick|lief|lauft|vykdom\w*)\b[^.;]{{0,60}}?\b"
    rf"(?:until|to|til|til og med|frem til|do|till|till och med|bis|iki){_TO_DATE}(?=[0-9]|{_MONTH})"
)
_BY_END = re.compile(
    rf"\b(?:inden|before|by|do|przed)\s+(?:udgangen|the end|konca|koncem)\s+(?:af|of)?{_TO_DATE}(?=[0-9]"
    rf"|{_MONTH})"
)
"""Until when a project is to have reached its people."""

_AS_END = re.compile(
    r"(?<=\d) as (?:the|its) (?:end|closing)(?: date)?\b|(?<=\d) som (?:slutdato|afslutning)\w*"
)
_CLOSED = re.compile(
    r"\b(?:closed|ended|finished|concluded|afsluttede|sluttede|zakonczyl\w*|zakonczon\w*|avslutades"
    r"|slutade)\b"
)
_START = re.compile(
    rf"\b(?:started|starts|began|begins|launched|begyndte|begynder|startede|starter|rozpocz\w+|ruszyl\w*"
    rf"|startade|borjade"
    rf"|begann|startete|prasidejo){_TO_DATE}(?=[0-9]|{_MONTH})"
)
_SPAN = re.compile(
    r"\b(?:from|fra|od|fran|von|vom|nuo|between|mellem|miedzy|na lata|lata|w latach|i arene|perioden?"
    r"|period)\s+"
    r"(?P<span>(?:(?:den|the|d\.|fra|from|aar)\s+)*[^.;]{0,20}?[0-9][^;]{0,60})"
)
_RUNNING = re.compile(
    r"\b(?:ran|run|runs|lasted|period|perioden?|projektperiode\w*|lob|lober|varede|varer|samarbejdede"
    r"|trwa\w*|realizowan\w*"
    r"|na lata|lata|w latach|project|projekt\w*|pagick|lief|worked together|cooperated|wspolpracowal\w*"
    r"|gennemfort)\b"
)
_TOGETHER = re.compile(
    r"\d[^\d]{0,30}?(?:\bto\b|\btil\b|\bdo\b|\btill\b|\bbis\b|\biki\b|\band\b|\bog\b|\ba\b"
    r"|[-–—])[^\d]{0,25}?\d"
)
_YEARS = re.compile(r"^\W*(?:(?:19|20)\d\d)\s*[-–—/]\s*(?:19|20)\d\d")
_YEAR = re.compile(r"^\W*((?:19|20)\d\d)\b(?!\s*[-–—/]\s*\d)")
_REACHED = re.compile(
    r"\b(?:reach\w*|for|nae?\w*|na|objac|objelo|obejmie|udzial wez\w+|wzie\w+ udzial|przewidziano udzial"
    r"|omfatte\w*)\s+"
    r"(?P<number>\d{1,3}(?:[ .]\d{3})+|\d+)\s+(?:people|persons|participants|deltagere|personer|osob"
    r"|uczestnik\w+|deltagare)"
)
_THROUGH = re.compile(
    r"\b(?:through|within|under|in|from|by|of|inden for|fra|under|i|til|w ramach|z|inom|genom"
    r"|im rahmen(?: des)?|pagal)\s+"
    r"(?:the |its |det |det da |programu\s|programmet\s|eu's )*[^.,;:]{0,30}?"
    r"(?:program\w*[\s-]+[^.,;:]{0,30}|[\w +-]{3,40}?[\s-]program\w*(?:\s+(?:of\s+)?(?:19"
    r"|20)\d\d\s*[-–]\s*(?:19|20)\d\d)?)"
)
_BARE_PROGRAMME = re.compile(r"^\W*(?:19|20)\d\d\s*[-–—]\s*(?:19|20)\d\d\s+.{5,60}$")
_WEBSITE = re.compile(r"(?:https?://|www\.)[\w-]+(?:\.[\w-]+)+(?:/[\w./#?=&%-]*[\w/])?")
_SITE = re.compile(
    r"website|homepage|home page|hjemmeside|websted|stron\w+|webbplats|hemsida|webseite|svetain"
)
_LEAD = re.compile(
    r"(?:[Ll]iderem(?: projektu)? (?:jest|był[ao]?|było)|[Ll]ead partner (?:is|was)|[Ll]eadpartner (?:er|var)"
    r"|[Ll]ead partnerem (?:jest|był[ao]?)|[Pp]artnerem wiodącym (?:jest|był[ao]?|było)"
    r"|[Ll]eadpartner(?:en)? (?:är|var)|[Ll]eadpartner (?:ist|war))\s+(?P<name>[^.;,\n]{3,100})"
)


def stated(sentence: Sentence, language: str) -> Iterator[Stated]:
    """Yield what the sentence states of its project, in normal form."""
    folded = sentence.folded
    if any(map(str.isdigit, folded)):
        yield from _figures_stated(folded, sentence.block, language)
        yield from _time(folded, language)
        if people := _REACHED.search(folded):
            yield "participants", re.sub(r"\D", "", people["number"]), ""
    if "program" in folded or is_bare_programme(folded):
        yield from _programme(folded)
    if ("www." in folded or "http" in folded) and _SITE.search(folded):
        yield from (
            ("website", address[0].rstrip("."), "") for address in [_WEBSITE.search(sentence.text)] if address
        )
    if lead := _LEAD.search(sentence.text):
        yield "lead-partner", " ".join(lead["name"].split()).strip(), ""


def _figures_stated(folded: str, block: Block, language: str) -> Iterator[Stated]:
    """Yield amounts and shares; all of a paragraph that is about the share of the funding are that."""
    rates, figures = shares(folded), _figures(folded, language)
    if not rates and not figures:
        return
    topic = bool(_TOPIC.search(fold(block.text)))
    funding = list(_funding(folded, figures, "eu-funding" if topic else ""))
    yield from ((name, figure.value, figure.doubt) for name, figure in funding)
    granted = [figure for name, figure in funding if name != "total-budget"]
    yield from (
        ("co-financing-rate", rate.value, "") for rate in rates if topic or _is_rate(folded, rate, granted)
    )


def is_bare_programme(folded: str) -> bool:
    """Say whether a line consists of years and a programme, as project databases write them."""
    return bool(_BARE_PROGRAMME.match(folded))


def unclear(folded: str, language: str) -> Iterable[Figure]:
    """Return the amounts of a sentence about a project that can be read in two ways."""
    return [figure for figure in amounts(folded, language) if figure.unclear]


def _is_rate(folded: str, share: Figure, amounts: Iterable[Figure]) -> bool:
    """Say whether a share is said to be that of the funding: behind its amount, or beside its cue."""
    before, after = folded[max(0, share.start - _NEAR) : share.start], folded[share.end : share.end + _NEAR]
    joined = any(_OR.match(folded[one.end : share.start]) for one in amounts if one.end < share.start)
    return joined or bool(_RATE_BEHIND.search(before) or _RATE_BEFORE.match(after))


def _programme(folded: str) -> Iterator[Stated]:
    """Yield the programme that a project belongs to, and its period."""
    if not (found := _THROUGH.search(folded) or _BARE_PROGRAMME.match(folded)):
        return
    if programme := programme_in(found[0]):
        yield "programme", programme, ""
        yield from (("period", period, "") for period in periods(found[0]))


def _funding(folded: str, figures: Sequence[Figure], otherwise: str) -> Iterator[tuple[str, Figure]]:
    """Yield each amount with what its nearest cue before it, or the words behind it, call it."""
    behind = 0
    for place, figure in enumerate(figures, start=1):
        following = figures[place].start if place < len(figures) else len(folded)
        before, after = folded[behind : figure.start], folded[figure.end : min(following, figure.end + _NEAR)]
        name = _named(before, after) or otherwise
        behind = figure.end
        if name and figure.value:
            yield name, figure


def _figures(folded: str, language: str) -> list[Figure]:
    """Return the amounts; beside one that has a currency, also large numbers that leave it out."""
    found = [figure for figure in amounts(folded, language) if figure.value]
    currencies = {figure.value.rpartition(" ")[2] for figure in found}
    if len(currencies) == 1:
        taken = [(figure.start, figure.end) for figure in found]
        bare = [one for one in bare_numbers(folded) if not any(a <= one.start() < b for a, b in taken)]
        (currency,) = currencies
        read = [(one, money(one[0], language, currency)) for one in bare if _LARGE.fullmatch(one[0])]
        found += [Figure(*one.span(), figure.value) for one, figure in read if figure]
    return sorted(found, key=lambda figure: figure.start)


def _named(before: str, after: str) -> str:
    """Return what an amount is, by the last cue before it that is near; by what follows where none is."""
    if _FROM_EU.search(after):
        return "eu-funding"
    if _FROM_MINISTRY.search(after):
        return "grant"
    cues = [
        (found.end(), name)
        for name, pattern in (("total-budget", _TOTAL), ("eu-funding", _EU), ("grant", _GRANT))
        for found in pattern.finditer(before)
        if len(before) - found.end() <= _NEAR
    ]
    return max(cues, default=(0, ""), key=lambda cue: (cue[0], cue[1] != "grant"))[1]


def _time(folded: str, language: str) -> Iterator[Stated]:
    spans = list(_spans(folded, language))
    yield from spans
    if spans:
        return
    yield from (
        ("end", date, "")
        for cue in _AS_END.finditer(folded)
        for date in _last_date(folded[: cue.start()], language)
    )
    for name, pattern in (
        ("end", _END),
        ("start", _START),
        *([("end", _BY_END)] if _REACHED.search(folded) else []),
    ):
        for cue in pattern.finditer(folded):
            if date := _date_at(folded[cue.end() :], language):
                yield name, date, ""
                if name == "end" and _CLOSED.match(cue[0]):
                    yield "status", "closed", ""


def _spans(folded: str, language: str) -> Iterator[Stated]:
    """Yield the two ends of a span of time: *from 1 January 2013 to 30 June 2015*."""
    if not _RUNNING.search(folded):
        return
    for found in _SPAN.finditer(folded):
        span = found["span"]
        if years := _YEARS.match(span):
            first, last = re.findall(r"(?:19|20)\d\d", years[0])
            if f"{first}-{last}" not in periods(span):
                yield "start", first, ""
                yield "end", last, ""
        elif _TOGETHER.search(span) and len(both := [one.value for one in dates(span, language)]) >= 2:
            yield "start", both[0], ""
            yield "end", both[1], ""


def _last_date(text: str, language: str) -> list[str]:
    """Return the date with which a text ends."""
    return [one.value for one in dates(text[-40:], language)][-1:]


def _date_at(text: str, language: str) -> str:
    """Return the date with which a text begins; empty where it begins otherwise."""
    if year := _YEAR.match(text):
        return year[1]
    found = dates(text[:40], language)
    return found[0].value if found and _begins_with_date(text) else ""


def _begins_with_date(text: str) -> bool:
    first = re.match(r"\W*(\w+)", text)
    return bool(first and (first[1][0].isdecimal() or first[1] in MONTHS))
