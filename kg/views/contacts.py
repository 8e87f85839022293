"""The contacts that a view shows, read from the graph as plain records."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Literal, TypeAlias

import msgspec

from kg.store.engine import Engine

Day: TypeAlias = date
"""A contact has a field called date."""

_QUOTES_A_SOURCE = 2

_CONTACTS = """
MATCH (e:Contact)
WHERE coalesce(e.status = $status, true) AND coalesce(e.latest >= $since, true) AND coalesce(e.earliest <= $until, true)
  AND ($fuzzy = 'possible' OR (coalesce(e.earliest >= $since, $since IS NULL)
    AND coalesce(e.latest <= $until, $until IS NULL)))
RETURN e.id AS id, coalesce(e.date, '') AS date, e.earliest AS earliest, e.latest AS latest, e.kind AS kind,
  e.status AS status, coalesce(e.title, '') AS title, coalesce(e.sources, 0) AS sources,
  [(e)<-[:TOOK_PART]-(s) | [s.id, s.name, coalesce(s.code, '')]] AS sides,
  [(e)<-[r:ATTENDED]-(o) | [o.id, o.name, coalesce(r.side, ''), coalesce(r.capacity, '')]] AS officials,
  [(e)-[:ON_TOPIC]->(t) | [t.id, t.name, t.code]] AS topics,
  [(e)-[:HELD_AT]->(p) | p.name] AS places
ORDER BY id
"""
_CODES = (
    "MATCH (c:Country) RETURN c.iso3 AS code, c.id AS id UNION MATCH (o:Organization) RETURN o.code AS code, o.id AS id"
)
_QUOTES = """
UNWIND $ids AS id MATCH (e:Event {id: id})<-[:ABOUT]-(c:Claim)-[:STATED_IN]->(s:Source)
WHERE c.withdrawn IS NULL AND s.withdrawn IS NULL
RETURN DISTINCT id, s.id AS source, c.start AS start, c.quote AS quote, coalesce(s.publisher, s.title, '') AS publisher,
  coalesce(s.published, '') AS published, coalesce(s.url, '') AS url
ORDER BY id, source, start, quote
"""


class Thing(msgspec.Struct, frozen=True, order=True):
    """A side or a topic."""

    id: str
    name: str
    code: str = ""


class Attendance(msgspec.Struct, frozen=True, order=True):
    """An official who was there; ``side`` is the id of the side, empty where no source says."""

    id: str
    name: str
    side: str
    capacity: str


class Quote(msgspec.Struct, frozen=True):
    """The words of a source, and where it stands."""

    words: str
    publisher: str
    published: str
    url: str


class Contact(msgspec.Struct, frozen=True):
    """A contact as a view shows it. ``earliest`` and ``latest`` are absent where the date is not known."""

    id: str
    date: str
    earliest: Day | None
    latest: Day | None
    kind: str
    status: str
    title: str
    sources: int
    place: str
    sides: tuple[Thing, ...]
    officials: tuple[Attendance, ...]
    topics: tuple[Thing, ...]


class Window(msgspec.Struct, frozen=True):
    """Which contacts: those that may have been (or, ``certain``, were) between two days, both included."""

    since: Day | None = None
    until: Day | None = None
    fuzzy: Literal["certain", "possible"] = "possible"
    status: str | None = None
    """One status only, or ``None`` for all: how planned differs from held is then drawn."""


def read_contacts(engine: Engine, window: Window) -> list[Contact]:
    """Return the contacts of the window, sorted by id."""
    ids = {str(code): str(key) for code, key in engine.read(_CODES).rows}
    found = engine.read(_CONTACTS, msgspec.structs.asdict(window))
    return [_contact(dict(zip(found.columns, row, strict=True)), ids) for row in found.rows]


def read_quotes(engine: Engine, ids: Sequence[str]) -> dict[str, list[Quote]]:
    """Return what sources say of each of these contacts: of each source, the longest passages."""
    passages: dict[tuple[str, str], list[Quote]] = {}
    for key, source, _, *quote in engine.read(_QUOTES, {"ids": list(ids)}).rows if ids else ():
        passages.setdefault((key, source), []).append(Quote(*quote))
    found: dict[str, list[Quote]] = {}
    for (key, _), quotes in passages.items():
        found.setdefault(key, []).extend(_longest(quotes))
    return found


def _longest(quotes: Sequence[Quote]) -> list[Quote]:
    """Two at most, in the order of the text, and none that only says a part of another."""
    kept: list[Quote] = []
    for quote in sorted(quotes, key=lambda one: -len(one.words)):
        if len(kept) < _QUOTES_A_SOURCE and not any(quote.words in one.words for one in kept):
            kept.append(quote)
    return [quote for quote in quotes if quote in kept]


def _contact(row: Mapping[str, Any], ids: Mapping[str, str]) -> Contact:
    officials = [
        {"id": key, "name": name, "side": ids.get(side, ""), "capacity": capacity}
        for key, name, side, capacity in sorted(row["officials"])
    ]
    things = {
        name: [{"id": key, "name": text, "code": code} for key, text, code in sorted(row[name])]
        for name in ("sides", "topics")
    }
    return msgspec.convert(
        {**row, **things, "officials": officials, "place": ", ".join(sorted(row["places"]))}, Contact
    )
