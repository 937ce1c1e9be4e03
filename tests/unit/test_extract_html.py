"""Web pages become their main text."""

from __future__ import annotations

import pytest

from indexer.errors import NothingToRead
from indexer.extract import Content, extract
from indexer.extract import html as html_format


def page(body: str, head: str = "", lang: str = "da") -> Content:
    return extract(
        "a.html", f"<!DOCTYPE html><html lang={lang}><head>{head}</head><body>{body}</body></html>".encode()
    )


def blocks(content: Content) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for page in content.pages for block in page.blocks]


MENU = "<nav><ul><li><a href=/>Forside</a><li><a href=/k>Kontakt</a></ul></nav>"
SENTENCE = "Kommunerne mødes hver måned og taler om skoler, klima og ældre, og de lærer meget af hinanden."
ARTICLE = f"""
<main><article><h1>Et netværk</h1>
<p>{SENTENCE}</p>
<h2>Fire råd</h2>
<ul><li>Spørg <b>først</b><li>Lyt<ul><li>længe</ul></ul>
<table><tr><th>Sted<th>Antal<tr><td>Sorø<td>70</table>
<p>{SENTENCE} Det er <em>godt</em>gjort.</p>
</article></main><footer><p>Cookies og kontakt</p></footer>"""


def test_the_main_text_is_kept_with_its_structure_and_the_menu_is_not() -> None:
    assert blocks(page(MENU + ARTICLE)) == [
        ("heading", "Et netværk"),
        ("paragraph", SENTENCE),
        ("heading", "Fire råd"),
        ("list", "Spørg først"),
        ("list", "Lyt"),
        ("list", "længe"),
        ("table_row", "Sted | Antal"),
        ("table_row", "Sted: Sorø | Antal: 70"),
        ("paragraph", f"{SENTENCE} Det er godtgjort."),
    ]


def test_a_page_without_a_main_part_is_read_as_a_whole() -> None:
    assert blocks(page("<div>Kort</div><script>var x</script><p>Tekst &amp; mere</p>")) == [
        ("paragraph", "Kort"),
        ("paragraph", "Tekst & mere"),
    ]


def test_a_very_large_page_is_read_as_a_whole() -> None:
    count = html_format.MAX_MAIN_TEXT // len(SENTENCE) + 1
    content = page(f"<h1>Stor</h1>{MENU}<p>" + f"<p>{SENTENCE}" * count)
    assert blocks(content)[:2] == [("heading", "Stor"), ("paragraph", SENTENCE)]
    assert len(blocks(content)) == count + 1


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        pytest.param(
            "<title>Site – Page</title>", "<h1>The page</h1>", "The page", id="the only first heading"
        ),
        pytest.param(
            "<title>Site</title><meta property=og:title content='The page'>",
            "<h1>Logo</h1><h1>Other</h1>",
            "The page",
            id="two first headings say nothing",
        ),
        pytest.param("<title> The\n page </title>", "", "The page", id="the title"),
        pytest.param("", "<h1></h1>", "A", id="the file's name at last"),
    ],
)
def test_the_title(head: str, body: str, title: str) -> None:
    assert page(f"{body}<p>{SENTENCE}</p>", head).title == title


@pytest.mark.parametrize(
    ("head", "key", "value"),
    [
        ("<meta name=date content=2014-05>", "date", "2014-05"),
        ("<meta name=DCTERMS.date content=2014>", "date", "2014"),
        ("<meta property='article:published_time' content='2014-05-06T10:00'>", "date", "2014-05-06T10:00"),
        ("<meta name=kind content=newsletter>", "kind", "newsletter"),
        ("<meta name=author content=' A.\n B. '>", "author", "A. B."),
        ("<link rel=canonical href=https://example.org/a>", "url", "https://example.org/a"),
        ("<meta property=og:url content=https://example.org/b>", "url", "https://example.org/b"),
    ],
)
def test_what_the_page_states(head: str, key: str, value: str) -> None:
    assert page(f"<p>{SENTENCE}</p>", head).stated == {"language": "da", key: value}


@pytest.mark.parametrize("address", ["javascript:alert(1)", "/relative", "file:///etc/passwd"])
def test_an_address_that_is_not_on_the_web_is_not_stated(address: str) -> None:
    assert "url" not in page(f"<p>{SENTENCE}</p>", f"<link rel=canonical href={address}>").stated


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-2", "windows-1250", "utf-16"])
def test_the_encoding_that_the_page_names_is_used(encoding: str) -> None:
    source = f"<html><head><meta charset={encoding}></head><body><p>Zażółć gęślą jaźń.</p></body></html>"
    assert blocks(extract("a.html", source.encode(encoding))) == [("paragraph", "Zażółć gęślą jaźń.")]


def test_an_encoding_that_nobody_knows_is_guessed() -> None:
    source = "<html><head><meta charset=klingon></head><body><p>Rødgrød på blåbær.</p></body></html>"
    assert blocks(extract("a.html", source.encode("cp1252"))) == [("paragraph", "Rødgrød på blåbær.")]


def test_xhtml_with_its_declaration_is_read() -> None:
    declaration = "<?xml version='1.0' encoding='utf-8'?><html xmlns='http://www.w3.org/1999/xhtml'"
    source = f"{declaration} xml:lang='pl'><body><p>Tekst.</p></body></html>"
    content = extract("a.xhtml", source.encode())
    assert (blocks(content), content.stated) == ([("paragraph", "Tekst.")], {"language": "pl"})


def test_entities_of_the_file_are_not_expanded(tmp_path_factory: pytest.TempPathFactory) -> None:
    secret = tmp_path_factory.mktemp("secret") / "s.txt"
    secret.write_text("hemmelighed", encoding="utf-8")
    source = (
        f"<!DOCTYPE html [<!ENTITY x SYSTEM 'file://{secret}'>]><html><body><p>Ord &x; slut</p></body></html>"
    )
    assert "hemmelighed" not in str(blocks(extract("a.html", source.encode())))


@pytest.mark.parametrize("body", ["", "<script>var words = 1</script>", "<p> </p>", "<!-- words -->"])
def test_a_page_without_words_has_nothing_to_read(body: str) -> None:
    with pytest.raises(NothingToRead):
        page(body)
