"""Tell from its content what a file is; its name decides only between kinds of text."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import BadZipFile, ZipFile

from indexer.errors import NothingToRead, PasswordProtected
from indexer.extract.encoding import decode
from indexer.extract.list_columns import begins_a_list
from indexer.model import PDF

_OFFICE = "application/vnd.openxmlformats-officedocument."
_OPEN = "application/vnd.oasis.opendocument."

HTML = "text/html"
MARKDOWN = "text/markdown"
TEXT = "text/plain"
DOCX = f"{_OFFICE}wordprocessingml.document"
PPTX = f"{_OFFICE}presentationml.presentation"
XLSX = f"{_OFFICE}spreadsheetml.sheet"
ODT = f"{_OPEN}text"
ODS = f"{_OPEN}spreadsheet"
ODP = f"{_OPEN}presentation"
EPUB = "application/epub+zip"
RTF = "application/rtf"
MAIL = "message/rfc822"
ZIP = "application/zip"
CSV = "text/csv"
OLE = "application/x-ole-storage"
DOC = "application/msword"
XLS = "application/vnd.ms-excel"
PPT = "application/vnd.ms-powerpoint"
MSG = "application/vnd.ms-outlook"

SUFFIXES = {
    ".pdf": PDF,
    ".html": HTML,
    ".htm": HTML,
    ".xhtml": HTML,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
    ".txt": TEXT,
    ".text": TEXT,
    ".docx": DOCX,
    ".pptx": PPTX,
    ".xlsx": XLSX,
    ".odt": ODT,
    ".ods": ODS,
    ".odp": ODP,
    ".epub": EPUB,
    ".rtf": RTF,
    ".eml": MAIL,
    ".zip": ZIP,
}
"""What a name promises."""

DATA = "application/octet-stream"

NAMES = {
    PDF: "a PDF file",
    HTML: "a web page",
    MARKDOWN: "Markdown text",
    TEXT: "plain text",
    DOCX: "a Word document (.docx)",
    PPTX: "a PowerPoint presentation (.pptx)",
    XLSX: "an Excel workbook (.xlsx)",
    ODT: "an OpenDocument text (.odt)",
    ODS: "an OpenDocument spreadsheet (.ods)",
    ODP: "an OpenDocument presentation (.odp)",
    EPUB: "an electronic book (.epub)",
    RTF: "a rich text document (.rtf)",
    OLE: "a document of an older office program (.doc, .xls or .ppt)",
    DOC: "an older Word document (.doc)",
    XLS: "an older Excel workbook (.xls)",
    PPT: "an older PowerPoint presentation (.ppt)",
    MSG: "an Outlook message (.msg)",
    MAIL: "an e-mail (.eml)",
    "application/postscript": "a PostScript file",
    ZIP: "an archive (.zip)",
    CSV: "a list of projects (.csv)",
    "application/x-7z-compressed": "an archive (.7z)",
    "application/vnd.rar": "an archive (.rar)",
    "application/gzip": "a compressed file (.gz)",
    "application/x-bzip2": "a compressed file (.bz2)",
    "application/x-xz": "a compressed file (.xz)",
    "image/png": "a PNG picture",
    "image/jpeg": "a JPEG picture",
    "image/gif": "a GIF picture",
    "image/tiff": "a TIFF picture",
    "image/bmp": "a BMP picture",
    "video/mp4": "a film or picture",
    "audio/mpeg": "a sound recording",
    "application/ogg": "a recording",
    "application/x-riff": "a picture or recording",
    "application/vnd.sqlite3": "a database",
    "application/x-executable": "a program",
    DATA: "data for a program",
}
"""How to call each media type when speaking to a person."""

_HEAD = 4096
"""Bytes at the beginning that are looked at."""

_OLE_START = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SIGNATURES = (
    (b"\x89PNG\r\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"BM", "image/bmp"),
    (b"PK\x05\x06", ZIP),
    (b"\x1f\x8b", "application/gzip"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\x00", "application/x-xz"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a\x07", "application/vnd.rar"),
    (b"\x7fELF", "application/x-executable"),
    (b"MZ", "application/x-executable"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "application/ogg"),
    (b"RIFF", "application/x-riff"),
    (b"SQLite format 3\x00", "application/vnd.sqlite3"),
)
"""First bytes of files that are no text. Source: the formats' own specifications."""

_PRINTABLE_SIGNATURES = (
    (b"{\\rtf", RTF),
    (b"%!PS", "application/postscript"),
)
"""First bytes of files that are written in letters and are no text either."""

_PACKAGES = (("word/", DOCX), ("ppt/", PPTX), ("xl/", XLSX))
"""Folders inside office documents."""

_MIMETYPE_AT = slice(30, 150)
_LONGEST_MIMETYPE = 100
"""Where the first member of OpenDocument files and books says what they are, unless somebody has
packed them anew, and how many bytes it has at most.

Source: OpenDocument 1.3, part 2, section 3.3; EPUB Open Container Format 3.3, section 4.3.
"""

_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]*\?>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title)\b", re.I | re.S
)
_HTML_ANYWHERE = re.compile(r"</?(?:html|head|body|div|p|h[1-6]|table|ul|ol|article|section)\b[^>]*>", re.I)
_HEADERS = re.compile(r"\s*(?:[A-Za-z][A-Za-z-]{1,60}:[^\n]*\n(?:[ \t]+[^\n]*\n)*)+")
_HEADER = re.compile(r"^\s*([A-Za-z-]+):", re.M)
_MAIL_HEADERS = frozenset(
    "from to cc date subject received return-path message-id mime-version content-type delivered-to".split()
)
"""Headers that mails have. Source: RFC 5322, section 3.6."""

_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MAX_CONTROLS = 0.002
"""Share of control characters above which a file is not text: eight in 4096. Texts of old word
processors hold one or two; the header of a picture holds one in four."""

_STREAMS = (("WordDocument", DOC), ("Workbook", XLS), ("PowerPoint Document", PPT), ("__substg1.0_", MSG))
"""Names inside files of older office programs. Source: [MS-DOC], [MS-XLS], [MS-PPT], [MS-OXMSG]."""

_INSTEAD = {
    OLE: "Save it as .docx, .xlsx or .pptx.",
    DOC: "Save it as .docx.",
    XLS: "Save it as .xlsx.",
    PPT: "Save it as .pptx.",
    MSG: "Save it as .eml.",
    **dict.fromkeys(
        (
            "application/gzip",
            "application/x-bzip2",
            "application/x-xz",
            "application/x-7z-compressed",
            "application/vnd.rar",
        ),
        "Unpack it.",
    ),
}
"""What to do about files that are not read; for all others see ``refusal``."""

_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""What a locked DOCX, PPTX or XLSX holds. Source: [MS-OFFCRYPTO] 2.3.4.4."""

_PDF_HEAD = 1024
"""Bytes within which a PDF may begin, after what a mail program put before it: as all readers accept."""


def media_type(name: str, content: bytes) -> str:
    """Return what the file is: one of ``NAMES``, ``DATA`` when it is no text and nothing known.

    Raises ``NothingToRead`` for an empty file, ``PasswordProtected`` for a locked office document.
    """
    if not content.strip():
        raise NothingToRead("The file is empty.")
    if content.startswith(b"%PDF-"):
        return PDF
    if content.startswith(b"PK\x03\x04"):
        return _kind_of_package(content)
    start = decode(content[:_HEAD])
    binary = len(_CONTROLS.findall(start)) > _MAX_CONTROLS * len(start)
    if content.lstrip().startswith(b"%PDF-") or (binary and b"%PDF-" in content[:_PDF_HEAD]):
        return PDF
    if binary and content.startswith(_OLE_START) and _LOCKED in content:
        raise PasswordProtected
    if binary:
        return _kind_of_data(content) or DATA
    return _first(_PRINTABLE_SIGNATURES, content) or _kind_of_text(name, start)


def refusal(name: str, found: str) -> str:
    """Return a sentence for a file whose format nobody reads."""
    promised = _promised(name)
    but = f", although its name promises {NAMES[promised]}" if promised else ""
    way_out = _INSTEAD.get(found, "Save it as PDF or text.")
    return f"This looks like {NAMES[found]}{but}; such files cannot be read yet. {way_out}"


def mismatch(name: str, found: str) -> str:
    """Return a sentence when the name promises another format than was found, else nothing."""
    promised = _promised(name)
    if not promised or promised == found or {promised, found} <= {TEXT, MARKDOWN, CSV}:
        return ""
    return f"The name promises {NAMES[promised]}, but the content is {NAMES[found]} and was read as such."


def _kind_of_text(name: str, start: str) -> str:
    promised = _promised(name)
    if _is_mail(start, surely=promised == MAIL):
        return MAIL
    if _HTML_START.match(start):
        return HTML
    if promised == HTML and _HTML_ANYWHERE.search(start):
        return HTML
    if promised in ("", TEXT) and begins_a_list(start):
        return CSV
    return MARKDOWN if promised == MARKDOWN else TEXT


def _is_mail(start: str, *, surely: bool) -> bool:
    """Say whether the text opens with the headers of a mail; where its name says so, one will do."""
    headers = _HEADERS.match(start)
    names = {name.lower() for name in _HEADER.findall(headers[0])} if headers else set()
    return "from" in names and len(names & _MAIL_HEADERS) >= (1 if surely else 3)


def _promised(name: str) -> str:
    return SUFFIXES.get(PurePosixPath(name).suffix.lower(), "")


def _kind_of_data(content: bytes) -> str:
    if content.startswith(_OLE_START):
        return next((kind for name, kind in _STREAMS if name.encode("utf-16-le") in content), OLE)
    return "video/mp4" if content[4:8] == b"ftyp" else _first(_SIGNATURES, content)


def _kind_of_package(content: bytes) -> str:
    """Return what a ZIP file is; a damaged one by the names that are left in it."""
    stated = content[_MIMETYPE_AT] if content[_MIMETYPE_AT].startswith(b"mimetype") else b""
    try:
        with ZipFile(BytesIO(content)) as package:
            names = package.namelist()
            if "mimetype" in names:
                stated = package.open("mimetype").read(_LONGEST_MIMETYPE)
    except (BadZipFile, ValueError, NotImplementedError, EOFError, RuntimeError, zlib.error):
        names = []
    if kinds := [kind for kind in (ODT, ODS, ODP, EPUB) if kind.encode() in stated]:
        return kinds[0]
    if not names:
        return next((kind for folder, kind in _PACKAGES if folder.encode() in content), ZIP)
    typed = any(name.endswith(("[Content_Types].xml", ".rels")) for name in names)
    kinds = [kind for folder, kind in _PACKAGES if any(name.startswith(folder) for name in names)]
    return kinds[0] if kinds and typed else ZIP


def _first(signatures: Iterable[tuple[bytes, str]], content: bytes) -> str:
    return next((kind for signature, kind in signatures if content.startswith(signature)), "")
