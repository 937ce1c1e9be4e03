"""What the tests of the web pages share: the application, and how to read a page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from flask.testing import FlaskClient
from lxml import html
from werkzeug.test import TestResponse

from indexer.settings import Settings
from search_ui.search.library import Library
from search_ui.web.app import create_app

QUESTIONS = (
    "kommunalt samarbejde",
    "wspolpraca miedzynarodowa",
    "study visit",
    '"final meeting"',
    "netværk",
    "samarbejde OR współpraca -swot",
    "handlings* lang:da",
    "year:2014",
    "projekt partner",
    "hvordan finder vi en udenlandsk partner til et projekt om klima og energi",
    "samarbejdde",
    "xqzyv",
    "",
)
"""Questions of every kind: in three languages, without accents, phrases, operators, filters, many
words, a wrong spelling, nothing found, nothing asked."""


@dataclass(frozen=True)
class Browser:
    """A visitor who follows no redirect and runs no script."""

    client: FlaskClient

    def get(self, address: str, **rest: Any) -> TestResponse:
        return self.client.get(address, **rest)

    def search(self, question: str, **rest: str) -> TestResponse:
        return self.client.get("/search", query_string={"q": question, **rest})

    def page(self, address: str) -> Any:
        return html.document_fromstring(self.get(address).get_data(as_text=True))


def browser(settings: Settings, library: Library) -> Browser:
    return Browser(create_app(settings, library).test_client())


def hit_ids(page: Any) -> list[str]:
    """Return the ids of the documents that a search page lists, in order."""
    addresses = page.xpath('//ol[@class="hits"]/li//h3/a/@href')
    return [str(address).removeprefix("/document/").partition("?")[0] for address in addresses]
