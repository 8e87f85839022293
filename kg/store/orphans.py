"""What an event leaves behind when it goes: places, offices, officials and sides that nothing else speaks of.

They go too, so that the graph is the same whatever was in it before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from neo4j import ManagedTransaction

_OF_EVENTS = {
    "Place": "MATCH (e:Event {id: id})-[:HELD_AT]->(n:Place)",
    "Office": "MATCH (e:Event {id: id})-[:HAS_PARTICIPANT]->(:Participant)-[:SERVED_AS]->(n:Office)",
    "Official": "MATCH (e:Event {id: id})-[:HAS_PARTICIPANT]->(:Participant)-[:IDENTIFIED_AS]->(n:Official)",
    "Topic": "MATCH (e:Event {id: id})-[:ON_TOPIC]->(n:Topic)",
    "Organization": "MATCH (e:Event {id: id})<-[:TOOK_PART]-(n:Organization)",
    "Country": "MATCH (e:Event {id: id})<-[:TOOK_PART]-(n:Country)",
}
"""In the order they are looked at: an office that goes may leave a side alone."""

_SPOKEN_OF = {
    "Place": "(n)<-[:HELD_AT]-()",
    "Office": "(n)<-[:SERVED_AS]-() OR (n)<-[:HELD_OFFICE]-()",
    "Official": "(n)<-[:IDENTIFIED_AS]-() OR (n)<-[:TELLS_OF]-()",
    "Topic": "(n)--()",
    "Organization": "(n)--()",
    "Country": "(n)--()",
}


def linked_to(transaction: ManagedTransaction, events: Sequence[str]) -> dict[str, list[str]]:
    """Return what events that are about to go are linked to: ids by label."""
    found = {}
    for label, pattern in _OF_EVENTS.items():
        rows = transaction.run(f"UNWIND $rows AS id {pattern} RETURN DISTINCT n.id AS id", {"rows": list(events)})
        found[label] = sorted(row["id"] for row in rows)
    return found


def drop_orphans(transaction: ManagedTransaction, linked: Mapping[str, Sequence[str]]) -> None:
    """Delete those of them that nothing speaks of any more."""
    for label, ids in linked.items():
        if ids:
            text = f"UNWIND $rows AS id MATCH (n:{label} {{id: id}}) WHERE NOT ({_SPOKEN_OF[label]}) DETACH DELETE n"
            transaction.run(text, {"rows": list(ids)}).consume()
