"""PDF pages become text in reading order, with headings, lists and table rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from itertools import zip_longest

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

from indexer.errors import NothingToRead, PasswordProtected, UnreadableFile
from indexer.extract import Content, extract

HEIGHT = A4[1]
LEFT = [
    "Kommunerne mødtes i foråret for at tale",
    "om skoler og om vejen hjem fra skole.",
    "De fandt, at børn i alle lande går helst",
    "sammen, og at bilerne er det farligste.",
    "Nu vil de lære af hinanden og begynde",
    "med to skoler i hver af de fire byer.",
]
RIGHT = [
    "Om efteråret rejser ti lærere til Polen",
    "og ser, hvordan en by lukkede gaden om",
    "morgenen, så børnene kunne gå midt på.",
    "De skriver ned, hvad de ser, og prøver",
    "det selv, når sneen er smeltet igen og",
    "dagene er lange nok til at gå uden lys.",
]


def drawn(draw: Callable[[Canvas], None], **options: object) -> bytes:
    target = BytesIO()
    canvas = Canvas(target, pagesize=A4, invariant=1, **options)
    draw(canvas)
    canvas.save()
    return target.getvalue()


def column(lines: Sequence[str], x: float) -> list[tuple[float, float, str]]:
    return [(x, 700 - 14 * number, line) for number, line in enumerate(lines)]


def painted(strings: Sequence[tuple[float, float, str]]) -> Content:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 10)
        for x, y, text in strings:
            canvas.drawString(x, y, text)

    return extract("a.pdf", drawn(draw))


def words(content: Content) -> str:
    return " ".join(block.text for page in content.pages for block in page.blocks)


def blocks(content: Content) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for page in content.pages for block in page.blocks]


def platypus(*flowables: object) -> Content:
    target = BytesIO()
    SimpleDocTemplate(target, invariant=1).build(list(flowables))
    return extract("a.pdf", target.getvalue())


BODY = ParagraphStyle("body", fontSize=10, leading=13, spaceAfter=8)
HEADING = ParagraphStyle("heading", fontSize=15, leading=19, spaceAfter=6)
LONG = " ".join([*LEFT, *RIGHT])


def test_columns_painted_one_after_the_other_are_read_so() -> None:
    content = painted([*column(LEFT, 60), *column(RIGHT, 320)])
    assert words(content) == " ".join([*LEFT, *RIGHT])
    assert content.pages[0].method == "text"


def test_columns_painted_line_by_line_are_read_column_by_column() -> None:
    rows = zip(column(LEFT, 60), column(RIGHT, 320), strict=True)
    content = painted([string for row in rows for string in row])
    assert words(content) == " ".join([*LEFT, *RIGHT])
    assert content.pages[0].method == "layout"


def test_lines_painted_from_the_bottom_up_are_read_from_the_top_down() -> None:
    lines = [*LEFT, *RIGHT]
    content = painted(column(lines, 60)[::-1])
    assert words(content) == " ".join(lines)


def test_headings_are_told_by_their_size_and_paragraphs_by_white_space() -> None:
    content = platypus(
        Paragraph("Fire råd", HEADING),
        Paragraph(LONG, BODY),
        Paragraph("Mere", HEADING),
        Paragraph(LONG, BODY),
    )
    assert blocks(content) == [
        ("heading", "Fire råd"),
        ("paragraph", LONG),
        ("heading", "Mere"),
        ("paragraph", LONG),
    ]
    assert content.title == "Fire råd"


CELL = ParagraphStyle("cell", fontSize=8, leading=10)
TABLES = {
    "three columns": (
        [["Post", "Beregning", "Euro"], ["Løn", "1.000 timer", "40.000"], ["I alt", "", "80.000"]],
        ["Post | Beregning | Euro", "Post: Løn | Beregning: 1.000 timer | Euro: 40.000", "I alt | 80.000"],
    ),
    "two columns": (
        [["Sted", "Antal"], ["Sorø", "70"], ["Kwidzyn", "24"]],
        ["Sted | Antal", "Sted: Sorø | Antal: 70", "Sted: Kwidzyn | Antal: 24"],
    ),
    "no names": ([["Sorø", "by og land"], ["Kwidzyn", "kun by"]], ["Sorø | by og land", "Kwidzyn | kun by"]),
}


@pytest.mark.parametrize(("rows", "lines"), TABLES.values(), ids=TABLES.keys())
def test_a_table_row_is_one_block(rows: list[list[str]], lines: list[str]) -> None:
    content = platypus(Paragraph(LONG, BODY), Table(rows), Paragraph(LONG, BODY))
    assert blocks(content) == [
        ("paragraph", LONG),
        *(("table_row", line) for line in lines),
        ("paragraph", LONG),
    ]


def test_a_cell_of_several_lines_stays_in_its_row() -> None:
    rows = [
        ["Hvem", "Hvad", "Hvornår"],
        [
            Paragraph("Lederen af børnehaven i den lille by", CELL),
            Paragraph("spørger sine ansatte", CELL),
            "maj",
        ],
        ["Rådet", Paragraph("siger ja eller nej til hele planen på én gang", CELL), "juni"],
    ]
    content = platypus(Table(rows, colWidths=[80, 80, 60]))
    assert blocks(content) == [
        ("table_row", "Hvem | Hvad | Hvornår"),
        ("table_row", "Lederen af børnehaven i den lille by | spørger sine ansatte | maj"),
        ("table_row", "Rådet | siger ja eller nej til hele planen på én gang | juni"),
    ]


def test_a_page_full_of_table_keeps_its_rows() -> None:
    rows = [[f"Aktivitet {n}", f"ansvarlig {n}", f"{n} timer", f"uge {n}"] for n in range(1, 30)]
    assert blocks(platypus(Table(rows))) == [("table_row", " | ".join(row)) for row in rows]


def test_list_items_are_blocks_of_their_own() -> None:
    content = painted(column(["Vi har brug for:", "• tid", "• penge, som andre giver,", "• mod"], 60))
    assert blocks(content) == [
        ("paragraph", "Vi har brug for:"),
        ("list", "tid"),
        ("list", "penge, som andre giver,"),
        ("list", "mod"),
    ]


def test_a_mark_that_stands_far_from_its_item_belongs_to_it() -> None:
    content = painted(
        [(60, 700, "•"), (90, 700, "tid"), (60, 680, "2."), (90, 680, "mod, som"), (90, 666, "smitter")]
    )
    assert blocks(content) == [("list", "tid"), ("list", "2. mod, som smitter")]


def test_divided_words_are_mended_and_hyphened_ones_kept() -> None:
    lines = [
        "Projektet handler om sam-",
        "arbejde og om EU-",
        "midler til by- og",
        "landkommuner i Kujawsko-",
        "Pomorskie. EU-midler er vigtige.",
    ]
    assert words(painted(column(lines, 60))) == (
        "Projektet handler om samarbejde og om EU-midler til by- og landkommuner i Kujawsko-Pomorskie."
        " EU-midler er vigtige."
    )


def test_pages_keep_their_numbers_and_lose_their_headers() -> None:
    def draw(canvas: Canvas) -> None:
        for number, text in enumerate(["Første side", "", "Tredje side", "Fjerde side"], 1):
            canvas.drawString(60, HEIGHT - 30, "Årsberetning 2014")
            canvas.drawString(60, 400, text)
            canvas.drawString(500, 30, f"Side {number} af 4")
            canvas.showPage()

    content = extract("a.pdf", drawn(draw))
    assert [(page.number, [block.text for block in page.blocks]) for page in content.pages] == [
        (1, ["Første side"]),
        (2, []),
        (3, ["Tredje side"]),
        (4, ["Fjerde side"]),
    ]


def test_a_paragraph_that_goes_on_overleaf_stays_on_both_pages() -> None:
    content = platypus(Paragraph(LONG, BODY), PageBreak(), Paragraph(LONG, BODY))
    assert [len(page.blocks) for page in content.pages] == [1, 1]


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("Årsberetning for kommunen", "Årsberetning for kommunen"),
        ("Microsoft Word - udkast3.doc", "Overskriften"),
        ("report_final.indd", "Overskriften"),
        ("untitled", "Overskriften"),
        ("Dokument1", "Overskriften"),
        ("2014-05", "Overskriften"),
        ("", "Overskriften"),
    ],
)
def test_the_title_is_the_stated_one_unless_a_program_made_it_up(stated: str, title: str) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setTitle(stated)
        canvas.setFont("Helvetica", 20)
        canvas.drawString(60, 750, "Overskriften")
        canvas.setFont("Helvetica", 10)
        for number, line in enumerate(LEFT):
            canvas.drawString(60, 700 - 14 * number, line)

    assert extract("a.pdf", drawn(draw)).title == title


def test_the_author_is_stated() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setAuthor("Sorø Kommune")
        canvas.drawString(60, 700, "Tekst")

    assert extract("a.pdf", drawn(draw)).stated == {"author": "Sorø Kommune"}


def test_a_locked_file_asks_for_its_password() -> None:
    content = drawn(
        lambda canvas: canvas.drawString(60, 700, "x"), encrypt=StandardEncryption("nøgle", strength=128)
    )
    with pytest.raises(PasswordProtected):
        extract("a.pdf", content)


def test_a_file_that_only_forbids_printing_is_read() -> None:
    lock = StandardEncryption("", ownerPassword="ejer", canPrint=0, strength=128)  # of a test
    content = drawn(lambda canvas: canvas.drawString(60, 700, "Åben tekst"), encrypt=lock)
    assert words(extract("a.pdf", content)) == "Åben tekst"


def test_a_scan_is_told_by_its_lack_of_text() -> None:
    with pytest.raises(NothingToRead, match=r"This is a scan\. Install tesseract"):
        extract("a.pdf", drawn(lambda canvas: canvas.rect(60, 60, 300, 300, fill=1)))


@pytest.mark.parametrize("content", [b"%PDF-1.4", b"%PDF-1.4\n%%EOF", b"%PDF-1.7\n" + b"1 0 obj <<" * 50])
def test_what_is_left_of_a_file_is_unreadable(content: bytes) -> None:
    with pytest.raises(UnreadableFile, match="damaged"):
        extract("a.pdf", content)


def test_columns_beside_a_heading_above_both_are_read_after_it() -> None:
    heading = [(60.0, 740.0, "Nyhedsbrev om skoleveje i fire byer ved Østersøen, forår og efterår 2014")]
    rows = [pair for pairs in zip_longest(column(LEFT, 60), column(RIGHT, 320)) for pair in pairs if pair]
    assert words(painted(heading + rows)) == " ".join([heading[0][2], *LEFT, *RIGHT])


def unmapped(text: bytes) -> bytes:
    """Return a PDF whose font numbers its glyphs and does not say which letters they are."""
    font = (
        b"<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+Odd/FirstChar 1/LastChar 60/Widths[%b]"
        b"/FontDescriptor 6 0 R/Encoding<</Type/Encoding/Differences[1%b]>>>>"
    ) % (b"500 " * 60, b"".join(b"/g%d" % number for number in range(1, 60)))
    described = (
        b"<</Type/FontDescriptor/FontName/ABCDEF+Odd/Flags 4/ItalicAngle 0/Ascent 800/Descent -200"
        b"/CapHeight 700/StemV 80/FontBBox[0 0 500 700]>>"
    )
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
    stream = b"BT /F 12 Tf 50 700 Td (%b) Tj ET" % text
    body, places = b"%PDF-1.5\n", []
    for number, content in enumerate(
        [
            b"<</Type/Catalog/Pages 2 0 R>>",
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            page,
            b"<</Length %d>>stream\n%b\nendstream" % (len(stream), stream),
            font,
            described,
        ],
        start=1,
    ):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return (
        body
        + b"xref\n0 7\n0000000000 65535 f \n%btrailer\n<</Size 7/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
        % (
            table,
            len(body),
        )
    )


def test_a_font_without_a_character_map_is_named() -> None:
    with pytest.raises(NothingToRead, match="a scan or has a font without a character map"):
        extract("a.pdf", unmapped(bytes(range(1, 9)) + b" " + bytes(range(14, 30))))


def test_almost_no_text_is_worth_a_warning() -> None:
    content = painted([(60, 700, "Kun dette")])
    assert content.warnings == ("It holds almost no text (pages: 1, words: 2).",)
