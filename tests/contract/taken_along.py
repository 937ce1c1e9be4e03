"""Reads the forms of an answer with the libraries of others, and refuses what is not sound."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest
from lxml import etree
from web_visitor import Browser

bibtexparser = pytest.importorskip("bibtexparser", reason="bibtexparser is not installed")
feedparser = pytest.importorskip("feedparser", reason="feedparser is not installed")
rispy = pytest.importorskip("rispy", reason="rispy is not installed")

ATOM = {"a": "http://www.w3.org/2005/Atom"}
RULES = etree.RelaxNG(etree.parse(Path(__file__).parent / "atom.rng"))
FORMS = {
    "csv": "text/csv",
    "bib": "application/x-bibtex",
    "ris": "application/x-research-info-systems",
    "atom": "application/atom+xml",
    "json": "application/json",
}


def taken(visitor: Browser, form: str, question: str, **rest: object) -> str:
    response = visitor.get(f"/search.{form}?{urlencode({'q': question, **rest})}")
    assert (response.status_code, response.mimetype) == (200, FORMS[form])
    return response.data.decode("utf-8-sig" if form == "csv" else "utf-8")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text), strict=True))


def entries(text: str) -> list[Any]:
    """Return what a BibTeX library makes of the text, of which it must refuse nothing."""
    library = bibtexparser.parse_string(text)
    assert library.failed_blocks == []
    return list(library.entries)


def records(text: str) -> list[dict[str, Any]]:
    return list(rispy.loads(text))


def feed(text: str) -> Any:
    read = etree.fromstring(text.encode())
    assert RULES.validate(read), RULES.error_log
    told = feedparser.parse(text.encode())
    assert not told.bozo
    assert len(told.entries) == len(read.findall("a:entry", ATOM))
    return read


def ids(text: str, form: str) -> list[str]:
    match form:
        case "csv":
            return [row["id"] for row in rows(text)]
        case "bib":
            return [entry.key.removeprefix("interloc-") for entry in entries(text)]
        case "ris":
            return [record["id"] for record in records(text)]
    links = feed(text).xpath("a:entry/a:link[@rel='alternate']/@href", namespaces=ATOM)
    return [link.rpartition("/")[2] for link in links]
