"""The spellings of officials: those that what counts uses, and no others, whatever was in the graph before."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from kg.store.batch import Batch, EdgeShape

if TYPE_CHECKING:
    from kg.store.steady import Transaction

_IN_EVENTS = (
    "UNWIND $rows AS id "
    "MATCH (e:Event {id: id})-[:HAS_PARTICIPANT]->(p:Participant)-[:IDENTIFIED_AS]->(o:Official) "
    "RETURN DISTINCT o.id AS official, coalesce(p.names, [p.name]) AS names"
)
_ALL = (
    "UNWIND $ids AS id MATCH (o:Official {id: id})<-[:IDENTIFIED_AS]-(p:Participant) "
    "RETURN DISTINCT id, coalesce(p.names, [p.name])",
    "UNWIND $ids AS id MATCH (o:Official {id: id})<-[:TELLS_OF]-(m:Mention)-[:MENTIONED_IN]->(s:Source) "
    "WHERE s.withdrawn IS NULL MATCH (c:Claim {mention: m.id}) WHERE c.attribute = 'name' AND c.withdrawn IS NULL "
    "RETURN DISTINCT id, [c.value]",
)
_RENAME = (
    "UNWIND $rows AS r MATCH (o:Official {id: r.id}) WHERE o.names <> r.names "
    "SET o.name = r.name, o.names = r.names RETURN o.id AS id"
)
_IDENTIFIED = EdgeShape("IDENTIFIED_AS", "Participant", "Official")


def spelled_in(transaction: Transaction, events: Sequence[str]) -> dict[str, set[str]]:
    """Return the officials who take part in these events, with the spellings of them there."""
    found: dict[str, set[str]] = defaultdict(set)
    for official, names in transaction.run(_IN_EVENTS, {"rows": list(events)}) if events else ():
        found[official].update(name for name in names if name)
    return found


def may_have_lost(batch: Batch, before: Mapping[str, Collection[str]]) -> set[str]:
    """Return those of whom a spelling that stood ``before`` in events that go is not in those that the batch writes.

    Most events are only told of by more sources: to ask for all that is said of everybody in them would be costly.
    """
    parts = batch.new_nodes.get(("Participant",), {})
    written: dict[str, set[str]] = defaultdict(set)
    for part, official in batch.edges.get(_IDENTIFIED, ()):
        properties = parts[part]["p"]
        written[official].update(properties.get("names") or [properties.get("name", "")])
    return {official for official, names in before.items() if not written[official].issuperset(names)}


def respell(transaction: Transaction, officials: Collection[str]) -> set[str]:
    """Give officials the spellings that what counts uses; return those who had others. Whom nothing names is left."""
    names: dict[str, set[str]] = {}
    for text in _ALL if officials else ():
        for row in transaction.run(text, {"ids": sorted(officials)}):
            names.setdefault(row[0], set()).update(name for name in row[1] if name)
    rows = [
        {"id": key, "names": sorted(found), "name": sorted(found, key=fullest_first)[0]}
        for key, found in sorted(names.items())
        if found
    ]
    return {row["id"] for row in transaction.run(_RENAME, {"rows": rows})} if rows else set()


def fullest_first(name: str) -> tuple[int, int, str]:
    """Sort key: the name of most words first, then the longest, then by its text."""
    return -len(name.split()), -len(name), name
