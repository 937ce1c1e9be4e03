"""CSV for spreadsheets: a row per document. Pure.

Comma and quotation marks as in RFC 4180. The text begins with a byte order mark, since without one
Excel reads UTF-8 as something else; Python reads it as ``utf-8-sig``. A cell that a spreadsheet would
take for a formula begins with an apostrophe, so that no document can compute on a reader's desk.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from ...search.answer import Hit, Response
from ..addresses import document_address, file_address, passage_address
from ..public import Publisher
from ..wording import BREAK
from .texts import harmless_address, one_line

COLUMNS = (
    *("id", "title", "kind", "language", "languages", "date", "author"),
    *("page", "excerpt", "url", "excerpt_url", "file_url", "source_url", "path"),
)

MARK = "\ufeff"
"""The byte order mark."""

_FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "\t", "\r")
"""How a formula begins, for one spreadsheet or another; the wide signs where East Asian ones are typed.

Source: OWASP, CSV injection."""


def written(response: Response, publisher: Publisher) -> str:
    """Return a heading and a row for every hit of the answer, in its order."""
    made = StringIO()
    table = csv.writer(made, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow(COLUMNS)
    table.writerows([harmless(value) for value in _row(hit, publisher)] for hit in response.hits)
    return MARK + made.getvalue()


def harmless(value: str) -> str:
    """Return the value on one line, as a text that no spreadsheet takes for a formula."""
    text = one_line(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _row(hit: Hit, publisher: Publisher) -> Iterator[str]:
    held, best = hit.document, hit.excerpts[0] if hit.excerpts else None
    yield from (held.id, held.title, held.kind, held.language, " ".join(held.languages))
    yield from (held.published.value if held.published else "", held.author)
    yield from (str(best.page), best.text.replace("\n", BREAK)) if best else ("", "")
    yield publisher.at(document_address(held))
    yield publisher.at(passage_address(held, best.passage)) if best else ""
    yield publisher.at(file_address(held, best.page if best else None))
    yield harmless_address(held.url) or ""
    yield held.source.path.as_posix()
