"""Tell from its content what a file is; its name decides only between kinds of text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from indexer.errors import NothingToRead, UnknownFormat
from indexer.extract.encoding import decode

PDF = "application/pdf"
HTML = "text/html"
MARKDOWN = "text/markdown"
TEXT = "text/plain"

SUFFIXES = {
    ".pdf": PDF,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".txt": TEXT,
    ".text": TEXT,
}
"""What a name promises."""

NAMES = {PDF: "a PDF file", HTML: "a web page", MARKDOWN: "Markdown text", TEXT: "plain text"}
"""How to call a media type when speaking to a person."""

_HEAD = 4096
"""Bytes at the beginning that are looked at."""

_SIGNATURES = (
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"BM", "a BMP picture"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an older office program (.doc, .xls or .ppt)"),
    (b"PK\x05\x06", "an empty archive (.zip)"),
    (b"\x1f\x8b", "a compressed file (.gz)"),
    (b"BZh", "a compressed file (.bz2)"),
    (b"\xfd7zXZ\x00", "a compressed file (.xz)"),
    (b"7z\xbc\xaf\x27\x1c", "an archive (.7z)"),
    (b"Rar!\x1a\x07", "an archive (.rar)"),
    (b"\x7fELF", "a program"),
    (b"MZ", "a program"),
    (b"ID3", "a sound recording"),
    (b"OggS", "a recording"),
    (b"RIFF", "a picture or recording"),
    (b"SQLite format 3\x00", "a database"),
)
"""First bytes of files that are no text, and what they mean. Source: the formats' own specifications."""

_PRINTABLE_SIGNATURES = (
    (b"{\\rtf", "a rich text document (.rtf)"),
    (b"%!PS", "a PostScript file"),
)
"""First bytes of files that are written in letters and are no text either."""

_ZIP_MEMBERS = (
    (b"word/", "a Word document (.docx)"),
    (b"ppt/", "a PowerPoint presentation (.pptx)"),
    (b"xl/", "an Excel workbook (.xlsx)"),
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument text (.odt)"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "an OpenDocument spreadsheet (.ods)"),
    (b"application/vnd.oasis.opendocument.presentation", "an OpenDocument presentation (.odp)"),
    (b"application/epub+zip", "an electronic book (.epub)"),
)
"""Bytes of a ZIP file's member names and first member, and what they mean."""

_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b", re.I | re.S
)
_HTML_ANYWHERE = re.compile(r"</?(?:html|head|body|div|p|h[1-6]|table|ul|ol|article|section)\b[^>]*>", re.I)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MAX_CONTROLS = 0.002
"""Share of control characters above which a file is not text: eight in 4096. Texts of old word
processors hold one or two; the header of a picture holds one in four."""

_PDF_HEAD = 1024
"""Bytes within which a PDF may begin, after what a mail program put before it: as all readers accept."""


def media_type(name: str, content: bytes) -> str:
    """Return what the file is: ``PDF``, ``HTML``, ``MARKDOWN`` or ``TEXT``.

    Raises ``NothingToRead`` for an empty file and ``UnknownFormat`` for what nobody here reads.
    """
    if not content.strip():
        raise NothingToRead("The file is empty.")
    start = decode(content[:_HEAD])
    binary = len(_CONTROLS.findall(start)) > _MAX_CONTROLS * len(start)
    if content.lstrip().startswith(b"%PDF-") or (binary and b"%PDF-" in content[:_PDF_HEAD]):
        return PDF
    known = _kind_of_data(content) if binary else _first(_PRINTABLE_SIGNATURES, content)
    if binary or known:
        raise UnknownFormat(_refusal(name, known or "data for a program"))
    return _kind_of_text(name, start)


def mismatch(name: str, found: str) -> str:
    """Return a sentence when the name promises another format than was found, else nothing."""
    promised = SUFFIXES.get(PurePosixPath(name).suffix.lower())
    if promised is None or promised == found or {promised, found} <= {TEXT, MARKDOWN}:
        return ""
    return f"The name promises {NAMES[promised]}, but the content is {NAMES[found]} and was read as such."


def _kind_of_text(name: str, start: str) -> str:
    promised = SUFFIXES.get(PurePosixPath(name).suffix.lower(), TEXT)
    if _HTML_START.match(start):
        return HTML
    if promised == HTML and _HTML_ANYWHERE.search(start):
        return HTML
    return MARKDOWN if promised == MARKDOWN else TEXT


def _kind_of_data(content: bytes) -> str:
    if content.startswith(b"PK\x03\x04"):
        return _zip_kind(content)
    return "a film or picture" if content[4:8] == b"ftyp" else _first(_SIGNATURES, content)


def _first(signatures: Iterable[tuple[bytes, str]], content: bytes) -> str:
    return next((kind for signature, kind in signatures if content.startswith(signature)), "")


def _zip_kind(content: bytes) -> str:
    return next((kind for member, kind in _ZIP_MEMBERS if member in content), "an archive (.zip)")


def _refusal(name: str, kind: str) -> str:
    promised = SUFFIXES.get(PurePosixPath(name).suffix.lower())
    but = f", although its name promises {NAMES[promised]}" if promised else ""
    return f"This looks like {kind}{but}; such files cannot be read yet. Save it as PDF or text."
