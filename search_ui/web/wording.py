"""The English words that depend on values: counts, dates, sizes and reasons.

What is always the same stands in the templates. A translation replaces this module and those.
"""

from __future__ import annotations

from collections.abc import Sequence

from indexer.model import DatedFact

from ..search.answer import Reason, Response
from ..search.query import Filters

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)

BREAK = " · "
"""Stands between a heading, paragraphs and list items where a quotation is shown on one line."""

FACETS = {"language": "Language", "kind": "Kind", "year": "Year"}
"""What the facets are called, in the order in which they are shown."""

EXAMPLES = {
    "en": ("study visit", "lessons from the final meeting"),
    "da": ("erfaringer med internationalt samarbejde", "handlingsplan"),
    "pl": ("jak znaleźć partnera zagranicznego", "wspolpraca miedzynarodowa"),
    "sv": ("erfarenheter av internationellt samarbete",),
    "de": ("internationale Zusammenarbeit der Gemeinden",),
    "lt": ("tarptautinis bendradarbiavimas",),
}
"""Questions to try, by the language that the library must hold."""

_FORMATS = {
    "application/pdf": "PDF",
    "text/html": "HTML page",
    "text/markdown": "Markdown",
    "text/plain": "Text",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word document",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "PowerPoint slides",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "Excel table",
    "application/vnd.oasis.opendocument.text": "OpenDocument text",
    "application/vnd.oasis.opendocument.presentation": "OpenDocument slides",
    "application/vnd.oasis.opendocument.spreadsheet": "OpenDocument table",
    "application/epub+zip": "EPUB book",
    "application/rtf": "RTF text",
    "message/rfc822": "E-mail",
}


def documents(number: int) -> str:
    """Return the number with its noun."""
    return f"{grouped(number)} {'document' if number == 1 else 'documents'}"


def relaxed(response: Response) -> str:
    """Return what to tell of an answer in which some documents hold only some of the words."""
    if response.complete:
        whole = (
            "One document holds" if response.complete == 1 else f"{grouped(response.complete)} documents hold"
        )
        return f"{whole} all your words; the others hold some of them."
    these = "this one holds" if response.total == 1 else "these hold"
    return f"No document holds all your words; {these} some of them."


def grouped(number: int) -> str:
    """Return the number with its digits in groups of three, parted by narrow spaces."""
    return f"{number:,}".replace(",", "\N{NARROW NO-BREAK SPACE}")


def date(fact: DatedFact) -> str:
    """Return the date as a person says it, no more exact than it is known."""
    year, *rest = fact.value.split("-")
    words = [_MONTHS[int(rest[0]) - 1], year] if rest else [year]
    return " ".join([str(int(rest[1])), *words] if len(rest) > 1 else words)


def size(number: int) -> str:
    """Return the number of bytes in a unit of fitting size."""
    if number < 1_000_000:
        return f"{max(1, round(number / 1000))} kB"
    return f"{number / 1_000_000:.1f} MB"


def file_format(media_type: str) -> str:
    """Return what a person calls files of this type."""
    return _FORMATS.get(media_type, "File")


def years(filters: Filters) -> str | None:
    """Return the span of years that the filters let through, or ``None`` for all."""
    match filters.year_from, filters.year_to:
        case None, None:
            return None
        case first, None:
            return f"{first} and later"
        case None, last:
            return f"{last} and earlier"
        case first, last:
            return str(first) if first == last else f"{first}–{last}"


def reason(told: Reason) -> str:
    """Return in plain words why a document was found although it does not say what was typed."""
    asked, found = f"“{told.asked}”", _quoted(told.found)
    match told.how:
        case None:
            return f"{asked} is missing in this document."
        case "form":
            return f"{asked} was found in another form: {found}."
        case "stem":
            return f"{asked} shares its stem with {found}."
        case "part":
            return f"{asked} was found inside {found}."
        case "apart":
            return f"{asked} is made of words that were found: {found}."
        case "correction":
            return f"{asked} is not in the library; searched for {found}."
        case "translation":
            source = f"{told.expansion.alternative} ({told.expansion.source})" if told.expansion else ""
            return f"{told.asked} → {source}: {found}."
        case "letters":
            return f"{asked} was found written with other letters: {found}."
        case _:
            return f"{asked} was found as {found}."


def _quoted(words: Sequence[str]) -> str:
    return ", ".join(f"“{word}”" for word in words)
