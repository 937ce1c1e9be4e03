"""One word of a question: its forms in every language, its spellings, its pieces. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from indexer.engine import Best, Bool, Expression, Term
from indexer.languages import keys, language
from indexer.languages.base import foldings

from .letters import restored
from .query import Word
from .wanted import How, Near, Sight, Vocabulary, Want, each, sights_of, stronger
from .weights import WEIGHTS, Weights

MAX_SPELLINGS = 6
"""Other spellings of one word that are asked for."""

REMEMBERED = 4_096
"""Words whose names and pieces are kept: a question asks for those of each of its words twice."""


def word_want(
    clause: Word,
    vocabulary: Vocabulary,
    near: Near,
    likely: Sequence[str] = (),
    *,
    optional: bool,
    weights: Weights = WEIGHTS,
) -> Want:
    """Return the want for one word: itself, its forms in every language, its other spellings.

    A word that the library knows in none of these ways gives way to the nearest that it knows. One that
    a language has in which the question is ``likely`` need be no error: then only words of those
    languages are near, and they count less. *Strom* is an error in an English question, *cola* is none.
    """
    text, languages = clause.text, vocabulary.languages
    share = weights.optional if optional else 1.0
    read = _read(text, vocabulary, weights, optional=optional)
    if not (read.sights or optional):
        read = _corrected(read, vocabulary, near, likely or languages, weights)
    sights = read.sights
    if not optional and weights.apart:
        sights = stronger(sights, _pieces_apart(text, vocabulary, weights))
    options = {
        (term.field, term.text): term
        for spelling in reversed(read.spelled)
        for term in _terms(spelling.text, share * spelling.share, languages, weights)
    }
    titles = tuple(_titles(read.spelled, share * weights.title, languages))
    apart = tuple(_apart(text, languages, weights)) if weights.apart and not optional else ()
    together = (_all(read.joined, languages, weights),) if read.joined else ()
    return Want(
        text=text,
        expression=_with_titles((*options.values(), *apart, *together), titles),
        sights=sights,
        optional=optional,
        near=read.near,
        meant=read.meant,
        kept=read.kept,
    )


@dataclass(frozen=True, slots=True)
class _Spelling:
    """A way to write what was asked for."""

    text: str
    share: float
    """Share of the word's weight that it keeps."""
    how: How | None = None
    """Why it counts, where it is not what was typed."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What a typed word is taken for."""

    spelled: tuple[_Spelling, ...]
    """The ways to write it, the one typed first."""
    sights: Mapping[int, Sight]
    """What the library has of them."""
    meant: str
    """As its language writes it, with its letters and without a typing error."""
    kept: float = 1.0
    """Share of its weight that what is meant keeps."""
    near: tuple[str, ...] = ()
    """What it is an error for."""
    joined: tuple[_Spelling, ...] = ()
    """The words that were typed as one."""


def _read(text: str, vocabulary: Vocabulary, weights: Weights, *, optional: bool) -> _Read:
    """Return the word as it was typed and with the letters that a keyboard may lack."""
    has_it = any(language(code).knows(text) for code in vocabulary.languages)
    is_known = has_it or bool(vocabulary.written(text))
    meant = None if is_known else restored(text, vocabulary.languages)
    other = [] if optional else list(_other_spellings(text, vocabulary))
    if meant and meant not in other:
        other.append(meant)
    spelled = [_Spelling(text, 1.0)]
    if weights.letters:
        spelled += (_Spelling(one, weights.letters, "letters") for one in other)
    if not is_known and not meant:
        meant = next((one.text for one in spelled[1:]), None)
    return _Read(
        spelled=tuple(spelled),
        sights=_seen(spelled, vocabulary, weights),
        meant=meant or text,
        kept=weights.letters if meant else 1.0,
    )


def _corrected(
    read: _Read, vocabulary: Vocabulary, near: Near, likely: Sequence[str], weights: Weights
) -> _Read:
    """Return a word that the library lacks with the nearest that it has, if it may be an error for them."""
    text = read.spelled[0].text
    if read.meant != text and any(language(code).knows(read.meant) for code in likely):
        return read
    is_word = any(language(code).knows(text) for code in likely)
    kept = weights.doubted if is_word else weights.corrected
    nearest = near(text) if kept else ()
    if is_word:
        nearest = tuple(one for one in nearest if _is_written(one, likely, vocabulary))
    if not nearest:
        return read
    words = tuple(_Spelling(word, kept, "correction") for one in nearest for word in one.split())
    is_joined = any(" " in one for one in nearest)
    return _Read(
        spelled=read.spelled if is_joined else (*read.spelled, *words),
        sights=_seen((*read.spelled, *words), vocabulary, weights),
        meant=nearest[0],
        kept=kept,
        near=nearest,
        joined=words if is_joined else (),
    )


def _seen(spelled: Iterable[_Spelling], vocabulary: Vocabulary, weights: Weights) -> dict[int, Sight]:
    """Return the library's words that count as found in any of the spellings."""
    sights: dict[int, Sight] = {}
    for spelling in spelled:
        sights = stronger(sights, _forms(spelling, vocabulary, weights))
    return sights


def _apart(word: str, languages: tuple[str, ...], weights: Weights) -> Iterator[Expression]:
    """Yield, for each language in which the word is a compound, all of its pieces."""
    for pieces in _pieces(word, languages):
        yield Bool(
            must=tuple(
                Best(tuple(Term(field, key, weights.apart) for field in ("lemma", "parts") for key in found))
                for found in pieces
            )
        )


def _is_written(word: str, languages: Sequence[str], vocabulary: Vocabulary) -> bool:
    """Return whether documents of one of the languages hold the word."""
    return any(found.language in languages for found in vocabulary.written(word))


def _all(spelled: Iterable[_Spelling], languages: tuple[str, ...], weights: Weights) -> Expression:
    """Return what holds each of several words that were typed as one."""
    return Bool(must=tuple(Best(tuple(_terms(one.text, one.share, languages, weights))) for one in spelled))


def _pieces_apart(word: str, vocabulary: Vocabulary, weights: Weights) -> dict[int, Sight]:
    """Return the library's words that are a piece of the compound."""
    asked = tuple(each(key for pieces in _pieces(word, vocabulary.languages) for key in pieces))
    found = vocabulary.having("lemma", asked) if asked else ()
    return sights_of(found, weights.apart / weights.exact, "apart")


@lru_cache(maxsize=REMEMBERED)
def _pieces(word: str, languages: tuple[str, ...]) -> tuple[list[tuple[str, ...]], ...]:
    """Return the compound's pieces, each with its keys, for each language in which it is one."""
    found = ([keys(piece, code).lemmas for piece in language(code).pieces(word)] for code in languages)
    return tuple(pieces for pieces in found if len(pieces) > 1 and all(pieces))


def _with_titles(found: tuple[Expression, ...], titles: tuple[Term, ...]) -> Expression:
    """Return the word in the text or in a title, where it adds to what the text gives."""
    best = Best(found + titles)
    return Bool(must=(best,), should=(Best(titles),)) if titles else best


def _terms(word: str, share: float, languages: tuple[str, ...], weights: Weights) -> Iterable[Term]:
    """Yield the word as it is and its keys in each language, each once."""
    yield Term("exact", word, weights.exact * share)
    for field, asked, weight, _ in _relations(word, languages, weights):
        yield from (Term(field, key, weight * share) for key in asked)
    if weights.name:
        yield from (Term("exact", name, weights.name * share) for name in names(word, languages))


def _relations(
    word: str, languages: Iterable[str], weights: Weights
) -> Iterator[tuple[str, tuple[str, ...], float, How]]:
    """Yield in which fields the word's keys may stand, with their weights: the parts that are left in."""
    found = [keys(word, code) for code in languages]
    lemmas = tuple(each(key.lemmas for key in found))
    stems = tuple(each(key.stems for key in found))
    if weights.lemma and lemmas:
        yield "lemma", lemmas, weights.lemma, "form"
    if weights.stem and stems:
        yield "stem", stems, weights.stem, "stem"
    if weights.parts and lemmas:
        yield "parts", lemmas, weights.parts, "part"


def _titles(spelled: Sequence[_Spelling], weight: float, languages: Sequence[str]) -> Iterator[Term]:
    """Yield what a title or heading may hold of the word, each once, as its best spelling has it."""
    shares = {
        key: spelling.share
        for spelling in reversed(spelled)
        for key in each(keys(spelling.text, code).lemmas for code in languages)
    }
    if weight:
        yield from (Term("title", key, weight * share) for key, share in shares.items())


@lru_cache(maxsize=REMEMBERED)
def names(word: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return dictionary forms that stand unchanged in texts of other languages too.

    *Kwidzynie* is a form of *Kwidzyn*, which Danish and English texts write as it is. Those are
    the forms that no other language has as a word of its own: Polish *domu* must not find *dom*.
    """
    return tuple(
        form
        for code in languages
        for form in (key.partition(":")[2] for key in keys(word, code).lemmas)
        if form != word and not any(language(other).knows(form) for other in languages if other != code)
    )


def _forms(spelling: _Spelling, vocabulary: Vocabulary, weights: Weights) -> dict[int, Sight]:
    """Return the library's words that share a key with the word, the nearest relation counting."""
    word, share = spelling.text, spelling.share
    sights = sights_of(vocabulary.written(word), share, spelling.how or "typed")
    for name in names(word, vocabulary.languages) if weights.name else ():
        basic = sights_of(
            vocabulary.written(name), share * weights.name / weights.exact, spelling.how or "form"
        )
        sights = stronger(sights, basic)
    for field, asked, weight, how in _relations(word, vocabulary.languages, weights):
        related = vocabulary.having(field, asked)
        weaker = sights_of(related, share * weight / weights.exact, spelling.how or how)
        sights = stronger(sights, weaker)
    return sights


def _other_spellings(word: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the library's words that differ only in letters a keyboard may lack, either way."""
    plainer = [plain for plain in sorted(foldings(word)) if plain != word and vocabulary.written(plain)]
    richer = [rich for rich in vocabulary.unfolded(word) if rich != word]
    return tuple(each([richer, plainer]))[:MAX_SPELLINGS]
