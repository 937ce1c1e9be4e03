"""Lists of projects as the European databases export them; every project here is invented."""

from __future__ import annotations

import io
import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import openpyxl
import pytest

from indexer.build import build
from indexer.catalogue import Catalogue
from indexer.errors import SourceError
from indexer.extract import extract
from indexer.extract.list_columns import COLUMNS, is_list, labels, plain
from indexer.generations import served
from tests.conftest import Shelf

KEEP = (
    "Project acronym;Project name;Programme;Period;Project start date;Project end date;Project status;"
    "Total budget (EUR);EU funding (EUR);Co-financing rate;Lead partner;Partners;Website;Thematic;Description"
)
KOHESIO = (
    "Operation_Name_English,Operation_Summary_English,Programme_Name,Operation_Start_Date,Operation_End_Date,"
    "Total_Eligible_Expenditure_amount,Cofinancing_rate,Beneficiary_Name,Category_Of_Intervention"
)
ROW = (
    "BredeVande;Wide waters without borders;South Baltic;2007-2013;2011-06-30;2014-06-29;Closed;527 044,00;"
    "403 770,40;76.7;Example Municipality;Gmina Przykład;www.bredevande.example;Water;It cleaned two lakes."
)
SHORT = "Nowy Brzeg;x"
NAMELESS = ";;South Baltic;2007-2013;2011-06-30;2014-06-29;Closed;1;1;76;A;B;C;D;E"
UNDATED = ROW.replace("2011-06-30", "30.2.2011")
BACKWARDS = ROW.replace("2011-06-30", "2015-06-30")
UNPAID = ROW.replace("527 044,00", "much")


def written(*lines: str) -> bytes:
    return "\n".join(lines).encode()


def workbook(lines: Sequence[str], sign: str) -> bytes:
    book = openpyxl.Workbook()
    for line in lines:
        book.active.append(line.split(sign))
    held = io.BytesIO()
    book.save(held)
    return held.getvalue()


@pytest.mark.parametrize("header", [KEEP.split(";"), KOHESIO.split(",")], ids=["keep.eu", "Kohesio"])
def test_the_columns_of_both_databases_are_known(header: list[str]) -> None:
    assert is_list(header)
    assert labels(header).count("") == 1


def test_every_name_of_a_column_is_written_as_columns_are_compared() -> None:
    assert [name for name in COLUMNS if plain(name) != name] == []


@pytest.mark.parametrize(
    "header", [["Name", "Town"], ["Title", "Author", "Year"], ["Date", "Budget"]], ids=str
)
def test_other_tables_are_no_lists_of_projects(header: list[str]) -> None:
    assert not is_list(header)
    assert extract("a.csv", written(",".join(header), "a,b,c")).media_type == "text/plain"


def test_a_list_tells_its_columns_and_its_projects_and_holds_a_page_for_each() -> None:
    content = extract("projects.csv", written(KEEP, ROW))
    texts = [block.text for block in content.pages[0].blocks]
    assert (content.media_type, texts[1:], content.warnings) == ("text/csv", ["BredeVande"], ())
    assert [part.name for part in content.parts] == ["row 2 BredeVande.md"]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        pytest.param(SHORT, "it has 2 cells and the list 15 columns", id="too few cells"),
        pytest.param(NAMELESS, "it names no project", id="no name"),
        pytest.param(UNDATED, "“30.2.2011” is no date", id="no date"),
        pytest.param(BACKWARDS, "it ends before it begins", id="backwards"),
        pytest.param(UNPAID, "“much” is no amount", id="no amount"),
    ],
)
def test_a_broken_row_is_told_by_its_number_and_the_others_count(row: str, told: str) -> None:
    content = extract("projects.csv", written(KEEP, ROW, row, ROW))
    assert [part.name.split()[1] for part in content.parts] == ["2", "4"]
    assert len(content.warnings) == 1
    assert content.warnings[0].startswith("Row 3 was left out: ")
    assert told in content.warnings[0]


def test_a_workbook_is_a_list_too_and_any_other_stays_a_table() -> None:
    listed = extract("projects.xlsx", workbook((KEEP, ROW), ";"))
    assert [part.name for part in listed.parts] == ["row 2 BredeVande.md"]
    other = extract("towns.xlsx", workbook(("Town;Pupils", "Sorø;70"), ";"))
    assert (other.parts, other.pages[0].blocks[1].text) == ((), "Town: Sorø | Pupils: 70")


def test_the_facts_of_a_row_are_found_by_filters_with_exact_counts(shelf: Shelf) -> None:
    (shelf.settings.corpus / "projects.csv").write_bytes(written(KEEP, ROW, SHORT))
    shelf.put(b="Noget helt andet om havne.").build()
    (hit,) = shelf.asked.ask('programme:"south baltic" budget:527044 lakes').hits
    assert hit.document.source.path.as_posix() == "projects.csv/row 2 BredeVande.md"
    facets = shelf.asked.ask("lakes").facets
    assert [(one.value, one.count) for one in facets["project"]] == [("BredeVande", 1)]
    catalogue = Catalogue(served(shelf.settings.index).catalogue)
    known = {one.claim.name: one.claim.value for one in catalogue.claims.about("project:BredeVande")}
    catalogue.close()
    assert known == {
        "programme": "South Baltic",
        "period": "2007-2013",
        "start": "2011-06-30",
        "end": "2014-06-29",
        "status": "closed",
        "total-budget": "527044 EUR",
        "eu-funding": "403770.40 EUR",
        "co-financing-rate": "76.7 %",
        "lead-partner": "Example Municipality",
        "partner": "Gmina Przykład",
        "website": "www.bredevande.example",
    }


def test_an_unknown_column_is_kept_as_text(shelf: Shelf) -> None:
    (shelf.settings.corpus / "projects.csv").write_bytes(written(KEEP, ROW))
    shelf.build()
    best = shelf.asked.ask("thematic water").hits[0]
    assert best.document.source.path.as_posix() == "projects.csv/row 2 BredeVande.md"


def rows(number: int) -> Iterator[str]:
    """Yield rows of a list in the shape of Kohesio, every fiftieth of them broken."""
    chance = random.Random(20140630)
    for place in range(number):
        programme = chance.choice(("South Baltic", "Central Europe", "Example Programme"))
        budget = "broken" if place % 50 == 7 else str(chance.randrange(10_000, 900_000))
        named, years = f"Example project number {place}", "2012-01-01,2014-12-31"
        yield f"{named},It was invented,{programme},{years},{budget},0.85,Town {place},1"


@pytest.mark.parametrize("size", [100])
def test_a_long_list_imports_with_its_facets_right(shelf: Shelf, size: int) -> None:
    lines = list(rows(size))
    (shelf.settings.corpus / "operations.csv").write_bytes(written(KOHESIO, *lines))
    summary = build(shelf.settings)
    broken = [line for line in lines if ",broken," in line]
    assert summary.documents == 1 + size - len(broken)
    assert [warning for _, warning in summary.warnings] == [
        f"Row {lines.index(line) + 2} was left out: “broken” is no amount." for line in broken
    ]
    counted = {one.value: one.count for one in shelf.asked.ask("invented").facets["programme"]}
    sound = [line.split(",")[2] for line in lines if line not in broken]
    assert counted == {name: sound.count(name) for name in set(sound)}


def test_a_damaged_workbook_is_a_failure_like_any_other(tmp_path: Path) -> None:
    with pytest.raises(SourceError):
        extract("projects.xlsx", workbook((KEEP, ROW), ";")[:2000])
