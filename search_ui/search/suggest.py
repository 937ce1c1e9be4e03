"""Another spelling, from the library's own words, for a word that it does not hold. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rapidfuzz.distance import OSA
from rapidfuzz.process import extract

SHORTEST = 4
"""Letters below which no other spelling is proposed: too many words are one letter away."""

_TWO_ERRORS_FROM = 8
"""Letters from which two errors are allowed; below it one.

Source: the error bounds of Lucene's and Elasticsearch's AUTO fuzziness begin two errors at six
letters; on a library of three languages six still turns Danish words into Polish ones."""


def nearest(word: str, vocabulary: Mapping[str, int], words: Sequence[str]) -> str | None:
    """Return the library's word that is fewest errors away, among equals the one in most documents.

    An error is a wrong, missing, additional letter or two exchanged ones. ``words`` are the keys
    of ``vocabulary``, which gives the number of documents.
    """
    if len(word) < SHORTEST or any(character.isdigit() for character in word):
        return None
    errors = 2 if len(word) >= _TWO_ERRORS_FROM else 1
    found = extract(word, words, scorer=OSA.distance, score_cutoff=errors, limit=50)
    candidates = [
        (distance, -vocabulary[text], text)
        for text, distance, _ in found
        # Who makes two errors has the first letter right: *udlandet* is not *blandet*.
        if len(text) >= SHORTEST and (distance == 1 or text[0] == word[0])
    ]
    return min(candidates)[2] if candidates else None
