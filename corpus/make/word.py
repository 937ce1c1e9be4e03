"""Make a Word document (DOCX) from its source. Needs python-docx."""

from io import BytesIO

import docx
from docx.document import Document
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.text.paragraph import Paragraph
from package import steady
from source import Block, Grid, Heading, Item, Source, Text, blocks, plain, runs


def word(source: Source) -> bytes:
    """Return the document as Word saves it, with a running head and a title of its own."""
    document = docx.Document()
    _describe(document, source)
    document.sections[0].header.paragraphs[0].text = source.title
    document.add_paragraph(source.title, style="Title")
    if source.subtitle:
        document.add_paragraph(source.subtitle, style="Subtitle")
    document.add_paragraph(source.printed_date)
    for number, block in enumerate(blocks(source.body)):
        _add(document, block, first=number == 0)
    document.save(result := BytesIO())
    return steady(result.getvalue())


def _describe(document: Document, source: Source) -> None:
    said = document.core_properties
    said.title, said.author, said.subject = source.title, source.author, source.kind
    said.language, said.comments, said.last_modified_by = source.language, "", source.author
    said.created = said.modified = source.made


def _add(document: Document, block: Block, *, first: bool) -> None:
    match block:
        case Heading(level, text):
            heading = document.add_heading(plain(text), level)
            if level == 1 and not first:
                heading.insert_paragraph_before().add_run().add_break(WD_BREAK.PAGE)
        case Text(text, quoted):
            _write(document.add_paragraph(style="Quote" if quoted else None), text)
        case Item(bullet, text):
            _write(document.add_paragraph(style="List Bullet" if bullet == "•" else "List Number"), text)
        case Grid(rows):
            _add_table(document, rows)


def _add_table(document: Document, rows: tuple[tuple[str, ...], ...]) -> None:
    table = document.add_table(rows=0, cols=len(rows[0]), style="Light Grid Accent 1")
    for cells in rows:
        for cell, text in zip(table.add_row().cells, cells, strict=True):
            _write(cell.paragraphs[0], text)
    repeated = OxmlElement("w:tblHeader")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)
    document.add_paragraph()


def _write(paragraph: Paragraph, text: str) -> None:
    for words, strong in runs(text):
        paragraph.add_run(words).bold = strong or None
