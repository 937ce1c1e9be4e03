"""How much the library knows: the numbers that lead to its pages, and what stands in one document."""

from __future__ import annotations

from dataclasses import dataclass

from indexer.catalogue import Catalogue
from indexer.catalogue_claims import Missing, Reference, Wanted
from indexer.model import Document

from .events import Event
from .stated import Source, sources


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many there are of each kind of thing that the library has a page about."""

    projects: int
    places: int
    lessons: int
    events: int


@dataclass(frozen=True, slots=True)
class Referred:
    """A reference from one document to another."""

    reference: Reference
    document: Document | None
    """The other document; ``None`` where the library lacks it."""


@dataclass(frozen=True, slots=True)
class StatedHere:
    """What one document states, what it refers to, and what refers to it."""

    claims: tuple[Source, ...]
    refers_to: tuple[Referred, ...]
    cited_by: tuple[Referred, ...]


NOTHING = StatedHere((), (), ())
"""Of a document of which nothing is known."""


@dataclass(frozen=True, slots=True)
class Lacking:
    """An issue that documents refer to and that the library does not hold."""

    name: str
    cited_by: tuple[Document, ...]


def numbers(catalogue: Catalogue, events: tuple[Event, ...]) -> Numbers:
    """Return how much there is."""
    claims = catalogue.claims
    return Numbers(
        projects=len(claims.values("project")),
        places=len(claims.values("place")),
        lessons=sum(claims.counted("value", Wanted("lesson")).values()),
        events=len(events),
    )


def stated_here(catalogue: Catalogue, id: str) -> StatedHere:
    """Return what a document states, in reading order."""
    claims = catalogue.claims
    refers_to, cited_by = claims.references(id), claims.cited_by(id)
    ids = [*(one.cited for one in refers_to if one.cited), *(one.stated.document for one in cited_by)]
    others = catalogue.documents(list(dict.fromkeys(ids)))
    return StatedHere(
        claims=sources(catalogue, claims.of(id)),
        refers_to=tuple(Referred(one, others.get(one.cited)) for one in refers_to),
        cited_by=tuple(Referred(one, others.get(one.stated.document)) for one in cited_by),
    )


def lacking(catalogue: Catalogue) -> tuple[Lacking, ...]:
    """Return the issues that documents refer to and that the library does not hold, by name."""
    missing: tuple[Missing, ...] = catalogue.claims.missing()
    held = catalogue.documents(list({id for one in missing for id in one.cited_by}))
    return tuple(Lacking(one.name, tuple(held[id] for id in one.cited_by)) for one in missing)
