"""From what the index says about itself to what the status page shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from ..search.answer import Status
from ..search.known import Lacking
from .addresses import document_address
from .links import Link
from .names import FAILURES, OTHER_FAILURES
from .sentences import Told, told
from .wording import Wording

MOST = 100
"""Files of one group that the page lists; the JSON has them all."""

MOST_CITING = 3
"""Documents that are named for an issue that they refer to."""

OTHER = "other"


@dataclass(frozen=True, slots=True)
class Row:
    """A file and what is said about it."""

    path: str
    told: Told


@dataclass(frozen=True, slots=True)
class Group:
    """Files that could not be read for the same reason."""

    code: str
    title: str
    number: int
    rows: tuple[Row, ...]

    @property
    def shown(self) -> int:
        """How many of the files are listed."""
        return len(self.rows)


@dataclass(frozen=True, slots=True)
class ShownShelf:
    """The documents of one main language, in figures."""

    name: str
    documents: str
    pages: str
    remarks: str
    interface: bool
    """Whether the pages speak the language too."""


@dataclass(frozen=True, slots=True)
class MissingIssue:
    """An issue that documents refer to and that the library lacks."""

    name: str
    cited_by: tuple[Link, ...]
    more: int


@dataclass(frozen=True, slots=True)
class StatusPage:
    """Everything that the status page shows beside what the library holds."""

    generation: int
    engine: str
    notice: Told | None
    lacking: tuple[Told, ...]
    shelves: tuple[ShownShelf, ...]
    failures: tuple[Group, ...]
    failed: int
    warnings: tuple[Row, ...]
    warned: int
    missing: tuple[MissingIssue, ...]
    """Issues that documents refer to and that the library lacks."""
    missed: int


def status_page(
    held: Status, lacking: Sequence[Lacking], words: Wording, interfaces: Iterable[str]
) -> StatusPage:
    """Return what the status page shows; ``interfaces`` are the languages that the pages speak."""
    spoken = frozenset(interfaces)
    return StatusPage(
        generation=held.generation,
        engine=held.engine,
        notice=told(held.notice, words) if held.notice else None,
        lacking=tuple(told(sentence, words) for sentence in held.lacking),
        shelves=tuple(
            ShownShelf(
                name=words.language_alone(shelf.language),
                documents=words.number(shelf.documents),
                pages=words.number(shelf.pages),
                remarks=words.number(shelf.remarks),
                interface=shelf.language in spoken,
            )
            for shelf in held.shelves
        ),
        failures=tuple(_groups(held, words)),
        failed=len(held.failures),
        warnings=tuple(Row(path, told(text, words)) for path, text in held.warnings[:MOST]),
        warned=len(held.warnings),
        missing=tuple(_missing(one) for one in lacking[:MOST]),
        missed=len(lacking),
    )


def _missing(one: Lacking) -> MissingIssue:
    cited_by = tuple(
        Link(held.title, document_address(held), language=held.language)
        for held in one.cited_by[:MOST_CITING]
    )
    return MissingIssue(one.name, cited_by, len(one.cited_by) - len(cited_by))


def _groups(held: Status, words: Wording) -> Iterator[Group]:
    """Yield the files that were not read by reason, the most frequent reason first."""
    found: dict[str, list[tuple[str, str]]] = {}
    for path, code, reason in held.failures:
        found.setdefault(code if code in FAILURES else OTHER, []).append((path, reason))
    for code in sorted(found, key=lambda code: (-len(found[code]), code)):
        title = FAILURES.get(code, OTHER_FAILURES)
        rows = (Row(path, told(reason, words)) for path, reason in islice(found[code], MOST))
        yield Group(code, words.gettext(title), len(found[code]), tuple(rows))
