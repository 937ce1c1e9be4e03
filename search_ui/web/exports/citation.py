"""How a document is cited in a line of text; ``bibtex`` and ``ris`` write entries for programs. Pure."""

from __future__ import annotations

from indexer.model import Document

from ..addresses import document_address, viewer_address
from ..public import Publisher
from ..wording import Wording
from .texts import one_line


def line(held: Document, words: Wording, publisher: Publisher, *, page: int | None = None) -> str:
    """Return the citation that a reader copies: who, when, what, where; of one page of a PDF where named."""
    date = words.date(held.published) if held.published else words.pgettext("citation", "n.d.")
    author, title = one_line(held.author), one_line(held.title)
    told = f"{author} ({date}): {title}" if author else f"{title} ({date})"
    end = "" if told.endswith((".", "?", "!", "…")) else "."
    where = ", " + words.pgettext("citation", "p. %(number)s", number=words.number(page)) if page else ""
    at = viewer_address(held, page) if page else document_address(held)
    return f"{told}{end} {words.kind(held.kind)}{where}. {publisher.title}, {publisher.at(at)}"
