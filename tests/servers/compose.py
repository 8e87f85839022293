"""What docker-compose.yml says of Neo4j. The test servers take their settings from it, so that they cannot differ."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

COMPOSE_FILE = Path(__file__).resolve().parents[2] / "docker-compose.yml"
_PREFIX = "NEO4J_"
_OF_THE_IMAGE = ("NEO4J_AUTH", "NEO4J_PLUGINS", "NEO4J_ACCEPT", "NEO4J_EDITION")
"""Variables that the image's entry point reads itself: they are no settings of the server."""


def compose() -> dict[str, Any]:
    """Return the file, parsed."""
    parsed: dict[str, Any] = yaml.safe_load(COMPOSE_FILE.read_text(encoding="utf-8"))
    return parsed


def neo4j_service() -> dict[str, Any]:
    """Return the one service."""
    service: dict[str, Any] = compose()["services"]["neo4j"]
    return service


def neo4j_version() -> str:
    """Return the version that the image's tag pins."""
    tag: str = neo4j_service()["image"].partition(":")[2]
    return tag.removesuffix("-community")


def neo4j_settings() -> dict[str, str]:
    """Return the settings by their names in neo4j.conf."""
    variables: dict[str, str] = neo4j_service()["environment"]
    return {
        setting_name(variable): value
        for variable, value in variables.items()
        if variable.startswith(_PREFIX) and not variable.startswith(_OF_THE_IMAGE)
    }


def setting_name(variable: str) -> str:
    """Return the setting that a variable of the image names: ``_`` stands for a dot, ``__`` for an underscore."""
    return "_".join(part.replace("_", ".") for part in variable.removeprefix(_PREFIX).split("__"))
