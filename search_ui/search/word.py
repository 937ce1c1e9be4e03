"""One word of a question: its forms in every language, its spellings, its pieces. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from indexer.engine import Best, Bool, Expression, Term
from indexer.languages import keys, language
from indexer.languages.base import foldings

from .query import Word
from .wanted import (
    EXACT,
    LEMMA,
    NAME,
    PARTS,
    STEM,
    TITLE,
    How,
    Near,
    Sight,
    Vocabulary,
    Want,
    each,
    sights_of,
    stronger,
)

OTHER_LETTERS = 0.6
"""Share of a word's weight that a spelling with other letters keeps (*vaerktoj* for *værktøj*)."""

CORRECTED = 0.5
"""Share of a word's weight that the library's word keeps that stands in for a word it does not know."""

APART = 0.3
"""Share of a compound's weight that its pieces keep where they stand apart in a document."""

OPTIONAL = 0.2
"""Share of a word's weight that a word of mere grammar keeps beside words with a topic."""

MAX_SPELLINGS = 6
"""Other spellings of one word that are asked for."""


def word_want(clause: Word, vocabulary: Vocabulary, near: Near, *, optional: bool) -> Want:
    """Return the want for one word: itself, its forms in every language, its other spellings.

    A word that the library knows in none of these ways gives way to the nearest that it knows,
    unless a language of the library has it: then it is no error.
    """
    text, languages = clause.text, vocabulary.languages
    share = OPTIONAL if optional else 1.0
    spelled = [_Spelling(text, 1.0)]
    if not optional:
        spelled += (_Spelling(one, OTHER_LETTERS, "letters") for one in _other_spellings(text, vocabulary))
    sights = _seen(spelled, vocabulary)
    is_error = not sights and not optional and not any(language(code).knows(text) for code in languages)
    meant = near(text) if is_error else ()
    if meant:
        spelled += (_Spelling(one, CORRECTED, "correction") for one in meant)
        sights = _seen(spelled, vocabulary)
    if not optional:
        sights = stronger(sights, _pieces_apart(text, vocabulary))
    options = {
        (term.field, term.text): term
        for spelling in reversed(spelled)
        for term in _terms(spelling.text, share * spelling.share, languages)
    }
    titles = tuple(
        Term("title", key, term.weight * TITLE) for (field, key), term in options.items() if field == "lemma"
    )
    apart = () if optional else tuple(_apart(text, languages))
    return Want(
        text=text,
        expression=_with_titles((*options.values(), *apart), titles),
        sights=sights,
        optional=optional,
        near=meant,
    )


@dataclass(frozen=True, slots=True)
class _Spelling:
    """A way to write what was asked for."""

    text: str
    share: float
    """Share of the word's weight that it keeps."""
    how: How | None = None
    """Why it counts, where it is not what was typed."""


def _seen(spelled: Iterable[_Spelling], vocabulary: Vocabulary) -> dict[int, Sight]:
    """Return the library's words that count as found in any of the spellings."""
    sights: dict[int, Sight] = {}
    for spelling in spelled:
        sights = stronger(sights, _forms(spelling, vocabulary))
    return sights


def _apart(word: str, languages: Iterable[str]) -> Iterator[Expression]:
    """Yield, for each language in which the word is a compound, all of its pieces."""
    for pieces in _pieces(word, languages):
        yield Bool(
            must=tuple(
                Best(tuple(Term(field, key, LEMMA * APART) for field in ("lemma", "parts") for key in found))
                for found in pieces
            )
        )


def _pieces_apart(word: str, vocabulary: Vocabulary) -> dict[int, Sight]:
    """Return the library's words that are a piece of the compound."""
    asked = tuple(each(key for pieces in _pieces(word, vocabulary.languages) for key in pieces))
    found = vocabulary.having("lemma", asked) if asked else ()
    return sights_of(found, APART * LEMMA / EXACT, "apart")


def _pieces(word: str, languages: Iterable[str]) -> Iterator[list[tuple[str, ...]]]:
    """Yield the compound's pieces, each with its keys, for each language in which it is one."""
    for code in languages:
        found = [keys(piece, code).lemmas for piece in language(code).pieces(word)]
        if len(found) > 1 and all(found):
            yield found


def _with_titles(found: tuple[Expression, ...], titles: tuple[Term, ...]) -> Expression:
    """Return the word in the text or in a title, where it adds to what the text gives."""
    best = Best(found + titles)
    return Bool(must=(best,), should=(Best(titles),)) if titles else best


def _terms(word: str, share: float, languages: Sequence[str]) -> Iterable[Term]:
    """Yield the word as it is and its keys in each language, each once."""
    yield Term("exact", word, EXACT * share)
    found = [keys(word, code) for code in languages]
    yield from (Term("lemma", key, LEMMA * share) for key in each(key.lemmas for key in found))
    yield from (Term("stem", key, STEM * share) for key in each(key.stems for key in found))
    yield from (Term("parts", key, PARTS * share) for key in each(key.lemmas for key in found))
    yield from (Term("exact", name, NAME * share) for name in names(word, languages))


def names(word: str, languages: Sequence[str]) -> Iterable[str]:
    """Yield dictionary forms that stand unchanged in texts of other languages too.

    *Kwidzynie* is a form of *Kwidzyn*, which Danish and English texts write as it is. Those are
    the forms that no other language has as a word of its own: Polish *domu* must not find *dom*.
    """
    for code in languages:
        for form in (key.partition(":")[2] for key in keys(word, code).lemmas):
            if form != word and not any(language(other).knows(form) for other in languages if other != code):
                yield form


def _forms(spelling: _Spelling, vocabulary: Vocabulary) -> dict[int, Sight]:
    """Return the library's words that share a key with the word, the nearest relation counting."""
    word, share = spelling.text, spelling.share
    found = [keys(word, code) for code in vocabulary.languages]
    lemmas = tuple(each(key.lemmas for key in found))
    stems = tuple(each(key.stems for key in found))
    relations: tuple[tuple[str, tuple[str, ...], float, How], ...] = (
        ("lemma", lemmas, LEMMA, "form"),
        ("stem", stems, STEM, "stem"),
        ("parts", lemmas, PARTS, "part"),
    )
    sights = sights_of(vocabulary.written(word), share, spelling.how or "typed")
    for name in names(word, vocabulary.languages):
        basic = sights_of(vocabulary.written(name), share * NAME / EXACT, spelling.how or "form")
        sights = stronger(sights, basic)
    for field, asked, weight, how in relations:
        related = vocabulary.having(field, asked) if asked else ()
        weaker = sights_of(related, share * weight / EXACT, spelling.how or how)
        sights = stronger(sights, weaker)
    return sights


def _other_spellings(word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the library's words that differ only in letters a keyboard may lack, either way."""
    plainer = [plain for plain in sorted(foldings(word)) if plain != word and vocabulary.written(plain)]
    richer = [rich for rich in vocabulary.unfolded(word) if rich != word]
    return tuple(each([richer, plainer]))[:MAX_SPELLINGS]
