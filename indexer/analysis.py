"""Passages become words and keys: what an engine is given and what the catalogue keeps.

The same functions read a question, so that the two cannot disagree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .engine import Record
from .languages import keys
from .languages.base import Word, words
from .model import Document, Passage

BOUNDARY = "¶"
"""Stands between passages in the positional field, so that no phrase spans two of them. No word
of a text or a question is ever this sign."""


@dataclass(frozen=True, slots=True)
class Analysed:
    """A passage with its words in reading order."""

    passage: Passage
    words: tuple[Word, ...]


def analyse(passage: Passage) -> Analysed:
    """Return the passage with its words."""
    return Analysed(passage, tuple(words(passage.text)))


def record(document: Document, passages: Sequence[Analysed]) -> Record:
    """Return the document as an engine sees it."""
    found = [keys(word.text, part.passage.language) for part in passages for word in part.words]
    return Record(
        id=document.id,
        terms={
            "exact": tuple(_exact(passages)),
            "lemma": tuple(lemma for key in found for lemma in key.lemmas),
            "stem": tuple(stem for key in found for stem in key.stems),
            "parts": tuple(part for key in found for part in key.parts),
            "title": tuple(_title(document, passages)),
        },
        labels=labels(document),
        date=document.published.sort_key if document.published else 0,
    )


def labels(document: Document) -> dict[str, tuple[str, ...]]:
    """Return the exact values by which the document can be filtered."""
    return {
        "language": document.languages,
        "kind": (document.kind,),
        "year": (str(document.published.year),) if document.published else (),
    }


def _exact(passages: Iterable[Analysed]) -> Iterator[str]:
    for number, part in enumerate(passages):
        if number:
            yield BOUNDARY
        yield from (word.text for word in part.words)


def _title(document: Document, passages: Iterable[Analysed]) -> Iterator[str]:
    """Yield the lemmas of the first title, the headings, and the file's name, which people remember.

    Another title is only chosen from headings and name, which are here in any case.
    """
    for told in (document.titles[0].value if document.titles else document.title, document.source.path.stem):
        for word in words(told):
            yield from keys(word.text, document.language).lemmas
    for part in passages:
        for block in part.passage.blocks:
            if block.kind == "heading":
                for word in words(block.text):
                    yield from keys(word.text, part.passage.language).lemmas
