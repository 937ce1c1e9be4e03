"""What comes of the claims of a document about its projects together: who gives, who leads."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeGuard

from indexer.languages.base import fold
from indexer.model import Passage

from .claims import Claim, Unclear
from .labels import plain, without_rank
from .project_sums import is_given


def by_giver(results: Sequence[Claim | Unclear], passages: Sequence[Passage]) -> list[Claim | Unclear]:
    """Return the results; a grant whose giver nobody names is the Union's where a programme pays the
    project."""
    paid = {
        one.about for one in results if isinstance(one, Claim) and one.name in ("programme", "eu-funding")
    }
    texts = {passage.number: passage.text for passage in passages}
    return [
        replace(one, name="eu-funding")
        if isinstance(one, Claim)
        and one.name == "grant"
        and one.about in paid
        and not is_given(fold(texts[one.passage][one.start : one.end]))
        else one
        for one in results
    ]


def without_leaders(results: Sequence[Claim | Unclear]) -> Iterator[Claim | Unclear]:
    """Yield the results without lead partners among the other partners, short names and *all partners*."""
    partners = list(filter(_is_partner, results))
    for one in results:
        if not (_is_partner(one) and _is_left_out(one, partners)):
            yield one


def _is_left_out(one: Claim, partners: Sequence[Claim]) -> bool:
    return bool(_ALL_OR_NONE.fullmatch(one.value)) or any(_says_more(other, one) for other in partners)


def _is_partner(one: Claim | Unclear) -> TypeGuard[Claim]:
    return isinstance(one, Claim) and one.name in ("partner", "lead-partner")


_ALL_OR_NONE = re.compile(
    r"(?:all|alle|alla|wszyscy|visi|both|begge|båda|beide|obaj|ingen|none|brak)(?: (?:the )?partn\w*)?",
    re.IGNORECASE,
)
"""What stands in a column of partners where none is named."""


def _says_more(one: Claim, other: Claim) -> bool:
    """Say whether a claim is about the same partner and says more: the lead, or *Sorø Kommune* for *Sorø*."""
    leads = one.name == "lead-partner"
    spelt = without_rank if leads and other.name == "partner" else plain
    more, less = spelt(one.value), spelt(other.value)
    same = one.name == other.name or leads
    return (
        one.about == other.about
        and same
        and less in more
        and (less != more or (leads and one.name != other.name))
    )
