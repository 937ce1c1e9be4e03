"""Every way from a question's words into other languages, the most trusted first."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import Protocol

from indexer.languages import keys, language

from .alternatives import Alternative, Span, most_trusted
from .cognates import skeleton
from .thesaurus import Thesaurus

MOST_WORDS = 3
"""Longest term in words that is looked up in dictionaries."""


class Translations(Protocol):
    """What a dictionary is asked: ``Wordbook``."""

    def translations(self, forms: Sequence[str], language: str, target: str) -> Iterable[Alternative]:
        """Return what a word is called in another language, the most trusted first."""
        ...

    def close(self) -> None:
        """Give back what was opened."""
        ...


class NoDictionary:
    """Stands in where there are no dictionaries."""

    def translations(self, forms: Sequence[str], language: str, target: str) -> Iterable[Alternative]:  # noqa: ARG002
        """Return nothing."""
        return ()

    def close(self) -> None:
        """Give back nothing."""


Relatives = Callable[[str], Iterable[tuple[str, str]]]
"""Takes a skeleton; returns the words of the library that have it, each a language and a dictionary form."""


def no_relatives(bones: str) -> Iterable[tuple[str, str]]:  # noqa: ARG001
    """Return nothing: the library's words are not known."""
    return ()


Parts = Callable[[str, str], Sequence[str]]
"""Takes a word and its language's code; returns the dictionary forms of the parts of a compound."""


def parts_of(word: str, code: str) -> Sequence[str]:
    """Return the parts that the language itself finds."""
    return [key.partition(":")[2] for key in keys(word, code).parts]


@dataclass(frozen=True, slots=True)
class Bridge:
    """The glossary, the dictionaries, the parts of compounds and the library's cognates together."""

    thesaurus: Thesaurus
    dictionary: Translations
    cognates: Relatives = no_relatives
    parts: Parts = parts_of

    def close(self) -> None:
        """Give back the dictionary."""
        self.dictionary.close()

    def spans(
        self, question: Sequence[str], languages: Sequence[str], targets: Collection[str]
    ) -> Iterator[Span]:
        """Yield the question's terms in reading order: those of the glossary, and the words between them.

        Takes what ``Thesaurus.spans`` takes. A word that nothing is known of has no span.
        """
        told = {span.start: span for span in self.thesaurus.spans(question, languages, targets)}
        covered = {place for span in told.values() for place in range(span.start, span.end)}
        start = 0
        while start < len(question):
            end = _gap(start, len(question), covered)
            span = told.get(start) or self._looked_up(question, start, end, languages, targets)
            if span:
                yield span
            start = span.end if span else start + 1

    def _looked_up(
        self,
        question: Sequence[str],
        start: int,
        end: int,
        languages: Sequence[str],
        targets: Collection[str],
    ) -> Span | None:
        """Return the longest term of a dictionary from there on, or one word with what is made of it."""
        for stop in range(end, start, -1):
            found = self._term(question[start:stop], languages, targets)
            if found:
                alternatives = most_trusted((one for _, one in found), " ".join(question[start:stop]))
                understood = tuple(dict.fromkeys(code for code, _ in found))
                return Span(start, stop, understood, alternatives) if alternatives else None
        return None

    def _term(
        self, words: Sequence[str], languages: Sequence[str], targets: Collection[str]
    ) -> list[tuple[str, Alternative]]:
        """Return the alternatives of the words, each with the language in which they were understood."""
        pairs = [(code, target) for code in languages for target in targets if code != target]
        pairs = [pair for pair in pairs if all(keys(word, pair[0]).lemmas for word in words)]
        direct = _in_turn(
            [(code, one) for one in self._listed(words, code, target)] for code, target in pairs
        )
        if len(words) > 1:
            return list(direct)
        parts = ((code, one) for code, target in pairs for one in self._by_parts(words[0], code, target))
        alike = ((code, one) for code, target in pairs for one in self._alike(words[0], code, target))
        return list(chain(direct, parts, alike))

    def _listed(self, words: Sequence[str], code: str, target: str) -> Iterable[Alternative]:
        lemmas = [[key.partition(":")[2] for key in keys(word, code).lemmas] for word in words]
        forms = [" ".join(words), *(lemmas[0] if len(words) == 1 else [" ".join(some[0] for some in lemmas)])]
        return self.dictionary.translations(forms, code, target)

    def _by_parts(self, word: str, code: str, target: str) -> Iterator[Alternative]:
        """Yield what the parts of a compound are called, if each of them is called something."""
        called = [self._called(part, code, target) for part in self.parts(word, code)]
        if called and all(called):
            yield Alternative(" ".join(one for one in called if one), target, "parts", f"parts of {word}")

    def _called(self, part: str, code: str, target: str) -> str | None:
        known = (one for span in self.thesaurus.spans([part], [code], [target]) for one in span.alternatives)
        listed = self.dictionary.translations([part], code, target)
        return next((one.text for one in chain(known, listed)), None)

    def _alike(self, word: str, code: str, target: str) -> Iterator[Alternative]:
        """Yield the target language's words that have the skeleton of one of the word's dictionary forms.

        A form that the language does not know is a name, or a word of the target typed without its letters.
        """
        forms = (key.partition(":")[2] for key in keys(word, code).lemmas)
        known = filter(language(code).knows, forms)
        for bones in dict.fromkeys(filter(None, map(skeleton, known))):
            for spoken, text in self.cognates(bones):
                if spoken == target:
                    yield Alternative(text, target, "cognate", "cognate")


def _gap(start: int, end: int, covered: set[int]) -> int:
    """Return where the words that the glossary does not know end, at most ``MOST_WORDS`` further."""
    known = (place for place in range(start, end) if place in covered)
    return min(next(known, end), start + MOST_WORDS)


def _in_turn(
    groups: Iterable[Sequence[tuple[str, Alternative]]],
) -> Iterator[tuple[str, Alternative]]:
    """Yield the first of every group, then the second: no language uses up the room of another."""
    for turn in zip_longest(*groups):
        yield from (one for one in turn if one)
