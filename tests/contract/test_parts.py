"""A part of the search that is left out is out, and nothing else is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from indexer.build import build
from indexer.settings import Settings
from search_ui.search.library import open_service
from search_ui.search.query import Query, parse
from search_ui.search.service import SearchService
from tests.evaluation.parts import without

TEXTS = {
    "letters": "Værktøj til kommunens nye medarbejdere står på hylden.",
    "compound": "En udviklingskonsulent i kommunen svarer på brevet i morgen.",
    "apart": "Vi havde besøg af en gruppe, som var her for et studie af havnen.",
    "name": "Delegacja gościła w Tczewie i wróciła wieczorem do domu.",
    "one": "Notatka o kajakach na jeziorze koło wsi jest na stronie urzędu.",
    "other": "Notatka o rowerach przy szkole koło wsi jest na stronie urzędu.",
    "english": "The town council discusses the budget for playgrounds in March.",
    "near": "The library lends skis. It is open daily, and children borrow the books and games they like.",
    "ferry-times": "A ship sails daily. The harbour and the children of the island wait, a shop lends books.",
}

Opened = Callable[[list[str]], AbstractContextManager[SearchService]]


@pytest.fixture(scope="module")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Opened]:
    """Open one small library with parts left out."""
    folder = tmp_path_factory.mktemp("parts")
    settings = Settings(corpus=folder / "documents", index=folder / "index")
    settings.corpus.mkdir()
    for name, text in TEXTS.items():
        (settings.corpus / f"{name}.txt").write_text(text, encoding="utf-8")
    build(settings)

    @contextmanager
    def open_without(parts: list[str]) -> Iterator[SearchService]:
        service = open_service(settings.index, without(parts))
        yield service
        service.close()

    yield open_without


def names(service: SearchService, question: str) -> set[str]:
    hits = service.search(Query(parse(question))).hits
    return {Path(hit.document.source.path).stem for hit in hits}


@pytest.mark.parametrize(
    "question, name, parts",
    [
        pytest.param("vaerktoj", "letters", ["other-letters", "corrections"], id="letters of a keyboard"),
        pytest.param("konsulent", "compound", ["compounds"], id="inside a compound"),
        pytest.param("studiebesøg", "apart", ["compounds"], id="a compound that is parted"),
        pytest.param("wieczory", "name", ["lemma-and-stem", "corrections"], id="another form"),
        pytest.param("wieczrem", "name", ["corrections"], id="a typing error"),
        pytest.param("kajaki rowery", "one", ["relaxing"], id="words of two documents"),
        pytest.param("times", "ferry-times", ["titles", "corrections"], id="a file name"),
        pytest.param("legeplads", "english", ["cross-language"], id="another language"),
    ],
)
def test_what_one_part_finds_is_not_found_without_it(
    opened: Opened, question: str, name: str, parts: list[str]
) -> None:
    with opened([]) as whole, opened(parts) as rest:
        assert name in names(whole, question)
        assert name not in names(rest, question)


@pytest.mark.parametrize("part", ["passages", "proximity", "own-language"])
def test_without_a_part_that_only_orders_the_same_is_found_and_scored_differently(
    opened: Opened, part: str
) -> None:
    query = Query(parse("library lends books daily"))
    with opened([]) as whole, opened([part]) as rest:
        first, second = whole.order(query), rest.order(query)
    assert {one.id for one in first} == {one.id for one in second} != set()
    assert [one.score for one in first] != [one.score for one in second]


def test_the_order_for_measuring_is_the_order_that_is_shown(opened: Opened) -> None:
    query = Query(parse("children books"))
    with opened([]) as whole:
        shown = [(hit.document.id, hit.score) for hit in whole.search(query).hits]
        assert [(one.id, one.score) for one in whole.order(query)] == shown
        assert shown
