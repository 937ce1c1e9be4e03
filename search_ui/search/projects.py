"""The projects of the library: all of them in a list, and what every document states of one."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from indexer.catalogue import Catalogue
from indexer.catalogue_claims import Wanted
from indexer.errors import NotKnown
from indexer.knowledge.claims import subject
from indexer.knowledge.labels import plain

from .stated import Row, meant, rows, sources

ORDER = (
    *("programme", "period", "start", "end", "status", "total-budget", "eu-funding", "grant"),
    *("co-financing-rate", "lead-partner", "partner", "participants", "website"),
)
"""Names of what is stated of a project, in the order in which people read them."""

LISTED = ("programme", "period", "total-budget")
"""What the list of all projects tells of each."""


@dataclass(frozen=True, slots=True)
class Card:
    """What all documents state of one project."""

    name: str
    documents: int
    """Documents that name it."""
    lessons: int
    """Lessons that stand in these documents."""
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A project in the list of all."""

    name: str
    documents: int
    """Documents that name it."""
    values: Mapping[str, tuple[str, ...]]
    """By the names of ``LISTED``, what most documents state first."""


def card(catalogue: Catalogue, typed: str) -> Card:
    """Return what is stated of the project that somebody means. Raises ``NotKnown``."""
    claims = catalogue.claims
    name = meant("project", typed, claims.values("project"))
    if name is None:
        raise NotKnown(typed)
    lessons = claims.counted("value", Wanted("lesson", project=plain(name)))
    return Card(
        name=name,
        documents=claims.numbers_of("project")[name],
        lessons=sum(lessons.values()),
        rows=rows(sources(catalogue, claims.about(subject("project", name))), ORDER),
    )


def all_projects(catalogue: Catalogue) -> tuple[Listed, ...]:
    """Return every project that documents name, those that most documents name first."""
    told: defaultdict[str, defaultdict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for _, claim in catalogue.claims.plain("project"):
        if claim.name in LISTED:
            told[claim.about][claim.name][claim.value] += 1
    return tuple(
        Listed(
            name,
            documents,
            {
                one: tuple(value for value, _ in told[subject("project", name)][one].most_common())
                for one in LISTED
            },
        )
        for name, documents in catalogue.claims.numbers_of("project").items()
    )
