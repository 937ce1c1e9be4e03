"""What every request must pass and every response must carry."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from indexer.settings import Settings

MAX_BODY = 16 * 1024
"""Bytes that a request may bring along: room for a verdict on a hit, the only thing that is taken."""

PAGE_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:;"
    " form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
"""What a page may load: our own style sheet, script, pictures and suggestions, and nothing inline."""

DATA_POLICY = "default-src 'none'; frame-ancestors 'none'"
"""What everything else may load where a browser shows it: nothing."""

HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Content-Security-Policy": DATA_POLICY,
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
        "Cache-Control": "no-cache",
    }
)
"""Sent with every response that does not state its own."""

_HOST = re.compile(
    r"(?P<name>[a-z0-9._-]{1,253}|\[[0-9a-f:.]{2,45}\])(?::\d{1,5})?", re.ASCII | re.IGNORECASE
)
_OWN_NAMES = frozenset({"localhost", "127.0.0.1", "[::1]"})
EVERYWHERE = frozenset({"0.0.0.0", "::", "[::]"})  # noqa: S104 - recognised, not listened on
"""Addresses that stand for all of the machine's own."""


def host_is_ours(host: str, settings: Settings) -> bool:
    """Say whether a request that names this host means this site.

    Without trusted hosts in the settings these are the machine's own names and the address
    listened on; a site that listens on every address takes every well-formed name.
    """
    found = _HOST.fullmatch(host)
    if not found:
        return False
    name = found["name"].lower().rstrip(".")
    if settings.trusted_hosts:
        return name in _OWN_NAMES or any(
            _is_or_ends_with(name, trusted.lower()) for trusted in settings.trusted_hosts
        )
    return settings.host in EVERYWHERE or name in _OWN_NAMES | {settings.host.lower(), f"[{settings.host}]"}


def _is_or_ends_with(name: str, trusted: str) -> bool:
    """Say whether it is the trusted name; one that starts with a dot stands for all names below it too."""
    return name == trusted.removeprefix(".") or (trusted.startswith(".") and name.endswith(trusted))
