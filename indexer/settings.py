"""The site's settings: defaults that work on a laptop, ``library.toml``, the environment, flags.

Later wins. Read once, passed down; nothing else reads the environment.
"""

from __future__ import annotations

import difflib
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any

from .errors import SettingsError

FILE = Path("library.toml")
PREFIX = "INTERLOC_"


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its default; the README's table explains each."""

    corpus: Path = Path("corpus/documents")
    glossary: Path = Path("corpus/glossary.tsv")
    dictionaries: tuple[str, ...] = ()
    index: Path = Path("index")
    engine: str = "whoosh"
    title: str = "InterLoc Search"
    host: str = "127.0.0.1"
    port: int = 8080
    threads: int = 8
    trusted_hosts: tuple[str, ...] = ()
    workers: int = 2
    read_seconds: int = 120
    read_cpu_seconds: int = 60
    read_memory_mb: int = 2048
    max_file_mb: int = 200
    ocr_languages: tuple[str, ...] = ()
    ocr_seconds: int = 600
    ocr_megapixels: int = 40
    judging: bool = False
    judgements: Path = Path("judgements.jsonl")


def load(file: Path = FILE, environment: Mapping[str, str] = os.environ) -> Settings:
    """Return the settings of this site. Raises ``SettingsError`` naming the key and the way out."""
    stated = _from_file(file) | _from_environment(environment)
    values: dict[str, Any] = {name: _value(name, value, source) for name, (value, source) in stated.items()}
    return replace(Settings(), **values)


def _from_file(file: Path) -> dict[str, tuple[object, str]]:
    if not file.exists():
        return {}
    try:
        table = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{file} cannot be read: {error}") from error
    return {_known(name, str(file)): (value, str(file)) for name, value in table.items()}


def _from_environment(environment: Mapping[str, str]) -> dict[str, tuple[object, str]]:
    names = [name for name in environment if name.startswith(PREFIX)]
    return {
        _known(name.removeprefix(PREFIX).lower(), "the environment"): (environment[name], name)
        for name in names
    }


def _known(name: str, source: str) -> str:
    known = [field.name for field in fields(Settings)]
    if name in known:
        return name
    nearest = difflib.get_close_matches(name, known, n=1, cutoff=0.0)[0]
    raise SettingsError(f"{source} has an unknown setting {name!r}. The nearest known one is {nearest!r}.")


def _value(name: str, value: object, source: str) -> object:
    """Return the value in its setting's own type."""
    default = getattr(Settings(), name)
    match default, value:
        case Path(), str() if value:
            return Path(value)
        case bool(), _:
            return _switch(name, value, source)
        case int(), int() | str():
            return _positive_number(name, value, source)
        case tuple(), str():
            return tuple(part.strip() for part in value.split(",") if part.strip())
        case tuple(), list() if all(isinstance(part, str) for part in value):
            return tuple(value)
        case str(), str() if value:
            return value
    raise SettingsError(f"{source}: {name} cannot be {value!r}. Its default is {default!r}.")


def _switch(name: str, value: object, source: str) -> bool:
    match value:
        case True | "true" | "on" | "1":
            return True
        case False | "false" | "off" | "0":
            return False
    raise SettingsError(f"{source}: {name} must be true or false, not {value!r}.")


def _positive_number(name: str, value: int | str, source: str) -> int:
    try:
        number = int(value)
    except ValueError:
        number = 0
    if isinstance(value, bool) or number < 1 or (name == "port" and number > 65535):
        raise SettingsError(f"{source}: {name} must be a whole number above 0, not {value!r}.")
    return number
