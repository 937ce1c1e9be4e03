"""The description with which a browser takes this site among its search engines. Pure.

Source: OpenSearch 1.1, draft 6.
"""

from __future__ import annotations

from lxml import etree

from ..links import PATH as SEARCH
from ..public import Publisher
from . import feed
from .texts import one_line

PATH = "/opensearch.xml"
SUGGEST = "/suggest"
MEDIA_TYPE = "application/opensearchdescription+xml"

_NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/"
_SHORT, _LONG = 16, 48
"""Characters of the two names that the description may have."""

RESULTS = {"text/html": SEARCH, feed.MEDIA_TYPE: feed.PATH, "text/csv": f"{SEARCH}.csv"}
"""Where to ask, by the form of the answer."""


def written(publisher: Publisher) -> str:
    """Return the description of the site."""
    root = etree.XML(f'<OpenSearchDescription xmlns="{_NAMESPACE}"/>')
    title = one_line(publisher.title)
    _add(root, "ShortName", title[:_SHORT].strip())
    _add(root, "Description", f"{title}: reports, newsletters and articles in many languages")
    _add(root, "LongName", title[:_LONG].strip())
    for media_type, path in RESULTS.items():
        template = f"{publisher.at(path)}?q={{searchTerms}}"
        _add(root, "Url", type=media_type, template=template, rel="results")
    suggest = f"{publisher.at(SUGGEST)}?q={{searchTerms}}"
    _add(root, "Url", type="application/x-suggestions+json", template=suggest, rel="suggestions")
    _add(root, "Image", publisher.at("/favicon.ico"), type="image/svg+xml", width="16", height="16")
    _add(root, "InputEncoding", "UTF-8")
    _add(root, "OutputEncoding", "UTF-8")
    text: str = etree.tostring(root, encoding="unicode", pretty_print=True)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}'


def _add(parent: etree._Element, name: str, text: str = "", **attributes: str) -> None:
    made = etree.SubElement(parent, f"{{{_NAMESPACE}}}{name}", attributes)
    if text:
        made.text = text
