"""The addresses that programs ask; every answer is JSON."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, request

from ..search.query import Query, parse
from . import api, parameters
from .addresses import MAX_CARRIED
from .site import ask

routes = Blueprint("api", __name__)


@routes.get(api.PATH)
def search() -> Response:
    """Answer a question."""
    query = parameters.query(parameters.given(request.query_string))
    return jsonify(api.body(ask(lambda service: service.search(query))))


@routes.get("/api/v1/document/<id>")
def document(id: str) -> Response:
    """Give a document's text."""
    return jsonify(api.document(*ask(lambda service: service.document(id))))


@routes.get("/api/v1/status")
def status() -> Response:
    """Give what is indexed."""
    return jsonify(api.status(ask(lambda service: service.status())))


@routes.get("/api/v1/suggest")
def suggest() -> Response:
    """Complete a question that is being typed."""
    given = parameters.given(request.query_string)
    typed = given.get("q", [""])[0][:MAX_CARRIED]
    return jsonify({"q": typed, "suggestions": ask(lambda service: service.complete(typed))})


@routes.get("/health")
def health() -> Response:
    """Say whether a question can be answered, by asking one."""
    answer = ask(lambda service: service.search(Query(parse(""), per_page=1)))
    return jsonify({"status": "ok", "generation": answer.generation})
