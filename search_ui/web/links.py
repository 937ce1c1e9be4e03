"""The links around an answer: other languages, the order, other pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial

from indexer.languages import LANGUAGES

from ..search.answer import Response
from ..search.query import Query
from ..search.translated import ALL
from .addresses import search_address, without
from .names import ORDERS
from .wording import Wording

PATH = "/search"

_PAGES_AROUND = 2
"""Page numbers shown on either side of the current one."""


@dataclass(frozen=True, slots=True)
class Link:
    """A place to go to."""

    text: str
    address: str
    language: str | None = None
    """The language of the text, where it is not the page's."""
    count: int | None = None
    current: bool = False


def address_of(query: Query) -> str:
    """Return the address of the query's page."""
    return search_address(PATH, query, query.page)


def expansions(response: Response) -> Iterator[Link]:
    """Yield what was searched for in other languages, each a link that takes it off."""
    for text, language in dict.fromkeys((one.alternative, one.language) for one in response.expansions):
        yield Link(text, search_address(PATH, without(response.query, text), 1), language=_known(language))


def as_typed_only(query: Query) -> str:
    """Return the address of the same question in no other language."""
    return search_address(PATH, replace(query, without=frozenset({ALL})), 1)


def sorts(query: Query, words: Wording) -> Iterator[Link]:
    """Yield a link for each order of the answer."""
    for order, text in ORDERS.items():
        address = search_address(PATH, replace(query, order=order), 1)
        yield Link(words.gettext(text), address, current=order is query.order)


def page_links(query: Query, count: int) -> Iterator[Link | None]:
    """Yield the first, the last and the near pages of an answer, and ``None`` for each gap."""
    return numbered(query.page, count, partial(search_address, PATH, query))


def numbered(page: int, count: int, address: Callable[[int], str]) -> Iterator[Link | None]:
    """Yield the first, the last and the near pages of a list, and ``None`` for each gap."""
    near = range(page - _PAGES_AROUND, page + _PAGES_AROUND + 1)
    behind = 0
    for number in sorted({1, count} | {one for one in near if 1 <= one <= count}):
        if number > behind + 1:
            yield None
        yield Link(str(number), address(number), current=number == page)
        behind = number


def _known(code: str) -> str | None:
    """Return the code of a language whose own name is shown."""
    return code if code in LANGUAGES else None
