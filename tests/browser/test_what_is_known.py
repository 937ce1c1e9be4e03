"""A person looks at a project, its places, the lessons and the timeline: with the keyboard, or no script."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from test_journeys import count, follow

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").expect

pytestmark = pytest.mark.browser

Open = Callable[..., Any]


def plain(text: str) -> str:
    """Return the text on one line; a quotation has bars between the cells of a row, the document has none."""
    return " ".join(text.replace("|", " ").split())


def test_from_the_front_page_to_the_sentence_that_states_an_end(opened: Open) -> None:
    page = opened("/")
    follow(page, page.get_by_role("link", name="Projects", exact=True))
    follow(page, page.get_by_role("link", name="InterLoc", exact=True))
    expect(page.get_by_role("heading", name="The documents do not agree")).to_be_visible()
    follow(page, page.get_by_role("note").get_by_role("link", name="End", exact=True))
    expect(page.locator("#fact-end")).to_be_in_viewport()
    end = page.locator("section.fact", has=page.locator("#fact-end"))
    for stated in ("2013", "29 June 2014", "30 June 2014"):
        expect(end.locator(".value", has_text=re.compile(rf"^{stated}")).first).to_be_visible()
    source = end.locator(".quote .from a").first
    said = end.locator(".quote blockquote").first.inner_text()
    source.click()
    page.wait_for_url(re.compile("/document/.*#passage-"))
    number = page.url.partition("#")[2]
    assert plain(said).strip("… ") in plain(page.locator(f"#{number}").inner_text())


def test_a_narrow_search_by_place_is_taken_off_again_without_a_script(opened: Open) -> None:
    page = opened("/search?q=projekt", java_script_enabled=False)
    before = count(page)
    page.locator("details.known > summary").click()
    page.locator('ul[aria-labelledby="facet-place"] a', has_text="Kwidzyn").click()
    assert 0 < count(page) < before
    expect(page.locator(".chip.on")).to_contain_text("Place: Kwidzyn")
    page.locator(".chip.on").click()
    assert count(page) == before


def test_the_lessons_are_narrowed_to_the_obstacles_in_danish(opened: Open) -> None:
    page = opened("/lessons")
    everything = count(page)
    follow(page, page.get_by_role("link", name=re.compile(r"^Obstacles \d")))
    follow(page, page.get_by_role("link", name=re.compile(r"^Danish \d")))
    expect(page.locator(".chip.on")).to_have_count(2)
    assert 0 < count(page) < everything
    for quote in page.locator("ul.lessons blockquote").all():
        assert quote.get_attribute("lang") == "da"


def test_every_strip_of_the_timeline_is_told_in_words_and_fits_the_page(opened: Open) -> None:
    for width in (320, 1280):
        page = opened("/events", viewport={"width": width, "height": 800})
        strips = page.locator("figure.timeline svg[role=img]")
        assert strips.count() > 3
        for strip in strips.all():
            assert re.search(r"\d+ events?, .*\d{4}", strip.get_attribute("aria-label") or "")
            box = strip.bounding_box()
            assert box and box["width"] > 200 and box["x"] + box["width"] <= width
        assert page.locator("table.events tbody tr").count() > 20


def test_a_place_leads_to_its_documents_and_projects(opened: Open) -> None:
    page = opened("/places")
    follow(page, page.get_by_role("link", name="Kwidzyn", exact=True))
    expect(page.get_by_role("heading", name="Events here")).to_be_visible()
    assert page.locator("ul.mentions mark").count() > 5
    follow(page, page.get_by_role("link", name="InterLoc", exact=True))
    expect(page.get_by_role("heading", level=1)).to_have_text("InterLoc")


def test_lessons_and_cards_are_readable_on_paper(opened: Open) -> None:
    for address, held in (
        ("/lessons?kind=obstacle", ".lessons .quote"),
        ("/project/InterLoc", ".fact .quote"),
    ):
        page = opened(address)
        page.emulate_media(media="print")
        for gone in (".band", ".facets", ".pages", ".languages", ".takeaway"):
            assert not any(one.is_visible() for one in page.locator(gone).all()), gone
        assert page.locator(held).first.is_visible()
        assert page.locator(f"{held} .from").first.is_visible(), "paper names the source"
