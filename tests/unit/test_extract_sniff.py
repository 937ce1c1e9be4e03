"""What a file is, told from its content."""

from __future__ import annotations

import io
import zipfile

import pytest

from indexer.errors import NothingToRead, UnknownFormat
from indexer.extract import FORMATS, extract
from indexer.extract.sniff import (
    DOCX,
    EPUB,
    HTML,
    MAIL,
    MARKDOWN,
    NAMES,
    ODP,
    ODS,
    ODT,
    PDF,
    PPTX,
    RTF,
    TEXT,
    XLSX,
    ZIP,
    media_type,
    mismatch,
)


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.txt", b"Plain words.", TEXT),
        ("a.md", b"# Words", MARKDOWN),
        ("a.MARKDOWN", b"# Words", MARKDOWN),
        ("noname", b"# Words", TEXT),
        ("a.log", b"2014 went well", TEXT),
        ("a.pdf", b"%PDF-1.7 ...", PDF),
        ("a.txt", b"\n\n%PDF-1.4 ...", PDF),
        ("a.html", b"<!DOCTYPE html><p>x", HTML),
        ("a.txt", b"  <HTML><body>x", HTML),
        ("a.txt", b"<?xml version='1.0'?>\n<!-- c -->\n<html xmlns='x'>", HTML),
        ("a.html", b"<p>A fragment</p>", HTML),
        ("a.txt", b"<p>A fragment</p>", TEXT),
        ("a.html", b"Just words, no tags.", TEXT),
        ("a.md", b"<div>Markdown may hold this</div>", MARKDOWN),
        ("a.html", "<html>æ".encode("utf-16"), HTML),
        ("a.txt", "Spotkanie".encode("utf-16"), TEXT),
    ],
)
def test_media_type(name: str, content: bytes, expected: str) -> None:
    assert media_type(name, content) == expected


TYPES = "[Content_Types].xml"


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ([TYPES, "word/document.xml"], DOCX),
        ([TYPES, "_rels/.rels", "ppt/presentation.xml"], PPTX),
        (["xl/workbook.xml", TYPES], XLSX),
        (["word/minutes.txt"], ZIP),
        ([TYPES, "sword/document.xml"], ZIP),
        (["a.txt"], ZIP),
    ],
)
def test_a_package_is_told_by_its_members(members: list[str], expected: str) -> None:
    assert media_type("a", zipped(*members)) == expected


def zipped(*names: str, mimetype: str = "") -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "<x/>")
    return target.getvalue()


@pytest.mark.parametrize(
    ("mimetype", "expected"),
    [
        ("application/vnd.oasis.opendocument.text", ODT),
        ("application/vnd.oasis.opendocument.text-template", ODT),
        ("application/vnd.oasis.opendocument.spreadsheet", ODS),
        ("application/vnd.oasis.opendocument.presentation", ODP),
        ("application/epub+zip", EPUB),
        ("application/vnd.oasis.opendocument.graphics", ZIP),
    ],
)
def test_a_package_is_told_by_what_it_says_first(mimetype: str, expected: str) -> None:
    assert media_type("a", zipped("content.xml", mimetype=mimetype)) == expected
    assert media_type("a", zipped("content.xml", mimetype=mimetype)[:-30]) == expected
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as anew:
        anew.writestr("content.xml", "<x/>")
        anew.writestr("mimetype", mimetype)
    assert media_type("a", target.getvalue()) == expected


MAIL_TEXT = b"From: a@example.org\nTo: b@example.org\nDate: Tue, 6 May 2014 09:30:00 +0200\n\nHej."


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a", MAIL_TEXT, MAIL),
        ("a.txt", b"Received: by x\n\tfor y\nFrom: a\nMIME-Version: 1.0\n\n<html>", MAIL),
        ("a.txt", b"From: the mayor\nTo: all\n\nHej.", TEXT),
        ("a.eml", b"From: the mayor\nTo: all\n\nHej.", MAIL),
        ("a.eml", b"Just words.", TEXT),
        ("a.doc", b"{\\rtf1\\ansi Hello}", RTF),
    ],
)
def test_a_mail_is_told_by_its_headers(name: str, content: bytes, expected: str) -> None:
    assert media_type(name, content) == expected


def old_office(stream: str) -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + stream.encode("utf-16-le") + bytes(99)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "older office", id="ole"),
        pytest.param(old_office("WordDocument"), "older Word document.*Save it as .docx", id="doc"),
        pytest.param(old_office("Workbook"), "older Excel workbook.*Save it as .xlsx", id="xls"),
        pytest.param(
            old_office("PowerPoint Document"), "older PowerPoint presentation.*Save it as .pptx", id="ppt"
        ),
        pytest.param(old_office("__substg1.0_0037001F"), "Outlook message.*Save it as .eml", id="msg"),
        pytest.param(b"\x1f\x8b" + bytes(100), "compressed file.*Unpack it", id="gz"),
        pytest.param(b"\xff\xd8\xff\xe0\x00\x10JFIF", "JPEG", id="jpeg"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "PNG", id="png"),
        pytest.param(b"II*\x00\x08\x00", "TIFF", id="tiff"),
        pytest.param(b"\x00\x00\x00\x20ftypisom", "film", id="mp4"),
        pytest.param(b"\x7fELF\x02\x01", "program", id="elf"),
        pytest.param(bytes(1000), "data for a program", id="zeros"),
        pytest.param(bytes(range(1, 256)) * 9, "data for a program", id="binary"),
    ],
)
def test_what_nobody_reads_is_refused_by_its_name(content: bytes, kind: str) -> None:
    with pytest.raises(UnknownFormat, match=kind):
        extract("report", content)


def test_a_refusal_says_when_the_name_promised_something_else() -> None:
    with pytest.raises(UnknownFormat, match="PNG picture, although its name promises plain text"):
        extract("notes.txt", b"\x89PNG\r\n\x1a\n")


@pytest.mark.parametrize("content", [b"", b"  \r\n\t"])
def test_an_empty_file_has_nothing_to_read(content: bytes) -> None:
    with pytest.raises(NothingToRead):
        media_type("a.txt", content)


@pytest.mark.parametrize("text", ["MZ is how some words begin", "BM betyder bemærk", "ID3 er et møde"])
def test_words_that_begin_like_a_signature_are_words(text: str) -> None:
    assert media_type("a.txt", text.encode()) == TEXT


@pytest.mark.parametrize(
    ("name", "found", "speaks"),
    [
        ("a.pdf", TEXT, True),
        ("a.txt", PDF, True),
        ("a.txt", HTML, True),
        ("a.md", TEXT, False),
        ("a", PDF, False),
    ],
)
def test_a_name_that_promises_something_else_is_worth_a_warning(name: str, found: str, speaks: bool) -> None:
    assert bool(mismatch(name, found)) is speaks


def test_a_misnamed_file_is_read_by_its_content_and_says_so() -> None:
    content = extract("report.pdf", b"<html><body><h1>Not found</h1><p>The page is gone.</p></body></html>")
    assert content.media_type == HTML
    assert content.warnings == (
        "The name promises a PDF file, but the content is a web page and was read as such.",
    )


def test_every_format_can_be_named_to_a_person() -> None:
    assert set(FORMATS) <= set(NAMES)
