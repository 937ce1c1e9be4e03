"""What the library knows, kept in the catalogue and found again by document, name and subject."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

import pytest

from indexer.analysis import Analyser
from indexer.catalogue import Catalogue
from indexer.catalogue_writer import Writer
from indexer.describe import describe
from indexer.extract import extract
from indexer.knowledge.claims import Claim, Stated
from indexer.model import SourceFile, document_id

BREDE = "project:BredeVande"
CLAIMS = {
    "a.txt": (
        Claim(BREDE, "total-budget", "527044 EUR", 1, 0, 4, "money"),
        Claim("document", "project", "BREDEVANDE", 1, 0, 4, "projects"),
        Claim("document", "place", "Sorø", 1, 0, 4, "places"),
    ),
    "b.txt": (
        Claim("project:Brede Vande", "total-budget", "500000 EUR", 1, 0, 4, "money", "It may be another."),
        Claim("document", "place", "Tczew", 0, 0, 0, "sidecar"),
        Claim("document", "lesson", "", 0, 0, 0, "sidecar"),
    ),
    "c.txt": (Claim(BREDE, "end", "2014-06", 1, 0, 4, "projects"),),
}


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Catalogue]:
    file = tmp_path_factory.mktemp("claims") / "catalogue.sqlite"
    with Writer(file) as writer:
        for name, claims in CLAIMS.items():
            content = f"Text of {name} about a project."
            source = SourceFile(PurePosixPath(name), len(content), name)
            document, passages = describe(source, extract(name, content.encode()))
            writer.add(document, Analyser().analyse(passages), claims)
        writer.finish()
    found = Catalogue(file)
    yield found
    found.close()


def id_of(name: str) -> str:
    return document_id(PurePosixPath(name))


def told(stated: tuple[Stated, ...]) -> list[tuple[str, str]]:
    return [(one.document, one.claim.value) for one in stated]


def test_the_claims_of_a_document_come_with_the_words_that_make_them(catalogue: Catalogue) -> None:
    budget, *_ = catalogue.claims.of(id_of("a.txt"))
    assert budget.claim == CLAIMS["a.txt"][0]
    assert (budget.words, budget.page, budget.language) == ("Text", 1, "en")


def test_a_subject_has_the_claims_of_all_documents_in_every_spelling(catalogue: Catalogue) -> None:
    found = catalogue.claims.about("project:BREDE-vande")
    assert told(found) == [
        (id_of("a.txt"), "527044 EUR"),
        (id_of("b.txt"), "500000 EUR"),
        (id_of("c.txt"), "2014-06"),
    ]
    assert {one.claim.about for one in found} == {BREDE}
    assert found[1].claim.doubt == "It may be another."
    assert told(catalogue.claims.about_all("project")) == told(found)


def test_a_name_is_written_as_most_documents_write_it(catalogue: Catalogue) -> None:
    assert [one.claim.value for one in catalogue.claims.named("project")] == ["BredeVande"]
    assert catalogue.claims.values("project") == {"bredevande": "BredeVande"}
    assert catalogue.numbers_of("project") == {"BredeVande": 3}


@pytest.mark.parametrize("value", ["Sorø", "Tczew"])
def test_claims_are_found_by_their_value(catalogue: Catalogue, value: str) -> None:
    (found,) = catalogue.claims.saying("place", value)
    assert found.claim.value == value


def test_what_no_passage_says_has_no_words(catalogue: Catalogue) -> None:
    (found,) = catalogue.claims.saying("place", "Tczew")
    assert (found.page, found.words) == (0, "")


def test_the_next_build_gets_the_claims_as_they_were_read_and_what_people_took_away(
    catalogue: Catalogue,
) -> None:
    assert {name: catalogue.claims.raw(id_of(name)) for name in CLAIMS} == CLAIMS
    assert told(catalogue.claims.of(id_of("b.txt"))) == [
        (id_of("b.txt"), "Tczew"),
        (id_of("b.txt"), "500000 EUR"),
    ]
