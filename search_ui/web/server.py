"""The production server and its limits."""

from __future__ import annotations

import errno
import logging
import resource
import signal
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import waitress  # type: ignore[import-untyped]  # it has no type stubs

from indexer.errors import SettingsError
from indexer.settings import Settings

from ..search.library import Library
from ..search.query import Query, parse
from . import guard
from .app import create_app

CONNECTIONS = 2_000
"""Connections held at once. With waitress's default of 100, a hundred visitors who never finish
their request shut out everybody else.

Source: 300 half-open connections beside 40 requests, all 40 answered; none with the defaults."""

IDLE_SECONDS = 10
"""Seconds after which a silent connection may be closed."""

CLEANUP_SECONDS = 5
"""Seconds between two looks for silent connections."""

MAX_HEADERS = 330_000
"""Bytes of a request's address and headers: a question of 100 kB, percent-encoded, and the rest."""

_SPARE_FILES = 200
"""File descriptors beside the connections: originals on their way, the index, the log."""


def serve(settings: Settings, say: Callable[[str], None]) -> None:
    """Serve the library until the process is told to end.

    Raises ``GenerationError`` before listening if there is no index, ``SettingsError`` if the
    address cannot be listened on.
    """
    logging.basicConfig(
        level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s %(message)s", force=True
    )
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    library = Library(settings.index)
    try:
        _warm_up(library)
        with _listening(settings) as listener, _ending_on_signal():
            _allow_files()
            server = waitress.create_server(
                create_app(settings, library),
                sockets=[listener],
                threads=settings.threads,
                connection_limit=CONNECTIONS,
                backlog=CONNECTIONS,
                channel_timeout=IDLE_SECONDS,
                cleanup_interval=CLEANUP_SECONDS,
                asyncore_use_poll=True,
                max_request_header_size=MAX_HEADERS,
                max_request_body_size=guard.MAX_BODY,
                clear_untrusted_proxy_headers=False,  # only ``limits`` reads one, where the settings name it
                ident=None,
            )
            say(f"{settings.title} is at {_address(settings.host, listener.getsockname()[1])}")
            sys.stdout.flush()
            server.run()
            server.close()
    finally:
        library.close()


def _warm_up(library: Library) -> None:
    """Ask once, so that the first visitor need not wait for the word lists."""
    library.ask(lambda service: service.search(Query(parse("samarbejde współpraca cooperation"))))


@contextmanager
def _listening(settings: Settings) -> Iterator[socket.socket]:
    host, port = settings.host, settings.port
    if not 0 <= port <= 65535:
        raise SettingsError(f"There is no port {port}. Choose one from 1 to 65535 with --port.")
    try:
        family, _, _, _, address = socket.getaddrinfo(
            host.strip("[]"), port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listener = socket.create_server(
            address[:2], family=family, backlog=CONNECTIONS, dualstack_ipv6=address[0] == "::"
        )
    except (OSError, UnicodeError) as error:
        raise SettingsError(_cannot_listen(host, port, error)) from error
    with listener:
        yield listener


def _cannot_listen(host: str, port: int, error: Exception) -> str:
    """Return what is in the way and how to go around it."""
    match error:
        case OSError(errno=errno.EADDRINUSE):
            return f"Port {port} is in use by another program. Choose another one with --port."
        case OSError(errno=errno.EACCES):
            return f"Port {port} may not be used without special rights. Choose one above 1023 with --port."
    reason = getattr(error, "strerror", None) or error
    return f"The address {host} cannot be listened on: {reason}. Choose another one with --host."


@contextmanager
def _ending_on_signal() -> Iterator[None]:
    """End cleanly when told to, and not at all when a visitor goes away in the middle of an answer."""

    def end(_number: int, _frame: FrameType | None) -> None:
        raise SystemExit(0)

    before = {number: signal.signal(number, end) for number in (signal.SIGTERM, signal.SIGINT)}
    before[signal.SIGPIPE] = signal.signal(signal.SIGPIPE, signal.SIG_IGN)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _allow_files() -> None:
    """Raise the number of open files to what all connections together need, as far as allowed."""
    wanted = CONNECTIONS + _SPARE_FILES
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(resource.RLIMIT_NOFILE, (most, hard))


def _address(host: str, port: int) -> str:
    """Return an address that a browser on this machine can open."""
    name = "localhost" if host in ("0.0.0.0", "::", "[::]") else host  # noqa: S104 - recognised, not listened on
    return (
        f"http://[{name}]:{port}/" if ":" in name and not name.startswith("[") else f"http://{name}:{port}/"
    )
