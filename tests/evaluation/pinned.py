"""The last pinned run: what the search was worth, and the floors below which it must not fall."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from .errors import BrokenFloor, ChangedYardstick, LowerFloor, NotPinned, UnreadableYardstick
from .measures import JUDGED, NDCG, RECALL
from .rows import BY_KIND, HONEST, OF_CLEAN, Row

FILE = Path(__file__).parent / "pinned.json"

FLOORED = (NDCG, RECALL, JUDGED, OF_CLEAN, HONEST)
"""Measures that have a floor."""

STEP = 100
"""A floor is the value cut off at two decimals, so that a hundredth of a point breaks nothing."""

Floors = Mapping[str, float]
"""For ``split / row / measure`` the value below which it must not fall."""


@dataclass(frozen=True, slots=True)
class Pinned:
    """A run that later ones are held against."""

    corpus: str
    """Fingerprint of the corpus."""
    questions: str
    """Fingerprint of the questions and judgements."""
    floors: Floors
    values: Mapping[str, float]
    """nDCG@10 of each question, by id."""
    lowered: tuple[str, ...] = ()
    """Why floors were lowered, each time."""


def load(file: Path = FILE) -> Pinned:
    """Return the last pinned run. Raises ``NotPinned`` or ``UnreadableYardstick``."""
    if not file.exists():
        raise NotPinned(file)
    try:
        held: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        return Pinned(**{**held, "lowered": tuple(held["lowered"])})
    except (OSError, ValueError, TypeError, KeyError) as error:
        raise UnreadableYardstick(f"{file} cannot be read: {error}") from error


def last(file: Path = FILE) -> Pinned | None:
    """Return the last pinned run; ``None`` where there is none yet."""
    return load(file) if file.exists() else None


def save(pinned: Pinned, file: Path = FILE) -> None:
    """Write the run that later ones are held against."""
    text = json.dumps(asdict(pinned), indent=1, ensure_ascii=False, sort_keys=True)
    file.write_text(f"{text}\n", encoding="utf-8")


def floors(tables: Mapping[str, Sequence[Row]]) -> Floors:
    """Return the floors that the tables of both splits support."""
    return {name: math.floor(value * STEP + 1e-6) / STEP for name, value in _floored(tables)}


def _floored(tables: Mapping[str, Sequence[Row]]) -> Iterator[tuple[str, float]]:
    for split, table in tables.items():
        for row in table:
            for measure in FLOORED:
                if row.group != BY_KIND and measure in row.values:
                    yield f"{split} / {row.name} / {measure}", row.values[measure]


def check_fingerprints(pinned: Pinned, corpus: str, questions: str) -> None:
    """Raise ``ChangedYardstick`` where the numbers cannot be held against the pinned ones."""
    changed = [
        name
        for name, now, then in (
            ("the corpus", corpus, pinned.corpus),
            ("the questions or judgements", questions, pinned.questions),
        )
        if now != then
    ]
    if changed:
        raise ChangedYardstick(changed)


def check_floors(pinned: Pinned, tables: Mapping[str, Sequence[Row]]) -> None:
    """Raise ``BrokenFloor`` naming every measure that fell below its floor."""
    reached = dict(_floored(tables))
    falls = [
        f"{name} is {reached[name]:.3f}, not {floor:.2f}" if name in reached else f"{name} is not measured"
        for name, floor in pinned.floors.items()
        if reached.get(name, -1.0) < floor - 1e-6
    ]
    if falls:
        raise BrokenFloor(falls)


def raised(old: Pinned | None, new: Pinned, why: str = "") -> Pinned:
    """Return the new run with floors that only rise. Raises ``LowerFloor`` unless told why one may fall."""
    if old is None:
        return new
    falls = [
        f"{name} from {floor:.2f} to {new.floors[name]:.2f}" if name in new.floors else f"{name} goes"
        for name, floor in old.floors.items()
        if new.floors.get(name, -1.0) < floor
    ]
    if falls and not why.strip():
        raise LowerFloor(falls)
    told = (f"{why.strip()} ({len(falls)} floors)",) if falls else ()
    return Pinned(new.corpus, new.questions, new.floors, new.values, old.lowered + told)
