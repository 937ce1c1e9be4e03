"""What to try where nothing was found: other questions that do find something."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from ..search.query import Clause, Exact, Query, Question, Quoted, Start, Whole, parse
from .addresses import search_address
from .filtering import unfiltered
from .links import PATH
from .marks import N_
from .wording import Wording

MOST = 6
"""Other questions that are tried: each costs a search."""

_MARKS = str.maketrans(dict.fromkeys('"„”“»«‟″', " "))
"""Every quotation mark that makes a phrase, as a space."""

Count = Callable[[Query], int]
"""Returns how many documents answer a query."""

UNFILTERED = N_("Search without filters")
UNQUOTED = N_("Search for the words in any order, not as a phrase")
NOT_EXCLUDED = N_("Do not leave out any words")
TRANSLATED = N_("Search in the other languages too")
SINGLE = N_("Search only for %(word)s")


@dataclass(frozen=True, slots=True)
class Way:
    """Another question that finds something."""

    text: str
    address: str
    documents: str


def ways_out(query: Query, count: Count, words: Wording) -> tuple[Way, ...]:
    """Return what finds something, the nearest to the question first."""
    tried = dict.fromkeys(_attempts(query, words))
    counted = [(text, other, count(other)) for text, other in list(tried)[:MOST]]
    return tuple(
        Way(text, search_address(PATH, other, 1), words.documents(number))
        for text, other, number in counted
        if number
    )


def _attempts(query: Query, words: Wording) -> Iterator[tuple[str, Query]]:
    """Yield other questions, each with what it does differently."""
    question, first = query.question, replace(query, page=1)
    if (plain := unfiltered(query)).question != question or plain.filters != query.filters:
        yield words.gettext(UNFILTERED), plain
    if query.without:
        yield words.gettext(TRANSLATED), replace(first, without=frozenset())
    if (unquoted := question.text.translate(_MARKS)) != question.text:
        yield words.gettext(UNQUOTED), replace(first, question=parse(" ".join(unquoted.split())))
    if question.excluded:
        yield words.gettext(NOT_EXCLUDED), replace(first, question=_with_nothing_excluded(question))
    alone = [text for clause in question.wanted if (text := _typed(clause))]
    for text in alone if len(alone) > 1 else ():
        yield words.gettext(SINGLE, word=words.quoted([text])), replace(plain, question=parse(text))


def _typed(clause: Clause) -> str | None:
    """Return the clause as it may be typed alone; what only adds to other clauses is none."""
    match clause:
        case Whole():
            return None
        case Start(text):
            return f"{text}*"
        case Quoted() | Exact():
            return f'"{clause.text}"'
    return clause.text


def _with_nothing_excluded(question: Question) -> Question:
    kept = [piece for piece in question.text.split() if not piece.startswith(("-", "–", "—", "−"))]
    return parse(" ".join(kept))
