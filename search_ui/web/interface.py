"""The languages of the interface: which there are, which one a visitor gets, and its catalogue.

English stands in the code and the templates. Every other language is one file, ``translations/da.po``,
which is compiled when it is first needed, so that nothing can be out of step with it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from types import MappingProxyType
from urllib.parse import urlencode

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations
from flask import Flask, Response, g, request
from flask_babel import Babel, Domain, get_locale  # type: ignore[import-untyped]  # it has no types

from indexer.errors import QueryError

from . import parameters
from .addresses import MAX_CARRIED
from .links import Link
from .wording import ENGLISH, Wording

CATALOGUES = Path(__file__).parent / "translations"

DEFAULT = "en"

PARAMETER = COOKIE = "ui"
"""The name of the language in an address and in the only cookie of this site."""

MAX_REPEATED = 1_000
"""Characters of an address that the links to other languages repeat: each adds them to the page."""

KEPT_SECONDS = 365 * 86_400
"""How long a browser keeps the visitor's choice: a year."""


def _own_name(code: str) -> str:
    name = Locale.parse(code).get_display_name(code) or code
    return name[0].upper() + name[1:]


INTERFACES: Mapping[str, str] = MappingProxyType(
    {code: _own_name(code) for code in (DEFAULT, *sorted(file.stem for file in CATALOGUES.glob("*.po")))}
)
"""Every language of the interface with its own name: English, and each catalogue."""


@cache
def translations(code: str) -> NullTranslations:
    """Return the messages of a language of ``INTERFACES``."""
    if code == DEFAULT:
        return ENGLISH.translations
    compiled = BytesIO()
    with (CATALOGUES / f"{code}.po").open("rb") as file:
        write_mo(compiled, read_po(file, locale=code))
    compiled.seek(0)
    return Translations(compiled)


@cache
def words(code: str) -> Wording:
    """Return the words of a language of ``INTERFACES``."""
    return ENGLISH if code == DEFAULT else Wording(Locale.parse(code), translations(code))


def chosen() -> str:
    """Return the language of this request: named in its address, kept in its cookie, or the browser's."""
    for code in (named(), request.cookies.get(COOKIE)):
        if code and code in INTERFACES:
            return code
    return request.accept_languages.best_match(list(INTERFACES)) or DEFAULT


def named() -> str | None:
    """Return the language that the address names, if there is such an interface."""
    try:
        codes = parameters.given(request.query_string).get(PARAMETER, [])
    except QueryError:
        return None
    return next((code for code in codes if code in INTERFACES), None)


def given() -> dict[str, list[str]]:
    """Return the parameters of this request's address beside the language. Raises ``QueryError``."""
    found = parameters.given(request.query_string)
    found.pop(PARAMETER, None)
    return found


def switches() -> Iterator[Link]:
    """Yield a link to this page in each language. It names no path, so that it cannot lead elsewhere."""
    for code, name in INTERFACES.items():
        address = f"?{urlencode([*_kept_pairs(), (PARAMETER, code)], errors='replace')}"
        yield Link(name, address, language=code, current=code == current().code)


def _kept_pairs() -> list[tuple[str, str]]:
    """Return the parameters that the links to other languages repeat; of a long address the question."""
    try:
        pairs = [(name, value) for name, values in given().items() for value in values]
    except QueryError:
        return []
    if sum(len(name) + len(value) for name, value in pairs) <= MAX_REPEATED:
        return pairs
    return [(name, value[:MAX_CARRIED]) for name, value in pairs if name == "q"]


def label(response: Response) -> None:
    """Say which language a page is in and what that depends on; keep the visitor's choice."""
    response.content_language.add(current().code)
    response.vary.update(("Accept-Language", "Cookie"))
    if code := named():
        response.set_cookie(
            COOKIE, code, max_age=KEPT_SECONDS, secure=request.is_secure, httponly=True, samesite="Lax"
        )


def current() -> Wording:
    """Return the words that this request is answered in, chosen once."""
    if "wording" not in g:
        g.wording = words(chosen())
    wording: Wording = g.wording
    return wording


class _Catalogues(Domain):  # type: ignore[misc]  # its base has no types
    """Where Flask-Babel finds the messages."""

    def get_translations(self) -> NullTranslations:
        """Return the messages of the language of this request."""
        return translations(get_locale().language)


class _OneFileEach(Babel):  # type: ignore[misc]  # its base has no types
    """Flask-Babel with catalogues of one file each."""

    domain_instance = _Catalogues()


def install(app: Flask) -> None:
    """Let the templates of the application speak the language of each request."""
    app.jinja_env.policies["ext.i18n.trimmed"] = True
    _OneFileEach(app, default_locale=DEFAULT, locale_selector=lambda: current().code)
