"""The parameters of an address become a ``Query``; only what a program got wrong is refused."""

from __future__ import annotations

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qs

from indexer.engine import Order
from indexer.errors import QueryError

from ..search.filters import Budget, budget_filter
from ..search.lessons import Asked
from ..search.query import Filters, Query, parse
from .api_parameters import (
    BUDGET,
    KIND,
    LABELS,
    LANG,
    LESSONS,
    LISTS,
    PAGE,
    PASSAGE,
    PER_PAGE,
    READING,
    SEARCH,
    SORT,
    VIEWING,
    YEAR_FROM,
    YEAR_TO,
    Parameter,
)
from .marks import N_

NAMES = tuple(SEARCH)
"""Every parameter of a search."""

MAX_WITHOUT, MAX_WITHOUT_CHARACTERS = 64, 100
"""Translations that are taken off, and the characters that are read of one: every link repeats them."""

MAX_NAMES, MAX_NAME = 32, 200
"""Names of projects, places … that are asked for at once, and the characters that are read of one."""

MAX_FIELDS = 200
"""Parameters of one address that are taken: each language and kind a few times over."""


UNKNOWN = N_("There is no parameter “%(name)s”. There are: %(names)s.")
NEARLY_KNOWN = N_("There is no parameter “%(name)s”. Did you mean “%(nearest)s”?")
ONLY_ONCE = N_("%(name)s may be given only once.")
NOT_ONE_OF = N_("%(name)s cannot be “%(value)s”. It is one of: %(known)s.")
NO_YEAR = N_("%(name)s is a year of four digits, not “%(value)s”.")
NO_SPAN = N_("%(name)s is an amount or a span of amounts, as 100000..500000EUR, not “%(value)s”.")
NO_NUMBER = N_("%(name)s is a whole number from 1 to %(highest)s, not “%(value)s”.")
YEARS_REVERSED = N_("year_from (%(first)s) is later than year_to (%(last)s).")
TOO_MANY = N_("An address may hold at most %(most)s parameters.")

_SHOWN = 60
"""Characters of a wrong value that are repeated to whoever sent it."""


def query(given: Mapping[str, Sequence[str]]) -> Query:
    """Return the query that the parameters ask. Raises ``QueryError`` naming the wrong one."""
    check_names(given, SEARCH)
    first, last = _year(given, YEAR_FROM), _year(given, YEAR_TO)
    if first is not None and last is not None and first > last:
        raise QueryError("year_from", YEARS_REVERSED, first=first, last=last)
    return Query(
        question=parse(_only(given, SEARCH["q"])),
        filters=Filters(
            languages=_chosen(given, LANG),
            kinds=_chosen(given, KIND),
            year_from=first,
            year_to=last,
            known=_known(given),
            budget=_budget(given),
        ),
        order=Order(_one_of(SORT, _only(given, SORT))),
        page=_number(given, PAGE),
        per_page=_number(given, PER_PAGE),
        without=_without(given.get("without", ())),
    )


def _known(given: Mapping[str, Sequence[str]]) -> frozenset[tuple[str, str]]:
    """Return the labels that are asked for, each with a value as it was typed."""
    found = []
    for name, parameter in LABELS.items():
        for value in given.get(name, ()):
            typed = _one_of(parameter, value) if value and parameter.choices else " ".join(value.split())
            found.append((name, typed[:MAX_NAME]))
    return frozenset(pair for pair in found[:MAX_NAMES] if pair[1])


def _budget(given: Mapping[str, Sequence[str]]) -> Budget | None:
    value = _only(given, BUDGET)
    found = budget_filter(value) if value else None
    if value and not found:
        raise QueryError(BUDGET.name, NO_SPAN, name=BUDGET.name, value=_short(value))
    return found.budget if found else None


def _without(values: Sequence[str]) -> frozenset[str]:
    named = [value.casefold()[:MAX_WITHOUT_CHARACTERS] for value in values if value.strip()]
    return frozenset(named[:MAX_WITHOUT])


def check_names(given: Mapping[str, Sequence[str]], known: Mapping[str, Parameter]) -> None:
    """Raise ``QueryError`` where a parameter is unknown, or is given twice although it may not be."""
    for name, values in given.items():
        if name not in known:
            nearest = difflib.get_close_matches(name, known, n=1)
            if nearest:
                raise QueryError(name, NEARLY_KNOWN, name=_short(name), nearest=nearest[0])
            raise QueryError(name, UNKNOWN, name=_short(name), names=", ".join(known))
        if len(values) > 1 and not known[name].repeated:
            raise QueryError(name, ONLY_ONCE, name=name)


def _short(value: str) -> str:
    return value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"


def _only(given: Mapping[str, Sequence[str]], parameter: Parameter) -> str:
    values = given.get(parameter.name) or ["" if parameter.default is None else str(parameter.default)]
    return values[0]


def _chosen(given: Mapping[str, Sequence[str]], parameter: Parameter) -> frozenset[str]:
    values = sorted({value for value in given.get(parameter.name, ()) if value})
    return frozenset(_one_of(parameter, value) for value in values)


def _one_of(parameter: Parameter, value: str) -> str:
    if value not in parameter.choices:
        known = ", ".join(parameter.choices)
        raise QueryError(parameter.name, NOT_ONE_OF, name=parameter.name, value=_short(value), known=known)
    return value


def _year(given: Mapping[str, Sequence[str]], parameter: Parameter) -> int | None:
    value = _only(given, parameter)
    if not value:
        return None
    if len(value) != 4 or not value.isascii() or not value.isdecimal():
        raise QueryError(parameter.name, NO_YEAR, name=parameter.name, value=_short(value))
    return int(value)


def _number(given: Mapping[str, Sequence[str]], parameter: Parameter) -> int:
    name, value = parameter.name, _only(given, parameter)
    number = int(value) if value.isascii() and value.isdecimal() and len(value) < 10 else 0
    if not 1 <= number <= parameter.highest:
        raise QueryError(name, NO_NUMBER, name=name, value=_short(value), highest=parameter.highest)
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
    check_names(given, READING)
    return Reading(_marking(given), _number(given, PASSAGE), 1)


def page(given: Mapping[str, Sequence[str]]) -> int:
    """Return the page of a list, from 1. Raises ``QueryError`` naming the wrong parameter."""
    check_names(given, LISTS)
    return _number(given, PAGE)


def lessons(given: Mapping[str, Sequence[str]]) -> tuple[Asked, int]:
    """Return which lessons are asked for, and the page. Raises ``QueryError`` naming the wrong parameter."""
    check_names(given, LESSONS)
    kind, language, project = (_only(given, LESSONS[name]) for name in ("kind", "lang", "project"))
    for name, value in (("kind", kind), ("lang", language)):
        if value:
            _one_of(LESSONS[name], value)
    return Asked(kind, language, " ".join(project.split())[:MAX_NAME]), _number(given, PAGE)


def viewing(given: Mapping[str, Sequence[str]], pages: int) -> Reading:
    """Return how a PDF of so many pages is to be shown. Raises ``QueryError`` naming the wrong parameter."""
    check_names(given, VIEWING)
    return Reading(_marking(given), 1, _number(given, replace(PAGE, highest=pages)))


def _marking(given: Mapping[str, Sequence[str]]) -> Query:
    return Query(parse(_only(given, READING["q"])), without=_without(given.get("without", ())))


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
