"""What every format promises: whatever the bytes are, text or a ``SourceError``, and soon.

Broken copies of the examples in ``tests/golden/formats`` are read in worker processes, as in a
build; an unexpected exception, a crash or a hang shows as an answer that is not allowed here.
"""

from __future__ import annotations

import pickle
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from indexer.discover import source_files
from indexer.errors import NothingToRead
from indexer.extract import FORMATS, Content, extract
from indexer.extract.content import STATED
from indexer.extract.isolate import Limits, read
from indexer.model import Failure, SourceFile

FOLDER = Path(__file__).parents[1] / "golden" / "formats"
EXAMPLES = {
    extract(path.name, path.read_bytes()).media_type: path
    for path in sorted(FOLDER.iterdir())
    if path.suffix not in (".expected", ".py") and path.is_file()
}
LIMITS = Limits(workers=2, wall_seconds=10, cpu_seconds=5, memory_mb=1024)
ALLOWED = {"ok", "unreadable", "nothing-to-read", "unknown-format", "password"}
CLAIMED = "Unpacked it has"
CRASHED = "crashed"
CHANGES = 20
"""Broken copies of each kind; ``make torture`` makes 300."""


@pytest.fixture(params=FORMATS.keys())
def example(request: pytest.FixtureRequest) -> Path:
    return EXAMPLES[request.param]


def cut_off(content: bytes) -> Iterator[bytes]:
    """Yield the content cut off at some places."""
    yield from (content[:end] for end in range(1, len(content), max(10, len(content) // CHANGES)))


def changed(content: bytes) -> Iterator[bytes]:
    """Yield the content with a few bytes changed, the same ones in every run."""
    chance = random.Random(20140506)
    for _ in range(CHANGES):
        broken = bytearray(content)
        for _ in range(chance.choice((1, 3, 30))):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        yield bytes(broken)


def moved(content: bytes) -> Iterator[bytes]:
    """Yield the content with a piece taken out or doubled."""
    chance = random.Random(20140630)
    for _ in range(CHANGES):
        start, end = sorted(chance.randrange(len(content)) for _ in range(2))
        piece = content[start:end]
        yield chance.choice((content[:start], content[:end] + piece)) + content[end:]


@pytest.mark.parametrize("broken", [cut_off, changed, moved])
def test_a_broken_file_ends_in_text_or_in_a_named_failure(
    example: Path, broken: Callable[[bytes], Iterator[bytes]], tmp_path: Path
) -> None:
    for number, content in enumerate(broken(example.read_bytes())):
        (tmp_path / f"{number:04}{example.suffix}").write_bytes(content)
    files = [found for found in source_files(tmp_path) if isinstance(found, SourceFile)]
    found = list(read(tmp_path, files, LIMITS))
    assert [source for source, _ in found if source in files] == files
    assert len(files) >= CHANGES
    answers = [answer for _, answer in found]
    assert {_outcome(answer) for answer in answers} <= ALLOWED
    reasons = [answer.reason for answer in answers if isinstance(answer, Failure)]
    assert [reason for reason in reasons if CRASHED in reason or len(reason.split()) < 4] == []


def _outcome(answer: Content | Failure) -> str:
    """Return what came of a file; a package that claims to be large is refused before it is read."""
    if isinstance(answer, Failure):
        return "unreadable" if answer.reason.startswith(CLAIMED) else answer.code
    return "ok"


def test_an_empty_file_has_nothing_to_read(example: Path) -> None:
    with pytest.raises(NothingToRead):
        extract(example.name, b"")


def test_the_extractor_itself_never_gives_an_empty_answer_for_its_example(example: Path) -> None:
    content = extract(example.name, example.read_bytes())
    assert content.title.strip()
    assert [page.number for page in content.pages] == list(range(1, len(content.pages) + 1))
    assert all(block.text.strip() == block.text for page in content.pages for block in page.blocks)
    assert all(
        bool(block.level) == (block.kind == "heading") for page in content.pages for block in page.blocks
    )
    assert set(content.stated) <= set(STATED)


def test_the_same_bytes_give_the_same_text(example: Path) -> None:
    content = example.read_bytes()
    assert extract(example.name, content) == extract(example.name, content)


def test_the_text_travels_between_processes(example: Path) -> None:
    content = extract(example.name, example.read_bytes())
    assert pickle.loads(pickle.dumps(content)) == content  # noqa: S301  # our own bytes


def test_the_name_does_not_decide_what_a_file_is(example: Path) -> None:
    media_type = extract("unnamed", example.read_bytes()).media_type
    assert media_type == {"text/markdown": "text/plain"}.get(
        extract(example.name, example.read_bytes()).media_type, media_type
    )


def test_a_large_file_is_read_or_refused_within_the_limits(example: Path, tmp_path: Path) -> None:
    content = example.read_bytes()
    (tmp_path / example.name).write_bytes(content * (500_000 // len(content)))
    files = [found for found in source_files(tmp_path) if isinstance(found, SourceFile)]
    begun = time.monotonic()
    source, answer = next(
        read(tmp_path, files, LIMITS)
    )  # what it holds is read file by file, each in its time
    assert source == files[0]
    assert time.monotonic() - begun < LIMITS.wall_seconds + 5
    assert isinstance(answer, Content) or answer.code in ALLOWED | {"too-expensive"}
