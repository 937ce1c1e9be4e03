"""What the generation before knows: the cache of a build."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from .inside import below
from .model import Document, Failure, Passage, SourceFile

Described = tuple[Document, tuple[Passage, ...]]


@dataclass(frozen=True, slots=True)
class Known:
    """What the generation before knows: the cache of this build."""

    documents: Mapping[str, Document]
    """By path inside the corpus."""
    failures: Mapping[str, Failure]
    passages: Callable[[str], tuple[Passage, ...]]
    """The passages of the document that has this id."""
    readable: bool
    """Whether its reading can be taken over: nothing that shapes it has another version."""
    paths: Sequence[str] = ()
    """Of documents and failures, sorted."""
    served: int | None = None
    """Its number, if it is sound and was made by the same engine."""

    def recall(self, source: SourceFile) -> Described | Failure | None:
        """Return what was read from the very same content at the same path, if anything was."""
        path = source.path.as_posix()
        if not self.readable:
            return None
        if (document := self.documents.get(path)) and document.source.sha256 == source.sha256:
            return document, self.passages(document.id)
        if (failure := self.failures.get(path)) and failure.sha256 == source.sha256:
            return failure
        return None

    def members(self, source: SourceFile) -> Iterator[Described | Failure]:
        """Yield what was read from the files inside a file, at whatever depth."""
        for path in below(self.paths, source.path):
            document = self.documents.get(path)
            yield (document, self.passages(document.id)) if document else self.failures[path]

    def holds(self, source: SourceFile) -> bool:
        """Return whether ``recall`` would answer."""
        path = source.path.as_posix()
        known = self.documents.get(path)
        digest = known.source.sha256 if known else self.failures[path].sha256 if path in self.failures else ""
        return self.readable and digest == source.sha256


NOTHING_KNOWN = Known({}, {}, lambda _: (), readable=False)
