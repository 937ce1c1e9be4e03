"""Long lists in pages, so that none grows without bound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .links import Link, numbered


@dataclass(frozen=True, slots=True)
class Pages:
    """The ways from one page of a list to the others."""

    page: int
    count: int
    links: tuple[Link | None, ...]
    """``None`` stands for pages left out; empty where there is only one."""
    previous: str | None
    next: str | None


def pages(page: int, total: int, per_page: int, address: Callable[[int], str]) -> Pages:
    """Return the ways around a page of so many items; from behind the last page they lead back to it."""
    count = max(1, -(-total // per_page))
    return Pages(
        page=page,
        count=count,
        links=tuple(numbered(page, count, address)) if count > 1 else (),
        previous=address(min(page - 1, count)) if page > 1 else None,
        next=address(page + 1) if page < count else None,
    )
