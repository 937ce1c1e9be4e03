"""What documents state about projects, series, places, events and lessons: values with their source.

Nothing is guessed: a claim is what one passage says, in normal form, and where it says so. Claims that
contradict each other stand side by side.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Claim:
    """Something that one passage states, as far as it states it."""

    about: str
    """What it is stated of: ``document``, or a kind and a name, ``project:InterLoc``. Events are
    numbered within their document, ``event:2``."""
    name: str
    """What is stated: ``programme``, ``total-budget``, ``place``, ``cites``, ``lesson`` …"""
    value: str
    """In normal form: ``403770.40 EUR``, ``2014-11``, ``2007-2013``, ``obstacle``."""
    passage: int
    """Number of the passage in the document, from 1."""
    start: int
    """Offset in the passage's text, in characters, of the words that state it."""
    end: int
    rule: str
    """The rule that read it: ``money.budget``, ``series.citation`` …; ``sidecar`` where people said so."""
    doubt: str = ""
    """Why it may not be so, in a sentence; empty where there is no doubt."""
