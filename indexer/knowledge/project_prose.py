"""What a sentence states about the one project that it is about: budget, funding, dates, lead, website."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from indexer.languages.base import fold

from . import project_cues as cues
from .money import Figure, amounts
from .project_people import people
from .project_programmes import bare_programme, paying, with_union
from .project_rows import Stated, periods, programme_in
from .project_sums import figures
from .project_times import times
from .sentences import Sentence


def stated(
    sentence: Sentence, language: str, project: str, *, named: bool, year: int | None = None
) -> Iterator[Stated]:
    """Yield what the sentence states of its project, in normal form.

    ``named`` where it names the project or calls it one; it then says more.
    """
    folded, paid = sentence.folded, False
    if any(map(str.isdigit, folded)):
        told = list(
            figures(with_union(sentence, language), sentence.block.text, language, fold(project), named=named)
        )
        yield from told
        paid = bool(cues.MONEY_FROM.search(folded)) or any(
            name in ("eu-funding", "co-financing-rate") for name, _, _ in told
        )
        own_year = year if "proje" in folded or fold(project) in folded else None
        yield from times(folded, language, own_year, named=named)
        if named and (span := cues.BRACKETED_YEARS.search(folded)) and not periods(span[0]):
            yield from (("start", span[1], ""), ("end", span[2], ""))
        if named and (reached := cues.REACHED.search(folded)):
            yield "participants", re.sub(r"\D", "", reached["number"] or reached["came"]), ""
    yield from _programme(sentence.text, folded, language, named=named or paid)
    if ("www." in folded or "http" in folded) and (cues.SITE.search(folded) or named):
        yield from (
            ("website", address[0].rstrip("."), "")
            for address in [cues.WEBSITE.search(sentence.text)]
            if address
        )
    yield from people(sentence.text, language, named=named)


def is_bare_programme(folded: str) -> bool:
    """Say whether a line consists of years and a programme, as project databases write them."""
    return bool(cues.BARE_PROGRAMME.match(folded))


def unclear(folded: str, language: str) -> Iterable[Figure]:
    """Return the amounts of a sentence about a project that can be read in two ways."""
    return [figure for figure in amounts(folded, language) if figure.unclear]


def _programme(text: str, folded: str, language: str, *, named: bool) -> Iterator[Stated]:
    """Yield the programmes that a project belongs to, and their period."""
    bare = cues.BARE_PROGRAMME.match(folded)
    if bare and (programme := programme_in(bare[0])):
        yield "programme", programme, ""
    found = list(paying(text, language)) or bare_programme(text, language) if named and not bare else []
    yield from (("programme", programme, "") for programme in found)
    if found or bare:
        yield from (("period", period, "") for period in periods(text))
