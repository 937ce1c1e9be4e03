"""What is known of a document, each with what told it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from indexer.model import Document

from .exports.texts import harmless_address
from .names import TELLING
from .wording import Wording


@dataclass(frozen=True, slots=True)
class Known:
    """Something that is known of a document."""

    name: str
    value: str
    """Empty for the title, which stands above."""
    told_by: str | None
    """What told it, as part of a sentence."""
    iso: str | None = None
    """The value as programs read a date."""
    address: str | None = None
    language: str | None = None
    """The language of the value, where it is the document's."""


def known(held: Document, words: Wording) -> Iterator[Known]:
    """Yield what a reader may want to know before reading."""
    told = {name: _telling(fact.source, words) for name, fact in held.facts.items()}
    yield Known(words.gettext("Title"), "", told.get("title"))
    yield Known(words.gettext("Type"), words.kind(held.kind), told.get("kind"))
    languages = ", ".join(words.language_alone(code) for code in held.languages)
    yield Known(words.gettext("Language"), languages, told.get("language"))
    if held.published:
        date = words.date(held.published)
        yield Known(words.gettext("Date"), date, told.get("date"), iso=held.published.value)
    if held.author:
        yield Known(words.gettext("Author"), held.author, told.get("author"), language=held.language)
    if held.pages > 1:
        yield Known(words.gettext("Pages"), words.number(held.pages), None)
    if address := harmless_address(held.url):
        yield Known(words.gettext("Published at"), address, told.get("url"), address=address)


def _telling(source: str, words: Wording) -> str:
    return words.pgettext("told by", TELLING[source]) if source in TELLING else source
