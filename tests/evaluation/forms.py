"""The words of the yardstick: kinds of questions, splits, grades."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Split = Literal["tune", "test"]
"""Weights are chosen on ``tune`` alone; ``test`` tells what they are worth."""

Kind = Literal[
    "keyword",
    "question",
    "name",
    "number",
    "date",
    "term",
    "compound-part",
    "reference",
    "inflected",
    "no-diacritics",
    "typo",
    "no-answer",
]
"""What sort of question it is; the README beside this file says when to use which."""

VARIANTS: tuple[Kind, ...] = ("inflected", "no-diacritics", "typo")
"""Kinds that ask another question again, in a form that must find the same."""

NO_ANSWER: Kind = "no-answer"

Grade = Literal[0, 1, 2, 3]

GRADES: Mapping[Grade, str] = MappingProxyType(
    {
        3: "answers the question; one need not look further",
        2: "answers a part of it, or helps with it in earnest",
        1: "is about the subject, and does not answer",
        0: "is of no use for this question",
    }
)

RELEVANT = 2
"""The lowest grade of a document that counts as an answer in measures that know only yes and no."""
