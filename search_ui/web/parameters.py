"""The parameters of an address become a ``Query``; only what a program got wrong is refused."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs

from indexer.engine import Order
from indexer.errors import QueryError
from indexer.knowledge.kinds import KINDS
from indexer.languages import LANGUAGES

from ..search.query import MAX_PER_PAGE, Filters, Query, parse
from .marks import N_

NAMES = ("q", "lang", "kind", "year_from", "year_to", "sort", "page", "per_page", "without")
"""Every parameter of a search; ``lang``, ``kind`` and ``without`` may come several times."""

_REPEATABLE = frozenset({"lang", "kind", "without"})

MAX_WITHOUT, MAX_WITHOUT_CHARACTERS = 64, 100
"""Translations that are taken off, and the characters that are read of one: every link repeats them."""

MAX_PAGE = 1_000_000
"""The highest page number that is taken; far behind the last page of any library."""


MAX_FIELDS = 200
"""Parameters of one address that are taken: each language and kind a few times over."""


UNKNOWN = N_("There is no parameter “%(name)s”. There are: %(names)s.")
NEARLY_KNOWN = N_("There is no parameter “%(name)s”. Did you mean “%(nearest)s”?")
ONLY_ONCE = N_("%(name)s may be given only once.")
NOT_ONE_OF = N_("%(name)s cannot be “%(value)s”. It is one of: %(known)s.")
NO_YEAR = N_("%(name)s is a year of four digits, not “%(value)s”.")
NO_NUMBER = N_("%(name)s is a whole number from 1 to %(highest)s, not “%(value)s”.")
YEARS_REVERSED = N_("year_from (%(first)s) is later than year_to (%(last)s).")
TOO_MANY = N_("An address may hold at most %(most)s parameters.")

_SHOWN = 60
"""Characters of a wrong value that are repeated to whoever sent it."""


def query(given: Mapping[str, Sequence[str]]) -> Query:
    """Return the query that the parameters ask. Raises ``QueryError`` naming the wrong one."""
    _check_names(given, NAMES)
    first, last = _year(given, "year_from"), _year(given, "year_to")
    if first is not None and last is not None and first > last:
        raise QueryError("year_from", YEARS_REVERSED, first=first, last=last)
    return Query(
        question=parse(_only(given, "q", "")),
        filters=Filters(
            languages=_known(given, "lang", LANGUAGES),
            kinds=_known(given, "kind", KINDS),
            year_from=first,
            year_to=last,
        ),
        order=_order(_only(given, "sort", Order.RELEVANCE.value)),
        page=_number(given, "page", 1, MAX_PAGE),
        per_page=_number(given, "per_page", 10, MAX_PER_PAGE),
        without=_without(given.get("without", ())),
    )


def _without(values: Sequence[str]) -> frozenset[str]:
    named = [value.casefold()[:MAX_WITHOUT_CHARACTERS] for value in values if value.strip()]
    return frozenset(named[:MAX_WITHOUT])


def _check_names(given: Mapping[str, Sequence[str]], names: Sequence[str]) -> None:
    for name, values in given.items():
        if name not in names:
            nearest = difflib.get_close_matches(name, names, n=1)
            if nearest:
                raise QueryError(name, NEARLY_KNOWN, name=_short(name), nearest=nearest[0])
            raise QueryError(name, UNKNOWN, name=_short(name), names=", ".join(names))
        if len(values) > 1 and name not in _REPEATABLE:
            raise QueryError(name, ONLY_ONCE, name=name)


def _short(value: str) -> str:
    return value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"


def _only(given: Mapping[str, Sequence[str]], name: str, default: str) -> str:
    values = given.get(name) or [default]
    return values[0]


def _known(given: Mapping[str, Sequence[str]], name: str, known: Mapping[str, object]) -> frozenset[str]:
    values = frozenset(value for value in given.get(name, ()) if value)
    for value in sorted(values - known.keys()):
        raise QueryError(name, NOT_ONE_OF, name=name, value=_short(value), known=", ".join(known))
    return values


def _order(value: str) -> Order:
    try:
        return Order(value)
    except ValueError as error:
        orders = ", ".join(order.value for order in Order)
        raise QueryError("sort", NOT_ONE_OF, name="sort", value=_short(value), known=orders) from error


def _year(given: Mapping[str, Sequence[str]], name: str) -> int | None:
    value = _only(given, name, "")
    if not value:
        return None
    if len(value) != 4 or not value.isascii() or not value.isdecimal():
        raise QueryError(name, NO_YEAR, name=name, value=_short(value))
    return int(value)


def _number(given: Mapping[str, Sequence[str]], name: str, default: int, highest: int) -> int:
    value = _only(given, name, str(default))
    number = int(value) if value.isascii() and value.isdecimal() and len(value) < 10 else 0
    if not 1 <= number <= highest:
        raise QueryError(name, NO_NUMBER, name=name, value=_short(value), highest=highest)
    return number


@dataclass(frozen=True, slots=True)
class Reading:
    """What the address of a document may say beside its id."""

    asked: Query
    """The question that led to it, which is marked in its text."""
    passage: int
    """The passage to open it at, from 1."""
    page: int
    """The page of a PDF to open it at, from 1."""


def reading(given: Mapping[str, Sequence[str]]) -> Reading:
    """Return how a document is to be opened. Raises ``QueryError`` naming the wrong parameter."""
    _check_names(given, ("q", "without", "passage"))
    return Reading(_marking(given), _number(given, "passage", 1, MAX_PAGE), 1)


def viewing(given: Mapping[str, Sequence[str]], pages: int) -> Reading:
    """Return how a PDF of so many pages is to be shown. Raises ``QueryError`` naming the wrong parameter."""
    _check_names(given, ("q", "without", "page"))
    return Reading(_marking(given), 1, _number(given, "page", 1, pages))


def _marking(given: Mapping[str, Sequence[str]]) -> Query:
    return Query(parse(_only(given, "q", "")), without=_without(given.get("without", ())))


def given(query_string: bytes) -> dict[str, list[str]]:
    """Return the parameters of an address; what is not text becomes a replacement character."""
    try:
        found = parse_qs(
            query_string.decode(errors="replace"),
            keep_blank_values=True,
            errors="replace",
            max_num_fields=MAX_FIELDS,
        )
    except ValueError as error:
        raise QueryError("q", TOO_MANY, most=MAX_FIELDS) from error
    return {name: [value.replace("\0", "\ufffd") for value in values] for name, values in found.items()}
