"""How a document is cited in a line of text; ``bibtex`` and ``ris`` write entries for programs. Pure."""

from __future__ import annotations

from indexer.model import Document

from ..addresses import document_address
from ..public import Publisher
from ..wording import Wording
from .texts import one_line


def line(held: Document, words: Wording, publisher: Publisher, *, page: int | None = None) -> str:
    """Return the citation that a reader copies: who, when, what, where; of one page where it is named."""
    date = words.date(held.published) if held.published else words.pgettext("citation", "n.d.")
    author, title = one_line(held.author), one_line(held.title)
    told = f"{author} ({date}): {title}" if author else f"{title} ({date})"
    end = "" if told.endswith((".", "?", "!", "…")) else "."
    where = ", " + words.pgettext("citation", "p. %(number)s", number=words.number(page)) if page else ""
    address = publisher.at(document_address(held, anchor=f"page-{page}" if page else ""))
    return f"{told}{end} {words.kind(held.kind)}{where}. {publisher.title}, {address}"
