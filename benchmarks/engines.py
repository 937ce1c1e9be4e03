"""What a build and a question cost with each engine, and with Whoosh as it comes out of the box.

    python -m benchmarks.engines 2000
    python -m benchmarks.engines 10000 whoosh tantivy

The number is that of the documents, each of 1,200 words (about 8 KB); names choose the columns.
Costs are CPU time of this process with all its threads, so that a busy machine changes them little.
"""

from __future__ import annotations

import math
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np
import whoosh.fields  # type: ignore[import-untyped]  # no types
import whoosh.index  # type: ignore[import-untyped]
import whoosh.query  # type: ignore[import-untyped]

from indexer.engine import FIELDS, Best, Bool, Engine, Expression, Phrase, Prefix, Reader, Record, Term
from indexer.engines import ENGINES

WORDS = 1200
VOCABULARY = 60_000
REPETITIONS = 100
STOCK = "stock-whoosh"
FACETS = ("language", "year")
LETTERS = "enaritosdlkgmvpuøfzybåhjcwxął"

Ask = Callable[[Expression], object]


@dataclass(frozen=True, slots=True)
class Costs:
    """Seconds, bytes, and seconds of CPU for every question by kind."""

    build: float
    size: int
    opening: float
    questions: Mapping[str, Sequence[float]]


def vocabulary() -> Sequence[str]:
    chance = random.Random(1)
    lengths = (max(2, round(chance.gauss(8, 3))) for _ in range(VOCABULARY))
    return ["".join(chance.choices(LETTERS, range(len(LETTERS), 0, -1), k=length)) for length in lengths]


def library(size: int, words: Sequence[str]) -> Iterator[Record]:
    """Yield documents whose words are as unevenly common as those of a natural language."""
    chance = np.random.default_rng(2)
    shares = np.cumsum(1 / (np.arange(len(words)) + 2.7))
    for number in range(size):
        text = [words[place] for place in np.searchsorted(shares, chance.random(WORDS) * shares[-1])]
        keys = [f"da:{word}" for word in text if len(word) > 3]
        terms = {
            "exact": text,
            "lemma": keys,
            "stem": [key[:-1] for key in keys],
            "parts": keys[::4],
            "title": keys[:8],
        }
        labels = {
            "language": (("da", "pl", "en")[number % 3],),
            "kind": ("report",),
            "year": (str(2000 + number % 20),),
        }
        yield Record(f"{(number * 7919) % 1_000_003:08}", terms, labels, 20140000)


def questions(size: int, words: Sequence[str]) -> Mapping[str, Sequence[Expression]]:
    """Return questions of each kind; the words of a question are common to middling."""
    chance = random.Random(3)
    texts = [record.terms["exact"] for record in library(min(size, 200), words)]

    def word() -> str:
        return words[round(math.exp(chance.uniform(math.log(20), math.log(2000))))]

    def pair() -> Phrase:
        text = chance.choice(texts)
        start = chance.randrange(WORDS - 1)
        return Phrase("exact", (text[start], text[start + 1]))

    def alternatives() -> Best:
        return Best(
            tuple(
                Term(field, prefix + word())
                for field, prefix in (("exact", ""), ("lemma", "da:"))
                for _ in range(4)
            )
        )

    def many(make: Callable[[], Expression]) -> Sequence[Expression]:
        return [make() for _ in range(REPETITIONS)]

    return {
        "three words, any": many(lambda: Bool(should=tuple(Term("exact", word()) for _ in range(3)))),
        "three common words, any": many(
            lambda: Bool(should=tuple(Term("exact", common) for common in chance.sample(words[:20], 3)))
        ),
        "three words, all": many(lambda: Bool(must=tuple(Term("exact", word()) for _ in range(3)))),
        "phrase of two": many(pair),
        "prefix of five": many(lambda: Prefix("exact", chance.choice(words[:20_000])[:5])),
        "prefix of two": many(lambda: Prefix("exact", chance.choice(words[:20_000])[:2])),
        "three groups of eight, all": many(lambda: Bool(must=tuple(alternatives() for _ in range(3)))),
    }


def stock(node: Expression) -> Any:
    match node:
        case Term(field, text, weight):
            return whoosh.query.Term(field, text, boost=weight)
        case Phrase(field, phrase, weight):
            return whoosh.query.Phrase(field, list(phrase), boost=weight)
        case Prefix(field, text, weight):
            return whoosh.query.Prefix(field, text, boost=weight)
        case Best(options):
            return whoosh.query.DisjunctionMax([stock(option) for option in options])
        case Bool((), should):
            return whoosh.query.Or([stock(part) for part in should])
        case Bool(must):
            return whoosh.query.And([stock(part) for part in must])


def build_stock(records: Iterator[Record], folder: Path) -> None:
    fields: dict[str, Any] = {name: whoosh.fields.KEYWORD(scorable=True) for name in FIELDS}
    fields["exact"] = whoosh.fields.TEXT(phrase=True)
    labels = {name: whoosh.fields.ID(sortable=True) for name in FACETS}
    schema = whoosh.fields.Schema(id=whoosh.fields.ID(stored=True), **fields, **labels)
    writer = whoosh.index.create_in(folder, schema).writer(limitmb=64)
    for record in records:
        writer.add_document(
            id=record.id,
            **{name: list(terms) for name, terms in record.terms.items()},
            **{name: record.labels[name][0] for name in FACETS},
        )
    writer.commit()


def open_stock(folder: Path) -> Ask:
    searcher = whoosh.index.open_dir(folder).searcher()

    def ask(node: Expression) -> object:
        found = searcher.search(stock(node), limit=100, groupedby=list(FACETS))
        groups = {name: {value: len(held) for value, held in found.groups(name).items()} for name in FACETS}
        return [hit["id"] for hit in found], len(found), groups

    return ask


def open_engine(engine: Engine, folder: Path) -> Ask:
    reader: Reader = engine.open(folder)
    return lambda node: reader.search(node, facets=FACETS, limit=100)


def cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def generated_in(records: Iterator[Record]) -> float:
    return cpu(lambda: sum(1 for _ in records))


def measure(
    size: int,
    words: Sequence[str],
    build: Callable[[Iterator[Record], Path], object],
    opened: Callable[[Path], Ask],
) -> Costs:
    asked = questions(size, words)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        building = cpu(lambda: build(library(size, words), folder)) - generated_in(library(size, words))
        held = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
        start = time.process_time()
        ask = opened(folder)
        opening = time.process_time() - start
        costs = {kind: [cpu(partial(ask, node)) for node in nodes] for kind, nodes in asked.items()}
    return Costs(building, held, opening, costs)


def table(size: int, costs: Mapping[str, Costs]) -> Iterator[str]:
    yield f"| {size} documents | " + " | ".join(costs) + " |"
    yield "|---" * (len(costs) + 1) + "|"

    def row(title: str, cells: Iterable[str]) -> str:
        return f"| {title} | " + " | ".join(cells) + " |"

    all_costs = list(costs.values())
    yield row("build, documents per CPU second", (f"{size / each.build:.0f}" for each in all_costs))
    yield row("index, KB per document", (f"{each.size / size / 1000:.1f}" for each in all_costs))
    yield row("open, CPU ms", (f"{1000 * each.opening:.0f}" for each in all_costs))
    for kind in all_costs[0].questions:
        yield row(f"{kind}, CPU ms p50 / p95", (spread(each.questions[kind]) for each in all_costs))


def spread(seconds: Sequence[float]) -> str:
    middle, high = np.percentile(np.array(seconds) * 1000, [50, 95])
    return f"{middle:.2f} / {high:.2f}"


def main(size: int, names: Sequence[str]) -> None:
    words = vocabulary()
    costs = {}
    for name in names:
        if name == STOCK:
            costs[name] = measure(size, words, build_stock, open_stock)
        else:
            engine = ENGINES[name]()
            costs[name] = measure(size, words, engine.build, partial(open_engine, engine))
    print("\n".join(table(size, costs)))


if __name__ == "__main__":
    main(int((sys.argv[1:] or ["2000"])[0]), sys.argv[2:] or [*ENGINES, STOCK])
