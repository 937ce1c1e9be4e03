"""What the catalogue hands out besides documents: hashes, term arrays, places in a passage, vocabulary."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from .model import Passage

NUMBERS = np.dtype("<u4")
"""Word numbers and character offsets: 32 bits, little-endian, so that an index can be moved."""

Numbers = npt.NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class State:
    """What a build saw of the file of a document: the hashes by which a change is told."""

    sha256: str
    """Of the content that the document was made of."""
    sidecar: str
    unread: str
    """Of the content that could not be read since; empty where there is none."""

    @property
    def seen(self) -> str:
        """The content and the sidecar that the build saw."""
        return (self.unread or self.sha256) + self.sidecar


@dataclass(frozen=True, slots=True)
class Terms:
    """The words of one document as numbers of the vocabulary, in reading order."""

    words: Numbers
    bounds: Numbers
    """Passage ``i`` (from 0) holds ``words[bounds[i]:bounds[i + 1]]``."""
    repeated: Numbers
    """Two numbers for each block that other documents say word for word: the places of its first
    word and behind its last, in reading order."""


@dataclass(frozen=True, slots=True)
class Quotable:
    """A passage with the place of each of its words."""

    passage: Passage
    starts: Numbers
    """Character offsets into the passage's text."""
    ends: Numbers


@dataclass(frozen=True, slots=True)
class VocabularyWord:
    """A word of the library as it is written in documents of one language."""

    number: int
    text: str
    language: str
    documents: int
