"""Places and partners: what the library holds about each, by the documents that name it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from indexer.catalogue import Catalogue
from indexer.errors import NotKnown
from indexer.knowledge import gazetteer
from indexer.knowledge.claims import DOCUMENT, Stated
from indexer.knowledge.gazetteer import Entry
from indexer.knowledge.labels import plain
from indexer.languages.base import fold, words

from .events import Event
from .stated import Source, meant, sources

Kind = Literal["place", "partner"]

CLAIMS: Mapping[Kind, tuple[str, ...]] = {
    "place": ("place",),
    "partner": ("partner", "lead-partner", "organisation"),
}
"""Names of the claims that name one."""

_WITH = ("partner", "lead-partner")


@dataclass(frozen=True, slots=True)
class Mention:
    """A document that names it."""

    first: Source
    """Where it does so first."""
    times: int
    """Passages that name it."""


@dataclass(frozen=True, slots=True)
class Named:
    """What the library holds about a place, a partner or another organisation."""

    kind: Kind
    name: str
    entry: Entry | None
    """What the gazetteer knows of it."""
    mentions: tuple[Mention, ...]
    """Every document that names it, the one that does so most often first."""
    projects: tuple[tuple[str, tuple[Source, ...]], ...]
    """The projects of which it is a partner, or somebody from there, with what states so."""
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A place in the list of all."""

    name: str
    documents: int
    entry: Entry | None


def places(catalogue: Catalogue) -> tuple[Listed, ...]:
    """Return every place that documents name, those that most documents name first."""
    entries = _entries()
    numbers = catalogue.claims.numbers_of("place")
    return tuple(Listed(name, number, entries.get(plain(name))) for name, number in numbers.items())


def named(catalogue: Catalogue, events: Iterable[Event], kind: Kind, typed: str) -> Named:
    """Return what is known of the place or partner that somebody means. Raises ``NotKnown``."""
    name = meant(kind, typed, _known(catalogue, kind))
    if name is None:
        raise NotKnown(typed)
    said = [one for claim in CLAIMS[kind] for one in catalogue.claims.saying(claim, name)]
    naming = [one for one in said if kind == "partner" or one.claim.about == DOCUMENT]
    here = [event for event in events if kind == "place" and plain(event.place) == plain(name)]
    return Named(
        kind=kind,
        name=name,
        entry=_entries().get(plain(name)),
        mentions=_mentions(sources(catalogue, naming)),
        projects=_projects(catalogue, kind, name),
        events=tuple(here),
    )


def _known(catalogue: Catalogue, kind: Kind) -> Mapping[str, str]:
    """Return what can be meant, by its key."""
    known = dict(catalogue.claims.values(kind))
    if kind == "partner":
        known = {
            plain(one.claim.value): one.claim.value for one in catalogue.claims.named("organisation")
        } | known
    return known


def _entries() -> Mapping[str, Entry]:
    return {plain(entry.name): entry for entry in gazetteer.shipped().entries if entry.kind != "other"}


def _mentions(told: Sequence[Source]) -> tuple[Mention, ...]:
    first: dict[str, Source] = {}
    times = Counter[str]()
    for source in told:
        first.setdefault(source.document.id, source)
        times[source.document.id] += 1
    found = (Mention(source, times[id]) for id, source in first.items())
    return tuple(sorted(found, key=lambda one: (-one.times, one.first.document.source.path)))


def _projects(catalogue: Catalogue, kind: Kind, name: str) -> tuple[tuple[str, tuple[Source, ...]], ...]:
    """Return the projects with the partner, or with one whose name says that it is from the place."""
    told: defaultdict[str, list[Stated]] = defaultdict(list)
    for value in catalogue.claims.values("partner").values():
        if plain(value) == plain(name) or (kind == "place" and _says(value, name)):
            for claim in _WITH:
                for one in catalogue.claims.saying(claim, value):
                    told[one.claim.about.removeprefix("project:")].append(one)
    return tuple((project, sources(catalogue, said)) for project, said in told.items() if project != DOCUMENT)


def _says(text: str, name: str) -> bool:
    """Say whether all words of a name stand in a text, one behind the other: *Kwidzyn* in *Gmina Kwidzyn*."""
    held, wanted = ([word.text for word in words(fold(one))] for one in (text, name))
    return any(held[start : start + len(wanted)] == wanted for start in range(len(held)))
