"""What a generation keeps of the bridge: the analysed glossary, and the dictionaries if there are any.

A build calls ``keep``; who answers questions calls ``kept``.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .bridge import Bridge, NoDictionary, Relatives, no_relatives
from .dictionaries import entries
from .entries import Entry, Found
from .glossary import BadLine, load
from .thesaurus import Thesaurus
from .wordbook import Wordbook, size, write

GLOSSARY = "glossary.txt"
DICTIONARIES = "dictionaries.sqlite"


@dataclass(frozen=True, slots=True)
class Kept:
    """What went into a generation, and what did not."""

    concepts: int
    translations: int
    """Of the dictionaries, counted both ways."""
    bad: tuple[BadLine, ...]
    """Lines that were skipped."""
    notices: tuple[str, ...]
    """Files that are not used, one sentence each."""


def keep(
    target: Path,
    glossary: Path,
    dictionaries: Sequence[Path],
    languages: Sequence[str],
    *,
    analysed: Path | None = None,
    compiled: Path | None = None,
) -> Kept:
    """Write what questions in these languages need into the folder ``target``.

    ``analysed`` is a folder that holds the same glossary already, ``compiled`` one that holds the same
    dictionaries: a million entries take a minute.
    What cannot be read is told and left out. Raises ``OSError`` or ``sqlite3.Error`` where the target
    cannot be written.
    """
    read = load(glossary)
    if analysed and (analysed / GLOSSARY).exists():
        shutil.copyfile(analysed / GLOSSARY, target / GLOSSARY)
    else:
        text = Thesaurus.of(read.concepts, languages).dumps()
        (target / GLOSSARY).write_text(text, encoding="utf-8")
    told = _Told()
    if compiled and (compiled / DICTIONARIES).exists():
        shutil.copyfile(compiled / DICTIONARIES, target / DICTIONARIES)
        count = size(target / DICTIONARIES)
        missing = (folder for folder in dictionaries if not folder.is_dir())
        list(told.without(one for folder in missing for one in entries(folder, languages)))
    else:
        found = (one for folder in dictionaries for one in entries(folder, languages))
        count = write(told.without(found), target / DICTIONARIES) if dictionaries else 0
    if not count:
        (target / DICTIONARIES).unlink(missing_ok=True)
    notices = ([read.notice] if read.notice else []) + told.notices
    return Kept(len(read.concepts), count, (*read.bad, *told.bad), tuple(notices))


class _Told:
    """Gathers what was told beside the entries."""

    def __init__(self) -> None:
        self.bad: list[BadLine] = []
        self.notices: list[str] = []

    def without(self, found: Iterable[Found]) -> Iterator[Entry]:
        """Yield the entries and keep the rest."""
        for one in found:
            match one:
                case Entry():
                    yield one
                case BadLine():
                    self.bad.append(one)
                case _:
                    self.notices.append(one.sentence)


def kept(target: Path, cognates: Relatives = no_relatives) -> Bridge:
    """Return the bridge of a generation; one that leads nowhere where the folder holds nothing."""
    glossary, dictionaries = target / GLOSSARY, target / DICTIONARIES
    none = Thesaurus((), {})
    thesaurus = Thesaurus.loads(glossary.read_text(encoding="utf-8")) if glossary.exists() else none
    return Bridge(thesaurus, Wordbook(dictionaries) if dictionaries.exists() else NoDictionary(), cognates)
