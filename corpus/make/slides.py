"""Make a presentation (PPTX) from its source: a heading of level 1 starts a slide. Needs python-pptx."""

from io import BytesIO

import pptx
from package import steady
from pptx.presentation import Presentation
from pptx.slide import Slide
from pptx.util import Cm, Pt
from source import Block, Grid, Heading, Item, Source, Text, plain

_TITLE, _TEXT, _TITLE_ONLY = 0, 1, 5
"""Places of the layouts in python-pptx's default template."""


def slides(source: Source) -> bytes:
    """Return the document as a presentation; what a slide quotes is what its speaker says."""
    show = pptx.Presentation()
    _describe(show, source)
    front = show.slides.add_slide(show.slide_layouts[_TITLE])
    front.shapes.title.text = source.title
    front.placeholders[1].text = "\n".join(filter(None, (source.subtitle, source.printed_date)))
    for title, parts in source.sections:
        _add(show, title, parts)
    show.save(result := BytesIO())
    return steady(result.getvalue())


def _describe(show: Presentation, source: Source) -> None:
    said = show.core_properties
    said.title, said.author, said.subject = source.title, source.author, source.kind
    said.language, said.last_modified_by = source.language, source.author
    said.created = said.modified = source.made


def _add(show: Presentation, title: str, parts: list[Block]) -> None:
    grids = [part for part in parts if isinstance(part, Grid)]
    slide = show.slides.add_slide(show.slide_layouts[_TITLE_ONLY if grids else _TEXT])
    slide.shapes.title.text = plain(title)
    for grid in grids:
        _add_table(slide, grid)
    lines = [plain(part.text) for part in parts if isinstance(part, Item | Heading) or _said(part)]
    if lines and not grids:
        slide.placeholders[1].text = "\n".join(lines)
    elif lines:
        box = slide.shapes.add_textbox(Cm(1.5), Cm(15.5), Cm(22), Cm(3))
        box.text_frame.text = "\n".join(lines)
    if notes := [plain(part.text) for part in parts if isinstance(part, Text) and part.quoted]:
        slide.notes_slide.notes_text_frame.text = "\n".join(notes)


def _said(part: Block) -> bool:
    return isinstance(part, Text) and not part.quoted


def _add_table(slide: Slide, grid: Grid) -> None:
    shape = slide.shapes.add_table(len(grid.rows), len(grid.rows[0]), Cm(1.5), Cm(4.5), Cm(22), Cm(1))
    for number, cells in enumerate(grid.rows):
        for column, text in enumerate(cells):
            cell = shape.table.cell(number, column)
            cell.text = plain(text)
            cell.text_frame.paragraphs[0].font.size = Pt(14)
