"""The words that depend on values: counts, dates, sizes, names and reasons, in one language.

What is always the same stands in the templates. Every text is a message of the catalogues; ``N_`` marks
those that are looked up later than they are written down.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date as Date  # noqa: N812 - a method is called date

from babel import Locale
from babel.dates import format_date, format_skeleton
from babel.numbers import format_decimal
from babel.support import NullTranslations

from indexer.languages import UNKNOWN
from indexer.model import DatedFact

from ..search.answer import Reason, Response
from ..search.query import Filters
from .fact_names import LESSONS
from .names import BYTE_UNITS, FACETS, FORMATS, KINDS, PARTS, SOURCES
from .reasons import MISSING, REASONS

ALIKE = 1_000
"""Whole numbers below this are written alike in every language: a page has dozens, and asking how a
language writes numbers reads a file of its customs first."""

BREAK = " · "
"""Stands between a heading, paragraphs and list items where a quotation is shown on one line."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One language of the interface."""

    locale: Locale
    translations: NullTranslations

    @property
    def code(self) -> str:
        """The language's code, for ``lang``."""
        return self.locale.language

    def gettext(self, message: str, **values: object) -> str:
        """Return the message with its values."""
        return self._with(self.translations.ugettext(message), values)

    def ngettext(self, one: str, many: str, number: int, **values: object) -> str:
        """Return the message in the form that the number asks for; ``%(number)s`` is the number."""
        values = {"number": self.number(number), **values}
        return self._with(str(self.translations.ungettext(one, many, number)), values)

    def pgettext(self, context: str, message: str, **values: object) -> str:
        """Return the message as it is said in the context."""
        return self._with(str(self.translations.upgettext(context, message)), values)

    @staticmethod
    def _with(text: str, values: dict[str, object]) -> str:
        return text % values if values else text

    # numbers, dates, names

    def number(self, number: float) -> str:
        """Return the number as the language writes it."""
        if isinstance(number, int) and 0 <= number < ALIKE:
            return str(number)
        return format_decimal(number, locale=self.locale)

    def documents(self, number: int) -> str:
        """Return the number with its noun."""
        return self.ngettext("%(number)s document", "%(number)s documents", number)

    def lessons(self, number: int) -> str:
        """Return the number of lessons with its noun."""
        return self.ngettext("%(number)s lesson", "%(number)s lessons", number)

    def date(self, fact: DatedFact) -> str:
        """Return the date as a person says it, no more exact than it is known."""
        year, month, day = (int(part) for part in f"{fact.value}-1-1".split("-")[:3])
        match fact.precision:
            case "year":
                return fact.value
            case "month":
                return format_skeleton("yMMMM", Date(year, month, 1), locale=self.locale)
        return format_date(Date(year, month, day), "long", locale=self.locale)

    def size(self, number: int) -> str:
        """Return the number of bytes in a unit of fitting size."""
        small = number < 1_000_000
        value = max(1, round(number / 1000)) if small else round(number / 1_000_000, 1)
        return f"{self.number(value)}\N{NO-BREAK SPACE}{BYTE_UNITS[not small]}"

    def language(self, code: str) -> str:
        """Return what a language is called within a sentence."""
        if code == UNKNOWN.code:
            return self.pgettext("language", "unknown")
        return str(self.locale.languages.get(code, code))

    def language_alone(self, code: str) -> str:
        """Return what a language is called where its name stands alone, as in a list."""
        name = self.language(code)
        return name[0].upper() + name[1:]

    def country(self, code: str) -> str:
        """Return what a country is called."""
        return str(self.locale.territories.get(code, code))

    def kind(self, kind: str) -> str:
        """Return what a kind of document is called."""
        return self.pgettext("kind", KINDS[kind]) if kind in KINDS else kind

    def file_format(self, media_type: str) -> str:
        """Return what a person calls files of this type."""
        return self.pgettext("file format", FORMATS.get(media_type, "File"))

    def facet(self, name: str) -> str:
        """Return what a facet is called."""
        return self.gettext(FACETS[name]) if name in FACETS else name

    def value(self, facet: str, value: str) -> str:
        """Return what a value of a facet is called."""
        match facet:
            case "language":
                return self.language_alone(value)
            case "kind":
                return self.kind(value)
            case "lesson":
                return self.pgettext("lesson", LESSONS[value]) if value in LESSONS else value
        return value

    def source(self, source: str) -> str:
        """Return what a source of translations is called."""
        if source.startswith(PARTS):
            return self.gettext("parts of %(word)s", word=self.quoted([source.removeprefix(PARTS)]))
        return self.pgettext("source", SOURCES[source]) if source in SOURCES else source

    def years(self, filters: Filters) -> str | None:
        """Return the span of years that the filters let through, or ``None`` for all."""
        match filters.year_from, filters.year_to:
            case None, None:
                return None
            case first, None:
                return self.gettext("%(year)s or later", year=first)
            case None, last:
                return self.gettext("%(year)s or earlier", year=last)
            case first, last:
                return str(first) if first == last else f"{first}–{last}"

    # sentences

    def quoted(self, words: Sequence[str]) -> str:
        """Return the words between the language's own quotation marks."""
        return ", ".join(self.gettext("“%(text)s”", text=word) for word in words)

    def relaxed(self, response: Response) -> str:
        """Return what to tell of an answer in which some documents hold only some of the words."""
        if response.complete:
            return self.ngettext(
                "%(number)s document holds all your words; the others hold some of them.",
                "%(number)s documents hold all your words; the others hold some of them.",
                response.complete,
            )
        return self.ngettext(
            "No document holds all your words; this one holds some of them.",
            "No document holds all your words; these hold some of them.",
            response.total,
        )

    def reason(self, told: Reason) -> str:
        """Return in plain words why a document was found although it does not say what was typed."""
        way = told.expansion
        return self.gettext(
            REASONS[told.how] if told.how else MISSING,
            asked=self.quoted([told.asked]),
            found=self.quoted(told.found),
            through=self.quoted([way.alternative]) if way else "",
            language=self.language(way.language) if way else "",
            source=self.source(way.source) if way else "",
        )


ENGLISH = Wording(Locale("en", "GB"), NullTranslations())
"""The language that the messages are written in."""
