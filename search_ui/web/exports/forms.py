"""The forms in which an answer can be taken along, and the links to them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from indexer.engine import Order

from ...search.answer import Response
from ...search.query import MAX_PER_PAGE, Query
from .. import api
from ..addresses import search_address
from ..links import PATH, Link
from ..marks import NP_
from ..public import Publisher
from ..wording import Wording
from . import bibtex, feed, opensearch, ris, table

Written = Callable[[Response, Publisher], str]


@dataclass(frozen=True, slots=True)
class Form:
    """One way to write an answer down."""

    name: str
    """In English; ``links`` tells it in any language."""
    media_type: str
    written: Written
    kept: bool = True
    """Whether a browser saves it instead of showing it."""


def _as_json(response: Response, _publisher: Publisher) -> str:
    return json.dumps(api.body(response), ensure_ascii=False)


FORMS: Mapping[str, Form] = MappingProxyType(
    {
        "csv": Form(NP_("form of the results", "Table (CSV)"), "text/csv", table.written),
        "bib": Form(
            NP_("form of the results", "References (BibTeX)"), "application/x-bibtex", bibtex.written
        ),
        "ris": Form(
            NP_("form of the results", "References (RIS)"), "application/x-research-info-systems", ris.written
        ),
        "atom": Form(
            NP_("form of the results", "News feed (Atom)"), feed.MEDIA_TYPE, feed.written, kept=False
        ),
        "json": Form(NP_("form of the results", "Data (JSON)"), "application/json", _as_json, kept=False),
    }
)
"""By the ending of the address."""


def is_for_programs(path: str) -> bool:
    """Say whether the address is one that programs ask more often than people."""
    return path in (opensearch.SUGGEST, opensearch.PATH) or path.rpartition(".")[2] in FORMS


def links(query: Query, words: Wording) -> Iterator[Link]:
    """Yield a link to each form of the whole answer, as far as one page can hold it."""
    whole = replace(query, page=1, per_page=MAX_PER_PAGE)
    for ending, form in FORMS.items():
        address = feed_address(query) if ending == "atom" else search_address(f"{PATH}.{ending}", whole, 1)
        yield Link(words.pgettext("form of the results", form.name), address)


def feed_address(query: Query) -> str:
    """Return where to follow the question: in the order of dates, since that shows what is new."""
    return search_address(feed.PATH, replace(query, page=1, order=Order.DATE), 1)
