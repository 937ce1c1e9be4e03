"""Pictures of the main pages in every language, light, dark and narrow: ``make screenshots``.

Needs an index and Chromium. One of the pictures is ``search.png`` beside the folder, for the README.
"""

from __future__ import annotations

import argparse
from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from tests.browser.conftest import ARGUMENTS, SANDBOX, executable, serving

LANGUAGES = ("en", "da", "pl")

PAGES: Mapping[str, Mapping[str, str]] = {
    "home": dict.fromkeys(LANGUAGES, "/"),
    "search": {
        "en": "/search?q=study+visit",
        "da": "/search?q=erfaringer+med+internationalt+samarbejde",
        "pl": "/search?q=wsp%C3%B3%C5%82praca+mi%C4%99dzynarodowa",
    },
    "nothing": dict.fromkeys(LANGUAGES, "/search?q=voucher+year:1990..1995"),
    "theme": dict.fromkeys(LANGUAGES, "/theme/energy"),
    "project": dict.fromkeys(LANGUAGES, "/project/InterLoc"),
    "place": dict.fromkeys(LANGUAGES, "/place/Kwidzyn"),
    "lessons": dict.fromkeys(LANGUAGES, "/lessons?kind=obstacle"),
    "events": dict.fromkeys(LANGUAGES, "/events"),
    "status": dict.fromkeys(LANGUAGES, "/status"),
    "accessibility": dict.fromkeys(LANGUAGES, "/accessibility"),
}

FORMS: Mapping[str, Mapping[str, Any]] = {
    "light": {"color_scheme": "light", "viewport": {"width": 1040, "height": 900}},
    "dark": {"color_scheme": "dark", "viewport": {"width": 1040, "height": 900}},
    "narrow": {"color_scheme": "light", "viewport": {"width": 320, "height": 700}, "device_scale_factor": 2},
}

SHOWN = ("search", "da", "light")
"""The picture of the README."""


def taken(
    site: str, executable: str, arguments: list[str], forms: Collection[str], languages: Collection[str]
) -> Iterator[tuple[tuple[str, str, str], bytes]]:
    """Yield each picture with its page, language and form."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=executable, args=arguments)
        for form in forms:
            for language in languages:
                context = browser.new_context(base_url=site, locale=language, **FORMS[form])
                page = context.new_page()
                for name, addresses in PAGES.items():
                    page.goto(addresses[language])
                    yield (name, language, form), page.screenshot()
                context.close()
        browser.close()


def main() -> None:
    """Take all pictures of the index given into the folder given."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("index", type=Path, help="the folder of the index")
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--form", choices=FORMS, nargs="+", default=tuple(FORMS), help="only these")
    parser.add_argument("--language", choices=LANGUAGES, nargs="+", default=LANGUAGES, help="only these")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    with serving(asked.index) as site:
        browser = (executable(), [*ARGUMENTS, *SANDBOX])
        for name, picture in taken(site, *browser, asked.form, asked.language):
            (asked.folder / f"{'-'.join(name)}.png").write_bytes(picture)
            if name == SHOWN:
                (asked.folder.parent / "search.png").write_bytes(picture)


if __name__ == "__main__":
    main()
