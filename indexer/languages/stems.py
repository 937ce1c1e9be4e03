"""Word stems, from the Snowball stemmers."""

from __future__ import annotations

import threading
from collections.abc import Callable

import Stemmer  # type: ignore[import-not-found]  # compiled, without type information


def snowball(name: str) -> Callable[[str], str]:
    """Return the Snowball stemmer of that name, made safe for many threads.

    A stemmer writes into a buffer of its own, so each call holds a lock; it takes 1 µs.
    """
    stemmer = Stemmer.Stemmer(name, 0)
    lock = threading.Lock()

    def stem(word: str) -> str:
        with lock:
            return str(stemmer.stemWord(word)) or word

    return stem
