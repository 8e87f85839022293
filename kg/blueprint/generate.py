"""Writes what is generated from schema/*.yaml: ``python -m kg.blueprint.generate``."""

from __future__ import annotations

from pathlib import Path

import msgspec

from kg.blueprint.read import blueprint_of_yaml
from kg.blueprint.records import Blueprint
from kg.vocabulary.data import schema_folder


def generated(blueprint: Blueprint) -> dict[str, str]:
    """Return the text of each generated file, by its path inside schema/."""
    text = msgspec.json.format(msgspec.json.encode(blueprint, order="sorted"), indent=1)
    return {"generated/blueprint.json": text.decode("utf-8") + "\n"}


def main(folder: Path) -> None:
    """Write every generated file into the schema folder."""
    for name, text in generated(blueprint_of_yaml(folder)).items():
        target = folder / name
        target.parent.mkdir(exist_ok=True)
        target.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(schema_folder())
