"""What documents state about projects, series, places, events and lessons: values with their source.

Nothing is guessed: a claim is what one passage says, in normal form, and where it says so. Claims that
contradict each other stand side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from indexer.model import Document, Passage

DOCUMENT = "document"
"""What a claim is about that is stated of the document itself."""

SIDECAR = "sidecar"
"""The rule of what people said."""


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that one passage states, as far as it states it."""

    about: str
    """What it is stated of: ``document``, or a kind and a name, ``project:InterLoc``. Events are
    numbered within their document, ``event:2``."""
    name: str
    """What is stated: ``programme``, ``total-budget``, ``place``, ``cites``, ``lesson`` …"""
    value: str
    """In normal form: ``403770.40 EUR``, ``2014-11``, ``2007-2013``, ``obstacle``."""
    passage: int
    """Number of the passage in the document, from 1; 0 where no passage says it, but the file's name
    or its sidecar."""
    start: int
    """Offset in the passage's text, in characters, of the words that state it."""
    end: int
    rule: str
    """The rule that read it: ``money.budget``, ``series.citation`` …; ``sidecar`` where people said so."""
    doubt: str = ""
    """Why it may not be so, in a sentence; empty where there is no doubt."""


@dataclass(frozen=True, slots=True)
class Unclear:
    """Words that state something that can be understood in two ways, so that nobody is told it."""

    passage: int
    text: str
    """The words, as they stand there."""
    reason: str
    """What they may mean, as the end of a sentence."""


Rule = Callable[[Document, Sequence[Passage]], Iterable[Claim | Unclear]]
"""Reads what a document states about one kind of thing, from its passages in reading order."""


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim of the library, with the passage that makes it."""

    document: str
    """The document's id."""
    claim: Claim
    page: int = 0
    """Page of the passage, from 1; 0 where no passage says it."""
    language: str = ""
    """The passage's language."""
    text: str = ""
    """The passage's text; the claim's offsets count in it."""

    @property
    def words(self) -> str:
        """The words that state it; empty where no passage says it."""
        return self.text[self.claim.start : self.claim.end]


def subject(kind: str, name: str) -> str:
    """Return what a claim is about that is stated of a thing of this kind and name."""
    return f"{kind}:{name}"
