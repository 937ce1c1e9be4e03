"""What a stranger can send: ids that name files, hosts that are not ours, and headers that claim things.

``make torture`` asks 5,000 hostile ids and counts the bytes that came from outside the corpus.
"""

from __future__ import annotations

import http.client
import itertools
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from indexer.build import build
from indexer.settings import Settings
from search_ui.search.library import Library
from search_ui.web.app import create_app

pytestmark = pytest.mark.torture

SECRET = "zq7-not-for-anybody"  # noqa: S105 - what stands in files that nobody may see
MARK = "stranger-3f9c.example"
IDS = 5_000
PATHS = ("/document/{}", "/file/{}", "/api/v1/document/{}", "/document/{}.bib")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Settings, Library]]:
    """A library with secrets all around it: beside the corpus, hidden in it, and behind a link."""
    folder = tmp_path_factory.mktemp("house")
    corpus = folder / "documents"
    (corpus / "herd").mkdir(parents=True)
    (corpus / "herd/zebra.txt").write_text("A zebra in the municipality.", encoding="utf-8")
    (corpus / "page.html").write_text("<title>A page</title><p>About a zebra.</p>", encoding="utf-8")
    for secret in (folder / "secret.txt", corpus / ".secret.txt", folder / "index.txt"):
        secret.write_text(SECRET, encoding="utf-8")
    (corpus / "link.txt").symlink_to(folder / "secret.txt")
    settings = Settings(corpus=corpus, index=folder / "index", api_requests_per_minute=10**9)
    build(settings)
    library = Library(settings.index)
    yield settings, library
    library.close()


def hostile_ids(known: list[str], folder: Path) -> Iterator[str]:
    """Yield ways to name a file: climbing up, whole paths, other spellings of known ids, and noise."""
    chance = random.Random(20260101)
    targets = ["secret.txt", ".secret.txt", "link.txt", "documents/link.txt", "index/current", "etc/passwd"]
    targets += ["herd/zebra.txt", "index/generations/000001/catalogue.sqlite", "proc/self/environ"]
    ups = ["", "/", "../", "..\\", "....//", "..;/", "%2e%2e%2f", "..%2f", "..%252f", "..%c0%af", "..%5c"]
    ups += [
        "\u2025/",
        "．．／",
        "file:///",
        "//",
        f"{folder}/",
        f"{folder}/documents/../",
        "~/",
        "C:\\",
        "\\\\host\\",
    ]
    coats = [
        str,
        quote,
        lambda text: quote(quote(text)),
        lambda text: f"{text}\0",
        lambda text: f"{text}%00.txt",
    ]
    coats += [str.upper, lambda text: f"./{text}", lambda text: f"{text}/", lambda text: f"{text}::$DATA"]
    for up, depth, target, coat in itertools.product(ups, (1, 2, 5), targets, coats):
        yield coat(up * depth + target)
    for id in known:
        yield from (
            id.upper(),
            f"{id} ",
            f" {id}",
            f"{id}\0",
            f"{id}/",
            f"{id}/..",
            f"0{id}",
            id[:-1],
            f"{id}'--",
        )
        yield from (f"{id}/../../secret.txt", f"../file/{id}", f"{id}' OR '1'='1", f"%{id}", id[::-1])
    while True:
        size = chance.randrange(1, 300)
        yield "".join(
            chr(chance.choice((chance.randrange(256), chance.randrange(0x3000)))) for _ in range(size)
        )


def test_five_thousand_hostile_ids_get_no_byte_from_outside_the_corpus(house: Any) -> None:
    settings, library = house
    client = create_app(settings, library).test_client()
    hits = client.get("/api/v1/search").get_json()["hits"]
    known = {hit["id"]: (settings.corpus / hit["path"]).read_bytes() for hit in hits}
    assert len(known) == 2
    statuses: Counter[int] = Counter()
    for id in itertools.islice(hostile_ids(list(known), settings.corpus.parent), IDS):
        for pattern in PATHS:
            path = pattern.format(id).encode("utf-8", "replace").decode("latin-1")
            with client.get("/", environ_overrides={"PATH_INFO": path}) as response:
                body = response.data
            statuses[response.status_code] += 1
            assert SECRET.encode() not in body and b"root:x:" not in body and b"SQLite format" not in body
            if response.status_code == 200 and pattern == "/file/{}":
                assert body in known.values()
    print(f"{IDS} ids at {len(PATHS)} addresses, 0 bytes from outside the corpus: {dict(statuses)}")
    assert set(statuses) <= {200, 400, 404} and statuses[404] > IDS * 3
    for id, content in known.items():
        with client.get(f"/file/{id}") as response:
            assert response.data == content


ADDRESSES = (
    *(
        "/",
        "/search?q=zebra",
        "/search.csv?q=zebra",
        "/search.atom?q=zebra",
        "/search.bib?q=zebra",
        "/status",
    ),
    *(
        "/api",
        "/api/v1/search?q=zebra",
        "/api/v1/openapi.json",
        "/opensearch.xml",
        "/nowhere",
        "/search?page=0",
    ),
    *("/static", "/static/../x", "//x/", "/document/", "/health"),
)


def hosts() -> list[str]:
    """Return fifty ways to claim to be another site."""
    ours = ("localhost", "127.0.0.1", "search.town.example", "[::1]")
    coats = (
        "{mark}",
        "{mark}:80",
        "{our}.{mark}",
        "{mark}.{our}",
        "{our}@{mark}",
        "{mark}@{our}",
        "{our}:80@{mark}",
    )
    coats += ("{our}#{mark}", "{mark}/{our}", "{our}, {mark}", "{our}:{mark}", "{our}\\{mark}")
    made = [coat.format(our=our, mark=MARK) for our in ours for coat in coats]
    return list(
        dict.fromkeys(
            [
                *made,
                MARK.upper(),
                f"{MARK}.",
                f" {MARK}",
                f'"{MARK}"',
                f"<b>{MARK}",
                f"xn--{MARK}",
                f"user:pass@{MARK}",
                f"{MARK};",
                f"{MARK}\t",
                f"[{MARK}]",
                f"{MARK}%00",
            ]
        )
    )


def test_no_question_and_no_visitor_is_logged(house: Any) -> None:
    settings, _ = house
    command = "from search_ui.cli import main; raise SystemExit(main())"
    arguments = ["serve", "--index", str(settings.index), "--port", "0"]
    with subprocess.Popen(
        [sys.executable, "-c", command, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        port = int(process.stdout.readline().rpartition(":")[2].rstrip("/\n"))
        statuses = []
        for path in ("/search?q=", "/search?page=0&q=", "/search.csv?q=", "/api/v1/search?q=", "/nowhere?q="):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
            connection.request("GET", path + MARK, headers={"X-Forwarded-For": MARK, "Referer": MARK})
            statuses.append(connection.getresponse().status)
            connection.close()
        process.terminate()
        said, complaints = process.communicate(timeout=20)
    assert statuses == [200, 400, 200, 200, 404]
    assert (said, complaints) == ("", "")


SETTINGS = {
    "nothing stated": Settings(),
    "trusted hosts": Settings(trusted_hosts=("search.town.example", ".town.example")),
    "every address": Settings(host="0.0.0.0"),  # noqa: S104 - where a reflected name would hurt most
    "public address": Settings(host="0.0.0.0", public_address="https://search.town.example"),  # noqa: S104
}


@pytest.mark.parametrize("stated", SETTINGS.values(), ids=SETTINGS)
def test_no_host_that_a_request_claims_is_repeated(house: Any, stated: Settings) -> None:
    settings, library = house
    client = create_app(
        replace(stated, corpus=settings.corpus, index=settings.index, api_requests_per_minute=10**9), library
    ).test_client()
    variants = hosts()
    assert len(variants) >= 50
    for host, address in itertools.product(variants, ADDRESSES):
        claims = dict.fromkeys(("X-Forwarded-Host", "X-Host", "X-Original-URL", "X-Rewrite-URL"), host)
        for headers in ({"Host": host}, {"Host": "localhost", "Forwarded": f"host={host}", **claims}):
            with client.get(address, headers=headers) as response:
                told = response.data.decode("utf-8", "replace") + str(response.headers)
            assert MARK not in told.lower(), (host, address)
            assert response.status_code < 500 and "Location" not in response.headers
    print(f"{len(variants)} hosts at {len(ADDRESSES)} addresses, 0 repeated")
