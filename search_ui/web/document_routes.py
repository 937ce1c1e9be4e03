"""One document: its text as a page, and its original file."""

from __future__ import annotations

from flask import Blueprint, Response, current_app, render_template, request
from werkzeug.wsgi import wrap_file

from . import interface, originals, parameters, reading
from .site import ask

PDF_POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
"""For PDF files: browsers show them with a viewer that brings a style of its own."""

FILE_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"
"""For every other original: a document from anywhere may do nothing in this site's name."""

routes = Blueprint("documents", __name__)


@routes.get("/document/<id>")
def document(id: str) -> str:
    """Show a document's text."""
    asked = parameters.reading(interface.given())
    held, passages = ask(lambda service: service.document(id))
    page = reading.document(
        held, passages, interface.current(), question=asked.question, passage=asked.passage
    )
    return render_template("document.html", page=page)


@routes.get("/file/<id>")
def file(id: str) -> Response:
    """Give out the original file: a PDF to look at, everything else to keep."""
    corpus, held = ask(lambda service: (service.corpus, service.document(id)[0]))
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
