"""A document as somebody looks at it: its text, where the question's words stand, and others like it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from indexer.engine import Best, Bool, Expression, Term
from indexer.errors import NotInLibrary
from indexer.languages import keys
from indexer.languages.base import words
from indexer.model import Document, Passage, SourceFile
from indexer.terms import Quotable

from . import ranking
from .alike import MOST_WORDS, Likeness, Telling, likeness, most_alike, own_words, saying, telling
from .excerpts import marks
from .query import Query
from .service import SearchService
from .wanted import Want

Marks = tuple[tuple[int, int], ...]
"""Start and end of what is marked, as character offsets into the text of a passage."""

CANDIDATES = 40
"""Documents that are compared with one: those that the engine finds by its telling terms."""

ALIKE = 5
"""Documents like it that are named."""

TRANSLATED = 0.6
"""Share that a term keeps where another language says it."""

MOST_TRANSLATIONS = 2
"""Names of a term in each other language that are looked for: the most trusted ones."""


@dataclass(frozen=True, slots=True)
class Looked:
    """A document with its text and what was asked for in it."""

    document: Document
    passages: tuple[Passage, ...]
    marks: tuple[Marks, ...]
    """For each passage what is marked in it."""


@dataclass(frozen=True, slots=True)
class Alike:
    """A document that tells of the same as another."""

    document: Document
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Original:
    """The file that a document was made from."""

    document: Document
    around: tuple[SourceFile, ...]
    """The files that it is inside of, an archive or a mail, the outermost first."""


def original(service: SearchService, id: str) -> Original:
    """Return where the original of a document is. Raises ``NotInLibrary``."""
    document = _document(service, id)
    folders = reversed(document.source.path.parents[:-1])
    found = (service.catalogue.document_at(folder.as_posix()) for folder in folders)
    return Original(document, tuple(one.source for one in found if one))


def look(service: SearchService, id: str, query: Query) -> Looked:
    """Return the document, marked by what finds documents. Raises ``NotInLibrary``."""
    document = _document(service, id)
    held = service.catalogue.all_quotables(id)
    wants = service.planned(query).wants if query.question.wanted else ()
    return Looked(document, tuple(one.passage for one in held), _marks(service, id, held, wants))


def _document(service: SearchService, id: str) -> Document:
    document = service.catalogue.documents([id]).get(id)
    if document is None:
        raise NotInLibrary(id)
    return document


def _marks(
    service: SearchService, id: str, held: Sequence[Quotable], wants: Sequence[Want]
) -> tuple[Marks, ...]:
    if not wants:
        return ((),) * len(held)
    found = ranking.found(service.catalogue.terms([id])[id], wants)
    return tuple(marks(one, found.get(one.passage.number, ())) for one in held)


def alike(service: SearchService, document: Document) -> tuple[Alike, ...]:
    """Return the documents that tell of the same, the most alike first; never the document itself."""
    told = _telling(service, document.id)
    if not told:
        return ()
    foreign = [tuple(_foreign_lemmas(service, term)) for term in told]
    asked = Bool(should=tuple(_asked(*pair) for pair in zip(told, foreign, strict=True)))
    ranked = service.reader.search(asked, limit=CANDIDATES + 1).ranked
    terms = service.catalogue.terms([id for id, _ in ranked if id != document.id])
    length = sum(len(held.words) for held in terms.values()) / max(1, len(terms))
    said = tuple(_said(service, *pair) for pair in zip(told, foreign, strict=True))
    found = most_alike({id: likeness(held, said, length) for id, held in terms.items()}, ALIKE)
    documents = service.catalogue.documents([id for id, _ in found])
    return tuple(Alike(documents[id], one) for id, one in found)


def _telling(service: SearchService, id: str) -> tuple[Telling, ...]:
    counts = own_words(service.catalogue.terms([id])[id])
    often = dict(counts.most_common(MOST_WORDS))
    return telling(often, service.catalogue.numbered(tuple(often)), service.catalogue.numbers_of("language"))


def _asked(term: Telling, foreign: Sequence[str]) -> Expression:
    """Return what the engine is asked for a term."""
    weights = dict.fromkeys(foreign, term.weight * TRANSLATED) | dict.fromkeys(term.lemmas, term.weight)
    return Best(tuple(Term("lemma", key, weight) for key, weight in weights.items()))


def _said(service: SearchService, term: Telling, foreign: Sequence[str]) -> Telling:
    """Return the term with the library's words that say it, in its own language and in others."""
    having = service.catalogue.having
    whole = saying(term, having("lemma", term.lemmas), 1.0)
    return saying(whole, having("lemma", foreign), TRANSLATED) if foreign else whole


def _foreign_lemmas(service: SearchService, term: Telling) -> Iterator[str]:
    """Yield the dictionary forms of what other languages of the library call the term in one word."""
    if service.bridge is None:
        return
    others = [code for code in service.catalogue.languages if code != term.language]
    taken = Counter[str]()
    for span in service.bridge.spans([term.text], [term.language], others):
        for alternative in span.alternatives:
            called = [word.text for word in words(alternative.text)]
            if len(called) == 1 and taken[alternative.language] < MOST_TRANSLATIONS:
                taken[alternative.language] += 1
                yield from keys(called[0], alternative.language).lemmas
