"""Where the reading of a document about projects stands: which project the next sentence is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain

from indexer.model import Block, Document, Passage

from .labels import plain
from .money import currency_said
from .project_called import Names
from .project_shares import Funding
from .sentences import Sentence

OPENING = 2
"""Passages at the start of a document in which it says whose project it tells of."""

_FIRST_BLOCKS, _FIRST_WORDS = 6, 600
"""Blocks and characters from the start in which a document names the one project that it is about."""

_FAR_MORE = 3
"""Source: chosen by hand; no document of the corpus names two projects about as often."""

SECTION = 80
"""Characters of a line that names what the next lines are about: *Om InterLoc:*."""

_CUES = ("dalej", "hereinafter", "hereafter", "herefter", "i det følgende", "nedan", "nachfolgend")
_HEREINAFTER = re.compile(rf"[^.;]{{3,80}}\((?:{'|'.join(_CUES)})[^)]{{0,30}}[Pp]roje[kc]t")
"""Where a contract says which project it means throughout."""

EXAMPLE = re.compile(
    r"(?<!for )(?<!til )(?<!till )(?<!zum )(?<!na )"
    r"\b(?:examples?|invented|made[- ]up|fictitious|fictional|eksemp\w+|opdigte\w*|fiktiv\w*|exemp[el]\w*"
    r"|påhitt\w*"
    r"|przykład\w*|wymyślon\w*|zmyślon\w*|fikcyjn\w*|Beispiel\w*|erfunden\w*|pavyzd\w*|išgalvot\w*)\b",
    re.IGNORECASE,
)
"""What a handbook says of the project that it takes its figures from."""

_CURRENCIES = ("euro", "EUR", "Euro", "€", "PLN", "DKK", "SEK", "zł", "kron")
_IN_CURRENCY = re.compile(
    r"\b(?:[Aa]mounts?|[Ff]igures|[Cc]osts?|[Bb]udget\w*|[Bb]eløb\w*|[Tt]al|[Kk]wot\w*|[Bb]elopp\w*"
    r"|[Bb]eträge"
    r"|[Kk]oszty|[Uu]dgifter|[Oo]mkostninger|[Kk]ostnader|[Ss]umos)\b[^.:;|\d]{0,25}?(?: in| i| w|:|,"
    r"|\s\()\s*"
    r"(?P<currency>(?:euro?\w*|€|PLN|DKK|SEK|złot\w+|zł|danske kroner|svenska kronor|kronor)\b)",
    re.IGNORECASE,
)
"""What says the currency of the tables below: *All amounts in euro*, *Kwoty w euro*, *Costs (EUR):*."""


@dataclass(slots=True)
class Reading:
    """Where the reading of a document stands."""

    names: Names
    whole: str
    """Key of the project that the whole document is about; empty for none."""
    example: str
    """Key of the project whose figures a handbook's tables show; that of ``whole`` where there is one."""
    year: int | None = None
    """The year of the document's own date."""
    section: str = ""
    """Key of the project that the last heading named."""
    block: Block | None = None
    mentioned: str = ""
    """Key of the last project that the block named; empty where it named several at once."""
    paragraph: str = ""
    """Key of the only project that the block names anywhere."""
    table: str = ""
    """Key of the project that a row of the table named."""
    strong: bool = False
    """Whether the table or the lines had a label that only projects have."""
    currency: str = ""
    """What the document says that the amounts of its tables are in."""
    open: bool = False
    """Whether the block named several projects at once and none since: which one it goes on with is open."""
    led: bool = False
    """Whether a row of the table calls somebody the lead partner."""
    seen: set[str] = field(default_factory=set)
    funding: dict[str, Funding] = field(default_factory=dict)
    """The sums read so far, by the key of their project."""
    funded: Block | None = None
    """The last block that told the funding of a project."""
    figures: bool = False
    """Whether the rows of the passage have several labels of a project's figures and dates."""

    def subject(self) -> str:
        return self.table or self.section or self.whole


def begun(document: Document, passages: Sequence[Passage], found: Names) -> Reading:
    """Return where the reading of a document stands before its first sentence."""
    whole = _whole(document, passages, found)
    year = int(document.published.value[:4]) if document.published else None
    return Reading(found, whole, whole or _example(passages, found), year)


def _whole(document: Document, passages: Sequence[Passage], found: Names) -> str:
    """Return the project that the document is about: the only one that its title or first heading names."""
    if found.form:
        return found.form
    headings = [block.text for passage in passages[:1] for block in passage.blocks if block.kind == "heading"]
    for text in (document.title, *headings[:2], document.source.path.stem):
        named = {key for key in found.called if key in plain(text)} if len(found.called) < 20 else set()
        if len(named) == 1:
            return named.pop()
    for passage in passages:
        text = passage.text
        if any(cue in text for cue in _CUES) and (found_name := _HEREINAFTER.search(text)):
            named = {key for key, _, _ in found.named(found_name[0])}
            if len(named) == 1:
                return named.pop()
    return _only(document, passages, found)


def _only(document: Document, passages: Sequence[Passage], found: Names) -> str:
    """Return the only project that a document names, if it names it at its opening."""
    if len(found.called) != 1:
        return ""
    opening = " ".join(block.text for passage in passages[:1] for block in passage.blocks[:_FIRST_BLOCKS])
    opens = bool(found.named(opening[:_FIRST_WORDS]))
    return next(iter(found.called)) if opens or document.kind == "project" else ""


def _example(passages: Sequence[Passage], found: Names) -> str:
    """Return the project that a handbook takes its figures from: the one that it says is its example.

    Else one that it names from its opening on, ``_FAR_MORE`` times as often as any other.
    """
    named = [[key for key, _, _ in found.named(passage.text)] for passage in passages]
    if introduced := _introduced(passages, found):
        return introduced
    counted = Counter(chain.from_iterable(named)).most_common(2)
    (key, times), others = counted[0], sum(count for _, count in counted[1:])
    opens = key in chain.from_iterable(named[:OPENING])
    return key if opens and times >= _FAR_MORE * max(1, others) else ""


def is_entry(reading: Reading, about: str) -> bool:
    """Say whether the block is an item about one project, or a paragraph that begins with its name."""
    if not reading.block or reading.paragraph != about:
        return False
    if reading.block.kind == "list":
        return True
    named = reading.names.named(reading.block.text[:SECTION])
    return bool(named) and named[0][1] < _BEGINS and bool(_ENTRY.match(reading.block.text, named[0][2]))


_BEGINS = 3
"""Characters, as an opening quotation mark, before the name with which an entry begins."""

_ENTRY = re.compile(r"[”\"«]?(?:\.|\s?\([^)]*\)[.:]|:)\s")
"""What stands behind the name: *Bird's Eye (South Baltic). Drones …*"""


def _introduced(passages: Sequence[Passage], found: Names) -> str:
    """Return the one project that the opening calls its example: *one invented project all the way*."""
    blocks = [block.text for passage in passages[:OPENING] for block in passage.blocks]
    named = [{key for key, _, _ in found.named(text)} for text in blocks if EXAMPLE.search(text)]
    shown = {key for keys in named if len(keys) == 1 for key in keys}
    return shown.pop() if len(shown) == 1 else ""


def enter(reading: Reading, sentence: Sentence, keys: Sequence[str], language: str) -> None:
    """Note what the sentence says about what comes next."""
    if sentence.block is not reading.block:
        kind = sentence.block.kind
        if kind not in ("table_row", "list") or not reading.block or reading.block.kind != kind:
            reading.table, reading.strong = "", False
        reading.block, reading.mentioned, reading.open = sentence.block, "", False
        named = {key for key, _, _ in reading.names.named(sentence.block.text)}
        reading.paragraph = named.pop() if len(named) == 1 else ""
    names_one = sentence.block.kind != "table_row" and any(map(sentence.text.__contains__, _CURRENCIES))
    if names_one and (said := _IN_CURRENCY.search(sentence.text)):
        reading.currency = currency_said(said["currency"], language) or reading.currency
    if sentence.block.kind == "heading" or (sentence.text.endswith(":") and len(sentence.text) < SECTION):
        if sentence.block.kind == "heading" or keys:
            reading.section = keys[0] if len(keys) == 1 else ""
    elif keys:
        reading.mentioned, reading.open = keys[0] if len(keys) == 1 else "", len(keys) > 1


def subject_of(reading: Reading, keys: Sequence[str]) -> str:
    """Return the key of the project that the sentence is about; empty where that is open."""
    is_open = reading.open and not reading.table and reading.section in ("", reading.whole)
    if len(keys) > 1 or (is_open and not keys):
        return ""
    return keys[0] if keys else reading.mentioned or reading.subject() or reading.paragraph
