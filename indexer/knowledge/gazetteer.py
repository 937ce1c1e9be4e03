"""The names of places, organisations and programmes that the library knows, from a table people edit.

``corpus/gazetteer.tsv`` has a line for each: id, kind, country, NUTS code where it is certain, programming
periods, and the names in six languages with ``|`` between them, the first one the usual one. An empty
cell stands for the name of its own country. A ``?`` behind a name says that it is another word too, or
somebody's name, and counts only where the words beside it tell that a place is meant. The kind ``other``
holds what begins with a place's name and is none: *New Zealand*, *Kalmar Union*.
"""

from __future__ import annotations

import csv
import functools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from indexer.languages.base import fold

from .name_forms import Forms, forms

SHIPPED = Path("corpus/gazetteer.tsv")
"""Where the table stands, in the folder that the program is started in, or beside the program."""

LANGUAGES = ("en", "da", "pl", "sv", "de", "lt")

_OWN_LANGUAGE = {"DK": "da", "PL": "pl", "SE": "sv", "DE": "de", "LT": "lt"}
"""The language that names what stands in each country; all others are named in English."""

_BENDING_FOREIGN = frozenset({"lt"})
"""Languages that bend the foreign name even where they have one of their own: *Kvidzynas*, *Kwidzynas*."""

PLACES = frozenset({"municipality", "town", "county", "region", "island", "country"})


@dataclass(frozen=True, slots=True)
class Entry:
    """Something with a name: a place, an organisation, a programme."""

    id: str
    kind: str
    """``municipality``, ``town``, ``county``, ``region``, ``island``, ``country``, ``organisation``,
    ``programme``, ``fund`` or ``other``."""
    country: str
    """ISO 3166 code; ``EU`` for what several countries share."""
    nuts: str
    """Code in the statistical nomenclature of the European Union; empty where it is not certain."""
    periods: tuple[str, ...]
    """Programming periods, ``2007-2013``."""
    names: Mapping[str, tuple[str, ...]]
    """By language, the usual one first; a language is missing that uses the name of its own country."""

    @property
    def name(self) -> str:
        """What its own country calls it."""
        return self.names[self.language][0].rstrip("?")

    @property
    def language(self) -> str:
        """The language of the country it belongs to."""
        return _OWN_LANGUAGE.get(self.country, "en")


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a word may be the beginning of."""

    entry: Entry
    rest: Forms
    """The forms of the words that have to follow."""
    unclear: bool
    """It is another word too."""
    sign: str = ""
    """What has to stand behind the last word: ``+``."""


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """All entries, ready to be looked up."""

    entries: tuple[Entry, ...]
    beginnings: Mapping[str, tuple[Candidate, ...]]
    """By the first word of a name as texts write it, the longest names first."""


def read(path: Path) -> Gazetteer:
    """Return the gazetteer of a table; a line without a name in its own country's language is left out."""
    with path.open(encoding="utf-8", newline="") as table:
        lines = csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE)
        entries = tuple(filter(None, map(_entry, lines)))
    return Gazetteer(entries, _beginnings(entries))


@functools.cache
def shipped() -> Gazetteer:
    """Return the gazetteer that comes with the library; one without entries where the table is missing."""
    beside = Path(__file__).parent.parent.parent / SHIPPED
    path = next((path for path in (SHIPPED, beside) if path.is_file()), None)
    return read(path) if path else Gazetteer((), {})


def known_as(name: str) -> tuple[str, ...]:
    """Return what the entries with that name are called in their own countries, in any language.

    Case and accents do not matter: *kłajpeda*, *Klaipeda* and *Memel* are all *Klaipėda*.
    """
    return _by_any_name().get(fold(" ".join(name.split())), ())


@functools.cache
def _by_any_name() -> Mapping[str, tuple[str, ...]]:
    called: dict[str, dict[str, None]] = defaultdict(dict)
    for entry in shipped().entries:
        for name in (name for names in entry.names.values() for name in names):
            called[fold(name.rstrip("?"))][entry.name] = None
    return {name: tuple(own) for name, own in called.items()}


def _entry(line: Mapping[str, str | None]) -> Entry | None:
    cells = {column: (cell or "").strip() for column, cell in line.items()}
    names = {code: _alternatives(cells[code]) for code in LANGUAGES if cells.get(code)}
    if _OWN_LANGUAGE.get(cells["country"], "en") not in names:
        return None
    return Entry(
        id=cells["id"],
        kind=cells["kind"],
        country=cells["country"],
        nuts=cells["nuts"],
        periods=_alternatives(cells["period"]),
        names=names,
    )


def _alternatives(cell: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in cell.split("|") if name.strip())


def _beginnings(entries: Iterable[Entry]) -> Mapping[str, tuple[Candidate, ...]]:
    """Return what each first word may begin; what is unclear in one language is unclear in all."""
    found: dict[str, dict[tuple[str, Forms], Candidate]] = defaultdict(dict)
    for entry in entries:
        for (first, *rest), name in _forms(entry):
            unclear, sign = name.endswith("?"), "+" if "+" in name else ""
            for word in first | {word[0].upper() + word[1:] for word in first}:
                key = (entry.id + sign, tuple(rest))
                if key not in found[word] or unclear:
                    found[word][key] = Candidate(entry, tuple(rest), unclear, sign)
    return {
        word: tuple(sorted(candidates.values(), key=lambda candidate: -len(candidate.rest)))
        for word, candidates in found.items()
    }


def _forms(entry: Entry) -> Iterator[tuple[Forms, str]]:
    """Yield every name as every language bends it, and as the table writes it."""
    for language in LANGUAGES:
        for name in entry.names.get(language, ()):
            for bent in forms(name, language):
                yield bent, name
        if language not in entry.names or language in _BENDING_FOREIGN:
            for name in entry.names[entry.language]:
                for bent in forms(name, language, own=language == entry.language):
                    yield bent, name
