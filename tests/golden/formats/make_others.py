"""Make the examples that need no program: ``python tests/golden/formats/make_others.py``.

Web pages, Markdown, plain text, electronic books, mails, archives.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from email.message import EmailMessage
from email.policy import SMTP
from html import escape
from io import BytesIO
from pathlib import Path

from stories import STORIES, Story

FOLDER = Path(__file__).parent
ENCODINGS = {"en": "utf-8", "da": "iso-8859-1", "pl": "iso-8859-2"}
"""What each language's mails and texts were written in before UTF-8."""


def web(story: Story, language: str) -> bytes:
    menu = "".join(f"<li><a href=/{n}>{name}</a></li>" for n, name in enumerate(story.table[0]))
    page = (
        f"<!doctype html><html lang={language}><head><title>{story.title}</title>"
        f"<meta name=author content='{story.author}'></head><body><nav><ul>{menu}</ul></nav>"
        f"<main>{chapter(story)}</main></body></html>"
    )
    return page.encode("utf-8")


def chapter(story: Story) -> str:
    wishes = "".join(f"<li>{escape(wish)}</li>" for wish in story.wishes)
    head, *rows = story.table
    table = "".join(f"<th>{cell}</th>" for cell in head) + "".join(
        "<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows
    )
    return (
        f"<h1>{story.title}</h1><p>{story.opening}</p><h2>{story.heading}</h2><ul>{wishes}</ul>"
        f"<table><tr>{table}</table><p>{story.note}</p>"
    )


def markdown(story: Story, language: str) -> bytes:
    head, *rows = ("| " + " | ".join(row) + " |" for row in story.table)
    lines = [
        *("---", f"author: {story.author}", f"language: {language}", "---"),
        *(f"# {story.title}", "", story.opening, "", f"## {story.heading}", ""),
        *(f"- {wish}" for wish in story.wishes),
        *("", head, "|---" * len(story.table[0]) + "|", *rows, "", story.note, ""),
    ]
    return "\n".join(lines).encode("utf-8")


def plain(story: Story, language: str) -> bytes:
    lines = [
        *(story.title, "", story.opening, "", story.heading, ""),
        *(f"- {wish}" for wish in story.wishes),
        *("", *("\t".join(row) for row in story.table), "", story.note, ""),
    ]
    return "\r\n".join(lines).encode(ENCODINGS[language])


def book(story: Story, language: str) -> bytes:
    pages = {
        "one": f"<h1>{story.title}</h1><p>{story.opening}</p>",
        "two": chapter(story).split("</p>", 1)[1],
    }
    listed = "".join(
        f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"/>' for name in pages
    )
    order = "".join(f'<itemref idref="{name}"/>' for name in pages)
    package = (
        '<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0"'
        ' unique-identifier="id"><metadata xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f'<dc:identifier id="id">school-{language}</dc:identifier><dc:title>{story.title}</dc:title>'
        f"<dc:creator>{story.author}</dc:creator><dc:language>{language}</dc:language>"
        f"<dc:date>2014-05-06</dc:date></metadata><manifest>{listed}</manifest><spine>{order}</spine></package>"
    )
    container = (
        '<?xml version="1.0"?><container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"'
        ' version="1.0"><rootfiles><rootfile full-path="OPS/book.opf"'
        ' media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    shell = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>{}</body></html>'
    return zipped(
        {"mimetype": b"application/epub+zip", "META-INF/container.xml": container.encode()}
        | {"OPS/book.opf": package.encode()}
        | {f"OPS/{name}.xhtml": shell.format(page).encode() for name, page in pages.items()}
    )


def mail(story: Story, language: str) -> bytes:
    message = EmailMessage(policy=SMTP)
    message["From"] = f"{story.author} <post@example.org>"
    message["To"] = "borgmester@example.org"
    message["Date"] = "Tue, 06 May 2014 09:30:00 +0200"
    message["Subject"] = story.title
    message.set_content(f"{story.opening}\n\n{story.note}\n", charset=ENCODINGS[language])
    message.add_alternative(f"<p>{story.opening}</p><p>{story.note}</p>", subtype="html")
    message.add_attachment(markdown(story, language), "text", "markdown", filename=f"{story.heading}.md")
    message.set_boundary("school")
    for part in message.iter_parts():
        if part.is_multipart():
            part.set_boundary("words")
    return message.as_bytes()


def archive(story: Story, language: str) -> bytes:
    return zipped({f"{story.heading}.txt": plain(story, language), "mail/letter.eml": mail(story, language)})


def zipped(members: Mapping[str, bytes]) -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as made:
        for name, content in members.items():
            member = zipfile.ZipInfo(name, (2014, 5, 6, 12, 0, 0))
            member.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            made.writestr(member, content)
    return target.getvalue()


MAKERS = {
    "html": web,
    "md": markdown,
    "txt": plain,
    "epub": book,
    "eml": mail,
    "zip": archive,
}


def main() -> None:
    for language, story in STORIES.items():
        for suffix, make in MAKERS.items():
            (FOLDER / f"school.{language}.{suffix}").write_bytes(make(story, language))


if __name__ == "__main__":
    main()
