"""Projects in the words of the Interreg database: what a document states about each, with its sentence.

A figure belongs to a project only where its sentence names that project and no other, where its table or
section does, or where the whole document is about one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, groupby

from indexer.languages.base import fold
from indexer.model import Block, Document, Passage

from . import project_partners
from .claims import DOCUMENT, Claim, Unclear, subject
from .labels import plain
from .money import currency_said
from .partner_names import partner_called
from .project_names import Names, names, normalised
from .project_programmes import programmes_in
from .project_prose import is_bare_programme, stated, unclear
from .project_rows import TOTALS, Labelled, Stated, bare, labelled, status_in, values
from .project_sums import is_given
from .project_words import ACRONYM, PROJECT, TITLE
from .sentences import CELL, Sentence, clauses, sentences

RULE = "projects"

_TELLING = re.compile(
    r"\d|[Ll]ead|[Ll]ider|[Pp]artner|www\.|http|[Pp]rogram|[Tt]ogether|operation|[Ss]ammen|[Ss]amarb"
    r"|[Ww]spól|[Rr]azem"
    r"|współpr|[Tt]illsammans|[Gg]emeinsam|[Zz]usammen|[Kk]artu| led |ledes|geleitet|[Kk]oord|kierowan"
    r"|prowadzon"
)
"""What every sentence has that states a figure, a date, a partner, a programme or a website."""

_OPENING = 2
"""Passages at the start of a document in which it says whose project it tells of."""

_FIRST_BLOCKS, _FIRST_WORDS = 6, 600
"""Blocks and characters from the start in which a document names the one project that it is about."""

_FAR_MORE = 3
"""Source: chosen by hand; no document of the corpus names two projects about as often."""

_LABELS_ONLY = 3
"""Labels from which a line is no sentence."""

_SECTION = 80
"""Characters of a line that names what the next lines are about: *Om InterLoc:*."""

_CUES = ("dalej", "hereinafter", "hereafter", "herefter", "i det følgende", "nedan", "nachfolgend")
_HEREINAFTER = re.compile(rf"[^.;]{{3,80}}\((?:{'|'.join(_CUES)})[^)]{{0,30}}[Pp]roje[kc]t")
"""Where a contract says which project it means throughout."""

_THE_PROJECT = re.compile(
    r"^(?:It|Det|Den|Es)\b|\b(?:[Tt]he|[Tt]his|[Oo]ur|[Dd]as) [Pp]roje[ck]t\b"
    r"|\b[Pp]rojekte?ts?\b|\b[Pp]rojekt(?:u|em|owi)\b"
    r"|^Projekt\b|\b[Pp]rojekt(?:as|o)\b"
)
"""What a sentence calls the project that it goes on to speak of; *projects* are others."""

_IN_CURRENCY = re.compile(
    r"\b(?:[Aa]mounts?|[Ff]igures|[Cc]osts?|[Bb]udget\w*|[Bb]eløb\w*|[Tt]al|[Kk]wot\w*|[Bb]elopp\w*|[Bb]eträge"
    r"|[Kk]oszty|[Uu]dgifter|[Oo]mkostninger|[Kk]ostnader|[Ss]umos)\b[^.:;|\d]{0,25}?(?: in| i| w|:|,|\s\()\s*"
    r"(?P<currency>(?:euro?\w*|€|PLN|DKK|SEK|złot\w+|zł|danske kroner|svenska kronor|kronor)\b)",
    re.IGNORECASE,
)
"""What says the currency of the tables below: *All amounts in euro*, *Kwoty w euro*, *Costs (EUR):*."""

_DASH = re.compile(r"\s[–—-]\s|: ")
_FINISHED = re.compile(r"\bPROJECT\s+(?P<status>FINISHED|ONGOING|CLOSED)\b")


@dataclass(slots=True)
class _Reading:
    """Where the reading of a document stands."""

    names: Names
    whole: str
    """Key of the project that the whole document is about; empty for none."""
    example: str
    """Key of the project whose figures a handbook's tables show; that of ``whole`` where there is one."""
    year: int | None = None
    """The year of the document's own date."""
    section: str = ""
    """Key of the project that the last heading named."""
    block: Block | None = None
    mentioned: str = ""
    """Key of the last project that the block named; empty where it named several at once."""
    paragraph: str = ""
    """Key of the only project that the block names anywhere."""
    table: str = ""
    """Key of the project that a row of the table named."""
    strong: bool = False
    """Whether the table or the lines had a label that only projects have."""
    currency: str = ""
    """What the document says that the amounts of its tables are in."""
    led: bool = False
    """Whether a row of the table calls somebody the lead partner."""
    seen: set[str] = field(default_factory=set)

    def subject(self) -> str:
        return self.table or self.section or self.whole


def claims(document: Document, passages: Sequence[Passage]) -> Iterator[Claim | Unclear]:
    """Yield what the document states about projects."""
    found = names(document, passages)
    if not found.called:
        return
    reading = _Reading(found, whole := _whole(document, passages, found), whole or _example(passages, found))
    reading.year = int(document.published.value[:4]) if document.published else None
    results: list[Claim | Unclear] = []
    for passage in passages:
        for sentence in sentences(passage):
            results += _read(reading, passage, sentence)
        results += _listed(reading, passage)
    yield from _without_leaders(_by_giver(results, passages))


def _by_giver(results: Sequence[Claim | Unclear], passages: Sequence[Passage]) -> list[Claim | Unclear]:
    """Return the results; a grant whose giver nobody names is the Union's where a programme pays the project."""
    paid = {
        one.about for one in results if isinstance(one, Claim) and one.name in ("programme", "eu-funding")
    }
    texts = {passage.number: passage.text for passage in passages}
    return [
        replace(one, name="eu-funding")
        if isinstance(one, Claim)
        and one.name == "grant"
        and one.about in paid
        and not is_given(fold(texts[one.passage][one.start : one.end]))
        else one
        for one in results
    ]


def _without_leaders(results: Sequence[Claim | Unclear]) -> Iterator[Claim | Unclear]:
    """Yield the results without the lead partners among the other partners, and without short names."""
    claims = [one for one in results if isinstance(one, Claim) and one.name in ("partner", "lead-partner")]
    for one in results:
        shorter = (
            isinstance(one, Claim)
            and one.name in ("partner", "lead-partner")
            and any(_says_more(other, one) for other in claims)
        )
        if not shorter:
            yield one


def _says_more(one: Claim, other: Claim) -> bool:
    """Say whether a claim is about the same partner and says more: the lead, or *Sorø Kommune* for *Sorø*."""
    more, less = plain(one.value), plain(other.value)
    leads = one.name == "lead-partner"
    same = one.name == other.name or leads
    return (
        one.about == other.about
        and same
        and less in more
        and (less != more or (leads and one.name != other.name))
    )


def _whole(document: Document, passages: Sequence[Passage], found: Names) -> str:
    """Return the project that the document is about: the only one that its title or first heading names."""
    if found.form:
        return found.form
    headings = [block.text for passage in passages[:1] for block in passage.blocks if block.kind == "heading"]
    for text in (document.title, *headings[:2], document.source.path.stem):
        named = {key for key in found.called if key in plain(text)} if len(found.called) < 20 else set()
        if len(named) == 1:
            return named.pop()
    for passage in passages:
        text = passage.text
        if any(cue in text for cue in _CUES) and (found_name := _HEREINAFTER.search(text)):
            named = {key for key, _, _ in found.named(found_name[0])}
            if len(named) == 1:
                return named.pop()
    return _only(document, passages, found)


def _only(document: Document, passages: Sequence[Passage], found: Names) -> str:
    """Return the only project that a document names, if it names it at its opening."""
    if len(found.called) != 1:
        return ""
    opening = " ".join(block.text for passage in passages[:1] for block in passage.blocks[:_FIRST_BLOCKS])
    opens = bool(found.named(opening[:_FIRST_WORDS]))
    return next(iter(found.called)) if opens or document.kind == "project" else ""


def _example(passages: Sequence[Passage], found: Names) -> str:
    """Return the project that a handbook takes its figures from: one that it names from its opening on.

    It is named ``_FAR_MORE`` times as often as any other.
    """
    named = [[key for key, _, _ in found.named(passage.text)] for passage in passages]
    counted = Counter(chain.from_iterable(named)).most_common(2)
    (key, times), others = counted[0], sum(count for _, count in counted[1:])
    opens = key in chain.from_iterable(named[:_OPENING])
    return key if opens and times >= _FAR_MORE * max(1, others) else ""


def _read(reading: _Reading, passage: Passage, sentence: Sentence) -> Iterator[Claim | Unclear]:
    named = reading.names.named(sentence.text)
    keys = list(dict.fromkeys(key for key, _, _ in named))
    _enter(reading, sentence, keys, passage.language)
    for key, start, end in named:
        if key not in reading.seen:
            reading.seen.add(key)
            place = sentence.start
            yield Claim(
                DOCUMENT,
                "project",
                reading.names.called[key],
                passage.number,
                place + start,
                place + end,
                RULE,
            )
    rows = labelled(sentence)
    in_a_list = sentence.block.kind == "list" and sentence.first and bool(keys)
    titles_form = bool(reading.names.form) and sentence.block.kind == "heading"
    if not (rows or in_a_list or titles_form or _TELLING.search(sentence.text)):
        return
    about = _about(reading, keys)
    if rows:
        yield from _rows(reading, passage, sentence, rows, about)
    if about and not (rows and (sentence.block.kind == "table_row" or len(rows) >= _LABELS_ONLY)):
        yield from _prose(reading, passage, sentence, about, explicit=bool(keys))
    elif len(keys) > 1 and not rows:
        yield from _clauses(reading, passage, sentence)


def _clauses(reading: _Reading, passage: Passage, sentence: Sentence) -> Iterator[Claim | Unclear]:
    """Yield what a sentence about several projects states of each, where each has clauses of its own."""
    parts = [
        (clause, {key for key, _, _ in reading.names.named(clause.text)}) for clause in clauses(sentence)
    ]
    if all(len(keys) <= 1 for _, keys in parts):
        for clause, key in ((clause, key) for clause, keys in parts for key in keys):
            yield from _prose(reading, passage, clause, key, explicit=True)


def _enter(reading: _Reading, sentence: Sentence, keys: Sequence[str], language: str) -> None:
    """Note what the sentence says about what comes next."""
    if sentence.block is not reading.block:
        kind = sentence.block.kind
        if kind not in ("table_row", "list") or not reading.block or reading.block.kind != kind:
            reading.table, reading.strong = "", False
        reading.block, reading.mentioned = sentence.block, ""
        named = {key for key, _, _ in reading.names.named(sentence.block.text)}
        reading.paragraph = named.pop() if len(named) == 1 else ""
    if sentence.block.kind != "table_row" and (said := _IN_CURRENCY.search(sentence.text)):
        reading.currency = currency_said(said["currency"], language) or reading.currency
    if sentence.block.kind == "heading" or (sentence.text.endswith(":") and len(sentence.text) < _SECTION):
        if sentence.block.kind == "heading" or keys:
            reading.section = keys[0] if len(keys) == 1 else ""
    elif keys:
        reading.mentioned = keys[0] if len(keys) == 1 else ""


def _about(reading: _Reading, keys: Sequence[str]) -> str:
    """Return the key of the project that the sentence is about; empty where that is open."""
    if len(keys) > 1:
        return ""
    return keys[0] if keys else reading.mentioned or reading.subject() or reading.paragraph


def _rows(
    reading: _Reading, passage: Passage, sentence: Sentence, rows: Sequence[Labelled], about: str
) -> Iterator[Claim]:
    """Yield what a row or line with labels states."""
    for name, _, value in rows:
        if name in (ACRONYM, TITLE):
            key = next((key for key, _, _ in reading.names.named(value)), plain(normalised(value)))
            reading.table = key if key in reading.names.called else reading.table
    about = reading.table or about or (reading.example if sentence.block.kind == "table_row" else "")
    reading.strong |= any(strong for _, strong, _ in rows) or bool(reading.names.form)
    if not about:
        return
    first = sentence.text.split(CELL)[0].rpartition(": ")[2]
    sums = sentence.block.kind == "table_row" and fold(first.strip()) in TOTALS
    for name, strong, value in rows:
        if name not in (ACRONYM, TITLE) and (strong or reading.strong or sums):
            for one in values(name, value, passage.language, reading.currency):
                if not (sums and one[1].isdecimal()):  # a sum whose currency stands elsewhere
                    yield _claim(reading, passage, sentence, about, one)
            if name == "eu-funding":
                for programme in programmes_in(sentence.text, passage.language):
                    yield _claim(reading, passage, sentence, about, ("programme", programme, ""))


def _prose(
    reading: _Reading, passage: Passage, sentence: Sentence, about: str, *, explicit: bool
) -> Iterator[Claim | Unclear]:
    """Yield what a sentence, item or heading states; ``explicit`` where it names its project itself."""
    folded = sentence.folded
    is_its_item = sentence.block.kind == "list" and reading.paragraph == about
    named = explicit or is_its_item or bool(_THE_PROJECT.search(sentence.text))
    facts = list(
        stated(sentence, passage.language, reading.names.called[about], named=named, year=reading.year)
    )
    if reading.names.form and sentence.block.kind == "heading":
        facts += [("programme", one, "") for one in programmes_in(sentence.text, passage.language)]
    if sentence.block.kind == "list" and not facts:
        facts = list(bare(sentence, passage.language))
    if (
        explicit
        and sentence.block.kind == "list"
        and sentence.first
        and (dash := _DASH.search(sentence.text))
    ):
        facts += [("status", status, "") for status in status_in(sentence.text[dash.end() :])]
    if finished := _FINISHED.search(sentence.text):
        facts.append(("status", "ongoing" if finished["status"] == "ONGOING" else "closed", ""))
    for one in dict.fromkeys(facts):
        yield _claim(reading, passage, sentence, about, one)
    if re.search(PROJECT, sentence.text):
        yield from (
            Unclear(passage.number, sentence.text[:_SECTION], figure.unclear)
            for figure in unclear(folded, passage.language)
        )


def _listed(reading: _Reading, passage: Passage) -> Iterator[Claim]:
    """Yield the partners of a project: in lists, tables and contracts, and where it is named."""
    for kind, run in groupby(sentences(passage), key=lambda sentence: sentence.block.kind):
        held = list(run)
        if kind == "list" and reading.example:
            for item, one in project_partners.in_a_list(held):
                yield _claim(reading, passage, item, reading.example, one)
        reading.led = any(map(project_partners.leads, held))
        for sentence in held if kind != "heading" else ():
            yield from _partners(reading, passage, sentence)


def _partners(reading: _Reading, passage: Passage, sentence: Sentence) -> Iterator[Claim]:
    """Yield the partners that a sentence or row names."""
    key = reading.whole or (reading.example if reading.led else "")
    for one in project_partners.stated(sentence) if key else ():
        yield _claim(reading, passage, sentence, key, one)
    about = {key for key, _, _ in reading.names.named(sentence.text)} or {reading.whole}
    if len(about) == 1 and (key := about.pop()):
        opening = passage.number <= _OPENING or key != reading.whole
        for one in project_partners.named(sentence, reading.names.called[key], several=opening):
            yield _claim(reading, passage, sentence, key, one)


def _claim(reading: _Reading, passage: Passage, sentence: Sentence, about: str, one: Stated) -> Claim:
    name, value, doubt = one
    if name in ("partner", "lead-partner"):
        value = partner_called(value, passage.language)
    place = Claim(
        subject("project", reading.names.called[about]), name, value, passage.number, 0, 0, RULE, doubt
    )
    return replace(place, start=sentence.start, end=sentence.end)
