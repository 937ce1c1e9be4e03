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
    tab_to(page, page.locator("#q"))
    page.keyboard.press("Control+A")
    page.keyboard.type(question)
    page.keyboard.press("Enter")


def count(page: Any) -> int:
    return int(page.locator(".count strong").inner_text().split()[0])


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
    follow(page, page.get_by_role("link", name=re.compile("^Page 3 ?:")).first)
    expect(page).to_have_url(re.compile(r"/document/[^#]+#passage-\d+$"))
    expect(page.locator(":target")).to_be_in_viewport()

    page.keyboard.press("Alt+ArrowLeft")
    expect(page.locator("#q")).to_have_value(ON_PAGE_3)


def test_without_scripts_everything_works(opened: Open) -> None:
    page = opened("/", java_script_enabled=False)
    page.locator("#q").fill(BROAD)
    page.get_by_role("button", name="Search").click()
    everything = count(page)
    page.get_by_role("region", name="Filters").get_by_role("link", name="Polish").click()
    assert 0 < count(page) < everything
    page.get_by_role("link", name="Remove the filter Polish").click()
    page.get_by_role("link", name="Newest first").click()
    page.get_by_role("link", name="Next page").click()
    assert count(page) == everything
    page.locator("ol.hits h3 a").first.click()
    expect(page.get_by_role("article")).to_be_visible()


def test_why_a_document_was_found_unfolds_with_the_keyboard(opened: Open) -> None:
    page = opened("/search?q=wspolpraca")
    why = page.locator("details.why").filter(has_text="written with other letters").first
    expect(why.get_by_role("listitem").first).not_to_be_visible()
    follow(page, why.locator("summary"))
    expect(why.get_by_text("written with other letters").first).to_be_visible()


def test_a_new_question_keeps_the_filters(opened: Open) -> None:
    page = opened("/search?q=projekt&lang=da")
    ask(page, "kommune")
    expect(page.get_by_role("link", name="Remove the filter Danish")).to_be_visible()


def test_the_focus_is_visible_wherever_it_goes(opened: Open) -> None:
    page = opened("/search?q=wspolpraca&lang=pl")
    for _ in range(25):
        page.keyboard.press("Tab")
        style = page.locator(":focus").evaluate(
            "one => [getComputedStyle(one).outlineStyle, getComputedStyle(one).outlineWidth]"
        )
        assert style == ["solid", "3px"]


def test_a_filter_that_was_typed_is_taken_off_like_any_other(opened: Open) -> None:
    page = opened("/search?q=projekt+lang:da")
    few = count(page)
    page.get_by_role("link", name="Remove the filter Danish").click()
    expect(page.locator("#q")).to_have_value("projekt")
    assert count(page) > few


def test_a_bar_of_the_chart_chooses_its_years(opened: Open) -> None:
    page = opened("/search?q=samarbejde+OR+cooperation")
    bar = page.locator(".bars a").first
    year, number = bar.locator(".year").inner_text(), bar.locator(".number").inner_text()
    bar.click()
    expect(page.get_by_role("link", name=f"Remove the filter {year}")).to_be_visible()
    assert count(page) == int(number)


def test_a_translation_is_taken_off(opened: Open) -> None:
    page = opened("/search?q=samarbejde")
    with_it = count(page)
    chip = page.get_by_role("link", name="Do not search for cooperation")
    chip.click()
    expect(chip).to_have_count(0)
    assert count(page) < with_it


def test_the_language_is_switched_by_a_link_and_kept(opened: Open) -> None:
    page = opened("/search?q=samarbejde")
    everything = count(page)
    page.get_by_role("link", name="Polski", exact=True).click()
    expect(page.locator("html")).to_have_attribute("lang", "pl")
    expect(page.get_by_role("button", name="Szukaj")).to_be_visible()
    assert count(page) == everything
    page.goto("/status")
    expect(page.get_by_role("heading", level=1)).to_have_text("O zbiorze")


def test_a_slash_goes_to_the_box_unless_it_is_typed_or_not_wanted(opened: Open) -> None:
    page = opened("/search?q=projekt")
    box = page.locator("#q")
    page.keyboard.press("/")
    expect(box).to_be_focused()
    page.keyboard.type("a/b")
    expect(box).to_have_value("a/b")
    page.goto("/accessibility")
    page.get_by_role("checkbox").uncheck()
    page.goto("/search?q=projekt")
    page.keyboard.press("/")
    expect(box).not_to_be_focused()


def test_arrow_keys_go_from_hit_to_hit_and_back_to_the_box(opened: Open) -> None:
    page = opened("/search?q=projekt")
    hits = page.locator("ol.hits h3 a")
    page.locator("#q").focus()
    page.keyboard.press("ArrowDown")
    expect(hits.first).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(hits.nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator("#q")).to_be_focused()


def test_suggestions_come_while_one_types_and_are_chosen_with_the_keyboard(opened: Open) -> None:
    page = opened("/")
    box = page.get_by_role("combobox")
    box.focus()
    page.keyboard.type("samarb")
    options = page.get_by_role("option")
    expect(options.first).to_have_text("samarbejde")
    expect(box).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("ArrowDown")
    expect(options.first).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", "suggestion-0")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/search\?q=samarbejde$"))


def test_escape_puts_suggestions_away_and_keeps_what_was_typed(opened: Open) -> None:
    page = opened("/")
    page.locator("#q").focus()
    page.keyboard.type("samarb")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("option")).to_have_count(0)
    expect(page.locator("#q")).to_have_value("samarb")


def test_on_a_narrow_screen_filters_unfold(opened: Open) -> None:
    page = opened("/search?q=projekt", viewport={"width": 320, "height": 640}, java_script_enabled=False)
    danish = page.get_by_role("region", name="Filters").get_by_role("link", name="Danish")
    expect(danish).not_to_be_visible()
    page.locator(".filters > summary").click()
    danish.click()
    expect(page.get_by_role("link", name="Remove the filter Danish")).to_be_visible()


def test_somebody_without_a_question_finds_a_document_by_theme(opened: Open) -> None:
    page = opened("/", locale="da")
    page.get_by_role("link", name="Energi og bygninger").click()
    page.locator(".terms a").first.click()
    assert count(page) > 0


def test_where_nothing_is_found_the_way_out_finds_something(opened: Open) -> None:
    page = opened("/search?q=samarbejde&year_to=1990")
    page.get_by_role("link", name="Search without filters").click()
    assert count(page) > 0
