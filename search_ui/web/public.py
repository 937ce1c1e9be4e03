"""Where the site is for the world: what is taken along needs whole addresses.

They come from the settings alone, never from what a request claims.
"""

from __future__ import annotations

from dataclasses import dataclass

from indexer.settings import Settings

from .guard import EVERYWHERE


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who gives a citation, a feed or a table out."""

    title: str
    address: str
    """The beginning of every address of the site, without a slash at its end."""

    def at(self, path: str) -> str:
        """Return the whole address of a path of the site."""
        return self.address + path


def publisher(settings: Settings) -> Publisher:
    """Return who the settings say this site is."""
    return Publisher(settings.title, _address(settings))


def _address(settings: Settings) -> str:
    """Return the address stated; else of the first trusted host, behind a proxy with TLS; else our own."""
    if stated := settings.public_address.rstrip("/"):
        return stated if "://" in stated else f"https://{stated}"
    named = next((host for host in settings.trusted_hosts if not host.startswith(".")), None)
    if named:
        return f"https://{named}"
    host = "localhost" if settings.host in EVERYWHERE else settings.host
    return f"http://[{host}]:{settings.port}" if _is_bare_ipv6(host) else f"http://{host}:{settings.port}"


def _is_bare_ipv6(host: str) -> bool:
    return ":" in host and not host.startswith("[")
