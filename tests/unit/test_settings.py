"""Defaults, the file, the environment; each mistake named with the way out."""

from __future__ import annotations

from pathlib import Path

import pytest

from indexer.errors import SettingsError
from indexer.settings import Settings, load


def write(folder: Path, text: str) -> Path:
    file = folder / "library.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_without_anything_stated_the_defaults_hold(tmp_path: Path) -> None:
    assert load(tmp_path / "library.toml", {}) == Settings()


def test_the_environment_overrules_the_file(tmp_path: Path) -> None:
    file = write(tmp_path, 'port = 9000\nengine = "tantivy"')
    settings = load(file, {"INTERLOC_PORT": "9001", "HOME": "/"})
    assert (settings.port, settings.engine) == (9001, "tantivy")


def test_a_list_is_written_as_a_list_or_with_commas(tmp_path: Path) -> None:
    file = write(tmp_path, 'trusted_hosts = ["a.example", "b.example"]')
    assert load(file, {}).trusted_hosts == ("a.example", "b.example")
    assert load(file, {"INTERLOC_TRUSTED_HOSTS": "c.example, d.example"}).trusted_hosts == (
        "c.example",
        "d.example",
    )


@pytest.mark.parametrize(
    "text, told",
    [
        pytest.param('corpsu = "x"', "The nearest known one is 'corpus'", id="unknown key"),
        pytest.param("port = 0", "port must be a whole number above 0", id="not positive"),
        pytest.param("port = 70000", "port must be a whole number above 0", id="no such port"),
        pytest.param('port = "many"', "port must be a whole number above 0", id="no number"),
        pytest.param("port = true", "port must be a whole number above 0", id="yes is no number"),
        pytest.param('judging = "perhaps"', "judging must be true or false", id="neither yes nor no"),
        pytest.param("judging = 1", "judging must be true or false", id="a number is no switch"),
        pytest.param('corpus = ""', "corpus cannot be ''", id="empty path"),
        pytest.param("engine = 3", "engine cannot be 3", id="wrong type"),
        pytest.param("engine = ", "cannot be read", id="broken file"),
    ],
)
def test_a_mistake_in_the_file_is_named(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(SettingsError, match=told):
        load(write(tmp_path, text), {})


@pytest.mark.parametrize("value, judging", [("true", True), ("on", True), ("0", False), ("false", False)])
def test_a_switch_of_the_environment_is_written_in_words(tmp_path: Path, value: str, judging: bool) -> None:
    assert load(tmp_path / "none", {"INTERLOC_JUDGING": value}).judging is judging


def test_an_unknown_name_in_the_environment_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="'portt'"):
        load(tmp_path / "none", {"INTERLOC_PORTT": "1"})
