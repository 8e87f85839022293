"""The data of the page, as columns: a contact is a position, and what it is linked to are positions in other columns.

Two parts. ``overview`` is what the views draw; ``evidence`` is what the panel of one contact says, unpacked when one is
first opened. Days count from 1 January 1970; ``null`` where the date is not known. docs/explanation/explorer.md has
the columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from typing import Any, TypeAlias

import msgspec

from kg.blueprint import event_kinds, graph_schema, statuses
from kg.errors import KgError
from kg.store.engine import Engine
from kg.views.contacts import Window
from kg.views.explorer.evidence import evidence_columns
from kg.views.explorer.former import former_names
from kg.views.explorer.offices import read_offices
from kg.views.explorer.read import Contact, Links, read_contacts, read_links, read_things
from kg.views.explorer.settle import settle
from kg.vocabulary import city_coordinates, countries

Columns: TypeAlias = dict[str, Any]

LIMIT = 50_000
"""More contacts than this one page cannot hold; a live page asks for them."""
ALWAYS = Window()
_EPOCH = date(1970, 1, 1)


class PageData(msgspec.Struct, frozen=True):
    """Both parts of the data, how many contacts they hold, and the graph's version as it is cited."""

    overview: bytes
    evidence: bytes
    contacts: int
    version: str


class TooManyContactsError(KgError):
    """One page cannot hold that many contacts."""


def page_data(engine: Engine, window: Window = ALWAYS) -> PageData:
    """Return the data of the graph, or of the contacts possibly in the window; the same bytes for the same graph.

    Raises:
        TooManyContactsError: there are more than 50,000 contacts.
    """
    contacts = [one for one in read_contacts(engine) if _possibly(one, window)]
    if len(contacts) > LIMIT:
        raise TooManyContactsError(
            f"the graph has {len(contacts):,} contacts, and one page holds {LIMIT:,}: 'kg serve' asks for a window "
            "of time, and 'kg view pyvis --since ...' shows a part"
        )
    links = read_links(engine)
    if window != ALWAYS:
        links = links.only({one.id for one in contacts})
    things = {kind: read_things(engine, kind, links.used(kind)) for kind in links.by_kind if kind != "hosts"}
    index = {kind: {row[0]: at for at, row in enumerate(rows)} for kind, rows in things.items()}
    index["hosts"] = index["sides"]
    evidence = evidence_columns(engine, [one.id for one in contacts], things["sources"])
    overview: Columns = {
        "format": 1,
        "kinds": sorted(event_kinds()),
        "statuses": list(statuses()),
        "sides": _sides(things["sides"], contacts, links),
        "officials": _columns(("id", "name", "side"), things["officials"]),
        "topics": _columns(("id", "code", "name"), things["topics"]),
        "places": _columns(("id", "name", "lat", "lon", "country"), things["places"]),
        "sources": _sources(things["sources"]),
        "contacts": _contacts(contacts, links, index, evidence["conflicts"]),
        "former": former_names([row[1] for row in things["sides"]]),
        "offices": _offices(engine, contacts, index["officials"], things["sides"]),
    }
    version = blake2b(msgspec.json.encode(overview), digest_size=6).hexdigest()
    graph = {
        "version": version,
        "schema": graph_schema().version,
        "sources": len(things["sources"]),
        "contacts": len(contacts),
    }
    whole = msgspec.json.encode({"graph": graph, **overview})
    return PageData(whole, msgspec.json.encode(evidence), len(contacts), version)


def _possibly(contact: Contact, window: Window) -> bool:
    """A contact without a date is in no window, as on the page; one with an open end may lie in many."""
    if window == ALWAYS:
        return True
    begins, ends = contact.earliest, contact.latest
    if begins is None and ends is None:
        return False
    after = window.since is None or ends is None or ends >= window.since
    return after and (window.until is None or begins is None or begins <= window.until)


def _columns(names: Sequence[str], rows: Iterable[Sequence[Any]]) -> Columns:
    table = list(rows)
    return {name: [row[at] for row in table] for at, name in enumerate(names)}


def _contacts(
    contacts: Sequence[Contact],
    links: Links,
    index: Mapping[str, Mapping[str, int]],
    conflicts: Sequence[Sequence[Any]],
) -> Columns:
    kinds, states = sorted(event_kinds()), list(statuses())
    linked = {
        kind: [[index[kind][key] for key in links.of(kind, one.id) if key in index[kind]] for one in contacts]
        for kind in links.by_kind
    }
    return {
        "id": [one.id for one in contacts],
        "kind": [kinds.index(one.kind) for one in contacts],
        "status": [states.index(one.status) for one in contacts],
        "date": [one.date for one in contacts],
        "title": [one.title for one in contacts],
        "earliest": [_day(one.earliest) for one in contacts],
        "latest": [_day(one.latest) for one in contacts],
        "known": [_day(date.fromisoformat(one.known[:10])) if one.known else None for one in contacts],
        "voices": [one.voices for one in contacts],
        "conflicts": [len(found) for found in conflicts],
        **linked,
    }


def _sources(rows: Sequence[tuple[Any, ...]]) -> Columns:
    """What filters need of the sources; their titles and addresses are with the evidence."""
    publishers = sorted({str(row[2]) for row in rows})
    return {
        "publishers": publishers,
        "publisher": [publishers.index(row[2]) for row in rows],
        "published": [row[3] for row in rows],
    }


def _offices(
    engine: Engine, contacts: Sequence[Contact], officials: Mapping[str, int], sides: Sequence[tuple[Any, ...]]
) -> Columns:
    keys = [one.id for one in contacts]
    return read_offices(engine, set(keys)).columns(keys, officials, {row[1]: row[2] for row in sides})


def _day(day: date | None) -> int | None:
    return (day - _EPOCH).days if day is not None else None


def _sides(rows: Sequence[tuple[Any, ...]], contacts: Sequence[Contact], links: Links) -> Columns:
    """Sides with where they lie: on the map at their capital, in the network where the springs put them."""
    places = settle(rows, contacts, links)
    found = _columns(("id", "code", "name"), rows)
    where = [_capital(str(row[1])) for row in rows]
    return {
        **found,
        "lat": [one[0] if one else None for one in where],
        "lon": [one[1] if one else None for one in where],
        "x": [places[row[0]][0] for row in rows],
        "y": [places[row[0]][1] for row in rows],
    }


def _capital(code: str) -> tuple[float, float] | None:
    country = countries().get(code)
    return city_coordinates(country.capital, code) if country and country.capital else None
