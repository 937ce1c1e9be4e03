"""Projects in the words of the Interreg database: what a document states about each, with its sentence.

A figure belongs to a project only where its sentence names that project and no other, where its table or
section does, or where the whole document is about one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from indexer.languages.base import fold
from indexer.model import Block, Document, Passage

from . import project_partners
from .claims import DOCUMENT, Claim, Unclear, subject
from .labels import plain
from .project_names import Names, names, normalised
from .project_prose import is_bare_programme, stated, unclear
from .project_rows import Labelled, Stated, bare, labelled, values
from .project_words import ACRONYM, PROJECT, TITLE
from .sentences import Sentence, sentences

RULE = "projects"

_TELLING = re.compile(r"\d|[Ll]ead|[Ll]ider|www\.|http")
"""What every sentence has that states a figure, a date, a lead partner or a website."""

_OPENING = 2
"""Passages at the start of a document in which it says whose project it tells of."""

_SECTION = 80
"""Characters of a line that names what the next lines are about: *Om InterLoc:*."""

_HEREINAFTER = re.compile(
    r"[^.;]{3,80}\((?:dalej|hereinafter|hereafter|herefter|i det følgende|nedan|nachfolgend)"
    r"[^)]{0,30}[Pp]roje[kc]t"
)
"""Where a contract says which project it means throughout."""

_FINISHED = re.compile(r"\bPROJECT\s+(?P<status>FINISHED|ONGOING|CLOSED)\b")


@dataclass(slots=True)
class _Reading:
    """Where the reading of a document stands."""

    names: Names
    whole: str
    """Key of the project that the whole document is about; empty for none."""
    section: str = ""
    """Key of the project that the last heading named."""
    block: Block | None = None
    mentioned: str = ""
    """Key of the last project that the block named; empty where it named several at once."""
    table: str = ""
    """Key of the project that a row of the table named."""
    strong: bool = False
    """Whether the table or the lines had a label that only projects have."""
    seen: set[str] = field(default_factory=set)

    def subject(self) -> str:
        return self.table or self.section or self.whole


def claims(document: Document, passages: Sequence[Passage]) -> Iterator[Claim | Unclear]:
    """Yield what the document states about projects."""
    found = names(document, passages)
    if not found.called:
        return
    reading = _Reading(found, _whole(document, passages, found))
    for passage in passages:
        for sentence in sentences(passage):
            yield from _read(reading, passage, sentence)
        if reading.whole:
            yield from _listed(reading, passage)


def _whole(document: Document, passages: Sequence[Passage], found: Names) -> str:
    """Return the project that the document is about: the only one that its title or first heading names."""
    headings = [block.text for passage in passages[:1] for block in passage.blocks if block.kind == "heading"]
    for text in (document.title, *headings[:2], document.source.path.stem):
        named = {key for key in found.called if key in plain(text)} if len(found.called) < 20 else set()
        if len(named) == 1:
            return named.pop()
    for passage in passages:
        if found_name := _HEREINAFTER.search(passage.text):
            named = {key for key, _, _ in found.named(found_name[0])}
            if len(named) == 1:
                return named.pop()
    if document.kind == "project" and len(found.called) == 1:
        return next(iter(found.called))
    return ""


def _read(reading: _Reading, passage: Passage, sentence: Sentence) -> Iterator[Claim | Unclear]:
    named = reading.names.named(sentence.text)
    keys = list(dict.fromkeys(key for key, _, _ in named))
    _enter(reading, sentence, keys)
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
    if not (rows or _TELLING.search(sentence.text)):
        return
    about = _about(reading, keys)
    if rows:
        yield from _rows(reading, passage, sentence, rows, about)
    if about and not (rows and sentence.block.kind == "table_row"):
        yield from _prose(reading, passage, sentence, about, explicit=bool(keys))


def _enter(reading: _Reading, sentence: Sentence, keys: Sequence[str]) -> None:
    """Note what the sentence says about what comes next."""
    if sentence.block is not reading.block:
        kind = sentence.block.kind
        if kind not in ("table_row", "list") or not reading.block or reading.block.kind != kind:
            reading.table, reading.strong = "", False
        reading.block, reading.mentioned = sentence.block, ""
    if sentence.block.kind == "heading" or (sentence.text.endswith(":") and len(sentence.text) < _SECTION):
        if sentence.block.kind == "heading" or keys:
            reading.section = keys[0] if len(keys) == 1 else ""
    elif keys:
        reading.mentioned = keys[0] if len(keys) == 1 else ""


def _about(reading: _Reading, keys: Sequence[str]) -> str:
    """Return the key of the project that the sentence is about; empty where that is open."""
    if len(keys) > 1:
        return ""
    return keys[0] if keys else reading.mentioned or reading.subject()


def _rows(
    reading: _Reading, passage: Passage, sentence: Sentence, rows: Sequence[Labelled], about: str
) -> Iterator[Claim]:
    """Yield what a row or line with labels states."""
    for name, _, value in rows:
        if name in (ACRONYM, TITLE):
            key = next((key for key, _, _ in reading.names.named(value)), plain(normalised(value)))
            reading.table = key if key in reading.names.called else reading.table
    about = reading.table or about
    reading.strong |= any(strong for _, strong, _ in rows)
    if not about:
        return
    for name, strong, value in rows:
        if name not in (ACRONYM, TITLE) and (strong or reading.strong):
            for one in values(name, value, passage.language):
                yield _claim(reading, passage, sentence, about, one)


def _prose(
    reading: _Reading, passage: Passage, sentence: Sentence, about: str, *, explicit: bool
) -> Iterator[Claim | Unclear]:
    """Yield what a sentence, item or heading states; ``explicit`` where it names its project itself."""
    folded = sentence.folded
    topic = fold(sentence.block.text) if "%" in sentence.text or "p" in folded else ""
    facts = list(stated(folded, sentence.text, passage.language, topic))
    if not (explicit or re.search(PROJECT, sentence.text) or is_bare_programme(folded)):
        facts = [one for one in facts if one[0] not in ("programme", "period")]
    if sentence.block.kind == "list" and not facts:
        facts = list(bare(sentence, passage.language))
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
    """Yield the partners of the only project of a document, by its lists and its opening."""
    runs = groupby(sentences(passage), key=lambda sentence: sentence.block.kind)
    for kind, run in runs:
        held = list(run)
        if kind == "list":
            for item, one in project_partners.in_a_list(held):
                yield _claim(reading, passage, item, reading.whole, one)
        elif kind in ("paragraph", "table_row"):
            for sentence in held:
                several = project_partners.municipalities(sentence) if passage.number <= _OPENING else ()
                for one in (*project_partners.stated(sentence), *several):
                    yield _claim(reading, passage, sentence, reading.whole, one)


def _claim(reading: _Reading, passage: Passage, sentence: Sentence, about: str, one: Stated) -> Claim:
    name, value, doubt = one
    place = Claim(
        subject("project", reading.names.called[about]), name, value, passage.number, 0, 0, RULE, doubt
    )
    return replace(place, start=sentence.start, end=sentence.end)
