"""All rules that read claims from a document, and what comes of them together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from indexer.model import Document, Passage

from . import events, lessons, places, projects, series
from .claims import SIDECAR, Claim, Rule, Unclear
from .labels import subject_key

VERSION = 3
"""Raised when a rule reads something else from the same passages: all are then read again."""

RULES: Mapping[str, Rule] = {
    "projects": projects.claims,
    "references": series.claims,
    "places": places.claims,
    "events": events.claims,
    "lessons": lessons.claims,
}
"""Every rule by the name that warnings call it."""

LEFT_OUT = "Left out of what is known:"
"""How the warnings of rules begin."""

MOST_WARNINGS = 5
"""Warnings of rules that a document gets; a table of unclear figures would fill the page."""


def version() -> str:
    """Return what tells these rules from those of another program."""
    return f"{VERSION} {' '.join(RULES)}"


def claims(document: Document, passages: Sequence[Passage]) -> tuple[Claim, ...]:
    """Return what the passages state, in reading order."""
    return _sorted(result for result in _read(document, passages) if isinstance(result, Claim))


def understood(
    document: Document, passages: Sequence[Passage], said: Iterable[Claim] = ()
) -> tuple[Document, tuple[Claim, ...]]:
    """Return the document with what was left out among its warnings, and what is known of it.

    What people ``said`` takes the place of all that was read under the same name about the same thing.
    """
    results = list(_read(document, passages))
    others = (text for text in document.warnings if not text.startswith(LEFT_OUT))
    warnings = islice(dict.fromkeys(result for result in results if isinstance(result, str)), MOST_WARNINGS)
    read = _sorted(result for result in results if isinstance(result, Claim))
    return replace(document, warnings=(*others, *warnings)), overruled(read, tuple(said))


def overruled(read: Iterable[Claim], said: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return what people said, and what was read that they said nothing of."""
    told = {(subject_key(claim.about), claim.name) for claim in said}
    return (*said, *(claim for claim in read if (subject_key(claim.about), claim.name) not in told))


def said_by_people(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return those of a document's claims that its sidecar made, also those that take something away."""
    return tuple(claim for claim in claims if claim.rule == SIDECAR)


def _read(document: Document, passages: Sequence[Passage]) -> Iterator[Claim | str]:
    """Yield claims, and a warning for what is unclear or made a rule fail."""
    for name, rule in RULES.items():
        try:
            for result in rule(document, passages):
                yield result if isinstance(result, Claim) else _told(result, passages)
        except Exception as error:  # a text that nobody foresaw costs one rule and not the document
            yield f"{LEFT_OUT} its {name} could not be read ({type(error).__name__})."


def _told(unclear: Unclear, passages: Sequence[Passage]) -> str:
    page = next((passage.page for passage in passages if passage.number == unclear.passage), 1)
    return f"{LEFT_OUT} “{' '.join(unclear.text.split())}” on page {page} {unclear.reason}."


def _sorted(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    return tuple(sorted(dict.fromkeys(claims), key=lambda claim: (claim.passage, claim.start, claim.end)))
