"""What the graph shows no more, kept as it was: so that a question about a moment has the answer it had then.

When an event is replaced, or goes, the version that stood is copied, with its participants and conflicts and all that
it was joined to, under labels and types of their own (``past`` in schema/graph.yaml). Nothing is copied of an event
that is written anew as it was, and of one that stood for less than a second.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import msgspec

from kg.blueprint import past_label, past_type
from kg.store.batch import Batch

if TYPE_CHECKING:
    from kg.store.steady import Transaction

_ROWS_A_STATEMENT = 2_000

_STANDING = (
    "UNWIND $rows AS id MATCH (e:Event {id: id}) "
    "RETURN e.id AS id, coalesce(e.digest, '') AS digest, coalesce(e.recorded, e.known, '') AS recorded, "
    "coalesce(e.known, '') AS known"
)
_EACH = "UNWIND $rows AS r MATCH (e:Event {id: r.id})"
_TO_EVENT = ("TOOK_PART", "HOSTED", "ATTENDED", "TELLS_OF", "REPORTS")
_FROM_EVENT = ("ON_TOPIC", "HELD_AT")
_FROM_PARTICIPANT = ("REPRESENTED", "IDENTIFIED_AS")


class Standing(msgspec.Struct, frozen=True):
    """An event as it stands: the digest of what is shown of it, since when that is so, and since when it is known."""

    digest: str
    recorded: str
    known: str


def standing(transaction: Transaction, events: Sequence[str]) -> dict[str, Standing]:
    """Return how these events stand before the batch is written."""
    rows = transaction.run(_STANDING, {"rows": list(events)}) if events else ()
    return {row["id"]: Standing(row["digest"], row["recorded"], row["known"]) for row in rows}


def settle(batch: Batch, before: Mapping[str, Standing], now: str) -> list[str]:
    """Say of each new event since when it is shown so, and return the events of which a version is replaced.

    What is written anew as it was has been so since then. A clock that was set back makes no version that ends before
    it began.
    """
    events = (rows for labels, rows in batch.new_nodes.items() if labels[0] == "Event")
    new = {key: row["p"] for rows in events for key, row in rows.items()}
    for key, properties in new.items():
        stood = before.get(key)
        same = stood is not None and stood.digest == properties["digest"]
        properties["recorded"] = stood.recorded if stood and (same or stood.recorded > now) else now
        if stood and same:
            properties["known"] = min(stood.known, properties["known"])
    gone = (key for key, one in before.items() if one.recorded < now and not _is_same(one, new.get(key)))
    return sorted(gone)


def _is_same(stood: Standing, new: Mapping[str, Any] | None) -> bool:
    return new is not None and stood.digest == new["digest"]


def keep(transaction: Transaction, events: Sequence[str], now: str) -> None:
    """Copy these events as they stand to the past: they are shown no more from ``now`` on."""
    rows = [{"id": one, "version": f"{one}@{now}"} for one in events]
    for at in range(0, len(rows), _ROWS_A_STATEMENT):
        for text in _copies():
            transaction.run(text, {"rows": rows[at : at + _ROWS_A_STATEMENT], "now": now}).consume()


def _copies() -> Iterator[str]:
    """Yield the statements: the event, what it is joined to, its participants and conflicts, and what they are."""
    event, version = past_label("Event"), f"MATCH (p:{past_label('Event')} {{version: r.version}})"
    marked = "SET p = properties(e) SET p.version = r.version, p.replaced = $now"
    yield f"{_EACH} WHERE e:Contact CREATE (p:{event}:{past_label('Contact')}) {marked}"
    yield f"{_EACH} WHERE NOT e:Contact CREATE (p:{event}) {marked}"
    for kind in _TO_EVENT:
        yield f"{_EACH}<-[x:{kind}]-(n) {version} CREATE (n)-[y:{past_type(kind)}]->(p) SET y = properties(x)"
    for kind in _FROM_EVENT:
        yield f"{_EACH}-[:{kind}]->(n) {version} CREATE (p)-[:{past_type(kind)}]->(n)"
    yield from _copy_inner("Participant", ("HAS_PARTICIPANT", "->"), _FROM_PARTICIPANT)
    yield from _copy_inner("Conflict", ("CONCERNS", "<-"), ("BETWEEN",))


def _copy_inner(label: str, joined: tuple[str, str], outward: Sequence[str]) -> Iterator[str]:
    """Yield what copies the nodes that belong to an event alone, and then what they are joined to."""
    kind, arrow = joined
    left, right = ("-", "->") if arrow == "->" else ("<-", "-")
    past, version = past_label(label), f"MATCH (p:{past_label('Event')} {{version: r.version}})"
    yield (
        f"{_EACH}{left}[:{kind}]{right}(q:{label}) {version} CREATE (p){left}[:{past_type(kind)}]{right}(c:{past}) "
        "SET c = properties(q) SET c.version = q.id + '@' + $now, c.replaced = $now"
    )
    for step in outward:
        yield (
            f"UNWIND $rows AS r {version}{left}[:{past_type(kind)}]{right}(c:{past}) "
            f"MATCH (q:{label} {{id: c.id}})-[:{step}]->(n) CREATE (c)-[:{past_type(step)}]->(n)"
        )
