"""Judging hits on the results page: for the owner of a site who wants to know what its search is worth.

Off unless the site's settings switch it on. Each verdict is one line of JSON in one file, which the
project's evaluation reads.
"""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlencode, urlsplit

from indexer.errors import QueryError
from indexer.model import Document

from . import parameters

PARAMETER = "judge"
"""``?judge=1`` shows the verdicts beside the hits."""

VERDICTS: Mapping[str, int] = MappingProxyType({"right": 3, "partly": 2, "wrong": 0})
"""What may be said of a hit, with its grade: it answers, answers in part, is of no use."""

MAX_FILE = 5_000_000
"""Bytes from which nothing more is written: some 20,000 verdicts, more than anybody makes by hand."""

_writing = threading.Lock()


@dataclass(frozen=True, slots=True)
class Judged:
    """What a person said of one hit."""

    question: str
    path: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Judging:
    """What the results page shows of it."""

    address: str
    """The address of the page, to come back to."""
    verdicts: Mapping[str, str]
    """What was last said of documents to this question, by path."""


def asked_for(given: dict[str, list[str]]) -> bool:
    """Take the parameter out of an address, and say whether it asks for judging."""
    return given.pop(PARAMETER, None) == ["1"]


def shown(file: Path, question: str, given: Mapping[str, Sequence[str]]) -> Judging:
    """Return what the results page shows beside its hits."""
    return Judging(
        urlencode(dict(given), doseq=True),
        {one.path: one.verdict for one in _read(file) if one.question == question},
    )


def is_from_this_site(site: str | None, origin: str | None, host: str) -> bool:
    """Say whether a form was sent from a page of this site.

    Browsers tell it in ``Sec-Fetch-Site``, older ones in ``Origin``; what says neither is refused.
    """
    if site is not None:
        return site == "same-origin"
    return origin is not None and urlsplit(origin).netloc.lower() == host.lower()


def question_of(address: str) -> tuple[str, dict[str, list[str]]]:
    """Return the question of the judged page, and the parameters to show it again.

    Raises ``QueryError`` where it is no address of a results page.
    """
    given = parameters.given(address.encode())
    asked = parameters.query(given).question.text
    if not asked.strip():
        raise QueryError("q", "A judgement needs a question.")
    return asked, given


def verdict_of(value: str) -> str:
    """Return the verdict. Raises ``QueryError`` if there is none such."""
    if value not in VERDICTS:
        raise QueryError("verdict", f"A verdict is one of: {', '.join(VERDICTS)}.")
    return value


def write(file: Path, question: str, document: Document, verdict: str, generation: int) -> None:
    """Append what was said to the file. Raises ``QueryError`` where the file is full."""
    line = json.dumps(
        {
            "question": question,
            "document": document.source.path.as_posix(),
            "verdict": verdict,
            "grade": VERDICTS[verdict],
            "generation": generation,
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
        },
        ensure_ascii=False,
    )
    file.parent.mkdir(parents=True, exist_ok=True)
    with _writing, file.open("ab") as stream:
        if os.fstat(stream.fileno()).st_size > MAX_FILE:
            raise QueryError("verdict", "The file of judgements is full. Put it away and begin a new one.")
        stream.write(f"{line}\n".encode())


def _read(file: Path) -> Iterator[Judged]:
    """Yield what was said, in that order; a line that is not ours is passed over."""
    if not file.exists():
        return
    for line in file.read_text(encoding="utf-8", errors="replace").splitlines():
        try:
            stated = json.loads(line)
            yield Judged(stated["question"], stated["document"], stated["verdict"])
        except (ValueError, TypeError, KeyError):
            continue
