"""What one transaction writes: rows of nodes and relationships, grouped by the statement that writes them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

Property: TypeAlias = str | int | float | bool | date | list[str]
Row: TypeAlias = dict[str, object]

Labels: TypeAlias = tuple[str, ...]
"""The label that is unique by id first, then the second labels."""


@dataclass(frozen=True, order=True)
class EdgeShape:
    """A relationship type with the labels of its ends."""

    type: str
    start: str
    end: str


@dataclass
class Batch:
    """Rows to write in one transaction. Adding a node twice keeps the last properties; adding an edge twice, one edge.

    ``nodes`` are merged by id. ``edges`` are created: both the claims they come from and the events they lead to are
    new in this batch. ``shared_edges`` (an office and its country) may exist and are merged.
    """

    nodes: dict[Labels, dict[str, Row]] = field(default_factory=dict)
    edges: dict[EdgeShape, dict[tuple[str, str], Row]] = field(default_factory=dict)
    shared_edges: dict[EdgeShape, dict[tuple[str, str], Row]] = field(default_factory=dict)
    dropped_events: list[str] = field(default_factory=list)
    """Events whose claims changed: removed with their participants and conflicts before they are written anew."""
    withdrawn_claims: list[str] = field(default_factory=list)
    parents: list[str] = field(default_factory=list)
    """Mentions that are, or have, a larger event: their PART_OF is set when all events stand."""

    def node(self, labels: Labels, node_id: str, properties: Mapping[str, Property | None]) -> None:
        """Add a node. Properties that are ``None`` or empty text are left out: absent, not null."""
        self.nodes.setdefault(labels, {})[node_id] = {"id": node_id, "p": {"id": node_id, **_present(properties)}}

    def edge(self, shape: EdgeShape, start: str, end: str, properties: Mapping[str, Property | None] | None = None) -> None:
        """Add a relationship between two nodes of which at least one is new."""
        self.edges.setdefault(shape, {})[start, end] = {"a": start, "b": end, "p": _present(properties or {})}

    def shared_edge(
        self, shape: EdgeShape, start: str, end: str, properties: Mapping[str, Property | None] | None = None
    ) -> None:
        """Add a relationship that may stand already."""
        self.shared_edges.setdefault(shape, {})[start, end] = {"a": start, "b": end, "p": _present(properties or {})}

    @property
    def size(self) -> int:
        """Return how many rows the batch has."""
        groups = (*self.nodes.values(), *self.edges.values(), *self.shared_edges.values())
        return sum(len(group) for group in groups)


def _present(properties: Mapping[str, Property | None]) -> dict[str, Property]:
    return {key: value for key, value in properties.items() if value is not None and value not in ("", [])}
