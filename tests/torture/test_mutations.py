"""Three hundred broken copies of good files of each format: none ends a build."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from indexer.build import build
from indexer.extract import FORMATS, extract
from indexer.settings import Settings

GOOD = Path(__file__).parents[1] / "golden" / "formats"
EXAMPLES = [
    path for path in sorted(GOOD.iterdir()) if path.suffix not in (".expected", ".py") and path.is_file()
]
COPIES = 300


def mutations(originals: list[bytes], number: int) -> Iterator[bytes]:
    """Yield good files with bytes changed, taken out, doubled, or swapped with another file's."""
    chance = random.Random(20141105)
    for _ in range(number):
        content = bytearray(chance.choice(originals))
        for _ in range(chance.choice((1, 2, 8, 40))):
            start = chance.randrange(len(content))
            end = min(len(content), start + chance.choice((1, 1, 4, 100)))
            other = chance.choice(originals)
            piece = {
                "change": bytes(chance.randrange(256) for _ in range(end - start)),
                "take out": b"",
                "double": bytes(content[start:end]) * 2,
                "swap": other[start:end],
            }[chance.choice(("change", "change", "take out", "double", "swap"))]
            content[start:end] = piece
            content = content or bytearray(b"x")
        yield bytes(content)


@pytest.mark.parametrize(
    "copies", [pytest.param(4, id="few"), pytest.param(COPIES, id="many", marks=pytest.mark.torture)]
)
def test_a_build_of_broken_files_publishes_what_can_be_read(tmp_path: Path, copies: int) -> None:
    corpus = tmp_path / "documents"
    corpus.mkdir()
    (corpus / "good.txt").write_text("Erfaring med samarbejde over grænsen.", encoding="utf-8")
    originals: dict[str, list[Path]] = {}
    for path in EXAMPLES:
        originals.setdefault(extract(path.name, path.read_bytes()).media_type, []).append(path)
    assert set(originals) == set(FORMATS)
    for paths in originals.values():
        made = mutations([path.read_bytes() for path in paths], copies)
        for number, content in enumerate(made):
            (corpus / f"{number:03}{paths[0].suffix}").write_bytes(content)
    settings = Settings(corpus=corpus, index=tmp_path / "index", read_cpu_seconds=10, ocr_languages=("none",))
    summary = build(settings)
    found = Counter(failure.code for failure in summary.failures)
    files = copies * len(FORMATS) + 1
    print(f"{files} files: {summary.documents} documents, failures {dict(found)}")
    assert summary.new == files
    assert [failure for failure in summary.failures if "crashed" in failure.reason] == []
