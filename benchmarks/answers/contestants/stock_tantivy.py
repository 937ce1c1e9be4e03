"""tantivy alone, as its documentation shows it: a query parser, ten hits, its snippets, the count."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import tantivy

from benchmarks.answers.asked import Asked

NAME = "tantivy alone"


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("path", stored=True, tokenizer_name="raw")
    builder.add_text_field("language", stored=True, tokenizer_name="raw")
    builder.add_text_field("title", stored=True)
    builder.add_text_field("body", stored=True)
    return builder.build()


def build(texts: Path, target: Path) -> None:
    """Index title, language and text, all stored."""
    writer = tantivy.Index(_schema(), str(target)).writer(256 << 20, 1)
    for file in sorted(texts.rglob("*.txt")):
        path, text = file.relative_to(texts), file.read_text(encoding="utf-8")
        held = {"path": str(path), "language": path.parts[0], "title": text.partition("\n")[0], "body": text}
        writer.add_document(tantivy.Document(**held))
    writer.commit()
    writer.wait_merging_threads()


def open_index(target: Path) -> Callable[[Asked], int]:
    """Open what was built."""
    index = tantivy.Index.open(str(target))
    searcher = index.searcher()

    def ask(asked: Asked) -> int:
        query = _query(index, asked)
        found = searcher.search(query, limit=10)
        snippets = tantivy.SnippetGenerator.create(searcher, query, index.schema, "body")
        for _, address in found.hits:
            snippets.snippet_from_doc(searcher.doc(address)).to_html()
        return int(found.count)  # type: ignore[attr-defined]  # missing in the driver's types

    return ask


def _query(index: tantivy.Index, asked: Asked) -> tantivy.Query:
    match asked.kind:
        case "prefix":
            return tantivy.Query.regex_query(index.schema, "body", re.escape(asked.words[0]) + ".*")
        case "typing error":
            wrong = tantivy.Query.fuzzy_term_query(index.schema, "body", asked.words[0], 1)
            return _all(wrong, _typed(index, f'"{asked.words[1]}"'))
        case "phrase":
            return _typed(index, asked.text)
    asked_for = _typed(index, " ".join(f'"{word}"' for word in asked.words))
    if not asked.language:
        return asked_for
    return _all(asked_for, tantivy.Query.term_query(index.schema, "language", asked.language))


def _typed(index: tantivy.Index, text: str) -> tantivy.Query:
    return index.parse_query(text, ["body"], conjunction_by_default=True)


def _all(*queries: tantivy.Query) -> tantivy.Query:
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, query) for query in queries])
