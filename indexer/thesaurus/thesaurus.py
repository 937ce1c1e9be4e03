"""The glossary as the search asks it: words of a question in, concepts and their names out."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Self

from .alternatives import Alternative, Span, most_trusted
from .glossary import Concept
from .labels import Keys, Label, Labels, as_json, by_first_key, labels, unpacked, word_keys

PackedConcept = str
"""A concept as JSON: ``id``, ``labels``, ``theme`` and ``broader``."""


@dataclass(frozen=True, slots=True)
class _Match:
    """A label that stands in the question."""

    start: int
    end: int
    language: str
    label: Label

    @property
    def order(self) -> tuple[int, int, int, int]:
        """The longest first, then as in the question, preferred labels before others."""
        return (self.start - self.end, self.start, self.label.rank, self.label.concept)


class Thesaurus:
    """The concepts of a glossary, found by their labels in any form. Many threads may ask at once."""

    def __init__(self, concepts: Sequence[PackedConcept], analysed: Labels) -> None:
        """Take the concepts and the analysis of their labels, from ``of`` or from ``loads``."""
        self._concepts = concepts
        self._labels = analysed

    @classmethod
    def of(cls, concepts: Sequence[Concept], languages: Iterable[str]) -> Self:
        """Return the thesaurus that understands questions in these languages."""
        analysed = {code: by_first_key(labels(concepts, code)) for code in languages}
        packed = [as_json((one.id, dict(one.labels), one.theme, one.broader)) for one in concepts]
        return cls(packed, analysed)

    @classmethod
    def loads(cls, text: str) -> Self:
        """Return the thesaurus that ``dumps`` was called on."""
        head, *lines = text.split("\n")
        count, sizes = json.loads(head)
        found, start = {}, count
        for code, size in sizes.items():
            rows = lines[start : start + 2 * size]
            found[code] = dict(zip(rows[::2], rows[1::2], strict=True))
            start += len(rows)
        return cls(lines[:count], found)

    def dumps(self) -> str:
        """Return the thesaurus as text: loading it takes a hundredth of the time of ``of``.

        In lines: how many concepts there are and how many keys in each language, the concepts, then each
        key with its packed labels behind it. Inside JSON, packed labels would be full of quotation marks to
        be undone: 75 ms instead of 25 for the shipped glossary.
        """
        head = [len(self._concepts), {code: len(found) for code, found in self._labels.items()}]
        kept = (line for found in self._labels.values() for pair in found.items() for line in pair)
        return "\n".join([as_json(head), *self._concepts, *kept])

    def terms(self, languages: Iterable[str]) -> Iterator[str]:
        """Yield what these languages call the concepts, as the glossary writes it."""
        codes = tuple(languages)
        for _, called, *_ in map(json.loads, self._concepts):
            yield from (label for code in codes for label in called.get(code, ()))

    def _concept(self, number: int) -> Concept:
        id, labels, theme, broader = json.loads(self._concepts[number])
        return Concept(id, {code: tuple(some) for code, some in labels.items()}, theme, broader)

    def spans(
        self, question: Sequence[str], languages: Sequence[str], targets: Collection[str]
    ) -> Iterator[Span]:
        """Yield the question's terms in reading order, the longest first where terms overlap.

        ``question`` holds words as ``words`` yields them, in a row as they were typed. It may be in
        any of ``languages``; ``targets`` are the languages wanted, the most important first. What
        the question's own language calls it otherwise comes last.
        """
        taken: set[int] = set()
        chosen: dict[tuple[int, int], list[_Match]] = defaultdict(list)
        for match in sorted(self._matches(question, languages), key=lambda match: match.order):
            place = (match.start, match.end)
            if place in chosen or taken.isdisjoint(range(*place)):
                chosen[place].append(match)
                taken.update(range(*place))
        for (start, end), matches in sorted(chosen.items()):
            typed = tuple(question[start:end])
            yield self._span(list(_as_typed(matches, typed)), " ".join(typed), targets)

    def _matches(self, question: Sequence[str], languages: Sequence[str]) -> Iterator[_Match]:
        for code in dict.fromkeys(languages):
            found = [word_keys(word, code) for word in question]
            known = self._labels.get(code, {})
            for start, first in enumerate(found):
                told = chain.from_iterable(unpacked(known[key]) for key in first if key in known)
                for label in dict.fromkeys(told):  # once, where several keys lead to it
                    end = start + len(label.keys)
                    if end <= len(found) and not any(map(Keys.isdisjoint, label.keys, found[start:end])):
                        yield _Match(start, end, code, label)

    def _span(self, matches: Sequence[_Match], itself: str, targets: Collection[str]) -> Span:
        understood: dict[int, set[str]] = defaultdict(set)
        for match in matches:
            understood[match.label.concept].add(match.language)
        concepts = {number: self._concept(number) for number in understood}
        asked = {(match.label.concept, match.language, match.label.rank) for match in matches}
        told = sorted(
            (code in own, rank, place, order, text, code)
            for place, (concept, own) in enumerate(understood.items())
            for order, code in enumerate(targets)
            for rank, text in enumerate(concepts[concept].labels.get(code, ()))
            if (concept, code, rank) not in asked
        )
        alternatives = (Alternative(text, code, "glossary", "glossary") for *_, text, code in told)
        return Span(
            start=matches[0].start,
            end=matches[0].end,
            languages=tuple(dict.fromkeys(match.language for match in matches)),
            alternatives=most_trusted(alternatives, itself),
            concepts=tuple(concepts.values()),
        )


def _as_typed(matches: Sequence[_Match], typed: tuple[str, ...]) -> Iterator[_Match]:
    """Yield the matches, but where a language has the label as it was typed, no other of its labels.

    *training* was typed: it is a form of *train* too, and nobody meant the train.
    """
    settled = {match.language for match in matches if match.label.words == typed}
    for match in matches:
        if match.language not in settled or match.label.words == typed:
            yield match
