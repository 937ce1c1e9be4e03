"""From the operations and shapes of the API to what its page for people shows. Pure."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from . import openapi
from .api_examples import ANSWERS
from .api_operations import OPERATIONS, Operation
from .api_parameters import Parameter
from .openapi_schemas import PLACE, Schema, name, schemas

ABOUT = (
    openapi.ABOUT,
    "Addresses in an answer begin at the root of this site: join them to its address."
    " From a script in the pages of another site, a browser lets the API be read only where the setting"
    " `cors_origins` of this site names the other; a program on a server needs no leave."
    " `/search.csv`, `.atom`, `.bib`, `.ris` and `.json` take the same parameters.",
)
"""What holds for every operation, in paragraphs."""


@dataclass(frozen=True, slots=True)
class Row:
    """A parameter, or a member of an answer."""

    name: str
    type: str
    target: str | None
    """The anchor of the object that it is, or that it holds."""
    about: str


@dataclass(frozen=True, slots=True)
class ShownOperation:
    """One thing that a program can ask."""

    name: str
    summary: str
    about: str
    path: str
    parameters: tuple[Row, ...]
    address: str
    """An address to try."""
    tried: bool
    """Whether it leads to an answer in every library: the id of a document does not."""
    answer: str
    """The name of the object that it answers with."""
    example: str
    """An answer, as JSON on many lines."""


@dataclass(frozen=True, slots=True)
class ShownObject:
    """An object of an answer with its members."""

    name: str
    about: str
    members: tuple[Row, ...]


def operations() -> Iterator[ShownOperation]:
    """Yield every operation."""
    for operation in OPERATIONS:
        yield ShownOperation(
            name=operation.name,
            summary=operation.summary,
            about=operation.about,
            path=operation.path,
            parameters=tuple(map(_parameter, (*operation.in_path, *operation.parameters.values()))),
            address=_address(operation),
            tried=not operation.in_path,
            answer=name(operation.shape),
            example=json.dumps(ANSWERS[operation.name], ensure_ascii=False, indent=1),
        )


def objects() -> Iterator[ShownObject]:
    """Yield every object of the answers, by name."""
    for called, schema in schemas(*(operation.shape for operation in OPERATIONS)).items():
        members = _mapping(schema["properties"])
        rows = tuple(_member(member, _mapping(held)) for member, held in members.items())
        yield ShownObject(called, str(schema["description"]), rows)


def _parameter(parameter: Parameter) -> Row:
    held = openapi.value_schema(parameter)
    type_ = str(held["type"]) + (", may be repeated" if parameter.repeated else "")
    return Row(parameter.name, type_, None, " ".join([parameter.about, *_limits(parameter)]))


def _limits(parameter: Parameter) -> Iterator[str]:
    if parameter.choices:
        yield f"One of: {', '.join(parameter.choices)}."
    if parameter.highest:
        yield f"From 1 to {parameter.highest}."
    if parameter.default:
        yield f"Without it: {parameter.default}."


def _address(operation: Operation) -> str:
    """Return an address of the operation with its first parameter."""
    path = operation.path
    for parameter in operation.in_path:
        path = path.replace(f"{{{parameter.name}}}", str(parameter.example))
    asked = [(one.name, one.example) for one in list(operation.parameters.values())[:1]]
    return f"{path}?{urlencode(asked)}" if asked else path


def _member(called: str, held: Schema) -> Row:
    type_, target = _type(held)
    return Row(called, type_, target, str(held.get("description", "")))


def _type(held: Schema) -> tuple[str, str | None]:
    """Return what a schema is called, and the object within it."""
    match held:
        case {"$ref": str(place)}:
            return place.removeprefix(PLACE), place.removeprefix(PLACE)
        case {"type": "array", "items": dict(inner)}:
            type_, target = _type(inner)
            return f"list of {type_}", target
        case {"additionalProperties": dict(inner)}:
            type_, target = _type(inner)
            return f"{type_} by name", target
        case {"type": list(types)}:
            return " or ".join(types), None
    return str(held["type"]), None


def _mapping(held: object) -> Mapping[str, object]:
    if not isinstance(held, Mapping):
        raise TypeError(f"{held!r} is no object")
    return held


def refused() -> Sequence[tuple[int, str]]:
    """Return the statuses of refusals with their reasons."""
    return tuple(openapi.REASONS.items())
