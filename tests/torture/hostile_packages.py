"""Hostile office files, books, mails and archives, and what may come of each."""

from __future__ import annotations

import re
import warnings
import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path

GOOD = Path(__file__).parents[1] / "golden" / "formats"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
STEP = 1 << 20

MEMBERS = {
    "outside.zip/etc/passwd.txt": "ok",
    "outside.zip/C:/mappe/a.txt": "ok",
    "crc.zip/a.txt": "unreadable",
    "crc.zip/b.txt": "ok",
    "twice.zip/a.txt": "ok",
    "twice.zip/a (2).txt": "ok",
    "link.zip/link": "ok",
    "nested.zip/in.zip": "ok",
    "nested.zip/in.zip/in.zip": "ok",
    "nested.zip/in.zip/in.zip/in.zip": "ok",
    "nested.zip/in.zip/in.zip/in.zip/in.zip": "too-expensive",
    "bomb-inside.zip/bomb.docx": "too-expensive",
    "attached.eml/attachment-1.bin": "unknown-format",
}
"""Files inside them, with what may come of each."""


def packages(unpacked: int) -> Mapping[str, tuple[bytes, str]]:
    """Return the content of each file and the codes of its right answers, parted by spaces."""
    return {
        **_word(unpacked),
        **_sheets(unpacked),
        **_open(),
        **_rich(),
        **_books(),
        **_mails(),
        **_archives(),
    }


def zipped(members: Mapping[str, bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members.items():
            made.writestr(name, content)
    return target.getvalue()


def bomb(name: str, unpacked: int, before: Mapping[str, bytes]) -> bytes:
    """Return a package with one member that unpacks a thousandfold."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for other, content in before.items():
            made.writestr(other, content)
        with made.open(name, "w") as member:
            for _ in range(unpacked // STEP):
                member.write(b" " * STEP)
    return target.getvalue()


def good(suffix: str) -> dict[str, bytes]:
    """Return the members of a good file."""
    with zipfile.ZipFile(GOOD / f"school.da.{suffix}") as package:
        return {name: package.read(name) for name in package.namelist()}


def changed(suffix: str, name: str, pattern: bytes, into: bytes) -> bytes:
    """Return a good file with the first match of the pattern in one member replaced."""
    members = good(suffix)
    members[name] = re.sub(
        pattern, lambda match: into.replace(b"\\g<0>", match[0]), members[name], count=1, flags=re.S
    )
    return zipped(members)


def without(suffix: str, *names: str) -> bytes:
    return zipped({name: content for name, content in good(suffix).items() if name not in names})


def _laughs() -> bytes:
    lines = [b'<!ENTITY a0 "ha">']
    lines += [b'<!ENTITY a%d "%b">' % (level, b"&a%d;" % (level - 1) * 10) for level in range(1, 10)]
    return b"<?xml version='1.0'?><!DOCTYPE x [" + b"".join(lines) + b"]><x>&a9;</x>"


def _word(unpacked: int) -> dict[str, tuple[bytes, str]]:
    body, styles = "word/document.xml", "word/styles.xml"
    whole = (GOOD / "school.da.docx").read_bytes()
    typed = {"[Content_Types].xml": b"<Types/>"}
    return {
        "bomb.docx": (bomb("word/media/a.bin", unpacked, good("docx")), "too-expensive"),
        "members.docx": (zipped(good("docx") | {f"x/{n}": b"" for n in range(10_001)}), "too-expensive"),
        "cut.docx": (whole[: len(whole) // 2], "unreadable"),
        "locked.docx": (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        "old.docx": (OLE + "WordDocument".encode("utf-16-le"), "unknown-format"),
        "laughs.docx": (changed("docx", body, b".*", _laughs()), "unreadable nothing-to-read"),
        "deep.docx": (changed("docx", body, b"<w:p>", b"<w:sdt>" * 5000), "unreadable"),
        "outside.docx": (
            changed(
                "docx", body, b"<\\?xml.*?\\?>", b"<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>"
            ),
            "ok",
        ),
        "no-body.docx": (without("docx", body), "unreadable"),
        "no-links.docx": (without("docx", "_rels/.rels"), "unreadable"),
        "garbage.docx": (changed("docx", body, b".*", b"\x00\xff" * 999), "unreadable"),
        "loop.docx": (
            changed(
                "docx", styles, b"<w:style ", b'<w:style w:styleId="X"><w:basedOn w:val="X"/></w:style>\\g<0>'
            ),
            "ok",
        ),
        "span.docx": (changed("docx", body, b"<w:tcPr>", b'<w:tcPr><w:gridSpan w:val="999999999"/>'), "ok"),
        "empty.docx": (zipped(typed | {body: b""}), "unreadable"),
    }


def _sheets(unpacked: int) -> dict[str, tuple[bytes, str]]:
    sheet = "xl/worksheets/sheet1.xml"
    far = b'<sheetData><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    return {
        "bomb.xlsx": (bomb("xl/x.bin", unpacked, good("xlsx")), "too-expensive"),
        "far.xlsx": (changed("xlsx", sheet, b"<sheetData>", far), "ok too-expensive"),
        "strings.xlsx": (changed("xlsx", sheet, b"<v>0</v>", b"<v>99999999</v>"), "unreadable ok"),
        "lies.xlsx": (changed("xlsx", sheet, b'ref="[^"]*"', b'ref="A1:XFD1048576"'), "ok"),
        "no-sheet.xlsx": (without("xlsx", sheet), "unreadable ok"),
        "bomb.pptx": (bomb("ppt/x.bin", unpacked, good("pptx")), "too-expensive"),
        "cut.pptx": ((GOOD / "school.da.pptx").read_bytes()[:9000], "unreadable"),
        "no-slide.pptx": (without("pptx", "ppt/slides/slide1.xml"), "unreadable"),
        "laughs.pptx": (changed("pptx", "ppt/slides/slide1.xml", b".*", _laughs()), "unreadable"),
        "old.xls": (OLE + "Workbook".encode("utf-16-le"), "unknown-format"),
        "old.ppt": (OLE + "PowerPoint Document".encode("utf-16-le"), "unknown-format"),
        "old.msg": (OLE + "__substg1.0_0037001F".encode("utf-16-le"), "unknown-format"),
    }


def _open() -> dict[str, tuple[bytes, str]]:
    cell = b'<table:table-cell table:number-columns-repeated="2000000000" table:number-rows-repeated="9"'
    row = b'<table:table-row table:number-rows-repeated="2000000000"'
    locked = b'<x xmlns="urn:x"><encryption-data/></x>'
    return {
        "cells.ods": (changed("ods", "content.xml", b"<table:table-cell", cell), "ok"),
        "rows.ods": (changed("ods", "content.xml", b"<table:table-row", row), "ok"),
        "locked.odt": (changed("odt", "META-INF/manifest.xml", b".*", locked), "password"),
        "deep.odt": (
            changed("odt", "content.xml", b"<text:p", b"<text:section>" * 5000 + b"<text:p"),
            "unreadable",
        ),
        "laughs.odt": (changed("odt", "content.xml", b".*", _laughs()), "unreadable nothing-to-read"),
        "no-text.odp": (without("odp", "content.xml"), "unreadable"),
    }


def _rich() -> dict[str, tuple[bytes, str]]:
    return {
        "nested.rtf": (b"{\\rtf1 " + b"{" * 500_000 + b"deep", "ok too-expensive"),
        "binary.rtf": (b"{\\rtf1 Ord \\bin999999999 gone", "ok"),
        "letters.rtf": (b"{\\rtf1 \\u-99999? \\u999999? \\uc99 \\'zz \\'f8 ord}", "ok"),
        "words.rtf": (b"{\\rtf1 " + b"\\par" * 500_000 + b" ord}", "ok too-expensive"),
        "nothing.rtf": (b"{\\rtf1{\\fonttbl{\\f0 Arial;}}}", "nothing-to-read"),
    }


def _books() -> dict[str, tuple[bytes, str]]:
    return {
        "no-container.epub": (without("epub", "META-INF/container.xml"), "unreadable"),
        "no-chapters.epub": (without("epub", "OPS/one.xhtml", "OPS/two.xhtml"), "nothing-to-read"),
        "laughs.epub": (changed("epub", "OPS/book.opf", b".*", _laughs()), "nothing-to-read unreadable"),
    }


def _mails() -> dict[str, tuple[bytes, str]]:
    head = b"From: a@example.org\nDate: Tue, 6 May 2014 09:30:00 +0200\nMIME-Version: 1.0\nSubject: Brev\n"
    parts = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (level, level) for level in range(2000)
    )
    return {
        "deep.eml": (head + parts + b"\nHej.", "ok unreadable too-expensive"),
        "headers.eml": (head + b"X-A: b\n" * 100_000 + b"\nHej.", "ok"),
        "coded.eml": (head + b"Content-Transfer-Encoding: base64\n\n!!!!not base64!!!!", "ok"),
        "charset.eml": (head + b"Content-Type: text/plain; charset=no-such\n\nHej \xf8.", "ok"),
        "date.eml": (head.replace(b"6 May 2014", b"99 Xyz 99999") + b"\nHej.", "ok"),
        "attached.eml": (
            head + b"Content-Type: multipart/mixed; boundary=x\n\n--x\n\nHej.\n--x\n"
            b"Content-Type: application/octet-stream\nContent-Transfer-Encoding: base64\n\n"
            b"AAAA/wABAgM=\n--x--\n",
            "ok",
        ),
    }


def _archives() -> dict[str, tuple[bytes, str]]:
    words = b"Words that are read."
    nested = zipped({"deep.txt": words})
    for _ in range(4):
        nested = zipped({"in.zip": nested})
    locked = bytearray(zipped({"a.txt": words}))
    locked[locked.rindex(b"PK\x01\x02") + 8] |= 1
    link = zipfile.ZipInfo("link")
    link.external_attr = 0o120777 << 16
    return {
        "outside.zip": (zipped({"../../etc/passwd.txt": words, "C:\\mappe\\a.txt": words}), "ok"),
        "nested.zip": (nested, "ok"),
        "locked.zip": (bytes(locked), "password"),
        "members.zip": (zipped({f"{n}.txt": b"" for n in range(10_001)}), "too-expensive"),
        "crc.zip": (_with_wrong_sum(zipped({"a.txt": words, "b.txt": words})), "ok"),
        "twice.zip": (_stored([("a.txt", words), ("a.txt", words)]), "ok"),
        "link.zip": (_stored([(link, b"/etc/passwd")]), "ok"),
        "nothing.zip": (zipped({}), "nothing-to-read"),
        "bomb-inside.zip": (
            zipped({"bomb.docx": bomb("word/a", 100_000_000, {"[Content_Types].xml": b"<Types/>"})}),
            "ok",
        ),
    }


def _with_wrong_sum(content: bytes) -> bytes:
    """Return the archive with another checksum for its first member, in both places."""
    sums = content[14:18]
    entry = content.index(b"PK\x01\x02") + 16
    assert content[entry : entry + 4] == sums
    return content[:14] + b"\0\1\2\3" + content[18:entry] + b"\0\1\2\3" + content[entry + 4 :]


def _stored(members: Iterable[tuple[str | zipfile.ZipInfo, bytes]]) -> bytes:
    target = BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w") as made:
        warnings.simplefilter("ignore")  # the same name twice is what is wanted
        for name, content in members:
            made.writestr(name, content)
    return target.getvalue()
