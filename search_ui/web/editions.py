"""What a client has already is not made again: an entity tag per address and edition of the index."""

from __future__ import annotations

import hashlib
from collections.abc import Callable

from flask import Response, request

from ..search.service import SearchService
from .site import ask

VERSION = "1.1.0"
"""Version of the contract of all that is told to programs; it is raised when an answer changes its form."""


def unless_known(made: Callable[[SearchService], Response]) -> Response:
    """Return what is made of the library, or "not modified" where the client has it from this edition.

    The tag is weak, since two answers to one question differ in the time they took.
    """
    return ask(lambda service: _unless_known(service, made))


def _unless_known(service: SearchService, made: Callable[[SearchService], Response]) -> Response:
    tag, held = _tag(service), request.if_none_match
    known = held.contains_weak(tag) and not held.star_tag
    response = Response(status=304) if known else made(service)
    response.set_etag(tag, weak=True)
    return response


def _tag(service: SearchService) -> str:
    """Return what changes with the index, the program and the address, and with nothing else."""
    parts = (VERSION, str(service.generation), service.edition, str(service.notice), request.full_path)
    return hashlib.sha256("\n".join(parts).encode(errors="replace")).hexdigest()[:20]
