"""How a question that is being typed may go on: with words of the library and terms of its glossary. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping

from indexer.languages import LANGUAGES
from indexer.languages.base import fold, words

SHORTEST = 2
"""Letters of the last word from which it is completed: one letter begins a tenth of a library."""

MOST = 8
"""Completions that are offered."""

_TERMS = 4
"""Terms of the glossary among them, where words of the library fit too."""

_SAME = 4
"""Letters by which two words that begin alike may differ and still be forms of one word."""

_MERE_GRAMMAR = frozenset().union(*(language.stopwords for language in LANGUAGES.values()))


class Completer:
    """Completes what is being typed, accents and case not counting. Many threads may ask."""

    def __init__(self, vocabulary: Mapping[str, int], terms: Iterable[str]) -> None:
        """Take the library's words with the number of their documents, and the glossary's terms."""
        self._documents = vocabulary
        self._words = sorted((fold(word), word) for word in vocabulary if _is_telling(word))
        held = (term for term in dict.fromkeys(terms) if all(one.text in vocabulary for one in words(term)))
        self._terms = sorted((fold(term), term) for term in held if " " in term)

    def complete(self, text: str) -> tuple[str, ...]:
        """Return at most ``MOST`` questions that begin with the text: terms of several words, then words.

        Who has typed one word so far may mean that word: the likeliest comes before the terms.
        """
        before, last = _parted(text)
        if len(last) < SHORTEST:
            return ()
        terms = sorted(_beginning(self._terms, fold(" ".join(text.split()))), key=len)
        found = [f"{before}{word}" for word in self._likely(last)]
        sure = 0 if " " in text.strip() else 1
        told = dict.fromkeys((*found[:sure], *terms[: max(_TERMS, MOST - len(found))], *found[sure:]))
        return tuple(one for one in told if one != text)[:MOST]

    def _likely(self, start: str) -> list[str]:
        """Return the words that begin so, those in most documents first, one form of each."""
        found = sorted(_beginning(self._words, fold(start)), key=lambda one: (-self._documents[one], one))
        chosen: list[str] = []
        for word in found:
            if not any(_are_forms(word, other) for other in chosen):
                chosen.append(word)
            if len(chosen) == MOST:
                break
        return chosen


def _parted(text: str) -> tuple[str, str]:
    """Return what is typed before the last word, and the word; a sign before it stays with the former."""
    start = max(text.rfind(sign) for sign in ' "-:(') + 1
    return text[:start], text[start:]


def _beginning(sorted_: list[tuple[str, str]], start: str) -> Iterator[str]:
    for folded, text in sorted_[bisect_left(sorted_, (start, "")) :]:
        if not folded.startswith(start):
            return
        yield text


def _are_forms(one: str, other: str) -> bool:
    longer, shorter = (one, other) if len(one) > len(other) else (other, one)
    return longer.startswith(shorter[: max(4, len(shorter) - 2)]) and len(longer) - len(shorter) < _SAME


def _is_telling(word: str) -> bool:
    return len(word) > SHORTEST and word[0].isalpha() and word not in _MERE_GRAMMAR
