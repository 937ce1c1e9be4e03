"""The addresses of the pages about what the library knows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from urllib.parse import quote, urlencode

from indexer.knowledge.labels import plain

from ..search.known import Numbers
from .links import Link
from .wording import Wording

PROJECTS, PLACES, LESSONS, EVENTS = "/projects", "/places", "/lessons", "/events"


def project_address(name: str) -> str:
    """Return the address of the card of a project."""
    return f"/project/{_part(name)}"


def place_address(name: str) -> str:
    """Return the address of the page of a place."""
    return f"/place/{_part(name)}"


def partner_address(name: str) -> str:
    """Return the address of the page of a partner or another organisation."""
    return f"/partner/{_part(name)}"


def listed(path: str, given: Mapping[str, str], page: int = 1) -> str:
    """Return the address of a page of a list, asked with these parameters; empty ones are left out."""
    pairs = {name: value for name, value in given.items() if value}
    pairs |= {"page": str(page)} if page > 1 else {}
    return f"{path}?{urlencode(pairs)}" if pairs else path


def searched(label: str, value: str) -> str:
    """Return the address of the documents that have a value of a label."""
    return f"/search?{urlencode({'q': '', label: value})}"


def entries(numbers: Numbers, words: Wording) -> Iterator[Link]:
    """Yield the ways to the lists, each with the number of what stands there, where there is anything."""
    for text, address, number in (
        (words.gettext("Projects"), PROJECTS, numbers.projects),
        (words.gettext("Places"), PLACES, numbers.places),
        (words.gettext("Lessons"), LESSONS, numbers.lessons),
        (words.gettext("Events"), EVENTS, numbers.events),
    ):
        if number:
            yield Link(text, address, count=number)


def _part(name: str) -> str:
    """Return a name as a part of a path; one with a slash by its letters only, which mean it too."""
    return quote(plain(name) if "/" in name else name, safe="")
