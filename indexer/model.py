"""The values that travel through a build: files, pages of blocks, documents, passages, failures.

Plain frozen values without behaviour of their own. Pages and passages count from 1, as on paper.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import Literal

BlockKind = Literal["heading", "paragraph", "list", "table_row", "caption"]
Method = Literal["text", "layout", "ocr"]
Precision = Literal["year", "month", "day"]

PDF = "application/pdf"
"""The media type of the one format that a browser opens at a page."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file of the corpus as it stood when the walk came by."""

    path: PurePosixPath
    """Path inside the corpus, with forward slashes."""
    size: int
    """Bytes."""
    sha256: str
    """Hash of the content, 64 hexadecimal digits."""
    sidecar: str = ""
    """Hash of the file beside it that describes it; empty where there is none."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item, table row or caption."""

    kind: BlockKind
    text: str
    level: int = 0
    """Depth of a heading (1 is the highest), 0 for everything else."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page as printed; a format without pages has one."""

    number: int
    blocks: tuple[Block, ...]
    method: Method = "text"


@dataclass(frozen=True, slots=True)
class Fact:
    """Something that is known about a document, and where it was read."""

    value: str
    source: str
    """What stated it: ``sidecar``, ``front matter``, ``meta``, ``PDF property``, ``heading`` …"""


@dataclass(frozen=True, slots=True)
class DatedFact:
    """A date as far as it is stated, and where it was read."""

    value: str
    """ISO 8601, cut off at its precision: ``2014``, ``2014-05`` or ``2014-05-06``."""
    source: str
    """What stated it: ``front matter``, ``meta date``, ``text`` …"""

    @property
    def precision(self) -> Precision:
        """How much of the date is known."""
        return ("year", "month", "day")[self.value.count("-")]

    @property
    def year(self) -> int:
        """The calendar year."""
        return int(self.value[:4])

    @property
    def sort_key(self) -> int:
        """The date as a number that sorts: ``20140506``, ``20140500``, ``20140000``."""
        return int(self.value.replace("-", "").ljust(8, "0"))


@dataclass(frozen=True, slots=True)
class Document:
    """What is known about one document; its text lives in its passages."""

    id: str
    source: SourceFile
    media_type: str
    title: str
    language: str
    """ISO 639-1 code of the main language."""
    languages: tuple[str, ...]
    """Every language of its passages, the main one first."""
    kind: str
    published: DatedFact | None
    pages: int
    """How many pages it has; 1 for a format without pages."""
    url: str | None = None
    """Where the document was first published, if it says so."""
    warnings: tuple[str, ...] = ()
    author: str = ""
    """Who wrote it, as the document says; empty where it does not."""
    titles: tuple[Fact, ...] = ()
    """What it may be called, best first; ``title`` is the first that other documents are not called."""
    sources: Mapping[str, str] = field(default_factory=dict)
    """What stated its title, kind, language, author and url; read-only by agreement."""
    unread: str = ""
    """Hash of the file's present content where that could not be read: this is the last good version."""

    @property
    def is_pdf(self) -> bool:
        """Whether a browser opens its file at a page."""
        return self.media_type == PDF

    @property
    def facts(self) -> Mapping[str, Fact | DatedFact]:
        """What is known about it by name, each with what stated it; nothing that is not known."""
        known = {
            "title": self.title,
            "kind": self.kind,
            "language": self.language,
            "author": self.author,
            "url": self.url,
        }
        told = {name: Fact(value, self.sources.get(name, "text")) for name, value in known.items() if value}
        return told | ({"date": self.published} if self.published else {})


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of blocks on one page, short enough to be quoted and ranked by itself."""

    number: int
    """Position in the document, from 1."""
    page: int
    heading: str
    """The nearest heading at or above the passage, empty if there is none."""
    blocks: tuple[Block, ...]
    language: str = ""
    """ISO 639-1 code; empty until the detector has spoken."""
    method: Method = "text"
    """How its page was read."""
    repeated: tuple[int, ...] = ()
    """Places among its blocks, from 0, of what other documents say word for word; see ``repeats``."""

    @property
    def text(self) -> str:
        """The words of the blocks, one block a line."""
        return "\n".join(block.text for block in self.blocks)


@dataclass(frozen=True, slots=True)
class Failure:
    """Why a file is not in the library."""

    path: str
    code: str
    """The ``code`` of the error's class."""
    reason: str
    """A sentence that says what is wrong and what to do."""
    sha256: str = ""
    """Hash of the content that failed; empty where it could not be read at all."""


def document_id(path: PurePosixPath) -> str:
    """Return the document's stable name: a short hash of its path inside the corpus.

    Links survive an edit of the file. Twelve hexadecimal digits (48 bits): two of a million
    documents share a name with a chance of about 0.2 %; a build refuses to publish such a pair.
    """
    return hashlib.sha256(path.as_posix().encode()).hexdigest()[:12]
