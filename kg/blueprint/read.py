"""Reading the schema: the YAML files for the generator, the generated JSON for everything else."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from kg.blueprint.records import Attribute, Blueprint, EventKind, GraphSchema, RejectReason, Status
from kg.errors import SchemaFileError
from kg.vocabulary.data import path


def blueprint_of_yaml(folder: Path) -> Blueprint:
    """Read the YAML files of a schema folder.

    Raises:
        SchemaFileError: a file is missing, or says something that no record has a place for.
    """
    import yaml  # noqa: PLC0415 - only the generator reads YAML; it takes longer than a whole query

    def read(name: str) -> Any:
        with (folder / name).open(encoding="utf-8") as file:
            return yaml.load(file, Loader=yaml.CSafeLoader)  # noqa: S506 - a safe loader

    claims, events = read("claims.yaml"), read("events.yaml")
    whole = {
        "graph": read("graph.yaml"),
        "kinds": events["kinds"],
        "statuses": events["statuses"],
        "attributes": claims["attributes"],
        "stances": claims["stances"],
        "reasons": read("rejects.yaml")["reasons"],
    }
    try:
        return msgspec.convert(whole, Blueprint)
    except msgspec.ValidationError as error:
        raise SchemaFileError(f"schema/*.yaml: {error}") from error


@cache
def _blueprint() -> Blueprint:
    file = path("generated/blueprint.json")
    try:
        return msgspec.json.decode(file.read_bytes(), type=Blueprint)
    except FileNotFoundError:
        raise SchemaFileError("schema/generated/blueprint.json is missing: run 'make schema'") from None


def graph_schema() -> GraphSchema:
    """Return labels, relationships and properties."""
    return _blueprint().graph


def event_kinds() -> dict[str, EventKind]:
    """Return the kinds of event by id."""
    return _blueprint().kinds


def statuses() -> dict[str, Status]:
    """Return the statuses of an event by id."""
    return _blueprint().statuses


def claim_attributes() -> dict[str, Attribute]:
    """Return the attributes of claims by id."""
    return _blueprint().attributes


def reject_reasons() -> dict[str, RejectReason]:
    """Return the closed list of reasons by id."""
    return _blueprint().reasons
