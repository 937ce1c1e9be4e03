"""Labels as a question may hold them: every word by its keys, so that any form of it is found."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from indexer.languages import lemmas
from indexer.languages.base import words

from .glossary import Concept

FREE_ORDER = frozenset({"pl"})
"""Languages whose adjective may stand before its noun or behind it: *współpraca międzynarodowa* and
*międzynarodowa współpraca*. Their labels of two words are found in either order."""

REFLEXIVE = MappingProxyType({"pl": "się"})
"""The word of a reflexive verb, which may stand anywhere in its sentence: *rada się wczoraj zgodziła*. A
label *zgodzić się* is found by its verb alone, unless that is another label: *uczyć* is not *uczyć się*."""

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


Labels = Mapping[str, Mapping[str, str]]
"""The labels of each language by each key of their first word, packed as JSON: for each its words, the keys
of each of them, ``concept`` and ``rank``. A question needs a few of thirty thousand, and as texts they are
neither made at the start nor looked through for unreachable objects, which took a tenth of a second."""


def labels(concepts: Sequence[Concept], code: str) -> Iterator[Label]:
    """Yield the labels that the concepts have in the language of that code."""
    alone = {text for concept in concepts for text in concept.labels.get(code, ())}
    for number, concept in enumerate(concepts):
        for rank, text in enumerate(concept.labels.get(code, ())):
            found = tuple(word.text for word in words(text))
            # A label that is a word of mere grammar, like IT in English, would be found everywhere.
            if any(lemmas(word, code) for word in found):
                forms = tuple(_dictionary_form(word, code) for word in found)
                yield Label(forms, found, number, rank)
                if code in FREE_ORDER and len(forms) == 2:
                    yield Label(forms[::-1], found[::-1], number, rank)
                if len(found) == 2 and found[1] == REFLEXIVE.get(code) and found[0] not in alone:
                    yield Label(forms[:1], found[:1], number, rank)


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


def by_first_key(some: Iterable[Label]) -> dict[str, str]:
    """Return the labels packed, by each key of their first word."""
    found: dict[str, list[object]] = defaultdict(list)
    for label in some:
        packed = (" ".join(label.words), [sorted(keys) for keys in label.keys], label.concept, label.rank)
        for key in label.keys[0]:
            found[key].append(packed)
    return {key: as_json(packed) for key, packed in found.items()}


def unpacked(packed: str) -> Iterator[Label]:
    """Yield the labels that were packed under one key."""
    for text, found, concept, rank in json.loads(packed):
        yield Label(tuple(map(frozenset, found)), tuple(text.split(" ")), concept, rank)


def as_json(value: object) -> str:
    """Return the value as short JSON."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
