"""What a table of the graph is: shared by those of what stands and those of what is past."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

TYPES = {
    "string": "string", "integer": "long", "float": "double", "boolean": "boolean", "date": "date",
    "strings": "string[]",
}  # fmt: skip
"""The type of a property of schema/graph.yaml, as ``neo4j-admin`` names it."""


class GraphTable(msgspec.Struct, frozen=True):
    """A table: its name, its columns as CSV for neo4j-admin heads them, and its rows as they are read."""

    name: str
    head: tuple[str, ...]
    columns: tuple[tuple[str, str], ...]
    """Names and types of schema/graph.yaml."""
    rows: Iterator[tuple[Any, ...]]
