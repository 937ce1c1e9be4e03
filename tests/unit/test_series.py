"""Issues of a series, what they refer to, and what that means in a library."""

from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from indexer.catalogue import Catalogue
from indexer.describe import describe
from indexer.extract import extract
from indexer.generations import served
from indexer.knowledge.references import SEVERAL, UNNAMED, Citation, Known, resolved
from indexer.knowledge.series import claims, issue, numbers
from indexer.model import SourceFile
from tests.conftest import Shelf


def told(text: str, name: str = "note.txt") -> list[tuple[str, str]]:
    content = text.encode()
    held = describe(SourceFile(PurePosixPath(name), len(content), ""), extract(name, content))
    return [(claim.name, claim.value) for claim in claims(*held)]


def cited(sentence: str, name: str = "note.txt") -> list[str]:
    text = f"A note about towns\n\n{sentence} It was invented for a test.\n"
    return [value for kind, value in told(text, name) if kind == "cites"]


@pytest.mark.parametrize(
    ("title", "series", "number"),
    [
        ("Newsletter 6", "Newsletter", 6),
        ("Knowledge Base Newsletter 3", "Knowledge Base Newsletter", 3),
        ("Vidensbankens nyhedsbrev 4", "Vidensbankens nyhedsbrev", 4),
        ("Biuletyn bazy wiedzy nr 2: wymiana młodzieży", "Biuletyn bazy wiedzy", 2),
        ("Nyhetsbrev nr 7 – våren", "Nyhetsbrev", 7),
        ("Rundbrief Nr. 3", "Rundbrief", 3),
        ("Naujienlaiškis Nr. 2", "Naujienlaiškis", 2),
        ("Newsletter 5 | May", "Newsletter", 5),
    ],
)
def test_a_title_names_an_issue(title: str, series: str, number: int) -> None:
    found = issue(title)
    assert found and (found.series, found.number) == (series, number)


@pytest.mark.parametrize(
    "title",
    [
        "Newsletter 2014",
        "Newsletter",
        "Newsletter 5/2014",
        "Report 5",
        "Which Newsletter 5 is this?",
        "The newsletter had 5 readers",
    ],
)
def test_other_titles_name_no_issue(title: str) -> None:
    assert issue(title) is None


def test_the_number_of_an_issue_may_stand_in_its_file_name_alone() -> None:
    found = told("THEME: The final meeting\n\nWe met by the sea in May.\n", "newsletter-6-final-meeting.txt")
    assert found == [("series", "Newsletter"), ("number", "6"), ("theme", "The final meeting")]


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("More about it (see Newsletter 3).", ["newsletter 3"]),
        ("Se nyhedsbrev 4 om det.", ["nyhedsbrev 4"]),
        ("Więcej: patrz biuletyn nr 2.", ["biuletyn 2"]),
        ("Pisaliśmy o tym w biuletynach nr 2 i 3.", ["biuletyn 2", "biuletyn 3"]),
        ("See newsletters 2, 3 and 4.", ["newsletter 2", "newsletter 3", "newsletter 4"]),
        ("Jf. nyhedsbreve 2-4.", ["nyhedsbrev 2", "nyhedsbrev 3", "nyhedsbrev 4"]),
        ("InterBay's newsletter 5 says so.", ["InterBay newsletter 5"]),
        ("Ifølge InterBays nyhedsbrev nr. 5 er det sådan.", ["InterBay nyhedsbrev 5"]),
        ("Według biuletynu InterBay nr 5 tak jest.", ["InterBay biuletyn 5"]),
        ("Newsletter 5 of the InterBay project says so.", ["InterBay newsletter 5"]),
        ("Se nyhetsbrev 4 om detta.", ["nyhetsbrev 4"]),
        ("Siehe Rundbrief Nr. 3 dazu.", ["rundbrief 3"]),
        ("The newsletter had 5 readers, 2014 copies and issue 4 of a paper.", []),
        ("Newsletter 5/2014 and newsletter 2014 are years.", []),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_references_are_read_in_six_languages(sentence: str, values: list[str]) -> None:
    assert cited(sentence) == values


def test_an_issue_refers_to_others_of_its_series_by_number_alone() -> None:
    text = "Biuletyn gminy nr 3\n\nW numerze 1 pisaliśmy o morzu, w numerze 2 o rzece."
    assert [value for kind, value in told(text) if kind == "cites"] == ["numer 1", "numer 2"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2, 3 and 4", [2, 3, 4]),
        ("2–4", [2, 3, 4]),
        ("2 til 4", [2, 3, 4]),
        ("1 i 3", [1, 3]),
        ("2-2014", [2]),
    ],
)
def test_lists_and_ranges_of_numbers(text: str, found: list[int]) -> None:
    assert numbers(text) == found


def told_of(documents: list[Known], document: int, value: str) -> list[tuple[int | None, str, str]]:
    found = resolved(documents, [Citation(document, 1, value)])
    return [(one.cited, one.name, one.doubt) for one in found]


BAY, TOWN = Known(1, "Newsletter", 5, ("InterBay",)), Known(2, "Nyhedsbrev fra byen", 5)


@pytest.mark.parametrize(
    ("documents", "citing", "value", "found"),
    [
        pytest.param(
            [BAY, Known(3, "Newsletter", 6)], 3, "newsletter 5", [(1, "Newsletter 5", "")], id="own series"
        ),
        pytest.param(
            [BAY, Known(3, "Newsletter", 6)], 3, "newsletter 2", [(None, "Newsletter 2", "")], id="missing"
        ),
        pytest.param(
            [BAY, TOWN, Known(3)], 3, "InterBay nyhedsbrev 5", [(1, "Newsletter 5", "")], id="the owner's"
        ),
        pytest.param(
            [TOWN, Known(3)],
            3,
            "InterBay newsletter 5",
            [(None, "InterBay newsletter 5", "")],
            id="not another's",
        ),
        pytest.param(
            [BAY, TOWN, Known(3, projects=("InterBay",))],
            3,
            "newsletter 5",
            [(1, "Newsletter 5", "")],
            id="project's",
        ),
        pytest.param([BAY, Known(3)], 3, "newsletter 5", [(1, "Newsletter 5", UNNAMED)], id="of no series"),
        pytest.param(
            [BAY, Known(2, "Newsletter", 5), Known(3, "Newsletter", 6)],
            3,
            "newsletter 5",
            [(1, "Newsletter 5", SEVERAL), (2, "Newsletter 5", SEVERAL)],
            id="two that fit",
        ),
        pytest.param([BAY], 1, "newsletter 5", [], id="itself"),
    ],
)
def test_a_reference_leads_where_its_series_and_number_say(
    documents: list[Known], citing: int, value: str, found: list[tuple[int | None, str, str]]
) -> None:
    assert told_of(documents, citing, value) == found


def test_references_stand_in_the_catalogue_with_their_words_and_what_is_missing(shelf: Shelf) -> None:
    shelf.put(
        **{
            "newsletter-5": "THEME: Workshops\n\nEight workshops were held in towns by the sea.",
            "newsletter-6": "THEME: The end\n\nWorkshops (see newsletter 5), tools (see Newsletter 3).",
        }
    ).build()
    catalogue = Catalogue(served(shelf.settings.index).catalogue)
    ids = {document.source.path.stem: document.id for document in catalogue.all_documents()}
    first, second = catalogue.claims.references(ids["newsletter-6"])
    assert (first.cited, first.stated.words, first.doubt) == (ids["newsletter-5"], "newsletter 5", "")
    assert (second.cited, second.stated.words) == ("", "Newsletter 3")
    (citing,) = catalogue.claims.cited_by(ids["newsletter-5"])
    assert citing.stated.document == ids["newsletter-6"]
    (missing,) = catalogue.claims.missing()
    assert (missing.name, missing.cited_by) == ("Newsletter 3", (ids["newsletter-6"],))
    catalogue.close()
