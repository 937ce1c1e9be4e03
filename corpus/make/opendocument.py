"""Make an OpenDocument text (ODT) from its source."""

from itertools import groupby
from xml.sax.saxutils import escape

from package import packed
from source import Block, Grid, Heading, Item, Source, Text, blocks, plain, runs

_NAMES = " ".join(
    f'xmlns:{prefix}="{name}"'
    for prefix, name in (
        ("office", "urn:oasis:names:tc:opendocument:xmlns:office:1.0"),
        ("style", "urn:oasis:names:tc:opendocument:xmlns:style:1.0"),
        ("text", "urn:oasis:names:tc:opendocument:xmlns:text:1.0"),
        ("table", "urn:oasis:names:tc:opendocument:xmlns:table:1.0"),
        ("fo", "urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"),
        ("meta", "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"),
        ("dc", "http://purl.org/dc/elements/1.1/"),
        ("manifest", "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"),
    )
)
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
_MEDIA_TYPE = "application/vnd.oasis.opendocument.text"

_STYLES = """
<style:style style:name="Strong" style:family="text">
<style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="New_20_part" style:family="paragraph" style:parent-style-name="Heading_20_1">
<style:paragraph-properties fo:break-before="page"/></style:style>
"""


def text_document(source: Source) -> bytes:
    """Return the document as an OpenDocument text."""
    head = [
        f'<text:p text:style-name="{style}">{escape(line)}</text:p>'
        for style, line in (
            ("Title", source.title),
            ("Subtitle", source.subtitle),
            ("Standard", source.printed_date),
        )
        if line
    ]
    content = (
        f'{_XML}<office:document-content {_NAMES} office:version="1.3">'
        f"<office:automatic-styles>{_STYLES}</office:automatic-styles>"
        f"<office:body><office:text>{''.join(head)}{_body(source)}</office:text></office:body>"
        "</office:document-content>"
    )
    files = {
        "mimetype": _MEDIA_TYPE,
        "content.xml": content,
        "meta.xml": _meta(source),
        "META-INF/manifest.xml": _manifest(),
    }
    return packed({name: text.encode() for name, text in files.items()}, first="mimetype")


def _body(source: Source) -> str:
    """Return the parts in order, items that follow each other as one list."""
    written = []
    for bullet, group in groupby(blocks(source.body), key=_bullet):
        parts = "".join(map(_part, group))
        written.append(f"<text:list>{parts}</text:list>" if bullet else parts)
    return "\n".join(written)


def _bullet(block: Block) -> str:
    return ("•" if block.bullet == "•" else "1.") if isinstance(block, Item) else ""


def _part(block: Block) -> str:
    match block:
        case Heading(level, text):
            style = "New_20_part" if level == 1 else f"Heading_20_{level}"
            of = f'text:style-name="{style}" text:outline-level="{level}"'
            return f"<text:h {of}>{escape(plain(text))}</text:h>"
        case Text(text, quoted):
            style = "Quotations" if quoted else "Text_20_body"
            return f'<text:p text:style-name="{style}">{_marked(text)}</text:p>'
        case Item(_, text):
            return f"<text:list-item><text:p>{_marked(text)}</text:p></text:list-item>"
        case Grid(rows):
            head, *others = ("".join(map(_cell, row)) for row in rows)
            return (
                f'<table:table><table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
                f"<table:table-header-rows><table:table-row>{head}</table:table-row></table:table-header-rows>"
                + "".join(f"<table:table-row>{row}</table:table-row>" for row in others)
                + "</table:table>"
            )


def _cell(text: str) -> str:
    return f'<table:table-cell office:value-type="string"><text:p>{_marked(text)}</text:p></table:table-cell>'


def _marked(text: str) -> str:
    return "".join(
        f'<text:span text:style-name="Strong">{escape(words)}</text:span>' if strong else escape(words)
        for words, strong in runs(text)
    )


def _meta(source: Source) -> str:
    stamp = source.made.isoformat()
    return (
        f'{_XML}<office:document-meta {_NAMES} office:version="1.3"><office:meta>'
        f"<dc:title>{escape(source.title)}</dc:title><dc:subject>{source.kind}</dc:subject>"
        f"<dc:language>{source.language}</dc:language><dc:date>{stamp}</dc:date>"
        f"<meta:initial-creator>{escape(source.author)}</meta:initial-creator>"
        f"<meta:creation-date>{stamp}</meta:creation-date>"
        "</office:meta></office:document-meta>"
    )


def _manifest() -> str:
    entries = (("/", _MEDIA_TYPE), ("content.xml", "text/xml"), ("meta.xml", "text/xml"))
    return (
        f'{_XML}<manifest:manifest {_NAMES} manifest:version="1.3">'
        + "".join(
            f'<manifest:file-entry manifest:full-path="{path}" manifest:media-type="{media}"/>'
            for path, media in entries
        )
        + "</manifest:manifest>"
    )
