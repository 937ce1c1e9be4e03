"""Lets the pages of other sites read the API, where the site's settings name them (CORS)."""

from __future__ import annotations

from collections.abc import Sequence

from flask import Response

EVERYBODY = "*"
"""In the settings: every site."""

KEPT_SECONDS = "86400"
"""How long a browser may remember what it was allowed: a day."""


def label(response: Response, origin: str | None, allowed: Sequence[str]) -> None:
    """Say in the response who may read it. What a request claims is repeated only where it is allowed."""
    if not allowed:
        return
    if EVERYBODY in allowed:
        permitted = EVERYBODY
    else:
        response.vary.add("Origin")
        if origin not in allowed:
            return
        permitted = str(origin)
    response.headers["Access-Control-Allow-Origin"] = permitted
    response.headers["Access-Control-Allow-Methods"] = "GET, HEAD, OPTIONS"
    response.headers["Access-Control-Allow-Headers"] = "If-None-Match"
    response.headers["Access-Control-Expose-Headers"] = "ETag, Retry-After"
    response.headers["Access-Control-Max-Age"] = KEPT_SECONDS
    response.headers["Cross-Origin-Resource-Policy"] = "cross-origin"
