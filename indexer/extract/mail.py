"""E-mails (EML): subject and body; attachments are read as documents of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage, MIMEPart
from email.utils import parsedate_to_datetime
from functools import partial
from itertools import islice
from mimetypes import guess_extension

from indexer.errors import NothingToRead
from indexer.extract import html, text
from indexer.extract.cleanup import flat
from indexer.extract.content import Content, stated
from indexer.model import Block, Page

MAX_ATTACHMENTS = 1_000
"""Attachments of one mail that are read."""


def extract(content: bytes) -> Content:
    """Return the subject as heading, the body, and the names of the attachments."""
    message = _message(content)
    subject = flat(_header(message, "subject"))
    names = [flat(name) for name, _ in _attachments(message)]
    return Content(
        title=subject,
        pages=(
            Page(
                1,
                (Block("heading", subject, 1), *_body(message), *(Block("list", name) for name in names)),
            ),
        ),
        stated=stated({"author": flat(_sender(message)), "date": _date(message), "kind": "mail"}),
    )


def attachments(content: bytes) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Yield the attached files by their names; pictures inside the text are none."""
    yield from _attachments(_message(content))


def _attachments(message: EmailMessage) -> Iterator[tuple[str, Callable[[], bytes]]]:
    for number, part in enumerate(islice(_attached(message), MAX_ATTACHMENTS), start=1):
        yield part.get_filename() or _unnamed(number, part), partial(_content, part)


def _message(content: bytes) -> EmailMessage:
    return message_from_bytes(content.lstrip(), policy=policy.default)


def _attached(message: MIMEPart) -> Iterator[MIMEPart]:
    """Yield what a mail program lists as attachments."""
    body = message.get_body(("plain", "html"))
    for part in _leaves(message):
        kind = part.get_content_type()
        inside = kind.startswith("image/") and (
            part["content-id"] or part.get_content_disposition() == "inline"
        )
        alternative = kind.startswith("text/") and not part.get_filename() and not part.is_attachment()
        if part is not body and not inside and not alternative:
            yield part


def _leaves(message: MIMEPart) -> Iterator[MIMEPart]:
    """Yield the parts that hold something; a mail that was forwarded as a whole is one."""
    if message.get_content_maintype() != "multipart":
        yield message
        return
    for part in message.iter_parts():
        yield from _leaves(part)


def _unnamed(number: int, part: MIMEPart) -> str:
    kind = part.get_content_type()
    return f"attachment-{number}{'.eml' if kind == 'message/rfc822' else guess_extension(kind) or ''}"


def _content(part: MIMEPart) -> bytes:
    if part.get_content_type() == "message/rfc822":
        return b"".join(inner.as_bytes() for inner in part.iter_parts())
    held = part.get_payload(decode=True)
    return held if isinstance(held, bytes) else b""


def _body(message: EmailMessage) -> Iterator[Block]:
    part = message.get_body(("plain", "html"))
    if part is None:
        return
    words = _words(part)
    try:
        if part.get_content_subtype() == "html":
            yield from html.whole(words)
        else:
            yield from (block for page in text.extract(words).pages for block in page.blocks)
    except NothingToRead:
        return


def _words(part: MIMEPart) -> bytes:
    """Return the text in UTF-8, from the encoding that the mail names; as it is where that is none."""
    held = _content(part)
    try:
        return held.decode(part.get_content_charset("ascii")).encode("utf-8", errors="replace")
    except (LookupError, UnicodeDecodeError):
        return held


def _header(message: EmailMessage, name: str) -> str:
    try:
        return str(message[name] or "")
    except (ValueError, IndexError, AttributeError, TypeError, LookupError):  # the library's on odd headers
        return ""


def _sender(message: EmailMessage) -> str:
    return _header(message, "from").partition("<")[0].strip(" \"'") or _header(message, "from").strip("<> ")


def _date(message: EmailMessage) -> str:
    """Return the day on which the mail was sent, by the sender's own clock."""
    try:
        return parsedate_to_datetime(_header(message, "date")).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return ""
