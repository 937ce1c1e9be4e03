"""PowerPoint presentations (PPTX): a slide is a page, with what the speaker noted below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any

from indexer.extract import package, tables
from indexer.extract.cleanup import flat
from indexer.extract.content import Content, keywords, stated
from indexer.extract.package import local
from indexer.model import Block, Page

# python-pptx has no types for what its shapes can be.
Shape = Any

_RUNNING = frozenset(("DATE", "FOOTER", "SLIDE_NUMBER", "HEADER"))
"""Placeholders that say the same on every slide."""

_TITLES = frozenset(("TITLE", "CENTER_TITLE", "VERTICAL_TITLE"))

_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def extract(content: bytes) -> Content:
    """Return every slide as a page: title, text, tables, words of charts, notes."""
    from pptx.package import Package

    package.opened(content).close()
    show = Package.open(BytesIO(content)).presentation_part.presentation
    said = show.core_properties
    return Content(
        title=flat(said.title or ""),
        pages=tuple(
            Page(number, (*_shapes(slide.shapes), *_notes(slide)))
            for number, slide in enumerate(show.slides, start=1)
        ),
        stated=stated(
            {
                "author": flat(said.author or ""),
                "language": said.language,
                "kind": keywords(said.subject, said.category, said.keywords),
            }
        ),
    )


def _shapes(shapes: Iterable[Shape]) -> Iterator[Block]:
    """Yield the words of shapes in reading order: titles first, then from the top down."""
    for shape in sorted(shapes, key=_place):
        if local(shape.element) == "grpSp":
            yield from _shapes(shape.shapes)
        elif getattr(shape, "has_table", False):
            table = shape.table
            cells = [[flat(cell.text) for cell in row.cells] for row in table.rows]
            yield from tables.rows(cells, stated=table.first_row)
        elif getattr(shape, "has_chart", False):
            yield from _chart(shape.chart)
        elif shape.has_text_frame and _role(shape) not in _RUNNING:
            yield from _paragraphs(shape)


def _place(shape: Shape) -> tuple[bool, int, int]:
    """Return what shapes are sorted by: titles, then rows of an inch, then from the left."""
    return _role(shape) not in _TITLES, (shape.top or 0) // 914_400, shape.left or 0


def _role(shape: Shape) -> str:
    if not shape.is_placeholder:
        return ""
    kind = shape.placeholder_format.type
    return kind.name if kind is not None else ""


def _paragraphs(shape: Shape) -> Iterator[Block]:
    role = _role(shape)
    paragraphs = [(flat(paragraph.text), paragraph.level) for paragraph in shape.text_frame.paragraphs]
    written = [(text, level) for text, level in paragraphs if text]
    if role in _TITLES and written:
        yield Block("heading", " ".join(text for text, _ in written), 1)
        return
    listed = role in ("OBJECT", "BODY") and len(written) > 1
    for text, level in written:
        yield Block("list" if listed or level else "paragraph", text)


def _chart(chart: Shape) -> Iterator[Block]:
    """Yield the words and numbers of a chart, series by series."""
    root = chart._chartSpace  # the library has no public way to all its texts
    titles = [flat("".join(title.itertext())) for title in root.iter(f"{_CHART}title")]
    yield from (Block("caption", title) for title in titles if title)
    for series in root.iter(f"{_CHART}ser"):
        values = [flat(value.text or "") for value in series.iter(f"{_CHART}v")]
        yield from tables.rows([values])


def _notes(slide: Shape) -> Iterator[Block]:
    if slide.has_notes_slide and (frame := slide.notes_slide.notes_text_frame) is not None:
        for paragraph in frame.paragraphs:
            if text := flat(paragraph.text):
                yield Block("paragraph", text)
