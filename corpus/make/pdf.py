"""Make a PDF document from its source.

Needs reportlab and the Debian package fonts-dejavu-core; type checking also needs
types-reportlab. ``**strong**`` and ``*emphasised*`` words are both bold, because the font
package has no italics.
"""

from functools import partial
from io import BytesIO
from xml.sax.saxutils import escape

from reportlab.lib.colors import HexColor, white
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import cm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Table,
)
from source import LIBRARY, Block, Grid, Heading, Item, Source, SourceError, Text, blocks, runs

FONTS = {
    "Text": "DejaVuSerif.ttf",
    "Strong": "DejaVuSerif-Bold.ttf",
    "Head": "DejaVuSans-Bold.ttf",
    "Small": "DejaVuSans.ttf",
}

WIDTH, HEIGHT = A4
MARGIN = 2.2 * cm
GUTTER = 0.8 * cm
ACROSS = WIDTH - 2 * MARGIN
LONGEST_CELL = 45
"""Characters of a cell's text that count when a table's width is shared out."""

INK = HexColor("#1d3f5e")
GREY = HexColor("#444444")
HAIRLINE = HexColor("#9aa7b3")

TITLE = ParagraphStyle("title", fontName="Head", fontSize=19, leading=25, textColor=INK)
SUBTITLE = ParagraphStyle("subtitle", fontName="Small", fontSize=11, leading=17)
DATE = ParagraphStyle("date", fontName="Small", fontSize=9, leading=15, textColor=GREY)
BODY = ParagraphStyle("body", fontName="Text", fontSize=11, leading=15.4, spaceBefore=5, spaceAfter=6)
ITEM = ParagraphStyle("item", BODY, leftIndent=14, spaceBefore=0, spaceAfter=3, bulletFontName="Text")
QUOTE = ParagraphStyle("quote", BODY, leftIndent=14, rightIndent=14, textColor=INK)
CELL = ParagraphStyle("cell", fontName="Small", fontSize=8, leading=11)
CELL_HEAD = ParagraphStyle("cell head", CELL, fontName="Head", textColor=white)
HEADING = ParagraphStyle("heading", fontName="Head", textColor=INK, spaceAfter=4, keepWithNext=1)
HEADINGS = [
    ParagraphStyle(f"h{size}", HEADING, fontSize=size, leading=size * 1.35, spaceBefore=size * 0.9)
    for size in (15, 13, 11, 10)
]


def marked(text: str) -> str:
    """Return a run of Markdown words as reportlab's paragraph markup."""
    return "".join(
        f'<font name="Strong">{escape(words)}</font>' if strong else escape(words)
        for words, strong in runs(text)
    )


def on_page(block: Block, width: float) -> Flowable:
    """Return a block of the source as it is set in a column of this width."""
    match block:
        case Heading(level, text):
            return Paragraph(marked(text), HEADINGS[level - 1])
        case Text(text, quoted):
            return Paragraph(marked(text), QUOTE if quoted else BODY)
        case Item(bullet, text):
            return Paragraph(marked(text), ITEM, bulletText=bullet)
        case Grid(rows):
            return table(rows, width)


def table(rows: tuple[tuple[str, ...], ...], width: float) -> Table:
    """Return a table whose heading row is repeated on every page it reaches."""
    columns = zip(*rows, strict=True)
    weights = [max(min(LONGEST_CELL, len(cell) + 4) for cell in column) for column in columns]
    styles = [CELL_HEAD] + [CELL] * (len(rows) - 1)
    return Table(
        [[Paragraph(marked(cell), style) for cell in row] for row, style in zip(rows, styles, strict=True)],
        colWidths=[width * weight / sum(weights) for weight in weights],
        repeatRows=1,
        spaceBefore=6,
        spaceAfter=12,
        style=[
            ("BACKGROUND", (0, 0), (-1, 0), INK),
            ("VALIGN", (0, 0), (-1, -1), "TOP"),
            ("LINEBELOW", (0, 0), (-1, -1), 0.4, HAIRLINE),
        ],
    )


def page_furniture(canvas: Canvas, _: BaseDocTemplate, *, title: str) -> None:
    """Draw the page number and, except under the title on page one, the running header."""
    page = canvas.getPageNumber()
    canvas.setFont("Small", 8)
    canvas.setFillColor(GREY)
    if page > 1:
        canvas.drawString(MARGIN, HEIGHT - 1.3 * cm, title)
        canvas.drawRightString(WIDTH - MARGIN, HEIGHT - 1.3 * cm, LIBRARY)
        canvas.line(MARGIN, HEIGHT - 1.5 * cm, WIDTH - MARGIN, HEIGHT - 1.5 * cm)
    canvas.drawCentredString(WIDTH / 2, 1.2 * cm, str(page))


def column_width(columns: int) -> float:
    return (ACROSS - GUTTER * (columns - 1)) / columns


def frames(columns: int, *, below: float = 0) -> list[Frame]:
    """Return a page's text columns, leaving ``below`` points free at the top."""
    width, height = column_width(columns), HEIGHT - 2 * MARGIN - below
    left_edges = [MARGIN + number * (width + GUTTER) for number in range(columns)]
    return [Frame(left, MARGIN, width, height, 0, 0, 0, 0) for left in left_edges]


def dated_canvas(date: str, *arguments: object, **options: object) -> Canvas:
    """Return a canvas whose creation date is the document's own, not the day of making."""
    canvas = Canvas(*arguments, **options)  # type: ignore[arg-type]
    canvas.setDateFormatter(lambda *_: "D:" + date.replace("-", ""))
    return canvas


def pdf(source: Source) -> bytes:
    """Return the document as a PDF file. Raises SourceError."""
    register_fonts()
    lines = [(source.title, TITLE), (source.subtitle, SUBTITLE), (source.printed_date, DATE)]
    head = [Paragraph(marked(text), style) for text, style in lines if text]
    height = sum(part.wrap(ACROSS, HEIGHT)[1] for part in head) + 12
    banner = Frame(MARGIN, HEIGHT - MARGIN - height, ACROSS, height, 0, 0, 0, 0)
    furniture = partial(page_furniture, title=source.title)
    first = [banner, *frames(source.columns, below=height)]
    document = BaseDocTemplate(
        file := BytesIO(),
        pagesize=A4,
        pageTemplates=[
            PageTemplate("first", first, onPage=furniture),
            PageTemplate("later", frames(source.columns), onPage=furniture),
        ],
        invariant=1,
        lang=source.language,
        title=source.title,
        subject=source.kind,
        author=source.author,
    )
    body = [on_page(block, column_width(source.columns)) for block in blocks(source.body)]
    story = [*head, NextPageTemplate("later"), FrameBreak(), *body]
    document.build(story, canvasmaker=partial(dated_canvas, source.date))
    return file.getvalue()


def register_fonts() -> None:
    """Make the fonts known. Raises SourceError where they are not installed."""
    try:
        for name, file in FONTS.items():
            pdfmetrics.registerFont(TTFont(name, file))
    except TTFError as error:
        raise SourceError("the DejaVu fonts are missing: apt-get install fonts-dejavu-core") from error
