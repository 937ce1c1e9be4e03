"""A person searches, filters and reads: with the keyboard only, and without any script."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").expect

pytestmark = pytest.mark.browser

BROAD = "samarbejde OR współpraca OR cooperation"
"""A question with more than one page of answers."""

ON_PAGE_3 = '"head of department"'
"""Words of the third page of the longest PDF."""

MOST_TABS = 150
"""Presses of the Tab key after which a person has given up."""

Open = Callable[..., Any]


def tab_to(page: Any, target: Any) -> None:
    """Press Tab until the target has the focus, as somebody without a mouse does."""
    wanted = target.element_handle()
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        if focused.count() and focused.element_handle().evaluate("(one, other) => one === other", wanted):
            return
    pytest.fail(f"{target} cannot be reached with the Tab key")


def follow(page: Any, target: Any) -> None:
    tab_to(page, target)
    page.keyboard.press("Enter")


def ask(page: Any, question: str) -> None:
    tab_to(page, page.get_by_role("searchbox"))
    page.keyboard.press("Control+A")
    page.keyboard.type(question)
    page.keyboard.press("Enter")


def count(page: Any) -> int:
    return int(page.get_by_role("status").locator("strong").inner_text().split()[0])


def test_the_first_tab_offers_to_skip_to_the_content(opened: Open) -> None:
    page = opened("/search?q=projekt")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the content")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()


def test_from_a_question_to_page_three_of_a_report_and_back_with_the_keyboard_only(opened: Open) -> None:
    page = opened("/")
    ask(page, BROAD)
    everything = count(page)
    assert everything > 10

    follow(page, page.get_by_role("region", name="Filters").get_by_role("link", name="English"))
    chip = page.get_by_role("link", name="Remove the filter English")
    expect(chip).to_be_visible()
    assert 0 < count(page) < everything

    follow(page, chip)
    expect(chip).to_have_count(0)
    assert count(page) == everything

    follow(page, page.get_by_role("link", name="Next page"))
    expect(page.get_by_role("link", name="Page 2", exact=True)).to_have_attribute("aria-current", "page")

    ask(page, ON_PAGE_3)
    follow(page, page.get_by_role("link", name="Page 3 in").first)
    expect(page).to_have_url(re.compile(r"/document/[^#]+#page-3$"))
    expect(page.get_by_text("Page 3", exact=True)).to_be_in_viewport()

    page.keyboard.press("Alt+ArrowLeft")
    expect(page.get_by_role("searchbox")).to_have_value(ON_PAGE_3)


def test_without_scripts_everything_works(opened: Open) -> None:
    page = opened("/", java_script_enabled=False)
    page.get_by_role("searchbox").fill(BROAD)
    page.get_by_role("button", name="Search").click()
    everything = count(page)
    page.get_by_role("region", name="Filters").get_by_role("link", name="polski").click()
    assert 0 < count(page) < everything
    page.get_by_role("link", name="Remove the filter polski").click()
    page.get_by_role("link", name="Newest first").click()
    page.get_by_role("link", name="Next page").click()
    assert count(page) == everything
    page.locator("ol.hits h3 a").first.click()
    expect(page.get_by_role("article")).to_be_visible()


def test_why_a_document_was_found_unfolds_with_the_keyboard(opened: Open) -> None:
    page = opened("/search?q=wspolpraca")
    why = page.locator("details.why").first
    expect(why.get_by_role("listitem")).not_to_be_visible()
    follow(page, why.locator("summary"))
    expect(why.get_by_role("listitem")).to_contain_text("written with other letters")


def test_a_new_question_keeps_the_filters(opened: Open) -> None:
    page = opened("/search?q=projekt&lang=da")
    ask(page, "kommune")
    expect(page.get_by_role("link", name="Remove the filter dansk")).to_be_visible()


def test_the_focus_is_visible_wherever_it_goes(opened: Open) -> None:
    page = opened("/search?q=wspolpraca&lang=pl")
    for _ in range(25):
        page.keyboard.press("Tab")
        style = page.locator(":focus").evaluate(
            "one => [getComputedStyle(one).outlineStyle, getComputedStyle(one).outlineWidth]"
        )
        assert style == ["solid", "3px"]
