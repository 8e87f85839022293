"""What the explorer shows, read from the graph in a constant number of queries, whatever its size.

With it what it showed and shows no more: a version of a contact that was replaced is a row as the others are, with the
days on which it began and ceased to be shown. A row's key is the version's, or the contact's id.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from functools import cached_property
from typing import Any

import msgspec

from kg.blueprint import past_label, past_type
from kg.store.engine import Engine
from kg.store.reference_rows import office_id
from queries.as_of import widen

_KEY = "coalesce(e.version, e.id)"
_ANY_PAST = f"MATCH (e:{past_label('Contact')}) RETURN count(e) > 0"
_CONTACTS = (
    f"MATCH (e:Contact) RETURN {_KEY}, e.kind, e.status, coalesce(e.date, ''), e.earliest, e.latest, "
    "coalesce(e.title, ''), coalesce(e.sources, 0), coalesce(e.known, ''), e.id, "
    "coalesce(e.recorded, e.known, ''), coalesce(e.replaced, '')"
)
# The node that is known stands first in each pattern: the embedded engine walks from the left.
_LINKS = {
    "sides": f"MATCH (e:Contact)<-[:TOOK_PART]-(n) RETURN {_KEY}, n.id",
    "hosts": f"MATCH (e:Contact)<-[:HOSTED]-(n) RETURN {_KEY}, n.id",
    "officials": f"MATCH (e:Contact)<-[:ATTENDED]-(n) RETURN {_KEY}, n.id",
    "topics": f"MATCH (e:Contact)-[:ON_TOPIC]->(n) RETURN {_KEY}, n.id",
    "places": f"MATCH (e:Contact)-[:HELD_AT]->(n) RETURN {_KEY}, n.id",
    "sources": (
        f"MATCH (e:Contact)<-[:REPORTS]-(n) WHERE n.withdrawn IS NULL OR e.replaced IS NOT NULL RETURN {_KEY}, n.id"
    ),
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
_CLAIMS_THEN = (
    f"MATCH (e:{past_label('Contact')})<-[:{past_type('TELLS_OF')}]-(m:Mention) "
    "MATCH (c:Claim {mention: m.id})-[:STATED_IN]->(s:Source) "
    "WHERE c.recorded < e.replaced AND (c.withdrawn IS NULL OR c.withdrawn >= e.replaced) "
    "RETURN DISTINCT e.version, c.attribute, c.value, c.quote, s.id, c.confidence, coalesce(c.stance, ''), c.id"
)
_PARTS = (
    f"MATCH (e:Contact)-[:HAS_PARTICIPANT]->(p:Participant) RETURN {_KEY}, coalesce(p.name, ''), "
    "coalesce(p.capacity, ''), coalesce(p.side, ''), coalesce(p.tenure, 'unknown'), coalesce(p.tenure_note, ''), "
    "coalesce(p.count, 1), p.id"
)
_CONFLICTS = (
    f"MATCH (e:Contact)<-[:CONCERNS]-(c:Conflict) RETURN {_KEY}, c.attribute, coalesce(c.note, ''), "
    "coalesce(c.shown, ''), coalesce(c.because, ''), coalesce(c.version, c.id)"
)
_BETWEEN = "MATCH (e:Contact)<-[:CONCERNS]-(c:Conflict)-[:BETWEEN]->(k:Claim) RETURN coalesce(c.version, c.id), k.id"
_SEATS = (
    "MATCH (e:Contact)-[:HAS_PARTICIPANT]->(p:Participant)-[:SERVED_AS]->(o:Office) "
    "MATCH (p)-[:IDENTIFIED_AS]->(f:Official) RETURN DISTINCT e.id, o.id, f.id"
)
_SEATS_THEN = (
    f"MATCH (e:{past_label('Contact')})-[:{past_type('HAS_PARTICIPANT')}]->(p)-[:{past_type('IDENTIFIED_AS')}]->(f) "
    "WHERE coalesce(p.capacity, '') <> '' AND coalesce(p.side, '') <> '' "
    "RETURN DISTINCT e.version, coalesce(p.office, ''), p.capacity, p.side, f.id"
)


class Contact(msgspec.Struct, frozen=True):
    """A contact's own properties, or those it had; its days are absent where the date is not known.

    ``key`` is the row's, ``id`` the contact's. It is shown so since ``recorded``, and was until ``replaced``, which is
    empty where it still is.
    """

    key: str
    kind: str
    status: str
    date: str
    earliest: datetime.date | None
    latest: datetime.date | None
    title: str
    voices: int
    known: str
    id: str
    recorded: str
    replaced: str

    @property
    def stands(self) -> bool:
        """Whether that is what the graph shows now."""
        return not self.replaced


class Links(msgspec.Struct, frozen=True):
    """The ids that each contact is linked to, sorted, by what they are and by the contact's key."""

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


class Reading:
    """Reads the graph; asks for the past where there is any, so that a graph without one is read as quickly as ever."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine

    @cached_property
    def any_past(self) -> bool:
        """Whether some contact was shown in another way than now."""
        return bool(self.engine.read(_ANY_PAST).rows[0][0])

    def contacts(self) -> list[Contact]:
        """Return all contacts, those that are shown no more among them; a version of less than a day is not."""
        rows = (Contact(*row) for row in self._rows(_CONTACTS))
        return [one for one in rows if one.stands or one.recorded[:10] < one.replaced[:10]]

    def links(self) -> Links:
        """Return what the contacts are linked to."""
        return Links({kind: _grouped(self._rows(text)) for kind, text in _LINKS.items()})

    def things(self, kind: str, used: set[str]) -> list[tuple[Any, ...]]:
        """Return those of the sides, officials, topics, places or sources that are used, sorted by id."""
        found = {row[0]: row for row in sorted(self._rows(_THINGS[kind]), key=str) if row[0] in used}
        return [found[key] for key in sorted(found)]

    def claims(self) -> Iterator[tuple[Any, ...]]:
        """Yield key, attribute, value, quote, source, confidence, stance and id of each claim, past ones too."""
        yield from self.engine.stream(_CLAIMS)
        if self.any_past:
            yield from self.engine.stream(_CLAIMS_THEN)

    def parts(self) -> Iterator[tuple[Any, ...]]:
        """Yield key, name, capacity, side, tenure verdict, tenure note, count and id of each participant."""
        return self._rows(_PARTS)

    def conflicts(self) -> Iterator[tuple[Any, ...]]:
        """Yield key, attribute, note, value shown, reason and id of each conflict."""
        return self._rows(_CONFLICTS)

    def between(self) -> dict[str, list[str]]:
        """Return the ids of the claims that cannot all be true, by the id of their conflict."""
        return _grouped(self._rows(_BETWEEN))

    def seats(self) -> Iterator[tuple[str, str, str]]:
        """Yield key, office and official of each who served in an office."""
        yield from self.engine.stream(_SEATS)
        if self.any_past:
            for key, *office, official in self.engine.stream(_SEATS_THEN):
                yield key, office_id(*office), official

    def _rows(self, text: str) -> Iterator[tuple[Any, ...]]:
        return self.engine.stream(widen(text) if self.any_past else text)


def _grouped(rows: Iterator[tuple[Any, ...]]) -> dict[str, list[str]]:
    found: dict[str, set[str]] = {}
    for contact, other in rows:
        found.setdefault(contact, set()).add(other)
    return {contact: sorted(others) for contact, others in found.items()}
