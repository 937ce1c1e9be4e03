"""The original file is given out if it is the one that was indexed, and nothing else ever is."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
from web_visitor import Browser, browser

from indexer.errors import NoOriginal
from indexer.model import SourceFile, document_id
from search_ui.web import originals

TEXT = "A text about zebras in the municipality."
SECRET = "The secret of the house next door."  # noqa: S105 - the content of a file


def visitor_of(shelf: Any) -> Browser:
    return browser(shelf.settings, shelf.asked.library)


def file_address(path: str) -> str:
    return f"/file/{document_id(PurePosixPath(path))}"


@pytest.fixture
def zebra(shelf: Any) -> Any:
    """A library of one text file in a folder of its own."""
    (shelf.settings.corpus / "herd").mkdir()
    shelf.put(**{"herd/zebra": TEXT}).build()
    return shelf


def test_a_text_is_given_out_to_keep_byte_for_byte(zebra: Any) -> None:
    with visitor_of(zebra).get(file_address("herd/zebra.txt")) as response:
        assert response.data.decode() == TEXT
        headers = response.headers
    assert headers["Content-Disposition"] == "attachment; filename=\"zebra.txt\"; filename*=UTF-8''zebra.txt"
    assert headers["Content-Security-Policy"].endswith("sandbox")
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Content-Length"] == str(len(TEXT))


def test_a_pdf_is_shown_in_the_browser(shipped: Any) -> None:
    visitor = browser(shipped.settings, shipped.library)
    with visitor.get(file_address("en/toolbox-international-cooperation.pdf")) as response:
        assert response.data.startswith(b"%PDF")
        assert response.content_type == "application/pdf"
        assert response.headers["Content-Disposition"].startswith("inline")


def test_a_html_file_is_never_shown_as_a_page_of_this_site(shipped: Any) -> None:
    visitor = browser(shipped.settings, shipped.library)
    with visitor.get(file_address("da/onlineseminar.html")) as response:
        assert response.headers["Content-Disposition"].startswith("attachment")
        assert "sandbox" in response.headers["Content-Security-Policy"]


def test_the_name_of_a_file_survives_in_any_letters(shelf: Any) -> None:
    name = 'Łódź "rapport" æ;ø\r.txt'
    (shelf.settings.corpus / name).write_text(TEXT)
    shelf.build()
    with visitor_of(shelf).get(file_address(name)) as response:
        stated = response.headers["Content-Disposition"]
    assert 'filename="__d_ _rapport_ ____.txt"' in stated
    assert "filename*=UTF-8''%C5%81%C3%B3d%C5%BA%20%22rapport%22%20%C3%A6%3B%C3%B8%0D.txt" in stated


def test_an_original_that_the_browser_has_is_not_sent_again(zebra: Any) -> None:
    visitor = visitor_of(zebra)
    with visitor.get(file_address("herd/zebra.txt")) as first:
        tag = first.headers["ETag"]
    with visitor.get(file_address("herd/zebra.txt"), headers={"If-None-Match": tag}) as again:
        assert (again.status_code, again.data) == (304, b"")


def remove(corpus: Path) -> None:
    (corpus / "herd/zebra.txt").unlink()


def change(corpus: Path) -> None:
    (corpus / "herd/zebra.txt").write_text(TEXT.replace("zebras", "snakes"))


def lengthen(corpus: Path) -> None:
    (corpus / "herd/zebra.txt").write_text(TEXT + " More.")


def link_the_file(corpus: Path) -> None:
    (corpus.parent / "same.txt").write_text(TEXT)
    remove(corpus)
    (corpus / "herd/zebra.txt").symlink_to(corpus.parent / "same.txt")


def link_the_folder(corpus: Path) -> None:
    (corpus / "herd").rename(corpus.parent / "elsewhere")
    (corpus / "herd").symlink_to(corpus.parent / "elsewhere")


def put_a_pipe(corpus: Path) -> None:
    remove(corpus)
    os.mkfifo(corpus / "herd/zebra.txt")


def put_a_folder(corpus: Path) -> None:
    remove(corpus)
    (corpus / "herd/zebra.txt").mkdir()


def remove_the_corpus(corpus: Path) -> None:
    corpus.rename(corpus.parent / "moved")


@pytest.mark.parametrize(
    "happen",
    [
        *(remove, change, lengthen, link_the_file, link_the_folder),
        *(put_a_pipe, put_a_folder, remove_the_corpus),
    ],
    ids=lambda happen: happen.__name__,
)
def test_a_file_that_is_no_longer_the_indexed_one_is_refused(
    zebra: Any, happen: Callable[[Path], None]
) -> None:
    visitor = visitor_of(zebra)
    address = file_address("herd/zebra.txt")
    with visitor.get(address) as before:
        assert before.status_code == 200
    happen(zebra.settings.corpus)
    response = visitor.get(address)
    assert response.status_code == 404
    assert "The original file herd/zebra.txt" in response.text
    assert visitor.get(address.replace("/file/", "/document/")).status_code == 200


@pytest.mark.parametrize(
    "name",
    [
        "..%2Fsecret.txt",
        "../secret.txt",
        "..%5Csecret.txt",
        "%2Fetc%2Fpasswd",
        "herd%2Fzebra.txt",
        "%00",
        ".",
        "..",
        "%2e%2e%2fsecret.txt",
    ],
)
def test_no_address_names_a_file(zebra: Any, name: str) -> None:
    (zebra.settings.corpus.parent / "secret.txt").write_text(SECRET)
    response = visitor_of(zebra).get(f"/file/{name}")
    assert (response.status_code, SECRET in response.text) == (404, False)


@pytest.mark.parametrize("path", ["../secret.txt", "herd/../../secret.txt", "/etc/passwd"])
def test_a_path_out_of_the_corpus_is_refused_even_if_the_catalogue_says_so(tmp_path: Path, path: str) -> None:
    (tmp_path / "corpus/herd").mkdir(parents=True)
    (tmp_path / "secret.txt").write_text(SECRET)
    with pytest.raises(NoOriginal):
        originals.opened(tmp_path / "corpus", SourceFile(PurePosixPath(path), len(SECRET), "0" * 64))


def test_no_file_stays_open(zebra: Any) -> None:
    visitor, address = visitor_of(zebra), file_address("herd/zebra.txt")
    visitor.get("/search?q=zebras")
    held = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(5):
        with visitor.get(address):
            pass
        visitor.client.head(address).close()
    change(zebra.settings.corpus)
    for _ in range(5):
        visitor.get(address)
    assert len(list(Path("/proc/self/fd").iterdir())) == held
