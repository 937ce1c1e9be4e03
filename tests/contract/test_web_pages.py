"""Every page is sound: status, headers, size, HTML; no document can speak in the name of the site."""

from __future__ import annotations

import itertools
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html
from web_visitor import QUESTIONS, Browser, browser

from indexer.settings import Settings
from search_ui.web import guard

ADDRESSES = (
    *("/", "/search", "/search?q=projekt", "/search?q=xqzyv", "/search?q=projekt&lang=da&page=2&per_page=2"),
    *("/search?q=workshop+klimatilpasning+voucher", "/search?q=samarbejde&sort=date", "/status"),
    *("/accessibility", "/theme/energy", "/theme/cooperation", "/search?q=lang:da+samarbejde+year:1990"),
    *("/document/{long}", "/document/{long}?q=projekt&passage=20", "/document/{short}"),
    *("/projects", "/project/InterLoc", "/places", "/place/Kwidzyn", "/partner/Europe%20Direct"),
    *("/lessons", "/lessons?kind=obstacle&lang=da&project=InterLoc", "/lessons?page=99"),
    *("/events", "/events?page=2", "/events?page=99", "/place/Slagelse", "/projects?page=9"),
    "/search?q=projekt+place:kwidzyn+budget:100..&project=InterLoc&lesson=obstacle",
)
SERVICES = ("/api/v1/search?q=projekt", "/api/v1/status", "/api/v1/document/{long}", "/health")
FILES = (
    "/file/{long}",
    "/file/{short}",
    "/static/style.css",
    "/static/search.js",
    "/static/icon.svg",
    "/favicon.ico",
)

LARGEST = 60_000
"""Bytes of any page."""


@pytest.fixture(scope="module")
def visitor(shipped: Any) -> Browser:
    return browser(shipped.settings, shipped.library)


@pytest.fixture(scope="module")
def at(shipped: Any) -> Any:
    """Return what fills in the ids of a long PDF and a short HTML document."""
    paths = {"long": "en/toolbox-international-cooperation.pdf", "short": "da/studiebesoeg.md"}
    ids = {
        name: shipped.library.ask(lambda service, path=path: service.catalogue.document_at(path)).id
        for name, path in paths.items()
    }
    return lambda address: address.format(**ids)


@pytest.mark.parametrize("address", ADDRESSES + SERVICES + FILES)
def test_every_route_answers(visitor: Browser, at: Any, address: str) -> None:
    with visitor.get(at(address)) as response:
        assert (response.status_code, len(response.data) > 0) == (200, True)


@pytest.mark.parametrize("address", [*ADDRESSES, *SERVICES, *FILES, "/nowhere", "/search?page=0", "/health?"])
def test_every_response_is_guarded(visitor: Browser, at: Any, address: str) -> None:
    with visitor.get(at(address)) as response:
        headers = response.headers
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    allowed = re.findall(r"script-src ([^;]+)", headers["Content-Security-Policy"])
    assert allowed == (["'self'"] if headers["Content-Type"].startswith("text/html") else [])
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert "Set-Cookie" not in headers
    assert headers["Cache-Control"]


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_is_sound_html(visitor: Browser, at: Any, address: str) -> None:
    text = visitor.get(at(address)).get_data(as_text=True)
    page = html.document_fromstring(text)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert set(page.xpath("//@aria-labelledby | //@aria-describedby | //label/@for")) <= set(ids)
    assert len(page.xpath("//h1")) == len(page.xpath("//main")) == len(page.xpath("//title")) == 1
    assert all(label.strip() for label in page.xpath("//a/descendant-or-self::*/text()[normalize-space()]"))
    assert not page.xpath("//script[not(@src) or text()] | //style | //@style | //@onclick")
    assert page.get("lang") == "en"


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_opened_element_is_closed_in_order(visitor: Browser, at: Any, address: str) -> None:
    text = visitor.get(at(address)).get_data(as_text=True)
    text = text.replace(" defer>", ' defer="">').replace(" hidden>", ' hidden="">').replace(" checked>", ">")
    closed = re.sub(r"<(meta|link|input)([^>]*)>", r"<\1\2/>", text.removeprefix("<!doctype html>"))
    etree.fromstring(closed.encode(), etree.XMLParser(resolve_entities=False, no_network=True))


@pytest.mark.parametrize("address", ADDRESSES)
def test_headings_never_skip_a_level(visitor: Browser, at: Any, address: str) -> None:
    levels = [
        int(heading.tag[1])
        for heading in visitor.page(at(address)).iter()
        if re.fullmatch("h[1-6]", str(heading.tag))
    ]
    assert levels[0] == 1
    assert all(later <= earlier + 1 for earlier, later in itertools.pairwise(levels))


@pytest.mark.parametrize("question", QUESTIONS)
def test_no_page_is_larger_than_promised(visitor: Browser, question: str) -> None:
    assert len(visitor.search(question).data) < LARGEST


@pytest.mark.parametrize("address", ADDRESSES)
def test_no_page_at_an_address_is_larger_than_promised(visitor: Browser, at: Any, address: str) -> None:
    assert len(visitor.get(at(address)).data) < LARGEST


@given(st.text(st.characters(codec=None), max_size=80))
@settings(max_examples=150, deadline=None)
def test_nothing_that_is_typed_is_an_error(visitor: Browser, typed: str) -> None:
    encoded = typed.encode("utf-8", "surrogatepass")
    address = "".join(f"%{byte:02x}" for byte in encoded)
    for path in ("/search", "/api/v1/search"):
        assert visitor.get(f"{path}?q={address}").status_code == 200


@pytest.mark.parametrize(
    "encoded",
    [
        pytest.param("%00", id="a null"),
        pytest.param("%ED%A0%80", id="half a surrogate pair"),
        pytest.param("%FF%FE%C3%28", id="no utf-8"),
        pytest.param("%", id="a bare percent sign"),
        pytest.param("%zz%2", id="broken escapes"),
        pytest.param("%22%22%22", id="quotation marks only"),
        pytest.param("-", id="a minus only"),
        pytest.param("*", id="a star only"),
        pytest.param("OR+OR+OR", id="operators only"),
        pytest.param("(((((a", id="open brackets"),
        pytest.param("a~9+x%5E5", id="another engine's syntax"),
        pytest.param("%F0%9F%98%80", id="an emoji"),
        pytest.param("%E2%80%AE%E2%80%8B", id="invisible characters"),
        pytest.param("a+" * 50_000, id="100 kB of words"),
        pytest.param("x" * 100_000, id="100 kB of one word"),
        pytest.param("%C5%BC" * 50_000, id="100 kB of polish letters"),
    ],
)
def test_odd_questions_are_questions(visitor: Browser, encoded: str) -> None:
    for path in ("/search", "/api/v1/search", "/document/nothing"):
        response = visitor.get(f"{path}?q={encoded}")
        assert response.status_code == (404 if "document" in path else 200)
        response.get_data().decode("utf-8")


def test_raw_bytes_in_an_address_are_no_error(visitor: Browser) -> None:
    response = visitor.get("/search", environ_overrides={"QUERY_STRING": "q=\xff\xe6"})
    assert response.status_code == 200


@pytest.mark.parametrize("typed", ["<script>alert(1)</script>", '"><img src=x onerror=y>', "a&lt;b", "'\"`"])
def test_what_is_typed_stays_text(visitor: Browser, typed: str) -> None:
    page = html.document_fromstring(visitor.search(typed).get_data(as_text=True))
    assert set(page.xpath('//input[@name="q"]/@value')) == {typed}
    assert not page.xpath("//script[not(@src)] | //img")


def test_what_a_document_says_stays_text(shelf: Any) -> None:
    shelf.put(evil='<b>Evil</b> & "more"\n\nThe word zebra <script>alert(1)</script> stands here.').build()
    visitor = browser(shelf.settings, shelf.asked.library)
    found = visitor.page("/search?q=zebra")
    assert "<script>alert(1)</script>" in found.xpath('string(//div[@class="excerpt"])')
    read = visitor.page(found.xpath("//article/h3/a/@href")[0])
    assert "<script>alert(1)</script>" in read.xpath("string(//article)")
    inline = "//script[not(@src)] | //b"
    assert not found.xpath(inline) + read.xpath(inline)


def test_a_long_document_comes_in_parts_that_hold_all_of_it(shelf: Any) -> None:
    lines = [f"Paragraph number{i} tells of waste & water, of {'schools ' * 60}." for i in range(300)]
    shelf.put(long="\n\n".join(["A long report", *lines])).build()
    visitor = browser(shelf.settings, shelf.asked.library)
    (address,) = visitor.page("/search?q=number250").xpath('//p[@class="ways"]/a/@href')
    assert "number250" in visitor.page(address.partition("#")[0]).text_content()
    seen, following = "", [address.partition("?")[0]]
    while following:
        response = visitor.get(following[0].partition("#")[0])
        assert len(response.data) < LARGEST
        page = html.document_fromstring(response.get_data(as_text=True))
        seen += page.text_content()
        following = page.xpath('//a[@rel="next"]/@href')[:1]
    assert [i for i in range(300) if f"number{i} " not in seen] == []


def test_an_unchanged_page_is_not_sent_again(visitor: Browser) -> None:
    first = visitor.get("/search?q=samarbejde")
    again = visitor.get("/search?q=samarbejde", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


def test_the_style_may_be_kept_under_its_versioned_address(visitor: Browser) -> None:
    (address,) = visitor.page("/").xpath('//link[@rel="stylesheet"]/@href')
    assert re.fullmatch(r"/static/style\.css\?v=[0-9a-f]{8}", address)
    with visitor.get(address) as response:
        assert "max-age" in response.headers["Cache-Control"]


EVERYWHERE = "0.0.0.0"  # noqa: S104 - nothing listens here


@pytest.mark.parametrize(
    ("host", "listening", "trusted", "ours"),
    [
        pytest.param("localhost:8080", "127.0.0.1", (), True, id="this machine by name"),
        pytest.param("[::1]:8080", "127.0.0.1", (), True, id="this machine by number"),
        pytest.param("evil.example", "127.0.0.1", (), False, id="another name"),
        pytest.param("10.0.0.7", "10.0.0.7", (), True, id="the address listened on"),
        pytest.param("fe80::7", "fe80::7", (), False, id="an address without its brackets"),
        pytest.param("[fe80::7]:80", "fe80::7", (), True, id="an address in brackets"),
        pytest.param("search.town.example", EVERYWHERE, (), True, id="any name when listening everywhere"),
        pytest.param("a b", EVERYWHERE, (), False, id="no name at all"),
        pytest.param("a/../b", "::", (), False, id="a path for a name"),
        pytest.param("", EVERYWHERE, (), False, id="an empty name"),
        pytest.param("SEARCH.town.example.", EVERYWHERE, ("search.town.example",), True, id="trusted"),
        pytest.param("localhost", EVERYWHERE, ("search.town.example",), True, id="this machine always"),
        pytest.param("evil.example", EVERYWHERE, ("search.town.example",), False, id="not trusted"),
        pytest.param("a.town.example", EVERYWHERE, (".town.example",), True, id="below a trusted name"),
        pytest.param("eviltown.example", EVERYWHERE, (".town.example",), False, id="only ends alike"),
    ],
)
def test_a_request_must_mean_this_site(
    host: str, listening: str, trusted: tuple[str, ...], ours: bool
) -> None:
    assert guard.host_is_ours(host, Settings(host=listening, trusted_hosts=trusted)) is ours


def test_the_host_of_a_request_is_never_repeated(visitor: Browser, at: Any) -> None:
    refused = visitor.get("/", headers={"Host": "evil.example"})
    assert (refused.status_code, b"evil.example" in refused.data) == (400, False)
    for path in ("", "/", "//", "//search", "/search", "/search/", "/document//x", "/api/v1/search"):
        response = visitor.get("/", environ_overrides={"PATH_INFO": path})
        assert (b"localhost" in response.data, "Location" in response.headers) == (False, False), path
