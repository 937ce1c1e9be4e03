"""The shipped corpus against a table written by hand: what each document is, and when it is from."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from indexer.extract import ocr
from indexer.model import Document
from tests.conftest import ROOT, Asked

TABLE = ROOT / "tests" / "evaluation" / "documents.tsv"

SCANS = frozenset({"da/referat-partnermoede-lindebrink.pdf"})
"""Documents that need tesseract to be read."""


def table() -> Mapping[str, Mapping[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return {row["path"]: row for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}


@pytest.fixture(scope="module")
def documents(shipped: Asked) -> Mapping[str, Document]:
    read = shipped.library.ask(lambda service: service.catalogue.all_documents())
    return {document.source.path.as_posix(): document for document in read}


def test_every_document_is_read_and_stands_in_the_table(documents: Mapping[str, Document]) -> None:
    unread = frozenset() if ocr.installed((), seconds=600, megapixels=40) else SCANS
    assert documents.keys() == table().keys() - unread
    assert len(table()) >= 90


def test_each_language_has_thirty_documents_in_many_formats() -> None:
    languages = Counter(row["language"] for row in table().values())
    assert min(languages[code] for code in ("en", "da", "pl")) >= 30
    formats = Counter(Path(path).suffix for path in table())
    assert formats.keys() == {".pdf", ".docx", ".odt", ".pptx", ".xlsx", ".html", ".md", ".txt"}


@pytest.mark.parametrize(
    ("fact", "share"),
    [("language", 0.98), ("kind", 0.98), ("title", 0.95), ("date", 0.95)],
    ids=lambda value: str(value),
)
def test_what_is_known_of_a_document_is_right(
    documents: Mapping[str, Document], fact: str, share: float
) -> None:
    rows = table()
    wrong = [
        f"{path}: {known(document, fact)} for {rows[path][fact]}"
        for path, document in documents.items()
        if known(document, fact) != rows[path][fact]
    ]
    assert len(wrong) <= (1 - share) * len(documents), wrong


def known(document: Document, fact: str) -> str:
    value = document.facts.get(fact)
    return value.value if value else "-"
