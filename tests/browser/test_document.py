"""A reader opens a document where the answer stands: in its text and on the page of a PDF."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

expect = pytest.importorskip("playwright.sync_api", reason="playwright is not installed").expect
Axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed").Axe

pytestmark = pytest.mark.browser

ON_PAGE_3 = '"head of department"'
"""Words of the third page of the longest PDF."""

RULES = {"resultTypes": ["violations"], "rules": {"target-size": {"enabled": True}}}
"""All rules of axe-core, also that on the size of what is clicked."""

Open = Callable[..., Any]


def open_pdf_hit(page: Any) -> None:
    page.get_by_role("link", name=re.compile("Open the PDF at page 3")).first.click()
    expect(page.locator("#sheet")).to_have_attribute("data-state", "shown", timeout=20_000)


def test_a_pdf_hit_opens_at_its_page_with_the_words_marked(opened: Open) -> None:
    page = opened(f"/search?q={ON_PAGE_3}")
    open_pdf_hit(page)
    expect(page).to_have_url(re.compile(r"/document/\w+/pdf\?q=[^&]+&page=3$"))
    marks = page.locator(".textLayer mark")
    expect(marks).to_have_count(2)
    assert {text.lower() for text in marks.all_inner_texts()} == {"head of department"}
    expect(marks.first).to_be_in_viewport()
    assert painted(page) > 1_000


def painted(page: Any) -> int:
    """Return how many points of the canvas are not white."""
    count = """one => {
      const { data } = one.getContext("2d").getImageData(0, 0, one.width, one.height);
      let dark = 0;
      for (let at = 0; at < data.length; at += 4) if (data[at + 3] && data[at] < 128) dark++;
      return dark;
    }"""
    return int(page.locator("#sheet canvas").evaluate(count))


def test_the_marks_on_the_page_cover_the_words_that_are_painted(opened: Open) -> None:
    page = opened(f"/search?q={ON_PAGE_3}")
    open_pdf_hit(page)
    under = """one => {
      const canvas = document.querySelector("#sheet canvas");
      const place = one.getBoundingClientRect(), sheet = canvas.getBoundingClientRect();
      const scale = canvas.width / sheet.width;
      const { data } = canvas.getContext("2d").getImageData((place.x - sheet.x) * scale,
        (place.y - sheet.y) * scale, place.width * scale, place.height * scale);
      let dark = 0;
      for (let at = 0; at < data.length; at += 4) if (data[at] < 128) dark++;
      return dark;
    }"""
    for mark in page.locator(".textLayer mark").all():
        assert mark.evaluate(under) > 20


def test_from_page_to_page_of_a_pdf_with_the_keyboard(opened: Open) -> None:
    page = opened(f"/search?q={ON_PAGE_3}")
    open_pdf_hit(page)
    following = page.get_by_role("link", name="Next page", exact=True).first
    following.focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("page=4$"))
    expect(page.locator("#sheet")).to_have_attribute("data-state", "shown", timeout=20_000)
    page.get_by_role("link", name="Read page 4 as text").click()
    expect(page).to_have_url(re.compile(r"#page-4$"))
    expect(page.locator("#page-4 .leaf-number")).to_be_in_viewport()


def test_a_pdf_that_cannot_be_read_leads_to_the_file(opened: Open) -> None:
    page = opened("/search?q=toolbox")
    page.context.route("**/file/**", lambda route: route.fulfill(body="no PDF at all"))
    page.get_by_role("link", name=re.compile("Open the PDF at page")).first.click()
    expect(page.get_by_role("alert")).to_contain_text("The page cannot be shown here.", timeout=20_000)
    expect(page.locator("#sheet")).to_have_count(0)


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_from_one_marked_word_to_the_next_and_back(opened: Open, scripts: bool) -> None:
    page = opened("/search?q=partner&lang=en", java_script_enabled=scripts)
    page.locator("ol.hits h3 a").first.click()
    total = int(page.locator("section.found p").first.inner_text().split()[0])
    assert total > 5
    page.get_by_role("link", name="Go to the first one").click()
    for number in (1, 2, 3):
        step = page.locator(".step:visible")
        expect(step).to_contain_text(f"{number}/")
        expect(page.locator(f"#place-{number} mark").first).to_be_in_viewport()
        step.get_by_role("link", name="Next").click()
    page.locator(".step:visible").get_by_role("link", name="Previous").click()
    expect(page.locator("#place-3 mark").first).to_be_in_viewport()


def test_behind_a_marked_word_the_tab_key_comes_to_the_steps(opened: Open) -> None:
    page = opened("/search?q=partner&lang=en")
    page.locator("ol.hits h3 a").first.click()
    page.get_by_role("link", name="Go to the first one").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#place-1$"))
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Next")


def test_without_scripts_a_pdf_opens_in_the_browsers_own_viewer(opened: Open) -> None:
    page = opened(f"/search?q={ON_PAGE_3}", java_script_enabled=False)
    page.get_by_role("link", name=re.compile("Open the PDF at page 3")).first.click()
    link = page.locator("noscript a")
    expect(link).to_have_attribute("href", re.compile(r"^/file/\w+#page=3$"))
    expect(page.locator("#sheet")).not_to_be_visible()


def test_an_excerpt_opens_at_its_passage(opened: Open) -> None:
    page = opened('/search?q="study+visit"&lang=en')
    page.locator(".ways a:not([href*='/pdf'])").last.click()
    name = page.url.partition("#")[2]
    assert re.fullmatch(r"passage-\d+", name)
    expect(page.locator(f"#{name}")).to_be_in_viewport()
    expect(page.locator(f"#{name} mark").first).to_be_in_viewport()


WAYS = {
    "text": ("/search?q=partner&lang=en", "ol.hits h3 a"),
    "table": ("/search?q=studiebes%C3%B8g&kind=tool", "ol.hits h3 a"),
    "pdf": (f"/search?q={ON_PAGE_3}", "a[href*='/pdf?']"),
}


def visit(opened: Open, name: str, language: str = "en", **options: Any) -> Any:
    address, way = WAYS[name]
    page = opened(f"{address}&ui={language}", **options)
    page.locator(way).first.click()
    page.wait_for_url(re.compile("/document/"))
    if name == "pdf":
        expect(page.locator("#sheet")).to_have_attribute("data-state", "shown", timeout=20_000)
    else:
        page.locator("section.found a").first.click()
        for details in page.locator("details").all():
            details.locator("summary").click()
    return page


@pytest.mark.parametrize("language", ["en", "da", "pl"])
@pytest.mark.parametrize("name", WAYS)
def test_no_rule_is_broken_light_or_dark(opened: Open, name: str, language: str) -> None:
    page = visit(opened, name, language)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        results = Axe().run(page, options=RULES)
        assert results.violations_count == 0, f"{scheme}: {results.generate_report()}"


@pytest.mark.parametrize("name", WAYS)
def test_a_narrow_page_is_not_scrolled_sideways(opened: Open, name: str) -> None:
    page = visit(opened, name, viewport={"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("name", WAYS)
def test_nothing_moves_while_the_page_is_shown(opened: Open, name: str) -> None:
    page = visit(opened, name)
    page.reload()
    page.wait_for_load_state("networkidle")
    moved = """() => new Promise(done => {
      let sum = 0;
      new PerformanceObserver(list => { for (const one of list.getEntries()) sum += one.value })
        .observe({ type: "layout-shift", buffered: true });
      requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
    })"""
    assert page.evaluate(moved) < 0.01
