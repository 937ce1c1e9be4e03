"""One document: its text as a page, and its original file."""

from __future__ import annotations

from typing import BinaryIO

from flask import Blueprint, Response, current_app, render_template, request
from werkzeug.wsgi import wrap_file

from indexer.errors import NotInLibrary

from ..search import known, looking
from ..search.known import StatedHere
from ..search.looking import Alike, Looked
from ..search.service import SearchService
from . import document_facts, interface, originals, parameters, public, reading, viewer
from .site import ask, site

PDF_POLICY = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
"""For PDF files: browsers show them with a viewer that brings a style of its own."""

FILE_POLICY = "default-src 'none'; frame-ancestors 'none'; sandbox"
"""For every other original: a document from anywhere may do nothing in this site's name."""

WORKER_POLICY = "default-src 'none'; script-src 'self'; frame-ancestors 'none'"
"""For the script that reads PDF files beside the page: it loads the decoder of JPEG 2000 pictures."""

routes = Blueprint("documents", __name__)


@routes.get("/document/<id>")
def document(id: str) -> str:
    """Show a document's text."""
    asked = parameters.reading(interface.given())

    def look(service: SearchService) -> tuple[Looked, tuple[Alike, ...], StatedHere]:
        looked = looking.look(service, id, asked.asked)
        here = known.stated_here(service.catalogue, id)
        return looked, looking.alike(service, looked.document), here

    looked, alike, here = ask(look)
    words, publisher = interface.current(), public.publisher(site().settings)
    page = reading.document(looked, words, asked=asked, alike=alike, publisher=publisher)
    stated = document_facts.document_facts(looked.document, here, words)
    return render_template("document.html", page=page, stated=stated)


@routes.get("/document/<id>/pdf")
def pdf(id: str) -> str:
    """Show a page of a PDF as it was printed."""
    held = ask(lambda service: service.document(id)[0])
    if not held.is_pdf:
        raise NotInLibrary(id)
    asked = parameters.viewing(interface.given(), held.pages)
    looked = ask(lambda service: looking.look(service, id, asked.asked))
    words, publisher = interface.current(), public.publisher(site().settings)
    return render_template("document_pdf.html", page=viewer.page(looked, asked, words, publisher=publisher))


@routes.get("/static/pdfjs/pdf.worker.min.mjs")
def pdf_worker() -> Response:
    """Give out the script that reads PDF files, which may load another one of this site."""
    response = current_app.send_static_file("pdfjs/pdf.worker.min.mjs")
    response.headers["Content-Security-Policy"] = WORKER_POLICY
    return response


@routes.get("/file/<id>")
def file(id: str) -> Response:
    """Give out the original file: a PDF to look at, everything else to keep."""
    corpus, found = ask(lambda service: (service.corpus, looking.original(service, id)))
    held = found.document
    if found.around:
        content: BinaryIO = originals.unpacked(corpus, held.source, found.around)
    else:
        content = originals.opened(corpus, held.source)
    response = current_app.response_class(
        wrap_file(request.environ, content), content_type=held.media_type, direct_passthrough=True
    )
    response.call_on_close(content.close)
    response.content_length = held.source.size
    response.set_etag(held.source.sha256)
    is_pdf = held.is_pdf
    response.headers["Content-Disposition"] = originals.disposition(held.source, shown=is_pdf)
    response.headers["Content-Security-Policy"] = PDF_POLICY if is_pdf else FILE_POLICY
    return response
