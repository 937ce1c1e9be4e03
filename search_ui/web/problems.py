"""From an exception to an HTTP status and plain words: one table, two presentations.

What is expected says what to do. What is not expected says nothing but a reference number, which
stands in the log beside the cause.
"""

from __future__ import annotations

import secrets
import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from types import MappingProxyType

from werkzeug.exceptions import HTTPException

from indexer.errors import (
    DamagedGeneration,
    EngineError,
    GenerationError,
    InterLocError,
    NoGeneration,
    NoOriginal,
    NotInLibrary,
    OutdatedGeneration,
    QueryError,
)

MEDIA_TYPE = "application/problem+json"
"""Source: RFC 9457."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a kind of problem is called and, where the error's own words are not for visitors, what to say."""

    status: int
    title: str
    detail: str = ""


_NOT_NOW = "The search cannot answer at the moment"

EXPECTED: Mapping[type[InterLocError], Words] = MappingProxyType(
    {
        QueryError: Words(400, "A part of this address is not right"),
        NoOriginal: Words(404, "The original file is not there"),
        NotInLibrary: Words(404, "There is no such document"),
        NoGeneration: Words(503, _NOT_NOW, "Nothing has been indexed yet. Run: make index"),
        OutdatedGeneration: Words(
            503, _NOT_NOW, "The index was made by another version of this program. Run: make index"
        ),
        DamagedGeneration: Words(503, _NOT_NOW, "The index is damaged. Run: make index"),
        GenerationError: Words(503, _NOT_NOW, "The index cannot be used. Run: make index"),
        EngineError: Words(503, _NOT_NOW, "The search engine does not answer. Try again in a minute."),
    }
)
"""Every error of the project that may come to a visitor; the nearest class counts.

The words of the index's own errors name folders of the server, so that only the log has them."""

REFUSED: Mapping[int, Words] = MappingProxyType(
    {
        400: Words(
            400,
            "This request cannot be understood",
            "Check the address. A site behind another name needs that name in its setting trusted_hosts.",
        ),
        403: Words(
            403, "This was not sent from a page of this site", "Judge hits on the results page itself."
        ),
        404: Words(404, "There is no such page", "Check the address, or look for the document by its words."),
        405: Words(405, "This address only answers reading", "Use GET."),
        413: Words(413, "This request is too large", "A request to this site needs no body."),
        414: Words(414, "This address is too long", "Shorten the question."),
    }
)
"""What the framework refuses, by HTTP status."""

UNEXPECTED = Words(
    500,
    "Something went wrong on our side",
    "The fault is not yours. If it comes again, tell the people who run this site the reference number.",
)


@dataclass(frozen=True, slots=True)
class Problem:
    """One refusal, ready to be shown."""

    status: int
    code: str
    """The error's stable word, for programs."""
    title: str
    detail: str
    parameter: str | None = None
    """The parameter of the address that was wrong."""
    reference: str | None = None
    """What finds an unexpected error in the log."""
    headers: Mapping[str, str] = field(default_factory=dict)
    log: str | None = None
    """The line for the log, where there is something to repair."""


def problem(error: Exception) -> Problem:
    """Return what the visitor is told about the error, and what the log is told."""
    match error:
        case HTTPException():
            return _refusal(error)
        case InterLocError():
            for kind in type(error).__mro__:
                if kind in EXPECTED:
                    return _expected(error, EXPECTED[kind])
    return _unexpected(error)


def body(shown: Problem) -> Mapping[str, object]:
    """Return the problem as the members of RFC 9457, with ``code`` and what else is known."""
    known = {"parameter": shown.parameter, "reference": shown.reference}
    return {
        "type": "about:blank",
        "title": shown.title,
        "status": shown.status,
        "detail": shown.detail,
        "code": shown.code,
        **{name: value for name, value in known.items() if value is not None},
    }


def _expected(error: InterLocError, words: Words) -> Problem:
    return Problem(
        status=words.status,
        code=error.code,
        title=words.title,
        detail=words.detail or str(error),
        parameter=error.parameter if isinstance(error, QueryError) else None,
        log=_one_line(error) if words.status >= 500 else None,
    )


def _refusal(error: HTTPException) -> Problem:
    status = error.code or 500
    if status >= 500:
        return _unexpected(error)
    words = REFUSED.get(status) or Words(status, HTTPStatus(status).phrase, "")
    allowed = getattr(error, "valid_methods", None)
    return Problem(
        status=status,
        code=HTTPStatus(status).phrase.lower().replace(" ", "-"),
        title=words.title,
        detail=words.detail,
        headers={"Allow": ", ".join(sorted(allowed))} if allowed else {},
    )


def _unexpected(error: Exception) -> Problem:
    reference = secrets.token_hex(4)
    return Problem(
        status=UNEXPECTED.status,
        code="unexpected",
        title=UNEXPECTED.title,
        detail=UNEXPECTED.detail,
        reference=reference,
        log=f"{reference} {_one_line(error)}",
    )


def _one_line(error: Exception) -> str:
    """Return the error and the way to it on one line, whatever it holds."""
    steps = traceback.extract_tb(error.__traceback__)[-4:]
    way = " > ".join(f"{step.filename}:{step.lineno} {step.name}" for step in steps)
    return f"{type(error).__name__}: {str(error)!r} at {way or 'an unknown place'}"
