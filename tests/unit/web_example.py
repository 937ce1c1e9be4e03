"""A document as the pages get it, for tests of what they make of it."""

from __future__ import annotations

from pathlib import PurePosixPath

from indexer.model import Block, BlockKind, Document, Passage, SourceFile

DOCUMENT = Document(
    id="0123456789ab",
    source=SourceFile(PurePosixPath("da/rapport.pdf"), 1_234_567, "0" * 64),
    media_type="application/pdf",
    title="En rapport",
    language="da",
    languages=("da",),
    kind="report",
    published=None,
    pages=3,
)


def passage(number: int, page: int, *blocks: tuple[BlockKind, str, int]) -> Passage:
    return Passage(number, page, "", tuple(Block(*block) for block in blocks), "da")
