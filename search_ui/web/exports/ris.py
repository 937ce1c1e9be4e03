"""RIS: one record per document, as reference managers read it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from indexer.model import DatedFact, Document

from ...search.answer import Response
from ..addresses import document_address, file_address
from ..public import Publisher
from .texts import harmless_address, one_line

TYPES: Mapping[str, str] = MappingProxyType(
    {"report": "RPRT", "newsletter": "NEWS", "presentation": "SLIDE", "table": "DATA", "mail": "PCOMM"}
)
"""What RIS calls a kind; every other is generic, ``GEN``."""

_END = "\r\n"


def written(response: Response, publisher: Publisher) -> str:
    """Return a record for every hit of the answer, in its order."""
    return _END.join(entry(hit.document, publisher) for hit in response.hits)


def entry(held: Document, publisher: Publisher) -> str:
    """Return the record of one document; a value can never begin a line of its own."""
    return "".join(f"{tag}  - {one_line(value)}{_END}" for tag, value in _lines(held, publisher))


def _lines(held: Document, publisher: Publisher) -> Iterator[tuple[str, str]]:
    yield "TY", TYPES.get(held.kind, "GEN")
    yield "ID", held.id
    yield "TI", held.title
    if held.author:
        yield "AU", held.author
    if held.published:
        yield "PY", str(held.published.year)
        yield "DA", _date(held.published)
    yield "LA", held.language
    yield "KW", held.kind
    yield "PB", publisher.title
    yield "UR", publisher.at(document_address(held))
    yield "L1", publisher.at(file_address(held))
    if source := harmless_address(held.url):
        yield "N1", f"First published at {source}"
    yield "ER", ""


def _date(published: DatedFact) -> str:
    """Return the date as ``YYYY/MM/DD/``, what is not known left empty."""
    year, month, day = [*published.value.split("-"), "", ""][:3]
    return f"{year}/{month}/{day}/"
