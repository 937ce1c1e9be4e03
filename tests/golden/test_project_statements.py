"""What the rules read in statements about projects, as reports, newsletters and tables make them.

    python -m tests.golden.test_project_statements      figures of both halves, errors of the tuned one

All projects are invented. The rules were tuned on one half. What is wrong in the other half was not read, but
one hand wrote both and its figures were watched meanwhile: expect somewhat less of a new text.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path, PurePosixPath

import pytest

from indexer.describe import describe
from indexer.extract import extract
from indexer.knowledge.labels import plain, without_rank
from indexer.knowledge.rules import understood
from indexer.model import SourceFile
from tests.evaluation.facts import Score

TABLE = Path(__file__).with_name("projects") / "statements.tsv"
NAMES = frozenset(
    """programme period start end status total-budget eu-funding co-financing-rate grant lead-partner partner
    website""".split()
)
LANGUAGES = ("en", "da", "pl", "sv", "de", "lt")
Told = tuple[str, str, str]
"""Project, name and value."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A statement and what it says of projects."""

    language: str
    half: str
    text: str
    expected: frozenset[Told]
    allowed: frozenset[Told]
    """What may be read in it too: it follows, but a reader could also leave it."""


def statements() -> Iterator[Statement]:
    """Yield the statements of the table; ``¶`` stands for the end of a line, ``?`` before what is allowed."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            told = list(_told(row["expected"]))
            expected = frozenset(one for sure, one in told if sure)
            text = row["statement"].replace("¶", "\n")
            yield Statement(row["language"], row["half"], text, expected, frozenset(one for _, one in told))


def _told(expected: str) -> Iterator[tuple[bool, Told]]:
    for part in expected.split(" || ") if expected != "-" else []:
        project, _, pairs = part.partition(": ")
        for pair in pairs.split("; "):
            name, _, value = pair.partition("=")
            yield not pair.startswith("?"), _plain(project.lstrip("?"), name.lstrip("?"), value)


def _plain(project: str, name: str, value: str) -> Told:
    comparable = without_rank(value) if name.endswith("partner") else plain(value)
    return plain(project), name, comparable


def read(text: str) -> frozenset[Told]:
    """Return what the rules read of projects in a statement that stands in a document of its own."""
    content = f"{text}\n".encode()
    document, passages = describe(
        SourceFile(PurePosixPath("note.md"), len(content), ""), extract("note.md", content)
    )
    claims = understood(document, passages)[1]
    of_projects = (claim for claim in claims if claim.about.startswith("project:") and claim.name in NAMES)
    return frozenset(_plain(one.about.removeprefix("project:"), one.name, one.value) for one in of_projects)


def score(half: str, language: str = "", name: str = "") -> Score:
    """Return how the rules read one half, of one language or one name where given."""
    right = wrong = missed = 0
    for one in statements():
        if one.half == half and language in ("", one.language):
            found = {fact for fact in read(one.text) if name in ("", fact[1])}
            expected = {fact for fact in one.expected if name in ("", fact[1])}
            right += len(expected & found)
            missed += len(expected - found)
            wrong += len(found - one.allowed)
    return Score(right, wrong, missed)


@pytest.mark.parametrize(
    ("half", "precision", "recall"),
    [pytest.param("tuned", 0.98, 0.98, id="tuned"), pytest.param("kept", 0.90, 0.88, id="kept aside")],
)
def test_statements_are_read_as_a_person_reads_them(half: str, precision: float, recall: float) -> None:
    found = score(half)
    assert (found.precision >= precision, found.recall >= recall) == (True, True), found


def test_the_table_holds_every_language_in_both_halves() -> None:
    held = Counter((one.language, one.half) for one in statements())
    assert len(held) == 2 * len(LANGUAGES)
    assert min(held.values()) >= 5
    assert sum(held.values()) >= 150


def main() -> None:
    """Print the figures of both halves, and every difference in the tuned one."""
    of = [("", ""), *((code, "") for code in LANGUAGES), *(("", name) for name in sorted(NAMES))]
    for half, (language, name) in product(("tuned", "kept"), of):
        told = score(half, language, name)
        numbers = f"{told.right:4} right {told.wrong:3} wrong {told.missed:3} missed"
        print(f"{half:6} {language or name or 'all':18} {told.precision:.2f} {told.recall:.2f} {numbers}")
    for one in statements():
        found = read(one.text)
        if one.half == "tuned" and not one.expected <= found <= one.allowed:
            print(one.text.replace("\n", "¶"))
            print("   missed:", *sorted(one.expected - found))
            print("   wrong:", *sorted(found - one.allowed))


if __name__ == "__main__":
    main()
