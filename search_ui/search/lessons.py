"""The lessons of the library, by kind, language and project, a portion at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from indexer.catalogue import Catalogue
from indexer.catalogue_claims import By, Wanted
from indexer.knowledge.labels import plain

from .stated import Source, meant, sources

KINDS = (
    *("success-factor", "obstacle", "advice", "tool", "action-step"),
    *("strength", "weakness", "opportunity", "threat"),
)
"""The kinds of lessons, in the order in which people read them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which lessons are looked for; what is empty lets all through."""

    kind: str = ""
    language: str = ""
    project: str = ""
    """As it was typed."""


@dataclass(frozen=True, slots=True)
class Lessons:
    """A portion of the lessons that are looked for."""

    asked: Asked
    total: int
    items: tuple[Source, ...]
    numbers: Mapping[By, Mapping[str, int]]
    """Lessons by kind, language and project, each as if it were not asked for itself."""


def lessons(catalogue: Catalogue, asked: Asked, *, page: int, per_page: int) -> Lessons:
    """Return a page of the lessons, from 1; a project that the library does not know has none."""
    claims = catalogue.claims
    names = claims.values("project")
    name = meant("project", asked.project, names) if asked.project else ""
    project = "?" if name is None else plain(name) if name else ""
    wanted = Wanted("lesson", asked.kind, asked.language, project)
    by_kind = claims.counted("value", replace(wanted, value=""))
    by_project = claims.counted("project", replace(wanted, project=""))
    some = claims.some(wanted, order=KINDS, limit=per_page, offset=(page - 1) * per_page)
    return Lessons(
        asked=replace(asked, project=name or asked.project),
        total=sum(number for kind, number in by_kind.items() if asked.kind in ("", kind)),
        items=sources(catalogue, some),
        numbers={
            "value": {kind: by_kind[kind] for kind in KINDS if kind in by_kind},
            "language": claims.counted("language", replace(wanted, language="")),
            "project": {names[key]: number for key, number in by_project.items() if key in names},
        },
    )
