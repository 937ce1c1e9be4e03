"""The pages that people search and browse with."""

from __future__ import annotations

from flask import Blueprint, Response, current_app, render_template

from indexer.engine import Order

from ..search.query import Query, parse
from . import interface, pages, parameters
from .site import ask

NEWEST = 5
"""Documents that the home page names."""

FAILURES = 100
"""Failures, and warnings, that the status page lists; the JSON has them all."""

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
        examples=pages.examples(status),
        newest=pages.newest(latest, words),
    )


@routes.get("/search")
def search() -> str:
    """Show the answer to a question."""
    query = parameters.query(interface.given())
    response = ask(lambda service: service.search(query))
    return render_template("search.html", page=pages.search(response, interface.current()))


@routes.get("/status")
def status() -> str:
    """Show what is indexed and what could not be read."""
    held = ask(lambda service: service.status())
    return render_template(
        "status.html",
        status=held,
        holdings=pages.holdings(held, interface.current()),
        failures=held.failures[:FAILURES],
        warnings=held.warnings[:FAILURES],
    )


@routes.get("/favicon.ico")
def icon() -> Response:
    """Give the site's sign to viewers that ask for it without reading a page."""
    return current_app.send_static_file("icon.svg")
