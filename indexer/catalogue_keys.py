"""The keys of words as the catalogue of the last generation knows them: what took most of a build.

Both who asks for the keys of a word and who copies them take over what ``languages.keys`` returned for the
same word in the same language. Whether it would return the same today is for the caller to know.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

from .languages import CACHED_WORDS, Keys

_FIELDS = ("lemma", "stem", "parts")


class KnownKeys:
    """Asks the catalogue in this file. For one thread."""

    def __init__(self, file: Path) -> None:
        self._database = sqlite3.connect(_address(file), uri=True)
        # The catalogue finds words by their keys. The other way round lies in a temporary file of SQLite.
        self._database.executescript(
            "CREATE TEMP TABLE held AS SELECT word, field, key FROM main.key WHERE field <> 'cognate';"
            "CREATE INDEX temp.held_word ON held (word);"
        )
        self.of = lru_cache(CACHED_WORDS)(self._of)
        """Returns the keys of a word in a language; nothing for a word that the library did not hold."""

    def close(self) -> None:
        """Close the catalogue."""
        self._database.close()

    def _of(self, word: str, language: str) -> Keys | None:
        question = (
            "SELECT held.field, held.key FROM main.word LEFT JOIN temp.held ON held.word = number"
            " WHERE text = ? AND language = ?"
        )
        rows = self._database.execute(question, (word, language)).fetchall()
        if not rows:
            return None
        found: defaultdict[str, list[str]] = defaultdict(list)
        for field, key in rows:
            found[field].append(key)
        return Keys(*(tuple(found[field]) for field in _FIELDS))


def copy(database: sqlite3.Connection, file: Path) -> frozenset[int]:
    """Copy the keys of words of a new catalogue that the one in this file holds too, and other spellings.

    Returns the numbers of these words.
    """
    database.execute("ATTACH ? AS last", [_address(file)])
    database.executescript(
        "CREATE TEMP TABLE same AS SELECT before.number AS number, now.number AS word"
        " FROM main.word AS now CROSS JOIN last.word AS before USING (text, language);"
        "CREATE UNIQUE INDEX temp.same_number ON same (number);"
        "CREATE UNIQUE INDEX temp.same_word ON same (word);"
        "INSERT INTO main.key SELECT field, key, same.word"
        " FROM last.key CROSS JOIN temp.same ON same.number = key.word ORDER BY 1, 2, 3;"
        "INSERT INTO main.folding SELECT folded, word FROM last.folding"
        " WHERE word IN (SELECT text FROM main.word) ORDER BY 1, 2;"
    )
    return frozenset(number for (number,) in database.execute("SELECT word FROM temp.same"))


def _address(file: Path) -> str:
    return file.absolute().as_uri() + "?mode=ro&immutable=1"
