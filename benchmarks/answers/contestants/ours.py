"""Our own service from question to response: ten hits, excerpts, marks, why, facets, total."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from benchmarks.answers.asked import Asked

GLOSSARY = Path(__file__).parents[3] / "corpus" / "glossary.tsv"


def build_with(engine: str, texts: Path, target: Path) -> None:
    """Build and publish an index with the engine."""
    from indexer.build import build
    from indexer.settings import Settings

    build(Settings(corpus=texts, glossary=GLOSSARY, index=target, engine=engine))


def open_index(target: Path) -> Callable[[Asked], int]:
    """Open what was built."""
    from search_ui.search.library import open_service
    from search_ui.search.query import Filters, Query, parse

    service = open_service(target)

    def ask(asked: Asked) -> int:
        languages = frozenset([asked.language]) if asked.language else frozenset[str]()
        return service.search(Query(parse(asked.text), Filters(languages=languages))).total

    return ask
