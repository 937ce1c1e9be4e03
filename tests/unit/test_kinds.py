"""What kind of document this is."""

from __future__ import annotations

import pytest

from indexer.knowledge.kinds import KINDS, kind, listed_kind
from indexer.model import Fact


def told(
    *, stated: str | None = None, path: str = "a.txt", title: str = "", headings: tuple[str, ...] = ()
) -> str:
    said = Fact(stated, "front matter") if stated is not None else None
    return kind(stated=said, path=path, title=title, headings=headings).value


@pytest.mark.parametrize("slug", KINDS)
def test_a_document_that_states_its_kind_is_believed(slug: str) -> None:
    assert told(stated=slug.upper().replace("-", " "), path="reports/newsletter.pptx", title="Tool") == slug


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        pytest.param("Nyhedsbrev", "newsletter", id="Danish"),
        pytest.param("sprawozdanie", "report", id="Polish"),
        pytest.param("About the weather", "article", id="no kind"),
        pytest.param(" ", "article", id="nothing"),
    ],
)
def test_a_kind_may_be_stated_in_any_language(stated: str, expected: str) -> None:
    assert told(stated=stated) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        pytest.param("Newsletter 6: final meeting", "newsletter", id="en newsletter"),
        pytest.param("Nyhedsbreve fra projektet", "newsletter", id="da newsletter"),
        pytest.param("Nyhetsbrev 2", "newsletter", id="sv newsletter"),
        pytest.param("Biuletyn informacyjny nr 3", "newsletter", id="pl newsletter"),
        pytest.param("Slutrapport 2014", "report", id="sv report inside a compound"),
        pytest.param("Sprawozdania z wizyt", "report", id="pl report"),
        pytest.param("Abschlussbericht", "report", id="de report"),
        pytest.param("Projekto ataskaita", "report", id="lt report"),
        pytest.param("Handlingsplan for byen", "action-plan", id="da action plan"),
        pytest.param("Plan działań na rok 2014", "action-plan", id="pl action plan"),
        pytest.param("Veiksmų planas", "action-plan", id="lt action plan"),
        pytest.param("Dialogværktøjer", "tool", id="da tool inside a compound"),
        pytest.param("Narzędzia współpracy", "tool", id="pl tool"),
        pytest.param("Poradnik dla gminy", "tool", id="pl guide"),
        pytest.param("Checklist: before you travel", "tool", id="en tool"),
        pytest.param("SWOT-analyse", "swot", id="swot"),
        pytest.param("Pressemeddelelse", "article", id="da article"),
        pytest.param("Projektbeskrivelse", "project", id="da project"),
        pytest.param("Opis projektu", "project", id="pl project"),
        pytest.param("Eight projects that went well", "article", id="a title about projects"),
        pytest.param("Reporter", "report", id="begins so"),
        pytest.param("Deportation", "article", id="only holds the letters"),
    ],
)
def test_a_title_names_the_kind_in_six_languages(title: str, expected: str) -> None:
    assert told(title=title) == expected


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        pytest.param("en/InterLoc_Newsletter-5.pdf", "newsletter", id="file name"),
        pytest.param("da/nyhedsbreve/2014/maj.html", "newsletter", id="folder"),
        pytest.param("pl/projekty/abc.txt", "project", id="folder that says nothing in a title"),
        pytest.param("reports/newsletter-5.pdf", "newsletter", id="the file before its folder"),
        pytest.param("x/slides.PPTX", "presentation", id="slides"),
        pytest.param("x/budget.xlsx", "table", id="sheet"),
        pytest.param("x/re.eml", "mail", id="mail"),
        pytest.param("x/rapport.xlsx", "report", id="the name before the format"),
    ],
)
def test_a_path_names_the_kind_before_the_title(path: str, expected: str) -> None:
    assert told(path=path, title="Action plan") == expected


def test_the_first_headings_speak_last() -> None:
    assert told(title="Kwidzyn 2014", headings=("InterLoc", "Final report")) == "report"
    assert told(title="Kwidzyn 2014", headings=("A", "B", "C", "Report from a workshop")) == "article"


def test_a_document_without_a_name_is_an_article_if_it_holds_prose() -> None:
    nameless = {"stated": None, "path": "a.txt", "title": "", "headings": ()}
    assert kind(**nameless, prose=True) == Fact("article", "text")
    assert kind(**nameless, prose=False) == Fact("other", "text")


@pytest.mark.parametrize(
    ("stated", "path", "title", "headings", "source"),
    [
        pytest.param("rapport", "tools.txt", "Newsletter", (), "front matter", id="stated"),
        pytest.param("nothing", "tools.txt", "Newsletter", (), "file name", id="stated, but no kind"),
        pytest.param(None, "tools/a.txt", "Newsletter", (), "folder", id="folder"),
        pytest.param(None, "a.pptx", "Newsletter", (), "format", id="format"),
        pytest.param(None, "a.txt", "Newsletter", ("Report",), "title", id="title"),
        pytest.param(None, "a.txt", "A", ("Report",), "headings", id="headings"),
    ],
)
def test_a_kind_comes_with_what_told_it(
    stated: str | None, path: str, title: str, headings: tuple[str, ...], source: str
) -> None:
    said = Fact(stated, "front matter") if stated else None
    assert kind(stated=said, path=path, title=title, headings=headings).source == source


@pytest.mark.parametrize(
    ("keywords", "expected"),
    [
        pytest.param("report", "report", id="the kind alone"),
        pytest.param("EU; Action plan; 2014", "action-plan", id="among others"),
        pytest.param("A report on tools", None, id="only mentioned"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_keywords_name_a_kind_only_by_itself(keywords: str, expected: str | None) -> None:
    assert listed_kind(keywords) == expected


def test_every_kind_has_a_label() -> None:
    assert all(slug == slug.lower() and label for slug, label in KINDS.items())
