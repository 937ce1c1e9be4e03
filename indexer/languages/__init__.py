"""The languages that the search knows, and the keys under which their words are found."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from indexer.languages import da, de, en, lt, pl, sv
from indexer.languages.base import Language

LANGUAGES: Mapping[str, Language] = MappingProxyType(
    {module.LANGUAGE.code: module.LANGUAGE for module in (en, da, pl, sv, de, lt)}
)
"""Every language by its code. A new one is a file beside this one and a name in this line."""

VERSION = 1
"""Raised when a word gets other keys: what was analysed with the old ones is analysed again."""

UNKNOWN = Language(
    code="und", name="?", stopwords=frozenset(), lemmas=lambda word: (word,), stem=lambda lemma: lemma
)
"""Stands in for a language without a file: its words are found as they are written."""

ANY = "_"
"""The tag of keys that belong to no language: numbers, and words with digits."""

CACHED_WORDS = 65_536
"""How many words keep their keys in memory; measured at 48 MB when full."""


@dataclass(frozen=True, slots=True)
class Keys:
    """What a word is found by, each key once, with its language before a colon: ``da:kommune``."""

    lemmas: tuple[str, ...] = ()
    stems: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()


def language(code: str) -> Language:
    """Return the language of that code, or ``UNKNOWN``."""
    return LANGUAGES.get(code, UNKNOWN)


@functools.lru_cache(maxsize=CACHED_WORDS)
def keys(word: str, code: str) -> Keys:
    """Return the keys of a word, as ``words`` yields it, in the language of that code.

    A stop word has none. Numbers and words with digits have one lemma, the same in every language.
    """
    found = lemmas(word, code)
    speech = language(code)
    if not found or _is_number(word):
        return Keys(lemmas=found)
    bare = _without_ending(word)
    stems = dict.fromkeys(speech.stem(lemma.partition(":")[2]) for lemma in found)
    return Keys(found, _tagged(speech, stems), _tagged(speech, speech.parts(bare)))


@functools.lru_cache(maxsize=CACHED_WORDS)
def lemmas(word: str, code: str) -> tuple[str, ...]:
    """Return the lemmas among the keys of a word, for a tenth of what all of them cost at first sight."""
    if _is_number(word):
        return (f"{ANY}:{word}",)
    speech = language(code)
    return () if word in speech.stopwords else _tagged(speech, speech.lemmas(_without_ending(word)))


def _is_number(word: str) -> bool:
    """Say whether the word is the same in every language."""
    return any(character.isdigit() or character in "+#" for character in word)


def _without_ending(word: str) -> str:
    """Return what stands before an ending's apostrophe: *municipality's*, *SML'erne*, *JST'ów*."""
    head, _, ending = word.rpartition("'")
    return head if len(head) > 1 and len(ending) <= 4 else word


def _tagged(speech: Language, forms: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(f"{speech.code}:{form}" for form in forms if form))
