"""What the generation before knows: the cache of a build, and the last good version of every file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from .errors import NotAFile, OutsideCorpus
from .inside import below
from .knowledge.claims import Claim
from .knowledge.rules import said_by_people, understood
from .model import Document, Failure, Passage, SourceFile
from .terms import State

Described = tuple[Document, tuple[Passage, ...], tuple[Claim, ...]]
"""A document, its passages, and what it states."""

KEPT = "The file could not be read on this build"
"""How the warning of a document begins that stands in for a file that fails now."""

_GONE = frozenset({OutsideCorpus.code, NotAFile.code})
"""Failures of what stands in a file's place: the file itself was taken away, and so is its document."""


@dataclass(frozen=True, slots=True)
class Known:
    """The documents and failures of the generation before."""

    states: Mapping[str, State]
    """What the last build saw of each document's file, by path inside the corpus."""
    document: Callable[[str], Document | None]
    """The document that was made of the file at this path."""
    failures: Mapping[str, Failure]
    passages: Callable[[str], tuple[Passage, ...]]
    """The passages of the document that has this id."""
    readable: bool
    """Whether its reading can be taken over: nothing that shapes it has another version."""
    claims: Callable[[str], tuple[Claim, ...]] = lambda _: ()
    """The claims of the document that has this id."""
    understood: bool = False
    """Whether its claims can be taken over too: the same rules read them."""
    paths: Sequence[str] = ()
    """Of documents and failures, sorted."""
    vocabulary: Path | None = None
    """Its catalogue, if its words would get the same keys again."""
    glossary: Path | None = None
    """Its folder, if it holds what would be made of the glossary again."""
    dictionaries: Path | None = None
    """Its folder, if it holds what would be compiled of the dictionaries again."""

    def recall(self, source: SourceFile) -> Described | Failure | None:
        """Return what was made of the very same content and sidecar at the same path, if anything was."""
        if not self.holds(source):
            return None
        path = source.path.as_posix()
        if (document := self.document(path)) is None:
            return self.failures[path]
        # A file that is what it was before it failed is no longer kept, but simply known.
        known = document if document.unread == source.sha256 else without_mark(document)
        return self._described(known)

    def members(self, source: SourceFile) -> Iterator[Described | Failure]:
        """Yield what was read from the files inside a file, at whatever depth."""
        for path in below(self.paths, source.path):
            document = self.document(path)
            yield self._described(document) if document else self.failures[path]

    def holds(self, source: SourceFile) -> bool:
        """Return whether ``recall`` would answer."""
        path = source.path.as_posix()
        if not self.readable:
            return False
        if state := self.states.get(path):
            return source.sha256 in (state.sha256, state.unread) and source.sidecar == state.sidecar
        return path in self.failures and self.failures[path].sha256 == source.sha256

    def last_good(self, failure: Failure) -> Described | None:
        """Return the document that was made of the file before it failed, marked as such."""
        document = None if failure.code in _GONE else self.document(failure.path)
        if document is None:
            return None
        warning = f"{KEPT} ({failure.reason.rstrip('.')}); this is its last good version."
        warnings = (warning, *without_mark(document).warnings)
        return self._described(replace(document, warnings=warnings, unread=failure.sha256))

    def _described(self, document: Document) -> Described:
        """Return what is known of a document; other rules read its claims again, from its passages."""
        passages, claims = self.passages(document.id), self.claims(document.id)
        if not self.understood:
            document, claims = understood(document, passages, said_by_people(claims))
        return document, passages, claims


NOTHING_KNOWN = Known({}, lambda _: None, {}, lambda _: (), readable=False)


def without_mark(document: Document) -> Document:
    """Return the document without what says that it is an earlier version of its file."""
    warnings = tuple(warning for warning in document.warnings if not warning.startswith(KEPT))
    return replace(document, warnings=warnings, unread="")


def is_marked(document: Document) -> bool:
    """Return whether the document is an earlier version of a file that could not be read last time."""
    return any(warning.startswith(KEPT) for warning in document.warnings)
