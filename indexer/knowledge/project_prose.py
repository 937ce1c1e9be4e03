"""What a sentence states about the one project that it is about: budget, funding, dates, lead, website."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from indexer.languages.base import fold
from indexer.model import Block

from . import project_cues as cues
from .calendar_names import MONTHS
from .dates import dates
from .money import Figure, amounts, bare_numbers, money, shares
from .project_rows import Stated, periods, programme_in
from .sentences import Sentence


def stated(sentence: Sentence, language: str, *, named: bool) -> Iterator[Stated]:
    """Yield what the sentence states of its project, in normal form.

    ``named`` where it names the project or calls it one; it then says more.
    """
    folded = sentence.folded
    if any(map(str.isdigit, folded)):
        yield from _figures_stated(folded, sentence.block, language, cues.BUDGET if named else None)
        yield from _time(folded, language)
        if named and (span := cues.BRACKETED_YEARS.search(folded)) and not periods(span[0]):
            yield from (("start", span[1], ""), ("end", span[2], ""))
        if named and (people := cues.REACHED.search(folded)):
            yield "participants", re.sub(r"\D", "", people["number"]), ""
    if "program" in folded or is_bare_programme(folded):
        yield from _programme(folded)
    if ("www." in folded or "http" in folded) and cues.SITE.search(folded):
        yield from (
            ("website", address[0].rstrip("."), "")
            for address in [cues.WEBSITE.search(sentence.text)]
            if address
        )
    if lead := cues.LEAD.search(sentence.text):
        yield "lead-partner", " ".join(lead["name"].split()).strip(), ""


def _figures_stated(
    folded: str, block: Block, language: str, budget: re.Pattern[str] | None
) -> Iterator[Stated]:
    """Yield amounts and shares; all of a paragraph that is about the share of the funding are that."""
    rates, figures = shares(folded), _figures(folded, language)
    if not rates and not figures:
        return
    topic = bool(cues.TOPIC.search(fold(block.text)))
    funding = list(_funding(folded, figures, "eu-funding" if topic else "", budget))
    yield from ((name, figure.value, figure.doubt) for name, figure in funding)
    granted = [figure for name, figure in funding if name != "total-budget"]
    yield from (
        ("co-financing-rate", rate.value, "") for rate in rates if topic or _is_rate(folded, rate, granted)
    )


def is_bare_programme(folded: str) -> bool:
    """Say whether a line consists of years and a programme, as project databases write them."""
    return bool(cues.BARE_PROGRAMME.match(folded))


def unclear(folded: str, language: str) -> Iterable[Figure]:
    """Return the amounts of a sentence about a project that can be read in two ways."""
    return [figure for figure in amounts(folded, language) if figure.unclear]


def _is_rate(folded: str, share: Figure, amounts: Iterable[Figure]) -> bool:
    """Say whether a share is said to be that of the funding: behind its amount, or beside its cue."""
    before, after = (
        folded[max(0, share.start - cues.NEAR) : share.start],
        folded[share.end : share.end + cues.NEAR],
    )
    joined = any(cues.OR.match(folded[one.end : share.start]) for one in amounts if one.end < share.start)
    paid = _last(cues.EU, before)
    if paid is not None and not re.search(r"\d", before[paid:]):
        return True
    if cues.OF_THE_BUDGET.match(after) and cues.EU.search(folded):
        return True
    return joined or bool(cues.RATE_BEHIND.search(before) or cues.RATE_BEFORE.match(after))


def _last(pattern: re.Pattern[str], text: str) -> int | None:
    """Return where the last match ends; nothing where there is none."""
    return max((found.end() for found in pattern.finditer(text)), default=None)


def _programme(folded: str) -> Iterator[Stated]:
    """Yield the programme that a project belongs to, and its period."""
    if not (found := cues.THROUGH.search(folded) or cues.BARE_PROGRAMME.match(folded)):
        return
    if programme := programme_in(found[0]):
        yield "programme", programme, ""
        yield from (("period", period, "") for period in periods(found[0]))


def _funding(
    folded: str, figures: Sequence[Figure], otherwise: str, budget: re.Pattern[str] | None
) -> Iterator[tuple[str, Figure]]:
    """Yield each amount with what its nearest cue before it, or the words behind it, call it."""
    behind = 0
    for place, figure in enumerate(figures, start=1):
        following = figures[place].start if place < len(figures) else len(folded)
        before, after = (
            folded[behind : figure.start],
            folded[figure.end : min(following, figure.end + cues.NEAR)],
        )
        name = _named(before, after, budget) or otherwise
        behind = figure.end
        if name and figure.value:
            yield name, figure


def _figures(folded: str, language: str) -> list[Figure]:
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


def _named(before: str, after: str, budget: re.Pattern[str] | None) -> str:
    """Return what an amount is, by the last cue before it that is near; by what follows where none is."""
    if cues.FROM_EU.search(after):
        return "eu-funding"
    if cues.FROM_MINISTRY.search(after):
        return "grant"
    near = [
        (found.end(), name)
        for name, pattern in (
            ("total-budget", cues.TOTAL),
            ("total-budget", budget),
            ("eu-funding", cues.EU),
            ("grant", cues.GRANT),
        )
        for found in (pattern.finditer(before) if pattern else ())
        if len(before) - found.end() <= cues.NEAR
    ]
    return max(near, default=(0, ""), key=lambda cue: (cue[0], cue[1] != "grant"))[1]


def _time(folded: str, language: str) -> Iterator[Stated]:
    spans = list(_spans(folded, language))
    yield from spans
    if spans:
        return
    yield from (
        ("end", date, "")
        for cue in cues.AS_END.finditer(folded)
        for date in _last_date(folded[: cue.start()], language)
    )
    for name, pattern in (
        ("end", cues.END),
        ("start", cues.START),
        *([("end", cues.BY_END)] if cues.REACHED.search(folded) else []),
    ):
        for cue in pattern.finditer(folded):
            if date := _date_at(folded[cue.end() :], language):
                yield name, date, ""
                if name == "end" and cues.CLOSED.match(cue[0]):
                    yield "status", "closed", ""


def _spans(folded: str, language: str) -> Iterator[Stated]:
    """Yield the two ends of a span of time: *from 1 January 2013 to 30 June 2015*."""
    if not cues.RUNNING.search(folded):
        return
    for found in cues.SPAN.finditer(folded):
        span = found["span"]
        if years := cues.YEARS.match(span):
            first, last = re.findall(r"(?:19|20)\d\d", years[0])
            if f"{first}-{last}" not in periods(span):
                yield "start", first, ""
                yield "end", last, ""
        elif cues.TOGETHER.search(span) and len(both := [one.value for one in dates(span, language)]) >= 2:
            yield "start", both[0], ""
            yield "end", both[1], ""


def _last_date(text: str, language: str) -> list[str]:
    """Return the date with which a text ends."""
    return [one.value for one in dates(text[-40:], language)][-1:]


def _date_at(text: str, language: str) -> str:
    """Return the date with which a text begins; empty where it begins otherwise."""
    if year := cues.YEAR.match(text):
        return year[1]
    found = dates(text[:40], language)
    return found[0].value if found and _begins_with_date(text) else ""


def _begins_with_date(text: str) -> bool:
    first = re.match(r"\W*(\w+)", text)
    return bool(first and (first[1][0].isdecimal() or first[1] in MONTHS))
