"""What each format's example becomes, as text to look at.

``INTERLOC_GOLDEN=write`` rewrites the expected files; the difference is then reviewed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.extract import FORMATS, Content, extract

FOLDER = Path(__file__).with_name("formats")
EXAMPLES = sorted(
    path for path in FOLDER.iterdir() if path.suffix not in (".expected", ".py") and path.is_file()
)


def shown(content: Content) -> str:
    return "\n".join(_lines(content)) + "\n"


def _lines(content: Content) -> Iterator[str]:
    yield f"title: {content.title}"
    yield f"media type: {content.media_type}"
    yield from (f"{key}: {value}" for key, value in content.stated.items())
    yield from (f"holds: {part.name}, {part.size} bytes" for part in content.parts)
    yield from (f"warning: {warning}" for warning in content.warnings)
    for page in content.pages:
        yield f"\n== page {page.number}, {page.method}"
        yield from (f"{block.kind} {block.level or '-'}: {block.text}" for block in page.blocks)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_an_example_reads_as_expected(example: Path) -> None:
    expected = example.with_name(example.name + ".expected")
    found = shown(extract(example.name, example.read_bytes()))
    if os.environ.get("INTERLOC_GOLDEN") == "write":
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


def test_every_format_has_an_example() -> None:
    assert {extract(path.name, path.read_bytes()).media_type for path in EXAMPLES} == set(FORMATS)
