"""The words of one library nearest to a word that it does not know."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from indexer.catalogue import Catalogue
from indexer.languages import language

from . import suggest

SHORTEST_PART = 3
"""Letters of a word that may have been typed together with the next: *sms*."""


@dataclass(frozen=True)
class Nearest:
    """Called with a word, it names the library's nearest ones. Many threads may ask at once."""

    catalogue: Catalogue
    words: Mapping[str, int]
    """Every word of the library with the number of its documents, and those that its glossary knows."""

    def __call__(self, word: str) -> tuple[str, ...]:
        """Return the words nearest to this one, none where it is one; else those of the nearest stem.

        What is two words of the library typed as one comes back as both, with a blank between.
        """
        if word in self.words:
            return ()
        if near := self._speller.nearest(word):
            return near
        if two := self._two_words(word):
            return (two,)
        stems = tuple(
            f"{code}:{stem}"
            for code, speller in self._stem_spellers.items()
            for own in language(code).lemmas(word)
            for stem in speller.nearest(language(code).stem(own))
        )
        found = self.catalogue.having("stem", stems) if stems else ()
        words = sorted(found, key=lambda one: (-one.documents, one.text))
        return tuple(dict.fromkeys(one.text for one in words))[: suggest.MOST]

    def _two_words(self, word: str) -> str:
        """Return the two words of the library that this is, those in most documents; else nothing."""
        cuts = range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
        pairs = [(word[:cut], word[cut:]) for cut in cuts]
        held = [pair for pair in pairs if all(self.words.get(one) for one in pair)]
        return " ".join(max(held, key=lambda pair: min(self.words[one] for one in pair), default=()))

    @cached_property
    def _speller(self) -> suggest.Speller:
        return suggest.Speller(self.words)

    @cached_property
    def _stem_spellers(self) -> Mapping[str, suggest.Speller]:
        return {code: suggest.Speller(stems) for code, stems in self.catalogue.stems().items()}
