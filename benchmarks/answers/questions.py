"""Questions of the kinds that people ask, made from the documents that shall be found."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from indexer.languages import language
from indexer.languages.base import words
from indexer.thesaurus.glossary import load

from .asked import Asked

ROOT = Path(__file__).parents[2]
EACH = 40
"""Questions of each kind."""
_LETTERS = "enaritosdlkgmvpu"


def questions(folder: Path) -> list[Asked]:
    """Return ``EACH`` questions of each kind; the same library gives the same questions."""
    chance = random.Random(4)
    texts = [
        (file.parts[-3], [word.text for word in words(file.read_text(encoding="utf-8"))])
        for file in chance.sample(sorted(folder.rglob("*.txt")), 300)
    ]
    return [Asked(kind, *one) for kind, make in KINDS.items() for one in _some(make, texts, chance)]


Text = tuple[str, Sequence[str]]
"""A document: its language and its words."""
Made = tuple[str, tuple[str, ...]] | tuple[str, tuple[str, ...], str]
"""A question: text, words, and the language that is wanted."""


def _some(
    make: Callable[[Sequence[Text], random.Random], Iterator[Made]],
    texts: Sequence[Text],
    chance: random.Random,
) -> Iterator[Made]:
    made = make(texts, chance)
    for _ in range(EACH):
        yield next(made)


def _topical(text: Text, chance: random.Random, count: int) -> list[str]:
    """Return words of one document that are no grammar, as common as they come."""
    code, held = text
    found = [word for word in held if len(word) > 3 and word.isalpha() and not _is_grammar(word, code)]
    return chance.sample(sorted(set(found)), count)


def _is_grammar(word: str, code: str) -> bool:
    return word in language(code).stopwords


def _words(count: int) -> Callable[[Sequence[Text], random.Random], Iterator[Made]]:
    def made(texts: Sequence[Text], chance: random.Random) -> Iterator[Made]:
        while True:
            found = _topical(chance.choice(texts), chance, count)
            yield " ".join(found), tuple(found)

    return made


def _common(texts: Sequence[Text], chance: random.Random) -> Iterator[Made]:
    """Yield pairs of words that half of a language's documents hold."""
    for code, some in _by_language(texts).items():
        held = sorted(
            {word for text in some for word in text if len(word) > 4 and not _is_grammar(word, code)}
        )
        often = {word: sum(word in text for text in some) for word in held}
        top = sorted(held, key=lambda word: -often[word])[:40]
        for _ in range(-(-EACH // 3)):
            pair = tuple(chance.sample(top, 2))
            yield " ".join(pair), pair


def _by_language(texts: Sequence[Text]) -> Mapping[str, list[set[str]]]:
    found: dict[str, list[set[str]]] = {}
    for code, text in texts:
        found.setdefault(code, []).append(set(text))
    return found


def _phrases(texts: Sequence[Text], chance: random.Random) -> Iterator[Made]:
    while True:
        code, held = chance.choice(texts)
        length = chance.choice((2, 2, 3, 4))
        start = chance.randrange(len(held) - length)
        phrase = tuple(held[start : start + length])
        if not all(_is_grammar(word, code) for word in phrase):
            yield f'"{" ".join(phrase)}"', phrase


def _beginnings(texts: Sequence[Text], chance: random.Random) -> Iterator[Made]:
    while True:
        (word,) = _topical(chance.choice(texts), chance, 1)
        start = word[: chance.choice((3, 4, 5))]
        yield f"{start}*", (start,)


def _mistyped(texts: Sequence[Text], chance: random.Random) -> Iterator[Made]:
    while True:
        first, second = _topical(chance.choice(texts), chance, 2)
        place = chance.randrange(1, len(first))
        wrong = first[:place] + chance.choice(_LETTERS) + first[place + chance.choice((0, 1)) :]
        if len(first) > 5 and wrong != first:
            yield f"{wrong} {second}", (wrong, second)


def _filtered(texts: Sequence[Text], chance: random.Random) -> Iterator[Made]:
    while True:
        text = chance.choice(texts)
        found = _topical(text, chance, 2)
        yield " ".join(found), tuple(found), text[0]


def _grammar(_texts: Sequence[Text], chance: random.Random) -> Iterator[Made]:
    """Yield questions of grammar alone, and of grammar with one word that says something."""
    while True:
        code, held = chance.choice(_texts)
        found = [word for word in dict.fromkeys(held) if _is_grammar(word, code)]
        asked = (*chance.sample(found, 3), *_topical((code, held), chance, chance.choice((0, 1, 1))))
        yield " ".join(asked), asked


def _across(_texts: Sequence[Text], chance: random.Random) -> Iterator[Made]:
    """Yield terms of the glossary, which leads into the other languages."""
    concepts = [
        one for one in load(ROOT / "corpus/glossary.tsv").concepts if {"da", "pl", "en"} <= set(one.labels)
    ]
    while True:
        code = chance.choice(("da", "pl", "en"))
        asked = " ".join(concept.labels[code][0].rstrip("*") for concept in chance.sample(concepts, 2))
        yield asked, tuple(word.text for word in words(asked))


def _sentences(_texts: Sequence[Text], chance: random.Random) -> Iterator[Made]:
    """Yield what the questions of the yardstick ask, in words of their own."""
    files = sorted((ROOT / "tests/evaluation").glob("questions-*.tsv"))
    rows = [row.split("\t") for file in files for row in file.read_text(encoding="utf-8").splitlines()[1:]]
    plain = [row[5] for row in rows if "question" in row[3].split(",") and '"' not in row[5]]
    for text in chance.sample(plain, EACH):
        yield text, tuple(word.text for word in words(text))


KINDS: Mapping[str, Callable[[Sequence[Text], random.Random], Iterator[Made]]] = {
    "two words": _words(2),
    "three words": _words(3),
    "two common words": _common,
    "a sentence": _sentences,
    "phrase": _phrases,
    "prefix": _beginnings,
    "typing error": _mistyped,
    "language filter": _filtered,
    "stop words": _grammar,
    "cross-language": _across,
}
"""Every kind of question and what makes its questions."""
