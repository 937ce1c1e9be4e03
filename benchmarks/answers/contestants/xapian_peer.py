"""Xapian through Debian's python3-xapian: its query parser with spelling, snippets, an exact count."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import xapian  # type: ignore[import-not-found]  # no types

from benchmarks.answers.asked import Asked

NAME = "Xapian"
_STEMMERS = {"da": "danish", "en": "english", "pl": "none"}


def build(texts: Path, target: Path) -> None:
    """Index each text with the stemmer of its language, with positions and a spelling table."""
    database = xapian.WritableDatabase(str(target), xapian.DB_CREATE_OR_OVERWRITE)
    generator = xapian.TermGenerator()
    generator.set_database(database)
    generator.set_flags(xapian.TermGenerator.FLAG_SPELLING)
    for file in sorted(texts.rglob("*.txt")):
        language, text = file.relative_to(texts).parts[0], file.read_text(encoding="utf-8")
        document = xapian.Document()
        document.set_data(text)
        generator.set_document(document)
        generator.set_stemmer(xapian.Stem(_STEMMERS[language]))
        generator.index_text(text)
        document.add_boolean_term(f"L{language}")
        database.add_document(document)
    database.commit()
    database.close()


def open_index(target: Path) -> Callable[[Asked], int]:
    """Open what was built."""
    database = xapian.Database(str(target))
    parser = xapian.QueryParser()
    parser.set_database(database)
    parser.set_default_op(xapian.Query.OP_AND)
    parser.set_stemmer(xapian.Stem("danish"))
    parser.add_boolean_prefix("language", "L")
    flags = (
        xapian.QueryParser.FLAG_DEFAULT
        | xapian.QueryParser.FLAG_WILDCARD
        | xapian.QueryParser.FLAG_SPELLING_CORRECTION
    )
    stemmer = xapian.Stem("danish")

    def ask(asked: Asked) -> int:
        text = f"{asked.text} language:{asked.language}" if asked.language else asked.text
        query = parser.parse_query(text, flags)
        if parser.get_corrected_query_string():
            query = parser.parse_query(parser.get_corrected_query_string(), flags)
        enquire = xapian.Enquire(database)
        enquire.set_query(query)
        found = enquire.get_mset(0, 10, database.get_doccount())
        for match in found:
            found.snippet(match.document.get_data().decode(), 280, stemmer)
        return int(found.get_matches_estimated())

    return ask
