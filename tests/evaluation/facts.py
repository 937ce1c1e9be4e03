"""How many of the facts that a person read in the corpus the rules read too, and how many they invent.

    python -m tests.evaluation.facts tune            precision and recall of every kind of fact
    python -m tests.evaluation.facts tune --wrong    also what was missed and what is wrong
    python -m tests.evaluation.facts dev --table FILE --documents FOLDER    of any other table
    … --only da/0 pl/0    only of documents whose path begins so

The table ``facts.tsv`` was written by hand before the rules were tuned; rules were since written with a look
at the errors of both of its halves. ``told.tsv`` is invented and for developing rules: it has the split
``dev``. ``facts-fresh.tsv`` is of the documents that ``facts.tsv`` leaves out, by somebody who never saw the
rules, and has the split ``fresh``: it tells how well documents are read that no rule was made for.
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path, PurePosixPath

from indexer.describe import describe
from indexer.errors import NothingToRead
from indexer.extract import extract
from indexer.knowledge.labels import plain, without_rank
from indexer.knowledge.project_called import normalised
from indexer.knowledge.rules import claims
from indexer.model import SourceFile

TABLE = Path(__file__).with_name("facts.tsv")
CORPUS = Path(__file__).parents[2] / "corpus" / "documents"
TREATED = "treated"
"""Stands in the place of a name where a line lists the names that are complete for its document."""


@dataclass(frozen=True, slots=True, order=True)
class Fact:
    """Something that a document states, as a person or a rule wrote it down."""

    path: str
    kind: str
    """``document``, ``project`` or ``event``, a colon, and the name of the fact."""
    about: str
    """Which project, by its letters; empty for documents and events."""
    value: str
    """Without what spelling decides."""


@dataclass(frozen=True, slots=True)
class Yardstick:
    """A table of facts, and the folder with the documents that state them."""

    table: Path
    documents: Path


SHIPPED = Yardstick(TABLE, CORPUS)
FRESH = Yardstick(TABLE.with_name("facts-fresh.tsv"), CORPUS)
TOLD = Yardstick(TABLE.with_name("told.tsv"), TABLE.with_name("told"))


@dataclass(frozen=True, slots=True)
class Score:
    """Right facts, wrong ones and those that were missed."""

    right: int
    wrong: int
    missed: int

    @property
    def precision(self) -> float:
        """Share of right facts among those that were read."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        """Share of those that were read among the facts that there are."""
        return self.right / (self.right + self.missed) if self.right + self.missed else 1.0


def written(split: str, table: Path = TABLE) -> tuple[set[Fact], set[tuple[str, str]]]:
    """Return the facts of one half of the table, and the kinds that are complete in each document."""
    facts, treated = set(), set()
    with table.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["split"] == split and row["name"] == TREATED:
                treated |= {(row["path"], kind) for kind in _kinds(row["value"])}
            elif row["split"] == split:
                facts.add(_fact(row["path"], row["about"], row["name"], row["value"]))
    return {fact for fact in facts if (fact.path, fact.kind) in treated}, treated


def read(paths: Iterable[str], documents: Path = CORPUS) -> dict[str, set[Fact]]:
    """Return what the rules read in each document; a scan that cannot be read here is left out."""
    found = {}
    for path in paths:
        content = (documents / path).read_bytes()
        source = SourceFile(PurePosixPath(path), len(content), "")
        with suppress(NothingToRead):
            held = claims(*describe(source, extract(path, content)))
            found[path] = {_fact(path, claim.about, claim.name, claim.value) for claim in held}
    return found


def measured(split: str, yardstick: Yardstick = SHIPPED) -> Mapping[str, Score]:
    """Return the score of each kind of fact over one split of a table."""
    return scores(*_compared(split, yardstick))


def _compared(
    split: str, yardstick: Yardstick, only: tuple[str, ...] = ("",)
) -> tuple[set[Fact], set[tuple[str, str]], set[Fact]]:
    facts, treated = written(split, yardstick.table)
    found = read(sorted({path for path, _ in treated if path.startswith(only)}), yardstick.documents)
    here = {(path, kind) for path, kind in treated if path in found}
    return {fact for fact in facts if fact.path in found}, here, set(chain.from_iterable(found.values()))


def scores(written: set[Fact], treated: set[tuple[str, str]], read: set[Fact]) -> Mapping[str, Score]:
    """Return the score of each kind, over the documents for which it is complete."""
    counted = {fact for fact in read if (fact.path, fact.kind) in treated}
    found: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for facts, place in ((written & counted, 0), (counted - written, 1), (written - counted, 2)):
        for fact in facts:
            found[fact.kind][place] += 1
    return {kind: Score(*numbers) for kind, numbers in sorted(found.items())}


_PROJECTS = frozenset(
    """programme period start end status total-budget eu-funding grant co-financing-rate lead-partner partner
    website participants""".split()
)
_EVENTS = frozenset("what date participants place".split())


def _kinds(names: str) -> Iterator[str]:
    """Yield the kinds that a list of names stands for; ``place`` alone is a document's and an event's."""
    for name in names.split(","):
        subject, colon, rest = name.strip().partition(":")
        if subject == "lesson":
            yield f"document:lesson:{rest}"
        elif colon:
            yield f"{subject}:{rest}"
        else:
            yield from (f"project:{subject}" for _ in [0] if subject in _PROJECTS)
            yield from (f"event:{subject}" for _ in [0] if subject in _EVENTS)
            yield from (f"document:{subject}" for _ in [0] if subject not in _PROJECTS - {"programme"})


def _fact(path: str, about: str, name: str, value: str) -> Fact:
    subject, _, of = about.partition(":")
    if name == "lesson":
        return Fact(path, f"document:lesson:{value}", "", "")
    return Fact(
        path, f"{subject}:{name}", plain(normalised(of)) if subject == "project" else "", _plain(name, value)
    )


def _plain(name: str, value: str) -> str:
    """Return a value without what spelling decides; of a reference the word and the number."""
    if name == "cites":
        number = re.findall(r"\d+", value)
        return number[-1] if number else value
    if name == "website":
        return re.sub(r"^https?://|/$", "", value.casefold())
    if name in ("partner", "lead-partner"):
        return without_rank(value)
    return plain(value) if any(map(str.isalpha, value)) and not value[:1].isdigit() else value


def main() -> None:
    """Print the scores of one split of a table."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("split", nargs="?", default="tune")
    parser.add_argument("--table", type=Path, default=TABLE)
    parser.add_argument("--documents", type=Path, default=CORPUS)
    parser.add_argument("--only", nargs="*", default=[""], help="how the paths of documents begin")
    parser.add_argument("--wrong", action="store_true", help="also what was missed and what is wrong")
    chosen = parser.parse_args()
    yardstick = Yardstick(chosen.table, chosen.documents)
    facts, treated, found = _compared(chosen.split, yardstick, tuple(chosen.only))
    for kind, score in scores(facts, treated, found).items():
        numbers = f"{score.right:4} right {score.wrong:3} wrong {score.missed:3} missed"
        print(f"{kind:34} precision {score.precision:.2f} recall {score.recall:.2f} {numbers}")
    if chosen.wrong:
        for sign, some in (("+", found - facts), ("-", facts - found)):
            for fact in sorted(fact for fact in some if (fact.path, fact.kind) in treated):
                print(sign, fact.path, fact.kind, fact.about, fact.value, sep="\t")


if __name__ == "__main__":
    main()
