"""Dictionary forms of words, from simplemma's word lists. Knows no language by itself.

A word list is turned into a compact trie once per machine and kept in the user's cache folder
(``XDG_CACHE_HOME`` on Linux); every later start maps it within 0.02 s. Where nothing can be
kept, the list is read as it was shipped: slower to start, no larger.

CPU seconds, resident memory added and peak, measured on two cores with Python 3.11, one process
per row, ``get_dictionary`` only:

    language    first start         later starts     nothing can be kept
    en          0.7 s,  65 MB       0.00 s,  1 MB    0.3 s,  2 MB
    da          2.2 s, 223 MB       0.00 s,  4 MB    0.7 s, 10 MB
    sv          2.9 s, 245 MB       0.00 s,  5 MB    1.3 s, 15 MB
    de          4.6 s, 267 MB       0.01 s,  7 MB    1.8 s, 15 MB
    lt          1.5 s, 105 MB       0.00 s,  2 MB    0.3 s,  5 MB

Polish would take 13 s and 760 MB at the first start and is read from Morfeusz instead.
"""

from __future__ import annotations

import tempfile
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from importlib import metadata
from pathlib import Path

import platformdirs
from simplemma.strategies import DefaultStrategy, DictionaryLookupStrategy
from simplemma.strategies.dictionaries import (
    DictionaryFactory,
    StreamDictionaryFactory,
    TrieDictionaryFactory,
)

REMEMBERED = 8_192
"""Words of each list whose forms are kept, 1 MB: one question asks for a word in each list several times."""


class Dictionary:
    """The word list of one language, loaded by the first question to it. Many threads may ask."""

    def __init__(
        self,
        code: str,
        *,
        nouns: tuple[str, ...] = (),
        plurals: tuple[str, ...] = (),
        capitals: bool = False,
        also: Mapping[str, str] | None = None,
        cases: Callable[[str], Iterable[str]] | None = None,
        folder: Path | None = None,
    ) -> None:
        """Name the list, and the endings that show a noun where the list knows only the verb.

        The list has one form for each word: Danish *borger* (citizen) is of *borge* (to vouch).
        ``nouns``: with such an ending the word is a form of itself (*borgeren* is of *borger*).
        ``plurals``: with such an ending a plural shows its noun (*budgetterne* is of *budget*).
        ``capitals``: the language writes every noun with a capital, which then shows no name.
        ``also``: forms that the list does not have, or of another word only, with their word.
        ``cases``: the nouns that a word may be a case of; those that the list has are forms of it too.
        ``folder`` keeps the trie; without it the user's cache folder does.
        """
        self._code = code
        self._nouns = nouns
        self._plurals = plurals
        self._capitals = capitals
        self._also = also or {}
        self._cases = cases
        self._folder = folder
        self._lock = threading.Lock()
        self._strategies: tuple[DictionaryLookupStrategy, DefaultStrategy] | None = None
        self._listed = lru_cache(maxsize=REMEMBERED)(self._looked_up)

    def lemmas(self, word: str) -> tuple[str, ...]:
        """Return the word's dictionary forms: known, suggested by rules, or the word itself."""
        return self.known(word) or self._guessed(word) or (word,)

    def lemmas_and_genitive(self, word: str) -> tuple[str, ...]:
        """Return the same for a language where names and nouns take -s without an apostrophe.

        An unknown word on -s may be a name in the genitive: *Karlshamns*, or not: *Vilnius*.
        """
        if len(word) > 3 and word.endswith("s") and not self.known(word):
            return tuple(dict.fromkeys((word, *(self.known(word[:-1]) or (word[:-1],)))))
        return self.lemmas(word)

    def known(self, word: str) -> tuple[str, ...]:
        """Return the word's dictionary forms in lower case; none if the list does not have it.

        A word that the list has small and capitalised has both forms: German ``arm`` and ``Arm``.
        """
        forms = (*self._listed(word), *self._told(word))
        if not forms:
            return ()
        itself = (word,) if any(word in self._listed(word + ending) for ending in self._nouns) else ()
        plurals = self._plurals if len(word) > 4 else ()  # Swedish *bar* + na is *barna*, children.
        singular = (form for ending in plurals for form in self._listed(word + ending))
        return tuple(dict.fromkeys((*forms, *itself, *singular)))

    def knows(self, word: str) -> bool:
        """Return whether the list has the word, in any form."""
        return bool(self._listed(word))

    def names(self, word: str) -> bool:
        """Return whether the list has the word as a name alone: with a capital, as no other word has."""
        lookup, _ = self._open()
        small, tall = (lookup.exact_lemma(spelling, self._code) for spelling in (word, word.capitalize()))
        return not self._capitals and tall is not None and small is None

    def _looked_up(self, word: str) -> tuple[str, ...]:
        lookup, _ = self._open()
        return _forms(lookup.exact_lemma(spelling, self._code) for spelling in (word, word.capitalize()))

    def _told(self, word: str) -> Iterator[str]:
        """Yield what the language says of the word beside the list."""
        if word in self._also:
            yield self._also[word]
        for noun in self._cases(word) if self._cases else ():
            if noun in self._listed(noun):
                yield noun

    def _guessed(self, word: str) -> tuple[str, ...]:
        _, rules = self._open()
        return _forms((rules.get_lemma(word, self._code),))

    def _open(self) -> tuple[DictionaryLookupStrategy, DefaultStrategy]:
        with self._lock:
            if self._strategies is None:
                source = word_list(self._code, self._folder or cache_folder())
                source.get_dictionary(self._code)
                self._strategies = (
                    DictionaryLookupStrategy(source),
                    DefaultStrategy(dictionary_factory=source),
                )
            return self._strategies


def forms_of(text: str) -> Mapping[str, str]:
    """Return the word of each form, from a text of words with their forms, parted by semicolons."""
    entries = (entry.split() for entry in text.split(";"))
    return {form: word for word, *forms in entries for form in forms}


def _forms(found: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form.lower() for form in found if form))


def cache_folder() -> Path:
    """Return where tries are kept: the user's cache folder, apart for each release of the lists."""
    return Path(platformdirs.user_cache_dir("interloc")) / f"simplemma-{metadata.version('simplemma')}"


def word_list(code: str, folder: Path) -> DictionaryFactory:
    """Return the language's word list as a trie kept in the folder, or as shipped if it cannot be kept."""
    try:
        if not (folder / f"{code}.dic").exists():
            _keep(code, folder)
    except OSError:
        return StreamDictionaryFactory()
    return TrieDictionaryFactory(disk_cache_dir=str(folder))


def _keep(code: str, folder: Path) -> None:
    """Build the trie aside and move it into its place: processes that start at once do not meet."""
    if not folder.is_absolute():
        raise FileNotFoundError(folder)  # A user without a home folder.
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".building-") as aside:
        TrieDictionaryFactory(disk_cache_dir=aside).get_dictionary(code)
        (Path(aside) / f"{code}.dic").replace(folder / f"{code}.dic")
