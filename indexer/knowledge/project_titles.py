"""Names of projects that are written as titles are: *the project Safe Shores*, *projektet Nye Lader*.

A title is one word with a capital letter or several, with small words between them. What the gazetteer knows,
*the South Baltic project*, is the name of something else. German gives every noun a capital letter and is
left out. A form, which labels what only projects have, is called as its title or first heading is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexer.languages.base import fold
from indexer.model import Passage

from .places import names_known
from .project_rows import labelled
from .project_words import ACRONYM, TITLE
from .sentences import Sentence

_UPPER = r"[^\W\d_a-zæøåäöüßąćęłńóśźżčėįšųūž]"
_CAPITAL = rf"{_UPPER}[\w'’+-]*"
_SMALL = (
    r"(?:and|of|on|in|to|for|at|the|with|without|from|by|under|over|og|i|på|til|af|med|uden|fra|om|er|et"
    r"|en|den"
    r"|det|de|och|av|för|utan|z|ze|zza|w|we|na|nad|o|do|od|po|pod|bez|dla|za|ir)"
)
_GOES_ON = re.compile(rf" (?:(?:{_SMALL} ){{0,2}}(?P<word>{_CAPITAL})|\d+(?:\.\d+)*(?!\d))(?!\w)")
_NOUN = r"(?:project|projekt(?:et|ets|u|em|owi|cie|as|o)?|projekcie)"
_SINGULAR = re.compile(
    rf"(?:(?<![^\W_])(?:[\w-]+-)?{_NOUN}|\b[Tt]he [Pp]roject|^[Pp]rojekt(?:et|ets|u|em|owi)?"
    r"|\b[Pp]roject (?:office|team|secretariat|group|partners|website|partnership) (?:of|for)"
    rf"|\b[Pp]rojekt(?:kontoret|gruppen|sekretariatet|holdet) (?:for|bag|i|för|bakom))\s+(?:called "
    rf"|kaldet |pn\. )?"
    rf"(?={_CAPITAL})"
)
"""What stands before a title; *projects* and *projekty* are several."""

_BEFORE_NOUN = re.compile(
    rf"\b[Tt]he (?P<name>{_CAPITAL}(?: (?:(?:and|of|on|in|the|to) ){{0,2}}{_CAPITAL}){{1,4}}) project\b"
    rf"|(?P<joined>{_CAPITAL}(?: {_CAPITAL}){{0,3}})-projekt(?:et|ets|u)?\b"
)
_CALLED = re.compile(
    rf"(?:(?<=roject )|(?<=rojekt )|(?<=rojektet ))(?:was |is |er |var |blev |är )?(?:called|hedder"
    rf"|heter|heißt|nazywa się|named|titled|entitled|kaldet"
    rf"|kaldt|med navnet|med titlen|ved navn|under navnet|med namnet|som hedder|der hedder|o nazwie"
    rf"|pod nazwą|pn\.|pt\.|som heter)"
    rf"\s+(?={_CAPITAL})"
)
_SEVERAL = re.compile(
    rf"\b(?:[Pp]rojects|[Pp]rojekterne|[Pp]rojekter|[Pp]rojektów|[Pp]rojekty|[Pp]rojektach"
    rf"|[Pp]rojekten)\s(?={_CAPITAL})"
)
_ONE_OF_SEVERAL = re.compile(
    rf"(?P<name>{_CAPITAL}(?: (?:(?!(?:and|og|i|oraz|och)\b){_SMALL} ){{0,2}}{_CAPITAL}){{0,5}})(?!\w)"
)
_JOINS = re.compile(rf"(?:,| and| og| i| oraz| och)\s+(?={_CAPITAL})")
_IS_ONE = re.compile(
    rf"^(?P<name>{_CAPITAL}(?: (?:{_SMALL} ){{0,2}}{_CAPITAL}){{0,4}}) (?:is|was|er|var|är|jest"
    rf"|był)\b(?:,)? "
    rf"(?:(?!partner|lead|med |i |in |of |w |part |involved|behind|bag |host|vært|with |på |for "
    rf"|til )[^\W\d_A-Z]\S*\s|(?:Interreg|EU|Erasmus\+|Comenius)\S*\s){{0,7}}?(?:\S+-)?(?:{_NOUN}"
    rf"|projektem|partnership)\b(?! part)"
)
"""*Safe Shores is a three-year project*: what it is comes before who does it."""

_APPOSED = re.compile(
    rf"(?P<name>{_CAPITAL}(?: (?:{_SMALL} ){{0,2}}{_CAPITAL}){{0,4}}), (?:the |an? |et |det |ett )?"
    rf"(?:(?:EU|Interreg)[- ]|joint |fælles |wspólny )?(?:{_NOUN})\b(?=,| (?:which|that|som|der"
    rf"|w którym|który|które)\b)"
)
"""*Natbussen, EU-projektet, der …*"""

_IS_LED = re.compile(
    rf"^(?P<name>{_CAPITAL}(?: (?:{_SMALL} ){{0,2}}{_CAPITAL}){{1,4}}) (?:was|is|blev|er|bliver|är|blev"
    rf"|był[ao]?|jest) "
    r"(?:coordinated|led|co-?financed|financed|koordinere[ts]|ledet|finansieret|medfinansieret"
    r"|koordynowany|kierowany"
    r"|dofinansowany|koordinerat|finansierat)\b"
)
"""*Lagoon Tables was coordinated by Tolkmicko*: only projects are."""

_SERIES = re.compile(
    rf"^(?P<name>{_CAPITAL}(?: (?:{_SMALL} ){{0,2}}{_CAPITAL}){{1,4}})(?:['’]s|s)? (?:[Nn]ewsletter"
    rf"|nyhedsbrev|nyhetsbrev)\b"
    rf"|^(?:[Bb]iuletyn|[Nn]yhedsbrev fra"
    rf"|[Nn]yhetsbrev från) (?P<called>{_CAPITAL}(?: {_CAPITAL}){{0,4}})\b"
)
_SURNAME = re.compile(r"\w+(?:[sc]k|dzk)(?:iego|iej|ich)")
"""*Projekt Kowalskiego* is somebody's."""

_NO_TITLE = frozenset(
    """manager leader lead coordinator office officer partner partners number no nr the this our group
    team title
    facts period budget management a an eu interreg day week month plan name acronym id support steering
    committee board assistant worker description overview it is it's in on with within for from under we
    they he
    she at as if and by who danish polish swedish german lithuanian i og der den det som har blev er
    january march april may june july august september october november december""".split()
)
_MOST_WORDS = 8
"""Words of a title; more are a sentence."""

_FORM = 3
"""Labels that only projects have and that a text begins lines with before it is a form about one."""

_ABOUT = re.compile(
    rf"\s+[-–—]\s+.*$|\s*[:(].*$|^(?:[Oo]m|[Aa]bout|[Oo]|Über|Apie) |^(?:the |det "
    rf"|den )?{_NOUN}\w*:? ",
    re.I,
)
_KIND_OF_TEXT = re.compile(
    r"\b(?:project|projekt\w*|application|ansogning\w*|wniosek|wniosk\w*|budget\w*|budzet\w*|annex|bilag"
    r"|zalacznik"
    r"|report|rapport|sprawozdanie|raport|fact|facts|faktaark|overview|description|newsletter|nyhedsbrev"
    r"|biuletyn"
    r"|minutes|referat|protokol\w*|application|template|skabelon|wzor|handbook|guide|form|blanket|formularz"
    r"|regnskab|accounts?|summary|streszczenie|antrag|ansokan|invitation|list|wykaz|oversigt)\b"
)
"""Words of headings that say what kind of text it is; they are no project's name."""


def titles_in(text: str) -> Iterator[str]:
    """Yield the titles that a sentence calls projects."""
    if (led := _IS_LED.match(text)) and not names_known(led["name"].split()[0]) and _is_title(led["name"]):
        yield led["name"]
    if "roje" in text or "partnership" in text:
        yield from _called_projects(text)


def _called_projects(text: str) -> Iterator[str]:
    """Yield the titles behind, before and beside the word *project*."""
    for found in (*_SINGULAR.finditer(text), *_CALLED.finditer(text)):
        if name := _title_at(text, found.end()):
            yield name
    for found in _SEVERAL.finditer(text):
        yield from _titles_from(text, found.end())
    beside = [found["name"] for found in (*_APPOSED.finditer(text), *_IS_ONE.finditer(text))]
    before = [found["name"] or found["joined"] for found in _BEFORE_NOUN.finditer(text)]
    for name in (*beside, *before):
        if not names_known(re.split(r"[ -]", name)[0]) and _is_title(name):
            yield name


def _titles_from(text: str, start: int) -> Iterator[str]:
    """Yield the titles of a list behind *the projects*; there *and* joins two of them."""
    while found := _ONE_OF_SEVERAL.match(text, start):
        if _is_title(found["name"]) and not names_known(found["name"]):
            yield found["name"]
        joined = _JOINS.match(text, found.end())
        if not joined:
            return
        start = joined.end()


def _title_at(text: str, start: int) -> str:
    """Return the title that begins there; empty where a name of something else does."""
    first = re.compile(_CAPITAL).match(text, start)
    if not first:
        return ""
    end = first.end()
    while (more := _GOES_ON.match(text, end)) and not (
        more["word"] and more[0].count(" ") > 1 and names_known(more["word"])
    ):
        end = more.end()
    name = re.sub(r"['’]s$", "", text[start:end])
    alone = " " not in name
    return "" if (alone and (names_known(name) or _SURNAME.fullmatch(name))) or not _is_title(name) else name


def _is_title(name: str) -> bool:
    words = name.split()
    return (
        len(words) <= _MOST_WORDS
        and len(name) > 3
        and fold(words[0]) not in _NO_TITLE
        and not re.search(r"(?i)\bproject|\bprojekt", name)
    )


def title_of_form(passages: Sequence[Passage], lines: Sequence[Sentence]) -> str:
    """Return what the project of a form is called: what a line labels its title, else the first heading."""
    labels = [label for line in lines if line.block.kind != "heading" for label in labelled(line)]
    strong = sum(strong for _, strong, _ in labels)
    acronyms = [value for name, _, value in labels if name == ACRONYM]
    has_title = any(name == TITLE for name, _, _ in labels)
    if strong < _FORM and not (strong and has_title and len(labels) > _FORM):
        return ""
    titles = [value for name, _, value in labels if name == TITLE and 0 < len(value.split()) <= _MOST_WORDS]
    if acronyms:
        return acronyms[0] if len(set(acronyms)) == 1 else ""
    if titles:
        return re.sub(r"\s+[-–—]\s.*$", "", titles[0]).strip(" .")
    headings = [block.text for block in passages[0].blocks if block.kind == "heading"]
    name = _ABOUT.sub("", headings[0]).strip(" ?.!") if headings else ""
    return "" if _KIND_OF_TEXT.search(fold(name)) or len(name.split()) > _MOST_WORDS - 1 else name


def title_of_series(text: str) -> str:
    """Return whose newsletter a title names: *Safe Shores Newsletter*."""
    found = _SERIES.match(text)
    name = (found["name"] or found["called"]) if found else ""
    return name if name and not names_known(name.split()[0]) and _is_title(name) else ""
