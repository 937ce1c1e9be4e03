"""Which language each passage of a document is written in.

Two voices speak: the words that carry structure (each language's stop list), and the character
profiles of langdetect, restricted to the candidates and seeded. The document as a whole, and the
language that it states, are priors: they decide where a passage is too short to speak for itself.

Share of right answers, six candidates, on two cores in 1 ms a passage:

    one passage and nothing else    1–3 words .78    4–7 .96    8–15 .99    16–60 1.00
    passages of mixed documents     program messages .98, the example corpus 1.00

Sources: the sentences of the message catalogues that Debian's base programs bring in the six
languages (150 to 300 a row and language), and the example corpus in en, da and pl, both also put
together at random to 60 documents of 8 to 24 passages of which 2 to 4 are in a second language.
"""

from __future__ import annotations

import functools
import itertools
import math
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from langdetect import DetectorFactory, LangDetectException  # type: ignore[import-untyped]  # has no types
from langdetect.detector import Detector  # type: ignore[import-untyped]  # has no types
from langdetect.detector_factory import PROFILES_DIRECTORY  # type: ignore[import-untyped]  # has no types
from langdetect.utils.ngram import NGram  # type: ignore[import-untyped]  # has no types

from indexer.languages import CACHED_WORDS, LANGUAGES

_SPOKEN = re.compile(r"(?<![\w'’])[^\W\d_]+(?![\w'’])")
"""A word of letters alone: what stands beside a digit or an apostrophe is a name or half a word."""

SAMPLE = 1_200
"""Characters of a passage that are looked at; about a passage of 180 words."""

SHORT = 4
"""Fewer words than these never decide for themselves."""

SENTENCES = 8
"""Words of a passage that holds real sentences and not a name or a label."""

MISSING_WORD = 2.0
"""How much, in natural logarithms, a stop word of other languages speaks against a language.

Between 1 and 2.5, ``LEAST`` between .005 and .05 and ``MARGIN`` between .5 and 2 the answers above
differ by less than .005.
"""

LEAST = 0.02
"""Probability that is left to a language of which nothing speaks, so that no voice rules alone."""

MARGIN = 1.0
"""Lead of the best language over the next, in natural logarithms, below which it is undecided."""

_PROFILES = Path(PROFILES_DIRECTORY)

LOUDEST = MARGIN - math.log(LEAST)
"""Lead by words, in natural logarithms, that letters cannot turn into doubt; they are then not asked,
which spares most passages of prose the dearest step of a build."""

Scores = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Detected:
    """The languages of a document, as ISO 639-1 codes."""

    languages: tuple[str, ...]
    """One per passage."""
    main: str
    """The language of most of the text."""
    present: tuple[str, ...]
    """Every language with at least one passage of sentences; the main one first, then by share."""


@dataclass(frozen=True, slots=True)
class _Passage:
    """What one passage says about its language."""

    words: int
    scores: Scores


def detect(
    texts: Sequence[str], *, stated: str | None = None, candidates: Sequence[str] = tuple(LANGUAGES)
) -> Detected:
    """Name the language of each passage of one document.

    ``stated`` is what the document says of itself (``da``, ``da-DK``): believed where the text
    does not speak against it. Every answer is one of the candidates. The same texts always give
    the same answer, in any number of threads.
    """
    known = tuple(dict.fromkeys(candidates)) or tuple(LANGUAGES)
    passages = [_listen(text, known) for text in texts]
    prior = _prior(passages, known, _code(stated))
    firm = [_decided(passage, prior) for passage in passages]
    shares = _shares(passages, firm, known)
    main = max(known, key=lambda code: (shares[code], prior[code], sum(one.scores[code] for one in passages)))
    names = tuple(_settled(passages, firm, main))
    return Detected(names, main, _present(passages, names, main, shares))


def _code(stated: str | None) -> str:
    return (stated or "").strip().lower().replace("_", "-").partition("-")[0]


def _listen(text: str, candidates: tuple[str, ...]) -> _Passage:
    sample = text[:SAMPLE]
    spoken = _SPOKEN.findall(unicodedata.normalize("NFC", sample).lower())
    by_words = _by_words(spoken, candidates)
    if _lead(by_words) > LOUDEST:
        return _Passage(len(spoken), by_words)
    by_letters = _by_letters(" ".join(spoken), candidates)
    return _Passage(len(spoken), {code: by_words[code] + by_letters[code] for code in candidates})


def _lead(scores: Scores) -> float:
    best, *rest = sorted(scores.values(), reverse=True)
    return best - rest[0] if rest else math.inf


def _by_words(spoken: Sequence[str], candidates: tuple[str, ...]) -> Scores:
    """Return how much the stop words of other languages speak against each language."""
    speaking = Counter(map(_structure().get, spoken))
    heard = [
        (codes, times) for codes, times in speaking.items() if codes and not codes.isdisjoint(candidates)
    ]
    return {
        code: -MISSING_WORD * sum(times for codes, times in heard if code not in codes) for code in candidates
    }


@functools.cache
def _structure() -> Mapping[str, frozenset[str]]:
    """Return the languages that have each stop word."""
    listed: dict[str, set[str]] = defaultdict(set)
    for code, speech in LANGUAGES.items():
        for word in speech.stopwords:
            listed[word].add(code)
    return {word: frozenset(codes) for word, codes in listed.items()}


def _by_letters(text: str, candidates: tuple[str, ...]) -> Scores:
    """Return the logarithm of langdetect's probability of each language."""
    found: dict[str, float] = {}
    profiled = tuple(code for code in candidates if (_PROFILES / code).is_file())
    if len(profiled) > 1:
        detector = _Detector(_profiles(profiled), text)
        try:
            found = {guess.lang: guess.prob for guess in detector.get_probabilities()}
        except LangDetectException:  # No letters that any profile knows.
            found = {}
    return {code: math.log(max(found.get(code, 0.0), LEAST)) for code in candidates}


class _Detector(Detector):  # type: ignore[misc]  # has no types
    """langdetect for a text of words in lower case with one blank between any two.

    It takes such a text to pieces letter by letter; pieces of a word are the same wherever it stands,
    so that each word is taken to pieces once.
    """

    def __init__(self, factory: DetectorFactory, text: str) -> None:
        super().__init__(factory)
        self.text = text

    def _extract_ngrams(self) -> list[str]:
        if any(map(str.isupper, self.text)):
            pieces: list[str] = super()._extract_ngrams()
            return pieces
        text = self.text.translate(_NORMALISED)
        *words, last = text.split(" ")
        known = self.word_lang_prob_map
        before = itertools.chain.from_iterable(map(_pieces, filter(None, words)))
        return [piece for piece in itertools.chain(before, _inside(last)) if piece in known]


class _Normalised(dict[int, str]):
    """What langdetect makes of each letter; found out when it is first met."""

    def __missing__(self, code: int) -> str:
        letter: str = NGram.normalize(chr(code))
        self[code] = letter
        return letter


_NORMALISED = _Normalised()


@functools.lru_cache(maxsize=CACHED_WORDS)
def _pieces(word: str) -> tuple[str, ...]:
    """Return the runs of one, two and three letters that end at each letter of a word, and behind it."""
    return (*_inside(word), f"{word[-1]} ", f" {word}"[-2:] + " ")


def _inside(word: str) -> Iterator[str]:
    spoken = f" {word}"
    for end in range(2, len(spoken) + 1):
        yield from (spoken[end - size : end] for size in (1, 2, 3) if size <= end)


@functools.cache
def _profiles(candidates: tuple[str, ...]) -> DetectorFactory:
    """Return langdetect with the profiles of the candidates alone, and without its randomness."""
    factory = DetectorFactory()
    factory.set_seed(0)
    factory.load_json_profile([(_PROFILES / code).read_text(encoding="utf-8") for code in candidates])
    return factory


def _prior(passages: Sequence[_Passage], candidates: tuple[str, ...], stated: str) -> Scores:
    """Return what the whole document says before one of its passages is read."""
    alone = [max(candidates, key=passage.scores.__getitem__) for passage in passages]
    shares = _shares(passages, alone, candidates)
    total = sum(shares.values()) or 1
    return {
        code: math.log(shares[code] / total + (LEAST * 2 if code == stated else LEAST)) for code in candidates
    }


def _shares(
    passages: Sequence[_Passage], names: Sequence[str | None], candidates: tuple[str, ...]
) -> Mapping[str, int]:
    """Return the number of words in each language."""
    counts = dict.fromkeys(candidates, 0)
    for passage, name in zip(passages, names, strict=True):
        if name is not None and passage.words >= SHORT:
            counts[name] += passage.words
    return counts


def _decided(passage: _Passage, prior: Scores) -> str | None:
    """Return the passage's language if it speaks clearly, with the document in mind."""
    scores = {code: score + prior[code] for code, score in passage.scores.items()}
    best, *rest = sorted(scores, key=lambda code: -scores[code])
    clear = not rest or scores[best] - scores[rest[0]] >= MARGIN
    return best if clear and passage.words >= SHORT else None


def _settled(passages: Sequence[_Passage], firm: Sequence[str | None], main: str) -> Iterator[str]:
    """Yield each passage's language; an undecided one speaks as the document or as a neighbour."""
    before = itertools.accumulate(firm, _latest, initial=main)
    after = reversed(tuple(itertools.accumulate(reversed(firm), _latest, initial=main))[:-1])
    for passage, own, *neighbours in zip(passages, firm, before, after, strict=False):
        yield own or max((main, *neighbours), key=passage.scores.__getitem__)


def _latest(last: str, name: str | None) -> str:
    return name or last


def _present(
    passages: Sequence[_Passage], names: Sequence[str], main: str, shares: Mapping[str, int]
) -> tuple[str, ...]:
    spoken = {name for passage, name in zip(passages, names, strict=True) if passage.words >= SENTENCES} - {
        main
    }
    return (main, *sorted(spoken, key=lambda code: (-shares[code], code)))
