"""The web application: what every request and response has in common."""

from __future__ import annotations

import hashlib
import logging
from pathlib import Path
from urllib.parse import urlencode

from flask import Flask, Response, abort, jsonify, make_response, render_template, request
from jinja2 import StrictUndefined
from werkzeug.routing import RequestRedirect

from indexer.errors import QueryError
from indexer.settings import Settings

from ..search.library import Library
from ..search.query import parse
from . import (
    api_cors,
    api_routes,
    document_routes,
    guard,
    interface,
    knowledge_routes,
    links,
    names,
    parameters,
    problems,
    routes,
)
from .exports import forms, opensearch
from .exports import routes as export_routes
from .public import publisher
from .site import Site, site

log = logging.getLogger("interloc.web")

STATIC = {
    "style": "style.css",
    "document_style": "document.css",
    "knowledge_style": "knowledge.css",
    "script": "search.js",
    "viewer_script": "viewer.js",
    "pdf_library": "pdfjs/pdf.min.mjs",
    "pdf_worker": "pdfjs/pdf.worker.min.mjs",
    "icon": "icon.svg",
}
"""Files that pages name, each with its version."""


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
    app.jinja_env.globals |= {"site_title": settings.title, "contact": settings.contact}
    app.jinja_env.globals |= {"plain_facets": names.PLAIN_FACETS}
    app.jinja_env.globals |= {"opensearch": opensearch.PATH, "publisher": publisher(settings)}
    for name, file in STATIC.items():
        app.jinja_env.globals[name] = _versioned(Path(app.static_folder or ""), file)
    interface.install(app)
    app.context_processor(_around_every_page)
    for part in (routes, document_routes, knowledge_routes, export_routes, api_routes):
        app.register_blueprint(part.routes)
    app.before_request(_check)
    app.after_request(_finish)
    app.register_error_handler(Exception, _refuse)
    return app


def _around_every_page() -> dict[str, object]:
    """Return what the frame of every page shows."""
    return {"words": interface.current(), "interfaces": tuple(interface.switches())}


def _check() -> None:
    """Refuse what is not meant for this site or brings too much along."""
    host = request.environ.get("HTTP_HOST")
    if host is not None and not guard.host_is_ours(host, site().settings):
        abort(400)
    if (request.content_length or 0) > guard.MAX_BODY:
        abort(413)
    if isinstance(request.routing_exception, RequestRedirect):
        abort(404)  # the redirect would be built from the Host header


def _finish(response: Response) -> Response:
    """Add the headers that the response lacks; answer a repeated question with "not modified"."""
    if response.mimetype == "text/html" and not response.direct_passthrough:
        interface.label(response)
        response.headers.setdefault("Content-Security-Policy", guard.PAGE_POLICY)
    if request.path.startswith("/api/"):
        api_cors.label(response, request.headers.get("Origin"), site().settings.cors_origins)
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
    if _is_for_programs():
        response = jsonify(problems.body(shown))
        response.content_type = problems.MEDIA_TYPE
    else:
        response = make_response(_problem_page(shown))
    response.status_code = shown.status
    response.headers.update(shown.headers)
    return response


def _is_for_programs() -> bool:
    """Say whether a problem is told in JSON. A browser that was sent for a file still gets a page."""
    if request.path.startswith("/api/") or request.path == "/health":
        return True
    return forms.is_for_programs(request.path) and "text/html" not in request.accept_mimetypes.values()


def _problem_page(shown: problems.Problem) -> str:
    question = _question()
    again = f"{links.PATH}?{urlencode({'q': question})}"
    title, detail = problems.said(shown, interface.current())
    return render_template(
        "problem.html", problem=shown, title=title, detail=detail, question=question, again=again
    )


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
