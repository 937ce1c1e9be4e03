"""PDF: pdfium reads the text, pdfminer.six lays out the pages whose order cannot be trusted.

Both libraries are loaded in the functions that use them: the process that serves never does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from indexer.errors import NothingToRead, PasswordProtected, UnreadableFile
from indexer.extract.cleanup import Line, characters, flat, hyphenated_words, without_running_lines
from indexer.extract.content import Content, stated
from indexer.extract.lines import blocks, groups
from indexer.extract.pdf_order import Rectangle, is_jumping
from indexer.model import Method, Page

if TYPE_CHECKING:
    import pypdfium2

_NO_TITLE = re.compile(
    r"^(?:microsoft \w+ - .*|.*\.(?:docx?|pdf|indd|odt|rtf|pptx?|xlsx?|pub|qxd|tmp)|untitled.*|\(?anonymous\)?"
    r"|unbenannt.*|bez tytułu.*|uden titel.*|unavngivet.*|namnlös.*|dokument\d*|document\d*|presentation\d*"
    r"|slide \d+|\W*|[\d\W]+)$",
    re.I,
)
"""Titles that programs write when nobody gave one."""

_MARGIN_SHARE = 0.08
"""Share of the page's height at its top and bottom where running headers and footers stand.

Source: measured on multi-page reports when the extractors were compared.
"""


def extract(content: bytes) -> Content:
    """Return the text page by page. Raises ``PasswordProtected`` and ``NothingToRead`` (a scan)."""
    document = _open(content)
    pages = [_read(document, index, content) for index in range(len(document))]
    if not any(line.text for lines, _ in pages for line in lines):
        raise NothingToRead(
            "No page holds text; this seems to be a scan. Recognise its text (OCR) and save it again."
        )
    keep = hyphenated_words(line.text for lines, _ in pages for line in lines)
    printed = without_running_lines([lines for lines, _ in pages])
    body = _body_size(printed)
    return Content(
        title=_title(document),
        pages=tuple(
            Page(number, tuple(blocks(groups(lines), body=body, keep=keep)), method)
            for number, (lines, (_, method)) in enumerate(zip(printed, pages, strict=True), start=1)
        ),
        stated=_stated(document),
    )


def _open(content: bytes) -> pypdfium2.PdfDocument:
    import pypdfium2
    from pypdfium2 import raw

    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise PasswordProtected from error
        raise UnreadableFile(
            "The PDF is damaged or cut off. Save it again, or print it to a new PDF."
        ) from error


def _read(document: pypdfium2.PdfDocument, index: int, content: bytes) -> tuple[list[Line], Method]:
    page = document[index]
    try:
        text = page.get_textpage()
        try:
            rectangles = [Rectangle(*text.get_rect(number)) for number in range(text.count_rects())]
            if is_jumping(rectangles):
                return list(_laid_out(content, index)), "layout"
            return list(_lines(text, page.get_height())), "text"
        finally:
            text.close()
    finally:
        page.close()


def _lines(text: pypdfium2.PdfTextPage, height: float) -> Iterator[Line]:
    """Yield pdfium's lines with a tab where a gap is as wide as between cells."""
    below = height
    for start, words in _numbered_lines(text.get_text_range()):
        box = _box(text, start)
        size = box.top - box.bottom
        yield Line(
            characters(words),
            apart=below - box.top > 0.5 * size or box.top > below + size,
            size=round(size, 1),
            margin=box.bottom > (1 - _MARGIN_SHARE) * height or box.top < _MARGIN_SHARE * height,
        )
        below = box.bottom


def _numbered_lines(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for line in text.split("\n"):
        if line.strip():
            yield start + len(line) - len(line.lstrip()), line.strip()
        start += len(line) + 1


def _box(text: pypdfium2.PdfTextPage, index: int) -> Rectangle:
    return Rectangle(*text.get_charbox(index, loose=True))


def _laid_out(content: bytes, index: int) -> Iterator[Line]:
    """Yield the lines of one page in the order in which pdfminer.six lays them out."""
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LAParams, LTTextBox, LTTextLine

    for page in extract_pages(BytesIO(content), page_numbers=[index], laparams=LAParams()):
        for box in page:
            if isinstance(box, LTTextBox):
                for position, line in enumerate(box):
                    if isinstance(line, LTTextLine) and line.get_text().strip():
                        yield Line(
                            characters(line.get_text().strip()),
                            apart=position == 0,
                            size=round(line.height, 1),
                            margin=line.y0 > (1 - _MARGIN_SHARE) * page.height
                            or line.y1 < _MARGIN_SHARE * page.height,
                        )


def _body_size(pages: list[list[Line]]) -> float:
    """Return the letter height that most of the text has."""
    sizes: Counter[float] = Counter()
    for lines in pages:
        for line in lines:
            sizes[line.size] += len(line.text)
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _title(document: pypdfium2.PdfDocument) -> str:
    title = flat(document.get_metadata_value("Title"))
    return "" if _NO_TITLE.match(title) else title


def _stated(document: pypdfium2.PdfDocument) -> dict[str, str]:
    return stated({"author": flat(document.get_metadata_value("Author"))})
