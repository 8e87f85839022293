"""What the explorer shows, read from the graph in a constant number of queries, whatever its size."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

import msgspec

from kg.store.engine import Engine

_CONTACTS = (
    "MATCH (e:Contact) RETURN e.id, e.kind, e.status, coalesce(e.date, ''), e.earliest, e.latest, "
    "coalesce(e.title, ''), coalesce(e.sources, 0), coalesce(e.known, '') ORDER BY e.id"
)
# The node that is known stands first in each pattern: the embedded engine walks from the left.
_LINKS = {
    "sides": "MATCH (e:Contact)<-[:TOOK_PART]-(n) RETURN e.id, n.id",
    "hosts": "MATCH (e:Contact)<-[:HOSTED]-(n) RETURN e.id, n.id",
    "officials": "MATCH (e:Contact)<-[:ATTENDED]-(n) RETURN e.id, n.id",
    "topics": "MATCH (e:Contact)-[:ON_TOPIC]->(n) RETURN e.id, n.id",
    "places": "MATCH (e:Contact)-[:HELD_AT]->(n) RETURN e.id, n.id",
    "sources": "MATCH (e:Contact)<-[:REPORTS]-(n) WHERE n.withdrawn IS NULL RETURN e.id, n.id",
}
_THINGS = {
    "sides": (
        "MATCH (n:Country) RETURN n.id, n.iso3, n.name UNION "
        "MATCH (o:Organization) RETURN o.id AS `n.id`, o.code AS `n.iso3`, o.name AS `n.name`"
    ),
    "officials": "MATCH (n:Official) RETURN n.id, n.name, coalesce(n.side, '')",
    "topics": "MATCH (n:Topic) RETURN n.id, n.code, n.name",
    "places": (
        "MATCH (n:Place) OPTIONAL MATCH (n)-[:IN_COUNTRY]->(c:Country) "
        "RETURN n.id, n.name, n.latitude, n.longitude, c.iso3"
    ),
    "sources": (
        "MATCH (n:Source) RETURN n.id, coalesce(n.title, ''), coalesce(n.publisher, ''), coalesce(n.published, ''), "
        "coalesce(n.url, ''), n.kind"
    ),
}
_CLAIMS = (
    "MATCH (e:Contact)<-[:ABOUT]-(c:Claim)-[:STATED_IN]->(s:Source) WHERE c.withdrawn IS NULL AND s.withdrawn IS NULL "
    "RETURN e.id, c.attribute, c.value, c.quote, s.id, c.confidence, coalesce(c.stance, ''), c.id"
)
_PARTS = (
    "MATCH (e:Contact)-[:HAS_PARTICIPANT]->(p:Participant) RETURN e.id, coalesce(p.name, ''), "
    "coalesce(p.capacity, ''), coalesce(p.side, ''), coalesce(p.tenure, 'unknown'), coalesce(p.tenure_note, ''), "
    "coalesce(p.count, 1), p.id"
)
_CONFLICTS = (
    "MATCH (e:Contact)<-[:CONCERNS]-(c:Conflict) "
    "RETURN e.id, c.attribute, coalesce(c.note, ''), coalesce(c.shown, ''), coalesce(c.because, ''), c.id"
)
_BETWEEN = "MATCH (e:Contact)<-[:CONCERNS]-(c:Conflict)-[:BETWEEN]->(k:Claim) RETURN c.id, k.id"


class Contact(msgspec.Struct, frozen=True):
    """A contact's own properties; its days are absent where the date is not known."""

    id: str
    kind: str
    status: str
    date: str
    earliest: datetime.date | None
    latest: datetime.date | None
    title: str
    voices: int
    known: str


class Links(msgspec.Struct, frozen=True):
    """The ids that each contact is linked to, sorted, by what they are and by the contact's id."""

    by_kind: dict[str, dict[str, list[str]]]

    def of(self, kind: str, contact: str) -> list[str]:
        """Return the ids of that kind."""
        return self.by_kind[kind].get(contact, [])

    def only(self, contacts: set[str]) -> Links:
        """Return the links of these contacts."""
        return Links(
            {
                kind: {contact: ids for contact, ids in found.items() if contact in contacts}
                for kind, found in self.by_kind.items()
            }
        )

    def used(self, kind: str) -> set[str]:
        """Return every id of that kind that some contact is linked to."""
        return {key for ids in self.by_kind[kind].values() for key in ids}


def read_contacts(engine: Engine) -> list[Contact]:
    """Return all contacts, sorted by id."""
    return [Contact(*row) for row in engine.stream(_CONTACTS)]


def read_links(engine: Engine) -> Links:
    """Return what the contacts are linked to."""
    return Links({kind: _grouped(engine, text) for kind, text in _LINKS.items()})


def read_things(engine: Engine, kind: str, used: set[str]) -> list[tuple[Any, ...]]:
    """Return those of the sides, officials, topics, places or sources that are used, sorted by id."""
    return sorted((row for row in engine.stream(_THINGS[kind]) if row[0] in used), key=lambda row: str(row[0]))


def read_claims(engine: Engine) -> Iterator[tuple[Any, ...]]:
    """Yield contact, attribute, value, quote, source, confidence, stance and id of each claim that counts."""
    return engine.stream(_CLAIMS)


def read_parts(engine: Engine) -> Iterator[tuple[Any, ...]]:
    """Yield contact, name, capacity, side, tenure verdict, tenure note, count and id of each participant."""
    return engine.stream(_PARTS)


def read_conflicts(engine: Engine) -> Iterator[tuple[Any, ...]]:
    """Yield contact, attribute, note, value shown, reason and id of each conflict."""
    return engine.stream(_CONFLICTS)


def read_between(engine: Engine) -> dict[str, list[str]]:
    """Return the ids of the claims that cannot all be true, by the id of their conflict."""
    return _grouped(engine, _BETWEEN)


def _grouped(engine: Engine, text: str) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {}
    for contact, other in engine.stream(text):
        found.setdefault(contact, set()).add(other)
    return {contact: sorted(others) for contact, others in found.items()}
