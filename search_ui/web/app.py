"""The web application: routes, and what every request and response has in common."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlencode

from flask import (
    Blueprint,
    Flask,
    Response,
    abort,
    current_app,
    jsonify,
    make_response,
    redirect,
    render_template,
    request,
)
from jinja2 import StrictUndefined
from werkzeug.routing import RequestRedirect
from werkzeug.wrappers import Response as BaseResponse
from werkzeug.wsgi import wrap_file

from indexer.engine import Order
from indexer.errors import QueryError
from indexer.settings import Settings

from ..search.library import Library
from ..search.query import Query, parse
from ..search.service import SearchService
from . import api, guard, judging, links, originals, pages, parameters, problems, reading

log = logging.getLogger("interloc.web")

NEWEST = 5
"""Documents that the home page names."""

FAILURES = 100
"""Failures, and warnings, that the status page lists; the JSON has them all."""

PDF_POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
"""For PDF files: browsers show them with a viewer that brings a style of its own."""

FILE_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"
"""For every other original: a document from anywhere may do nothing in this site's name."""

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Site:
    """What the routes work with."""

    settings: Settings
    library: Library


routes = Blueprint("site", __name__)


def create_app(settings: Settings, library: Library) -> Flask:
    """Return the application that shows this library."""
    app = Flask(__name__)
    app.extensions["interloc"] = Site(settings, library)
    app.config["MAX_CONTENT_LENGTH"] = guard.MAX_BODY
    app.config["SEND_FILE_MAX_AGE_DEFAULT"] = 86_400
    app.json.ensure_ascii = False  # type: ignore[attr-defined]  # the provider's type hides its options
    app.json.sort_keys = False  # type: ignore[attr-defined]  # as above
    app.jinja_env.undefined = StrictUndefined
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals["site_title"] = settings.title
    for name, file in (("style", "style.css"), ("icon", "icon.svg")):
        app.jinja_env.globals[name] = _versioned(Path(app.static_folder or ""), file)
    app.register_blueprint(routes)
    app.before_request(_check)
    app.after_request(_finish)
    app.register_error_handler(Exception, _refuse)
    return app


@routes.get("/")
def home() -> str:
    """Show the box, examples and what is in the library."""
    everything = Query(parse(""), order=Order.DATE, per_page=NEWEST)
    status, latest = _ask(lambda service: (service.status(), service.search(everything)))
    return render_template(
        "home.html",
        holdings=pages.holdings(status),
        examples=pages.examples(status),
        newest=pages.newest(latest),
    )


@routes.get("/search")
def search() -> str:
    """Show the answer to a question."""
    settings, given = _site().settings, parameters.given(request.query_string)
    judges = settings.judging and judging.asked_for(given)
    query = parameters.query(given)
    return render_template(
        "search.html",
        page=pages.search(_ask(lambda service: service.search(query))),
        judging=judging.shown(settings.judgements, query.question.text, given) if judges else None,
    )


@routes.post("/judge")
def judge() -> BaseResponse:
    """Write down what the site's owner says of a hit, and show the page again."""
    settings, form = _site().settings, request.form
    if not settings.judging:
        abort(404)
    if not judging.is_from_this_site(
        request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin"), request.host
    ):
        abort(403)
    question, given = judging.question_of(form.get("address", ""))
    verdict = judging.verdict_of(form.get("verdict", ""))
    generation, held = _ask(
        lambda service: (service.generation, service.document(form.get("document", ""))[0])
    )
    judging.write(settings.judgements, question, held, verdict, generation)
    return redirect(f"{links.PATH}?{urlencode({**given, judging.PARAMETER: '1'}, doseq=True)}", 303)


@routes.get("/document/<id>")
def document(id: str) -> str:
    """Show a document's text."""
    asked = parameters.reading(parameters.given(request.query_string))
    held, passages = _ask(lambda service: service.document(id))
    page = reading.document(held, passages, question=asked.question, passage=asked.passage)
    return render_template("document.html", page=page)


@routes.get("/file/<id>")
def file(id: str) -> Response:
    """Give out the original file: a PDF to look at, everything else to keep."""
    corpus, held = _ask(lambda service: (service.corpus, service.document(id)[0]))
    content = originals.opened(corpus, held.source)
    response = current_app.response_class(
        wrap_file(request.environ, content), content_type=held.media_type, direct_passthrough=True
    )
    response.call_on_close(content.close)
    response.content_length = held.source.size
    response.set_etag(held.source.sha256)
    is_pdf = held.media_type == "application/pdf"
    response.headers["Content-Disposition"] = originals.disposition(held.source, shown=is_pdf)
    response.headers["Content-Security-Policy"] = PDF_POLICY if is_pdf else FILE_POLICY
    return response


@routes.get("/status")
def status() -> str:
    """Show what is indexed and what could not be read."""
    held = _ask(lambda service: service.status())
    return render_template(
        "status.html",
        status=held,
        holdings=pages.holdings(held),
        failures=held.failures[:FAILURES],
        warnings=held.warnings[:FAILURES],
    )


@routes.get(api.PATH)
def search_api() -> Response:
    """Answer a question in JSON."""
    query = parameters.query(parameters.given(request.query_string))
    return jsonify(api.body(_ask(lambda service: service.search(query))))


@routes.get("/api/v1/document/<id>")
def document_api(id: str) -> Response:
    """Give a document's text in JSON."""
    return jsonify(api.document(*_ask(lambda service: service.document(id))))


@routes.get("/api/v1/status")
def status_api() -> Response:
    """Give what is indexed in JSON."""
    return jsonify(api.status(_ask(lambda service: service.status())))


@routes.get("/favicon.ico")
def icon() -> Response:
    """Give the site's sign to viewers that ask for it without reading a page."""
    return current_app.send_static_file("icon.svg")


@routes.get("/health")
def health() -> Response:
    """Say whether a question can be answered, by asking one."""
    answer = _ask(lambda service: service.search(Query(parse(""), per_page=1)))
    return jsonify({"status": "ok", "generation": answer.generation})


def _site() -> Site:
    site: Site = current_app.extensions["interloc"]
    return site


def _ask(question: Callable[[SearchService], Answer]) -> Answer:
    return _site().library.ask(question)


def _check() -> None:
    """Refuse what is not meant for this site or brings too much along."""
    host = request.environ.get("HTTP_HOST")
    if host is not None and not guard.host_is_ours(host, _site().settings):
        abort(400)
    if (request.content_length or 0) > guard.MAX_BODY:
        abort(413)
    if isinstance(request.routing_exception, RequestRedirect):
        abort(404)  # the redirect would be built from the Host header


def _finish(response: Response) -> Response:
    """Add the headers that the response lacks; answer a repeated question with "not modified"."""
    for name, value in guard.HEADERS.items():
        response.headers.setdefault(name, value)
    if response.status_code == 200 and request.method in ("GET", "HEAD"):
        if not response.direct_passthrough:
            response.add_etag()
        response.make_conditional(request)
    return response


def _refuse(error: Exception) -> Response:
    """Show a problem: in JSON to programs, as a page to people."""
    shown = problems.problem(error)
    if shown.log:
        log.error("%s %r: %s", request.method, request.path, shown.log)
    if request.path.startswith("/api/") or request.path == "/health":
        response = jsonify(problems.body(shown))
        response.content_type = problems.MEDIA_TYPE
    else:
        question = _question()
        again = f"/search?{urlencode({'q': question})}"
        page = render_template("problem.html", problem=shown, question=question, again=again)
        response = make_response(page)
    response.status_code = shown.status
    response.headers.update(shown.headers)
    return response


def _question() -> str:
    """Return the question of the address, where one can be made out, so that nobody types it again."""
    try:
        asked = parameters.given(request.query_string).get("q", [""])
    except QueryError:
        return ""
    return parse(asked[0]).text


def _versioned(folder: Path, name: str) -> str:
    """Return the address of a static file, with its version, so that it may be kept for long."""
    return f"/static/{name}?v={hashlib.sha256((folder / name).read_bytes()).hexdigest()[:8]}"
