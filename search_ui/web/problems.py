"""From an exception to an HTTP status and plain words: one table, two presentations.

What is expected says what to do. What is not expected says nothing but a reference number, which
stands in the log beside the cause.
"""

from __future__ import annotations

import secrets
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from types import MappingProxyType

from werkzeug.exceptions import HTTPException

from indexer.errors import (
    DamagedGeneration,
    EngineError,
    EngineUnreachable,
    GenerationError,
    InterLocError,
    NoGeneration,
    NoOriginal,
    NotInLibrary,
    NotKnown,
    OutdatedGeneration,
    QueryError,
    UnknownEngine,
)

from . import api_shapes as shapes
from .marks import N_
from .sentences import Told, told
from .wording import Wording

MEDIA_TYPE = "application/problem+json"
"""Source: RFC 9457."""


@dataclass(frozen=True, slots=True)
class Words:
    """What a kind of problem is called and, where the error's own words are not for visitors, what to say."""

    status: int
    title: str
    detail: str = ""


_NOT_NOW = N_("The search cannot answer at the moment")
_REBUILT = N_("The people who run this site have to build the index anew. Run: make index")

EXPECTED: Mapping[type[InterLocError], Words] = MappingProxyType(
    {
        QueryError: Words(400, N_("A part of this address is not right")),
        NoOriginal: Words(404, N_("The original file is not there")),
        NotKnown: Words(
            404,
            N_("No document names this"),
            N_("Look at the lists of projects and places, or look for the document by its words."),
        ),
        NotInLibrary: Words(
            404,
            N_("There is no such document"),
            N_(
                "It may have been removed from the library, or its address is not complete."
                " Look for it by its title."
            ),
        ),
        NoGeneration: Words(
            503,
            N_("The library is still empty"),
            N_(
                "Nothing has been indexed yet. The people who run this site have to build the index first."
                " Run: make index"
            ),
        ),
        OutdatedGeneration: Words(
            503,
            _NOT_NOW,
            N_(
                "The index was made by another version of this program."
                " The people who run this site have to build it anew. Run: make index"
            ),
        ),
        DamagedGeneration: Words(
            503,
            _NOT_NOW,
            N_("The index is damaged. The people who run this site have to build it anew. Run: make index"),
        ),
        GenerationError: Words(503, _NOT_NOW, _REBUILT),
        UnknownEngine: Words(
            503,
            _NOT_NOW,
            N_("The search engine that the index was made with is not installed on this server."),
        ),
        EngineUnreachable: Words(
            503,
            N_("The search engine cannot be reached"),
            N_("The page works, but the search behind it does not answer. Try again in a minute."),
        ),
        EngineError: Words(
            503, _NOT_NOW, N_("The search engine failed at this question. Try again in a minute.")
        ),
    }
)
"""Every error of the project that may come to a visitor; the nearest class counts.

The words of the index's own errors name folders of the server, so that only the log has them."""

REFUSED: Mapping[int, Words] = MappingProxyType(
    {
        400: Words(
            400,
            N_("This request cannot be understood"),
            N_("Check the address. A site behind another name needs that name in its setting trusted_hosts."),
        ),
        403: Words(
            403,
            N_("This was not sent from a page of this site"),
            N_("Judge hits on the results page itself."),
        ),
        404: Words(
            404,
            N_("There is no such page"),
            N_("Check the address, or look for the document by its words."),
        ),
        405: Words(405, N_("This address can only be read"), N_("Use the method GET.")),
        413: Words(413, N_("This request is too large"), N_("A request to this site needs no body.")),
        414: Words(414, N_("This address is too long"), N_("Shorten the question.")),
        429: Words(429, N_("Too many requests"), N_("Wait a little, then ask again, and more slowly.")),
    }
)
"""What the framework refuses, by HTTP status."""

UNEXPECTED = Words(
    500,
    N_("Something went wrong on our side"),
    N_("The fault is not yours. If it comes again, tell the people who run this site the reference number."),
)


@dataclass(frozen=True, slots=True)
class Problem:
    """One refusal, ready to be shown."""

    status: int
    code: str
    """The error's stable word, for programs."""
    title: str
    detail: str
    message: str
    """What ``detail`` is made of, to be told in other languages."""
    values: Mapping[str, object] = field(default_factory=dict)
    """The values in ``message``."""
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


def body(shown: Problem) -> shapes.Problem:
    """Return the problem as the members of RFC 9457, with ``code`` and what else is known."""
    told: shapes.Problem = {
        "type": "about:blank",
        "title": shown.title,
        "status": shown.status,
        "detail": shown.detail,
        "code": shown.code,
    }
    if shown.parameter is not None:
        told["parameter"] = shown.parameter
    if shown.reference is not None:
        told["reference"] = shown.reference
    return told


def said(shown: Problem, words: Wording) -> tuple[str, Told]:
    """Return the title and what to do about the problem in this language."""
    title = words.gettext(shown.title)
    if shown.values:
        return title, Told(words.gettext(shown.message, **shown.values), words.code)
    if shown.code == NoOriginal.code:
        return title, told(shown.message, words)
    return title, Told(words.gettext(shown.message) if shown.message else "", words.code)


def _expected(error: InterLocError, words: Words) -> Problem:
    return Problem(
        status=words.status,
        code=error.code,
        title=words.title,
        detail=words.detail or str(error),
        message=error.message if isinstance(error, QueryError) else words.detail or str(error),
        values=error.values if isinstance(error, QueryError) else {},
        parameter=error.parameter if isinstance(error, QueryError) else None,
        log=_one_line(error) if words.status >= 500 else None,
    )


def _refusal(error: HTTPException) -> Problem:
    status = error.code or 500
    if status >= 500:
        return _unexpected(error)
    words = REFUSED.get(status) or Words(status, HTTPStatus(status).phrase, "")
    return Problem(
        status=status,
        code=HTTPStatus(status).phrase.lower().replace(" ", "-"),
        title=words.title,
        detail=words.detail,
        message=words.detail,
        headers=dict(_headers(error)),
    )


def _headers(error: HTTPException) -> Iterator[tuple[str, str]]:
    """Yield what else a refused program has to know."""
    if allowed := getattr(error, "valid_methods", None):
        yield "Allow", ", ".join(sorted(allowed))
    if seconds := getattr(error, "retry_after", None):
        yield "Retry-After", str(seconds)


def _unexpected(error: Exception) -> Problem:
    reference = secrets.token_hex(4)
    return Problem(
        status=UNEXPECTED.status,
        code="unexpected",
        title=UNEXPECTED.title,
        detail=UNEXPECTED.detail,
        message=UNEXPECTED.detail,
        reference=reference,
        log=f"{reference} {_one_line(error)}",
    )


def _one_line(error: Exception) -> str:
    """Return the error and the way to it on one line, whatever it holds."""
    steps = traceback.extract_tb(error.__traceback__)[-4:]
    way = " > ".join(f"{step.filename}:{step.lineno} {step.name}" for step in steps)
    return f"{type(error).__name__}: {str(error)!r} at {way or 'an unknown place'}"
