"""Every weight of an answer, in one value: what counts, and how much. Pure.

A weight or share of 0 leaves its part out, a factor of 1 too; so ``tests/evaluation`` tells what each
part buys, and chooses weights on one half of its questions.
"""

from __future__ import annotations

from dataclasses import dataclass

from indexer.thesaurus import How


@dataclass(frozen=True, slots=True)
class Weights:
    """How much each part of an answer counts.

    Source of ``exact``, ``letters``, ``corrected``, ``doubted``, ``most``, ``few``, ``glossary``,
    ``passage``, ``together``, ``again`` and ``support``: the best, or within chance of the best, of the
    values that were tried on the tuning questions, by ``python -m tests.evaluation.tune`` and beside it;
    ``glossary`` is held just below a form of the word that was typed. ``few`` ranks alike from 40 on
    and finds more: with 100 nearly all that answers is among the first hundred. Less would leave facets and
    the number of documents telling more in a small library. ``own_language`` was best at 1 and
    is kept above it, because readers prefer their own language and the questions' judges did not. Other
    values of ``compound``, ``of_several`` and ``title`` made no difference that could not be chance. All
    others are set by hand and not yet tried.
    """

    exact: float = 1.1
    """The word as typed, in recall; it comes before its other forms, so it is never below ``lemma``."""
    lemma: float = 1.0
    """A form of the same word."""
    name: float = 0.9
    """The dictionary form of a name, which stands unchanged in texts of other languages too."""
    stem: float = 0.5
    """A word that shares the stem: the weakest evidence of one word."""
    parts: float = 0.4
    """A compound that holds the word."""
    title: float = 0.6
    """A word in a title, heading or file name; it adds to what the text gives."""
    whole: float = 0.6
    """Words side by side that a hyphen joined in the question, on top of theirs."""

    letters: float = 0.9
    """Share of a word's weight that a spelling with other letters keeps (*vaerktoj* for *værktøj*)."""
    corrected: float = 0.9
    """Share that the library's word keeps that stands in for a word it does not know."""
    doubted: float = 0.6
    """The same for a word that its language has and the library has not: *rein* where *rain* is told of."""
    apart: float = 0.3
    """Share of a compound's weight that its pieces keep where they stand apart in a document."""
    optional: float = 0.2
    """Share that a word of mere grammar keeps beside words with a topic."""

    glossary: float = 0.95
    """Share that what another language calls a word keeps, where the glossary leads there."""
    dictionary: float = 0.4
    """The same, where a dictionary does."""
    pivot: float = 0.3
    """The same, where two dictionaries do, by way of English."""
    compound: float = 0.3
    """The same, where a compound was translated by its parts."""
    cognate: float = 0.3
    """The same, where two languages write nearly the same word."""
    of_several: float = 0.7
    """Share of its strength that one word of an alternative of several words keeps."""

    most: float = 0.5
    """Share of the needed words that "most of them" means: 1 of 2, 2 of 3, 2 of 4, 3 of 5. With 0 every
    needed word is asked for, whether anything is found or not."""
    few: int = 100
    """Documents with all words below which those with most or some are found too: ten pages of hits."""

    passage: float = 0.75
    """Share of a hit's score that comes from its best passage, 0–1; the rest is the engine's."""
    together: float = 0.2
    """Share of a passage's score for words that stand close together; the rest is which words it holds."""
    again: float = 0.25
    """What a passage gains for a word that it says again and again: half of it for the second time."""
    support: float = 0.2
    """Share of its score that the second best passage adds to the best."""
    in_order: float = 0.5
    """Share of ``together`` that is kept by words in another order than asked for."""
    alone: float = 0.5
    """Closeness of a single word, between words that stand together and words that stand apart."""
    own_language: float = 1.05
    """Factor for a document in the language of the question: a preference, never a gate."""
    repeated: float = 0.25
    """Factor for a passage that answers only with what other documents say word for word. Every
    newsletter of a series opens alike: that is no answer while another one is there.

    Source: set by hand on two newsletters of one series."""

    def bridge(self, how: How) -> float:
        """Return the share that a translation keeps, by the way that led there."""
        shares: dict[How, float] = {
            "glossary": self.glossary,
            "dictionary": self.dictionary,
            "pivot": self.pivot,
            "parts": self.compound,
            "cognate": self.cognate,
        }
        return shares[how]


WEIGHTS = Weights()
"""Those that are in use."""
