"""Labels as a question may hold them: every word by its keys, so that any form of it is found."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from indexer.languages import lemmas
from indexer.languages.base import words

from .glossary import Concept

FREE_ORDER = frozenset({"pl"})
"""Languages whose adjective may stand before its noun or behind it: *współpraca międzynarodowa* and
*międzynarodowa współpraca*. Their labels of two words are found in either order."""

Keys = frozenset[str]


@dataclass(frozen=True, slots=True)
class Label:
    """A label, analysed."""

    keys: tuple[Keys, ...]
    """One set for each word, of which the question's word has any."""
    words: tuple[str, ...]
    """The label itself, as ``words`` yields it."""
    concept: int
    """Number of its concept in the glossary, from 0."""
    rank: int
    """Its place among the concept's labels in its language; 0 is the preferred one."""


Labels = Mapping[str, Sequence[Label]]
"""The labels of each language."""


def labels(concepts: Sequence[Concept], code: str) -> Iterator[Label]:
    """Yield the labels that the concepts have in the language of that code."""
    for number, concept in enumerate(concepts):
        for rank, text in enumerate(concept.labels.get(code, ())):
            found = tuple(word.text for word in words(text))
            # A label that is a word of mere grammar, like IT in English, would be found everywhere.
            if any(lemmas(word, code) for word in found):
                forms = tuple(_dictionary_form(word, code) for word in found)
                yield Label(forms, found, number, rank)
                if code in FREE_ORDER and len(forms) == 2:
                    yield Label(forms[::-1], found[::-1], number, rank)


def word_keys(word: str, code: str) -> Keys:
    """Return what the word is found by; a word of mere grammar inside a term is found by itself."""
    return frozenset(lemmas(word, code)) or frozenset({word})


def _dictionary_form(word: str, code: str) -> Keys:
    """Return the keys of a label's word: only itself where it is a dictionary form.

    *training* is also a form of *train*, but who asks for *train* does not mean it.
    """
    found = word_keys(word, code)
    itself = f"{code}:{word}"
    return frozenset({itself}) if itself in found else found


def to_json(concepts: Sequence[Concept], analysed: Labels) -> str:
    """Return the glossary with its analysis as text, so that it need not be analysed at every start."""
    told = [[c.id, dict(c.labels), c.theme, c.broader] for c in concepts]
    forms = {code: [_packed(label) for label in some] for code, some in analysed.items()}
    return json.dumps([told, forms], ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> tuple[tuple[Concept, ...], Labels]:
    """Return what ``to_json`` was given."""
    told, forms = json.loads(text)
    concepts = tuple(Concept(id, _labels_of(labels), theme, broader) for id, labels, theme, broader in told)
    return concepts, {code: [_unpacked(*one) for one in some] for code, some in forms.items()}


def _packed(label: Label) -> list[object]:
    return [" ".join(label.words), [sorted(some) for some in label.keys], label.concept, label.rank]


def _unpacked(text: str, found: list[list[str]], concept: int, rank: int) -> Label:
    return Label(tuple(map(frozenset, found)), tuple(text.split(" ")), concept, rank)


def _labels_of(told: Mapping[str, Iterable[str]]) -> dict[str, tuple[str, ...]]:
    return {code: tuple(labels) for code, labels in told.items()}
