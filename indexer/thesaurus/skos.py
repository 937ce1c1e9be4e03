"""Thesauri in SKOS: RDF/XML with a preferred label, and perhaps others, in each language of a concept."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import permutations
from pathlib import Path

from lxml import etree

from .entries import MOST_TEXTS, Entry, Found
from .glossary import BadLine

_SKOS = "{http://www.w3.org/2004/02/skos/core#}"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_LABELS = (f"{_SKOS}prefLabel", f"{_SKOS}altLabel")


def entries(path: Path, languages: Collection[str]) -> Iterator[Found]:
    """Yield each concept's preferred and other labels as translations of each other.

    A file that breaks off is read up to there. Entities are not resolved, nothing is fetched.
    """
    try:
        with path.open("rb") as file:
            for _, element in etree.iterparse(
                file,
                events=("end",),
                tag=(f"{_SKOS}Concept", f"{_RDF}Description"),
                resolve_entities=False,
                no_network=True,
                load_dtd=False,
                huge_tree=False,
            ):
                yield from _entries(_labels(element, languages), path.stem)
                element.clear()
                while (before := element.getprevious()) is not None:
                    before.getparent().remove(before)
    except etree.XMLSyntaxError as error:
        yield BadLine(str(path), error.lineno or 1, f"the rest is not read: {error.msg}")


def _labels(element: etree._Element, languages: Collection[str]) -> dict[str, list[str]]:
    """Return the concept's labels by language, the preferred one first."""
    found: dict[str, list[str]] = {}
    for kind in _LABELS:
        for label in element.iterfind(kind):
            code = label.get(_LANGUAGE, "").partition("-")[0].lower()
            text = " ".join((label.text or "").split())
            if code in languages and text:
                found.setdefault(code, []).append(text)
    return found


def _entries(labels: dict[str, list[str]], source: str) -> Iterator[Entry]:
    for one, other in permutations(labels, 2):
        texts = tuple(labels[other][:MOST_TEXTS])
        yield from (Entry(word, (one, other), texts, source) for word in labels[one])
