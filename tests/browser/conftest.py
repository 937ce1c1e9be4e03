"""A real browser in front of the real server."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests.conftest import serving

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = (
    *("--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"),
    *("--no-first-run", "--no-default-browser-check", "--disable-features=Translate"),
)

SANDBOX = () if os.geteuid() else ("--no-sandbox",)
"""Chromium refuses its own sandbox to the administrator."""


def executable() -> str:
    """Return the browser that the environment names, or the system's own."""
    found = os.environ.get("INTERLOC_BROWSER") or next(filter(None, map(shutil.which, NAMES)), None)
    if not found:
        pytest.skip(f"no browser: install one of {', '.join(NAMES)}, or name one in INTERLOC_BROWSER")
    return found


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
    path = executable()
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=path, args=[*ARGUMENTS, *SANDBOX])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(shipped: Any) -> Iterator[str]:
    """The address of a running server of the shipped corpus."""
    with serving(shipped.settings.index) as address:
        yield address


@pytest.fixture
def opened(chromium: Any, site: str) -> Iterator[Callable[..., Any]]:
    """Return what opens a page in a window of its own; in the end none may have complained of anything."""
    contexts = []
    complaints: list[str] = []

    def open_page(address: str, **options: Any) -> Any:
        context = chromium.new_context(base_url=site, **{"locale": "en", **options})
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.set_default_timeout(5_000)
        page.goto(address)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert [one for one in complaints if "status of 4" not in one] == [], "the browser complained"
