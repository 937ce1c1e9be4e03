"""Is every setting, parameter, address, error code, target and package documented?"""

from __future__ import annotations

import configparser
import re
from dataclasses import fields
from pathlib import Path

import pytest

from indexer.settings import Settings
from search_ui.web.parameters import NAMES

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [field.name for field in fields(Settings)])
def test_every_setting_is_explained_with_its_default(name: str) -> None:
    default = getattr(Settings(), name)
    shown = "none" if default == () else f"`{str(default).lower() if isinstance(default, bool) else default}`"
    assert f"| `{name}` | {shown} |" in README


@pytest.mark.parametrize("name", NAMES)
def test_every_parameter_is_explained(name: str) -> None:
    assert re.search(rf"^\| .*`{name}`.* \|", README, re.MULTILINE)


@pytest.mark.parametrize("address", ["/api/v1/search", "/api/v1/document/<id>", "/api/v1/status", "/health"])
def test_every_json_address_is_explained(address: str) -> None:
    assert f"| `{address}` |" in README


def dependencies() -> list[str]:
    """Return the names of the packages that the program needs or can use."""
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg")
    listed = setup["options"]["install_requires"] + setup["options.extras_require"]["fast"]
    return [re.split(r"[\[>=]", line)[0] for line in listed.split("\n") if line]


@pytest.mark.parametrize("package", dependencies())
def test_every_dependency_has_its_purpose(package: str) -> None:
    assert re.search(rf"^\| .*\b{re.escape(package)}\b.* \|", README, re.MULTILINE)


def test_the_readme_opens_with_a_picture_and_two_commands() -> None:
    opening = README.split("\n## ", 1)[0]
    assert opening.count("\nmake ") == 2
    assert (ROOT / re.findall(r"!\[[^\]]+\]\(([^)]+)\)", opening)[0]).is_file()


@pytest.mark.parametrize("name", ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"])
def test_every_target_file_and_module_named_exists(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"`make ([a-z-]+)`|^make ([a-z-]+)", text, re.MULTILINE):
        assert f"\n{''.join(target)}:" in makefile, target
    for path in re.findall(r"`((?:indexer|search_ui|tests|corpus)/[\w/.]+)`", text):
        assert (ROOT / path).exists(), path
