"""Scanned pages: recognised where tesseract is installed, named as what is missing where it is not."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from indexer.build import build
from indexer.errors import NothingToRead, TooExpensive
from indexer.extract import extract
from indexer.extract.ocr import CODES, Ocr, installed
from tests.conftest import Shelf

NEWSLETTERS = Path(__file__).parents[1] / "golden" / "newsletters"
DANISH, POLISH = "da-columns.pdf", "pl-columns.pdf"
CUT = 640
"""Points from the bottom of a page that are left out, as every line costs time."""

FOUND = installed(("da", "pl"))
needs_tesseract = pytest.mark.skipif(
    FOUND is None or FOUND.languages != ("da", "pl"),
    reason="tesseract is not installed (apt install tesseract-ocr-dan tesseract-ocr-pol)",
)


def scan(*pages: str | None) -> bytes:
    """Return a PDF of pictures: the top of each newsletter's first page, a written page for none."""
    target = BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1)
    for name in pages:
        if name is None:
            canvas.drawString(60, 700, "Denne side er skrevet og ikke skannet.")
        else:
            page = pypdfium2.PdfDocument(NEWSLETTERS / name)[0]
            picture = page.render(scale=150 / 72, crop=(0, CUT, 0, 0)).to_pil().convert("L")
            canvas.drawImage(ImageReader(picture), 0, CUT, A4[0], A4[1] - CUT)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


@pytest.fixture(scope="module")
def two_pages() -> bytes:
    return scan(DANISH, POLISH)


@needs_tesseract
def test_a_scan_is_found_by_a_word_with_diacritics_and_recognised_once(
    shelf: Shelf, two_pages: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    (shelf.settings.corpus / "scan.pdf").write_bytes(two_pages)
    settings = replace(shelf.settings, ocr_languages=("da", "pl"))
    assert build(settings).failures == ()
    (hit,) = shelf.asked.ask("współpracę").hits
    assert hit.excerpts[0].page == 2
    assert [excerpt.page for excerpt in shelf.asked.ask("Håndbogen").hits[0].excerpts][:1] == [1]
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr("indexer.before.ocr.installed", lambda *_, **__: FOUND)
    assert build(settings).unchanged == 1
    assert len(shelf.asked.ask("współpracę").hits) == 1


@needs_tesseract
def test_the_letters_of_both_languages_are_right(two_pages: bytes) -> None:
    content = extract("a.pdf", two_pages, FOUND)
    assert [page.method for page in content.pages] == ["ocr", "ocr"]
    for page, language in zip(content.pages, ("da", "pl"), strict=True):
        read = [word.strip(".,:;–") for block in page.blocks for word in block.text.split()]
        strange = [word for word in read if not word.isascii()]
        printed = set(re.findall(r"[\w-]+", (NEWSLETTERS / f"{language}.txt").read_text(encoding="utf-8")))
        right = [word for word in strange if word in printed]
        print(f"{language}: {len(right)} of {len(strange)} words with diacritics are right")
        assert len(right) >= 0.9 * len(strange) >= 9
    assert content.warnings == ()


@needs_tesseract
def test_written_pages_of_a_scan_are_not_recognised() -> None:
    content = extract("a.pdf", scan(None, DANISH), FOUND)
    assert [page.method for page in content.pages] == ["text", "ocr"]


@needs_tesseract
def test_recognising_ends_when_its_time_is_over(two_pages: bytes) -> None:
    assert FOUND
    with pytest.raises(TooExpensive, match="This is a scan; its text could not be recognised in 0 seconds"):
        extract("a.pdf", two_pages, replace(FOUND, seconds=0))
    content = extract("a.pdf", scan(None, DANISH), replace(FOUND, seconds=0))
    assert content.warnings == (
        "Page 2 is a scan; its text could not be recognised in 0 seconds. Split the file.",
    )


@needs_tesseract
def test_a_huge_page_is_recognised_from_a_coarser_picture() -> None:
    target = BytesIO()
    canvas = Canvas(target, pagesize=(14_000, 14_000), invariant=1)
    canvas.rect(0, 0, 14_000, 14_000)
    canvas.save()
    with pytest.raises(NothingToRead):
        extract("a.pdf", target.getvalue(), replace(FOUND, megapixels=1) if FOUND else None)


def test_without_the_program_a_scan_says_what_to_install(two_pages: bytes) -> None:
    with pytest.raises(NothingToRead, match=r"This is a scan\. Install tesseract .* to read it\."):
        extract("a.pdf", two_pages)


def test_without_the_program_a_scanned_page_among_others_is_a_warning() -> None:
    content = extract("a.pdf", scan(None, DANISH))
    assert [len(page.blocks) for page in content.pages] == [1, 0]
    (warning,) = content.warnings
    assert warning.startswith("Page 2 is a scan. Install tesseract")


def test_a_program_that_is_missing_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert installed(()) is None


def test_a_program_that_fails_leaves_the_page_unread(
    two_pages: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(TooExpensive):
        extract("a.pdf", two_pages, Ocr("", ("da",)))


@pytest.mark.skipif(shutil.which("tesseract") is None, reason="tesseract is not installed")
def test_only_installed_languages_are_used() -> None:
    assert installed(("xx",)) is None
    found = installed(())
    assert found
    assert set(found.languages) <= set(CODES)
    assert "tesseract" in found.version
