"""The facts that rules read in the corpus: never fewer right ones, never more wrong ones than this."""

from __future__ import annotations

import pytest

from tests.evaluation.facts import SHIPPED, TOLD, measured

FLOORS = {
    "tune": {
        "document:cites": (1.0, 1.0),
        "document:lesson:action-step": (1.0, 0.66),
        "document:lesson:advice": (1.0, 0.75),
        "document:lesson:obstacle": (1.0, 1.0),
        "document:lesson:opportunity": (1.0, 1.0),
        "document:lesson:strength": (1.0, 1.0),
        "document:lesson:success-factor": (1.0, 1.0),
        "document:lesson:threat": (1.0, 1.0),
        "document:lesson:tool": (1.0, 1.0),
        "document:lesson:weakness": (1.0, 0.8),
        "document:number": (1.0, 1.0),
        "document:organisation": (1.0, 0.88),
        "document:place": (1.0, 1.0),
        "document:programme": (1.0, 0.84),
        "document:series": (1.0, 1.0),
        "event:date": (1.0, 0.89),
        "event:participants": (1.0, 0.77),
        "event:place": (1.0, 0.89),
        "event:what": (1.0, 0.84),
        "project:co-financing-rate": (1.0, 0.85),
        "project:end": (1.0, 1.0),
        "project:eu-funding": (1.0, 0.9),
        "project:grant": (1.0, 1.0),
        "project:lead-partner": (1.0, 1.0),
        "project:participants": (1.0, 1.0),
        "project:partner": (0.94, 0.85),
        "project:programme": (1.0, 0.5),
        "project:start": (1.0, 1.0),
        "project:status": (1.0, 1.0),
        "project:total-budget": (1.0, 0.84),
        "project:website": (1.0, 0.66),
    },
    "test": {
        "document:cites": (1.0, 0.91),
        "document:lesson:action-step": (1.0, 0.5),
        "document:lesson:obstacle": (1.0, 0.6),
        "document:lesson:opportunity": (1.0, 0.5),
        "document:lesson:strength": (1.0, 0.5),
        "document:lesson:success-factor": (1.0, 1.0),
        "document:lesson:threat": (1.0, 0.5),
        "document:lesson:tool": (1.0, 0.66),
        "document:lesson:weakness": (1.0, 0.2),
        "document:number": (1.0, 1.0),
        "document:organisation": (0.6, 0.5),
        "document:place": (0.95, 0.95),
        "document:programme": (0.92, 0.81),
        "document:series": (1.0, 1.0),
        "event:date": (0.85, 0.6),
        "event:participants": (1.0, 0.61),
        "event:place": (1.0, 0.7),
        "event:what": (0.91, 0.57),
        "project:co-financing-rate": (1.0, 0.35),
        "project:end": (0.77, 0.41),
        "project:eu-funding": (0.66, 0.53),
        "project:grant": (1.0, 0.5),
        "project:participants": (1.0, 0.5),
        "project:partner": (0.77, 0.31),
        "project:period": (1.0, 1.0),
        "project:programme": (0.66, 0.66),
        "project:start": (0.8, 0.8),
        "project:status": (1.0, 0.33),
        "project:total-budget": (0.88, 0.53),
        "project:website": (1.0, 1.0),
    },
    "dev": {
        "document:cites": (1.0, 1.0),
        "document:lesson:action-step": (1.0, 1.0),
        "document:lesson:advice": (1.0, 1.0),
        "document:lesson:obstacle": (1.0, 0.85),
        "document:lesson:opportunity": (1.0, 1.0),
        "document:lesson:strength": (1.0, 1.0),
        "document:lesson:success-factor": (1.0, 0.87),
        "document:lesson:threat": (1.0, 1.0),
        "document:lesson:tool": (1.0, 0.66),
        "document:lesson:weakness": (1.0, 1.0),
        "document:number": (1.0, 1.0),
        "document:organisation": (1.0, 1.0),
        "document:place": (0.97, 0.98),
        "document:programme": (0.97, 0.97),
        "document:series": (1.0, 1.0),
        "event:date": (0.97, 0.68),
        "event:participants": (0.95, 0.66),
        "event:place": (1.0, 0.71),
        "event:what": (1.0, 0.76),
        "project:co-financing-rate": (1.0, 0.93),
        "project:end": (1.0, 0.88),
        "project:eu-funding": (1.0, 0.92),
        "project:grant": (1.0, 0.8),
        "project:lead-partner": (1.0, 0.93),
        "project:participants": (1.0, 1.0),
        "project:partner": (1.0, 0.9),
        "project:period": (1.0, 1.0),
        "project:programme": (0.96, 0.93),
        "project:start": (1.0, 0.95),
        "project:status": (1.0, 0.92),
        "project:total-budget": (1.0, 0.82),
        "project:website": (1.0, 1.0),
    },
}
"""Precision and recall by split of a table and kind of fact, cut off at two decimals.

They rise; one of ``test`` falls only where what was merged made it, and then the change says so: the partners
were at .81/.40 and the total budgets at 1.0/.46 once. The split ``dev`` is that of the invented table.
"""


@pytest.mark.parametrize("split", FLOORS)
def test_no_kind_of_fact_is_read_worse_than_before(split: str) -> None:
    scores = measured(split, TOLD if split == "dev" else SHIPPED)
    below = {
        kind: (score.precision, score.recall)
        for kind, (precision, recall) in FLOORS[split].items()
        if (score := scores[kind]).precision < precision or score.recall < recall
    }
    assert below == {}
