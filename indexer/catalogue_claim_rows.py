"""Writing what the library knows into the catalogue; ``catalogue_claims.py`` reads it."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from .knowledge import references
from .knowledge.claims import DOCUMENT, Claim
from .knowledge.labels import best_spelling, key_of, label_of, labelled, subject_key

SCHEMA = """
CREATE TABLE claim (
    document INTEGER, number INTEGER, about TEXT, subject TEXT, name TEXT, value TEXT, label TEXT, key TEXT,
    passage INTEGER, start INTEGER, stop INTEGER, rule TEXT, doubt TEXT,
    PRIMARY KEY (document, number)) WITHOUT ROWID;
CREATE INDEX claim_name ON claim (name, key);
CREATE INDEX claim_subject ON claim (subject);
CREATE TABLE labelled (
    label TEXT, key TEXT, document INTEGER, value TEXT,
    PRIMARY KEY (label, key, document, value)) WITHOUT ROWID;
CREATE TABLE spelling (label TEXT, key TEXT, text TEXT, PRIMARY KEY (label, key)) WITHOUT ROWID;
CREATE TABLE reference (document INTEGER, claim INTEGER, cited INTEGER, name TEXT, doubt TEXT);
CREATE INDEX reference_cited ON reference (cited);
CREATE INDEX reference_document ON reference (document, claim);
"""


def write(database: sqlite3.Connection, document: int, claims: Sequence[Claim]) -> None:
    """Keep the claims of a document, which has this number, and the labels that they give it."""
    database.executemany(
        "INSERT INTO claim VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
        (_row(document, number, claim) for number, claim in enumerate(claims, start=1)),
    )
    database.executemany(
        "INSERT OR IGNORE INTO labelled VALUES (?,?,?,?)",
        ((one.label, one.key, document, one.value) for one in labelled(claims)),
    )


def finish(database: sqlite3.Connection) -> None:
    """Settle how the library writes every name, once all documents are there."""
    rows = database.execute("SELECT label, key, value, count(*) FROM labelled GROUP BY label, key, value")
    database.executemany("INSERT INTO spelling VALUES (?,?,?)", list(_spellings(rows)))
    found = references.resolved(_known(database), _citations(database))
    database.executemany(
        "INSERT INTO reference VALUES (?,?,?,?,?)",
        [(one.citation.document, one.citation.claim, one.cited, one.name, one.doubt) for one in found],
    )


def _row(document: int, number: int, claim: Claim) -> tuple[object, ...]:
    known = (subject_key(claim.about), claim.name, claim.value, label_of(claim), key_of(claim))
    place = (claim.passage, claim.start, claim.end)
    return (document, number, claim.about, *known, *place, claim.rule, claim.doubt)


def _known(database: sqlite3.Connection) -> list[references.Known]:
    """Return every document that is an issue of a series or refers to one."""
    rows = database.execute(
        "SELECT c.document, c.name, coalesce(s.text, c.value) FROM claim c"
        " LEFT JOIN spelling s ON s.label = c.label AND s.key = c.key"
        " WHERE c.name IN ('series', 'number', 'project') AND c.about = ? AND c.value <> ''"
        " AND c.document IN (SELECT document FROM claim WHERE name IN ('cites', 'series'))"
        " ORDER BY c.document, c.number",
        [DOCUMENT],
    )
    said: defaultdict[int, defaultdict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for document, name, value in rows:
        said[document][name].append(value)
    citing = (
        number for (number,) in database.execute("SELECT DISTINCT document FROM claim WHERE name = 'cites'")
    )
    return [_issue(number, said[number]) for number in sorted({*said, *citing})]


def _issue(document: int, said: Mapping[str, Sequence[str]]) -> references.Known:
    series, number = said.get("series", [""])[0], said.get("number", [""])[0]
    issue = int(number) if number.isdecimal() else 0
    return references.Known(document, series, issue, tuple(said.get("project", ())))


def _citations(database: sqlite3.Connection) -> list[references.Citation]:
    question = "SELECT document, number, value FROM claim WHERE name = 'cites' AND value GLOB '* [0-9]*'"
    return [references.Citation(*row) for row in database.execute(question + " ORDER BY document, number")]


def _spellings(rows: Iterable[tuple[str, str, str, int]]) -> Iterator[tuple[str, str, str]]:
    counted: defaultdict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for label, key, value, documents in rows:
        counted[label, key][value] = documents
    for (label, key), spellings in counted.items():
        yield label, key, best_spelling(spellings)
