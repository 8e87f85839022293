"""What one transaction writes: rows of nodes and relationships, grouped by the statement that writes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple, TypeAlias

from kg.identity.officials import Official

Property: TypeAlias = str | int | float | bool | date | Sequence[str]
Row: TypeAlias = dict[str, Any]

Labels: TypeAlias = tuple[str, ...]
"""The label that is unique by id first, then the second labels."""


Ends: TypeAlias = tuple[str, ...]
"""The ids that a relationship joins, and its key where its type has one."""


class EdgeShape(NamedTuple):
    """A relationship type with the labels of its ends."""

    type: str
    start: str
    end: str


@dataclass(frozen=True)
class InferredHolder:
    """An unnamed participant with an office, and the one who held it that day according to reference data."""

    participant: str
    keys: tuple[str, ...]
    """What identity knows it by when the partition changes."""
    words: str
    official: Official


@dataclass
class Batch:
    """Rows to write in one transaction. Adding a node twice keeps the last properties; adding an edge twice, one edge.

    ``nodes`` have one label and are merged by id; ``new_nodes`` have several and are created (the embedded engine
    cannot find a node by an id among several labels quickly, nor relabel one under a constraint); ``updates`` are new
    properties of nodes that stand. ``edges`` are created: one of their ends is new in this batch. ``shared_edges`` (an
    office and its country) may exist and are merged.
    """

    nodes: dict[str, dict[str, Row]] = field(default_factory=dict)
    new_nodes: dict[Labels, dict[str, Row]] = field(default_factory=dict)
    updates: dict[str, dict[str, Row]] = field(default_factory=dict)
    edges: dict[EdgeShape, dict[Ends, Row]] = field(default_factory=dict)
    shared_edges: dict[EdgeShape, dict[Ends, Row]] = field(default_factory=dict)
    dropped_keys: list[str] = field(default_factory=list)
    """Mentions and officials that are no longer found under the keys they had."""
    look_ups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Keys under which events that may be the same as one that is written are looked up."""
    holders: list[InferredHolder] = field(default_factory=list)
    respelled: list[str] = field(default_factory=list)
    """Officials that are new or have a new spelling."""
    dropped_events: list[str] = field(default_factory=list)
    """Events whose claims changed: removed with their participants and conflicts before they are written anew."""
    moved_mentions: list[str] = field(default_factory=list)
    """Mentions that may tell of another official than before."""
    rejoined_officials: list[str] = field(default_factory=list)
    """Officials of which a judgement changed whom they are: their tenures and spellings are made anew."""
    withdrawn_claims: list[str] = field(default_factory=list)
    restated_claims: dict[str, Row] = field(default_factory=dict)
    """Claims that are stated again: when they were recorded first stays, and the time they did not count is noted."""
    withdrawn_sources: dict[str, str] = field(default_factory=dict)
    """Since when each is withdrawn; empty text brings it back."""
    undone: dict[tuple[str, str], tuple[str, str, str]] = field(default_factory=dict)
    """Records of what persons did that are undone: by label and id, when, by whom and why."""
    parents: set[str] = field(default_factory=set)
    """Mentions of larger events, or that may be such: PART_OF to them is set when all events stand."""

    def node(self, label: str, node_id: str, properties: Mapping[str, Property | None]) -> None:
        """Add a node that may stand. Properties that are ``None`` or empty text are left out: absent, not null."""
        self.nodes.setdefault(label, {})[node_id] = _node(node_id, properties)

    def new_node(self, labels: Labels, node_id: str, properties: Mapping[str, Property | None]) -> None:
        """Add a node of several labels that does not stand."""
        self.new_nodes.setdefault(labels, {})[node_id] = _node(node_id, properties)

    def update(self, label: str, node_id: str, properties: Mapping[str, Property | None]) -> None:
        """Give a node that stands all its properties anew."""
        self.updates.setdefault(label, {})[node_id] = _node(node_id, properties)

    def restate(self, claim: str, properties: Mapping[str, Property | None]) -> None:
        """Give a claim that stands, or that was withdrawn and counts again, the properties that its source gives it."""
        gone = dict.fromkeys(properties)
        present = {key: value for key, value in (gone | _present(properties)).items() if key != "recorded"}
        self.restated_claims[claim] = {"id": claim, "p": present}

    def edge(
        self, shape: EdgeShape, start: str, end: str, properties: Mapping[str, Property | None] | None = None
    ) -> None:
        """Add a relationship between two nodes of which at least one is new."""
        present = _present(properties) if properties else {}
        self.edges.setdefault(shape, {})[start, end] = {"a": start, "b": end, "p": present}

    def shared_edge(
        self, shape: EdgeShape, start: str, end: str, properties: Mapping[str, Property | None] | None = None,
        *, key: str = "",
    ) -> None:  # fmt: skip
        """Add a relationship that may stand already.

        ``key`` tells it from others of its type between the same two, and is kept as its property of that name.
        """
        present = _present({**(properties or {}), "key": key})
        self.shared_edges.setdefault(shape, {})[start, end, key] = {"a": start, "b": end, "p": present}

    @property
    def size(self) -> int:
        """Return how many rows the batch has."""
        return sum(self.counts().values())

    def sources(self) -> dict[str, Row]:
        """Return the sources that it writes, as rows by id."""
        new = (rows for labels, rows in self.new_nodes.items() if labels[0] == "Source")
        return {key: row for rows in (*new, self.updates.get("Source", {})) for key, row in rows.items()}

    def counts(self) -> dict[str, int]:
        """Return how many rows there are by label and relationship type."""
        found: Counter[str] = Counter()
        for label, rows in (*self.nodes.items(), *self.updates.items()):
            found[label] += len(rows)
        found["Claim"] += len(self.restated_claims)
        for labels, rows in self.new_nodes.items():
            found[labels[0]] += len(rows)
        for shape, edges in (*self.edges.items(), *self.shared_edges.items()):
            found[shape.type] += len(edges)
        return {name: count for name, count in sorted(found.items()) if count}


def _node(node_id: str, properties: Mapping[str, Property | None]) -> Row:
    return {"id": node_id, "p": {"id": node_id, **_present(properties)}}


def _present(properties: Mapping[str, Property | None]) -> dict[str, Property]:
    """Leave out what is absent. Nearly all is true, which is quick to see; zero and ``False`` are values."""
    return {key: value for key, value in properties.items() if value or (value is not None and value not in ("", []))}
