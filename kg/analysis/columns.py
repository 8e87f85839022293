"""What a table of the graph is: shared by those of what stands and those of what is past."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec


class GraphTable(msgspec.Struct, frozen=True):
    """A table: its name, its columns as CSV for neo4j-admin heads them, and its rows as they are read."""

    name: str
    head: tuple[str, ...]
    columns: tuple[tuple[str, str], ...]
    """Names and types of schema/graph.yaml."""
    rows: Iterator[tuple[Any, ...]]
