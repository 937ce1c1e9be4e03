"""The addresses of what can be taken along."""

from __future__ import annotations

from collections.abc import Callable

from flask import Blueprint, Response, current_app, jsonify

from indexer.model import Document

from ...search.service import SearchService
from .. import interface, parameters
from ..addresses import MAX_CARRIED
from ..api_operations import SUGGESTION_COST
from ..api_parameters import NONE, SUGGEST
from ..editions import unless_known
from ..links import PATH
from ..public import Publisher, publisher
from ..site import ask, site
from . import bibtex, opensearch, ris
from .forms import FORMS, Form

routes = Blueprint("exports", __name__)


def _add(ending: str, form: Form) -> None:
    """Let the form answer at its address."""

    def view() -> Response:
        site().count()
        query = parameters.query(interface.given())

        def made(service: SearchService) -> Response:
            text = form.written(service.search(query), publisher(site().settings))
            return _response(text, form.media_type, f"documents.{ending}" if form.kept else None)

        return unless_known(made)

    routes.add_url_rule(f"{PATH}.{ending}", ending, view, methods=["GET"])


for _ending, _form in FORMS.items():
    _add(_ending, _form)


def _add_citation(ending: str, entry: Callable[[Document, Publisher], str]) -> None:
    """Let a document's citation be had at its address with another ending."""

    def view(id: str) -> Response:
        site().count()
        parameters.check_names(interface.given(), NONE)

        def made(service: SearchService) -> Response:
            text = entry(service.document(id)[0], publisher(site().settings))
            return _response(text, FORMS[ending].media_type, f"{id}.{ending}")

        return unless_known(made)

    routes.add_url_rule(f"/document/<id>.{ending}", f"document-{ending}", view, methods=["GET"])


_add_citation("bib", bibtex.entry)
_add_citation("ris", ris.entry)


@routes.get(opensearch.PATH)
def description() -> Response:
    """Describe this site to browsers that add it to their search engines."""
    return _response(opensearch.written(publisher(site().settings)), opensearch.MEDIA_TYPE)


@routes.get(opensearch.SUGGEST)
def suggest() -> Response:
    """Complete a question for a browser's own search box, in the form that browsers read."""
    site().count(SUGGESTION_COST)
    given = interface.given()
    parameters.check_names(given, SUGGEST)
    typed = given.get("q", [""])[0][:MAX_CARRIED]
    response = jsonify([typed, ask(lambda service: service.complete(typed))])
    response.content_type = "application/x-suggestions+json"
    return response


def _response(text: str, media_type: str, file: str | None = None) -> Response:
    response: Response = current_app.response_class(text, content_type=f"{media_type}; charset=utf-8")
    if file:
        response.headers["Content-Disposition"] = f'attachment; filename="{file}"'
    return response
