"""Make ``newsletter.pdf``, the example of its format: ``python tests/golden/formats/make_pdf.py``."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Frame,
    FrameBreak,
    PageBreak,
    PageTemplate,
    Paragraph,
    Table,
)

TARGET = Path(__file__).with_name("newsletter.pdf")
BODY = ParagraphStyle("body", fontSize=10, leading=13, spaceAfter=7)
HEADING = ParagraphStyle("heading", fontSize=15, leading=19, spaceAfter=6)


def running_lines(canvas: Canvas, document: BaseDocTemplate) -> None:
    canvas.drawString(60, A4[1] - 30, "News from the Baltic towns")
    canvas.drawRightString(A4[0] - 60, 30, f"Page {document.page}")


def main() -> None:
    document = BaseDocTemplate(str(TARGET), pagesize=A4, title="", author="The Baltic towns", invariant=1)
    columns = [Frame(60, 60, 230, 700), Frame(305, 60, 230, 700)]
    document.addPageTemplates(PageTemplate(frames=columns, onPage=running_lines))
    document.build(
        [
            Paragraph("Safe ways to school", HEADING),
            Paragraph(
                "Four towns asked their pupils to draw the way to school. The draw\u00adings showed", BODY
            ),
            Paragraph(
                "what no map shows: the dog behind the fence, and the shop that sells ice cream.", BODY
            ),
            FrameBreak(),
            Paragraph("What comes next", HEADING),
            Paragraph("• One street is closed in the morning.", BODY),
            Paragraph("• A bus of walking children starts in May.", BODY),
            PageBreak(),
            Paragraph("Who takes part", HEADING),
            Table([["Town", "Pupils"], ["Sorø", "70"], ["Kwidzyn", "24"]]),
            PageBreak(),
            Paragraph("Ask the town hall for the drawings; they may be borrowed for three weeks.", BODY),
        ]
    )


if __name__ == "__main__":
    main()
