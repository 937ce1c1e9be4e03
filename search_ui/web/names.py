"""What kinds, formats, facets and sources are called, in English; ``Wording`` tells them in any language."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from indexer.engine import Order

from .marks import N_, NP_

BYTE_UNITS = ("kB", "MB")
"""The same in every language of the interface."""

FACETS: Mapping[str, str] = MappingProxyType(
    {
        "language": N_("Language"),
        "kind": N_("Type"),
        "year": N_("Year"),
        "project": N_("Project"),
        "programme": N_("Programme"),
        "place": N_("Place"),
        "lesson": N_("Lesson"),
        "partner": N_("Partner"),
        "series": N_("Series"),
    }
)
"""What the facets are called, in the order in which they are shown."""

PLAIN_FACETS = ("language", "kind", "year")
"""Those that every library has values of; the others stand behind them, folded."""

ORDERS: Mapping[Order, str] = MappingProxyType(
    {Order.RELEVANCE: N_("Best match"), Order.DATE: N_("Newest first")}
)

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "newsletter": NP_("kind", "Newsletter"),
        "report": NP_("kind", "Report"),
        "article": NP_("kind", "Article"),
        "project": NP_("kind", "Project"),
        "tool": NP_("kind", "Tool"),
        "action-plan": NP_("kind", "Action plan"),
        "swot": NP_("kind", "SWOT analysis"),
        "presentation": NP_("kind", "Presentation"),
        "table": NP_("kind", "Table"),
        "mail": NP_("kind", "E-mail"),
        "other": NP_("kind", "Other"),
    }
)

FAILURES: Mapping[str, str] = MappingProxyType(
    {
        "unknown-format": N_("In a format that is not read"),
        "password": N_("Protected by a password"),
        "unreadable": N_("Damaged"),
        "nothing-to-read": N_("Without text"),
        "too-expensive": N_("Too large or too slow to read"),
        "outside-corpus": N_("Symbolic links"),
        "not-a-file": N_("Not files"),
        "changed-while-read": N_("Changed while they were being read"),
        "lonely-sidecar": N_("Descriptions without their file"),
    }
)
"""What files that were not read are called together, by the error's code."""

OTHER_FAILURES = N_("For other reasons")

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "application/pdf": NP_("file format", "PDF"),
        "text/html": NP_("file format", "Web page"),
        "text/markdown": NP_("file format", "Markdown"),
        "text/plain": NP_("file format", "Text file"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document": NP_(
            "file format", "Word document"
        ),
        "application/vnd.openxmlformats-officedocument.presentationml.presentation": NP_(
            "file format", "PowerPoint presentation"
        ),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": NP_(
            "file format", "Excel workbook"
        ),
        "application/vnd.oasis.opendocument.text": NP_("file format", "OpenDocument text"),
        "application/vnd.oasis.opendocument.presentation": NP_("file format", "OpenDocument presentation"),
        "application/vnd.oasis.opendocument.spreadsheet": NP_("file format", "OpenDocument spreadsheet"),
        "application/epub+zip": NP_("file format", "EPUB book"),
        "application/rtf": NP_("file format", "RTF document"),
        "application/zip": NP_("file format", "ZIP archive"),
        "message/rfc822": NP_("file format", "E-mail"),
        "": NP_("file format", "File"),
    }
)
"""By media type; the last one is every other."""

SOURCES: Mapping[str, str] = MappingProxyType(
    {
        "glossary": NP_("source", "glossary"),
        "cognate": NP_("source", "similar word"),
    }
)
"""Where a translation comes from; a dictionary has its own name."""

TELLING: Mapping[str, str] = MappingProxyType(
    {
        "sidecar": NP_("told by", "from the description beside the file"),
        "front matter": NP_("told by", "from the head of the file"),
        "document property": NP_("told by", "from the file’s properties"),
        "PDF property": NP_("told by", "from the PDF’s properties"),
        "meta": NP_("told by", "from the web page’s own data"),
        "mail header": NP_("told by", "from the head of the e-mail"),
        "heading": NP_("told by", "from a heading"),
        "headings": NP_("told by", "from the headings"),
        "title": NP_("told by", "from the title"),
        "text": NP_("told by", "from the text"),
        "file name": NP_("told by", "from the file’s name"),
        "folder": NP_("told by", "from the folder’s name"),
        "format": NP_("told by", "from the file’s format"),
    }
)
"""What told something about a document."""

PARTS = "parts of "
"""What the source of a translation made from the parts of a compound begins with, before the compound."""

EXAMPLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "en": ("study visit", "lessons from the final meeting"),
        "da": ("erfaringer med internationalt samarbejde", "handlingsplan"),
        "pl": ("jak znaleźć partnera zagranicznego", "współpraca międzynarodowa"),
        "sv": ("erfarenheter av internationellt samarbete",),
        "de": ("internationale Zusammenarbeit der Gemeinden",),
        "lt": ("tarptautinis bendradarbiavimas",),
    }
)
"""Questions to try, by the language that the library must hold."""
