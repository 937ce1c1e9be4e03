"""Passages become words and keys: what an engine is given and what the catalogue keeps.

The same functions read a question, so that the two cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from operator import attrgetter
from types import MappingProxyType

import numpy as np

from .engine import Record
from .languages import Keys, keys, lemmas
from .languages.base import words
from .model import Document, Passage
from .terms import NUMBERS, Numbers
from .tokens import Tokenizer

BOUNDARY = "¶"
"""Stands between passages in the positional field, so that no phrase spans two of them. No word
of a text or a question is ever this sign."""

REMEMBERED = 100_000
"""Words of a language that keep their keys in memory, 30 MB when full; they are then all forgotten."""

_NOTHING: Mapping[str, tuple[str, ...]] = MappingProxyType({})

_Some = Callable[[Keys], tuple[str, ...]]
"""Some of the keys of a word."""

_LEMMAS, _STEMS, _PARTS = attrgetter("lemmas"), attrgetter("stems"), attrgetter("parts")


@dataclass(frozen=True, slots=True)
class Analysed:
    """The passages of a document with their words in reading order."""

    passages: tuple[Passage, ...]
    words: tuple[str, ...]
    bounds: Numbers
    """Passage ``i`` (from 0) holds ``words[bounds[i]:bounds[i + 1]]``."""
    starts: Numbers
    """Offset of each word in the text of its passage."""
    ends: Numbers

    def spoken(self) -> Iterator[tuple[str, Sequence[str]]]:
        """Yield the language of each passage and its words."""
        bounds = self.bounds.tolist()
        for passage, first, last in zip(self.passages, bounds, bounds[1:], strict=False):
            yield passage.language, self.words[first:last]


class Analyser:
    """Reads documents into words and keys, and remembers those it met. For one thread."""

    def __init__(self, known: Callable[[str, str], Keys | None] = lambda _word, _language: None) -> None:
        """``known`` returns the keys of a word in a language, where they need not be found again."""
        self._known_keys = known
        self._tokenizer = Tokenizer()
        self._keys: dict[tuple[_Some, str], _Remembered] = {}

    def analyse(self, passages: Sequence[Passage]) -> Analysed:
        """Return the passages with their words."""
        texts = [passage.text for passage in passages]
        found = self._tokenizer.tokens("\n".join(texts))
        begins = np.cumsum([0, *(len(text) + 1 for text in texts)])
        bounds = np.searchsorted(found.starts, begins).astype(NUMBERS)
        shifts = np.repeat(begins[:-1], np.diff(bounds)).astype(NUMBERS)
        return Analysed(tuple(passages), found.words, bounds, found.starts - shifts, found.ends - shifts)

    def record(
        self, document: Document, analysed: Analysed, known: Mapping[str, tuple[str, ...]] = _NOTHING
    ) -> Record:
        """Return the document as an engine sees it; ``known`` holds its further labels."""
        return Record(
            id=document.id,
            terms={
                "exact": _exact(analysed),
                "lemma": self._found(analysed, _LEMMAS),
                "stem": self._found(analysed, _STEMS),
                "parts": self._found(analysed, _PARTS),
                "title": tuple(_title(document, analysed.passages)),
            },
            labels=labels(document) | dict(known),
            date=document.published.sort_key if document.published else 0,
        )

    def _found(self, analysed: Analysed, some: _Some) -> tuple[str, ...]:
        """Return those keys of all words, in reading order."""
        return tuple(
            chain.from_iterable(
                chain.from_iterable(map(self._known(some, language).__getitem__, spoken))
                for language, spoken in analysed.spoken()
            )
        )

    def _known(self, some: _Some, language: str) -> Mapping[str, tuple[str, ...]]:
        known = self._keys.get((some, language))
        if known is None or len(known) > REMEMBERED:
            known = self._keys[some, language] = _Remembered(
                lambda word: some(self._known_keys(word, language) or keys(word, language))
            )
        return known


class _Remembered(dict[str, tuple[str, ...]]):
    """What a function returned for each word that was met."""

    def __init__(self, found: Callable[[str], tuple[str, ...]]) -> None:
        self._found = found

    def __missing__(self, word: str) -> tuple[str, ...]:
        answer = self[word] = self._found(word)
        return answer


def labels(document: Document) -> dict[str, tuple[str, ...]]:
    """Return the exact values by which the document can be filtered."""
    return {
        "language": document.languages,
        "kind": (document.kind,),
        "year": (str(document.published.year),) if document.published else (),
    }


def _exact(analysed: Analysed) -> tuple[str, ...]:
    passages = (said for _, said in analysed.spoken())
    first = next(passages, ())
    return tuple(chain(first, *(chain((BOUNDARY,), said) for said in passages)))


def _title(document: Document, passages: Iterable[Passage]) -> Iterator[str]:
    """Yield the lemmas of the first title, the headings, and the file's name, which people remember.

    Another title is only chosen from headings and name, which are here in any case.
    """
    for told in (document.titles[0].value if document.titles else document.title, document.source.path.stem):
        for word in words(told):
            yield from lemmas(word.text, document.language)
    for passage in passages:
        for block in passage.blocks:
            if block.kind == "heading":
                for word in words(block.text):
                    yield from lemmas(word.text, passage.language)
