"""No document and no question can run a script in the pages, even without the policy that forbids scripts."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from payloads import payloads

from indexer.build import build
from indexer.settings import Settings
from search_ui.search.library import Library

pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

pytestmark = pytest.mark.browser

PAYLOADS = payloads()
PER_PAGE = 10
KNOWN = (
    "/projects",
    "/project/Zebra",
    "/places",
    "/lessons",
    "/events",
    "/events?page=2",
)
"""The pages about what is known of the documents."""

BROKEN = 20
"""Files that cannot be read: the status page names them."""


def put(corpus: Path, number: int, payload: str) -> None:
    """Write a document that says the payload in its title, text, name and everything told about it."""
    name = f"{number:03} {payload.replace('/', '')}"[:150] + ".txt"
    (corpus / name).write_text(f"{payload} zebra {payload}\n\nMore on {payload}", encoding="utf-8")
    told = {"title": payload, "author": payload, "url": f"javascript:{payload}" if number % 2 else payload}
    facts = dict.fromkeys(("project", "place", "programme", "partner", "lesson", "series"), payload)
    event = {"date": "2014-05-06", "what": payload, "place": payload, "audience": payload}
    about = {"status": payload, "website": payload, "lead-partner": payload}
    lines = [
        f"{key} = '''{value}'''" if value else key
        for key, value in (
            *told.items(),
            *(("[facts]", ""), *facts.items()),
            *(('[facts."project:Zebra"]', ""), *about.items()),
            *(('[facts."event:1"]', ""), *event.items()),
        )
    ]
    (corpus / f"{name}.meta.toml").write_text("\n".join(lines), encoding="utf-8")
    if number < BROKEN:
        (corpus / f"{name.removesuffix('.txt')}.pdf").write_bytes(b"%PDF-1.7 and nothing more")


@pytest.fixture(scope="module")
def attacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[str]]]:
    """The address of a server of attacking documents, and the ids of these."""
    folder = tmp_path_factory.mktemp("attacked")
    settings = Settings(corpus=folder / "documents", index=folder / "index")
    settings.corpus.mkdir()
    for number, payload in enumerate(PAYLOADS):
        put(settings.corpus, number, payload)
    build(settings)
    library = Library(settings.index)
    ids = list(library.ask(lambda service: [one.id for one in service.catalogue.all_documents()]))
    library.close()
    command = "from search_ui.cli import main; raise SystemExit(main())"
    arguments = ["serve", "--index", str(settings.index), "--port", "0"]
    with subprocess.Popen(
        [sys.executable, "-c", command, *arguments], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout
            found = re.search(r"(http://\S+)/\n", process.stdout.readline())
            assert found
            yield found[1], ids
        finally:
            process.terminate()
            process.wait(timeout=10)


class Watch:
    """A tab that counts what ran in it, and what the policy had to stop."""

    def __init__(self, context: Any, site: str) -> None:
        self.page = context.new_page()
        self.page.set_default_timeout(10_000)
        self.site = site
        self.complaints: list[str] = []
        self.ran = 0
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("dialog", self._opened)

    def _opened(self, dialog: Any) -> None:
        self.ran += 1
        dialog.dismiss()

    def see(self, path: str) -> int:
        """Open the page, let what waits for a frame come up, and count what has run so far."""
        self.page.goto(self.site + path)
        self.page.evaluate("() => new Promise(done => requestAnimationFrame(() => setTimeout(done, 0)))")
        assert self.page.url == self.site + path, "the page went elsewhere"
        self.ran += self.page.evaluate("() => window.ran || 0")
        return self.ran

    def dangers(self) -> list[str]:
        """Return attributes and addresses of the page that could run a script when touched."""
        found: list[str] = self.page.evaluate(
            """() => [...document.querySelectorAll("*")].flatMap(one => [...one.attributes]
                .filter(held => held.name.startsWith("on") || held.name === "srcdoc"
                        || /^\\s*javascript:/i.test(held.value) && held.name !== "value")
                .map(held => held.name + "=" + held.value))"""
        )
        return found


@pytest.fixture
def without_policy(chromium: Any, attacked: Any) -> Iterator[Watch]:
    """A browser that ignores the policy against scripts: only the escaping of the pages is left."""
    context = chromium.new_context(bypass_csp=True)
    yield Watch(context, attacked[0])
    context.close()


@pytest.fixture
def with_policy(chromium: Any, attacked: Any) -> Iterator[Watch]:
    context = chromium.new_context()
    yield Watch(context, attacked[0])
    context.close()


def lists() -> Iterator[str]:
    """Yield pages that together quote every document."""
    for page in range(1, len(PAYLOADS) // PER_PAGE + 1):
        yield f"/search?q=zebra&per_page={PER_PAGE}&page={page}"


def test_the_payloads_do_run_where_a_page_does_not_escape_them(chromium: Any) -> None:
    assert len(set(PAYLOADS)) == 200
    page = chromium.new_page()
    alive = 0
    some = PAYLOADS[::3]
    for payload in some:
        page.goto("about:blank")
        page.set_content(f"<title>x</title><p>{payload}</p>")
        page.evaluate("() => new Promise(done => setTimeout(done, 5))")
        alive += bool(page.evaluate("() => window.ran || 0"))
    page.close()
    assert alive > 0.75 * len(some)


def test_no_title_text_name_or_metadata_of_a_document_runs(attacked: Any, without_policy: Watch) -> None:
    _, ids = attacked
    assert len(ids) == len(PAYLOADS)
    for path in (*lists(), *(f"/document/{id}?q=zebra" for id in ids), "/status", "/", *KNOWN):
        assert without_policy.see(path) == 0, path
        assert without_policy.dangers() == [], path


def test_no_question_runs(without_policy: Watch) -> None:
    for number, payload in enumerate(PAYLOADS):
        path = ("/search", "/nowhere", "/search")[number % 3]
        rest = {"page": "0"} if number % 3 == 2 else {}
        address = f"{path}?{urlencode({'q': payload, **rest})}"
        assert without_policy.see(address) == 0, payload
        assert without_policy.dangers() == [], payload


@pytest.mark.parametrize("form", ["json", "atom"])
def test_no_form_that_a_browser_shows_runs(without_policy: Watch, form: str) -> None:
    for path in lists():
        assert without_policy.see(path.replace("/search", f"/search.{form}", 1)) == 0


def test_the_policy_has_nothing_to_stop(attacked: Any, with_policy: Watch) -> None:
    _, ids = attacked
    for path in (*lists(), *(f"/document/{id}" for id in ids[::10]), "/status", "/", "/api", *KNOWN):
        assert with_policy.see(path) == 0
    for payload in PAYLOADS[::10]:
        assert with_policy.see(f"/search?{urlencode({'q': payload})}") == 0
    assert with_policy.complaints == []
