"""A client may ask so much and no more; those who wait are served again, and few bytes are kept of each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from web_visitor import Browser, browser

from search_ui.web import limits
from search_ui.web.limits import Limits


class Clock:
    """A clock that a test moves."""

    def __init__(self) -> None:
        self.seconds = 1_000.0

    def __call__(self) -> float:
        return self.seconds


def test_a_client_may_ask_a_minutes_worth_at_once_and_then_as_it_fills_up() -> None:
    clock = Clock()
    allowance = Limits(60, clock)
    assert [allowance.wait("a") for _ in range(60)] == [0] * 60
    assert allowance.wait("a") == pytest.approx(1)
    assert allowance.wait("b") == 0
    clock.seconds += 1
    assert [allowance.wait("a") > 0 for _ in range(2)] == [False, True]
    clock.seconds += 3_600
    assert [allowance.wait("a") for _ in range(60)] == [0] * 60


def test_what_is_cheap_counts_less() -> None:
    allowance = Limits(1, Clock())
    asked = [allowance.wait("a", 0.1) for _ in range(11)]
    assert asked[:10] == [0] * 10 and asked[10] > 0


def test_only_so_many_clients_are_remembered_those_who_asked_last() -> None:
    allowance = Limits(1, Clock())
    for number in range(limits.MAX_CLIENTS + 500):
        allowance.wait(f"client {number}")
    assert len(allowance) == limits.MAX_CLIENTS
    assert allowance.wait(f"client {limits.MAX_CLIENTS + 499}") > 0


@pytest.mark.parametrize(
    ("address", "forwarded", "client"),
    [
        pytest.param("192.0.2.1", None, "192.0.2.1", id="the connection's own"),
        pytest.param("127.0.0.1", "192.0.2.7", "192.0.2.7", id="named by the proxy"),
        pytest.param("127.0.0.1", "10.0.0.1, 192.0.2.7", "192.0.2.7", id="the last is the proxy's word"),
        pytest.param("127.0.0.1", "unknown", "127.0.0.1", id="no address"),
        pytest.param("2001:db8:1:2:3::4", None, "2001:db8:1:2::/64", id="a network of version six"),
        pytest.param("::ffff:192.0.2.1", None, "192.0.2.1", id="version four in version six"),
        pytest.param(None, None, "", id="nothing known"),
    ],
)
def test_a_client_is_known_by_its_address(address: str | None, forwarded: str | None, client: str) -> None:
    assert limits.client(address, forwarded) == client


def limited(shipped: Any, **settings: Any) -> Browser:
    return browser(replace(shipped.settings, api_requests_per_minute=3, **settings), shipped.library)


@pytest.mark.parametrize("path", ["/api/v1/search?q=x", "/search.csv?q=x", "/document/000000000000.bib"])
def test_one_request_too_many_is_told_when_to_ask_again(shipped: Any, path: str) -> None:
    visitor = limited(shipped)
    assert 429 not in [visitor.get(path).status_code for _ in range(3)]
    refused = visitor.get(path)
    assert (refused.status_code, refused.mimetype) == (429, "application/problem+json")
    assert 1 <= int(refused.headers["Retry-After"]) <= 20
    assert refused.get_json()["code"] == "too-many-requests"
    assert {visitor.get(page).status_code for page in ("/", "/search?q=x", "/status", "/health")} == {200}


def test_suggestions_come_with_nearly_every_key(shipped: Any) -> None:
    visitor = limited(shipped)
    statuses = [visitor.get("/api/v1/suggest?q=sam").status_code for _ in range(31)]
    assert statuses == [200] * 30 + [429]


def test_visitors_behind_a_proxy_are_told_apart_by_the_header_that_the_settings_name(shipped: Any) -> None:
    def statuses(visitor: Browser) -> Iterator[int]:
        for number in range(4):
            yield visitor.get("/api/v1/status", headers={"X-Real-IP": f"192.0.2.{number}"}).status_code

    assert list(statuses(limited(shipped, client_header="X-Real-IP"))) == [200] * 4
    assert list(statuses(limited(shipped))) == [200, 200, 200, 429]
