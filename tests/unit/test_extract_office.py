"""Word, PowerPoint and Excel: what stands in their files beside plain paragraphs."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from datetime import date, datetime
from io import BytesIO

import docx
import openpyxl
import pptx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from indexer.errors import NothingToRead, PasswordProtected, TooExpensive
from indexer.extract import Content, extract
from indexer.extract.package import MAX_MEMBERS
from indexer.extract.sheets import shown


def blocks(content: Content) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for page in content.pages for block in page.blocks]


def saved(made: object) -> bytes:
    target = BytesIO()
    made.save(target)
    return target.getvalue()


def word(fill: Callable[[docx.document.Document], object]) -> list[tuple[str, str]]:
    document = docx.Document()
    fill(document)
    return blocks(extract("a.docx", saved(document)))


def run(xml: str) -> object:
    return parse_xml(f"<w:r {nsdecls('w')}>{xml}</w:r>")


@pytest.mark.parametrize(
    ("xml", "text"),
    [
        pytest.param("<w:t>by</w:t><w:tab/><w:t>land</w:t>", "A by land", id="a tab is a space"),
        pytest.param("<w:t>by</w:t><w:br/><w:t>land</w:t>", "A by land", id="a line break is a space"),
        pytest.param("<w:t>EU</w:t><w:noBreakHyphen/><w:t>midler</w:t>", "A EU-midler", id="hyphen"),
        pytest.param("<w:t>sam</w:t><w:softHyphen/><w:t>arbejde</w:t>", "A samarbejde", id="soft hyphen"),
        pytest.param("<w:delText>væk</w:delText>", "A", id="deleted words"),
        pytest.param("<w:instrText>PAGE</w:instrText>", "A", id="a field's instruction"),
    ],
)
def test_what_stands_in_a_run(xml: str, text: str) -> None:
    assert word(lambda d: d.add_paragraph("A ")._p.append(run(xml))) == [("paragraph", text)]


def test_inserted_words_are_read_and_content_controls_too() -> None:
    def fill(document: docx.document.Document) -> None:
        inserted = parse_xml(f"<w:ins {nsdecls('w')}><w:r><w:t>ny</w:t></w:r></w:ins>")
        document.add_paragraph("En ")._p.append(inserted)
        inside = "<w:sdtContent><w:p><w:r><w:t>Felt</w:t></w:r></w:p></w:sdtContent>"
        control = parse_xml(f"<w:sdt {nsdecls('w')}>{inside}</w:sdt>")
        document.element.body.insert(1, control)

    assert word(fill) == [("paragraph", "En ny"), ("paragraph", "Felt")]


def test_a_heading_is_told_by_its_outline_in_any_language() -> None:
    def fill(document: docx.document.Document) -> None:
        document.styles["Heading 2"].name = "Nagłówek 2"
        document.add_paragraph("Cele", style="Nagłówek 2")

    document = docx.Document()
    fill(document)
    (page,) = extract("a.docx", saved(document)).pages
    assert [(block.kind, block.level) for block in page.blocks] == [("heading", 2)]


def test_a_cell_that_reaches_over_columns_keeps_the_others_below_their_names() -> None:
    def fill(document: docx.document.Document) -> None:
        table = document.add_table(3, 3)
        for row, texts in zip(table.rows, ["By|Elever|Euro", "I alt||94", "Sorø|70|24"], strict=True):
            for cell, text in zip(row.cells, texts.split("|"), strict=True):
                cell.text = text
        table.cell(1, 0).merge(table.cell(1, 1))

    assert [text for _, text in word(fill)] == [
        "By | Elever | Euro",
        "By: I alt | Euro: 94",
        "By: Sorø | Elever: 70 | Euro: 24",
    ]


def test_a_table_without_names_of_its_columns_gets_none() -> None:
    def fill(document: docx.document.Document) -> None:
        table = document.add_table(2, 2)
        for number, text in enumerate(["Sorø", "by og land", "Kwidzyn", "kun by"]):
            table.cell(number // 2, number % 2).text = text

    assert word(fill) == [("table_row", "Sorø | by og land"), ("table_row", "Kwidzyn | kun by")]


def test_macro_files_and_odd_part_names_are_read() -> None:
    document = docx.Document()
    document.add_paragraph("Med makroer.")
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(saved(document))) as before, zipfile.ZipFile(target, "w") as after:
        for name in before.namelist():
            text = before.read(name).replace(b"document.main+xml", b"document.macroEnabled.main+xml")
            named = name.replace("word/document.xml", "word/document2.xml")
            after.writestr(
                named.replace("_rels/document.xml", "_rels/document2.xml"),
                text.replace(b"word/document.xml", b"word/document2.xml"),
            )
    assert blocks(extract("a.docm", target.getvalue())) == [("paragraph", "Med makroer.")]


def test_a_slide_without_words_keeps_its_number() -> None:
    show = pptx.Presentation()
    for title in ("Et", "", "Tre"):
        show.slides.add_slide(show.slide_layouts[5]).shapes.title.text = title
    content = extract("a.pptx", saved(show))
    assert [(page.number, len(page.blocks)) for page in content.pages] == [(1, 1), (2, 0), (3, 1)]


def test_slides_are_read_from_the_top_with_groups_and_charts() -> None:
    show = pptx.Presentation()
    slide = show.slides.add_slide(show.slide_layouts[6])
    low = slide.shapes.add_textbox(Inches(1), Inches(5), Inches(3), Inches(1))
    low.text_frame.text = "Nederst"
    group = slide.shapes.add_group_shape()
    group.shapes.add_textbox(Inches(1), Inches(1), Inches(3), Inches(1)).text_frame.text = "Øverst"
    data = CategoryChartData()
    data.categories = ["Sorø", "Kwidzyn"]
    data.add_series("Elever", (70, 24))
    slide.shapes.add_chart(XL_CHART_TYPE.PIE, Inches(1), Inches(3), Inches(4), Inches(2), data)
    assert [text for _, text in blocks(extract("a.pptx", saved(show)))] == [
        "Øverst",
        "Elever | Sorø | Kwidzyn | 70 | 24",
        "Nederst",
    ]


def sheet(rows: Sequence[Sequence[object]]) -> list[tuple[str, str]]:
    workbook = openpyxl.Workbook()
    for row in rows:
        workbook.active.append(list(row))
    return blocks(extract("a.xlsx", saved(workbook)))


def test_a_sheet_has_tables_between_empty_rows() -> None:
    assert sheet([["Plan"], [], ["Hvem", "Hvad"], ["Råd", "ja"], ["By", "nej"], [], ["Slut", "nu"]]) == [
        ("paragraph", "Plan"),
        ("table_row", "Hvem | Hvad"),
        ("table_row", "Hvem: Råd | Hvad: ja"),
        ("table_row", "Hvem: By | Hvad: nej"),
        ("table_row", "Slut | nu"),
    ]


def test_a_sheet_with_a_name_of_its_own_is_headed_by_it() -> None:
    workbook = openpyxl.Workbook()
    workbook.active.title = "Budżet"
    workbook.active.append(["Razem"])
    assert blocks(extract("a.xlsx", saved(workbook))) == [("heading", "Budżet"), ("paragraph", "Razem")]


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (True, "true"),
        (70.0, "70"),
        (0.1 + 0.2, "0.3"),
        (1e300, "1e+300"),
        (date(2014, 5, 6), "2014-05-06"),
        (datetime(2014, 5, 6), "2014-05-06"),
        (datetime(2014, 5, 6, 9, 30), "2014-05-06 09:30"),
        ("  to\nlinjer ", "to linjer"),
    ],
)
def test_a_cell_is_written_as_a_person_reads_it(value: object, text: str) -> None:
    assert shown(value) == text


@pytest.mark.parametrize("made", [docx.Document, pptx.Presentation, openpyxl.Workbook])
def test_an_empty_file_has_nothing_to_read(made: Callable[[], object]) -> None:
    with pytest.raises(NothingToRead):
        extract("a", saved(made()))


def packed(members: dict[str, bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in {
            "[Content_Types].xml": b"<Types/>",
            "word/document.xml": b"<x/>",
            **members,
        }.items():
            package.writestr(name, content)
    return target.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(packed({"word/x.xml": bytes(20_000_000)}), id="packed a thousandfold"),
        pytest.param(packed({f"word/{n}": b"" for n in range(MAX_MEMBERS)}), id="many members"),
    ],
)
def test_a_package_is_weighed_before_it_is_unpacked(content: bytes) -> None:
    with pytest.raises(TooExpensive):
        extract("a.docx", content)


def test_a_locked_member_asks_for_the_password() -> None:
    content = bytearray(packed({}))
    entry = content.rindex(b"PK\x01\x02")
    content[entry + 8] |= 1
    with pytest.raises(PasswordProtected):
        extract("a.docx", bytes(content))


def test_a_locked_office_file_asks_for_the_password() -> None:
    locked = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(PasswordProtected):
        extract("a.docx", locked)


def _word_file() -> object:
    document = docx.Document()
    document.add_paragraph("Vi mødtes i foråret.")
    return document


def _show() -> object:
    show = pptx.Presentation()
    show.slides.add_slide(show.slide_layouts[0]).shapes.title.text = "Vi mødtes i foråret"
    return show


def _book() -> object:
    book = openpyxl.Workbook()
    book.active.append(["Vi mødtes i foråret"])
    return book


@pytest.mark.parametrize(
    ("name", "make", "properties"),
    [
        pytest.param("a.docx", _word_file, "core_properties", id="Word"),
        pytest.param("a.pptx", _show, "core_properties", id="PowerPoint"),
        pytest.param("a.xlsx", _book, "properties", id="Excel"),
    ],
)
def test_the_properties_say_what_the_file_is(name: str, make: Callable[[], object], properties: str) -> None:
    made = make()
    said = getattr(made, properties)
    said.subject, said.category, said.keywords = "report", "EU", "skole; samarbejde"
    assert extract(name, saved(made)).stated["kind"] == "report, EU, skole; samarbejde"
