"""How much one client may ask, so that a program that runs wild does not take the search from everybody.

A client's allowance fills up steadily and holds a minute's worth at most (the generic cell rate
algorithm): one number per client. Those who have not asked for longest are forgotten first.
"""

from __future__ import annotations

import ipaddress
import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable

from werkzeug.exceptions import TooManyRequests

MAX_CLIENTS = 10_000
"""Clients that are remembered, at some 200 bytes each."""

PERIOD = 60.0
"""Seconds whose worth of requests may come at once."""

_NEIGHBOURS = 64
"""Leading bits of an IPv6 address that name its holder; the rest anybody may change at will.

Source: RFC 6177, which leaves a site a /64 or more."""


class Limits:
    """Counts what each client asks. Many threads may ask."""

    def __init__(self, per_minute: int, now: Callable[[], float] = time.monotonic) -> None:
        """Take the requests that a client may make a minute."""
        self._interval = PERIOD / per_minute
        self._now = now
        self._lock = threading.Lock()
        self._paid_until: OrderedDict[str, float] = OrderedDict()

    def wait(self, client: str, cost: float = 1) -> float:
        """Count a request and return 0, or the seconds after which the client may ask again."""
        with self._lock:
            now = self._now()
            paid = max(now, self._paid_until.get(client, now)) + cost * self._interval
            if paid - now > PERIOD:
                return paid - now - PERIOD
            self._paid_until[client] = paid
            self._paid_until.move_to_end(client)
            if len(self._paid_until) > MAX_CLIENTS:
                self._paid_until.popitem(last=False)
            return 0.0

    def check(self, client: str, cost: float = 1) -> None:
        """Count a request. Raises ``TooManyRequests`` where it is one too many."""
        if seconds := self.wait(client, cost):
            raise TooManyRequests(retry_after=math.ceil(seconds))

    def __len__(self) -> int:
        """Return how many clients are remembered."""
        return len(self._paid_until)


def client(address: str | None, forwarded: str | None = None) -> str:
    """Return who asks: the last address that a reverse proxy names, else the connection's own.

    What stands before the last address came from outside and may be invented.
    """
    stated = (forwarded or "").rpartition(",")[2].strip() or address or ""
    try:
        found = ipaddress.ip_address(stated)
    except ValueError:
        return address or ""
    if isinstance(found, ipaddress.IPv6Address):
        plain = found.ipv4_mapped
        return str(plain or ipaddress.ip_network((int(found), _NEIGHBOURS), strict=False))
    return str(found)
