"""Every page keeps the rules of WCAG 2.2 AA that a machine can check, light and dark, narrow and wide."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

Axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe

pytestmark = pytest.mark.browser

PAGES = {
    "home": "/",
    "hits": "/search?q=samarbejde+OR+wsp%C3%B3%C5%82praca+OR+cooperation",
    "filtered": "/search?q=projekt&lang=da&kind=tool&year_from=2014&year_to=2026",
    "relaxed": "/search?q=workshop+klimatilpasning+voucher",
    "nothing found": "/search?q=xqzyv&lang=da",
    "behind the last page": "/search?q=projekt&page=99",
    "status": "/status",
    "wrong parameter": "/search?q=projekt&page=0",
    "not there": "/nowhere",
    "a PDF": "first of kind:newsletter",
    "a text with tables": "first of studiebesøg kind:tool",
}

RULES = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
"""All rules of axe-core, also that on the size of what is clicked."""

NARROW, MIDDLE, WIDE = 320, 768, 1280
"""Widths in CSS pixels; 320 is what WCAG 2.2 asks for (1.4.10)."""


@pytest.fixture
def visit(opened: Callable[..., Any]) -> Callable[..., Any]:
    def visit_page(name: str, **options: Any) -> Any:
        address = PAGES[name]
        if not address.startswith("first of "):
            return opened(address, **options)
        page = opened(f"/search?q={address.removeprefix('first of ')}", **options)
        page.locator("ol.hits h3 a").first.click()
        page.wait_for_url(re.compile("/document/"))
        return page

    return visit_page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", PAGES)
def test_no_rule_is_broken(visit: Callable[..., Any], name: str, scheme: str) -> None:
    page = visit(name, color_scheme=scheme)
    for details in page.locator("details").all():
        details.locator("summary").click()
    results = Axe().run(page, options=RULES)
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize("width", [NARROW, MIDDLE, WIDE])
@pytest.mark.parametrize("name", PAGES)
def test_nobody_scrolls_sideways(visit: Callable[..., Any], name: str, width: int) -> None:
    page = visit(name, viewport={"width": width, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_narrow_page_keeps_the_rules(visit: Callable[..., Any]) -> None:
    page = visit("hits", viewport={"width": NARROW, "height": 640})
    results = Axe().run(page, options=RULES)
    assert results.violations_count == 0, results.generate_report()


def test_the_rules_can_be_broken(visit: Callable[..., Any]) -> None:
    page = visit("home")
    page.locator("h1").evaluate("one => { one.style.color = '#ddd'; one.id = 'q' }")
    broken = {violation["id"] for violation in Axe().run(page, options=RULES).response["violations"]}
    assert "color-contrast" in broken


def test_twice_as_large_letters_still_fit(visit: Callable[..., Any]) -> None:
    page = visit("hits", viewport={"width": 640, "height": 640})
    page.locator("html").evaluate("one => { one.style.fontSize = '200%' }")
    assert page.evaluate("document.documentElement.scrollWidth") <= 640
