"""Read the Markdown sources of the corpus's PDF and office documents.

A source is front matter (``title``, ``date``, ``kind``; optional ``format``, ``subtitle``,
``author`` and ``columns: 2``) and a small part of Markdown: headings, paragraphs, flat lists,
quotes and pipe tables. What becomes of them is left to the module of the format.
"""

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from babel.dates import format_date

KINDS = {
    "newsletter",
    "report",
    "article",
    "project",
    "tool",
    "action-plan",
    "swot",
    "presentation",
    "table",
    "mail",
    "other",
}

_FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n(.*)\Z", re.DOTALL)
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")
_HEADING_LINE = re.compile(r"(?m)^(#{1,4}\s.*)$")
_HEADING = re.compile(r"(#{1,4})\s+(.+)")
_ITEM = re.compile(r"(?:[-*]|(\d+)\.)\s+(.+)", re.DOTALL)
_ITEM_START = re.compile(r"\n(?=(?:[-*]|\d+\.)\s)")
_STRONG = re.compile(r"(\*\*|\*)(?=\S)(.+?)(?<=\S)\1")
_TABLE_RULE = re.compile(r"[|\s:-]+")


FORMATS = {"pdf": "pdf", "scan": "pdf", "docx": "docx", "odt": "odt", "pptx": "pptx", "xlsx": "xlsx"}
"""What a source can become, and how the file's name ends."""

LIBRARY = "InterLoc Search"


class SourceError(Exception):
    """A source cannot be turned into a document; the text says what to mend."""


@dataclass(frozen=True, slots=True)
class Heading:
    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    quoted: bool


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list; a list that is not numbered has ``•`` for every bullet."""

    bullet: str
    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; the first row is its heading, and all rows have the same length."""

    rows: tuple[tuple[str, ...], ...]


Block = Heading | Text | Item | Grid


@dataclass(frozen=True, slots=True)
class Source:
    """A document as its author wrote it; the language is a code such as ``da``."""

    language: str
    title: str
    subtitle: str
    date: str
    kind: str
    format: str
    author: str
    columns: int
    body: str

    @property
    def printed_date(self) -> str:
        """The date as a reader of the language expects it under a title."""
        year, *rest = map(int, self.date.split("-"))
        if not rest:
            return str(year)
        day = datetime.date(year, rest[0], rest[1] if len(rest) > 1 else 1)
        if len(rest) > 1:
            return format_date(day, "long", locale=self.language)
        return format_date(day, "LLLL y", locale=self.language)

    @property
    def made(self) -> datetime.datetime:
        """The first moment of the date, for the fields of a format that want a whole one."""
        year, month, day = [*map(int, self.date.split("-")), 1, 1][:3]
        return datetime.datetime(year, month, day)

    @property
    def sections(self) -> list[tuple[str, list["Block"]]]:
        """The body's parts under each heading of level 1, for slides and sheets. Raises SourceError."""
        found: list[tuple[str, list[Block]]] = []
        for block in blocks(self.body):
            if isinstance(block, Heading) and block.level == 1:
                found.append((block.text, []))
            elif found:
                found[-1][1].append(block)
            else:
                raise SourceError("the body must start with a heading of level 1: '# …'")
        return found


def read(path: Path) -> Source:
    """Return the source in a file. Raises SourceError when the front matter is not right."""
    found = _FRONT_MATTER.match(path.read_text(encoding="utf-8"))
    if not found:
        raise SourceError("the file must start with front matter between two '---' lines")
    front = front_matter(found[1])
    return Source(
        language=path.parent.name,
        title=front["title"],
        subtitle=front.get("subtitle", ""),
        date=front["date"],
        kind=front["kind"],
        format=front.get("format", "pdf"),
        author=front.get("author", LIBRARY),
        columns=2 if front.get("columns") == "2" else 1,
        body=found[2],
    )


def front_matter(text: str) -> Mapping[str, str]:
    """Return the ``key: value`` lines; title, date and kind are there and in order."""
    pairs = (line.partition(":") for line in text.splitlines() if line.strip())
    front = {key.strip(): value.strip() for key, _, value in pairs}
    if missing := {"title", "date", "kind"} - front.keys():
        raise SourceError("the front matter lacks " + ", ".join(sorted(missing)))
    if not _DATE.fullmatch(front["date"]):
        raise SourceError("the date is written 2014, 2014-05 or 2014-05-06")
    if front["kind"] not in KINDS:
        raise SourceError("the kind is one of " + ", ".join(sorted(KINDS)))
    if front.get("format", "pdf") not in FORMATS:
        raise SourceError("the format is one of " + ", ".join(sorted(FORMATS)))
    return front


def plain(text: str) -> str:
    """Return a run of Markdown words on one line and without its marks."""
    return "".join(words for words, _ in runs(text))


def runs(text: str) -> list[tuple[str, bool]]:
    """Return a run of Markdown words on one line, cut where strong words begin and end."""
    pieces = _STRONG.split(" ".join(text.split()))
    return [(words, place % 3 == 2) for place, words in enumerate(pieces) if words and place % 3 != 1]


def blocks(body: str) -> Iterator[Block]:
    """Yield the body's parts in reading order. Blank lines set them apart."""
    for chunk in re.split(r"\n\s*\n", _HEADING_LINE.sub(r"\n\1\n", body)):
        text = chunk.strip()
        if heading := _HEADING.fullmatch(text):
            yield Heading(len(heading[1]), heading[2])
        elif text.startswith("|"):
            yield grid(text)
        elif text.startswith(">"):
            yield Text(re.sub(r"(?m)^>", "", text), quoted=True)
        elif _ITEM.match(text):
            yield from items(text)
        elif text:
            yield Text(text, quoted=False)


def items(text: str) -> Iterator[Item]:
    for piece in _ITEM_START.split(text):
        if found := _ITEM.fullmatch(piece):
            yield Item(f"{found[1]}." if found[1] else "•", found[2])


def grid(text: str) -> Grid:
    """Return a pipe table without its line of dashes."""
    lines = [line.strip() for line in text.splitlines() if not _TABLE_RULE.fullmatch(line)]
    rows = tuple(
        tuple(cell.strip() for cell in line.removeprefix("|").removesuffix("|").split("|")) for line in lines
    )
    if len({len(row) for row in rows}) != 1:
        raise SourceError(f"the rows of a table differ in length, near: {text.splitlines()[0]}")
    return Grid(rows)
