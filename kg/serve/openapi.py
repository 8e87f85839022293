"""The description of the JSON API, made from the catalogue of named queries (OpenAPI 3.1)."""

from __future__ import annotations

from importlib.metadata import version
from typing import Any

from queries import Column, Parameter, Query, families

_TYPES: dict[str, Any] = {
    "text": {"type": ["string", "null"]},
    "integer": {"type": ["integer", "null"]},
    "number": {"type": ["number", "null"]},
    "boolean": {"type": ["boolean", "null"]},
    "date": {"type": ["string", "null"], "format": "date"},
    "list": {"type": ["array", "null"], "items": {"type": "string"}},
}
_ERROR = {"$ref": "#/components/responses/Error"}
_ERRORS = {"400": _ERROR, "401": _ERROR, "403": _ERROR, "404": _ERROR, "413": _ERROR, "504": _ERROR}
_ROLLUP: dict[str, Any] = {
    "type": "object",
    "properties": {
        "contacts": {"type": "integer", "description": "How many the graph has"},
        "undated": {"type": "integer"},
        "months": {"type": "array", "description": "Month and contacts", "items": {"type": "array"}},
        "pairs": {"type": "array", "description": "Two sides and their contacts", "items": {"type": "array"}},
    },
}
_WINDOW = {
    "parameters": [
        {"name": name, "in": "query", "required": False, "description": text, "schema": {"type": "string"}}
        for name, text in (("since", "First day, month or year of the window"), ("until", "Last one"))
    ]
}
_CYPHER = {
    "operationId": "cypher",
    "summary": "Cypher that only reads; values belong in parameters",
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {
                "schema": {
                    "type": "object",
                    "required": ["query"],
                    "properties": {"query": {"type": "string"}, "parameters": {"type": "object"}},
                    "additionalProperties": False,
                }
            }
        },
    },
}


def document() -> dict[str, Any]:
    """Return the document as data."""
    paths: dict[str, Any] = {
        "/api/state": {"get": _operation("state", "A text that changes when the graph does", {"type": "object"})},
        "/api/rollup": {"get": {**_operation("rollup", "The graph by month, a window by pair", _ROLLUP), **_WINDOW}},
        "/api/queries": {"get": _operation("queries", "The named queries", {"type": "array"})},
        "/api/cypher": {"post": {**_operation("cypher", "", _table({"type": "object"})), **_CYPHER}},
    }
    for several in families().values():
        for query in several:
            paths[f"/api/queries/{query.name}"] = {"get": _named(query)}
    return {
        "openapi": "3.1.0",
        "info": {"title": "A graph of diplomatic contacts", "version": version("diplomatic-kg")},
        "paths": paths,
        "components": {
            "securitySchemes": {"token": {"type": "http", "scheme": "bearer"}},
            "responses": {
                "Error": {
                    "description": "One line that says what to do",
                    "content": _as_json({"type": "object", "properties": {"error": {"type": "string"}}}),
                }
            },
        },
        "security": [{}, {"token": []}],
    }


def _named(query: Query) -> dict[str, Any]:
    row = {"type": "object", "properties": {one.name: _column(one) for one in query.columns}}
    form = {"name": "format", "in": "query", "schema": {"enum": ["json", "csv"], "default": "json"}}
    return {
        **_operation(query.name, query.title, _table(row)),
        "description": query.description,
        "tags": [query.family],
        "parameters": [*map(_parameter, query.parameters), form],
    }


def _operation(name: str, summary: str, schema: dict[str, Any]) -> dict[str, Any]:
    good = {"description": "What was found", "content": _as_json(schema)}
    return {"operationId": name, "summary": summary, "responses": {"200": good, **_ERRORS}}


def _table(row: dict[str, Any]) -> dict[str, Any]:
    properties = {
        "columns": {"type": "array", "items": {"type": "string"}},
        "rows": {"type": "array", "items": row},
        "truncated": {"type": "boolean", "description": "There were more rows than the server gives"},
    }
    return {"type": "object", "properties": properties}


def _parameter(one: Parameter) -> dict[str, Any]:
    schema: dict[str, Any] = {"type": "integer" if one.type == "integer" else "string"}
    if one.default is not None:
        schema["default"] = int(one.default) if one.type == "integer" else one.default
    return {"name": one.name, "in": "query", "required": one.required, "description": one.meaning, "schema": schema}


def _column(one: Column) -> dict[str, Any]:
    return {**_TYPES[one.type], "description": one.meaning}


def _as_json(schema: dict[str, Any]) -> dict[str, Any]:
    return {"application/json": {"schema": schema}}
