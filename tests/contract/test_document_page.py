"""The page of a document: marked words, ways between them, others like it, the pages of a PDF, originals."""

from __future__ import annotations

import json
import re
import zipfile
from email.message import EmailMessage
from pathlib import PurePosixPath
from typing import Any

import pytest
from lxml import html
from web_visitor import Browser, browser

from indexer.model import document_id
from search_ui.web import app, originals

LARGEST = 60_000
"""Bytes of any page."""

LONGEST_PDF = "en/toolbox-international-cooperation.pdf"


def address_of(path: str) -> str:
    return f"/document/{document_id(PurePosixPath(path))}"


@pytest.fixture(scope="module")
def visitor(shipped: Any) -> Browser:
    return browser(shipped.settings, shipped.library)


def marked(page: Any) -> set[str]:
    return {mark.text_content().casefold() for mark in page.xpath("//article//mark")}


@pytest.mark.parametrize(
    ("path", "question", "words"),
    [
        pytest.param("da/studiebesoeg.md", "kommune", {"kommunens", "kommuner"}, id="inflected"),
        pytest.param(LONGEST_PDF, '"head of department"', {"head of department"}, id="a phrase as one"),
        pytest.param("pl/jak-znalezc-partnera-zagranicznego.md", "kommune", {"gminy"}, id="translated"),
        pytest.param("pl/jak-znalezc-partnera-zagranicznego.md", "wspolpraca", {"współpraca"}, id="letters"),
        pytest.param("da/slagelse-internationalt-netvaerk.md", "partner", {"partnerkommuner"}, id="compound"),
    ],
)
def test_what_finds_a_document_is_marked_in_it(
    visitor: Browser, path: str, question: str, words: set[str]
) -> None:
    assert words <= marked(visitor.page(f"{address_of(path)}?q={question}"))


def test_a_translation_that_was_taken_off_is_not_marked(visitor: Browser) -> None:
    address = f"{address_of('pl/jak-znalezc-partnera-zagranicznego.md')}?q=kommune"
    assert marked(visitor.page(f"{address}&without=gmina")) < marked(visitor.page(address))
    assert not marked(visitor.page(f"{address}&without=*"))


def test_without_a_question_nothing_is_marked(visitor: Browser) -> None:
    page = visitor.page(address_of(LONGEST_PDF))
    assert not page.xpath('//mark | //*[@class="found"] | //*[@class="step"]')


def test_the_counts_of_the_pages_add_up_to_what_is_marked(visitor: Browser) -> None:
    first = visitor.page(f"{address_of(LONGEST_PDF)}?q=partner")
    counts = [int(text) for text in first.xpath('//ul[@class="counts"]//span[@class="number"]/text()')]
    said = int(first.xpath('string(//section[@class="found"]/p)').split()[0])
    seen, following = 0, [f"{address_of(LONGEST_PDF)}?q=partner"]
    while following:
        page = visitor.page(following[0].partition("#")[0])
        seen += len(page.xpath('//section[starts-with(@id, "page-")]//mark'))
        following = page.xpath('//nav[@class="pages"]/a[@rel="next"]/@href')[:1]
    assert sum(counts) == said == seen > 20


def test_the_next_links_lead_through_all_places_and_back(visitor: Browser) -> None:
    address = f"{address_of(LONGEST_PDF)}?q=partner"
    page = visitor.page(address)
    (here,) = page.xpath('//section[@class="found"]/p/a/@href')
    walked = []
    while here:
        if not here.startswith("#"):
            page = visitor.page(here.partition("#")[0])
        name = here.partition("#")[2]
        (place,) = page.xpath(f'//*[@id="{name}"]')
        assert place.xpath(".//mark"), name
        walked.append(name)
        (step,) = place.xpath('.//*[@class="step"] | ../following-sibling::*[1][@class="step"]')
        links = {link.text: link.get("href") for link in step.xpath("a")}
        assert ("Previous" in links) is (len(walked) > 1)
        here = links.get("Next")
    total = int(page.xpath('//*[@class="at"]/text()')[0].partition("/")[2])
    assert walked == [f"place-{number}" for number in range(1, total + 1)]


def test_every_passage_has_an_address_of_its_own(visitor: Browser) -> None:
    addresses = visitor.page(f"{address_of(LONGEST_PDF)}?q=partner").xpath('//a[@class="cite"]/@href')
    assert len(addresses) > 20
    assert not any("q=" in address for address in addresses)
    for address in (addresses[0], addresses[-1]):
        assert visitor.page(address).xpath(f'//div[@id="{address.partition("#")[2]}"]')


def test_an_excerpt_leads_to_its_passage_in_a_format_without_pages(visitor: Browser) -> None:
    (way, *_) = visitor.page('/search?q="klassisk musik" OR regnvand OR energirenovering').xpath(
        '//p[@class="ways"]/a/@href'
    )
    assert re.search(r"[?&]q=[^#]+#passage-\d+$", way)


def test_the_headings_lead_to_headings(visitor: Browser) -> None:
    page = visitor.page(address_of(LONGEST_PDF))
    links = page.xpath('//details[@class="contents"]//a/@href')
    assert len(links) > 10
    for link in links:
        there = page if link.startswith("#") else visitor.page(link.partition("#")[0])
        (heading,) = there.xpath(f'//*[@id="{link.partition("#")[2]}"]')
        assert re.fullmatch("h[2-6]", heading.tag)


def test_what_is_known_says_what_told_it(visitor: Browser) -> None:
    known = visitor.page(address_of(LONGEST_PDF)).xpath("//article//dl/div")
    told = {one.xpath("string(dt)"): one.xpath('string(.//*[@class="told"])') for one in known}
    assert told["Type"] == "from the PDF’s properties"
    assert told["Date"] == "from the text"


def test_a_citation_names_the_document(visitor: Browser) -> None:
    line = visitor.page(address_of(LONGEST_PDF)).xpath('string(//*[@class="citation"])')
    assert "(16 February 2026): Toolbox for international cooperation. Tool. InterLoc Search, " in line


# more like this


def shelf_of_stories(shelf: Any) -> Browser:
    grammar = "Kommunen har i dag lavet en ny plan og vil gerne fortælle om den her på siden. "
    pump = "Pumpen ved havnen flyttede regnvand fra kloakken til søen under skybruddet. "
    lamp = "Lampen på skolevejen lyste for cyklister, og cykelstien fik ny asfalt ved krydset. "
    music = "Orkesteret spillede symfonier, og koret sang salmer ved koncerten i kirken. "
    shelf.put(
        pump1=f"Pumpen\n\n{grammar}{pump * 3}",
        pump2=f"Skybruddet\n\n{grammar}{pump}Regnvand i kloakken er dyrt.",
        lamp1=f"Skolevejen\n\n{grammar}{lamp * 3}",
        lamp2=f"Cykelstien\n\n{grammar}{lamp}Cyklister holder af lampen.",
        music1=f"Koncerten\n\n{grammar}{music * 2}",
        music2=f"Orkesteret\n\n{grammar}{music}Koret sang.",
    )
    shelf.build()
    return browser(shelf.settings, shelf.asked.library)


@pytest.mark.parametrize(("name", "other"), [("pump1", "pump2"), ("lamp2", "lamp1"), ("music1", "music2")])
def test_a_document_leads_to_the_one_that_tells_of_the_same(shelf: Any, name: str, other: str) -> None:
    page = shelf_of_stories(shelf).page(address_of(f"{name}.txt"))
    assert page.xpath('//section[@class="alike"]//h3/a/@href') == [address_of(f"{other}.txt")]


def test_what_both_tell_of_is_named_and_is_not_mere_grammar(shelf: Any) -> None:
    page = shelf_of_stories(shelf).page(address_of("pump1.txt"))
    shared = set(page.xpath('//p[@class="shared"]/span/text()'))
    assert shared & {"pumpen", "skybruddet", "regnvand", "kloakken", "søen", "havnen"}
    assert not shared & {"kommunen", "plan", "siden", "gerne"}


def test_a_document_is_never_like_itself_and_may_be_like_none(shelf: Any) -> None:
    shelf.put(only="Pumpen ved havnen flyttede regnvand fra kloakken til søen.").build()
    visitor = browser(shelf.settings, shelf.asked.library)
    assert not visitor.page(address_of("only.txt")).xpath('//section[@class="alike"]')


def test_likeness_crosses_languages_where_the_glossary_leads(visitor: Browser, shipped: Any) -> None:
    languages = {
        (document.language, link.get("lang") or "en")
        for document in shipped.library.ask(lambda service: list(service.catalogue.all_documents()))
        for link in visitor.page(address_of(document.source.path.as_posix())).xpath(
            '//section[@class="alike"]//h3/a'
        )
    }
    assert any(one != other for one, other in languages)


# sizes and odd addresses


def test_no_part_is_larger_than_promised_whatever_is_marked(shelf: Any) -> None:
    lines = [f"## Kapitel {n}\n\nVand og ord & vand, {'vand der deler ord ' * 30}" for n in range(120)]
    (shelf.settings.corpus / "long.md").write_text("# Vand\n\n" + "\n\n".join(lines), encoding="utf-8")
    shelf.build()
    visitor = browser(shelf.settings, shelf.asked.library)
    sizes = {
        question: part_sizes(visitor, f"{address_of('long.md')}?q={question}")
        for question in ("", "deler", "de* ord* vand")
    }
    assert all(max(found) < LARGEST for found in sizes.values()), sizes
    assert 1 < len(sizes[""]) < len(sizes["de* ord* vand"])


def part_sizes(visitor: Browser, address: str) -> list[int]:
    """Return the bytes of every part of a document."""
    sizes, following = [], [address]
    while following:
        response = visitor.get(following[0].partition("#")[0])
        sizes.append(len(response.data))
        page = html.document_fromstring(response.get_data(as_text=True))
        following = page.xpath('//nav[@class="pages"]/a[@rel="next"]/@href')[:1]
    return sizes


@pytest.mark.parametrize(
    ("rest", "status"),
    [
        ("?passage=0", 400),
        ("?passage=999999", 200),
        ("?page=2", 400),
        ("?q=%00%ff", 200),
        ("/pdf?page=10", 200),
        ("/pdf?page=99", 400),
        ("/pdf?page=x", 400),
        ("/pdf?passage=1", 400),
    ],
)
def test_odd_addresses_of_a_document_are_answered(visitor: Browser, rest: str, status: int) -> None:
    assert visitor.get(f"{address_of(LONGEST_PDF)}{rest}").status_code == status


# the pages of a PDF


def test_the_viewer_knows_what_to_mark_on_its_page(visitor: Browser) -> None:
    page = visitor.page(f'{address_of(LONGEST_PDF)}/pdf?q="head of department"&page=3')
    (sheet,) = page.xpath('//*[@id="sheet"]')
    assert (sheet.get("data-page"), json.loads(sheet.get("data-words"))) == ("3", ["head of department"])
    assert page.xpath("//noscript//a/@href") == [sheet.get("data-file") + "#page=3"]
    assert [a.get("href")[-6:] for a in page.xpath('//nav[1]/a[@rel="prev" or @rel="next"]')][:2] == [
        "page=2",
        "page=4",
    ]


def test_the_viewer_loads_only_from_this_site_and_runs_nothing_inline(visitor: Browser) -> None:
    response = visitor.get(f"{address_of(LONGEST_PDF)}/pdf")
    policy = response.headers["Content-Security-Policy"]
    assert "script-src 'self';" in policy and "unsafe" not in policy
    page = html.document_fromstring(response.get_data(as_text=True))
    assert not page.xpath("//script[not(@src)] | //style | //@style | //@onclick")


@pytest.mark.parametrize("name", [app.STATIC["pdf_library"], app.STATIC["pdf_worker"], "viewer.js"])
def test_the_scripts_of_the_viewer_are_given_out_as_scripts(visitor: Browser, name: str) -> None:
    with visitor.get(f"/static/{name}") as response:
        assert (response.status_code, response.mimetype.rpartition("/")[2]) == (200, "javascript")


def test_the_script_that_reads_a_pdf_may_load_its_decoder_and_nothing_from_elsewhere(
    visitor: Browser,
) -> None:
    with visitor.get(f"/static/{app.STATIC['pdf_worker']}") as response:
        policy = response.headers["Content-Security-Policy"]
    assert policy == "default-src 'none'; script-src 'self'; frame-ancestors 'none'"
    with visitor.get("/static/pdfjs/openjpeg_nowasm_fallback.js") as response:
        assert response.status_code == 200


def test_the_vendored_scripts_come_with_their_licences(visitor: Browser) -> None:
    for name in ("LICENSE", "LICENSE_OPENJPEG", "LICENSE_PDFJS_OPENJPEG"):
        with visitor.get(f"/static/pdfjs/{name}") as response:
            assert response.status_code == 200


def test_only_a_pdf_has_a_viewer(visitor: Browser) -> None:
    assert visitor.get(f"{address_of('da/studiebesoeg.md')}/pdf").status_code == 404
    assert visitor.get("/document/000000000000/pdf").status_code == 404
    assert not visitor.page(address_of("da/studiebesoeg.md")).xpath('//a[contains(@href, "/pdf")]')


# originals inside other files

MINUTES = "Minutes of the meeting about the harbour and its pumps.\n"


@pytest.fixture
def packed(shelf: Any) -> Any:
    """A library of an archive that holds a text, and a mail to which a text is attached."""
    mail = EmailMessage()
    mail["Subject"], mail["From"] = "The harbour", "Ane Bo <ane@town.example>"
    mail.set_content("The minutes of our meeting about the harbour are attached.")
    mail.add_attachment(MINUTES.encode(), maintype="text", subtype="plain", filename="minutes.txt")
    with zipfile.ZipFile(shelf.settings.corpus / "harbour.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("papers/minutes.txt", MINUTES)
        archive.writestr("letter.eml", mail.as_bytes())
    shelf.build()
    return shelf


INSIDE = ("harbour.zip/papers/minutes.txt", "harbour.zip/letter.eml/minutes.txt")


@pytest.mark.parametrize("path", INSIDE)
def test_a_file_inside_another_is_given_out(packed: Any, path: str) -> None:
    visitor = browser(packed.settings, packed.asked.library)
    with visitor.get(address_of(path).replace("/document/", "/file/")) as response:
        assert (response.status_code, response.get_data(as_text=True)) == (200, MINUTES)
        assert response.headers["Content-Disposition"].startswith('attachment; filename="minutes.txt"')
        assert "sandbox" in response.headers["Content-Security-Policy"]


def test_a_file_inside_one_that_changed_is_refused(packed: Any) -> None:
    visitor = browser(packed.settings, packed.asked.library)
    (packed.settings.corpus / "harbour.zip").write_bytes(b"PK\x05\x06" + bytes(18))
    response = visitor.get(address_of(INSIDE[0]).replace("/document/", "/file/"))
    assert (response.status_code, "has changed since it was indexed" in response.text) == (404, True)


def test_a_file_inside_a_very_large_one_is_refused_with_a_sentence(
    packed: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(originals, "MAX_UNPACKED_MB", 0)
    visitor = browser(packed.settings, packed.asked.library)
    response = visitor.get(address_of(INSIDE[0]).replace("/document/", "/file/"))
    assert (response.status_code, "is not unpacked here" in response.text) == (404, True)
