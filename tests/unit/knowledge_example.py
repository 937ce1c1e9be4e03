"""Documents for the rules of what the library knows; every town, project and figure in them is made up."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import PurePosixPath

from indexer.describe import describe
from indexer.extract import extract
from indexer.knowledge.claims import Claim
from indexer.model import Document, Passage, SourceFile

Rule = Callable[[Document, Sequence[Passage]], Iterator[Claim]]


def read(
    text: str, *, name: str = "example.md", language: str = "en"
) -> tuple[Document, tuple[Passage, ...]]:
    """Return the document that a Markdown text is, with its passages."""
    content = f"---\nlang: {language}\n---\n\n{text}"
    source = SourceFile(PurePosixPath(name), len(content), "0" * 64)
    return describe(source, extract(name, content.encode()))


def stated(rule: Rule, text: str, *, language: str = "en") -> list[tuple[str, str, str]]:
    """Return what a rule reads: what it is about, the name and the value, in reading order."""
    return [(claim.about, claim.name, claim.value) for claim in rule(*read(text, language=language))]


def told(rule: Rule, text: str, *, language: str = "en") -> list[tuple[str, str]]:
    """Return the value of each claim, and the words that state it."""
    document, passages = read(text, language=language)
    texts = {passage.number: passage.text for passage in passages}
    return [
        (claim.value, texts[claim.passage][claim.start : claim.end]) for claim in rule(document, passages)
    ]
