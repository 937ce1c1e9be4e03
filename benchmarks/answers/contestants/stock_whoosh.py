"""Whoosh as its documentation shows it: a parser, ten results, its highlighter, the number of results."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import whoosh.index  # type: ignore[import-untyped]  # no types
from whoosh.fields import ID, TEXT, Schema  # type: ignore[import-untyped]
from whoosh.qparser import FuzzyTermPlugin, QueryParser  # type: ignore[import-untyped]
from whoosh.query import Term  # type: ignore[import-untyped]

from benchmarks.answers.asked import Asked

NAME = "stock Whoosh"


def build(texts: Path, target: Path) -> None:
    """Index title, language and text, all stored."""
    schema = Schema(path=ID(stored=True), title=TEXT(stored=True), language=ID, content=TEXT(stored=True))
    writer = whoosh.index.create_in(target, schema).writer(limitmb=128)
    for file in sorted(texts.rglob("*.txt")):
        content = file.read_text(encoding="utf-8")
        path = file.relative_to(texts)
        title = content.partition("\n")[0]
        writer.add_document(path=str(path), title=title, language=path.parts[0], content=content)
    writer.commit()


def open_index(target: Path) -> Callable[[Asked], int]:
    """Open what was built."""
    index = whoosh.index.open_dir(target)
    searcher = index.searcher()
    parser = QueryParser("content", index.schema)
    parser.add_plugin(FuzzyTermPlugin())

    def ask(asked: Asked) -> int:
        text = f"{asked.words[0]}~1 {asked.words[1]}" if asked.kind == "typing error" else asked.text
        wanted = Term("language", asked.language) if asked.language else None
        found = searcher.search(parser.parse(text), limit=10, filter=wanted)
        for hit in found:
            _ = hit["title"], hit.highlights("content")
        return len(found)

    return ask
