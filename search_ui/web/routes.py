"""The pages that people search and browse with."""

from __future__ import annotations

from flask import Blueprint, Response, abort, current_app, render_template

from indexer.engine import Order

from ..search import answer as search_answer
from ..search.query import MAX_CHARACTERS, Query, parse
from ..search.service import SearchService
from . import advice, holdings, interface, pages, parameters, themes
from .exports import forms
from .site import ask, site
from .wording import Wording

NEWEST = 5
"""Documents that the home page names."""

routes = Blueprint("pages", __name__)


@routes.get("/")
def home() -> str:
    """Show the box, examples and what is in the library."""
    everything = Query(parse(""), order=Order.DATE, per_page=NEWEST)
    status, latest = ask(lambda service: (service.status(), service.search(everything)))
    words = interface.current()
    return render_template(
        "home.html",
        holdings=pages.holdings(status, words),
        examples=pages.examples(status, words),
        themes=tuple(themes.links(site().glossary, words)),
        newest=pages.newest(latest, words),
    )


@routes.get("/theme/<id>")
def theme(id: str) -> str:
    """Show a theme of the glossary with its terms."""
    glossary = site().glossary
    found = next((one for one in glossary.themes if one.id == id), None)
    if found is None:
        abort(404)
    vocabulary = ask(lambda service: service.vocabulary)
    page = themes.page(found, glossary, vocabulary, interface.current())
    return render_template("theme.html", theme=page)


@routes.get("/search")
def search() -> str:
    """Show the answer to a question, or what to ask instead."""
    given = interface.given()
    query, words = parameters.query(given), interface.current()
    is_cut = len(given.get("q", [""])[0]) > MAX_CHARACTERS
    response, ways = ask(lambda service: _answered(service, query, words))
    page = pages.search(response, words, ways_out=ways, shortened=MAX_CHARACTERS if is_cut else None)
    return render_template(
        "search.html", page=page, forms=tuple(forms.links(query, words)), feed=forms.feed_address(query)
    )


def _answered(
    service: SearchService, query: Query, words: Wording
) -> tuple[search_answer.Response, tuple[advice.Way, ...]]:
    response = service.search(query)
    return response, () if response.total else advice.ways_out(query, service.count, words)


@routes.get("/status")
def status() -> str:
    """Show what is indexed and what could not be read."""
    held, words = ask(lambda service: service.status()), interface.current()
    return render_template(
        "status.html",
        page=holdings.status_page(held, words, interface.INTERFACES),
        holdings=pages.holdings(held, words),
    )


@routes.get("/accessibility")
def accessibility() -> str:
    """Tell how accessible the pages are, and whom to tell where they are not."""
    return render_template("accessibility.html")


@routes.get("/favicon.ico")
def icon() -> Response:
    """Give the site's sign to viewers that ask for it without reading a page."""
    return current_app.send_static_file("icon.svg")
