"""Make the examples of Microsoft's formats: ``python tests/golden/formats/make_office.py``."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pptx
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from pptx.util import Inches
from stories import STORIES, Story

FOLDER = Path(__file__).parent
MADE = datetime(2014, 5, 6, 12, 0)

NOTES = (
    '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t> {}</w:t></w:r></w:p></w:footnote>'
    "</w:footnotes>"
)
BOX = (
    "<w:r {spaces} xmlns:v='urn:schemas-microsoft-com:vml'><w:pict>"
    "<v:shape type='#_x0000_t202' style='position:absolute;margin-left:300pt;width:120pt;height:40pt'>"
    "<v:textbox><w:txbxContent><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:txbxContent></v:textbox>"
    "</v:shape></w:pict></w:r>"
)
REFERENCE = "<w:r {spaces}><w:footnoteReference w:id='1'/></w:r>"


def word(story: Story, language: str) -> bytes:
    document = docx.Document()
    said = document.core_properties
    said.title, said.author, said.language = story.title, story.author, language
    said.created = said.modified = MADE
    document.add_heading(story.title, 0)
    opening = document.add_paragraph(story.opening)
    opening._p.append(parse_xml(BOX.format(spaces=nsdecls("w"), words=story.box)))
    opening._p.append(parse_xml(REFERENCE.format(spaces=nsdecls("w"))))
    document.add_heading(story.heading, 2)
    for wish in story.wishes:
        document.add_paragraph(wish, style="List Bullet")
    document.add_paragraph(story.caption, style="Caption")
    table = document.add_table(len(story.table), len(story.table[0]), style="Table Grid")
    for row, cells in zip(table.rows, story.table, strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    document.sections[0].header.paragraphs[0].text = story.author
    notes = docx.opc.part.Part(
        docx.opc.packuri.PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        NOTES.format(story.note).encode(),
        document.part.package,
    )
    document.part.relate_to(
        notes, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    )
    return saved(document)


def slides(story: Story, language: str) -> bytes:
    show = pptx.Presentation()
    said = show.core_properties
    said.title, said.author, said.language = story.title, story.author, language
    said.created = said.modified = MADE
    first = show.slides.add_slide(show.slide_layouts[0])
    first.shapes.title.text = story.title
    first.placeholders[1].text = story.author
    second = show.slides.add_slide(show.slide_layouts[1])
    second.placeholders[1].text = "\n".join(story.wishes)
    second.shapes.title.text = story.heading
    second.notes_slide.notes_text_frame.text = story.note
    third = show.slides.add_slide(show.slide_layouts[5])
    third.shapes.title.text = story.caption
    frame = third.shapes.add_table(
        len(story.table), len(story.table[0]), Inches(1), Inches(2), Inches(8), Inches(2)
    )
    for number, row in enumerate(story.table):
        for place, text in enumerate(row):
            frame.table.cell(number, place).text = text
    return saved(show)


def sheets(story: Story, _language: str) -> bytes:
    workbook = openpyxl.Workbook()
    said = workbook.properties
    said.title, said.creator, said.created, said.modified = story.title, story.author, MADE, MADE
    towns = workbook.active
    towns.title = story.caption
    towns.append([story.opening])
    towns.append([])
    head, *rows = story.table
    towns.append(head)
    for town, pupils, begins in rows:
        towns.append([town, int(pupils), date.fromisoformat(begins)])
    wishes = workbook.create_sheet(story.heading)
    for wish in story.wishes:
        wishes.append([wish])
    workbook.create_sheet("hidden").sheet_state = "hidden"
    return saved(workbook)


def saved(made: object) -> bytes:
    """Return the file with one and the same time on every member."""
    target, fixed = BytesIO(), BytesIO()
    made.save(target)  # type: ignore[attr-defined]  # every library's document has it
    with zipfile.ZipFile(target) as before, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as after:
        for name in before.namelist():
            member = zipfile.ZipInfo(name, (2014, 5, 6, 12, 0, 0))
            member.compress_type = zipfile.ZIP_DEFLATED
            if not name.startswith(("docProps/thumbnail", "customXml")):
                after.writestr(member, before.read(name))
    return fixed.getvalue()


def main() -> None:
    for language, story in STORIES.items():
        for suffix, make in (("docx", word), ("pptx", slides), ("xlsx", sheets)):
            (FOLDER / f"school.{language}.{suffix}").write_bytes(make(story, language))


if __name__ == "__main__":
    main()
