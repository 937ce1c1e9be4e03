"""The pages that people search and browse with."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

from flask import Blueprint, Response, abort, current_app, redirect, render_template, request
from werkzeug.wrappers import Response as BaseResponse

from indexer.engine import Order

from ..search import answer as search_answer
from ..search import known
from ..search.query import MAX_CHARACTERS, Query, parse
from ..search.service import SearchService
from . import advice, holdings, interface, judging, knowledge_addresses, links, pages, parameters, themes
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
    status, latest, numbers = ask(
        lambda service: (service.status, service.search(everything), service.numbers)
    )
    words = interface.current()
    return render_template(
        "home.html",
        holdings=pages.holdings(status, words),
        examples=pages.examples(status, words),
        entries=tuple(knowledge_addresses.entries(numbers, words)),
        themes=tuple(themes.links(site().glossary, words)),
        newest=pages.newest(latest, words),
    )


@routes.get("/theme/<id>")
def theme(id: str) -> str:
    """Show a theme of the glossary with its terms."""
    glossary = site().glossary
    found = next((one for one in themes.shown(glossary) if one.id == id), None)
    if found is None:
        abort(404)
    words = interface.current()
    page = ask(lambda service: themes.page(found, glossary, service.vocabulary, _finds(service), words))
    return render_template("theme.html", theme=page)


def _finds(service: SearchService) -> Callable[[str], bool]:
    return lambda question: service.count(Query(parse(question))) > 0


@routes.get(links.PATH)
def search() -> str:
    """Show the answer to a question, or what to ask instead."""
    settings, given = site().settings, interface.given()
    judges = settings.judging and judging.asked_for(given)
    query, words = parameters.query(given), interface.current()
    is_cut = len(given.get("q", [""])[0]) > MAX_CHARACTERS
    response, ways = ask(lambda service: _answered(service, query, words))
    page = pages.search(response, words, ways_out=ways, shortened=MAX_CHARACTERS if is_cut else None)
    return render_template(
        "search.html",
        page=page,
        forms=tuple(forms.links(query, words)),
        feed=forms.feed_address(query),
        judging=judging.shown(settings.judgements, query.question.text, given) if judges else None,
    )


@routes.post("/judge")
def judge() -> BaseResponse:
    """Write down what the site's owner says of a hit, and show the page again."""
    settings, form = site().settings, request.form
    if not settings.judging:
        abort(404)
    if not judging.is_from_this_site(
        request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin"), request.host
    ):
        abort(403)
    question, given = judging.question_of(form.get("address", ""))
    verdict = judging.verdict_of(form.get("verdict", ""))
    generation, held = ask(
        lambda service: (service.generation, service.document(form.get("document", ""))[0])
    )
    judging.write(settings.judgements, question, held, verdict, generation)
    return redirect(f"{links.PATH}?{urlencode({**given, judging.PARAMETER: '1'}, doseq=True)}", 303)


def _answered(
    service: SearchService, query: Query, words: Wording
) -> tuple[search_answer.Response, tuple[advice.Way, ...]]:
    response = service.search(query)
    return response, () if response.total else advice.ways_out(query, service.count, words)


@routes.get("/status")
def status() -> str:
    """Show what is indexed and what could not be read."""
    held, lacking = ask(lambda service: (service.status, known.lacking(service.catalogue)))
    words = interface.current()
    return render_template(
        "status.html",
        page=holdings.status_page(held, lacking, words, interface.INTERFACES),
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
