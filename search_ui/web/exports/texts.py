"""Words of documents made safe to stand in a line of another form. Pure."""

from __future__ import annotations

import re
from urllib.parse import quote

from indexer.sidecar import web_address

_UNPRINTABLE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff]")
"""What no XML 1.0 document may hold, and the other control characters.

Source: https://www.w3.org/TR/xml/#charsets."""

_SAFE = "!#$&'()*+,/:;=?@[]~%"
"""Signs that stay in an address beside letters, digits and ``-._``; braces, backslashes and spaces do not."""


def one_line(text: str) -> str:
    """Return the text on one line, without control characters."""
    return " ".join(_UNPRINTABLE.sub("\ufffd", text).split())


def harmless_address(stated: str | None) -> str | None:
    """Return an address of the web that a document states, harmless in any form; ``None`` for any other."""
    address = web_address(stated) if stated else None
    return quote(one_line(address).replace(" ", "%20"), safe=_SAFE) if address else None
