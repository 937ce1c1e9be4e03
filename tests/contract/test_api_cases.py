"""Made-up requests of every kind, right and wrong, are answered as the description of the API says.

Schemathesis makes them from the description that is served: those that fit it must be answered, those
that do not must be refused, and every status, header and body must be one that is described.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from search_ui.web.api_operations import OPERATIONS
from search_ui.web.app import create_app

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")

MODES = ("positive", "negative")
SHARES = {
    ("search", "positive"): 37,
    ("search", "negative"): 20,
    ("suggest", "positive"): 10,
    ("suggest", "negative"): 5,
    ("document", "positive"): 10,
    ("document", "negative"): 10,
    ("lessons", "positive"): 3,
    ("lessons", "negative"): 2,
    ("project", "positive"): 2,
    ("events", "positive"): 1,
}
"""Of a hundred cases; the operations that are not named take no parameter of their own kind."""

FEW, MANY = 100, 10_500
"""Cases in all."""

Case = Any


@pytest.fixture(scope="module")
def schema(shipped: Any) -> Any:
    app = create_app(replace(shipped.settings, api_requests_per_minute=10**9), shipped.library)
    return schemathesis.openapi.from_wsgi("/api/v1/openapi.json", app)


@pytest.fixture(scope="module")
def ids(shipped: Any) -> list[str]:
    return [hit.document.id for hit in shipped.ask("", per_page=300).hits]


def operations(schema: Any) -> Iterator[tuple[str, Any]]:
    for operation in schema.get_all_operations():
        yield operation.ok().definition.raw["operationId"], operation.ok()


def years_reversed(case: Case) -> bool:
    """Say whether the last year is before the first, which no schema can tell."""
    first, last = (case.query or {}).get("year_from"), (case.query or {}).get("year_to")
    return bool(first and last and first > last)


def answered(operation: Any, mode: str, number: int, ids: list[str]) -> Counter[int]:
    """Ask that many cases; fail at the first that is not answered as described. Return the statuses."""
    statuses: Counter[int] = Counter()
    cases = operation.as_strategy(generation_mode=schemathesis.GenerationMode(mode))

    @settings(
        max_examples=number,
        deadline=None,
        database=None,
        derandomize=number < 1_000,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(case=cases, known=st.sampled_from([None, *ids]))
    def ask(case: Case, known: str | None) -> None:
        if known and mode == "positive" and "id" in (case.path_parameters or {}):
            case.path_parameters["id"] = known
        if mode == "positive" and years_reversed(case):
            response = case.call()
            assert (response.status_code, response.json()["parameter"]) == (400, "year_from")
        else:
            response = case.call_and_validate()
        statuses[response.status_code] += 1

    ask()
    return statuses


def told(schema: Any, ids: list[str], number: int) -> Counter[tuple[str, str, int]]:
    counted: Counter[tuple[str, str, int]] = Counter()
    for name, operation in operations(schema):
        for mode in MODES:
            if share := SHARES.get((name, mode)):
                found = answered(operation, mode, number * share // 100, ids)
                counted.update({(name, mode, status): some for status, some in found.items()})
    return counted


def test_a_hundred_made_up_requests_are_answered_as_described(schema: Any, ids: list[str]) -> None:
    counted = told(schema, ids, FEW)
    assert counted.total() >= FEW
    assert counted["search", "positive", 200] and counted["search", "negative", 400]
    assert counted["document", "positive", 200] and counted["document", "negative", 404]
    assert {name for name, _ in operations(schema)} == {one.name for one in OPERATIONS}


@pytest.mark.torture
def test_ten_thousand_made_up_requests_are_answered_as_described(schema: Any, ids: list[str]) -> None:
    counted = told(schema, ids, MANY)
    print(f"{counted.total()} requests, 0 not as described: {dict(counted)}")
    assert counted.total() >= 10_000
    assert not [status for _, _, status in counted if status >= 500]
