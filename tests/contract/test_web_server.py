"""The production server: it starts and ends cleanly, says what is in its way, and outlives its visitors."""

from __future__ import annotations

import http.client
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

COMMAND = (sys.executable, "-c", "from search_ui.cli import main; raise SystemExit(main())", "serve")
PATIENCE = 20
"""Seconds that anything here may take at most."""


@contextmanager
def running(*arguments: str) -> Iterator[subprocess.Popen[str]]:
    process = subprocess.Popen(
        [*COMMAND, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def listening_port(process: subprocess.Popen[str]) -> int:
    assert process.stdout
    said = process.stdout.readline()
    found = re.fullmatch(r"InterLoc Search is at http://127\.0\.0\.1:(\d+)/\n", said)
    assert found, said
    return int(found[1])


def get(port: int, path: str) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.status, answer.read()
    finally:
        connection.close()


@pytest.fixture(scope="module")
def port(shipped: Any) -> Iterator[int]:
    with running("--index", str(shipped.settings.index), "--port", "0") as process:
        yield listening_port(process)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_cleanly_when_told_to(shipped: Any, number: signal.Signals) -> None:
    with running("--index", str(shipped.settings.index), "--port", "0") as process:
        assert get(listening_port(process), "/health")[0] == 200
        process.send_signal(number)
        _, complaints = process.communicate(timeout=PATIENCE)
        assert (process.returncode, complaints) == (0, "")


def test_a_port_in_use_is_named_with_the_way_out(shipped: Any) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        taken = str(other.getsockname()[1])
        with running("--index", str(shipped.settings.index), "--port", taken) as process:
            said, complaints = process.communicate(timeout=PATIENCE)
    assert (process.returncode, said) == (1, "")
    assert complaints == (
        f"interloc: Port {taken} is in use by another program. Choose another one with --port.\n"
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        pytest.param(("--port", "70000"), "no port 70000", id="no such port"),
        pytest.param(("--host", "192.0.2.1", "--port", "0"), "192.0.2.1 cannot be", id="another's address"),
        pytest.param(("--host", "a..b", "--port", "0"), "a..b cannot be", id="no address at all"),
    ],
)
def test_an_impossible_address_is_named(shipped: Any, arguments: tuple[str, ...], words: str) -> None:
    with running("--index", str(shipped.settings.index), *arguments) as process:
        _, complaints = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    assert words in complaints and complaints.count("\n") == 1


def test_without_an_index_it_says_so_and_does_not_listen(tmp_path: Path) -> None:
    with running("--index", str(tmp_path / "none"), "--port", "0") as process:
        said, complaints = process.communicate(timeout=PATIENCE)
    assert (process.returncode, said) == (1, "")
    assert complaints == f"interloc: There is no index in {tmp_path / 'none'} yet. Run: make index\n"


def test_a_question_of_100_kb_is_answered(port: int) -> None:
    assert get(port, "/search?q=" + "%C5%BC" * 50_000)[0] == 200


def test_a_visitor_who_goes_away_does_not_end_it(port: int) -> None:
    for _ in range(20):
        with socket.create_connection(("127.0.0.1", port)) as visitor:
            visitor.sendall(b"GET /search?q=projekt HTTP/1.1\r\nHost: localhost\r\n\r\n" * 20)
    assert get(port, "/health")[0] == 200


def test_visitors_who_never_finish_do_not_shut_out_others(port: int) -> None:
    idle = []
    try:
        for _ in range(150):
            visitor = socket.create_connection(("127.0.0.1", port))
            visitor.sendall(b"GET / HTTP/1.1\r\nHost: local")
            idle.append(visitor)
        assert [get(port, "/search?q=projekt")[0] for _ in range(10)] == [200] * 10
    finally:
        for visitor in idle:
            visitor.close()


def test_an_original_arrives_whole(port: int) -> None:
    _, page = get(port, "/search?q=cooperation&kind=tool")
    found = re.search(rb'href="/document/([0-9a-f]+)/pdf', page)
    assert found
    status, content = get(port, f"/file/{found[1].decode()}")
    assert (status, content[:5], content.rstrip()[-5:]) == (200, b"%PDF-", b"%%EOF")


@pytest.mark.parametrize(
    ("request_", "status"),
    [
        pytest.param(b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n", b"400", id="another host"),
        pytest.param(b"GET /health HTTP/1.0\r\n\r\n", b"200", id="no host at all"),
        pytest.param(b"GET http://evil.example HTTP/1.1\r\nHost: localhost\r\n\r\n", b"404", id="a proxy's"),
        pytest.param(
            b"GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n", b"404", id="out of the site"
        ),
        pytest.param(b"NONSENSE\r\n\r\n", b"400", id="nonsense"),
        pytest.param(
            b"GET / HTTP/1.1\r\nHost: localhost\r\nX: " + b"x" * 400_000 + b"\r\n\r\n",
            b"431",
            id="huge header",
        ),
        pytest.param(
            b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000\r\n\r\n", b"413", id="huge body"
        ),
    ],
)
def test_odd_requests_are_refused_calmly(port: int, request_: bytes, status: bytes) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as visitor:
        visitor.sendall(request_)
        assert visitor.recv(4096).split()[1] == status
