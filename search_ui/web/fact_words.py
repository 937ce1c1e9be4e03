"""Facts as a person says them: money, dates, shares, states, in one language of the interface."""

from __future__ import annotations

import re
from datetime import date as Date  # noqa: N812 - others are called dates
from decimal import Decimal

from babel.dates import format_interval
from babel.numbers import format_decimal, get_currency_precision

from indexer.model import DatedFact

from ..search.filters import Budget
from .fact_names import AMOUNTS, DATES, ENTRIES, EVENTS, FACTS, NUMBERS, STATES
from .wording import Wording

_AMOUNT = re.compile(r"(?P<number>\d+(?:\.\d+)?)(?:-(?P<last>\d+(?:\.\d+)?))? (?P<unit>[A-Z]{3}|%)")

_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?")


def name(fact: str, words: Wording) -> str:
    """Return what a fact is called."""
    return words.gettext(FACTS[fact]) if fact in FACTS else fact


def value(fact: str, held: str, words: Wording) -> str:
    """Return the value of a fact; as it is kept where it has another form than its name promises."""
    if fact in DATES:
        return dates(held, words)
    if fact in AMOUNTS or fact == "co-financing-rate":
        return amount(held, words)
    if fact in NUMBERS and held.isdecimal():
        return words.number(int(held))
    if fact == "status" and held in STATES:
        return words.pgettext("state of a project", STATES[held])
    if fact == "period":
        return held.replace("-", "–")
    return words.value("lesson", held) if fact == "lesson" else held


def dates(held: str, words: Wording) -> str:
    """Return a date, or the first and the last day of a span."""
    first, _, last = held.partition("/")
    try:
        if last:
            days = (Date.fromisoformat(first), Date.fromisoformat(last))
            return str(format_interval(*days, "yMMMMd", locale=words.locale))
    except ValueError:
        return held
    return _date(held, words)


def _date(held: str, words: Wording) -> str:
    try:
        return words.date(DatedFact(held, "text")) if _DATE.fullmatch(held) else held
    except ValueError:  # 31 February
        return held


def amount(held: str, words: Wording) -> str:
    """Return an amount with its currency, or a share: *403 770.40 EUR*, *76.7 %*, as it is written."""
    found = _AMOUNT.fullmatch(held)
    if not found:
        return held
    unit = found["unit"]
    limits = (_number(one, unit, words) for one in (found["number"], found["last"]) if one)
    return f"{'–'.join(limits)}\N{NO-BREAK SPACE}{unit}"


def _number(digits: str, unit: str, words: Wording) -> str:
    """Return a number with as many decimals as its currency has, or with none."""
    number = Decimal(digits)
    if unit == "%" or number == number.to_integral_value():
        return format_decimal(number, locale=words.locale)
    form = "#,##0." + "0" * get_currency_precision(unit)
    return format_decimal(number, form, locale=words.locale)


def budget(asked: Budget, words: Wording) -> str:
    """Return the span of budgets that is asked for."""
    first, last = (
        "" if limit is None else f"{words.number(float(limit))} {asked.currency}".strip()
        for limit in (asked.first, asked.last)
    )
    if first and last:
        span = first if first == last else f"{first} – {last}"
        return words.gettext("Budget %(amount)s", amount=span)
    if first:
        return words.gettext("Budget from %(amount)s", amount=first)
    return words.gettext("Budget up to %(amount)s", amount=last)


def event(kind: str, words: Wording) -> str:
    """Return what a kind of event is called."""
    return words.pgettext("event", EVENTS.get(kind, EVENTS[""]))


def entry(kind: str, words: Wording) -> str:
    """Return what a kind of place is called; empty for what is none."""
    return words.pgettext("place", ENTRIES[kind]) if kind in ENTRIES else ""
