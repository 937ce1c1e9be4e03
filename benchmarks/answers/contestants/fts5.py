"""SQLite's FTS5: bm25 order, snippets, and a count of all matches. It knows no typing errors."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

from benchmarks.answers.asked import Asked

NAME = "SQLite FTS5"


def build(texts: Path, target: Path) -> None:
    """Index title and text; the language is kept beside them."""
    database = sqlite3.connect(target / "index.sqlite")
    database.execute(
        "CREATE VIRTUAL TABLE library USING fts5(path UNINDEXED, language UNINDEXED, title, body)"
    )
    for file in sorted(texts.rglob("*.txt")):
        path, text = file.relative_to(texts), file.read_text(encoding="utf-8")
        row = (str(path), path.parts[0], text.partition("\n")[0], text)
        database.execute("INSERT INTO library VALUES (?, ?, ?, ?)", row)
    database.commit()
    database.close()


def open_index(target: Path) -> Callable[[Asked], int]:
    """Open what was built."""
    database = sqlite3.connect(target / "index.sqlite")

    def ask(asked: Asked) -> int:
        match, values = _query(asked)
        condition = f"library MATCH ? {'AND language = ?' if asked.language else ''}"
        database.execute(
            "SELECT path, title, snippet(library, 3, '<b>', '</b>', '…', 40) FROM library"  # noqa: S608
            f" WHERE {condition} ORDER BY rank LIMIT 10",
            [match, *values],
        ).fetchall()
        counted = database.execute(f"SELECT count(*) FROM library WHERE {condition}", [match, *values])  # noqa: S608
        return int(counted.fetchone()[0])

    return ask


def _query(asked: Asked) -> tuple[str, list[str]]:
    words = [f'"{word}"' for word in asked.words]
    match asked.kind:
        case "phrase":
            query = f'"{" ".join(asked.words)}"'
        case "prefix":
            query = f"{words[0]}*"
        case _:
            query = " ".join(words)
    return query, [asked.language] if asked.language else []
