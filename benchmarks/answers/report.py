"""Costs as a Markdown table and as a plot."""

from __future__ import annotations

import math
import os
import platform
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from importlib import metadata
from typing import Any

ALL = "all kinds"
TITLES = {
    "our_whoosh": "**ours, Whoosh**",
    "our_tantivy": "**ours, tantivy**",
    "stock_whoosh": "stock Whoosh",
    "fts5": "SQLite FTS5",
    "stock_tantivy": "tantivy alone",
    "xapian_peer": "Xapian",
    "recoll": "Recoll",
}


@dataclass(frozen=True, slots=True)
class Costs:
    """What one contestant costs."""

    build: float
    """CPU seconds."""
    peak: float
    """MB while building."""
    size: int
    """Bytes on disk."""
    opening: float
    """CPU seconds."""
    resident: float
    """MB after all answers."""
    answers: Mapping[str, Sequence[float]]
    """CPU milliseconds of each answer by kind, rising; those of all kinds under ``ALL``."""

    @classmethod
    def of(cls, built: Mapping[str, Any], asked: Mapping[str, Any], kinds: Sequence[str]) -> Costs:
        """Return the costs that were measured."""
        answers: dict[str, list[float]] = {kind: [] for kind in dict.fromkeys(kinds)}
        for kind, seconds in zip(kinds, asked["cpu"], strict=True):
            answers[kind].append(1000 * seconds)
        answers[ALL] = [one for some in answers.values() for one in some]
        return cls(
            built["cpu"],
            built["peak"],
            built["bytes"],
            asked["opening"],
            asked["resident"],
            {kind: sorted(some) for kind, some in answers.items()},
        )

    def at(self, kind: str, share: float) -> float:
        """Return the milliseconds that this share of the answers does not pass."""
        rising = self.answers[kind]
        return rising[max(0, math.ceil(share * len(rising)) - 1)]


def table(size: int, costs: Mapping[str, Costs]) -> Iterator[str]:
    """Yield the lines of a table."""
    yield _row(f"{size:,} documents", (TITLES[name] for name in costs))
    yield "|---" * (len(costs) + 1) + "|"
    every = list(costs.values())
    for kind in every[0].answers if every else ():
        figures = (f"{one.at(kind, 0.5):.1f} / {one.at(kind, 0.95):.1f}" for one in every)
        yield _row(f"{kind}, CPU ms p50 / p95", figures)
    yield _row("opening, CPU ms", (f"{1000 * one.opening:.0f}" for one in every))
    yield _row("memory after the answers, MB", (f"{one.resident:.0f}" for one in every))
    yield _row("build, documents per CPU second", (f"{size / one.build:.0f}" for one in every))
    yield _row("build, most memory of a process, MB", (f"{one.peak:.0f}" for one in every))
    yield _row("on disk, KB per document", (f"{one.size / size / 1000:.1f}" for one in every))
    yield ""
    yield f"Machine: {machine()}."


def _row(title: str, cells: Iterable[str]) -> str:
    return f"| {title} | " + " | ".join(cells) + " |"


def machine() -> str:
    """Return what ran this: cores, Python, versions."""
    names = ("Whoosh", "tantivy", "numpy", "simplemma")
    versions = ", ".join(f"{name} {metadata.version(name)}" for name in names)
    system = f"{os.cpu_count()} cores, {platform.machine()}, {platform.system()}"
    return f"{system}; Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}, {versions}"


_WIDTH, _LEFT, _BAR, _GAP, _TOP = 900, 130, 7, 14, 60
_COLOURS = ("#0b5394", "#38761d", "#cc4125", "#e69138", "#93c47d", "#8e7cc3", "#999999")
_LOWEST, _DECADES = 0.1, 5


def plot(size: int, costs: Mapping[str, Costs]) -> str:
    """Return a bar for the median of each kind and a line on to the 95th percentile, as SVG."""
    kinds = list(next(iter(costs.values())).answers)
    group = _BAR * len(costs) + _GAP
    height = _TOP + group * len(kinds) + 30
    drawn = [*_legend(size, list(costs)), *_scale(height)]
    for row, kind in enumerate(kinds):
        top = _TOP + row * group
        drawn.append(_text(_LEFT - 8, top + group / 2, kind, "end"))
        for place, one in enumerate(costs.values()):
            drawn += _bar(top + place * _BAR, one.at(kind, 0.5), one.at(kind, 0.95), _COLOURS[place])
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" font-family="sans-serif"'
        f' font-size="12">\n<rect width="100%" height="100%" fill="#fff"/>\n'
        + "\n".join(drawn)
        + "\n</svg>\n"
    )


def _legend(size: int, names: Sequence[str]) -> Iterator[str]:
    yield _text(
        _LEFT, 16, f"CPU ms of a full answer, {size:,} documents: bar to median, line to p95", "start"
    )
    for place, name in enumerate(names):
        left = _LEFT + place * 105
        yield f'<rect x="{left}" y="26" width="10" height="10" fill="{_COLOURS[place]}"/>'
        yield _text(left + 14, 35, TITLES[name].strip("*"), "start")


def _scale(height: int) -> Iterator[str]:
    for power in range(_DECADES + 1):
        milliseconds = _LOWEST * 10**power
        x = _x(milliseconds)
        yield f'<line x1="{x:.0f}" y1="{_TOP - 6}" x2="{x:.0f}" y2="{height - 24}" stroke="#ddd"/>'
        yield _text(x, height - 8, f"{milliseconds:g}", "middle")


def _bar(top: float, middle: float, high: float, colour: str) -> Iterator[str]:
    width = max(0.0, _x(middle) - _LEFT)
    yield f'<rect x="{_LEFT}" y="{top:.0f}" width="{width:.1f}" height="{_BAR - 2}" fill="{colour}"/>'
    y = top + _BAR / 2 - 1
    yield f'<line x1="{_x(middle):.1f}" y1="{y}" x2="{_x(high):.1f}" y2="{y}" stroke="{colour}"/>'


def _x(milliseconds: float) -> float:
    share = math.log10(max(milliseconds, _LOWEST) / _LOWEST) / _DECADES
    return _LEFT + min(1.0, share) * (_WIDTH - _LEFT - 20)


def _text(x: float, y: float, text: str, anchor: str) -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}">{escape(text)}</text>'
