"""The Cypher that writes a batch: one text for each group of rows, the same on every engine.

Labels and types stand in the text because neither engine plans well with dynamic ones; they come from
schema/graph.yaml's closed list and from nowhere else.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from kg.blueprint import event_kinds, graph_schema
from kg.errors import KgError
from kg.store.attached import Link
from kg.store.batch import EdgeShape, Labels

DROP_EVENTS = (
    "UNWIND $rows AS id MATCH (e:Event {id: id})-[:HAS_PARTICIPANT]->(p:Participant) DETACH DELETE p",
    "UNWIND $rows AS id MATCH (e:Event {id: id})<-[:CONCERNS]-(c:Conflict) DETACH DELETE c",
    "UNWIND $rows AS id MATCH (e:Event {id: id}) DETACH DELETE e",
)
"""An event leaves with its participants and conflicts; claims, mentions, officials and sources stay."""

WITHDRAW_CLAIMS = "UNWIND $rows AS id MATCH (c:Claim {id: id}) SET c.withdrawn = $now"

RESTATE_CLAIMS = (
    "UNWIND $rows AS r MATCH (c:Claim {id: r.id}) "
    "SET c.gaps = CASE WHEN c.withdrawn IS NULL THEN c.gaps ELSE coalesce(c.gaps, []) + [c.withdrawn + '/' + $now] END "
    "SET c += r.p SET c.withdrawn = null"
)

MARK_SOURCES = (
    "UNWIND $rows AS r MATCH (s:Source {id: r.id}) SET s.changed = $now "
    "SET s.withdrawn = CASE r.at WHEN '' THEN null ELSE r.at END"
)
"""Since when sources are withdrawn, or that they are not."""

LINK_PARENTS = (
    "UNWIND $rows AS id MATCH (p:Mention {id: id})-[:TELLS_OF]->(whole:Event) "
    "MATCH (m:Mention {parent: id})-[:TELLS_OF]->(inner:Event) MERGE (inner)-[:PART_OF]->(whole)"
)
"""From the mentions of larger events that were touched to the events told of inside them."""


class UnknownLabelError(KgError):
    """A label or relationship type that schema/graph.yaml does not have."""


def merge_nodes(label: str) -> str:
    """Return the statement that merges rows ``{id, p}`` as nodes of one label; ``p`` is all their properties."""
    return f"UNWIND $rows AS r MERGE (n:{_check_label(label)} {{id: r.id}}) SET n = r.p"


def create_nodes(labels: Labels) -> str:
    """Return the statement that creates rows ``{id, p}`` as nodes of these labels; ``p`` has the id too."""
    return f"UNWIND $rows AS r CREATE (n:{':'.join(_check_label(label) for label in labels)}) SET n = r.p"


def create_attached(label: str, links: Sequence[Link]) -> str:
    """Return the statement that creates rows ``{of: [p, ...], e0, e1 ...}``: nodes with a relationship to each end."""
    ends = "".join(f" MATCH (e{at}:{_check_label(link.other)} {{id: r.e{at}}})" for at, link in enumerate(links))
    return f"UNWIND $rows AS r{ends} UNWIND r.of AS p CREATE (n:{_check_label(label)}) SET n = p" + "".join(
        f" CREATE (n)-[:{_check_type(link.type)}]->(e{at})"
        if link.outward
        else f" CREATE (e{at})-[:{_check_type(link.type)}]->(n)"
        for at, link in enumerate(links)
    )


def update_nodes(label: str) -> str:
    """Return the statement that gives nodes that stand their properties anew."""
    return f"UNWIND $rows AS r MATCH (n:{_check_label(label)} {{id: r.id}}) SET n = r.p"


def undo_records(label: str) -> str:
    """Return the statement that says of records of what persons did when, by whom and why they were undone."""
    return (
        f"UNWIND $rows AS r MATCH (n:{_check_label(label)} {{id: r.id}}) "
        "SET n.undone = r.at, n.undone_by = r.by, n.undone_reason = r.reason"
    )


def write_edges(shape: EdgeShape, *, shared: bool, bare: bool) -> str:
    """Return the statement that writes rows ``{a, b, p}`` as relationships.

    ``shared`` merges instead of creating, by the key where the type has one; ``bare`` says that no row has properties.
    """
    verb = "MERGE" if shared else "CREATE"
    properties = graph_schema().relationships[_check_type(shape.type)].properties
    key = " {key: r.p.key}" if shared and "key" in properties else ""
    start, end, kind = _check_label(shape.start), _check_label(shape.end), _check_type(shape.type)
    extra = "" if bare else " SET e += r.p"
    return (
        f"UNWIND $rows AS r MATCH (a:{start} {{id: r.a}}) MATCH (b:{end} {{id: r.b}}) "
        f"{verb} (a)-[e:{kind}{key}]->(b){extra}"
    )


@cache
def _labels() -> frozenset[str]:
    kinds = (kind.label for kind in event_kinds().values())
    return frozenset({"Contact", "Article", "Readout", "Record", *kinds, *graph_schema().labels})


def _check_label(label: str) -> str:
    if label not in _labels():
        raise UnknownLabelError(f"no label {label!r} in schema/graph.yaml: add it there")
    return label


def _check_type(kind: str) -> str:
    if kind not in graph_schema().relationships:
        raise UnknownLabelError(f"no relationship type {kind!r} in schema/graph.yaml: add it there")
    return kind
