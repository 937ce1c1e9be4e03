"""Writing what the library knows into the catalogue; ``catalogue_claims.py`` reads it."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from .knowledge.claims import Claim
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


def _row(document: int, number: int, claim: Claim) -> tuple[object, ...]:
    known = (subject_key(claim.about), claim.name, claim.value, label_of(claim), key_of(claim))
    place = (claim.passage, claim.start, claim.end)
    return (document, number, claim.about, *known, *place, claim.rule, claim.doubt)


def _spellings(rows: Iterable[tuple[str, str, str, int]]) -> Iterator[tuple[str, str, str]]:
    counted: defaultdict[tuple[str, str], dict[str, int]] = defaultdict(dict)
    for label, key, value, documents in rows:
        counted[label, key][value] = documents
    for (label, key), spellings in counted.items():
        yield label, key, best_spelling(spellings)
