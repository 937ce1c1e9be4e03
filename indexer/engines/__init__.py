"""The search engines that can stand behind the seam, by name; one file or two per engine."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from indexer.engine import Engine
from indexer.errors import UnknownEngine


def _whoosh() -> Engine:
    from indexer.engines.whoosh_engine import WhooshEngine

    return WhooshEngine()


def _tantivy() -> Engine:
    from indexer.engines.tantivy_engine import TantivyEngine

    return TantivyEngine()


ENGINES: Mapping[str, Callable[[], Engine]] = {"whoosh": _whoosh, "tantivy": _tantivy}
"""A factory by engine name; a driver is imported when its engine is first asked for."""

_EXTRAS: Mapping[str, str] = {"tantivy": "fast"}
"""The optional part of the installation that brings a driver."""


def engine(name: str) -> Engine:
    """Return the engine of that name. Raises ``UnknownEngine``."""
    if name not in ENGINES:
        raise UnknownEngine(f"There is no engine {name!r}. The engines are: {', '.join(ENGINES)}.")
    try:
        return ENGINES[name]()
    except ModuleNotFoundError as error:
        package = error.name or name
        extra = f"[{_EXTRAS[name]}]" if name in _EXTRAS else ""
        raise UnknownEngine(f'{package} is not installed: pip install "interloc-search{extra}"') from error
