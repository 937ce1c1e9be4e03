"""BibTeX: one entry per document, to be read by BibTeX, biblatex and reference managers. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from indexer.model import DatedFact, Document

from ...search.answer import Response
from ..addresses import document_address
from ..public import Publisher
from .texts import harmless_address, one_line

LANGUAGES: Mapping[str, str] = MappingProxyType(
    {
        "en": "english",
        "da": "danish",
        "pl": "polish",
        "sv": "swedish",
        "de": "german",
        "lt": "lithuanian",
    }
)
"""What LaTeX's babel calls a language."""

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
"""The names that every BibTeX style defines."""

_SIGNS = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "%#$&_"},
    }
)
"""LaTeX for the signs that mean something to it. Braces are words, since BibTeX counts even escaped ones."""


def written(response: Response, publisher: Publisher) -> str:
    """Return an entry for every hit of the answer, in its order."""
    return "\n".join(entry(hit.document, publisher) for hit in response.hits)


def entry(held: Document, publisher: Publisher) -> str:
    """Return the entry of one document."""
    kind = "techreport" if held.kind == "report" else "misc"
    fields = "".join(f"  {name} = {value},\n" for name, value in _fields(held, publisher))
    return f"@{kind}{{interloc-{held.id},\n{fields}}}\n"


def escaped(text: str) -> str:
    """Return the text as LaTeX that prints it."""
    return one_line(text).translate(_SIGNS)


def _fields(held: Document, publisher: Publisher) -> Iterator[tuple[str, str]]:
    """Yield the fields. Title and author keep their letters by double braces: an author may be an office."""
    yield "title", f"{{{{{escaped(held.title)}}}}}"
    if held.author:
        yield "author", f"{{{{{escaped(held.author)}}}}}"
    if held.published:
        yield from _date(held.published)
    if held.language in LANGUAGES:
        yield "langid", f"{{{LANGUAGES[held.language]}}}"
    yield ("institution" if held.kind == "report" else "howpublished"), f"{{{{{escaped(publisher.title)}}}}}"
    yield "keywords", f"{{{escaped(held.kind)}}}"
    yield "url", f"{{{publisher.at(document_address(held))}}}"
    if source := harmless_address(held.url):
        yield "note", f"{{First published at {escaped(source)}}}"


def _date(published: DatedFact) -> Iterator[tuple[str, str]]:
    """Yield the date for biblatex, and its year and month for BibTeX."""
    yield "date", f"{{{published.value}}}"
    yield "year", f"{{{published.year}}}"
    if published.precision != "year":
        yield "month", _MONTHS[int(published.value[5:7]) - 1]
