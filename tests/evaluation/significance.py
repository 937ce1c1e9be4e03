"""Whether a difference between two runs is more than chance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

TRIALS = 10_000
"""Random exchanges; the smallest probability that can be told is one in as many."""

SEED = 20140506
"""Makes the same numbers give the same probability."""


@dataclass(frozen=True, slots=True)
class Difference:
    """How much better one run is than another on the same questions."""

    mean: float
    probability: float
    """Of a difference at least as large if it made no difference which run gave which value."""


def difference(new: Sequence[float], old: Sequence[float]) -> Difference:
    """Return the mean difference with its probability, by Fisher's randomisation test, two-sided.

    Source: Smucker, Allan and Carterette, CIKM 2007, on tests for retrieval measures.
    """
    apart = np.array(new, dtype=np.float64) - np.array(old, dtype=np.float64)
    if not apart.any():
        return Difference(0.0, 1.0)
    signs = np.random.default_rng(SEED).choice((-1.0, 1.0), size=(TRIALS, len(apart)))
    chance = np.abs(signs @ apart) >= abs(apart.sum()) - 1e-9
    return Difference(float(apart.mean()), float((chance.sum() + 1) / (TRIALS + 1)))
