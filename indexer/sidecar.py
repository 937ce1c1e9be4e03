"""What a librarian says about a document in the file beside it, ``report.pdf.meta.toml``.

A sidecar overrules what the document says of itself. What is wrong in it becomes a warning of
the document that names the line or the field; everything else in it counts.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from .discover import MAX_SIDECAR, SIDECAR, open_sidecar
from .errors import SourceError
from .knowledge.claims import Claim
from .knowledge.dates import stated_date
from .knowledge.kinds import KINDS, stated_kind
from .knowledge.said import said
from .languages import LANGUAGES
from .model import SourceFile


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What a sidecar says, and what is wrong with it."""

    values: Mapping[str, str] = field(default_factory=dict)
    """By field: ``title``, ``date`` (ISO 8601, cut off), ``kind`` (a slug), ``author``, ``language``
    (a code of ``LANGUAGES``), ``url``."""
    warnings: tuple[str, ...] = ()
    claims: tuple[Claim, ...] = ()
    """What it says is known, in its table ``facts``; a claim without a value takes away what is read."""


NO_SIDECAR = Sidecar()


def read(corpus: Path, source: SourceFile) -> Sidecar:
    """Return what the file's sidecar says; nothing where there is none."""
    if not source.sidecar:
        return NO_SIDECAR
    name = source.path.name + SIDECAR
    try:
        return parsed(name, open_sidecar(corpus, source))
    except SourceError as error:
        return Sidecar({}, (f"The sidecar {name} was not used: {error}",))


def parsed(name: str, content: bytes) -> Sidecar:
    """Return what the content of a sidecar says; ``name`` stands in the warnings."""
    try:
        if len(content) > MAX_SIDECAR:
            raise ValueError(f"it is longer than {MAX_SIDECAR} bytes")
        stated = tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # broken TOML tells its line
        return Sidecar({}, (f"The sidecar {name} was not used: {_told(error, content)}.",))
    values: dict[str, str] = {}
    claims, wrong = said(stated.pop("facts", {}), content.decode("utf-8-sig"))
    warnings = [f"The sidecar {name} {problem}." for problem in wrong]
    for key, value in stated.items():
        if key not in FIELDS:
            warnings.append(f"The sidecar {name} has a field “{key}”, which is unknown{_meant(key)}.")
        elif (understood := FIELDS[key](_text(value))) is None:
            warnings.append(f"The sidecar {name} says {key} = “{_text(value)[:80]}”, {_WRONG[key]}.")
        else:
            values[key] = understood
    return Sidecar(values, tuple(warnings), claims)


def web_address(value: str) -> str | None:
    """Return the address only if a browser may follow it safely."""
    try:
        parts = urlsplit(value)
    except ValueError:
        return None
    return value if parts.scheme in ("http", "https") and parts.netloc else None


def _told(error: Exception, content: bytes) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "it is not written in UTF-8"
    last = f"at line {len(content.splitlines())}, the end"
    return str(error).rstrip(".").replace("at end of document", last)


def _meant(key: str) -> str:
    near = difflib.get_close_matches(key, FIELDS, n=1)
    return f"; “{near[0]}” may be meant" if near else f"; the fields are {', '.join(FIELDS)}"


def _text(value: object) -> str:
    """Return a value of TOML on one line; several authors with commas between them."""
    match value:
        case str():
            return " ".join(value.split())
        case list():
            return ", ".join(_text(one) for one in value)
        case date():
            return value.isoformat()
        case bool() | dict():
            return ""
    return str(value)


def _words(value: str) -> str | None:
    return value[:300] or None


def _language(value: str) -> str | None:
    code = value.lower().replace("_", "-").partition("-")[0]
    return code if code in LANGUAGES else None


FIELDS: Mapping[str, Callable[[str], str | None]] = {
    "title": _words,
    "date": stated_date,
    "kind": stated_kind,
    "author": _words,
    "language": _language,
    "url": web_address,
}
"""Every field with the reader of its value; ``None`` is a value that cannot be used."""

_WRONG = {
    "title": "which is no text",
    "date": "which is no date; write 2014, 2014-05 or 2014-05-06",
    "kind": f"which is no kind; the kinds are {', '.join(KINDS)}",
    "author": "which is no text",
    "language": f"which is no language of the search; they are {', '.join(LANGUAGES)}",
    "url": "which is no web address; it begins with https://",
}
