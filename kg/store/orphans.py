"""What an event leaves behind when it goes: places, offices, officials and sides that nothing else speaks of.

They go too, so that the graph is the same whatever was in it before. One of which the past still speaks is kept under
the label of what has left (``past`` in schema/graph.yaml), where no question about the present meets it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from kg.blueprint import past_label, past_type
from kg.store.batch import Batch, EdgeShape

if TYPE_CHECKING:
    from kg.store.steady import Transaction

_PART = "-[:HAS_PARTICIPANT]->(:Participant)"
_OF_EVENTS = {
    "Place": ("-[:HELD_AT]->(n:Place)",),
    "Office": (f"{_PART}-[:SERVED_AS]->(n:Office)",),
    "Official": (),
    "Topic": ("-[:ON_TOPIC]->(n:Topic)",),
    "Organization": (
        "<-[:TOOK_PART|HOSTED]-(n:Organization)",
        f"{_PART}-[:REPRESENTED]->(n:Organization)",
        f"{_PART}-[:SERVED_AS]->(:Office)-[:OFFICE_OF]->(n:Organization)",
    ),
    "Country": (
        "<-[:TOOK_PART|HOSTED]-(n:Country)",
        f"{_PART}-[:REPRESENTED]->(n:Country)",
        f"{_PART}-[:SERVED_AS]->(:Office)-[:OFFICE_OF]->(n:Country)",
        "-[:HELD_AT]->(:Place)-[:IN_COUNTRY]->(n:Country)",
    ),
}
"""In the order they are looked at: an office that goes may leave a side alone. Officials are found beforehand."""

_SIDE_SPOKEN_OF = "(n)-[:TOOK_PART|HOSTED]->() OR (n)<-[:REPRESENTED|OFFICE_OF|IN_COUNTRY]-()"
_SPOKEN_OF = {
    "Place": "(n)<-[:HELD_AT]-()",
    "Office": "(n)<-[:SERVED_AS]-() OR (n)<-[:HELD_OFFICE]-()",
    "Official": "(n)<-[:IDENTIFIED_AS]-() OR EXISTS "
    "{ MATCH (n)<-[:TELLS_OF]-(m:Mention)-[:MENTIONED_IN]->(s:Source) MATCH (c:Claim {mention: m.id}) "
    "WHERE s.withdrawn IS NULL AND c.withdrawn IS NULL }",
    "Topic": "(n)<-[:ON_TOPIC]-()",
    "Organization": _SIDE_SPOKEN_OF,
    "Country": _SIDE_SPOKEN_OF,
}

_IN_THE_PAST = {
    "Place": ("<-[PAST_HELD_AT]-", "-[IN_COUNTRY]->"),
    "Official": ("-[PAST_ATTENDED]->", "<-[PAST_IDENTIFIED_AS]-", "<-[TELLS_OF]-"),
    "Topic": ("<-[PAST_ON_TOPIC]-",),
    "Organization": ("-[PAST_TOOK_PART]->", "-[PAST_HOSTED]->", "<-[PAST_REPRESENTED]-"),
    "Country": ("-[PAST_TOOK_PART]->", "-[PAST_HOSTED]->", "<-[PAST_REPRESENTED]-", "<-[PAST_IN_COUNTRY]-"),
}
"""What joins a node to the past, and what it takes along: a place its country, a person who was named where."""
_OF_OFFICIALS = tuple(
    f"UNWIND $rows AS id MATCH (n:Official {{id: id}}) WHERE NOT ({_SPOKEN_OF['Official']}) {rest}"
    for rest in (
        "MATCH (k:Key {of: id}) DELETE k",
        "MATCH (n)<-[:PAIRS]-(c:Candidate) WHERE c.thing = 'official' DETACH DELETE c",
    )
)
_NAMED = {
    "sources": "MATCH (m:Mention {source: id})-[:TELLS_OF]->(n:Official)",
    "mentions": "MATCH (m:Mention {id: id})-[:TELLS_OF]->(n:Official)",
    "claims": "MATCH (c:Claim {id: id})-[:ABOUT]->(n:Official)",
}

_TELLS = EdgeShape("TELLS_OF", "Mention", "Official")


def linked_to(transaction: Transaction, events: Sequence[str], officials: Collection[str]) -> dict[str, list[str]]:
    """Return the ids, by label, of what may be left alone: these officials, and what events that go are linked to."""
    found = {label: _linked_to_events(transaction, label, events) for label in _OF_EVENTS}
    found["Official"] = set(officials)
    return {label: sorted(ids) for label, ids in found.items()}


def _linked_to_events(transaction: Transaction, label: str, events: Sequence[str]) -> set[str]:
    texts = (f"MATCH (e:Event {{id: id}}){pattern}" for pattern in _OF_EVENTS[label])
    return {one for text in texts for one in _ids(transaction, text, events)}


def named_by(transaction: Transaction, batch: Batch) -> set[str]:
    """Return the officials whom sources name that are withdrawn, or name otherwise than they did: then and now."""
    rows = {
        "sources": sorted(batch.withdrawn_sources), "mentions": batch.moved_mentions, "claims": batch.withdrawn_claims,
    }  # fmt: skip
    moved = set(batch.moved_mentions)
    now = {official for mention, official in batch.edges.get(_TELLS, ()) if mention in moved}
    return now.union(*(_ids(transaction, text, rows[kind]) for kind, text in _NAMED.items()))


def _ids(transaction: Transaction, pattern: str, rows: Sequence[str]) -> Iterator[str]:
    text = f"UNWIND $rows AS id {pattern} RETURN DISTINCT n.id AS id"
    yield from (row["id"] for row in transaction.run(text, {"rows": list(rows)})) if rows else ()


def drop_orphans(transaction: Transaction, linked: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Delete those of them that nothing speaks of any more, officials with what they are found under; return these."""
    dropped = {}
    for text in _OF_OFFICIALS if linked.get("Official") else ():
        transaction.run(text, {"rows": list(linked["Official"])}).consume()
    for label, ids in linked.items():
        text = f"UNWIND $rows AS id MATCH (n:{label} {{id: id}}) WHERE NOT ({_SPOKEN_OF[label]}) RETURN n.id AS id"
        alone = [row["id"] for row in transaction.run(text, {"rows": list(ids)})] if ids else []
        if alone:
            _keep(transaction, label, alone)
            gone = f"UNWIND $rows AS id MATCH (n:{label} {{id: id}}) DETACH DELETE n"
            transaction.run(gone, {"rows": alone}).consume()
        dropped[label] = alone
    return dropped


def _keep(transaction: Transaction, label: str, ids: Sequence[str]) -> None:
    """Move what the past says of nodes that are about to go to nodes that stand for them."""
    links = _IN_THE_PAST.get(label, ())
    each = f"UNWIND $rows AS id MATCH (n:{label} {{id: id}})"
    spoken_of = " OR ".join(f"(n){link.replace('[', '[:')}()" for link in links if "[IN_" not in link) or "false"
    found = transaction.run(f"{each} WHERE {spoken_of} RETURN n.id AS id", {"rows": list(ids)})
    rows = {"rows": [row["id"] for row in found]}
    if not rows["rows"]:
        return
    stand_in = f"MERGE (p:{past_label(label)} {{version: id}})"
    transaction.run(f"{each} {stand_in} SET p += properties(n)", rows).consume()
    for link in links:
        old = link.replace("[", "[x:")
        new = link.replace("[PAST_", "[").replace("[", f"[y:{past_type('')}")
        text = f"{each} MATCH (n){old}(o) {stand_in} MERGE (p){new}(o) SET y += properties(x)"
        transaction.run(text, rows).consume()
