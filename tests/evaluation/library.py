"""The library that is asked: the corpus, indexed for measuring and kept between runs."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from indexer.build import build
from indexer.discover import source_files
from indexer.model import Document, Failure, SourceFile
from indexer.settings import Settings
from search_ui.search.library import open_service
from search_ui.search.service import SearchService
from search_ui.search.weights import WEIGHTS, Weights

ROOT = Path(__file__).parent.parent.parent
CORPUS = ROOT / "corpus/documents"
KEPT = ROOT / ".evaluation"
"""Where the indexes of former runs stand, so that only what changed is read again."""


@dataclass(frozen=True, slots=True)
class Library:
    """An open index with what measuring must know of its documents."""

    service: SearchService
    documents: Mapping[str, Document]
    """By path inside the corpus."""
    paths: Mapping[str, str]
    """Of each document's id."""

    @property
    def languages(self) -> Mapping[str, tuple[str, ...]]:
        """The languages of each document, by path; a document of two languages answers in both."""
        return {path: document.languages for path, document in self.documents.items()}

    def newness(self, path: str) -> float:
        """Return where between the library's oldest (0) and newest (1) year the document stands."""
        years = [document.published.year for document in self.documents.values() if document.published]
        published = self.documents[path].published
        if published is None or min(years) == max(years):
            return 0.0
        return (published.year - min(years)) / (max(years) - min(years))


def settings(engine: str, corpus: Path = CORPUS, kept: Path = KEPT) -> Settings:
    """Return the settings of the index that is measured."""
    return Settings(corpus=corpus, glossary=ROOT / "corpus/glossary.tsv", index=kept / engine, engine=engine)


@contextmanager
def opened(held: Settings, weights: Weights = WEIGHTS) -> Iterator[Library]:
    """Build what changed, and open the library for the while. Raises ``InterLocError``."""
    held.index.mkdir(parents=True, exist_ok=True)
    build(held, only_if_changed=True)
    service = open_service(held.index, weights)
    try:
        yield of(service)
    finally:
        service.close()


def of(service: SearchService) -> Library:
    """Return the library that the service answers from."""
    documents = tuple(service.catalogue.all_documents())
    return Library(
        service=service,
        documents={document.source.path.as_posix(): document for document in documents},
        paths={document.id: document.source.path.as_posix() for document in documents},
    )


def files(corpus: Path = CORPUS) -> dict[str, str]:
    """Return the hash of each file of the corpus, with that of what describes it, by path."""
    return dict(_files(corpus))


def _files(corpus: Path) -> Iterator[tuple[str, str]]:
    for file in source_files(corpus):
        match file:
            case SourceFile():
                yield file.path.as_posix(), file.sha256 + file.sidecar
            case Failure():
                yield file.path, file.sha256


def fingerprint(held: Mapping[str, str]) -> str:
    """Return a hash of the files' names and contents."""
    return hashlib.sha256(repr(sorted(held.items())).encode()).hexdigest()[:16]
