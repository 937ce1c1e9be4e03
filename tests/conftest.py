"""What many tests share: the shipped corpus, indexed once, and small libraries of their own."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from indexer.build import build
from indexer.settings import Settings
from search_ui.search.answer import Response
from search_ui.search.library import Library
from search_ui.search.query import Query, parse

ROOT = Path(__file__).parent.parent

PATIENCE = 30
"""Seconds that a server may take to end."""


@contextmanager
def serving(index: Path) -> Iterator[str]:
    """Serve an index with the real command and give the address of the site."""
    command = "from search_ui.cli import main; raise SystemExit(main())"
    arguments = ["serve", "--index", str(index), "--port", "0"]
    with subprocess.Popen(
        [sys.executable, "-c", command, *arguments], stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout
            found = re.search(r"(http://\S+)/\n", process.stdout.readline())
            assert found
            yield found[1]
        finally:
            process.terminate()
            process.wait(timeout=PATIENCE)


@dataclass(frozen=True)
class Asked:
    """A library that answers in one line."""

    settings: Settings
    library: Library = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "library", Library(self.settings.index))

    def ask(self, question: str, **rest: object) -> Response:
        query = Query(parse(question), **rest)  # type: ignore[arg-type]  # tests name the fields
        return self.library.ask(lambda service: service.search(query))

    def paths(self, question: str, **rest: object) -> list[str]:
        return [hit.document.source.path.as_posix() for hit in self.ask(question, **rest).hits]


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Asked]:
    """The corpus of the project, indexed with the default engine."""
    settings = Settings(corpus=ROOT / "corpus/documents", index=tmp_path_factory.mktemp("shipped"))
    build(settings)
    asked = Asked(settings)
    yield asked
    asked.library.close()


class Shelf:
    """A corpus in a temporary folder that a test fills, builds and asks."""

    def __init__(self, folder: Path) -> None:
        self.settings = Settings(corpus=folder / "documents", index=folder / "index")
        self.settings.corpus.mkdir()
        self._asked: Asked | None = None

    def put(self, **texts: str) -> Shelf:
        """Write one text file per name."""
        for name, text in texts.items():
            (self.settings.corpus / f"{name}.txt").write_text(text, encoding="utf-8")
        return self

    def build(self) -> Shelf:
        build(self.settings)
        return self

    @property
    def asked(self) -> Asked:
        if self._asked is None:
            self._asked = Asked(self.settings)
        return self._asked

    def found(self, question: str, **rest: object) -> list[str]:
        """Return the names of the documents found, in order."""
        return [path.removesuffix(".txt") for path in self.asked.paths(question, **rest)]

    def close(self) -> None:
        if self._asked:
            self._asked.library.close()


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    made = Shelf(tmp_path)
    yield made
    made.close()
