"""A library of made-up documents in three languages, whose words are as common as those of real ones.

The frequent words and their shares are those of the shipped corpus, the rare ones come from word
lists, the whole falls as in natural language. A document keeps to a topic; it names places, people,
years and sums, takes some sentences from the corpus, and ends with a notice that others have too.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import numpy as np
from simplemma.strategies.dictionaries import DefaultDictionaryFactory

from indexer.languages.base import words

LANGUAGES = ("da", "pl", "en")
CORPUS = Path(__file__).parents[2] / "corpus" / "documents"
WORDS = 800
"""Of a document, on average: about 8 KB."""
RARE = 40_000
"""Words of each language beside those of the corpus."""
TOPIC = 60
"""Words that a document comes back to."""
NOTICES = 20
"""Paragraphs of each language that many documents share."""
KINDS = {
    "da": ("Nyhedsbrev", "Rapport", "Handlingsplan", "Artikel", "Tjekliste", "Notat"),
    "pl": ("Biuletyn", "Raport", "Plan działań", "Artykuł", "Poradnik", "Notatka"),
    "en": ("Newsletter", "Report", "Action plan", "Article", "Checklist", "Memo"),
}
PLACES = """Slagelse Kwidzyn Malbork Tczew Sorø Roskilde Karlshamn Kalmar Gdańsk Elbląg Hillerød Ringsted Køge
    Sztum Prabuty Bornholm Växjö Klaipėda Vordingborg Olsztyn""".split()
PEOPLE = """Jensen Nielsen Kowalska Nowak Wiśniewski Lindqvist Andersson Petersen Zielińska Sørensen
    Kamińska Møller Dąbrowski Holm""".split()

_TOLD = re.compile(r"<(script|style).*?</\1>|<[^>]*>|^---.*?^---$", re.DOTALL | re.MULTILINE)
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n")


@dataclass(frozen=True, slots=True)
class Speech:
    """The words of one language, the most common first, and how common each is."""

    words: Sequence[str]
    shares: np.ndarray[tuple[int], np.dtype[np.float64]]
    """Shares of the words up to each, rising to 1."""
    sentences: Sequence[Sequence[str]]
    """What the corpus says."""

    def draw(self, chance: np.random.Generator, count: int) -> list[str]:
        """Return words as they are common."""
        return [self.words[place] for place in np.searchsorted(self.shares, chance.random(count)).tolist()]


def speech(code: str) -> Speech:
    """Return what documents of the language are made of."""
    text = "\n".join(_TOLD.sub(" ", file.read_text("utf-8", "ignore")) for file in _files(code))
    sentences = [tuple(word.text for word in words(piece)) for piece in _SENTENCE.split(text)]
    counts = Counter(word for sentence in sentences for word in sentence)
    listed = sorted(word.lower() for word in DefaultDictionaryFactory().get_dictionary(code))
    rare = [word for word in listed if 3 < len(word) < 24 and word.isalpha() and word not in counts]
    common = [word for word, _ in counts.most_common()]
    held = common + random.Random(code).sample(list(dict.fromkeys(rare)), RARE)
    # Zipf's law with Mandelbrot's shift; where the corpus has a word often enough, its own share.
    shares = 1 / (np.arange(len(held)) + 2.7)
    for place, word in enumerate(common):
        if counts[word] >= 10:
            shares[place] = counts[word] / counts.total() * shares.sum()
    return Speech(held, np.cumsum(shares / shares.sum()), [one for one in sentences if 5 < len(one) < 30])


def _files(code: str) -> list[Path]:
    found = (CORPUS / code).rglob("*")
    return sorted(file for file in found if file.suffix in (".txt", ".md", ".html"))


def write(folder: Path, size: int) -> None:
    """Write a library of so many text files; the same size gives the same files."""
    for path, text in documents(size):
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def documents(size: int) -> Iterator[tuple[PurePosixPath, str]]:
    """Yield the path and the text of each document."""
    speeches = {code: speech(code) for code in LANGUAGES}
    chance = np.random.default_rng(1)
    notices = {
        code: [_paragraph(one.draw(chance, 45)) for _ in range(NOTICES)] for code, one in speeches.items()
    }
    for number in range(size):
        code = LANGUAGES[number % len(LANGUAGES)]
        kind = KINDS[code][number % 7 % len(KINDS[code])]
        topic = [speeches[code].words[place] for place in chance.integers(150, 12_000, TOPIC) if place < RARE]
        title = f"{kind} {number}: {' '.join(topic[:4])}"
        paragraphs = list(_paragraphs(chance, speeches, code, topic))
        dated = f"{1 + number % 28}.{1 + number % 12}.{2004 + number % 20}"
        text = [title, f"{PLACES[number % len(PLACES)]}, {dated}", *paragraphs]
        text.append(notices[code][number % NOTICES])
        yield PurePosixPath(code, f"{number % 50:02}", f"{number:06}.txt"), "\n\n".join(text) + "\n"


def _paragraphs(
    chance: np.random.Generator, speeches: dict[str, Speech], code: str, topic: Sequence[str]
) -> Iterator[str]:
    """Yield paragraphs; one in forty is in another language."""
    left = int(chance.normal(WORDS, WORDS / 4))
    while left > 0:
        spoken = code if chance.random() < 0.975 else LANGUAGES[int(chance.integers(len(LANGUAGES)))]
        size = int(chance.integers(40, 100))
        said = [*_sentences(chance, speeches[spoken], topic if spoken == code else (), size)]
        yield " ".join(said)
        left -= size


def _sentences(chance: np.random.Generator, speech: Speech, topic: Sequence[str], size: int) -> Iterator[str]:
    while size > 0:
        if chance.random() < 0.2:
            said = list(speech.sentences[int(chance.integers(len(speech.sentences)))])
        else:
            said = speech.draw(chance, int(chance.integers(7, 20)))
        yield _sentence(chance, said, topic)
        size -= len(said)


def _sentence(chance: np.random.Generator, said: list[str], topic: Sequence[str]) -> str:
    """Return the words with some exchanged for the topic's, for names and for numbers."""
    for place, turn in enumerate(chance.random(len(said)).tolist()):
        if turn < 0.12 and topic:
            said[place] = topic[int(chance.integers(len(topic)))]
        elif turn > 0.98:
            said[place] = (PLACES, PEOPLE)[int(chance.integers(2))][int(chance.integers(14))]
        elif turn > 0.965:
            said[place] = str(int(chance.choice((2000 + chance.integers(25), chance.integers(900_000)))))
    return _paragraph(said)


def _paragraph(said: Sequence[str]) -> str:
    text = " ".join(said)
    return f"{text[:1].upper()}{text[1:]}."
