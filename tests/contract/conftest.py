"""Indexes of every engine for the tests of what engines promise."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from engine_library import ODD_TERMS, SMALL_LIBRARY, Library, opened

from indexer.engine import Engine, Reader, Record
from indexer.engines import ENGINES


@pytest.fixture(params=ENGINES.values(), ids=list(ENGINES), scope="module")
def empty_handed(request: pytest.FixtureRequest) -> Engine:
    """An engine without an index."""
    made: Engine = request.param()
    return made


@pytest.fixture
def library(empty_handed: Engine, tmp_path: Path) -> Iterator[Library]:
    """Build and open an index of the records that the test hands in."""
    readers: list[Reader] = []

    def made(records: Iterable[Record]) -> Reader:
        folder = tmp_path / f"index-{len(readers)}"
        folder.mkdir()
        readers.append(opened(empty_handed, records, folder))
        return readers[-1]

    yield made
    for reader in readers:
        reader.close()


@pytest.fixture(scope="module")
def reader(empty_handed: Engine, tmp_path_factory: pytest.TempPathFactory) -> Reader:
    return opened(empty_handed, SMALL_LIBRARY, tmp_path_factory.mktemp("small"))


@pytest.fixture(scope="module")
def odd_library(empty_handed: Engine, tmp_path_factory: pytest.TempPathFactory) -> Reader:
    records = (Record(f"{number:02}", {"exact": [term, "end"]}) for number, term in enumerate(ODD_TERMS))
    return opened(empty_handed, records, tmp_path_factory.mktemp("odd"))
