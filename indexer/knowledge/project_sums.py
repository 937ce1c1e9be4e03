"""What the amounts and shares of a sentence are to its project: its budget, the Union's part, a grant.

An amount is what the words around it call it: the words behind it first (*from the ERDF*), then the nearest
before it. Upper limits, parts of a budget and the money of others are no figures of the project.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from indexer.languages.base import fold

from . import project_cues as cues
from . import project_sum_words as words
from .money import Figure, amounts, bare_numbers, money, shares
from .project_rows import Stated


def figures(folded: str, block: str, language: str, project: str, *, named: bool) -> Iterator[Stated]:
    """Yield amounts and shares; all of a paragraph that is about the share of the funding are that.

    ``named`` where the sentence names its project or calls it one; a plain budget is then its own.
    """
    rates, sums = shares(folded), _sums(folded, language)
    if (not rates and not sums) or words.REJECTED.search(fold(block)):
        return
    topic = bool(cues.TOPIC.search(fold(block)))
    told = list(_told(folded, sums, "eu-funding" if topic else "", project, named=named))
    yield from ((name, figure.value, figure.doubt) for name, figure in told)
    granted = [figure for name, figure in told if name != "total-budget"]
    for rate in rates:
        if (
            not words.LIMIT.search(folded[: rate.start])
            and not words.OF_A_PART.match(folded, rate.end)
            and (topic or _is_rate(folded, rate, granted, named=named))
        ):
            yield "co-financing-rate", rate.value, ""


def _sums(folded: str, language: str) -> list[Figure]:
    """Return the amounts; beside one that has a currency, also large numbers that leave it out."""
    found = [figure for figure in amounts(folded, language) if figure.value]
    currencies = {figure.value.rpartition(" ")[2] for figure in found}
    if len(currencies) == 1:
        taken = [(figure.start, figure.end) for figure in found]
        bare = [one for one in bare_numbers(folded) if not any(a <= one.start() < b for a, b in taken)]
        (currency,) = currencies
        read = [(one, money(one[0], language, currency)) for one in bare if cues.LARGE.fullmatch(one[0])]
        found += [Figure(*one.span(), figure.value) for one, figure in read if figure]
    return sorted(found, key=lambda figure: figure.start)


def _told(
    folded: str, sums: Sequence[Figure], otherwise: str, project: str, *, named: bool
) -> Iterator[tuple[str, Figure]]:
    """Yield each amount that has a name, with the words between it and its neighbours looked at."""
    behind, last = 0, ""
    for place, figure in enumerate(sums, start=1):
        following = sums[place].start if place < len(sums) else len(folded)
        after = words.PAUSE.split(folded[figure.end : min(following, figure.end + cues.NEAR)])[0]
        before = folded[behind : figure.start]
        name = _name(before, after, folded, named=named)
        if (
            named
            and name is None
            and re.sub(r"[\W]+$", "", before).endswith(project)
            and before.endswith("(")
            and after.startswith(")")
        ):
            name = "total-budget"
        if last == "eu-funding" and words.OUT_OF.fullmatch(before):
            name = "total-budget"
        if name is None and last == "total-budget" and words.SAME_IN_BRACKETS.fullmatch(before):
            name = last
        behind, last = figure.end, name or ""
        if (
            figure.value
            and _is_large(figure)
            and not words.PER.match(folded, figure.end)
            and (name or (name is None and otherwise))
        ):
            yield name or otherwise, figure


def is_given(folded: str) -> bool:
    """Say whether a sentence names a giver that is not the Union."""
    return bool(words.OTHER_GIVER.search(folded))


def _is_large(figure: Figure) -> bool:
    """Say whether an amount may be a project's: rates of exchange, fees and daily allowances are less."""
    return float(figure.value.split()[0].split("-")[-1]) >= words.SMALLEST


def _name(before: str, after: str, folded: str, *, named: bool) -> str | None:
    """Return what an amount is; empty for what is not the project's, None where nothing is said of it."""
    if words.LIMIT.search(before) or words.LEFT.match(after) or words.DIVIDED.search(before):
        return ""
    if cues.FROM_MINISTRY.search(after):
        return "grant"
    if cues.FROM_EU.search(after) or (words.BEHIND_UNION.search(after) and words.FUNDED.search(folded)):
        return "eu-funding"
    if words.OWN_BEHIND.match(after) or words.PARTS.search(before):
        return ""
    name = _nearest(before, folded, named=named)
    if name == "total-budget" and not named and words.HAS_TOTAL.search(before):
        return ""
    if name != "eu-funding" and (words.SET_ASIDE.search(before + after) or words.OWN.search(before)):
        return ""
    if named and name is None and (words.ALL_BEHIND.match(after) or words.TOTAL_BESIDE.search(before)):
        return "total-budget"
    return name


def _nearest(before: str, folded: str, *, named: bool) -> str | None:
    """Return what the nearest cue before an amount calls it."""
    table = [
        ("total-budget", words.TOTAL),
        ("grant", cues.GRANT),
        ("giver", words.OTHER_GIVER),
        ("eu-funding", words.APPLIED),
        *([("eu-funding", words.BEFORE_UNION)] if words.FUNDED.search(folded) else []),
        *([("total-budget", words.BUDGET), ("total-budget", words.TOTAL_BESIDE)] if named else []),
    ]
    near = {
        name: found.end()
        for name, pattern in table
        for found in pattern.finditer(before)
        if len(before) - found.end() <= cues.NEAR
    }
    if not near:
        return None
    best = max(near, key=lambda name: (near[name], name != "grant"))
    if best == "grant":
        return "eu-funding" if near.get("eu-funding", -1) > near.get("total-budget", -1) else "grant"
    if best == "giver":
        return "grant" if named and words.GIVES.search(before[near[best] - 3 :]) else ""
    return best


def _is_rate(folded: str, share: Figure, sums: Iterable[Figure], *, named: bool) -> bool:
    """Say whether a share is said to be that of the funding: behind its amount, or beside who pays."""
    before = folded[max(0, share.start - cues.NEAR) : share.start]
    after = folded[share.end : share.end + cues.NEAR]
    if words.PEOPLE.search(after):
        return False
    if any(cues.OR.match(folded[one.end : share.start]) for one in sums if one.end < share.start):
        return True
    if words.BEHIND_UNION.match(after) and named:
        return True
    if words.UNION_PAYS.search(before) or words.PAID_BY_UNION.match(after):
        return True
    if cues.RATE_BEHIND.search(before) or cues.RATE_BEFORE.match(after):
        return True
    own = words.CLAUSE.split(before)[-1]
    if words.OWN.search(own) and not words.BEFORE_UNION.search(own):
        return False
    said = before + after
    union = words.BEFORE_UNION.search(re.sub(r"^.*\d", "", before)) or words.BEFORE_UNION.search(
        re.sub(r"\d.*$", "", after)
    )
    return bool(union and words.PAID.search(said) and (named or cues.OF_THE_BUDGET.match(after)))
