"""PDF: pdfium reads the text, pdfminer.six lays out the pages whose order cannot be trusted.

Both libraries are loaded in the functions that use them: the process that serves never does.
Neither is safe with hostile files; see ``isolate``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from indexer.errors import PasswordProtected, TooExpensive, UnreadableFile
from indexer.extract.cleanup import Line, characters, flat, hyphenated_words, without_running_lines
from indexer.extract.content import UNMAPPED, Content, keywords, stated
from indexer.extract.lines import blocks, groups
from indexer.extract.pdf_order import MARGIN_SHARE, MAX_JUMPS, jump_ratio, lines
from indexer.extract.pdf_text import pieces_of
from indexer.model import Method, Page

if TYPE_CHECKING:
    import pypdfium2  # type: ignore[import-untyped]  # it ships no types
    from pdfminer.layout import LTPage, LTTextBox

MAX_PAGES = 20_000
"""Pages above which a file is not read; printed, they are a shelf of two metres."""

MANY_BOXES = 100
"""Boxes on one page above which pdfminer.six orders them by place alone. Grouping them took 20 s
on a page of scattered boxes, ordering by place 0.3 s."""

_NO_TITLE = re.compile(
    r"(?:microsoft \w+ - .*|.*\.(?:docx?|pdf|indd|odt|rtf|pptx?|xlsx?|pub|qxd|tmp)|untitled.*|\(?anonymous\)?"
    r"|unbenannt.*|bez tytułu.*|uden titel.*|unavngivet.*|namnlös.*|(?:do[ck]ument|presentation|slide) ?\d*"
    r"|[\d\W_]*)",
    re.I,
)
"""Titles that programs write when nobody gave one."""

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\ue000-\uf8ff]")
_MOST_CONTROLS = 0.05
"""Share of control and private characters above which a page's signs are no letters. Numbers of
glyphs begin at 3 with the space, which is every sixth sign; marks of lists are one in fifty."""

_FEWEST_SIGNS = 15


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A page as read."""

    lines: list[Line]
    method: Method = "text"
    readable: bool = True
    mapped: bool = True
    """Its fonts say which letters they draw."""


def extract(content: bytes) -> Content:
    """Return the text page by page.

    Scanned pages stay empty, see ``ocr``. Raises ``PasswordProtected``, ``TooExpensive`` (too many
    pages) and ``UnreadableFile``.
    """
    document = _open(content)
    if len(document) > MAX_PAGES:
        raise TooExpensive(f"It has {len(document)} pages; at most {MAX_PAGES} are read. Split it.")
    sheets = _sheets(document, content)
    return Content(
        title=_title(document),
        pages=tuple(_pages(sheets)),
        stated=stated(
            {
                "author": flat(document.get_metadata_value("Author")),
                "kind": keywords(*_properties(document, "Subject", "Keywords")),
            }
        ),
        warnings=tuple(_warnings(sheets)),
    )


def _warnings(sheets: Sequence[_Sheet]) -> Iterator[str]:
    for number, sheet in enumerate(sheets, start=1):
        if not sheet.readable:
            yield f"Page {number} is damaged and was left out."
        elif not sheet.mapped:
            yield f"Page {number} {UNMAPPED}: its text cannot be read. Export it again from its program."


def _open(content: bytes) -> pypdfium2.PdfDocument:
    import pypdfium2
    from pypdfium2 import raw

    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise PasswordProtected from error
        raise UnreadableFile("The PDF is damaged or cut off. Export it from its program again.") from error


def _title(document: pypdfium2.PdfDocument) -> str:
    title = flat(document.get_metadata_value("Title"))
    return "" if _NO_TITLE.fullmatch(title) else title


def _properties(document: pypdfium2.PdfDocument, *names: str) -> Iterator[str]:
    """Yield the properties that somebody filled in."""
    values = (flat(document.get_metadata_value(name)) for name in names)
    return (value for value in values if value.strip("()") not in ("", "unspecified"))


def _pages(sheets: Sequence[_Sheet]) -> Iterator[Page]:
    keep = hyphenated_words(line.text for sheet in sheets for line in sheet.lines)
    printed = without_running_lines([sheet.lines for sheet in sheets])
    body = _body_size(printed)
    for number, (found, sheet) in enumerate(zip(printed, sheets, strict=True), start=1):
        yield Page(number, tuple(blocks(groups(found), body=body, keep=keep)), sheet.method)


def _body_size(pages: Sequence[list[Line]]) -> float:
    """Return the letter height that most of the text has."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[line.size] += len(line.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _sheets(document: pypdfium2.PdfDocument, content: bytes) -> list[_Sheet]:
    sheets, jumping = [], []
    for index in range(len(document)):
        sheet, jumps = _sheet(document, index)
        sheets.append(sheet)
        if jumps > MAX_JUMPS:
            jumping.append(index)
    for index, laid_out in zip(jumping, _laid_out(content, jumping), strict=False):
        sheets[index] = _Sheet(laid_out, "layout")
    return sheets


def _sheet(document: pypdfium2.PdfDocument, index: int) -> tuple[_Sheet, float]:
    """Return a page as pdfium reads it, and how much its order jumps."""
    import pypdfium2

    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return _Sheet([], readable=False), 0.0
    text = page.get_textpage()
    try:
        written = text.get_text_range()
        if _is_unmapped(written):
            return _Sheet([], mapped=False), 0.0
        pieces = pieces_of(text, written)
        height = page.get_height()
        return _Sheet(lines(pieces, height)), jump_ratio(pieces, height)
    finally:
        text.close()
        page.close()


def _is_unmapped(written: str) -> bool:
    """Say whether the signs are numbers of glyphs: some of them are control characters."""
    return len(written) >= _FEWEST_SIGNS and len(_CONTROLS.findall(written)) > _MOST_CONTROLS * len(written)


def _laid_out(content: bytes, indexes: Sequence[int]) -> Iterator[list[Line]]:
    """Yield the lines of some pages in the order in which pdfminer.six lays them out.

    Ends early where pdfminer.six fails; the order in which pdfium read the rest is better than nothing.
    """
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LAParams, LTTextBox

    if not indexes:
        return
    try:
        for page in extract_pages(BytesIO(content), page_numbers=indexes, laparams=LAParams(boxes_flow=None)):
            boxes = [box for box in page if isinstance(box, LTTextBox)]
            yield [line for box in _in_order(page, boxes) for line in _box_lines(box, page.height)]
    except MemoryError:
        raise
    except Exception:  # the library lets almost any exception out
        return


def _in_order(page: LTPage, boxes: list[LTTextBox]) -> list[LTTextBox]:
    from pdfminer.layout import IndexAssigner, LAParams

    if len(boxes) > MANY_BOXES:
        return boxes
    assigner = IndexAssigner()
    for group in page.group_textboxes(LAParams(), boxes):
        group.analyze(LAParams())
        assigner.run(group)
    return sorted(boxes, key=lambda box: box.index)


def _box_lines(box: LTTextBox, height: float) -> Iterator[Line]:
    top, bottom = (1 - MARGIN_SHARE) * height, MARGIN_SHARE * height
    for position, line in enumerate(box):
        if words := characters(line.get_text()).strip():
            margin = line.y0 > top or line.y1 < bottom
            yield Line(words, apart=position == 0, size=round(line.height, 1), margin=margin)
