"""What one document states: its facts with the way to each, what it refers to, and what refers to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from indexer.knowledge.claims import DOCUMENT, Claim
from indexer.model import Document

from ..search.events import DAY
from ..search.known import Referred, StatedHere
from ..search.lessons import KINDS
from ..search.projects import ORDER
from .addresses import document_address, passage_address
from .fact_words import dates, event
from .fact_words import name as fact_name
from .fact_words import value as fact_value
from .knowledge_addresses import partner_address, place_address, project_address, searched
from .sentences import Told, told
from .wording import Wording

OF_THE_DOCUMENT = ("series", "number", "theme", "project", "programme", "place", "partner", "organisation")
"""What is stated of the document itself, in the order in which it is shown; its lessons stand behind."""

MOST_VALUES, MOST_SUBJECTS = 10, 6
"""Values under one name, and projects, that the page of a document shows: the page is one of its text."""

MOST_EVENTS, MOST_REFERENCES = 8, 20
"""Events, and documents that it refers to or that refer to it."""


@dataclass(frozen=True, slots=True)
class Value:
    """A value, with the way to what the library knows of it and to the passage that states it."""

    text: str
    address: str | None
    place: str | None
    """The address of the passage; ``None`` where no passage states it."""
    doubt: Told | None


@dataclass(frozen=True, slots=True)
class Row:
    """What is stated under one name."""

    title: str
    values: tuple[Value, ...]
    more: int


@dataclass(frozen=True, slots=True)
class Subject:
    """A project of which the document states something."""

    name: str
    address: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ShownReference:
    """A document that this one refers to, or that refers to this one."""

    text: str
    """What is referred to, as it is called there, or the title of the document that refers."""
    language: str | None
    address: str | None
    """The other document; ``None`` where the library lacks it."""
    place: str
    """The address of the passage that refers."""
    doubt: Told | None


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """Everything that the page of a document shows of what it states."""

    rows: tuple[Row, ...]
    subjects: tuple[Subject, ...]
    refers_to: tuple[ShownReference, ...]
    cited_by: tuple[ShownReference, ...]


def document_facts(held: Document, here: StatedHere, words: Wording) -> DocumentFacts:
    """Return what the page of a document shows of what it states."""
    claims = [source.stated.claim for source in here.claims]
    own = [claim for claim in claims if claim.about == DOCUMENT]
    named = [row for name in OF_THE_DOCUMENT if (row := _row(held, name, own, words))]
    lessons, events = _lessons(held, own, words), _events(held, claims, words)
    return DocumentFacts(
        rows=tuple(row for row in (*named, lessons, events) if row),
        subjects=tuple(islice(_subjects(held, claims, words), MOST_SUBJECTS)),
        refers_to=tuple(_once(_refers_to(held, one, words) for one in here.refers_to)),
        cited_by=tuple(_once(_cited_by(one, words) for one in here.cited_by)),
    )


def _row(held: Document, name: str, claims: Sequence[Claim], words: Wording) -> Row | None:
    """Return the values under a name, each where it is stated first."""
    first: dict[str, Claim] = {}
    for claim in claims:
        if claim.name == name:
            first.setdefault(claim.value, claim)
    values = tuple(_value(held, claim, words) for claim in islice(first.values(), MOST_VALUES))
    return Row(fact_name(name, words), values, len(first) - len(values)) if values else None


def _value(held: Document, claim: Claim, words: Wording) -> Value:
    return Value(
        text=fact_value(claim.name, claim.value, words),
        address=_address(claim),
        place=_place(held, claim),
        doubt=told(claim.doubt, words) if claim.doubt else None,
    )


def _address(claim: Claim) -> str | None:
    match claim.name:
        case "project":
            return project_address(claim.value)
        case "place":
            return place_address(claim.value)
        case "partner" | "lead-partner" | "organisation":
            return partner_address(claim.value)
        case "programme" | "series":
            return searched(claim.name, claim.value)
    return None


def _place(held: Document, claim: Claim) -> str | None:
    return passage_address(held, claim.passage) if claim.passage else None


def _lessons(held: Document, claims: Sequence[Claim], words: Wording) -> Row | None:
    """Return how many lessons of each kind there are, with the way to the first."""
    values = []
    for kind in KINDS:
        found = [claim for claim in claims if claim.name == "lesson" and claim.value == kind]
        if found:
            text = f"{words.value('lesson', kind)} ({words.number(len(found))})"
            values.append(Value(text, None, _place(held, found[0]), None))
    return Row(words.gettext("Lessons"), tuple(values), 0) if values else None


def _events(held: Document, claims: Iterable[Claim], words: Wording) -> Row | None:
    events: dict[str, dict[str, Claim]] = {}
    for claim in claims:
        if claim.about.startswith("event:"):
            events.setdefault(claim.about, {}).setdefault(claim.name, claim)
    dated = [one for one in events.values() if "date" in one and len(one["date"].value) >= DAY]
    values = tuple(_event(held, one, words) for one in dated[:MOST_EVENTS])
    return Row(words.gettext("Events"), values, len(dated) - len(values)) if values else None


def _event(held: Document, stated: dict[str, Claim], words: Wording) -> Value:
    date = stated["date"]
    what = event(stated["what"].value, words) if "what" in stated else ""
    place = stated["place"].value if "place" in stated else ""
    text = ", ".join(filter(None, (dates(date.value, words), what, place)))
    return Value(text, None, _place(held, date), told(date.doubt, words) if date.doubt else None)


def _subjects(held: Document, claims: Sequence[Claim], words: Wording) -> Iterator[Subject]:
    """Yield the projects of which the document states something."""
    for about in dict.fromkeys(claim.about for claim in claims if claim.about.startswith("project:")):
        of_it = [claim for claim in claims if claim.about == about]
        name = about.removeprefix("project:")
        rows = tuple(row for fact in ORDER if (row := _row(held, fact, of_it, words)))
        yield Subject(name, project_address(name), rows)


def _refers_to(held: Document, one: Referred, words: Wording) -> ShownReference:
    claim, other = one.reference.stated.claim, one.document
    return ShownReference(
        text=other.title if other else claim.value,
        language=other.language if other else None,
        address=document_address(other) if other else None,
        place=passage_address(held, claim.passage),
        doubt=told(one.reference.doubt, words) if one.reference.doubt else None,
    )


def _cited_by(one: Referred, words: Wording) -> ShownReference:
    other, claim = one.document, one.reference.stated.claim
    return ShownReference(
        text=other.title if other else "",
        language=other.language if other else None,
        address=document_address(other) if other else None,
        place=passage_address(other, claim.passage) if other else "",
        doubt=told(one.reference.doubt, words) if one.reference.doubt else None,
    )


def _once(references: Iterable[ShownReference]) -> Iterator[ShownReference]:
    """Yield each reference where it stands first."""
    found: dict[tuple[str, str | None], ShownReference] = {}
    for one in references:
        found.setdefault((one.text, one.address), one)
    return islice(found.values(), MOST_REFERENCES)
