"""A part of the graph: events by date, sides, topics and what was known, with all that belongs to them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import islice

import msgspec

from kg.store.engine import Engine
from queries.named_things import find_side, find_topic
from queries.parameters import first_day, last_day, moment

_BATCH = 1_000
_IN_WINDOW = (
    "MATCH (e:Event) WHERE coalesce(e.latest >= $since, true) AND coalesce(e.earliest <= $until, true) "
    "AND coalesce(e.known < $known_by, true) RETURN e.id"
)
_OF_SIDE = "MATCH (s:Country|Organization {id: $id})-[:TOOK_PART]->(e:Event) RETURN e.id"
_OF_TOPICS = "MATCH (t:Topic)<-[:ON_TOPIC]-(e:Event) WHERE t.code IN $codes RETURN DISTINCT e.id"
_CLAIMS = (
    "UNWIND $ids AS id MATCH (:Event {id: id})<-[:ABOUT]-(m:Claim) "
    "WHERE coalesce(m.recorded < $known_by, true) RETURN DISTINCT m.id"
)
_STEPS = {
    "Event": (
        "-[:HAS_PARTICIPANT]->(m:Participant)", "<-[:ATTENDED]-(m:Official)", "<-[:TELLS_OF]-(m:Mention)",
        "<-[:TOOK_PART|HOSTED]-(m)", "-[:ON_TOPIC]->(m:Topic)", "-[:HELD_AT]->(m:Place)", "<-[:REPORTS]-(m:Source)",
        "<-[:CONCERNS]-(m:Conflict)",
    ),
    "Participant": ("-[:IDENTIFIED_AS]->(m:Official)", "-[:SERVED_AS]->(m:Office)", "-[:REPRESENTED]->(m)"),
    "Official": ("-[:HELD_OFFICE]->(m:Office)",),
    "Office": ("-[:OFFICE_OF]->(m)",),
    "Place": ("-[:IN_COUNTRY]->(m:Country)",),
    "Claim": ("-[:STATED_IN]->(m:Source)",),
    "Mention": ("-[:MENTIONED_IN]->(m:Source)",),
}  # fmt: skip
"""From a label that was reached to what belongs to it; a label stands behind those that lead to it."""


class Selection(msgspec.Struct, frozen=True):
    """Which events: possibly in the window, of all these sides (ids), on any of these topics (codes), known before.

    ``known_by`` is a moment as the graph writes it; it also leaves out claims that were recorded later. Numbers that
    consolidation counted (``kg:sources``, ``kg:claims``) are those of the whole graph.
    """

    since: date | None = None
    until: date | None = None
    sides: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    known_by: str | None = None

    def keep(self, engine: Engine) -> frozenset[str]:
        """Return the ids of the events and of what belongs to them. Memory grows with the part, not the graph."""
        found: dict[str, set[str]] = {"Event": self._events(engine)}
        claims = _reach(engine, _CLAIMS, found["Event"], known_by=self.known_by)
        found["Claim"] = {node for node, _ in claims}
        for label, steps in _STEPS.items():
            for step in steps:
                text = f"UNWIND $ids AS id MATCH (:{label} {{id: id}}){step} RETURN DISTINCT m.id, labels(m)"
                for node, labels in _reach(engine, text, found.get(label, ())):
                    first = next((one for one in labels if one in _STEPS), "")
                    found.setdefault(first, set()).add(node)
        return frozenset().union(*found.values())

    def _events(self, engine: Engine) -> set[str]:
        window = {"since": self.since, "until": self.until, "known_by": self.known_by}
        kept = {str(row[0]) for row in engine.read(_IN_WINDOW, window).rows}
        for side in self.sides:
            kept &= {str(row[0]) for row in engine.read(_OF_SIDE, {"id": side}).rows}
        if self.topics:
            kept &= {str(row[0]) for row in engine.read(_OF_TOPICS, {"codes": list(self.topics)}).rows}
        return kept


def choose(
    engine: Engine,
    *,
    since: str | None = None,
    until: str | None = None,
    sides: Sequence[str] = (),
    topics: Sequence[str] = (),
    known_by: str | None = None,
) -> Selection | None:
    """Return the part that a person asks for, with names and dates as for named queries; nothing for all of the graph.

    Raises:
        BadParameterError: a date, side or topic is none; one line says what is near.
    """
    if not (since or until or sides or topics or known_by):
        return None
    return Selection(
        since=first_day(since) if since else None,
        until=last_day(until) if until else None,
        sides=tuple(find_side(engine, side) for side in sides),
        topics=tuple(find_topic(engine, topic) for topic in topics),
        known_by=moment(known_by) if known_by else None,
    )


def _reach(
    engine: Engine, text: str, ids: Iterable[str], **parameters: str | None
) -> Iterator[tuple[str, tuple[str, ...]]]:
    waiting = iter(sorted(ids))
    while batch := list(islice(waiting, _BATCH)):
        for row in engine.read(text, {"ids": batch, **parameters}).rows:
            yield str(row[0]), tuple(row[1]) if len(row) > 1 else ()
