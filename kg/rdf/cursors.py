"""Nodes in the order of their ids, read page by page: constant memory, and no transaction past a time limit."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Container, Iterable, Iterator
from typing import Any

import msgspec

from kg.rdf.mapping import Mapping
from kg.store.engine import Engine

PAGE = 2_000

EXTRACTORS = "MATCH (c:Claim) RETURN DISTINCT c.extractor AS extractor"


class Edge(msgspec.Struct, frozen=True):
    """A relationship as seen from one node: its type, the other end, its properties."""

    type: str
    other: str
    properties: dict[str, Any]


class Node(msgspec.Struct, frozen=True):
    """A node with the relationships that are written with it."""

    label: str
    id: str
    labels: tuple[str, ...]
    properties: dict[str, Any]
    edges: tuple[Edge, ...]


def nodes_by_id(
    engine: Engine,
    mapping: Mapping,
    on_page: Callable[[int], None],
    page: int = PAGE,
    keep: Container[str] | None = None,
) -> Iterator[Node]:
    """Yield every node that is written, in the order of ids.

    ``on_page`` hears how many more were read; ``page`` is the number of nodes of one label that are held at a time;
    ``keep`` has the ids of the nodes that are wanted, all of them without it.
    """
    labels = [label for label, how in mapping.labels.items() if how.classes]
    pages = [_nodes(engine, label, (page_text(mapping, label), page), on_page) for label in labels]
    merged = heapq.merge(*pages, key=lambda node: node.id)
    yield from merged if keep is None else _kept(merged, keep, _references(mapping))


def _kept(nodes: Iterable[Node], keep: Container[str], references: dict[str, list[str]]) -> Iterator[Node]:
    """Nothing that is written leads to a node that is not."""
    for node in nodes:
        if node.id in keep:
            lost = {name for name in references[node.label] if node.properties.get(name) not in keep}
            properties = {name: value for name, value in node.properties.items() if name not in lost}
            edges = tuple(edge for edge in node.edges if edge.other in keep)
            yield msgspec.structs.replace(node, properties=properties, edges=edges)


def _references(mapping: Mapping) -> dict[str, list[str]]:
    return {
        label: [name for name, written in how.properties.items() if written.how == "reference"]
        for label, how in mapping.labels.items()
    }


def page_text(mapping: Mapping, label: str) -> str:
    """Return the Cypher for one page of a label; labels and types come from schema/rdf.yaml and nowhere else."""
    ends = {"start": f"(n:{label})-[r:{{}}]->(m)", "end": f"(n:{label})<-[r:{{}}]-(m)"}
    parts = []
    for end, pattern in ends.items():
        types = sorted(kind for kind, edge in mapping.relationships.items() if edge.subject == end)
        parts.append(f"[{pattern.format('|'.join(types))} | [type(r), m.id, properties(r)]]")
    return (
        f"MATCH (n:{label}) WHERE n.id > $after WITH n ORDER BY n.id LIMIT $size "
        f"RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties, {' + '.join(parts)} AS edges ORDER BY id"
    )


def _nodes(engine: Engine, label: str, asked: tuple[str, int], on_page: Callable[[int], None]) -> Iterator[Node]:
    after = ""
    text, size = asked
    while True:
        rows = engine.read(text, {"after": after, "size": size}).rows
        on_page(len(rows))
        yield from (_node(label, *row) for row in rows)
        if len(rows) < size:
            return
        after = rows[-1][0]


def _node(label: str, node_id: str, labels: Iterable[str], properties: dict[str, Any], edges: Iterable[Any]) -> Node:
    return Node(label, node_id, tuple(labels), properties, tuple(Edge(*edge) for edge in edges))
