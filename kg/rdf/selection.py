"""A part of the graph: events by date, sides, topics and what was known, with all that belongs to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterable, Sequence
from datetime import date
from itertools import islice
from typing import Any, Literal

import msgspec

from kg.blueprint import past_label
from kg.rdf.then import NOT_WITHDRAWN, Then, WithIds
from kg.store.engine import Engine
from queries.as_of import counted, shown, widen
from queries.named_things import find_side, find_topic
from queries.parameters import first_day, last_day, moment

_BATCH = 1_000
_IN_WINDOW = (
    f"MATCH (e:Event) WHERE coalesce(e.latest >= $since, true) AND coalesce(e.earliest <= $until, true) "
    "AND ($fuzzy = 'possible' OR (coalesce(e.earliest >= $since, $since IS NULL) "
    f"AND coalesce(e.latest <= $until, $until IS NULL))) AND {shown('e')} RETURN e.id"
)
_OF_SIDE = f"MATCH (s:Country|Organization {{id: $id}})-[:TOOK_PART]->(e:Event) WHERE {shown('e')} RETURN e.id"
_OF_TOPICS = f"MATCH (t:Topic)<-[:ON_TOPIC]-(e:Event) WHERE t.code IN $codes AND {shown('e')} RETURN DISTINCT e.id"
_CLAIMS = (
    f"UNWIND $ids AS id MATCH (e:Event {{id: id}})<-[:TELLS_OF]-(k:Mention) WHERE {shown('e')} "
    f"MATCH (m:Claim {{mention: k.id}}) WHERE {counted('m')} RETURN DISTINCT m.id"
)
_PART = "-[:HAS_PARTICIPANT]->(:Participant)"
_OWN = (
    "-[:HAS_PARTICIPANT]->(m:Participant)", "<-[:CONCERNS]-(m:Conflict)", "<-[:TELLS_OF]-(m:Mention)",
    "<-[:REPORTS]-(m:Source)",
)  # fmt: skip
"""From an event to what tells at every moment by itself whether it was there."""
_SHARED = (
    "<-[:TOOK_PART|HOSTED]-(m)", "<-[:ATTENDED]-(m:Official)", "-[:ON_TOPIC]->(m:Topic)", "-[:HELD_AT]->(m:Place)",
    f"{_PART}-[:IDENTIFIED_AS]->(m:Official)", f"{_PART}-[:SERVED_AS]->(m:Office)", f"{_PART}-[:REPRESENTED]->(m)",
)  # fmt: skip
"""From an event to what is there as long as anything speaks of it."""
_STEPS = {
    "Official": ("-[:HELD_OFFICE]->(m:Office)",),
    "Office": ("-[:OFFICE_OF]->(m)",),
    "Place": ("-[:IN_COUNTRY]->(m:Country)",),
    "Claim": ("-[:STATED_IN]->(m:Source)",),
    "Mention": ("-[:MENTIONED_IN]->(m:Source)",),
}
"""From a label that was reached to what belongs to it; a label stands behind those that lead to it."""
_NAMED = (
    "MATCH (o:Official)<-[:TELLS_OF]-(m:Mention)-[:MENTIONED_IN]->(s:Source) "
    f"WHERE s.recorded < $known_by AND {NOT_WITHDRAWN} RETURN DISTINCT o.id"
)
"""The officials whom a source names by themselves."""


class Selection(msgspec.Struct, frozen=True):
    """Which events: possibly or certainly in the window, of all these sides (ids), on any of these topics (codes).

    ``known_by`` is a moment as :func:`queries.parameters.moment` gives it: all is as it was shown then.
    """

    since: date | None = None
    until: date | None = None
    sides: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    known_by: str | None = None
    fuzzy: Literal["certain", "possible"] = "possible"

    def keep(self, engine: Engine) -> Container[str]:
        """Return the ids of the events and of what belongs to them. Memory grows with the part, not the graph.

        Of all that was known at a moment, those ids are held that do not tell by themselves whether they were there.
        """
        if self.known_by is not None and self == Selection(known_by=self.known_by):
            found = {"Official": self._ids(engine, _NAMED)}
            return WithIds(self._belonging(engine, self._events(engine), _SHARED, found))
        events = self._events(engine)
        found = {"Event": events, "Claim": self._reach(engine, _CLAIMS, events)[""]}
        return self._belonging(engine, events, (*_OWN, *_SHARED), found)

    def _belonging(
        self, engine: Engine, events: set[str], steps: Iterable[str], found: dict[str, set[str]]
    ) -> frozenset[str]:
        found = defaultdict(set, found)
        for step in steps:
            text = (
                f"UNWIND $ids AS id MATCH (e:Event {{id: id}}){step} WHERE {shown('e')} RETURN DISTINCT m.id, labels(m)"
            )
            self._follow(engine, text, events, found)
        if self.known_by is not None:
            found["Office"] |= set(Then(engine, self.known_by).offices_of(events))
        for label, ways in _STEPS.items():
            for step in ways:
                text = f"UNWIND $ids AS id MATCH (:{label} {{id: id}}){step} RETURN DISTINCT m.id, labels(m)"
                self._follow(engine, text, found[label], found)
        return frozenset().union(*found.values())

    def _follow(self, engine: Engine, text: str, ids: Iterable[str], found: defaultdict[str, set[str]]) -> None:
        for label, reached in self._reach(engine, text, ids).items():
            found[label] |= reached

    def _events(self, engine: Engine) -> set[str]:
        kept = self._ids(engine, _IN_WINDOW, since=self.since, until=self.until, fuzzy=self.fuzzy)
        for side in self.sides:
            kept &= self._ids(engine, _OF_SIDE, id=side)
        if self.topics:
            kept &= self._ids(engine, _OF_TOPICS, codes=list(self.topics))
        return kept

    def _ids(self, engine: Engine, text: str, **parameters: object) -> set[str]:
        return {str(row[0]) for row in self._rows(engine, text, parameters)}

    def _reach(self, engine: Engine, text: str, ids: Iterable[str]) -> defaultdict[str, set[str]]:
        """Return what is reached from these ids, by the label of it that leads further."""
        found: defaultdict[str, set[str]] = defaultdict(set)
        waiting = iter(sorted(ids))
        while batch := list(islice(waiting, _BATCH)):
            for row in self._rows(engine, text, {"ids": batch}):
                labels = [one.removeprefix(past_label("")) for one in row[1]] if len(row) > 1 else []
                found[next((one for one in labels if one in _STEPS), "")].add(str(row[0]))
        return found

    def _rows(self, engine: Engine, text: str, parameters: dict[str, object]) -> list[tuple[Any, ...]]:
        asked = text if self.known_by is None else widen(text)
        return list(engine.read(asked, {**parameters, "known_by": self.known_by}).rows)


def choose(
    engine: Engine,
    *,
    since: str | None = None,
    until: str | None = None,
    sides: Sequence[str] = (),
    topics: Sequence[str] = (),
    known_by: str | None = None,
    fuzzy: Literal["certain", "possible"] = "possible",
) -> Selection | None:
    """Return the part that a person asks for, with names and dates as for named queries; nothing for all of the graph.

    ``certain`` wants every day in the window that the date of an event may stand for.

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
        fuzzy=fuzzy if since or until else "possible",
    )
