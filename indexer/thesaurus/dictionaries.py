"""Dictionaries that the user's machine has: a folder of files becomes entries.

Three forms are read: dictd (``freedict-dan-eng.index`` beside ``.dict.dz``, as Debian installs them),
tables (``da-en.tsv``), and SKOS thesauri in RDF/XML (``eurovoc.rdf``). A line that cannot be read is a
``BadLine`` in the stream, a file or folder that cannot is a ``Notice``; neither stops the rest.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from . import dictd, skos
from .entries import PIVOT, Entry, Found, Notice, Pair, pieces
from .glossary import BadLine

CODES = {
    "eng": "en", "dan": "da", "pol": "pl", "swe": "sv", "deu": "de", "lit": "lt",
    "nor": "no", "fin": "fi", "lav": "lv", "est": "et", "nld": "nl", "fra": "fr", "spa": "es", "ces": "cs",
}  # fmt: skip
"""ISO 639-3 codes, in file names of dictionaries, to ISO 639-1."""

_PAIR = re.compile(r"(?:^|-)([a-z]{2,3})-([a-z]{2,3})$")


def entries(folder: Path, languages: Collection[str]) -> Iterator[Found]:
    """Yield what the folder's dictionaries say about these languages, and English on the way between them."""
    try:
        files = sorted(path for path in folder.iterdir() if path.is_file())
    except OSError as error:
        reason = error.strerror or "it cannot be opened"
        yield Notice(f"The folder of dictionaries {folder} is not used: {reason}.")
        return
    wanted = {*languages, PIVOT}
    for path in files:
        yield from _read(path, wanted)


def _read(path: Path, wanted: Collection[str]) -> Iterator[Found]:
    try:
        if path.suffix in (".rdf", ".xml", ".skos"):
            yield from skos.entries(path, wanted)
        elif path.suffix in (".index", ".tsv"):
            pair = pair_of(path.stem)
            if pair is None:
                yield Notice(f"{path} is not used: its name does not end in two languages, as in da-en.")
            elif set(pair) <= set(wanted):
                yield from (dictd.entries if path.suffix == ".index" else _table)(path, pair)
    except OSError as error:
        yield Notice(f"{path} is not used: {error.strerror or error}.")


def pair_of(stem: str) -> Pair | None:
    """Return the languages that a file's name ends with: *freedict-dan-eng*, *da-en*."""
    found = _PAIR.search(stem)
    return (CODES.get(found[1], found[1]), CODES.get(found[2], found[2])) if found else None


def _table(path: Path, pair: Pair) -> Iterator[Entry | BadLine]:
    """Yield the entries of a table: the word, a tab, its translations with ``|`` between them."""
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8").strip()
        except UnicodeDecodeError:
            yield BadLine(str(path), number, "is not UTF-8")
            continue
        word, tab, told = text.partition("\t")
        texts = pieces(told.replace("|", ";"), word)
        if texts:
            yield Entry(word.strip(), pair, texts, path.stem)
        elif text and not text.startswith("#"):
            reason = "has no translation of a few words" if tab else "has no tab"
            yield BadLine(str(path), number, reason)
