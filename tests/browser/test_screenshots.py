"""``make screenshots``, as the Makefile calls it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import executable
from tests.conftest import ROOT

pytestmark = pytest.mark.browser


def test_a_picture_of_each_page_is_taken(shipped: Any, tmp_path: Path) -> None:
    executable()
    folders = (str(shipped.settings.index), str(tmp_path / "shots"))
    asked = ("-m", "tests.browser.screenshots", *folders, "--form", "narrow", "--language", "pl")
    subprocess.run([sys.executable, *asked], cwd=ROOT, check=True, timeout=120)
    pictures = sorted((tmp_path / "shots").glob("*.png"))
    assert len(pictures) == 10
    assert all(picture.read_bytes().startswith(b"\x89PNG") for picture in pictures)
