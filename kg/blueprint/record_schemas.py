"""JSON Schemas of the records that loaders yield, as their JSON has them (`msgspec.json.encode` of a record).

The fields come from the records of kg.model themselves; which value an attribute takes comes from schema/claims.yaml.
They cannot say that a quote stands in its source, nor that a date is EDTF: kg checks those when it loads.
"""

from __future__ import annotations

from typing import Any

import msgspec

from kg.blueprint.consistency import STRUCTURES
from kg.blueprint.records import Attribute, Blueprint
from kg.model import Evidence, Participant, Reject, Source, Tenure, Venue

JsonSchema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_TEXT: JsonSchema = {"type": "string", "minLength": 1}


def claim_schema(blueprint: Blueprint, topics: list[str]) -> JsonSchema:
    """Return the schema of a claim; ``topics`` are the ids of the closed list."""
    # kg.model.Claim itself cannot be asked: its value is one of several records, which one the attribute says.
    closed = {
        "event_kind": list(blueprint.kinds),
        "status": list(blueprint.statuses),
        "topic": topics,
    }
    definitions = _definitions()
    evidence = definitions["Evidence"]["properties"]
    evidence["start"]["minimum"], evidence["end"]["minimum"], evidence["quote"]["minLength"] = 0, 1, 1
    return {
        "$schema": _DIALECT,
        "title": "Claim",
        "type": "object",
        "properties": {
            "source": _id_of("source"),
            "thing": {"enum": ["event", "official"]},
            "subject": _TEXT,
            "attribute": {"enum": list(blueprint.attributes)},
            "value": {},
            "evidence": {"$ref": "#/$defs/Evidence"},
            "confidence": {"type": "number", "minimum": 0, "maximum": 1},
            "extractor": _TEXT,
            "rule": {"type": "string", "default": ""},
            "stance": {"enum": list(blueprint.stances), "default": "asserts"},
            "attributed_to": {"type": "string", "default": ""},
        },
        "required": ["source", "thing", "subject", "attribute", "value", "evidence", "confidence", "extractor"],
        "additionalProperties": False,
        "allOf": [_rule(name, one, closed) for name, one in blueprint.attributes.items()],
        "$defs": definitions,
    }


def source_schema() -> JsonSchema:
    """Return the schema of a source."""
    schema = _closed(msgspec.json.schema_components([Source])[1]["Source"])
    schema["properties"]["id"] = _id_of("source")
    return {"$schema": _DIALECT, **schema}


def reject_schema(blueprint: Blueprint) -> JsonSchema:
    """Return the schema of a line of a rejects file."""
    schema = _closed(msgspec.json.schema_components([Reject])[1]["Reject"])
    schema["properties"]["reason"] = {"enum": list(blueprint.reasons)}
    return {"$schema": _DIALECT, **schema}


def _definitions() -> dict[str, JsonSchema]:
    records = [Evidence, Venue, Participant, Tenure]
    return {name: _closed(found) for name, found in msgspec.json.schema_components(records)[1].items()}


def _closed(schema: JsonSchema) -> JsonSchema:
    return {**schema, "additionalProperties": False}


def _rule(name: str, attribute: Attribute, closed: dict[str, list[str]]) -> JsonSchema:
    """Return: where the attribute is this one, the thing and the value are so."""
    then = {"thing": {"const": attribute.thing}, "value": _value_schema(attribute.value, closed)}
    return {"if": {"properties": {"attribute": {"const": name}}}, "then": {"properties": then}}


def _value_schema(value: str, closed: dict[str, list[str]]) -> JsonSchema:
    if value in STRUCTURES:
        return {"$ref": f"#/$defs/{value}"}
    return {"enum": closed[value]} if value in closed else _TEXT


def _id_of(kind: str) -> JsonSchema:
    return {"type": "string", "pattern": f"^{kind}-[0-9a-f]{{24}}$"}
