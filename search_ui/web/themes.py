"""The themes of the glossary, for those who come without a question."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from indexer.languages.base import words as words_of
from indexer.thesaurus.glossary import Concept, Glossary, Theme

from .links import PATH, Link
from .wording import ENGLISH, Wording

EVERYDAY = "everyday"
"""The theme of ordinary words, which nobody browses."""

Labels = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class ThemePage:
    """A theme with its terms, each a question."""

    title: str
    language: str
    terms: tuple[Link, ...]


def shown(glossary: Glossary) -> Iterator[Theme]:
    """Yield the themes to browse."""
    return (theme for theme in glossary.themes if theme.id != EVERYDAY)


def links(glossary: Glossary, words: Wording) -> Iterator[Link]:
    """Yield a link to every theme to browse."""
    for theme in shown(glossary):
        language, name = _called(theme.labels, words)
        yield Link(name, f"/theme/{quote(theme.id, safe='')}", language=language)


def page(
    theme: Theme,
    glossary: Glossary,
    vocabulary: Container[str],
    finds: Callable[[str], bool],
    words: Wording,
) -> ThemePage:
    """Return a theme with those of its terms that the library writes about, in any language.

    ``finds`` says whether anything answers a question; it is only asked about terms of several words,
    which may stand in the vocabulary apart from each other.
    """
    held = [one for one in glossary.concepts if one.theme == theme.id and _is_held(one, vocabulary)]
    called = sorted(
        (
            (language, name)
            for language, name, sure in (
                (*_called(one.labels, words), _is_held_in_one_word(one, vocabulary)) for one in held
            )
            if sure or finds(name)
        ),
        key=lambda one: one[1].casefold(),
    )
    terms = (Link(name, f"{PATH}?{urlencode({'q': name})}", language=language) for language, name in called)
    language, title = _called(theme.labels, words)
    return ThemePage(title, language, tuple(terms))


def _is_held(concept: Concept, vocabulary: Container[str]) -> bool:
    """Say whether the library has all words of one of the concept's labels, in this form."""
    labels = (label for some in concept.labels.values() for label in some)
    return any(all(word.text in vocabulary for word in words_of(label)) for label in labels)


def _is_held_in_one_word(concept: Concept, vocabulary: Container[str]) -> bool:
    labels = (tuple(words_of(label)) for some in concept.labels.values() for label in some)
    return any(len(found) == 1 and found[0].text in vocabulary for found in labels)


def _called(labels: Labels, words: Wording) -> tuple[str, str]:
    """Return a language and what it calls the thing: the visitor's, else English, else the first."""
    for code in (words.code, ENGLISH.code, *labels):
        if names := labels.get(code):
            return code, names[0]
    return words.code, ""
