"""Which words of a question were corrected, and how the question reads with and without that. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from .answer import Correction
from .wanted import Want


def corrections_of(wants: Sequence[Want]) -> tuple[Correction, ...]:
    """Return the words that the library does not know, each with the nearest that it knows."""
    return tuple(Correction(want.text, want.near[0], applied=True) for want in wants if want.near)


def corrected(text: str, corrections: Sequence[Correction]) -> str | None:
    """Return the question with the corrections made, everything else as it was typed."""
    return _exchanged(text, {one.word: one.suggestion for one in corrections})


def as_typed(text: str, corrections: Sequence[Correction]) -> str | None:
    """Return the question with the corrected words quoted, so that no other word stands in for them."""
    return _exchanged(text, {one.word: f'"{one.word}"' for one in corrections if one.applied})


def _exchanged(text: str, words: Mapping[str, str]) -> str | None:
    """Return the text with other words in the place of some; ``None`` if there are none."""
    if not words:
        return None
    pattern = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.sub(
        rf"\b(?:{pattern})\b", lambda found: words[found.group().lower()], text, flags=re.IGNORECASE
    )
