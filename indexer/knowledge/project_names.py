"""What the projects are called that a document tells of.

A name counts only where the text says that it is a project's: *the project InterLoc*, *projektu „Nowy
Brzeg”*, a row *Acronym*, a list of projects. *InterLoc*, *INTERLOC* and *Interloc - towns* are one name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from indexer.languages.base import fold
from indexer.model import Document, Passage

from .labels import plain
from .project_called import ACRONYM as NAME
from .project_called import BRACKETED, MOST_WORDS, NO_NAME, Names, is_acronym
from .project_titles import title_of_form, title_of_series, titles_in
from .project_words import ACRONYM, LABELS, PROJECT, TITLE
from .sentences import CELL, Sentence, sentences

_PROJECT_LABELS = frozenset(("project", "projekt", "projektet", "projektas"))
"""What stands before the name in the first row of a project's own table."""


_QUOTED = r"[\"„“”»«*‘]{{1,2}}(?P<{0}>[^\W\d_a-z][^\"„“”»«*\n]{{2,160}})[\"“”«»*’]{{1,2}}"
_CALLED = (
    r"(?:(?:called|named|entitled|titled|kaldet|med titlen|med navnet|o nazwie|pod nazwą|pn\.|pt\.|kallat"
    r"|med namnet|genannt|namens|pavadinimu)\s+|[:,]\s*)?"
)
_NOUN = rf"(?:{PROJECT}|[Pp]artnership|[Ss]amarbejdet|[Pp]artnerskabet|[Ss]amarbetet|[Pp]artnerstw\w+)"
_NAMING = (
    re.compile(rf"\b{_NOUN}(?:\s+{_CALLED}|:\s+){_QUOTED.format('quoted')}"),
    re.compile(rf"\b{PROJECT}(?:\s+{_CALLED}|:\s+){NAME.format('acronym')}"),
    re.compile(rf"{_QUOTED.format('quoted')}[\s-]+(?:{PROJECT}|[Pp]artnership)\b"),
    re.compile(rf"(?<![\w.@/]){NAME.format('acronym')}[\s-]+{PROJECT}\b"),
    re.compile(
        rf"(?<![\w.@/]){NAME.format('acronym')}\s+(?:is short for|stands for|er en forkortelse for"
        rf"|står for"
        r"|steht für|to skrót od|är en förkortning)"
    ),
    re.compile(
        rf"(?<![\w.@/]){NAME.format('acronym')},\s+(?:the|a|an|et|en|det|ett|ein|das)\s+"
        rf"[^.;:,]{{0,40}}?\b{PROJECT}\b"
    ),
    re.compile(
        rf"(?:called|kaldet|named|nazwa to|kallat|genannt|hedder|heter|heißt"
        rf"|nosi nazwę)\s+{NAME.format('acronym')}"
    ),
)
_CAMEL = re.compile(
    r"(?<![\w.@/])(?P<acronym>[^\W\d_a-z]\w*[a-zæøåäö][^\W\d_a-zæøåäö]\w*?"
    r"|[^\W\d_a-z]{3,}-\w+?)(?:['’]?s)?\s+"
    r"(?:(?i:newsletter|homepage|website|partner|final meeting|nyhedsbrev|hjemmeside|biuletyn"
    r"|nyhetsbrev|workshop|study visit|slutmøde|studi)"
    r"|(?:had|has|havde|har|hade|miał\w*) (?:a |et |en )?(?:total|samle[dt]|całkowity))"
)
"""A word with capitals inside, which has a newsletter, a homepage or partners."""

_BEFORE_CAMEL = re.compile(
    r"\b(?:(?:biuletyn|partner|nyhedsbrev|newsletter)\w*|[Pp]roje[ck]\w* ?(?:period|budget|name|navn"
    r"|namn)\w*:?"
    r"(?: (?:of|for|i|av|af))?)\s+(?P<acronym>[^\W\d_a-z]\w*[a-z][A-Z]\w*)"
)
_IN_TITLE = re.compile(rf"\b(?:for|of|om|o|für|projektu|til)\s+{_QUOTED.format('quoted')}")
_SPEAKS_OF_ONE = re.compile(r"\b(?:[Tt]he project|[Pp]rojekt(?:et|u|em)?)\b")
_LEAD = re.compile(r"[Ll]ead ?-?[Pp]artner|[Pp]artner\w* [Ww]iodąc|[Ll]ider projektu")
_IS_A_PROJECT = re.compile(
    r"^(?P<quoted>[^\W\d_a-z][\w-]*(?: [\w-]+){0,3}?) (?:was|is|er|var|to|był|było|jest|ist|war|är)\b"
    rf"[^.:;]{{0,60}}?\b(?:{PROJECT}|partnership|samarbejde|partnerstwo)\b"
)
_MORE_CAPITALS = re.compile(r"(?: [A-ZÆØÅÄÖŁŚŻŹĆ]{3,}\b)+")
_LISTED = re.compile(rf"\b{PROJECT}\s*:\s*$")
_HEADS_A_LIST = re.compile(
    r"^(?:wykaz|lista|spis|zestawienie|przeglad|list of|overview of|oversigt over|lista over|our|vores"
    r"|vara|nasze|international|internationale|miedzynarodowe"
    r"|kommunens)\b.*\b(?:\w+-)?(?:projektow|projekty|projects|projekter|projekten?)\b"
)
"""Folded headings whose list names a project in each item."""

_PARAGRAPH = re.compile(r"(?P<name>[^\W\d_a-z][^.!?:;(|]{2,50}?)(?: \([^)]{3,60}\))?\.\s(?=\S)")
"""A paragraph of such a list begins with a name and a full stop: *Bird's Eye (South Baltic). Drones …*"""

_ITEM = re.compile(r"^\W*(?:\d{1,2}[.)]\s*)?(?P<name>[^\W\d_a-z][^–—:(\n]*?)(?:\s+[-–—]\s|\s*[:(]|$)")
_ABBREVIATED = re.compile(r"[.,;]?\s*(?:Skrót|Acronym|Akronym|Forkortelse|Kurz)\s*:\s*(?P<acronym>[\w+-]+)")
_ACRONYM_LABEL = re.compile(
    r"\b(?:[Pp]roject )?(?:[Aa]cronym|[Aa]kronym|[Ss]krót)(?: projektu)?\s*:\s*([\w+-]+)"
)


def names(document: Document, passages: Sequence[Passage]) -> Names:
    """Return the projects that the document names as such."""
    found = Names()
    listing = False
    for passage in passages:
        text = passage.text
        if not (listing or _may_name(text)):
            continue
        for sentence in sentences(passage):
            listing = _listing(sentence, listing, found)
            if _may_name(sentence.text):
                _take(sentence, found, passage.language)
    if form := title_of_form(passages, [line for one in passages[:_FORM] for line in sentences(one)]):
        found.form = found.add(form) or ""
    _take_bracketed(passages, found)
    _take_title_row(document, passages, found)
    _take_titled(document, passages, found)
    _take_series(passages, found)
    return found


_FORM = 2
"""Passages at the start of a document in which a form has its labels."""

_CUES = (
    *"roje artner amarbe krót kronym cronym orkort ewsletter iuletyn hedsbrev hetsbrev omepage".split(),
    *("ebsite", "jemmeside"),
    *("coordinated by", "led by", "koordyn", "ledet af"),
    *("short for", "stands for", "står for", "steht für", " has a ", " had a "),
)
"""What stands near every name; a sentence without any of them costs no more than this."""


def _may_name(text: str) -> bool:
    return any(cue in text for cue in _CUES)


def _take(sentence: Sentence, found: Names, language: str) -> None:
    for name in _labelled(sentence):
        found.add(name)
    text = sentence.text
    for pattern in _NAMING:
        for one in pattern.finditer(text):
            _take_named(one, found)
    if language != "de":
        for title in titles_in(text):
            found.add(title)
    for one in (*_CAMEL.finditer(text), *_BEFORE_CAMEL.finditer(text)):
        if is_acronym(one["acronym"]):
            found.add(one["acronym"])
    if sentence.first and (told := _IS_A_PROJECT.search(text)) and _is_name(told["quoted"]):
        found.add(told["quoted"])


def _take_named(one: re.Match[str], found: Names) -> None:
    groups = one.groupdict()
    if quoted := groups.get("quoted"):
        if short := _ABBREVIATED.search(quoted):
            key = found.add(short["acronym"])
            if key:
                found.also(key, quoted[: short.start()])
        elif len(quoted.split()) <= MOST_WORDS:
            found.add(quoted)
    elif (acronym := groups.get("acronym")) and is_acronym(acronym):
        more = _MORE_CAPITALS.match(one.string, one.end("acronym")) if acronym.isupper() else None
        found.add(acronym + (more[0] if more else ""))


def _labelled(sentence: Sentence) -> Iterator[str]:
    """Yield the names that stand beside a label: an acronym, or a title with its acronym in brackets."""
    if sentence.block.kind == "table_row":
        yield from _in_columns(sentence)
    label, text = _beside(sentence)
    bracketed = BRACKETED.search(text)
    if label == ACRONYM or (label == TITLE and (bracketed or _is_name(text))):
        yield bracketed["acronym"] if bracketed else text
    for one in _ACRONYM_LABEL.finditer(sentence.text):
        yield one[1]


def _in_columns(row: Sentence) -> Iterator[str]:
    """Yield the name in a row of a table of projects, which has columns for what projects have."""
    cells = [cell.partition(": ") for cell in row.text.split(CELL)]
    columns = [LABELS.get(fold(column.strip()), ("", False))[0] for column, colon, _ in cells if colon]
    if len(columns) > 2 and columns[0] == TITLE and any(column not in ("", TITLE) for column in columns):
        yield cells[0][2]
    label, _, first = (cells[0][0], cells[0][1], cells[-1][0])
    if (
        len(cells) == 2
        and not cells[0][1]
        and fold(label.strip()) in _PROJECT_LABELS
        and _is_name(first.strip())
    ):
        yield first


def _listing(sentence: Sentence, listing: bool, found: Names) -> bool:  # noqa: FBT001 - a state, not an option
    """Take in the names of a list of projects; return whether its items go on."""
    if sentence.block.kind == "heading":
        return bool(_HEADS_A_LIST.search(fold(sentence.text)))
    if sentence.block.kind == "paragraph" and listing:
        if sentence.first and (item := _PARAGRAPH.match(sentence.block.text)):
            found.add(item["name"])
        return True
    if sentence.block.kind != "list" or not listing:
        return sentence.text.endswith(":") and bool(_LISTED.search(sentence.text))
    if sentence.first and (item := _ITEM.search(sentence.text)):
        found.add(item["name"])
    return True


def _take_bracketed(passages: Sequence[Passage], found: Names) -> None:
    """Take in the acronym behind a heading, *Towns without borders (TOWNS)*, of a page about a project."""
    headings = (block.text for passage in passages[:2] for block in passage.blocks if block.kind == "heading")
    for heading in headings:
        if (one := BRACKETED.search(heading)) and is_acronym(one["acronym"]):
            key = found.add(one["acronym"])
            if key:
                found.also(key, heading[: one.start()])


def _beside(sentence: Sentence) -> tuple[str, str]:
    """Return a label that only projects have, in a row of two cells or before an item, and the rest."""
    cells = [sentence.text]
    if sentence.block.kind == "table_row":
        cells = [cell.rpartition(": ")[2] if ": " in cell else cell for cell in sentence.text.split(CELL)]
    elif sentence.block.kind == "list" and sentence.first:
        cells = list(sentence.block.text.split(": ", 1))
    known = LABELS.get(fold(cells[0].strip())) if len(cells) == 2 else None
    return (known[0], cells[1].strip()) if known and known[1] else ("", "")


def _take_title_row(document: Document, passages: Sequence[Passage], found: Names) -> None:
    """Take in the title, however long, that a page about one project gives it instead of an acronym."""
    if found.called or document.kind != "project":
        return
    for sentence in sentences(passages[0]) if passages else ():
        label, text = _beside(sentence)
        if label == TITLE:
            found.called[plain(text)] = text
            return


def _take_series(passages: Sequence[Passage], found: Names) -> None:
    """Take in whose newsletter it is that tells of a project and names none: *Safe Shores Newsletter*."""
    if found.called or not any(_SPEAKS_OF_ONE.search(passage.text) for passage in passages):
        return
    headings = (block.text for passage in passages[:1] for block in passage.blocks if block.kind == "heading")
    for title in map(title_of_series, headings):
        if title:
            found.add(title)


def _take_titled(document: Document, passages: Sequence[Passage], found: Names) -> None:
    """Take in the quoted name in the title of a document that tells of a lead partner."""
    title = _IN_TITLE.search(document.title)
    if title and not found.called and any(_LEAD.search(passage.text) for passage in passages):
        found.add(title["quoted"])


def _is_name(words: str) -> bool:
    if NO_NAME.search(words):
        return False
    return is_acronym(words) or (" " in words and all(word[:1].isupper() for word in words.split()))
