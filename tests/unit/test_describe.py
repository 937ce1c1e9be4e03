"""What is said of a document, and what stated it."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from indexer.describe import describe
from indexer.extract import Content, extract
from indexer.extract.content import stated
from indexer.model import Block, DatedFact, Document, Fact, Page, SourceFile

PROSE = "Deltagerne fortalte hinanden om samarbejdet med byer i Polen og om deres skoler."


def described(name: str, text: str) -> Document:
    source = SourceFile(PurePosixPath(name), len(text), "0" * 64)
    return describe(source, extract(name, text.encode()))[0]


def told(name: str, text: str, fact: str) -> tuple[str, str]:
    found = described(name, text).facts[fact]
    return found.value, found.source


FRONT = (
    "---\ntitle: Efter mødet\ndate: 2014-05\nkind: rapport\nauthor: A. Berg\nlang: sv\n---\n\n"
    f"# Møde\n\n{PROSE}"
)
META = (
    '<html lang="da"><head><title>Møde</title><meta name="date" content="2014">'
    '<meta name="kind" content="swot">'
    f'<link rel="canonical" href="https://example.org/"></head><body><h1>Møde</h1><p>{PROSE}</p></body></html>'
)


@pytest.mark.parametrize(
    ("name", "text", "fact", "value", "source"),
    [
        pytest.param("a.md", FRONT, "title", "Efter mødet", "front matter", id="front matter, title"),
        pytest.param("a.md", FRONT, "date", "2014-05", "front matter", id="front matter, date"),
        pytest.param("a.md", FRONT, "kind", "report", "front matter", id="front matter, kind"),
        pytest.param("a.md", FRONT, "author", "A. Berg", "front matter", id="front matter, author"),
        pytest.param("a.md", FRONT, "language", "sv", "front matter", id="front matter, language"),
        pytest.param("a.html", META, "title", "Møde", "meta", id="web page, title"),
        pytest.param("a.html", META, "date", "2014", "meta", id="web page, date"),
        pytest.param("a.html", META, "kind", "swot", "meta", id="web page, kind"),
        pytest.param("a.html", META, "url", "https://example.org/", "meta", id="web page, address"),
        pytest.param("a.html", META, "language", "da", "text", id="web page, language"),
        pytest.param("a.txt", f"Møde\n\n16. juni 2014\n\n{PROSE}", "date", "2014-06-16", "text", id="text"),
        pytest.param("møde-2014.txt", PROSE, "date", "2014", "file name", id="file name, date"),
        pytest.param(
            "nyt-fra-havnen.txt", PROSE, "title", "Nyt fra havnen", "file name", id="file name, title"
        ),
        pytest.param(
            "nyt-fra-havnen.txt",
            f"Nyt fra havnen\n\nFor alle\n\n{PROSE}",
            "title",
            "Nyt fra havnen",
            "heading",
            id="a title that the file has its name from",
        ),
        pytest.param("nyhedsbrev.txt", PROSE, "kind", "newsletter", "file name", id="file name, kind"),
        pytest.param("a.txt", PROSE, "kind", "article", "text", id="prose that nothing names"),
    ],
)
def test_each_fact_says_what_stated_it(name: str, text: str, fact: str, value: str, source: str) -> None:
    assert told(name, text, fact) == (value, source)


def test_what_is_not_known_is_no_fact() -> None:
    assert set(described("a.txt", PROSE).facts) == {"title", "kind", "language"}


def test_the_dates_of_a_project_are_not_those_of_its_page() -> None:
    page = f"A project\n\nStart date: Mar 1, 2011, End date: Feb 28, 2014\n\n{PROSE}"
    assert described("page.txt", page).published is None


@pytest.mark.parametrize(
    ("property", "expected"),
    [
        pytest.param("tool", Fact("tool", "PDF property"), id="a kind"),
        pytest.param("EU, report", Fact("report", "PDF property"), id="among keywords"),
        pytest.param("A report on tools", Fact("article", "text"), id="only mentioned"),
    ],
)
def test_a_pdf_states_its_kind_only_by_its_name(property: str, expected: Fact) -> None:
    content = Content(
        title="Møde",
        pages=(Page(1, (Block("paragraph", PROSE),)),),
        media_type="application/pdf",
        stated=stated({"kind": property}),
    )
    source = SourceFile(PurePosixPath("a.pdf"), 1, "0" * 64)
    assert describe(source, content)[0].facts["kind"] == expected


def test_a_date_says_how_exactly_it_is_known() -> None:
    fact = described("a.txt", f"Møde\n\njuni 2014\n\n{PROSE}").facts["date"]
    assert isinstance(fact, DatedFact)
    assert fact.precision == "month"
