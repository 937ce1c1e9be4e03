"""When the largest part of a page stands in a browser, and when its first byte came.

The first is what browsers call the largest contentful paint.

    python -m benchmarks.pages

Chromium asks a server of the shipped corpus on this machine, in a window of its own for each page ("first
visit") and in one window that has the style already ("later page"). Milliseconds, medians of ``TRIES``.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import sync_playwright

from tests.browser.conftest import ARGUMENTS, SANDBOX, executable, serving

CORPUS = Path(__file__).parent.parent / "corpus/documents"
TRIES = 9
SETTLING = 150
"""Milliseconds after loading in which the largest part of a page may still be painted."""

WINDOW = {"width": 1100, "height": 900}

ADDRESSES = (
    "/",
    "/search?q=samarbejde",
    "/search?q=online+seminars",
    "/search?q=wsp%C3%B3%C5%82praca",
    "/theme/energy",
    "/projects",
    "/project/InterLoc",
    "/lessons",
    "/places",
    "/status",
)

PAINTED = """() => new Promise(resolve => {
    const [page] = performance.getEntriesByType("navigation");
    new PerformanceObserver(list => resolve([list.getEntries().at(-1).startTime, page.responseStart]))
        .observe({type: "largest-contentful-paint", buffered: true});
})"""


def painted(page: Any, address: str) -> tuple[float, float]:
    """Return when the largest part of the page was painted and when its first byte came, in milliseconds."""
    if not page.goto(address).ok:
        raise SystemExit(f"{address} has no page")
    page.wait_for_timeout(SETTLING)
    paint, byte = page.evaluate(PAINTED)
    return paint, byte


def measured(browser: Any, site: str) -> Iterator[tuple[str, float, float, float]]:
    """Yield each address with the paint of a first visit and the paint and first byte of a later page."""
    later = browser.new_context(base_url=site, viewport=WINDOW).new_page()
    for address in ADDRESSES:
        first = []
        for _ in range(TRIES):
            context = browser.new_context(base_url=site, viewport=WINDOW)
            first.append(painted(context.new_page(), address)[0])
            context.close()
        again = [painted(later, address) for _ in range(TRIES)]
        yield address, median(first), median(paint for paint, _ in again), median(byte for _, byte in again)


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        environment = os.environ | {"INTERLOC_CORPUS": str(CORPUS), "INTERLOC_INDEX": folder}
        build = [sys.executable, "-m", "search_ui.cli", "build"]
        subprocess.run(build, env=environment, check=True, capture_output=True)
        browser = playwright.chromium.launch(executable_path=executable(), args=[*ARGUMENTS, *SANDBOX])
        with serving(Path(folder)) as site:
            print(f"{'':32}{'first visit':>12}{'later page':>12}{'first byte':>12}")
            for address, *times in measured(browser, site):
                print(f"{address:32}" + "".join(f"{time:12.0f}" for time in times))
        browser.close()


if __name__ == "__main__":
    main()
