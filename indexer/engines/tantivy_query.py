"""Expressions and records in tantivy's words: the schema, documents and queries of one index."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tantivy import (
    Document,
    Index,
    Occur,
    Query,
    Schema,
    SchemaBuilder,
    TextAnalyzerBuilder,
    Tokenizer,
)

from indexer.engine import (
    FIELDS,
    LABELS,
    POSITIONAL,
    Best,
    Bool,
    Expression,
    Phrase,
    Prefix,
    Record,
    Term,
)

BY_ID = "id"
BY_DATE = "by_date"
"""Fields to order by, rising; ``BY_DATE`` holds the newest first and the id behind its date."""

DATE_DIGITS = 8
"""Length of the date in front of the id in ``BY_DATE``."""

_BLANKS = "blanks"
_NO_DATE_YET = 10**DATE_DIGITS - 1
_HALF_PAIRS = re.compile("[\ud800-\udfff]")


def schema() -> Schema:
    """Return the fields of an index."""
    builder = SchemaBuilder()
    builder.add_text_field(BY_ID, stored=True, fast=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field(BY_DATE, fast=True, tokenizer_name="raw", index_option="basic")
    for label in LABELS:
        builder.add_text_field(label, tokenizer_name="raw", index_option="basic")
    for field in FIELDS:
        kept = "position" if field in POSITIONAL else "freq"
        builder.add_text_field(field, tokenizer_name=_BLANKS, index_option=kept)
    return builder.build()


def prepared(index: Index) -> Index:
    """Teach the index to split terms at blanks; it is not told by its files."""
    index.register_tokenizer(_BLANKS, TextAnalyzerBuilder(Tokenizer.whitespace()).build())
    return index


def document(record: Record) -> Document:
    """Return the record as tantivy takes it. Raises ``ValueError`` for a field that it would drop."""
    if unknown := record.terms.keys() - set(FIELDS) | record.labels.keys() - set(LABELS):
        raise ValueError(f"unknown field {', '.join(sorted(unknown))}")
    made = Document()
    made.add_text(BY_ID, record.id)
    made.add_text(BY_DATE, f"{_NO_DATE_YET - record.date:0{DATE_DIGITS}}{record.id}")
    for field, terms in record.terms.items():
        made.add_text(field, _whole(" ".join(terms)))
    for label, values in record.labels.items():
        for value in values:
            made.add_text(label, _whole(value))
    return made


def _whole(text: str) -> str:
    """Return the text with half surrogates from broken files replaced: Rust cannot hold them."""
    return text if text.isascii() else _HALF_PAIRS.sub("\ufffd", text)


@dataclass(frozen=True, slots=True)
class Translator:
    """Turns expressions into queries of an index with this schema."""

    schema: Schema

    def query(self, node: Expression | None) -> Query:
        """Return the node as a query; ``None`` matches everything with score 0."""
        match node:
            case None:
                return Query.const_score_query(Query.all_query(), 0.0)
            case Term(field, text, weight):
                term = Query.term_query(self.schema, field, _whole(text), index_option="freq")
                return Query.boost_query(term, weight)
            case Phrase(field, words, weight):
                phrase = Query.phrase_query(self.schema, field, [_whole(word) for word in words])
                return Query.boost_query(phrase, weight)
            case Prefix(field, text, weight):
                pattern = re.escape(_whole(text)) + ".*"
                return Query.const_score_query(Query.regex_query(self.schema, field, pattern), weight)
            case Best(options):
                return Query.disjunction_max_query([self.query(option) for option in options], 0.0)
            case Bool(must, should):
                parts = [(Occur.Must, self.query(part)) for part in must]
                parts += [(Occur.Should, self.query(part)) for part in should]
                return Query.boolean_query(parts, minimum_number_should_match=node.needed)

    def filtered(
        self, node: Expression | None, without: Expression | None, where: Mapping[str, frozenset[str]]
    ) -> Query:
        """Return the query with its exclusions and filters, which do not score."""
        parts = [(Occur.Must, self.query(node))]
        parts += [(Occur.Must, self.holding(label, values)) for label, values in where.items()]
        if without is not None:
            parts.append((Occur.MustNot, self.query(without)))
        return parts[0][1] if len(parts) == 1 else Query.boolean_query(parts)

    def holding(self, field: str, values: Iterable[str]) -> Query:
        """Return the query for documents that have one of the values, with score 0."""
        wanted = sorted(_whole(value) for value in values)
        return Query.const_score_query(Query.term_set_query(self.schema, field, wanted), 0.0)
