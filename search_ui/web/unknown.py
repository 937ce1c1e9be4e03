"""What to show for a name that no document of the library holds: names like it, and other ways on."""

from __future__ import annotations

import difflib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlencode

from indexer.knowledge.labels import plain

from .knowledge_addresses import PLACES, PROJECTS, partner_address, place_address, project_address
from .links import PATH, Link
from .wording import Wording

Kind = Literal["project", "place", "partner"]

MOST_ALIKE, ALIKE = 5, 0.6
"""Names that are proposed, and the share of their letters that they have in common with the unknown one."""

LONGEST = 100
"""Characters of the unknown name that are repeated."""

_ADDRESSES = {"project": project_address, "place": place_address, "partner": partner_address}


@dataclass(frozen=True, slots=True)
class UnknownPage:
    """What the page of an unknown name shows."""

    title: str
    name: str
    alike: tuple[Link, ...]
    search: str
    everything: Link


def page(kind: Kind, name: str, known: Sequence[str], words: Wording) -> UnknownPage:
    """Return what to show for a name that is not among the known ones."""
    shown = name if len(name) <= LONGEST else f"{name[:LONGEST]}…"
    titles = {
        "project": words.gettext("No document tells of a project called “%(name)s”", name=shown),
        "place": words.gettext("No document names a place called “%(name)s”", name=shown),
        "partner": words.gettext("No document names a partner called “%(name)s”", name=shown),
    }
    keys = {plain(one): one for one in known}
    near = difflib.get_close_matches(plain(name[:LONGEST]), keys, MOST_ALIKE, ALIKE)
    everything = (
        Link(words.gettext("All places"), PLACES)
        if kind == "place"
        else Link(words.gettext("All projects"), PROJECTS)
    )
    return UnknownPage(
        title=titles[kind],
        name=shown,
        alike=tuple(Link(keys[key], _ADDRESSES[kind](keys[key])) for key in near),
        search=f"{PATH}?{urlencode({'q': shown}, errors='replace')}",
        everything=everything,
    )
