"""Make a folder of files that were written to hurt a reader, or look like it.

``make_hostile`` returns what may come of each: codes of failures, or ``OK`` where a document is a
right answer. Nothing here is random. Sizes are moderate unless ``FULL`` is asked for.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from hostile_packages import MEMBERS, packages
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

OK = "ok"
OUTSIDE = "outside-corpus"
NOT_A_FILE = "not-a-file"
UNKNOWN = "unknown-format"
UNREADABLE = "unreadable"
PASSWORD = "password"  # noqa: S105  # the code of an error
NOTHING = "nothing-to-read"
EXPENSIVE = "too-expensive"

PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00:~\x9bU"
    b"\x00\x00\x00\nIDATx\x9cc`\x00\x00\x00\x02\x00\x01H\xaf\xa4q\x00\x00\x00\x00IEND\xaeB`\x82"
)


@dataclass(frozen=True, slots=True)
class Sizes:
    """How large the large files are, in bytes unless said otherwise."""

    text: int = 1_000_000
    line: int = 2_000_000
    page: int = 300_000
    endless: int = 2_000_000
    nested: int = 100_000
    """Elements inside one another."""
    unpacked: int = 200_000_000
    pages: int = 3_000_000
    """Pages that a page tree claims to have."""


FULL = Sizes(text=100_000_000, line=5_000_000, page=30_000_000, endless=40_000_000, unpacked=4_000_000_000)


def make_hostile(folder: Path, sizes: Sizes = Sizes()) -> dict[str, frozenset[str]]:
    """Fill the folder; return the right answers by path inside it."""
    folder.mkdir(parents=True, exist_ok=True)
    expected: dict[str, frozenset[str]] = {}
    for name, (content, answers) in _files(sizes).items():
        (folder / name).write_bytes(content)
        expected[name] = answers
    for name, (content, answer) in packages(min(sizes.unpacked, 1_000_000_000)).items():
        (folder / name).write_bytes(content)
        expected[name] = frozenset(answer.split())
    members = {name: frozenset(answer.split()) for name, answer in MEMBERS.items()}
    return expected | members | _special(folder)


def _files(sizes: Sizes) -> Mapping[str, tuple[bytes, frozenset[str]]]:
    return {
        "bomb-stream.pdf": (_pdf_with_bomb(sizes.unpacked), _any(EXPENSIVE, UNREADABLE, NOTHING)),
        "bomb-pages.pdf": (_pdf_with_page_tree(sizes.pages), _any(EXPENSIVE, UNREADABLE, NOTHING)),
        "loop-prev.pdf": (_pdf_with_prev_loop(), _any(OK, UNREADABLE, NOTHING)),
        "loop-kids.pdf": (_pdf_with_looping_kids(), _any(UNREADABLE, NOTHING)),
        "locked.pdf": (pdf("Secret.", lock="hemmelig"), _any(PASSWORD)),
        "cut.pdf": (pdf("Cut off.")[:400], _any(UNREADABLE)),
        "scan.pdf": (pdf(""), _any(NOTHING)),
        "text.pdf": (b"The minutes of the meeting in Kwidzyn.", _any(OK)),
        "empty.txt": (b"", _any(NOTHING)),
        "blank.md": (b" \n\t\n ", _any(NOTHING)),
        "signs.txt": (b"*** --- !!! ???", _any(NOTHING)),
        "picture.txt": (PNG, _any(UNKNOWN)),
        "binary.md": (bytes(range(256)) * 40, _any(UNKNOWN)),
        "zeros.txt": (bytes(100_000), _any(UNKNOWN)),
        "long.txt": (b"a " * (sizes.text // 2), _any(OK, EXPENSIVE)),
        "one-line.txt": (b"samarbejde " * (sizes.line // 11), _any(OK, EXPENSIVE)),
        "spaces.txt": (b"x" + b" " * sizes.text + b"y", _any(OK, EXPENSIVE)),
        "newlines.txt": (b"x" + b"\n" * sizes.text + b"y", _any(OK, EXPENSIVE)),
        "hyphens.txt": (b"a-" * (sizes.text // 4), _any(OK, EXPENSIVE)),
        "nested.html": (
            b"<html><body>" + b"<div>" * sizes.nested + b"deep inside",
            _any(OK, UNREADABLE, NOTHING),
        ),
        "large.html": (_large_page(sizes.page), _any(OK, EXPENSIVE)),
        "entities.html": (_entities(), _any(OK, NOTHING)),
        "nested.md": (b"> " * sizes.nested + b"deep inside", _any(OK, NOTHING)),
        "brackets.md": (b"[" * (sizes.nested // 2) + b"a", _any(OK)),
        "endless.md": (b"[a" * (sizes.endless // 2), _any(EXPENSIVE)),
        "stars.md": (b"*a **b " * (sizes.nested // 8), _any(OK)),
        "table.md": (b"|" * 3000 + b"\n" + b"|-" * 3000 + b"|\n" + b"|a" * 3000, _any(OK)),
    }


def _any(*answers: str) -> frozenset[str]:
    return frozenset(answers)


def _special(folder: Path) -> dict[str, frozenset[str]]:
    outside = folder.parent / "outside.txt"
    outside.write_text("Nobody may find this.", encoding="utf-8")
    (folder / "link-out.txt").symlink_to(outside)
    (folder / "link-loop").symlink_to(folder, target_is_directory=True)
    (folder / "link-to-nothing.txt").symlink_to(folder / "missing.txt")
    os.mkfifo(folder / "pipe.txt")
    expected = {name: _any(OUTSIDE) for name in ("link-out.txt", "link-loop", "link-to-nothing.txt")}
    expected["pipe.txt"] = _any(NOT_A_FILE)
    if os.geteuid() != 0:  # nothing is unreadable for root
        closed = folder / "closed.txt"
        closed.write_text("Closed.", encoding="utf-8")
        closed.chmod(0)
        expected["closed.txt"] = _any(UNREADABLE)
    return expected


def pdf(text: str, *, lock: str = "") -> bytes:
    """Return a small PDF of one page with the text on it."""
    target = BytesIO()
    encryption = StandardEncryption(lock, strength=128) if lock else None
    canvas = Canvas(target, invariant=1, encrypt=encryption)
    canvas.drawString(72, 700, text)
    canvas.save()
    return target.getvalue()


def raw_pdf(objects: Mapping[int, bytes], trailer: bytes = b"") -> bytes:
    """Return a PDF of the given objects; number 1 is the catalogue."""
    body, offsets = b"%PDF-1.5\n", {}
    for number, content in objects.items():
        offsets[number] = len(body)
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offsets[number] for number in sorted(offsets))
    size = len(objects) + 1
    return body + (
        b"xref\n0 %d\n0000000000 65535 f \n%btrailer\n<</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF"
        % (size, table, size, trailer, len(body))
    )


_CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
_PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
_FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"


def _stream(content: bytes, extra: bytes = b"") -> bytes:
    return b"<</Length %d%b>>stream\n%b\nendstream" % (len(content), extra, content)


def _pdf_with_bomb(unpacked: int) -> bytes:
    """Return a page whose content unpacks a thousandfold, twice."""
    press, step = zlib.compressobj(9), b"BT /F 9 Tf 9 9 Td (bomb) Tj ET\n" * 32_768
    packed = b"".join(press.compress(step) for _ in range(unpacked // len(step))) + press.flush()
    content = _stream(zlib.compress(packed, 9), b"/Filter[/FlateDecode/FlateDecode]")
    return raw_pdf({1: _CATALOGUE, 2: _PAGES, 3: _PAGE, 4: content, 5: _FONT})


def _pdf_with_page_tree(pages: int) -> bytes:
    """Return a page tree that names the same page many times."""
    kids = b"<</Type/Pages/Kids[%b]/Count %d>>" % (b"3 0 R " * min(pages, 200_000), pages)
    return raw_pdf({1: _CATALOGUE, 2: kids, 3: _PAGE, 4: _stream(b""), 5: _FONT})


def _pdf_with_prev_loop() -> bytes:
    """Return a PDF whose table of objects names itself as the one before."""
    objects = {1: _CATALOGUE, 2: _PAGES, 3: _PAGE, 4: _stream(b"BT /F 9 Tf 9 9 Td (loop) Tj ET"), 5: _FONT}
    plain = raw_pdf(objects)
    start = int(plain.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    return raw_pdf(objects, b"/Prev %d" % start)


def _pdf_with_looping_kids() -> bytes:
    return raw_pdf({1: _CATALOGUE, 2: b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9999>>"})


def _large_page(size: int) -> bytes:
    paragraph = "<p>Kommunen og gminaen mødes om klimaet.</p>\n".encode()
    return b"<html><body><h1>Large</h1>" + paragraph * (size // len(paragraph)) + b"</body></html>"


def _entities() -> bytes:
    """Return the billion laughs, as a page."""
    lines = [b'<!ENTITY a0 "ha">']
    lines += [b'<!ENTITY a%d "%b">' % (level, b"&a%d;" % (level - 1) * 10) for level in range(1, 10)]
    return b"<?xml version='1.0'?><!DOCTYPE html [" + b"".join(lines) + b"]><html><body>&a9;</body></html>"
