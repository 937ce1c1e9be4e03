"""What references between issues mean in one library, once all its documents are known.

A reference without an owner means the series that its own document belongs to, else the series of the
project that the document tells of. What fits two documents leads to both, with its doubt.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from .labels import plain
from .series import ISSUE_WORDS

SEVERAL = "Several documents of the library are this issue."
UNNAMED = "The reference does not say of which series."


@dataclass(frozen=True, slots=True)
class Known:
    """A document, as far as references depend on it."""

    number: int
    """Its number in the catalogue."""
    series: str = ""
    issue: int = 0
    """Its number in the series; 0 for none."""
    projects: tuple[str, ...] = ()
    """The projects that it names."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A claim that a document refers to an issue."""

    document: int
    claim: int
    """Its number among the claims of the document."""
    value: str
    """``InterLoc newsletter 5``, or ``newsletter 5`` where no owner is named."""


@dataclass(frozen=True, slots=True)
class Resolved:
    """A document that a citation leads to, or that there is none."""

    citation: Citation
    cited: int | None
    """The document's number in the catalogue; ``None`` where the library lacks it."""
    name: str
    """What the issue is called."""
    doubt: str = ""


def resolved(documents: Iterable[Known], citations: Iterable[Citation]) -> Iterator[Resolved]:
    """Yield what each citation leads to; a reference of an issue to itself leads nowhere."""
    known = {document.number: document for document in documents}
    issues = defaultdict[int, list[Known]](list)
    for document in known.values():
        if document.series and document.issue:
            issues[document.issue].append(document)
    names: dict[tuple[str, int], str] = {}
    for citation in citations:
        yield from _resolved(citation, known[citation.document], issues, names)


def _resolved(
    citation: Citation,
    source: Known,
    issues: Mapping[int, Sequence[Known]],
    names: dict[tuple[str, int], str],
) -> Iterator[Resolved]:
    words, _, digits = citation.value.rpartition(" ")
    owner, _, word = words.rpartition(" ")
    number = int(digits)
    owner = owner or ("" if source.series else _only(source.projects))
    fitting, doubt = _fitting(owner, word, source, issues.get(number, ()))
    called = owner or (source.series if source.series else "")
    name = names.setdefault((plain(called), number), _called(called, word, number))
    for document in fitting:
        if document is not source:
            several = SEVERAL if len(fitting) > 1 else doubt
            yield Resolved(citation, document.number, f"{document.series} {number}", several)
    if not fitting:
        yield Resolved(citation, None, name)


def _fitting(owner: str, word: str, source: Known, issues: Sequence[Known]) -> tuple[list[Known], str]:
    """Return the documents that may be meant, and the doubt about all of them."""
    if owner:
        return [issue for issue in issues if _belongs(issue, owner)], ""
    if source.series:
        return [issue for issue in issues if plain(issue.series) == plain(source.series)], ""
    if source.projects or word not in ISSUE_WORDS:
        return [], ""
    return list(issues), UNNAMED


def _belongs(issue: Known, owner: str) -> bool:
    """Say whether an issue is of the owner's series: named after it, or a bare newsletter that names it."""
    named = plain(owner) in plain(issue.series)
    bare = bool(re.fullmatch("|".join(ISSUE_WORDS.values()), issue.series, re.IGNORECASE))
    return named or (bare and plain(owner) in map(plain, issue.projects))


def _only(projects: Sequence[str]) -> str:
    return projects[0] if len(projects) == 1 else ""


def _called(called: str, word: str, number: int) -> str:
    known = any(re.search(pattern, called, re.IGNORECASE) for pattern in ISSUE_WORDS.values())
    return f"{called} {number}" if called and known else f"{called} {word} {number}".strip()
