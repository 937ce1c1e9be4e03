"""Libraries and questions for the engines' tests, and the answer by the letter of the contract."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from indexer.engine import (
    FIELDS,
    LABELS,
    Best,
    Bool,
    Engine,
    Expression,
    Order,
    Phrase,
    Prefix,
    Reader,
    Record,
    Term,
)

ODD_TERMS = (
    "c++",
    "2014-20",
    "x*y",
    ".*",
    "a|b",
    "(ab)",
    "[a-z]",
    "\\d",
    "^$",
    '"quoted"',
    "da:kommune",
    "AND",
    "współpraca",
    "współpracy",
    "ærø",
    "øre",
    "æ",
    "日本語",
    "😀",
    "i\u0307",
    "a\x00b",
    "\U0010ffff",
    "\U0010ffff\U0010ffff",
    "\ud7ff",
    "l" * 400,
    "ż" * 200,
)
"""Terms that a file format, a regular expression or a query language could take for something else."""

Library = Callable[[Iterable[Record]], Reader]

_FILTERS = 0.45
"""Labels that a random question filters by, on average."""

PLAIN_TERMS = ("a", "ab", "abc", "abd", "b", "ba", "bb", "c", "ca", "d")

MEETING = Term("exact", "meeting")

SMALL_LIBRARY = (
    Record(
        "berlin",
        {
            "exact": ["final", "meeting", "in", "berlin"],
            "lemma": ["en:meet", "en:final"],
            "title": ["en:meet"],
        },
        {"language": ("en", "de"), "kind": ("newsletter",), "year": ("2014",)},
        20140506,
    ),
    Record(
        "aarhus",
        {
            "exact": ["meeting", "of", "the", "final", "meeting", "group"],
            "lemma": ["en:meet", "en:meet", "en:final"],
        },
        {"language": ("en",), "kind": ("newsletter",), "year": ("2015",)},
        20150000,
    ),
    Record("kwidzyn", {"exact": ["spotkanie"], "lemma": ["pl:spotkanie"]}, {"language": ("pl",)}),
    Record("empty", {}),
)


@dataclass(frozen=True, slots=True)
class Question:
    """The arguments of one search."""

    query: Expression | None
    without: Expression | None = None
    where: Mapping[str, frozenset[str]] = field(default_factory=dict)
    facets: Sequence[str] = ()
    order: Order = Order.RELEVANCE


def random_library(chance: random.Random, size: int) -> tuple[Record, ...]:
    """Return ``size`` short records of few words, so that questions match some and not others."""
    return tuple(_random_record(chance, f"{chance.getrandbits(32):08x}") for _ in range(size))


def _random_record(chance: random.Random, name: str) -> Record:
    words = chance.sample(PLAIN_TERMS, 6) + chance.sample(ODD_TERMS, 3)
    terms = {name: chance.choices(words, k=chance.randrange(12)) for name in FIELDS if chance.random() < 0.8}
    labels = {label: tuple(_values(chance)) for label in LABELS if chance.random() < 0.8}
    date = chance.choice((0, 20140000, 20140500, 20140506, 20150000))
    return Record(name, terms, labels, date)


def _values(chance: random.Random) -> Sequence[str]:
    return chance.choices(("x", "y", "z", "two words", "ø"), k=chance.randrange(3))


def random_question(chance: random.Random) -> Question:
    """Return a question with every kind of node, exclusion, filter and facet now and then."""
    return Question(
        query=random_expression(chance, 3) if chance.random() < 0.97 else None,
        without=random_expression(chance, 1) if chance.random() < 0.3 else None,
        where={
            label: frozenset([*_values(chance), "x"])
            for label in LABELS
            if chance.random() < _FILTERS / len(LABELS)
        },
        facets=[label for label in LABELS if chance.random() < 0.5],
        order=chance.choice((Order.RELEVANCE, Order.RELEVANCE, Order.DATE)),
    )


def random_expression(chance: random.Random, depth: int) -> Expression:
    """Return an expression of at most ``depth`` levels above its leaves."""
    if depth == 0 or chance.random() < 0.3:
        return _random_leaf(chance)
    parts = [random_expression(chance, depth - 1) for _ in range(chance.randrange(1, 5))]
    if chance.random() < 0.4:
        return Best(tuple(parts))
    must = chance.randrange(len(parts) + 1)
    should = len(parts) - must
    return Bool(tuple(parts[:must]), tuple(parts[must:]), chance.randint(0, should))


def _random_leaf(chance: random.Random) -> Expression:
    word = chance.choice(PLAIN_TERMS if chance.random() < 0.8 else ODD_TERMS)
    weight = chance.choice((0.5, 1.0, 1.0, 2.0))
    match chance.randrange(4):
        case 0:
            return Phrase("exact", (word, *chance.choices(PLAIN_TERMS, k=chance.randrange(1, 3))), weight)
        case 1:
            return Prefix(chance.choice(FIELDS), word[: chance.randrange(1, 4)], weight)
        case _:
            return Term(chance.choice(FIELDS), word, weight)


def holds(record: Record, node: Expression) -> bool:
    """Return whether the record matches the expression, read off the record itself."""
    match node:
        case Term(field, text):
            return text in record.terms.get(field, ())
        case Phrase(field, words):
            terms = list(record.terms.get(field, ()))
            return any(terms[at : at + len(words)] == list(words) for at in range(len(terms)))
        case Prefix(field, text):
            return any(term.startswith(text) for term in record.terms.get(field, ()))
        case Best(options):
            return any(holds(record, option) for option in options)
        case Bool(must, should):
            held = sum(holds(record, part) for part in should)
            return all(holds(record, part) for part in must) and held >= node.needed


def expected(records: Iterable[Record], asked: Question) -> list[Record]:
    """Return the records that the question's answer must hold, newest first, ties by id."""
    found = [record for record in records if _belongs(record, asked)]
    return sorted(found, key=lambda record: (-record.date, record.id))


def _belongs(record: Record, asked: Question) -> bool:
    return (
        (asked.query is None or holds(record, asked.query))
        and (asked.without is None or not holds(record, asked.without))
        and all(values & set(record.labels.get(label, ())) for label, values in asked.where.items())
    )


def expected_counts(records: Sequence[Record], label: str) -> Mapping[str, int]:
    """Return how many of the records have each value of the label."""
    return Counter(value for record in records for value in set(record.labels.get(label, ())))


def opened(engine: Engine, records: Iterable[Record], folder: Path) -> Reader:
    """Build an index in the folder and open it."""
    engine.build(iter(records), folder)
    return engine.open(folder)


def ids(reader: Reader, query: Expression | None, **options: object) -> list[str]:
    """Return the ids of the answer, in order."""
    return [name for name, _ in reader.search(query, **options).ranked]  # type: ignore[arg-type]


def distinct_terms(number: int, count: int) -> list[str]:
    """Return terms that no other document has."""
    return [f"t{number}-{place}" for place in range(count)]
