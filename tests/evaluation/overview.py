"""How many questions there are of what, so that who writes more sees what is missing. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import get_args

from . import report
from .forms import Kind, Split
from .yardstick import Yardstick


def told(held: Yardstick) -> Iterator[str]:
    """Yield the number of questions by pair and split, and by kind and language."""
    splits: tuple[Split, ...] = get_args(Split)
    by_pair = Counter((one.pair, one.split) for one in held.questions)
    pairs = sorted({one.pair for one in held.questions})
    yield from report.plain(
        ("pair", *splits), [(pair, *(str(by_pair[pair, split]) for split in splits)) for pair in pairs]
    )
    yield ""
    languages = sorted({one.language for one in held.questions})
    by_kind = Counter((kind, one.language) for one in held.questions for kind in one.kinds)
    kinds: tuple[Kind, ...] = get_args(Kind)
    yield from report.plain(
        ("kind", *languages), [(kind, *(str(by_kind[kind, code]) for code in languages)) for kind in kinds]
    )
    yield ""
    yield f"{len(held.questions)} questions, {len(held.judgements)} judgements."
