"""Who leads a project and who takes part in it: *the partners are A (lead partner), B and C*."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .partner_names import NAME, known_as, members
from .project_rows import Stated

LEAD = (
    r"(?:[Ll]ead(?:ing)?[ -]?[Pp]artner(?:en|em)?|[Ll]ead (?:beneficiary|applicant)|[Ll]eadpart(?:en|ner)?"
    r"|[Ll]ider(?:em|a|ka|ką)?"
    r"|[Pp]artner(?:em|a)? (?:wiodąc\w+|prowadząc\w+)|[Ll]edande partner|[Pp]rojekt(?:ejer|ägare|leder)"
    r"|[Hh]ovedansøger(?:en)?|[Hh]uvudsökande|[Pp]rojektets leder|[Ff]ederführender? [Pp]artner"
    r"|[Pp]agrindin\w+ partner\w+)"
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
    r"(?:is|was|are|were|will be|er|var|bliver|är|blir|jest|są|był\w*|byli|będzie|będą|zostaną|"
    r"sind|ist|war|waren|yra|buvo|include|includes|omfatter|–|:)"
)
_LED = (
    re.compile(
        rf"{LEAD}\b(?![^.;]*\bpartners\b)(?!\))[^.;:|()]{{0,70}}?\s*(?:\s{_IS}|:)\s+(?:the "
        rf"|den )?(?P<name>{NAME})"
    ),
    re.compile(
        rf"(?P<name>{NAME}),? (?:{_IS} |pełni\w* (?:rolę|funkcję) |as |som |jako |als )(?:the |den "
        rf"|der )?{LEAD}\b"
    ),
    re.compile(rf"{LEAD}, (?P<name>{NAME})(?=[,.;)])"),
    re.compile(
        rf"(?P<name>{NAME}), (?:which|who|der|som|die|kuri|któr[ayej]{{1,2}}) (?:has been|is|was|er|var"
        rf"|är|jest|był[ao]?|ist|war)"
        rf" (?:the |den |ett? )?{LEAD}\b"
    ),
    re.compile(rf"(?P<name>{NAME}) i to (?:on|ona|ono) jest {LEAD}\b"),
)
_LEADER = re.compile(LEAD)
_LEADING_STEMS = (
    *(
        "leads",
        " led ",
        "oordinat",
        "leder ",
        "ledte",
        "ledde",
        "ledede",
        "oordiner",
        "leitet",
        "oordinier",
        "ieruje",
        "ierowa",
    ),
    *(
        "rowadzi",
        "rowadzon",
        "oordyn",
        "(",
        "eaded",
        "anaged",
        "Led by",
        "ledes",
        "ledet",
        " leds",
        "spidsen",
    ),
)
_THE_PROJECT = (
    r"(?:(?:the|this|our|det|vores) )?(?:project\b|projekt(?:et|em|u|ą)?\b|partnership"
    r"|partnerskabet|nim\b|it\b)"
)
_LEADS = (
    re.compile(
        rf"(?P<name>{NAME}) (?:leads|led|coordinates|coordinated|leder|ledte|koordinerer|koordinerede"
        rf"|koordinerar|leitet"
        rf"|koordiniert|kieruje|kierowało?|kierowała|prowadzi|koordynuje|koordynował\w?) {_THE_PROJECT}"
    ),
    re.compile(
        rf"(?:[Kk]oordynuje|[Kk]oordynował\w?|[Kk]ieruje|[Kk]ierował\w?)(?: nim"
        rf"| {_THE_PROJECT})?,? (?P<name>{NAME})"
    ),
    re.compile(rf"(?P<name>{NAME}) \((?:{LEAD}|wiodący|lead|coordinator|koordinator|koordynator)\b"),
    re.compile(rf"\((?P<name>{NAME}), {LEAD}\)"),
    re.compile(
        rf", (?:som|which|that|któr[ye]|które) (?P<name>{NAME}) (?:ledede|leder|led|leads|coordinated"
        rf"|coordinates|koordinerede"
        r"|prowadził[ao]?|koordynował[ao]?|leitete|ledde)\b"
    ),
    re.compile(rf"(?P<name>{NAME}) (?:stod|står) i spidsen for {_THE_PROJECT}"),
    re.compile(
        rf"(?P<name>{NAME}), (?:which|der|som|die|któr[aey]) (?:leads|led|coordinates|coordinated|leder"
        r"|ledede|koordinerer|koordinerede|koordinerar|kieruje|koordynuje|prowadzi|leitet|koordiniert)"
        rf"(?=[.,;)]|$| {_THE_PROJECT})"
    ),
    re.compile(
        r"\b(?:[Ll]ed|[Cc]oordinated|[Hh]eaded|[Mm]anaged|[Ll]edes|[Ll]edet|[Ll]eds|[Kk]oordineres"
        r"|[Kk]oordinerat"
        r"|[Kk]oordynowan\w+|[Kk]ierowan\w+|[Pp]rowadzon\w+"
        rf"|[Gg]eleitet) (?:by|af|av|przez|von)(?: the)? (?P<name>{NAME})"
    ),
)
"""Who leads by the verb, or by what stands in brackets: only places and institutions, no people."""

_PARTNERS = re.compile(
    rf"\b[Pp]artner(?:en|em)?,\s(?={NAME}[,.;)])"
    r"|\b(?:med )?(?:i |the |w |do )?(?:partnerskabet|partnership|partnerstwie|partnerstwa|partnerskapet)"
    r" (?:var|er|består af|omfatter|consists of|comprises|includes|of|są|należą|tworzą|är)(?: også"
    r"| jeszcze)?\s+(?=\S)"
    r"|\b(?:taking|take|took) (?:an active )?part (?:are|were)\s+(?=\S)"
    r"|\b(?:[Nn]ależą|[Nn]ależeli) do niego (?:jeszcze |też )?(?=\S)"
    r"|\b(?:[Bb]ag|[Bb]ehind|[Bb]akom|[Hh]inter|[Zz]a)\s(?:\w+\s){1,2}(?:står|stand|are|står|stehen|stoją"
    r"|stoi)\s+(?=\S)"
)
_PARTNER_NOUN = re.compile(r"\b[Pp]artner(?:s|e|ne|erne|zy|ami|em|ów|na|erna|iai|n)?\b(?=[^.;|]{0,90})")
_LIST_BEGINS = re.compile(rf"(?:\s{_IS}|:)\s+(?=\S)")
_LIST_NEAR = 75
"""Characters between *partners* and the verb or colon behind which they are listed."""

_MAY_LEAD = tuple(
    """ead Led led ider oord ier prow Prow spidsen ansøg sökan iodąc artner anaged leit Leit grindin
    rojekt""".split()
)
_MAY_TELL = (
    *_MAY_LEAD,
    "Bag ",
    "bag ",
    "Za ",
    "za ",
    *"""ogether ongside peration ollaboration sammen Sammen amarb spóln azem emeinsam usammen artu ależ
    ehind akom hinter
    ake part ook delt Delt uczestn biorą gmin""".split(),
)
"""What stands in every sentence that says who leads or takes part; others cost no more than this."""

_ARE_PARTNERS = re.compile(
    r"\s(?:are|were|er|är|są|były|byli|sind)\s(?:[^\W\d]+\s){0,2}?partn(?:er|ere|ers|erami|erzy)\b"
    r"|\s(?:carry out|carried out|are running|gennemfører|gennemførte|realizują|realizowały|prowadzą"
    r"|prowadziły"
    r"|genomför|genomförde|führen)\s(?:(?:the|a|this|et|ett|ein)\s)?(?:(?:joint|fælles|wspólny|gemensamt"
    r"|gemeinsames)\s)?[Pp]roje[kc]"
    r"|,? (?:make|made) up (?:the rest of )?the partnership|, czyli z \w+ gmin, które są partnerami"
    r"|\s(?:take part|took part|deltager|deltog|uczestniczą|biorą udział|uczestniczyły)\s(?:in|i"
    r"|w)\s(?:the\s)?proje[kc]"
)
_WITH = re.compile(
    r"\b(?:[Tt]ogether with|[Aa]long with|[Ii]n (?:co-?operation|partnership|collaboration) with"
    r"|[Ss]ammen med"
    r"|[Ii] samarbejde med"
    r"|[Ii] partnerskab med|[Tt]illsammans med|[Ii] samarbete med|[Ww]spólnie z|[Rr]azem z"
    r"|[Ww] partnerstwie z"
    r"|[Ww]e współpracy z|[Zz]usammen mit|[Gg]emeinsam mit|[Kk]artu su|partnership between"
    r"|partnerskab mellem)\s+(?:the )?"
)
_LEADING = re.compile(rf"{LEAD}|\b(?:lead|wiodąc\w+|lider)\b", re.IGNORECASE)
_NOT = re.compile(
    r"\b(?:(?:not|ikke|nie|inte|nicht|no longer|former|tidligere)\b|(?:were represented"
    r"|(?:var|er|blev) repræsenteret|był\w* reprezentowan\w*|var representerade|waren vertreten) (?=\w))"
)
"""What follows is no list of partners: who is none, or who spoke for them at a meeting."""


def people(text: str, language: str, *, named: bool) -> Iterator[Stated]:
    """Yield the lead partner and the partners that a sentence names.

    ``named`` where it names its project or calls it one; only then is who works together a partner of it.
    """
    if not any(map(text.__contains__, _MAY_TELL)):
        return
    led = list(_led(text, language)) if any(map(text.__contains__, _MAY_LEAD)) else []
    yield from (("lead-partner", name, "") for name in dict.fromkeys(led))
    listed = [one for start in _lists(text) for one in _members(text, start, language)]
    yield from listed
    if cue_behind := _ARE_PARTNERS.search(text):
        yield from _before(text, cue_behind.start(), language)
    for cue in _WITH.finditer(text) if named or led or listed else ():
        yield from (one for one in _members(text, cue.end(), language) if _is_body(one[1], language))


def _lists(text: str) -> Iterator[int]:
    """Yield where lists of partners may begin: *the partners are …*, *partnerzy: …*, *bag projektet står
    …*."""
    yield from (cue.end() for cue in _PARTNERS.finditer(text))
    for noun in _PARTNER_NOUN.finditer(text):
        for begin in _LIST_BEGINS.finditer(text, noun.end(), noun.end() + _LIST_NEAR):
            between = text[noun.start() : begin.start()]
            if not (_LEADING.search(between) or _NOT.search(between) or re.search(r"[.;|(]", between)):
                yield begin.end()


def _led(text: str, language: str) -> Iterator[str]:
    for pattern in _LED if _LEADER.search(text) else ():
        if (found := pattern.search(text)) and len(_tidy(found["name"])) >= _FEWEST:
            yield from [one.name for one in members(text, found.start("name"), language)][:1]
            return
    for pattern in _LEADS if any(map(text.__contains__, _LEADING_STEMS)) else ():
        for found in pattern.finditer(text):
            if _is_body(found["name"], language):
                yield _tidy(found["name"])


def _is_body(name: str, language: str) -> bool:
    """Say whether a name is that of a place or an institution, and not a person's."""
    return bool(_INSTITUTION.search(name) or known_as(_tidy(name), language))


def _members(text: str, start: int, language: str) -> Iterator[Stated]:
    for one in members(text, start, language):
        yield "lead-partner" if _LEADING.search(one.role) else "partner", one.name, ""


def _before(text: str, end: int, language: str) -> Iterator[Stated]:
    """Yield the list of names that ends where a cue begins: *Faxe og Køge er partnere*."""
    start = max((found.end() for found in _CLAUSE.finditer(text, 0, end)), default=0)
    for begin in (0, start):
        held = list(members(text[:end], begin, language))
        if held and held[-1].end == end:
            yield from (("partner", one.name, "") for one in held)
            return


_CLAUSE = re.compile(r"[,;:]\s(?:and|og|och|a|und|while|mens)?\s?")
_FEWEST = 3
"""Characters of a name."""


def _tidy(name: str) -> str:
    return " ".join(name.split()).strip(" .,")
