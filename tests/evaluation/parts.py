"""The parts of the search that can be left out at the time of asking, to see what each buys.

What is decided when an index is made cannot be left out here: the length of passages, the language
told for each, what is written into which field.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from types import MappingProxyType

from search_ui.search.weights import WEIGHTS, Weights

PARTS: Mapping[str, Mapping[str, int]] = MappingProxyType(
    {
        "cross-language": {"glossary": 0, "dictionary": 0, "pivot": 0, "compound": 0, "cognate": 0},
        "glossary": {"glossary": 0},
        "dictionaries": {"dictionary": 0, "pivot": 0, "compound": 0},
        "cognates": {"cognate": 0},
        "lemma": {"lemma": 0},
        "stem": {"stem": 0},
        "lemma-and-stem": {"lemma": 0, "stem": 0, "name": 0},
        "compounds": {"parts": 0, "apart": 0, "compound": 0},
        "names": {"name": 0},
        "exact": {"exact": 1},
        "titles": {"title": 0},
        "other-letters": {"letters": 0},
        "corrections": {"corrected": 0},
        "relaxing": {"most": 0},
        "sentences": {"few": 1},
        "passages": {"passage": 0},
        "proximity": {"together": 0},
        "word-order": {"in_order": 1},
        "own-language": {"own_language": 1},
        "repeats": {"repeated": 1},
    }
)
"""For each part, the weights with which it is out."""


def without(parts: Iterable[str], weights: Weights = WEIGHTS) -> Weights:
    """Return the weights with these parts left out."""
    for part in parts:
        weights = replace(weights, **PARTS[part])
    return weights
