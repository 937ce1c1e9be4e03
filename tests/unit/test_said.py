"""What a librarian says is known takes the place of what was read, and what contradicts itself is named."""

from __future__ import annotations

import pytest

from indexer.catalogue import Catalogue
from indexer.generations import served
from indexer.knowledge.claims import SIDECAR
from indexer.model import document_id
from indexer.settings import Settings
from indexer.sidecar import parsed
from tests.conftest import Shelf

NAME = "report.txt.meta.toml"
TEXT = (
    "Report about BredeVande\n\nThe example project BredeVande has a total budget of EUR 500,000. It was"
    " invented for this test.\n\nThe BredeVande project closed on 30 June 2014, after three good years."
)


def said(toml: str) -> list[tuple[str, str, str]]:
    return [(claim.about, claim.name, claim.value) for claim in parsed(NAME, toml.encode()).claims]


def wrong(toml: str) -> list[str]:
    return list(parsed(NAME, toml.encode()).warnings)


def known(settings: Settings, about: str) -> dict[str, str]:
    catalogue = Catalogue(served(settings.index).catalogue)
    try:
        return {
            one.claim.name: f"{one.claim.value} {one.claim.rule}" for one in catalogue.claims.about(about)
        }
    finally:
        catalogue.close()


@pytest.mark.parametrize(
    ("toml", "claims"),
    [
        pytest.param("", [], id="nothing"),
        pytest.param("[facts]\nnumber = 4", [("document", "number", "4")], id="a number"),
        pytest.param(
            '[facts]\nplace = ["Kwidzyn", "Sorø"]',
            [("document", "place", "Kwidzyn"), ("document", "place", "Sorø")],
            id="several places",
        ),
        pytest.param("[facts]\nlesson = false", [("document", "lesson", "")], id="none of what was read"),
        pytest.param(
            '[facts."project:InterLoc"]\nend = "juni 2014"\ntotal-budget = "527 044 EUR"',
            [("project:InterLoc", "end", "2014-06"), ("project:InterLoc", "total-budget", "527044 EUR")],
            id="a project's",
        ),
        pytest.param(
            '[facts."project:InterLoc"]\nco-financing-rate = "76,7 pct."\nperiod = "2007–2013"',
            [
                ("project:InterLoc", "co-financing-rate", "76.7 %"),
                ("project:InterLoc", "period", "2007-2013"),
            ],
            id="a share and a period",
        ),
    ],
)
def test_facts_are_read_in_normal_form(toml: str, claims: list[tuple[str, str, str]]) -> None:
    assert (said(toml), wrong(toml)) == (claims, [])


@pytest.mark.parametrize(
    ("toml", "told"),
    [
        pytest.param(
            'title = "A"\n[facts]\nnumber = [4, 5]', "in line 3: number is 4 and 5", id="two numbers"
        ),
        pytest.param(
            '[facts."project:A1"]\nstart = "2014"\nend = "2012"',
            "lines 2 and 3: the end is before",
            id="dates",
        ),
        pytest.param(
            '[facts."project:A1"]\ntotal-budget = "5 EUR"\neu-funding = "7 EUR"',
            "lines 3 and 2: the funding is more than the budget",
            id="amounts",
        ),
        pytest.param(
            '[facts."project:InterLoc"]\nend = "2013"\n[facts."project:INTERLOC"]\nend = "2014"',
            "lines 2 and 4: end is said twice",
            id="two spellings of a project",
        ),
        pytest.param("[facts]\nnumber = 3\nnumber = 4", "line 3", id="the same line twice"),
        pytest.param('[facts."project:A1"]\nend = "soon"', "in line 2, which is no date", id="no date"),
        pytest.param("[facts]\ncolour = 1", "“colour” in line 2, which is unknown", id="an unknown fact"),
        pytest.param('[facts."Interloc"]\nend = "2014"', "write project:Name", id="a table about nothing"),
        pytest.param("facts = 1", "which is no table", id="no table"),
    ],
)
def test_what_is_wrong_is_named_with_its_line_and_left_out(toml: str, told: str) -> None:
    (warning,) = wrong(toml)
    assert told in warning
    assert warning.startswith(f"The sidecar {NAME} ")
    assert said(toml) == []


def test_what_is_right_beside_something_wrong_counts() -> None:
    toml = '[facts."project:A1"]\nstart = "2014"\nend = "2012"\nwebsite = "www.a1.example"'
    assert said(toml) == [("project:A1", "website", "www.a1.example")]


def test_what_people_say_takes_the_place_of_what_was_read(shelf: Shelf) -> None:
    shelf.put(report=TEXT).build()
    read = known(shelf.settings, "project:BredeVande")
    assert read == {
        "total-budget": "500000 EUR projects",
        "end": "2014-06-30 projects",
        "status": "closed projects",
    }
    toml = '[facts."project:Brede-Vande"]\ntotal-budget = "510 000 EUR"\nstatus = false'
    (shelf.settings.corpus / NAME).write_text(toml, encoding="utf-8")
    shelf.build()
    assert known(shelf.settings, "project:BredeVande") == {
        "total-budget": f"510000 EUR {SIDECAR}",
        "end": "2014-06-30 projects",
    }
    assert shelf.found("budget:500000EUR") == []
    assert shelf.found("budget:510000.. project:bredevande") == ["report"]


def test_what_was_said_lasts_over_builds_that_read_nothing(shelf: Shelf) -> None:
    shelf.put(report=TEXT)
    (shelf.settings.corpus / NAME).write_text('[facts]\nplace = "Sorø"', encoding="utf-8")
    shelf.build().build()
    assert shelf.found("place:soroe") == ["report"]
    catalogue = Catalogue(served(shelf.settings.index).catalogue)
    stated = [
        one
        for one in catalogue.claims.of(next(iter(catalogue.documents([_id()]))))
        if one.claim.name == "place"
    ]
    catalogue.close()
    assert [(one.claim.value, one.claim.rule, one.page) for one in stated] == [("Sorø", SIDECAR, 0)]


def _id() -> str:
    from pathlib import PurePosixPath

    return document_id(PurePosixPath("report.txt"))
