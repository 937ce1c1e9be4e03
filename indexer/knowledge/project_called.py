"""The names of a document's projects: each by the key of all its spellings, with its other names."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from indexer.languages.base import fold

from .labels import plain
from .project_words import NO_PROJECTS, PROJECT

MOST_WORDS = 7
"""Words of a quoted name; what is longer is a sentence, or a title whose acronym is used."""
ACRONYM = r"(?P<{0}>[^\W\d_a-z]\w*(?:[-+]\w+)*)"
BRACKETED = re.compile(rf"\(\s*{ACRONYM.format('acronym')}\s*\)\s*$")
NO_NAME = re.compile(
    r"^(?:The|This|Our|A|An)\b|ewsletter|yhedsbrev|iuletyn|\b(?:kommune|kommun|gmina)\b", re.IGNORECASE
)
_NOUN_BEFORE = re.compile(rf"^{PROJECT}\s+(?=[„“\"»]?[^\W\d_a-zæøåäö])")
_NOT_ABOUT = re.compile(
    r"\b(?:nie dotyczy|nie mylić z|(?:is|are|was) not about|(?:does|do) not concern|not to be confused with"
    r"|(?:handler|drejer sig) ikke om|ikke (?:handler|drejer sig) om|ikke (?:at )?forveksle\w* med"
    r"|handlar inte om"
    r"|handelt nicht von|ne apie)\s(?:(?:the|projektu|projektet|project|projekt) )?[„“\"»]?$"
)
"""What stands before the name of a project that a text says it is not about."""

_TAIL = re.compile(r"\s+(?:[-–—]|:)\s.*$|[.,;:]+$")
_WITH_AMOUNT = re.compile(r"\s+(?:for|til|på|na|za|worth)\s+[\d.,]+.*$")


@dataclass(slots=True)
class Names:
    """The projects that a document names."""

    called: dict[str, str] = field(default_factory=dict)
    """The name by its key, in the order in which they are met."""
    form: str = ""
    """Key of the project whose form or page the document is."""
    aliases: dict[str, str] = field(default_factory=dict)
    """The key of a project by that of another of its names, as its long title."""
    _pattern: re.Pattern[str] | None = None

    def add(self, name: str) -> str | None:
        """Take a name in and return its key; nothing for what cannot be one."""
        tidy = normalised(name)
        key = plain(tidy)
        too_long = len(tidy.split()) > MOST_WORDS
        if len(key) < 3 or too_long or NO_NAME.search(tidy) or fold(tidy) in NO_PROJECTS:
            return None
        key = self._bare(self.aliases.get(key, key))
        self.called.setdefault(key, tidy)
        self._pattern = None
        return key

    def _bare(self, key: str) -> str:
        """Return the key of a name that is known without the ending of the genitive, or becomes so now."""
        if key.endswith("s") and key[:-1] in self.called:
            return key[:-1]
        self.called.pop(f"{key}s", None)
        return key

    def also(self, key: str, title: str) -> None:
        """Take in another name of a project; what was taken for a project of that name is this one."""
        other = plain(normalised(title))
        if other and other != key:
            self.aliases[other] = key
            self.called.pop(other, None)

    def named(self, text: str) -> list[tuple[str, int, int]]:
        """Return the key of each project that the text names, with the place of the name."""
        if not self.called:
            return []
        if self._pattern is None:
            self._pattern = _any_of(self.called.values())
        found = (
            (plain(one["name"]), one.start("name"), one.end("name")) for one in self._pattern.finditer(text)
        )
        return [
            one
            for one in found
            if one[0] in self.called and text[one[1]].isupper() and not _NOT_ABOUT.search(text, 0, one[1])
        ]


def normalised(name: str) -> str:
    """Return the name without what stands behind a dash or colon: *Interloc - towns* is *Interloc*."""
    if (short := BRACKETED.search(name)) and is_acronym(short["acronym"]):
        return short["acronym"]
    name = _NOUN_BEFORE.sub("", name)
    return _WITH_AMOUNT.sub("", _TAIL.sub("", " ".join(name.split()).strip(" \"„“”»«*'‘’")))


def is_acronym(word: str) -> bool:
    """Say whether a word looks like a name made of letters: InterLoc, REEZE, INTER-EKiP."""
    capitals = sum(map(str.isupper, word))
    return len(word) >= 4 and capitals >= 2 and fold(word) not in NO_PROJECTS and not word.isdecimal()


def _any_of(called: Iterable[str]) -> re.Pattern[str]:
    alternatives = []
    for name in sorted(called, key=len, reverse=True):
        written = re.escape(name)
        alternatives.append(f"(?i:{written})" if " " not in name and not name.isupper() else written)
    return re.compile(
        rf"(?<![\w./@-])(?P<name>{'|'.join(alternatives)})(?=(?:['’]?(?:s|u|em|owi))?(?![\w@])(?!\.\w))"
    )
