"""Reading the schema: the YAML files for the generator, the generated JSON for everything else."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from kg.blueprint.consistency import check_consistency
from kg.blueprint.records import Attribute, Blueprint, EventKind, GraphSchema, RejectReason, Status
from kg.errors import SchemaFileError
from kg.vocabulary.data import path


def blueprint_of_yaml(folder: Path) -> Blueprint:
    """Read the YAML files of a schema folder.

    Raises:
        SchemaFileError: a file is missing, is no YAML, says something that no record has a place for, or does not fit
            the others.
    """
    graph, claims, events, rejects = (
        _read_yaml(folder / name) for name in ("graph.yaml", "claims.yaml", "events.yaml", "rejects.yaml")
    )
    try:
        whole = {"graph": graph, **events, **claims, **rejects}
        blueprint = msgspec.convert(whole, Blueprint)
    except msgspec.ValidationError as error:
        raise SchemaFileError(f"schema/*.yaml: {error}") from error
    check_consistency(blueprint)
    return blueprint


def _read_yaml(file: Path) -> dict[str, Any]:
    import yaml

    try:
        content = yaml.safe_load(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SchemaFileError(f"schema/{file.name} is missing") from None
    except yaml.YAMLError as error:
        raise SchemaFileError(f"schema/{file.name}: {' '.join(str(error).split())}") from error
    if not isinstance(content, dict):
        raise SchemaFileError(f"schema/{file.name}: it must be a mapping")
    return content


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
