"""The funding of a project told again: the share that several sources give, and the exact amount.

*The article calls it 76 per cent; the database gives 76.7 per cent and EUR 403,770.40*: beside the sums of a
project a share that is theirs is the rate of the funding, whoever says it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from . import project_sum_words as words
from .money import amounts, shares
from .project_rows import Stated

_NEAR = 1.0
"""Points between the share of two amounts and what sources round it to."""

_SAME = 1.0
"""Of its currency, between an amount and the same in full."""

_BARE = re.compile(r"(?<![\d.,])(?P<share>\d{2}[.,]\d)(?=[.,;:]?(?:\s|$))(?!\s?(?:euro?|mio|mln|mill?))")
"""A share whose sign only the share before it has: *76 per cent; the database writes 76.7*."""


@dataclass(slots=True)
class Funding:
    """The sums of one project as far as they have been read."""

    totals: set[str] = field(default_factory=set)
    parts: set[str] = field(default_factory=set)

    def take(self, facts: Iterable[Stated]) -> None:
        """Take in what a sentence states."""
        for name, value, _ in facts:
            if name == "total-budget" and "-" not in value:
                self.totals.add(value)
            elif name == "eu-funding" and "-" not in value:
                self.parts.add(value)

    def rates(self) -> Sequence[float]:
        """Return the shares of the totals that the parts are, in per cent."""
        pairs = ((part.split(), total.split()) for part in self.parts for total in self.totals)
        return [
            100 * float(part[0]) / float(total[0])
            for part, total in pairs
            if part[1:] == total[1:] and 0 < float(part[0]) < float(total[0])
        ]


def told_again(folded: str, language: str, funding: Funding) -> Iterator[Stated]:
    """Yield the rates and the parts of a folded sentence that are those of the funding."""
    rates, signed = funding.rates(), shares(folded)
    for one in signed:
        if _is_of(float(one.value.split()[0]), rates) and not words.PEOPLE.search(folded[one.end :]):
            yield "co-financing-rate", one.value, ""
    for bare in _BARE.finditer(folded) if signed else ():
        value = bare["share"].replace(",", ".")
        if _is_of(float(value), rates):
            yield "co-financing-rate", f"{value.removesuffix('.0')} %", ""
    for figure in amounts(folded, language):
        if figure.value and any(_is_same(figure.value, part) for part in funding.parts):
            yield "eu-funding", figure.value, figure.doubt


def _is_of(share: float, rates: Iterable[float]) -> bool:
    return any(abs(share - rate) < _NEAR for rate in rates)


def _is_same(value: str, other: str) -> bool:
    """Say whether two amounts differ by less than one of their currency."""
    amount, currency = value.split()
    held, its_currency = other.split()
    return "-" not in amount and currency == its_currency and abs(float(amount) - float(held)) < _SAME
