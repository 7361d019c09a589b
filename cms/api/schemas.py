"""Pieces of JSON Schema (2020-12, as OpenAPI 3.1 uses it) that make up the API's document."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
HTML: Schema = {"type": "string", "contentMediaType": "text/html"}
INTEGER: Schema = {"type": "integer"}
BOOLEAN: Schema = {"type": "boolean"}
DATE: Schema = {"type": "string", "format": "date"}
TIME: Schema = {"type": "string", "format": "date-time"}
URL: Schema = {"type": "string", "format": "uri"}
PATH: Schema = {"type": "string", "pattern": "^/"}


def struct(properties: Schema, description: str = "") -> Schema:
    """An object that always has all of `properties`, and nothing else."""
    described = {"description": description} if description else {}
    return {
        "type": "object",
        **described,
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def array(items: Schema) -> Schema:
    return {"type": "array", "items": items}


def nullable(schema: Schema) -> Schema:
    return {"anyOf": [schema, {"type": "null"}]}


def choice(values: Iterable[Any]) -> Schema:
    return {"enum": list(values)}


def reference(name: str) -> Schema:
    """A schema of the document's own components."""
    return {"$ref": f"#/components/schemas/{name}"}
