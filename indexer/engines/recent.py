"""What was worked out a moment ago, for who asks again: one question asks for its words several times.

Bounded by the bytes that it holds. Many threads may ask at once.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

_Key = TypeVar("_Key", bound=Hashable)
_Value = TypeVar("_Value")


class Recent(Generic[_Key, _Value]):
    """Keeps what was asked for last."""

    def __init__(self, room: int, size: Callable[[_Value], int]) -> None:
        """Take how many bytes there is room for, and what tells how many a value takes."""
        self._room = room
        self._size = size
        self._held: OrderedDict[int, tuple[_Key, _Value]] = OrderedDict()
        """By hash: a part of a question has many parts itself, and is hashed once this way."""
        self._taken = 0
        self._lock = threading.Lock()

    def get(self, key: _Key, make: Callable[[], _Value]) -> _Value:
        """Return what is kept for the key; else make it and keep it, in the place of what is oldest."""
        place = hash(key)
        with self._lock:
            found = self._held.get(place)
            if found and found[0] == key:
                self._held.move_to_end(place)
                return found[1]
        value = make()
        with self._lock:
            self._drop(self._held.pop(place, None))
            self._held[place] = key, value
            self._taken += self._size(value)
            while self._taken > self._room:
                self._drop(self._held.popitem(last=False)[1])
        return value

    def _drop(self, held: tuple[_Key, _Value] | None) -> None:
        if held:
            self._taken -= self._size(held[1])
