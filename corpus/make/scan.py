"""Make a scanned PDF from its source: pictures of the printed pages, without any text. Needs pypdfium2."""

from io import BytesIO

import pypdfium2
from pdf import dated_canvas, pdf
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from source import Source

DPI = 150
"""What office scanners are set to; letters of 9.5 points stay readable for OCR."""

_TILT = 0.4
"""Degrees by which paper lies askew on the glass, to and fro from page to page."""


def scan(source: Source) -> bytes:
    """Return the document as a scanner that knows no OCR saves it. Raises SourceError."""
    canvas = dated_canvas(source.date, result := BytesIO(), pagesize=A4, invariant=1)
    canvas.setTitle(source.title)
    canvas.setSubject(source.kind)
    canvas.setCreator("Scanner")
    canvas.setAuthor("")
    with pypdfium2.PdfDocument(pdf(source)) as printed:
        for number, page in enumerate(printed):
            picture = page.render(scale=DPI / 72, grayscale=True).to_pil()
            askew = picture.rotate(-_TILT if number % 2 else _TILT, Image.Resampling.BICUBIC, fillcolor=255)
            askew.save(file := BytesIO(), "JPEG", quality=60)
            canvas.drawImage(ImageReader(file), 0, 0, *A4)
            canvas.showPage()
    canvas.save()
    return result.getvalue()
