"""The examples of the documentation run against a real server and print what it answers."""

from __future__ import annotations

import csv
import http.client
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import pytest

from tests.conftest import serving

EXAMPLES = Path(__file__).parent.parent.parent / "docs/examples"
PROGRAMS = {".py": sys.executable, ".mjs": "node", ".sh": "sh"}
QUESTION = "współpraca & partner"
PATIENCE = 30
"""Seconds that an example may take at most."""

LONGEST = 15
"""Lines of an example, with its heading."""


@pytest.fixture(scope="module")
def site(shipped: Any) -> Iterator[str]:
    with serving(shipped.settings.index) as address:
        yield address


@pytest.fixture(scope="module")
def answer(site: str) -> Any:
    connection = http.client.HTTPConnection(site.removeprefix("http://"), timeout=PATIENCE)
    connection.request("GET", f"/api/v1/search?{urlencode({'q': QUESTION, 'per_page': 5})}")
    told = json.load(connection.getresponse())
    connection.close()
    assert told["total"] > 5
    return told


def run(example: Path, site: str, folder: Path) -> str:
    """Return what the example prints; skip where what runs it is not installed."""
    needed = "curl" if example.suffix == ".sh" else PROGRAMS[example.suffix]
    if not shutil.which(needed):
        pytest.skip(f"{needed} is not installed")
    done = subprocess.run(
        [PROGRAMS[example.suffix], example, site, QUESTION],
        cwd=folder,
        env=os.environ | {"PYTHONIOENCODING": "utf-8", "no_proxy": "*"},
        capture_output=True,
        timeout=PATIENCE,
        check=True,
    )
    assert done.stderr == b""
    return done.stdout.decode()


@pytest.mark.parametrize("name", ["ask.py", "ask.mjs"])
def test_the_example_prints_every_hit(name: str, site: str, answer: Any, tmp_path: Path) -> None:
    lines = run(EXAMPLES / name, site, tmp_path).splitlines()
    hits = [f"{hit['title']} | {hit['language']} | {site}{hit['url']}" for hit in answer["hits"]]
    assert lines == [f"{answer['total']} documents", *hits]


def test_the_example_with_curl_saves_the_table_and_prints_the_answer(
    site: str, answer: Any, tmp_path: Path
) -> None:
    told = json.loads(run(EXAMPLES / "ask.sh", site, tmp_path))
    assert told | {"took_ms": 0} == answer | {"took_ms": 0}
    with (tmp_path / "documents.csv").open(encoding="utf-8-sig", newline="") as file:
        assert len(list(csv.DictReader(file))) == answer["total"]


def test_every_example_is_run_and_short() -> None:
    examples = sorted(EXAMPLES.iterdir())
    assert [example.name for example in examples] == ["ask.mjs", "ask.py", "ask.sh"]
    for example in examples:
        assert len(example.read_text(encoding="utf-8").splitlines()) <= LONGEST, example
