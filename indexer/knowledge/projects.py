"""Projects in the words of the Interreg database: what a document states about each, with its sentence.

A figure belongs to a project only where its sentence names that project and no other, where its table or
section does, or where the whole document is about one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from indexer.languages.base import fold
from indexer.model import Document, Passage

from . import project_partners
from .claims import DOCUMENT, Claim, Unclear, subject
from .labels import plain
from .partner_names import partner_called
from .project_called import normalised
from .project_claims import by_giver, without_leaders
from .project_names import names
from .project_people import people
from .project_programmes import programmes_in
from .project_prose import stated, unclear
from .project_reading import EXAMPLE, OPENING, SECTION, Reading, begun, enter, is_entry, subject_of
from .project_rows import TOTALS, Labelled, Stated, bare, labelled, status_in, values
from .project_shares import Funding, told_again
from .project_words import ACRONYM, PROJECT, TITLE
from .sentences import CELL, Sentence, clauses, sentences

RULE = "projects"

_TELLING = (
    *"0123456789",
    " led ",
    "leder ",
    "ależą do",
    "ależeli do",
    *"""part are realiz gennemf carr genomf kommuner gmin unicipalit
    ead ider artner www. http rogram ogether operation ammen amarb spól azem spółpr illsammans
    emeinsam usammen artu
    ledes ledede geleitet oord kierowan kieruj ieruje prowadz spidsen hovedans inans oczy omenius""".split(),
)
"""What every sentence has that states a figure, a date, a partner, a programme or a website."""

_LABELS_ONLY = 3
"""Labels from which a line is no sentence."""

_THE_PROJECT = re.compile(
    r"^(?:Its?|Det|Den|Dets|Dens|Es|Sein|Jego)\b|\b(?:[Tt]he|[Tt]his|[Oo]ur|[Dd]as) [Pp]roje[ck]t\b"
    r"|\b[Pp]rojekte?ts?\b|\b[Pp]rojekt(?:u|em|owi)\b"
    r"|^Projekt\b|\b[Pp]rojekt(?:as|o)\b"
)
"""What a sentence calls the project that it goes on to speak of; *projects* are others."""

_DASH = re.compile(r"\s[–—-]\s|: ")
_FINISHED = re.compile(r"\bPROJECT\s+(?P<status>FINISHED|ONGOING|CLOSED)\b")


def claims(document: Document, passages: Sequence[Passage]) -> Iterator[Claim | Unclear]:
    """Yield what the document states about projects."""
    found = names(document, passages)
    if not found.called:
        return
    reading = begun(document, passages, found)
    results: list[Claim | Unclear] = []
    for passage in passages:
        reading.figures = _has_figures(passage)
        for sentence in sentences(passage):
            results += _read(reading, passage, sentence)
        results += _listed(reading, passage)
    yield from without_leaders(by_giver(results, passages))


def _read(reading: Reading, passage: Passage, sentence: Sentence) -> Iterator[Claim | Unclear]:
    named = reading.names.named(sentence.text)
    keys = list(dict.fromkeys(key for key, _, _ in named))
    enter(reading, sentence, keys, passage.language)
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
    if not (rows or in_a_list or titles_form or any(map(sentence.text.__contains__, _TELLING))):
        return
    about = subject_of(reading, keys)
    if rows:
        yield from _rows(reading, passage, sentence, rows, about)
    if about and not (rows and (sentence.block.kind == "table_row" or len(rows) >= _LABELS_ONLY)):
        yield from _prose(reading, passage, sentence, about, explicit=bool(keys))
    elif len(keys) > 1 and not rows:
        yield from _clauses(reading, passage, sentence)
    elif reading.example and not (keys or rows or reading.open or reading.mentioned or reading.section):
        for one in people(sentence.text, passage.language, named=False):
            yield _claim(reading, passage, sentence, reading.example, one)


def _has_figures(passage: Passage) -> bool:
    """Say whether the rows of two cells label several figures and dates of a project, if weakly."""
    rows = (row for row in sentences(passage) if row.block.kind == "table_row" and row.text.count(CELL) == 1)
    named = {name for row in rows for name, _, _ in labelled(row)}
    return len(named & _FIGURES) > 1


_FIGURES = frozenset(
    ("start", "end", "total-budget", "eu-funding", "grant", "co-financing-rate", "lead-partner")
)
"""What weak labels beside each other tell of a project."""


def _clauses(reading: Reading, passage: Passage, sentence: Sentence) -> Iterator[Claim | Unclear]:
    """Yield what a sentence about several projects states of each, where each has clauses of its own."""
    parts = [
        (clause, {key for key, _, _ in reading.names.named(clause.text)}) for clause in clauses(sentence)
    ]
    if all(len(keys) <= 1 for _, keys in parts):
        for clause, key in ((clause, key) for clause, keys in parts for key in keys):
            yield from _prose(reading, passage, clause, key, explicit=True)


def _rows(
    reading: Reading, passage: Passage, sentence: Sentence, rows: Sequence[Labelled], about: str
) -> Iterator[Claim]:
    """Yield what a row or line with labels states."""
    for name, _, value in rows:
        if name in (ACRONYM, TITLE):
            key = next((key for key, _, _ in reading.names.named(value)), plain(normalised(value)))
            reading.table = key if key in reading.names.called else reading.table
    about = reading.table or about or (reading.example if sentence.block.kind == "table_row" else "")
    reading.strong |= any(strong for _, strong, _ in rows) or bool(reading.names.form)
    reading.strong |= reading.figures and bool(about) and about == reading.whole
    if not about:
        return
    first = sentence.text.split(CELL)[0].rpartition(": ")[2]
    sums = sentence.block.kind == "table_row" and fold(first.strip()) in TOTALS
    for name, strong, value in rows:
        costs = name == "total-budget" and sentence.block.kind == "list" and reading.section == about
        if name not in (ACRONYM, TITLE) and (strong or reading.strong or sums or costs):
            told = list(values(name, value, passage.language, reading.currency))
            reading.funding.setdefault(about, Funding()).take(told)
            for one in told:
                if not (sums and one[1].isdecimal()):  # a sum whose currency stands elsewhere
                    yield _claim(reading, passage, sentence, about, one)
            if name == "eu-funding" and not sums:
                for programme in programmes_in(sentence.text, passage.language):
                    yield _claim(reading, passage, sentence, about, ("programme", programme, ""))


def _prose(
    reading: Reading, passage: Passage, sentence: Sentence, about: str, *, explicit: bool
) -> Iterator[Claim | Unclear]:
    """Yield what a sentence, item or heading states; ``explicit`` where it names its project itself."""
    folded = sentence.folded
    named = explicit or is_entry(reading, about) or bool(_THE_PROJECT.search(sentence.text))
    facts = list(
        stated(sentence, passage.language, reading.names.called[about], named=named, year=reading.year)
    )
    funding = reading.funding.setdefault(about, Funding())
    funding.take(facts)
    if any(name in ("eu-funding", "co-financing-rate", "total-budget") for name, _, _ in facts):
        reading.funded = sentence.block
    if reading.funded is sentence.block:
        facts += told_again(folded, passage.language, funding)
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
            Unclear(passage.number, sentence.text[:SECTION], figure.unclear)
            for figure in unclear(folded, passage.language)
        )


def _listed(reading: Reading, passage: Passage) -> Iterator[Claim]:
    """Yield the partners of a project: in lists, tables and contracts, and where it is named."""
    for kind, run in groupby(sentences(passage), key=lambda sentence: sentence.block.kind):
        held = list(run)
        if kind == "list" and reading.example:
            for item, one in project_partners.in_a_list(held):
                yield _claim(reading, passage, item, reading.example, one)
        reading.led = any(map(project_partners.leads, held))
        for sentence in held if kind != "heading" else ():
            yield from _partners(reading, passage, sentence)


def _partners(reading: Reading, passage: Passage, sentence: Sentence) -> Iterator[Claim]:
    """Yield the partners that a sentence or row names."""
    key = reading.whole or (reading.example if reading.led else "")
    for one in project_partners.stated(sentence) if key else ():
        yield _claim(reading, passage, sentence, key, one)
    whole = reading.whole or (reading.example if EXAMPLE.search(sentence.text) else "")
    about = {key for key, _, _ in reading.names.named(sentence.text)} or {whole}
    if len(about) == 1 and (key := about.pop()):
        opening = passage.number <= OPENING or key != reading.whole
        for one in project_partners.named(sentence, reading.names.called[key], several=opening):
            yield _claim(reading, passage, sentence, key, one)


def _claim(reading: Reading, passage: Passage, sentence: Sentence, about: str, one: Stated) -> Claim:
    name, value, doubt = one
    if name in ("partner", "lead-partner"):
        value = partner_called(value, passage.language)
    place = Claim(
        subject("project", reading.names.called[about]), name, value, passage.number, 0, 0, RULE, doubt
    )
    return replace(place, start=sentence.start, end=sentence.end)
