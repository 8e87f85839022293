"""Writes what is generated from schema/*.yaml: ``python -m kg.blueprint.generate``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from kg.blueprint.constraints import constraints_text
from kg.blueprint.read import blueprint_of_yaml
from kg.blueprint.record_schemas import claim_schema, reject_schema, source_schema
from kg.blueprint.records import Blueprint
from kg.vocabulary import topics
from kg.vocabulary.data import schema_folder


def generated(blueprint: Blueprint) -> dict[str, str]:
    """Return the text of each generated file, by its path inside schema/."""
    return {
        "generated/blueprint.json": _json(blueprint),
        "generated/constraints.cypher": constraints_text(blueprint.graph),
        "generated/claim.schema.json": _json(claim_schema(blueprint, list(topics()))),
        "generated/source.schema.json": _json(source_schema()),
        "generated/reject.schema.json": _json(reject_schema(blueprint)),
    }


def write(folder: Path) -> None:
    """Write every generated file into the schema folder.

    Raises:
        SchemaFileError: the YAML files are not as they must be; nothing is written.
    """
    for name, text in generated(blueprint_of_yaml(folder)).items():
        target = folder / name
        target.parent.mkdir(exist_ok=True)
        target.write_text(text, encoding="utf-8", newline="\n")


def _json(value: Any) -> str:
    return msgspec.json.format(msgspec.json.encode(value, order="sorted"), indent=1).decode("utf-8") + "\n"


if __name__ == "__main__":
    write(schema_folder())
