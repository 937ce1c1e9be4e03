"""The OpenAPI 3.1 document of the API, made from the operations that answer. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

from . import problems
from .api_examples import ANSWERS, PROBLEM
from .api_operations import OPERATIONS, Operation
from .api_parameters import Parameter
from .api_shapes import Problem
from .editions import VERSION
from .openapi_schemas import Schema, reference, schemas

PATH = "/api/v1/openapi.json"

ABOUT = (
    "Search a library of documents in many languages: a question in one of them finds documents in all."
    " Every operation is read with GET and needs no key. An answer may gain members, and loses none."
    " Errors are problem details (RFC 9457). Ask again with `If-None-Match` and the `ETag` of an answer"
    " to learn whether it still holds; it holds until the library is indexed again."
)
"""What the description says first."""

_HEADERS = {
    "ETag": {
        "description": "Names this answer of this edition of the library; for `If-None-Match`.",
        "schema": {"type": "string"},
    }
}

REASONS: Mapping[int, str] = {
    400: "A parameter is unknown or has no usable value; `parameter` names it.",
    404: "No document has this id, or no document names what is asked for.",
    405: "The address only answers GET, HEAD and OPTIONS.",
    413: "The request brings a body along that is too large.",
    429: "Too many requests from one client; `Retry-After` says when to ask again.",
    500: "Our fault; `reference` finds it in the log.",
    503: "There is no usable index, or the search engine does not answer.",
}
"""What a refusal of each HTTP status means."""


def document(title: str) -> Mapping[str, object]:
    """Return the document of the API of a site of this title."""
    shapes = (operation.shape for operation in OPERATIONS)
    return {
        "openapi": "3.1.0",
        "info": {
            "title": f"{title} API",
            "version": VERSION,
            "description": ABOUT,
            "license": {"name": "MIT", "identifier": "MIT"},
        },
        "servers": [{"url": "/", "description": "This site"}],
        "paths": {operation.path: {"get": _operation(operation)} for operation in OPERATIONS},
        "components": {
            "schemas": schemas(*shapes, Problem),
            "responses": {str(status): _refusal(status) for status in REASONS},
        },
    }


def _operation(operation: Operation) -> Mapping[str, object]:
    refusals = {str(status): {"$ref": f"#/components/responses/{status}"} for status in operation.refusals}
    content = {"schema": reference(operation.shape), "example": ANSWERS[operation.name]}
    return {
        "operationId": operation.name,
        "summary": operation.summary,
        "description": operation.about,
        "parameters": [_parameter(one) for one in (*operation.in_path, *operation.parameters.values())],
        "responses": {
            "200": {
                "description": "The answer.",
                "headers": _HEADERS,
                "content": {"application/json": content},
            },
            "304": {"description": "The answer that `If-None-Match` names still holds.", "headers": _HEADERS},
            **refusals,
        },
    }


def _parameter(parameter: Parameter) -> Mapping[str, object]:
    value = value_schema(parameter)
    return {
        "name": parameter.name,
        "in": "path" if parameter.in_path else "query",
        "description": parameter.about,
        "required": parameter.in_path,
        "schema": {"type": "array", "items": value} if parameter.repeated else value,
        "example": [parameter.example] if parameter.repeated else parameter.example,
    }


def value_schema(parameter: Parameter) -> Schema:
    """Return the schema of one value of the parameter. An empty one is as if it were not given."""
    default = {} if parameter.default is None else {"default": parameter.default}
    match parameter.form:
        case "choice":
            empty = () if default else ("",)
            return {"type": "string", "enum": [*parameter.choices, *empty], **default}
        case "number":
            return {"type": "integer", "minimum": 1, "maximum": parameter.highest, **default}
        case "year":
            return {"type": "string", "pattern": "^([0-9]{4})?$"}
    return {"type": "string", **({"pattern": parameter.pattern} if parameter.pattern else {}), **default}


def _refusal(status: int) -> Mapping[str, object]:
    example = {} if status != HTTPStatus.BAD_REQUEST else {"example": PROBLEM}
    after = {"Retry-After": {"description": "Seconds to wait.", "schema": {"type": "integer"}}}
    return {
        "description": REASONS[status],
        **({"headers": after} if status == HTTPStatus.TOO_MANY_REQUESTS else {}),
        "content": {problems.MEDIA_TYPE: {"schema": reference(Problem), **example}},
    }
