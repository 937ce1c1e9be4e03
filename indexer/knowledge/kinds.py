"""What kind of document this is: a newsletter, a report, a tool …

Said by the document itself, or told from the words of its path, then of its title, then of its
first headings, by the table ``_CALLED``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath
from types import MappingProxyType

from indexer.languages.base import fold
from indexer.model import Fact

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "newsletter": "Newsletter",
        "report": "Report",
        "article": "Article",
        "project": "Project",
        "tool": "Tool",
        "action-plan": "Action plan",
        "swot": "SWOT analysis",
        "presentation": "Presentation",
        "table": "Table",
        "mail": "E-mail",
        "other": "Other",
    }
)
"""Every kind with its English label."""

_CALLED = {
    "newsletter": """newsletter | nyhedsbrev | nyhetsbrev | rundbrief | biuletyn | informator
        | naujienlaišk | informacinis biuletenis""",
    "action-plan": """action plan | handlingsplan | handlungsplan | -aktionsplan | maßnahmenplan
        | åtgärdsplan | plan działań | plan działania | planu działań | planu działania
        | veiksmų plan | priemonių plan""",
    "swot": "swot",
    "report": """report | -rapport | -bericht | årsberetning | evaluering | evaluation
        | utvärdering | sprawozdani | raport | ataskait | meeting minutes | minutes of
        | mødereferat | sitzungsprotokoll | mötesprotokoll | protokół""",
    "tool": """tools | toolkit | toolbox | checklist | guide | guidelines | handbook | manual | template
        | -værktøj | tjekliste | -vejledning | håndbog | skabelon | -verktyg | handbok
        | -vägledning | werkzeug | checkliste | leitfaden | handbuch | vorlage | narzędzi
        | lista kontrolna | poradnik | przewodnik | podręcznik | wzór | įrank | vadovas
        | kontrolinis sąraš""",
    "presentation": "presentation | præsentation | oplæg | präsentation | prezentacj | pristatym | slides",
    "project": """project description | project overview | projektbeskrivelse | projektbeskrivning
        | projektbeschreibung | opis projektu | projekto aprašym""",
    "article": """article | -artikel | artikl | artykuł | straipsn | press release | pressemeddelelse
        | pressmeddelande | pressemitteilung | komunikat prasowy | pranešimas spaudai""",
}
"""What each kind is called in six languages, the most telling kind first.

A name stands for every word that begins with it, *sprawozdani* for *sprawozdanie* and
*sprawozdania*; with a hyphen before it also for a compound's end, *-rapport* for *årsrapport*.
"""

_FOLDERS = {
    **dict.fromkeys(("projects", "projekter", "projekt", "projekte", "projekty", "projektai"), "project"),
    **dict.fromkeys(("articles", "artikler", "news", "nyheder", "nyheter", "aktualnosci"), "article"),
    **dict.fromkeys(("tables", "tabeller", "tabellen", "tabele", "lenteles"), "table"),
}
"""Folders whose name says what stands in them; the same words in a title say nothing."""

_EXTENSIONS = {
    **dict.fromkeys((".pptx", ".ppt", ".odp"), "presentation"),
    **dict.fromkeys((".xlsx", ".xls", ".ods", ".csv", ".tsv"), "table"),
    **dict.fromkeys((".eml", ".msg"), "mail"),
}

_TELLING_HEADINGS = 3
"""Headings at the start of a document that may name its kind; later ones name what it tells about."""


def _pattern(names: str) -> re.Pattern[str]:
    alternatives = (fold(name.strip()) for name in names.split("|"))
    return re.compile(
        "|".join(
            re.escape(name[1:]) if name.startswith("-") else rf"\b{re.escape(name)}" for name in alternatives
        )
    )


_PATTERNS = {kind: _pattern(names) for kind, names in _CALLED.items()}


def kind(*, stated: Fact | None, path: str, title: str, headings: Sequence[str], prose: bool = True) -> Fact:
    """Return the kind of a document, one of ``KINDS``, and what told it.

    ``stated`` is what the document says of itself, believed when it is a kind in any language.
    ``path`` stands inside the corpus. A document that nothing names is an article if it holds
    ``prose``, and of another kind if not.
    """
    place = PurePosixPath(path)
    told = (
        ((stated and stated_kind(stated.value)), stated and stated.source),
        (_named(place.stem), "file name"),
        (_by_folder(place), "folder"),
        (_EXTENSIONS.get(place.suffix.lower()), "format"),
        (_named(title), "title"),
        (_named(" | ".join(headings[:_TELLING_HEADINGS])), "headings"),
        ("article" if prose else "other", "text"),
    )
    return next(Fact(kind, source) for kind, source in told if kind and source)


def stated_kind(stated: str) -> str | None:
    """Return the kind that a statement names in any of six languages."""
    return _slug(stated) or _named(stated)


def listed_kind(keywords: str) -> str | None:
    """Return the first kind that is itself one of the keywords, which say much else too."""
    return next(filter(None, map(_slug, re.split(r"[,;]", keywords))), None)


def _slug(stated: str) -> str | None:
    slug = "-".join(fold(stated).split())
    return slug if slug in KINDS else None


def _named(text: str) -> str | None:
    """Return the most telling kind that the text names."""
    plain = re.sub(r"[\W_]+", " ", fold(text))
    return next((kind for kind, pattern in _PATTERNS.items() if pattern.search(plain)), None)


def _by_folder(place: PurePosixPath) -> str | None:
    """Return the kind that the nearest telling folder names."""
    for folder in reversed(place.parent.parts):
        if named := _FOLDERS.get(fold(folder)) or _named(folder):
            return named
    return None
