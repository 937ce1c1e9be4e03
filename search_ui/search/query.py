"""What a person typed, understood without ever failing.

    samarbejde kommune          all words wanted, in any of their forms and spellings
    "final meeting"             these words in this order
    "netværrk"                  one quoted word: as it is typed, no other form, spelling or correction
    know-how                    both words wanted; side by side they rank first
    e-mail                      the two side by side, or *email*
    6 maja 2014                 the day, in whatever language and spelling a document has it
    -malbork                    without documents that hold the word
    gmina OR kommune            either; also ELLER and LUB, in capitals
    samarb*                     words that begin so
    lang:da kind:newsletter year:2011..2014
    project:InterLoc programme:"South Baltic" place:Kwidzyn lesson:obstacle budget:100000..

Whatever fits none of these is read as words. Only ``Query`` refuses, and only what a program got wrong.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from indexer.engine import Order
from indexer.languages.base import words

from .days import DAY_WORDS, Day, leading_day
from .filters import NAMED, stated
from .filters import Filters as Filters  # its readers know it from here

MAX_CHARACTERS = 1_000
"""Characters of a question that are read; the rest is ignored. A long sentence has about 200."""

MAX_CLAUSES = 32
"""Words, phrases and alternatives that are read; the rest is ignored."""

MAX_PHRASE = 32
"""Words of a phrase that are read."""

SHORTEST_START = 2
"""Letters that a ``word*`` needs before it is more than a word: one letter begins a tenth of a library."""

MAX_PER_PAGE = 300
"""Hits a page, as the JSON contract states."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word in any of its forms."""

    text: str


@dataclass(frozen=True, slots=True)
class Quoted:
    """Two words or more, as they stand and in this order."""

    words: tuple[str, ...]

    @property
    def text(self) -> str:
        """The phrase with single spaces."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class Exact:
    """A word as it is typed: no other form, spelling or correction."""

    text: str


@dataclass(frozen=True, slots=True)
class Whole:
    """Words that a hyphen or another sign joined: better side by side. Each is wanted for itself too."""

    words: tuple[str, ...]

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(self.words)


@dataclass(frozen=True, slots=True)
class Start:
    """Every word that begins so."""

    text: str


@dataclass(frozen=True, slots=True)
class Either:
    """Any of the options."""

    options: tuple[Single, ...]

    @property
    def text(self) -> str:
        """The options as a person would name them."""
        return " OR ".join(option.text for option in self.options)


Single = Word | Exact | Quoted | Start
Clause = Single | Either | Whole | Day


@dataclass(frozen=True, slots=True)
class Question:
    """The text of a question, understood."""

    text: str
    wanted: tuple[Clause, ...] = ()
    excluded: tuple[Single, ...] = ()
    filters: Filters = field(default_factory=Filters)


@dataclass(frozen=True, slots=True)
class Query:
    """Everything that is asked of the library at once."""

    question: Question
    filters: Filters = field(default_factory=Filters)
    """Filters beside the question's own, which add to them."""
    order: Order = Order.RELEVANCE
    page: int = 1
    per_page: int = 10
    without: frozenset[str] = frozenset()
    """Translations, in lower case, that are not asked for; ``*`` stands for all of them."""

    @property
    def all_filters(self) -> Filters:
        """The filters typed into the question and those given beside it."""
        return self.question.filters | self.filters


_NUMBER = r"\d{1,3}(?: \d{3})+(?:[.,]\d{1,2})?(?![^\s])"
"""A number in groups of three, which white space does not part: ``403 770,40``."""

_PIECES = re.compile(
    rf'(?P<sign>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>{_NUMBER}|(?:{NAMED}):"[^"]*"?|[^\s"]+))', re.IGNORECASE
)
_SIGNS = str.maketrans("„”“»«‟″–—−", '"""""""---')
"""What Danish, Polish and German keyboards and word processors make of a typed ``"`` or ``-``."""

_OR = frozenset({"OR", "ELLER", "LUB"})


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    excluded: bool
    quoted: bool

    @property
    def plain(self) -> bool:
        return not self.quoted and not self.excluded


def parse(text: str) -> Question:
    """Return what the text asks. Every string is a valid question."""
    question = Question(text=_within(text))
    clauses: list[Clause] = []
    excluded: list[Single] = []
    joined = False
    for piece in _with_days(tuple(_pieces(question.text))):
        filters = None if isinstance(piece, Day) or not piece.plain else stated(piece.text)
        if isinstance(piece, Day):
            clauses.append(piece)
        elif filters:
            question = replace(question, filters=question.filters | filters)
        elif piece.text in _OR and piece.plain:
            joined = bool(clauses)
        elif piece.excluded:
            excluded += _as_one(piece)
            joined = False
        elif joined:
            clauses[-1:] = _either(clauses[-1], _as_one(piece))
            joined = False
        else:
            clauses += _clauses(piece)
    return replace(question, wanted=tuple(clauses[:MAX_CLAUSES]), excluded=tuple(excluded[:MAX_CLAUSES]))


def _within(text: str) -> str:
    """Return as much of the text as is read, without half a word at its end if it has others."""
    cut = text[:MAX_CHARACTERS]
    if len(text) <= MAX_CHARACTERS or text[MAX_CHARACTERS].isspace():
        return cut
    return cut.rsplit(maxsplit=1)[0] if len(cut.split(maxsplit=1)) > 1 and not cut[-1].isspace() else cut


def _pieces(text: str) -> Iterator[_Piece]:
    """Yield what stands between white space or quotation marks. A dash alone is punctuation."""
    for found in _PIECES.finditer(text.translate(_SIGNS)):
        if content := found["word"] or found["phrase"]:
            yield _Piece(content, excluded=found["sign"] == "-", quoted=found["word"] is None)


def stated_filters(text: str) -> Iterator[tuple[int, int, Filters]]:
    """Yield where a filter stands in the text, from and to, and what it lets through."""
    for found in _PIECES.finditer(text.translate(_SIGNS)):
        if found["word"] and not found["sign"] and (filters := stated(found["word"])):
            yield (*found.span("word"), filters)


def _with_days(pieces: Sequence[_Piece]) -> Iterator[_Piece | Day]:
    """Yield the pieces, those that together are a date as one day."""
    place = 0
    while place < len(pieces):
        plain = itertools.takewhile(lambda piece: piece.plain, pieces[place : place + DAY_WORDS])
        size, day = leading_day([piece.text for piece in plain])
        yield day or pieces[place]
        place += size


def _clauses(piece: _Piece) -> Iterator[Clause]:
    """Yield a quotation as one clause, and each word of anything else."""
    if piece.quoted:
        yield from _as_one(piece)
        return
    found = [word.text for word in words(piece.text)]
    if len(found) == 2 and len(found[0]) == 1 and found[0].isalpha() and "-" in piece.text:
        yield Either((Quoted(tuple(found)), Word("".join(found))))
        return
    for position, word in enumerate(found, start=1):
        ends_in_star = position == len(found) and piece.text.endswith("*")
        yield Start(word) if ends_in_star and len(word) >= SHORTEST_START else Word(word)
    if 1 < len(found) <= MAX_PHRASE:
        yield Whole(tuple(found))


def _as_one(piece: _Piece) -> list[Single]:
    """Return the piece as a single clause; nothing where it holds no word."""
    found = tuple(word.text for word in words(piece.text))[:MAX_PHRASE]
    if len(found) > 1:
        return [Quoted(found)]
    if not found:
        return []
    if piece.quoted:
        return [Exact(found[0])]
    starts = piece.text.endswith("*") and len(found[0]) >= SHORTEST_START
    return [Start(found[0]) if starts else Word(found[0])]


def _either(clause: Clause, others: Iterable[Single]) -> list[Clause]:
    """Return the clause with further options."""
    options = clause.options if isinstance(clause, Either) else (clause,)
    both = (*options, *others)[:MAX_CLAUSES]
    return [Either(both) if len(both) > 1 else clause]
