"""What the small graph is written with: nodes, relationships, and claims that quote their source."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import Any, TypeAlias

from neo4j import ManagedTransaction

from tests.queries.small_data import NOW, ORGANIZATIONS, SOURCES, WORDS

Shape: TypeAlias = tuple[str, str, str]
"""A relationship type and the labels of its ends."""


class Batch:
    """Nodes by labels and id, and of relationships by type and labels of their ends; empty properties are absent."""

    def __init__(self) -> None:
        self.nodes: dict[tuple[str, ...], dict[str, dict[str, Any]]] = defaultdict(dict)
        self.edges: dict[Shape, dict[tuple[str, str], dict[str, Any]]] = defaultdict(dict)

    def node(self, labels: tuple[str, ...], node_id: str, properties: Mapping[str, Any]) -> None:
        """Add a node."""
        self.nodes[labels][node_id] = {"id": node_id, **present(properties)}

    def write(self, transaction: ManagedTransaction) -> None:
        """Create everything."""
        for labels, rows in self.nodes.items():
            transaction.run(
                f"UNWIND $rows AS r CREATE (n:{':'.join(labels)}) SET n = r",
                {"rows": list(rows.values())},
            ).consume()
        for (kind, start, end), edges in self.edges.items():
            text = f"MATCH (a:{start} {{id: r.a}}) MATCH (b:{end} {{id: r.b}}) CREATE (a)-[e:{kind}]->(b) SET e += r.p"
            transaction.run(f"UNWIND $rows AS r {text}", {"rows": list(edges.values())}).consume()


def edge(batch: Batch, shape: Shape, a: str, b: str, properties: Mapping[str, Any] | None = None) -> None:
    """Add a relationship between two ids."""
    batch.edges[shape][a, b] = {"a": a, "b": b, "p": present(properties or {})}


def present(properties: Mapping[str, Any]) -> dict[str, Any]:
    """Leave out what is empty."""
    return {name: value for name, value in properties.items() if value not in (None, "")}


def said(source: str, attribute: str, value: str) -> dict[str, Any]:
    """What a claim has that quotes the words of this source."""
    quote = WORDS[source]
    start = SOURCES[source][3].index(quote)
    return {
        "attribute": attribute, "value": value, "start": start, "end": start + len(quote), "quote": quote,
        "stance": "asserts", "confidence": 0.9, "extractor": "rules/1", "rule": "by-hand", "recorded": NOW,
    }  # fmt: skip


def add_claim(batch: Batch, key: tuple[str, str, str], value: str, more: Mapping[str, Any]) -> str:
    """Add a claim of (event, source, attribute), quoting the words of its source; return its id."""
    event, source, attribute = key
    claim = f"claim-{event}-{source}-{attribute}"
    properties = said(source, attribute, value) | {"mention": f"mention-{event}-{source}"}
    batch.node(("Claim",), claim, {**properties, **more})
    edge(batch, ("ABOUT", "Claim", "Event"), claim, f"event-{event}")
    edge(batch, ("STATED_IN", "Claim", "Source"), claim, f"source-{source}")
    return claim


def side_id(code: str) -> str:
    """Return the id of a side."""
    return f"{side_label(code).lower()}-{code.lower()}"


def side_label(code: str) -> str:
    """Return the label of a side."""
    return "Organization" if code in ORGANIZATIONS else "Country"
