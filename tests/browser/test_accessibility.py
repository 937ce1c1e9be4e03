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
    "theme": "/theme/energy",
    "accessibility": "/accessibility",
    "API": "/api",
    "project": "/project/InterLoc",
    "projects": "/projects",
    "unknown project": "/project/Interlok",
    "place": "/place/Kwidzyn",
    "places": "/places",
    "lessons": "/lessons?kind=obstacle",
    "events": "/events",
}

LANGUAGES = ("en", "da", "pl")

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


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_no_rule_is_broken_light_or_dark(visit: Callable[..., Any], name: str, language: str) -> None:
    page = visit(name, locale=language)
    assert page.locator("html").get_attribute("lang") == language
    for summary in page.locator("summary").all():
        if summary.is_visible():
            summary.click()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        results = Axe().run(page, options=RULES)
        assert results.violations_count == 0, f"{scheme}: {results.generate_report()}"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_nobody_scrolls_sideways(visit: Callable[..., Any], name: str, language: str) -> None:
    page = visit(name, viewport={"width": WIDE, "height": 640}, locale=language)
    for width in (WIDE, MIDDLE, NARROW):
        page.set_viewport_size({"width": width, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_narrow_page_keeps_the_rules(visit: Callable[..., Any], language: str) -> None:
    page = visit("hits", viewport={"width": NARROW, "height": 640}, locale=language)
    page.locator(".filters > summary").click()
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


@pytest.mark.parametrize("name", PAGES)
def test_nothing_moves(visit: Callable[..., Any], name: str) -> None:
    page = visit(name, reduced_motion="reduce")
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter(one => {
            const style = getComputedStyle(one);
            return style.animationName !== "none" || style.transitionDuration !== "0s"
                || style.scrollBehavior === "smooth";
        }).length"""
    )
    assert (moving, page.evaluate("document.getAnimations().length")) == (0, 0)


def test_in_forced_colours_marks_bars_and_buttons_can_be_told_from_their_ground(
    visit: Callable[..., Any],
) -> None:
    page = visit("hits", forced_colors="active")
    colours = page.evaluate(
        """() => {
            const style = (selector) => getComputedStyle(document.querySelector(selector));
            return [["mark", "backgroundColor"], [".bars rect", "fill"], [".field button", "borderTopColor"]]
                .map(([selector, what]) => style(selector)[what] !== style("body").backgroundColor);
        }"""
    )
    assert colours == [True, True, True]


def test_on_paper_there_are_the_hits_and_nothing_to_click(visit: Callable[..., Any]) -> None:
    page = visit("filtered")
    page.emulate_media(media="print")
    for gone in (".band", ".facets", ".languages", ".bottom", ".sorts", ".cross"):
        assert not any(one.is_visible() for one in page.locator(gone).all()), gone
    assert page.locator("ol.hits h3").first.is_visible()
    assert page.locator(".chip.on").first.is_visible(), "paper says what the answer is limited to"
