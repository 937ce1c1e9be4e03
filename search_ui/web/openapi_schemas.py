"""From the types of ``api_shapes`` to JSON Schema, as OpenAPI 3.1 uses it. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import NoneType, UnionType
from typing import (
    Annotated,
    Literal,
    NotRequired,
    Union,
    get_args,
    get_origin,
    get_type_hints,
    is_typeddict,
)

Schema = Mapping[str, object]

PLAIN: Mapping[type, str] = {
    str: "string",
    int: "integer",
    float: "number",
    bool: "boolean",
    NoneType: "null",
}
"""What JSON Schema calls the plain types."""

PLACE = "#/components/schemas/"
"""Where an OpenAPI document keeps the schemas that others refer to."""


def name(shape: object) -> str:
    """Return what the document calls the shape."""
    return str(getattr(shape, "__name__", shape)).removesuffix("Shape")


def reference(shape: object) -> Schema:
    """Return what stands for the shape elsewhere in the document."""
    return {"$ref": PLACE + name(shape)}


def schemas(*shapes: type) -> dict[str, Schema]:
    """Return the schema of each shape and of all within it, by name."""
    found: dict[str, Schema] = {}
    waiting = list(shapes)
    while waiting:
        shape = waiting.pop()
        if name(shape) not in found:
            found[name(shape)] = schema(shape)
            waiting += _within(*get_type_hints(shape, include_extras=True).values())
    return dict(sorted(found.items()))


def schema(shape: type) -> Schema:
    """Return the schema of one shape. It stays open: the contract may grow by members."""
    total = getattr(shape, "__total__", True)
    required = [
        name for name, hint in members(shape).items() if total and get_origin(hint) is not NotRequired
    ]
    about = " ".join((shape.__doc__ or "").split())
    return {
        "type": "object",
        "description": about,
        "properties": {member: _schema_of(hint) for member, hint in members(shape).items()},
        **({"required": required} if required else {}),
    }


def members(shape: type) -> Mapping[str, object]:
    """Return the types of the shape's members by name, with what is annotated."""
    return get_type_hints(shape, include_extras=True)


def _schema_of(hint: object) -> Schema:
    origin, inner = get_origin(hint), get_args(hint)
    if origin is NotRequired:
        return _schema_of(inner[0])
    if origin is Annotated:
        return {**_schema_of(inner[0]), "description": inner[1]}
    if origin in (Union, UnionType):
        return _either([_schema_of(one) for one in inner])
    if origin is Literal:
        return {"type": "string", "enum": list(inner)}
    if origin is list:
        return {"type": "array", "items": _schema_of(inner[0])}
    if origin is dict:
        return {"type": "object", "additionalProperties": _schema_of(inner[1])}
    if isinstance(hint, type) and is_typeddict(hint):
        return reference(hint)
    if isinstance(hint, type) and hint in PLAIN:
        return {"type": PLAIN[hint]}
    raise TypeError(f"{hint!r} has no schema")


def _either(options: list[Schema]) -> Schema:
    """Return the schema of a value of any of these; of plain types as a list of types."""
    if all(set(option) == {"type"} for option in options):
        return {"type": [option["type"] for option in options]}
    return {"anyOf": options}


def _within(*hints: object) -> Iterator[type]:
    """Yield the shapes that the types name, at any depth."""
    for hint in hints:
        if isinstance(hint, type) and is_typeddict(hint):
            yield hint
        yield from _within(*(one for one in get_args(hint) if not isinstance(one, str)))
