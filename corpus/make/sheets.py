"""Make a workbook (XLSX) from its source: a heading of level 1 starts a sheet. Needs openpyxl."""

import re
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet
from package import packed
from source import Block, Grid, Source, plain

_NUMBER = re.compile(r"-?\d{1,3}(?:[ \u00a0.,]\d{3})*(?:[.,]\d{1,2})?|-?\d+(?:[.,]\d{1,2})?")


def sheets(source: Source) -> bytes:
    """Return the document as a workbook; the first sheet starts with its title and date."""
    book = Workbook()
    book.remove(book.worksheets[0])
    said = book.properties
    said.title, said.creator, said.subject = source.title, source.author, source.kind
    said.language, said.created, said.modified = source.language, source.made, source.made
    for number, (name, parts) in enumerate(source.sections):
        sheet = book.create_sheet(name[:31])
        if number == 0:
            sheet.append([source.title])
            sheet.append([source.printed_date])
            sheet["A1"].font = Font(bold=True, size=14)
        for part in parts:
            _add(sheet, part)
    book.save(result := BytesIO())
    return _saved_then(result.getvalue(), source)


def _add(sheet: Worksheet, part: Block) -> None:
    if not isinstance(part, Grid):
        sheet.append([plain(part.text)])
        return
    sheet.append([])
    for number, row in enumerate(part.rows):
        sheet.append([plain(cell) for cell in row])
        if number == 0:
            for cell in sheet[sheet.max_row]:
                cell.font = Font(bold=True)
    for column, texts in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", zip(*part.rows, strict=True), strict=False):
        sheet.column_dimensions[column].width = min(60, max(map(len, texts)) + 2)


def _saved_then(content: bytes, source: Source) -> bytes:
    """Return the workbook as if it had been saved on the document's date; openpyxl writes today's."""
    from zipfile import ZipFile

    with ZipFile(BytesIO(content)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    stamp = source.made.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    files["docProps/core.xml"] = re.sub(
        rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + stamp, files["docProps/core.xml"]
    )
    return packed(files)
