"""What several documents say word for word: found, but neither quoted nor taken for a title."""

from __future__ import annotations

import pytest

from indexer.catalogue import Catalogue
from indexer.generations import served
from indexer.model import Fact
from indexer.repeats import called, title_key
from tests.conftest import Shelf

OPENING = "Nettet er et fællesskab af kommuner, der deler erfaringer med udenlandske partnere."
MOTTO = "»Vi bruger det internationale arbejde som et redskab i hverdagen for alle«"
VISIT = "Otte medarbejdere besøgte havnen i Karlshamn og så på, hvordan affaldet bliver sorteret dér."
SCHOOL = "Tre skoler sender lærere til Tczew i foråret for at følge undervisningen i matematik."


def issue(theme: str, text: str) -> str:
    return f"Nyt fra nettet\n\n{OPENING}\n\n{MOTTO}\n\n{theme}\n\n{text}"


@pytest.fixture
def series(shelf: Shelf) -> Shelf:
    shelf.put(first=issue("Besøg i havnen", VISIT), second=issue("Lærere på rejse", SCHOOL))
    return shelf.build()


def titles(shelf: Shelf) -> dict[str, str]:
    catalogue = Catalogue(served(shelf.settings.index).catalogue)
    try:
        return {document.source.path.stem: document.title for document in catalogue.all_documents()}
    finally:
        catalogue.close()


def test_no_document_is_called_by_the_line_that_its_series_repeats(series: Shelf) -> None:
    assert titles(series) == {"first": "Besøg i havnen", "second": "Lærere på rejse"}


def test_a_title_is_the_first_again_when_it_is_no_longer_repeated(series: Shelf) -> None:
    (series.settings.corpus / "second.txt").unlink()
    series.build()
    assert titles(series) == {"first": "Nyt fra nettet"}


def test_an_incremental_build_marks_what_a_fresh_one_marks(series: Shelf) -> None:
    series.put(
        third=issue("Energi", "Byrådet vil spare på varmen i alle haller og lærer af Malbork.")
    ).build()
    catalogue = Catalogue(served(series.settings.index).catalogue)
    repeated = {
        document.source.path.stem: [passage.repeated for passage in catalogue.passages(document.id)]
        for document in catalogue.all_documents()
    }
    catalogue.close()
    assert repeated == {name: [(1, 2)] for name in ("first", "second", "third")}


def test_repeated_words_are_found_but_another_passage_is_quoted(series: Shelf) -> None:
    hits = series.asked.ask("kommuner partnere Karlshamn").hits
    assert hits[0].document.source.path.stem == "first"
    assert hits[0].excerpts
    assert all("fællesskab" not in excerpt.text for excerpt in hits[0].excerpts)


def test_without_a_question_the_first_words_of_its_own_are_shown(series: Shelf) -> None:
    for hit in series.asked.ask("").hits:
        assert all(OPENING not in excerpt.text and MOTTO not in excerpt.text for excerpt in hit.excerpts)


def test_what_stands_nowhere_else_is_quoted_all_the_same(series: Shelf) -> None:
    hits = series.asked.ask("fællesskab").hits
    assert len(hits) == 2
    for hit in hits:
        (excerpt,) = hit.excerpts
        assert [excerpt.text[start:end] for start, end in excerpt.marks] == ["fællesskab"]


def test_copies_of_one_document_repeat_nothing(shelf: Shelf) -> None:
    shelf.put(one=issue("Besøg i havnen", VISIT), two=issue("Besøg i havnen", VISIT)).build()
    assert titles(shelf) == {"one": "Nyt fra nettet", "two": "Nyt fra nettet"}
    assert all(OPENING[:40] in hit.excerpts[0].text for hit in shelf.asked.ask("").hits)


def test_copies_count_once_against_the_rest_of_their_series(shelf: Shelf) -> None:
    first = issue("Besøg i havnen", VISIT)
    shelf.put(one=first, two=first, three=issue("Lærere på rejse", SCHOOL)).build()
    assert titles(shelf) == {"one": "Besøg i havnen", "two": "Besøg i havnen", "three": "Lærere på rejse"}


@pytest.mark.parametrize(
    ("named", "title"),
    [
        pytest.param("Referat fra Sorø", "Referat fra Sorø", id="a name that says something"),
        pytest.param("Scan 0012", "Rapport", id="a name that says nothing"),
    ],
)
def test_the_files_name_stands_in_where_it_says_something(named: str, title: str) -> None:
    titles = [Fact("Rapport", "heading"), Fact(named, "file name")]
    assert called(titles, frozenset({title_key("RAPPORT")})).value == title
