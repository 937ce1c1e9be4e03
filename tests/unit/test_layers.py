"""Who may import whom: the picture in ARCHITECTURE.md, kept true."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
MODULES = sorted(path for top in ("indexer", "search_ui") for path in (ROOT / top).rglob("*.py"))

LAYERS = (
    (
        "indexer.model",
        "indexer.engine",
        "indexer.errors",
        "indexer.settings",
        "indexer.terms",
        "indexer.inside",
        "indexer.seen",
        "indexer.known",
    ),
    ("indexer.languages", "indexer.passages"),
    ("indexer.thesaurus",),
    ("indexer.tokens",),
    ("indexer.analysis", "indexer.repeats", "indexer.vocabulary"),
    (
        "indexer.discover",
        "indexer.extract",
        "indexer.catalogue",
        "indexer.catalogue_claims",
        "indexer.catalogue_keys",
        "indexer.catalogue_rows",
        "indexer.catalogue_claim_rows",
        "indexer.catalogue_writer",
        "indexer.knowledge",
        "indexer.engines",
    ),
    ("indexer.describe", "indexer.sidecar", "indexer.manifest"),
    ("indexer.generations", "indexer.versions"),
    ("indexer.known",),
    ("indexer.comparison",),
    ("indexer.before",),
    ("indexer.build",),
    ("indexer.commands",),
    (
        "search_ui.search.query",
        "search_ui.search.filters",
        "search_ui.search.days",
        "search_ui.search.letters",
        "search_ui.search.weights",
        "search_ui.search.wanted",
        "search_ui.search.word",
        "search_ui.search.wants",
        "search_ui.search.translated",
        "search_ui.search.reasons",
        "search_ui.search.corrections",
        "search_ui.search.plan",
        "search_ui.search.worth",
        "search_ui.search.ranking",
        "search_ui.search.excerpts",
        "search_ui.search.alike",
        "search_ui.search.suggest",
        "search_ui.search.nearest",
        "search_ui.search.completion",
        "search_ui.search.answer",
    ),
    (
        "search_ui.search.stated",
        "search_ui.search.events",
        "search_ui.search.projects",
        "search_ui.search.named",
        "search_ui.search.lessons",
        "search_ui.search.known",
        "search_ui.search.selection",
    ),
    ("search_ui.search.service",),
    ("search_ui.search.looking",),
    ("search_ui.search.library",),
    ("search_ui.web",),
    ("search_ui.cli",),
)
"""Lowest first. A module may import its own layer and those below."""

STRANGERS = frozenset(
    {("indexer.extract", "indexer.knowledge"), ("indexer.extract", "indexer.catalogue")}
    | {("indexer.engines", f"indexer.{name}") for name in ("extract", "knowledge", "catalogue", "discover")}
    | {("indexer.knowledge", f"indexer.{name}") for name in ("extract", "catalogue", "engines")}
    | {("search_ui.web", f"indexer.{name}") for name in ("engines", "catalogue", "build", "generations")}
)
"""Pairs of which the first must not know the second, whatever the layers say."""

CORNERS = {
    "whoosh": "indexer/engines/whoosh_",
    "tantivy": "indexer/engines/tantivy_",
    "pdfminer": "indexer/extract/pdf",
    "pypdfium2": "indexer/extract/pdf",
    "trafilatura": "indexer/extract/html",
    "markdown_it": "indexer/extract/markdown",
    "pptx": "indexer/extract/slides",
    "openpyxl": "indexer/extract/sheets",
    "pebble": "indexer/extract/isolate",
    "langdetect": "indexer/languages/detect",
    "simplemma": "indexer/languages/",
    "morfeusz2": "indexer/languages/pl",
    "Stemmer": "indexer/languages/",
    "sqlite3": "indexer/",
    "rapidfuzz": "search_ui/search/suggest",
    "flask": "search_ui/web/",
    "flask_babel": "search_ui/web/interface",
    "babel": "search_ui/web/",
    "waitress": "search_ui/web/server",
    "rich": "indexer/commands",
}
"""Where a third-party package may be imported: the beginning of the file's path."""

PURE = (
    "days",
    "filters",
    "query",
    "plan",
    "weights",
    "wanted",
    "word",
    "wants",
    "translated",
    "corrections",
    "worth",
    "ranking",
    "reasons",
)
PURE += ("letters", "worth", "alike", "excerpts", "suggest", "completion")
DOORS = frozenset({"os", "io", "pathlib", "sqlite3", "socket", "subprocess", "urllib", "time", "random"})
"""Modules through which a pure function would reach the world."""


def name_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(part for part in parts if part != "__init__")


def imports(path: Path) -> Iterator[str]:
    """Yield the full names of all modules that the file imports."""
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Import(names):
                yield from (alias.name for alias in names)
            case ast.ImportFrom(module, names, level):
                base = [*package[: len(package) - level + 1]] if level else []
                stem = ".".join([*base, *([module] if module else [])])
                yield stem
                yield from (f"{stem}.{alias.name}" for alias in names)


def layer_of(module: str) -> int | None:
    found = [
        number
        for number, names in enumerate(LAYERS)
        if any(module == name or module.startswith(f"{name}.") for name in names)
    ]
    return found[-1] if found else None


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_imports_its_own_layer_or_one_below(path: Path) -> None:
    own = layer_of(name_of(path))
    if own is None:
        assert name_of(path).count(".") < 2 and not list(imports(path)), f"{path} stands in no layer"
        return
    above = [name for name in imports(path) if (other := layer_of(name)) is not None and other > own]
    assert above == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_strangers_do_not_know_each_other(path: Path) -> None:
    met = [
        (who, whom)
        for who, whom in STRANGERS
        if name_of(path).startswith(who) and any(f"{name}.".startswith(f"{whom}.") for name in imports(path))
    ]
    assert met == []


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_third_party_packages_stay_in_their_corner(path: Path) -> None:
    place = path.relative_to(ROOT).as_posix()
    outside = [
        name
        for name in imports(path)
        if (corner := CORNERS.get(name.split(".")[0])) is not None and not place.startswith(corner)
    ]
    assert outside == []


@pytest.mark.parametrize("name", PURE)
def test_the_middle_is_pure(name: str) -> None:
    path = ROOT / "search_ui/search" / f"{name}.py"
    assert {found.split(".")[0] for found in imports(path)} & DOORS == set()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_no_source_file_is_longer_than_300_lines(path: Path) -> None:
    assert path.read_text(encoding="utf-8").count("\n") <= 300
