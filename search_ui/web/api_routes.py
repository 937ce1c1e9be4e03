"""The addresses that programs ask; every answer is JSON. They are made from ``OPERATIONS``."""

from __future__ import annotations

from flask import Blueprint, Response, jsonify, render_template, request

from ..search.query import Query, parse
from . import api_reference, openapi, parameters
from .api_operations import OPERATIONS, Operation
from .editions import unless_known
from .site import ask, site

routes = Blueprint("api", __name__)


def _add(operation: Operation) -> None:
    """Let the operation answer at its address."""

    def view(**in_path: str) -> Response:
        site().count(operation.cost)
        given = parameters.given(request.query_string)
        parameters.check_names(given, operation.parameters)
        for name, value in in_path.items():
            given[name] = [value]
        return unless_known(lambda service: jsonify(operation.answer(service, given)))

    routes.add_url_rule(operation.rule, operation.name, view, methods=["GET"])


for _one in OPERATIONS:
    _add(_one)


@routes.get(openapi.PATH)
def description() -> Response:
    """Describe the API to programs."""
    return jsonify(openapi.document(site().settings.title))


@routes.get("/api")
def reference() -> str:
    """Describe the API to people."""
    return render_template(
        "api.html",
        about=api_reference.ABOUT,
        operations=tuple(api_reference.operations()),
        objects=tuple(api_reference.objects()),
        refusals=api_reference.refused(),
        description=openapi.PATH,
    )


@routes.get("/health")
def health() -> Response:
    """Say whether a question can be answered, by asking one."""
    answer = ask(lambda service: service.search(Query(parse(""), per_page=1)))
    return jsonify({"status": "ok", "generation": answer.generation})
