"""The labels that claims give a document, for filters and facets: one table.

An engine is given the key of a value, in which *InterLoc*, *INTERLOC* and *Inter-Loc* are one; the
catalogue keeps how the library writes it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from indexer.languages.base import fold, foldings

from .claims import DOCUMENT, Claim, subject
from .gazetteer import known_as


def plain(value: str) -> str:
    """Return the letters and digits of a name, without case and accents; the name where it has none."""
    return "".join(filter(str.isalnum, fold(value))) or value


def without_rank(value: str) -> str:
    """Return the plain name of a partner without what it is: *Sorø* and *Sorø Kommune* are one."""
    return plain(_RANK.sub(" ", value)) or plain(value)


_RANK = re.compile(
    r"\b(?:kommunes?|kommuns?|gmina|gminy|municipality(?: of)?|miasto|stadt|gemeinde)\b", re.IGNORECASE
)


def as_it_is(value: str) -> str:
    """Return the value: it has one spelling only."""
    return value


@dataclass(frozen=True, slots=True)
class Label:
    """What a document can be filtered by."""

    claims: frozenset[str]
    """Names of the claims whose values it has."""
    key: Callable[[str], str] = plain
    """What all spellings of a value have in common."""
    about: str = ""
    """A kind of subjects whose names are values too."""


LABELS: Mapping[str, Label] = {
    "project": Label(frozenset({"project"}), about="project"),
    "programme": Label(frozenset({"programme"})),
    "place": Label(frozenset({"place"})),
    "partner": Label(frozenset({"partner", "lead-partner"}), key=without_rank),
    "lesson": Label(frozenset({"lesson"})),
    "series": Label(frozenset({"series"})),
    "budget": Label(frozenset({"total-budget"}), key=as_it_is),
}
"""Every label by its name."""

EVENT = subject("event", "")
"""How the subjects of claims about events begin."""

ALIASES: Mapping[str, Callable[[str], Iterable[str]]] = {"place": known_as, "partner": known_as}
"""Other names of the values of a label, each asked with what a person typed."""

_LABEL_OF = {name: label for label, known in LABELS.items() for name in known.claims}
_LABEL_OF_KIND = {known.about: label for label, known in LABELS.items() if known.about}


@dataclass(frozen=True, slots=True)
class Labelled:
    """A value of a label, as one document writes it."""

    label: str
    key: str
    value: str


def labelled(claims: Iterable[Claim]) -> Iterator[Labelled]:
    """Yield the label that each claim gives its document, as often as it does.

    Where an event took place is a place of the document only where the document names it as one: *room 2*.
    """
    for claim in claims:
        if claim.value and not claim.about.startswith(EVENT) and (label := _LABEL_OF.get(claim.name)):
            yield Labelled(label, LABELS[label].key(claim.value), claim.value)
        kind, _, name = claim.about.partition(":")
        if name and claim.value and (label := _LABEL_OF_KIND.get(kind)):
            yield Labelled(label, LABELS[label].key(name), name)


def labels(claims: Iterable[Claim]) -> dict[str, tuple[str, ...]]:
    """Return the keys of the values by label, as an engine is given them."""
    found: dict[str, dict[str, None]] = {label: {} for label in LABELS}
    for one in labelled(claims):
        found[one.label][one.key] = None
    return {label: tuple(keys) for label, keys in found.items()}


def key_of(claim: Claim) -> str:
    """Return what all spellings of the claim's value have in common; the value where it has one."""
    label = _LABEL_OF.get(claim.name)
    return LABELS[label].key(claim.value) if label else claim.value


def label_of(claim: Claim) -> str:
    """Return the label that the claim's value belongs to; empty where it gives none."""
    return _LABEL_OF.get(claim.name, "")


def subject_key(about: str) -> str:
    """Return what all spellings of a subject have in common: ``project:interloc``."""
    kind, _, name = about.partition(":")
    return subject(kind, plain(name)) if kind in _LABEL_OF_KIND and name else about or DOCUMENT


def keys_meant(label: str, typed: str, known: Mapping[str, str]) -> frozenset[str]:
    """Return the keys that a person means, in whatever spelling it was typed: *soroe* is *Sorø*.

    ``known`` holds the label's values by their keys.
    """
    key = LABELS[label].key
    asked = {key(name) for name in (typed, *ALIASES.get(label, _no_others)(typed))} | {typed.casefold()}
    return frozenset(asked & known.keys()) or frozenset(
        held for held, text in known.items() if any(key(spelling) in asked for spelling in foldings(text))
    )


def _no_others(_typed: str) -> tuple[str, ...]:
    return ()


def best_spelling(spellings: Mapping[str, int]) -> str:
    """Return how most documents write a name; of two that are as frequent the one with more shape.

    *InterLoc* says more than *INTERLOC* and *Interloc*.
    """

    def order(text: str) -> tuple[int, bool, int, str]:
        return -spellings[text], text.isupper(), -sum(map(str.isupper, text)), text

    return min(spellings, key=order)
