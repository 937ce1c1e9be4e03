"""What an extractor gives back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from indexer.model import Page

STATED = ("date", "kind", "language", "url", "author")
"""What a file may state about itself; the keys of ``Content.stated``."""


@dataclass(frozen=True, slots=True)
class Part:
    """A file inside the file, to be read as a document of its own."""

    name: str
    """Its place in there, with forward slashes; never a way out."""
    size: int
    """Bytes."""
    sha256: str
    """Hash of its content, 64 hexadecimal digits."""


@dataclass(frozen=True, slots=True)
class Content:
    """The text of one file, and what the file says about itself."""

    title: str
    """Empty from an extractor that found none; never empty from ``extract``."""
    pages: tuple[Page, ...]
    """Every page in order, empty ones too, so that numbers are those of the paper."""
    media_type: str = ""
    """Set by ``extract``."""
    stated: Mapping[str, str] = field(default_factory=dict)
    """Values as written in the file, by key of ``STATED``; read-only by agreement."""
    warnings: tuple[str, ...] = ()
    """Sentences about what could not be read well."""
    title_stated: bool = False
    """Set by ``extract``: its extractor found the title, instead of headings or the file's name."""
    parts: tuple[Part, ...] = ()
    """The files inside it; set by ``extract``."""


UNMAPPED = "has a font without a character map"
"""What is wrong with a page whose letters are pictures with numbers; part of a warning."""


Extractor = Callable[[bytes], Content]
"""Reads the bytes of one format. Raises ``SourceError``; ``extract`` catches and words anything else."""


def stated(pairs: Mapping[str, str | None]) -> dict[str, str]:
    """Return the statements that say something, on one line and of sane length."""
    tidy = {key: " ".join((value or "").split())[:300] for key, value in pairs.items()}
    return {key: value for key, value in tidy.items() if value}


def keywords(*properties: str | None) -> str:
    """Return what a file's properties call it, of which describing takes what is a kind."""
    return ", ".join(filter(None, properties))
