"""The data of the page, as columns: a contact is a position, and what it is linked to are positions in other columns.

Two parts. ``overview`` is what the views draw; ``evidence`` is what the panel of one contact says, unpacked when one is
first opened. Contacts stand in the order of time, for what lies side by side is then alike, and the page finds a window
without looking at all. Days count from 1 January 1970; ``None`` where the date is not known.
docs/explanation/explorer.md has the columns.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import blake2b
from itertools import islice
from typing import Any, TypeAlias

import msgspec

from kg.blueprint import event_kinds, graph_schema, statuses
from kg.errors import KgError
from kg.store.engine import Engine
from kg.views.contacts import Window
from kg.views.explorer.clocks import clocks, day_of
from kg.views.explorer.evidence import evidence_columns
from kg.views.explorer.former import former_names
from kg.views.explorer.offices import read_offices
from kg.views.explorer.pack import pack
from kg.views.explorer.read import Contact, Links, Reading
from kg.views.explorer.settle import settle
from kg.views.explorer.titles import title_beyond
from kg.vocabulary import city_coordinates, countries

Columns: TypeAlias = dict[str, Any]
Things: TypeAlias = Mapping[str, Sequence[tuple[Any, ...]]]
"""Rows of what contacts are linked to, by its kind, in the order that they have on the page."""

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
    reading = Reading(engine)
    contacts = sorted((one for one in reading.contacts() if _possibly(one, window)), key=_by_time)
    standing = [one for one in contacts if one.stands]
    if len(standing) > LIMIT:
        raise TooManyContactsError(
            f"the graph has {len(standing):,} contacts, and one page holds {LIMIT:,}: 'kg serve' asks for a window "
            "of time, and 'kg view pyvis --since ...' shows a part"
        )
    links = reading.links()
    if window != ALWAYS:
        links = links.only({one.key for one in contacts})
    things = {kind: _things(reading, kind, contacts, links) for kind in links.by_kind if kind != "hosts"}
    evidence = evidence_columns(reading, [one.key for one in contacts], things["sources"])
    overview = _overview(reading, contacts, links, things, evidence)
    version = blake2b(msgspec.json.encode(overview), digest_size=6).hexdigest()
    graph = {
        "version": version,
        "schema": graph_schema().version,
        "sources": len(things["sources"]),
        "contacts": len(standing),
    }
    ends = clocks(contacts, links, {row[0]: row[3] for row in things["sources"]})
    return PageData(pack({"graph": graph, "clocks": ends, **overview}), pack(evidence), len(standing), version)


def _overview(
    reading: Reading, contacts: Sequence[Contact], links: Links, things: Things, evidence: Columns
) -> Columns:
    attributes, disputed = _disputed(evidence["conflicts"])
    return {
        "format": 3,
        "kinds": sorted(event_kinds()),
        "kind_names": [event_kinds()[kind].name for kind in sorted(event_kinds())],
        "statuses": list(statuses()),
        "sides": _sides(things["sides"], [one for one in contacts if one.stands], links),
        "officials": _columns(("id", "name", "side"), things["officials"]),
        "topics": _columns(("id", "code", "name"), things["topics"]),
        "places": _columns(("id", "name", "lat", "lon", "country"), things["places"]),
        "sources": _sources(things["sources"]),
        "attributes": attributes,
        "contacts": _contacts(contacts, links, things) | {"conflicts": disputed},
        "former": former_names([row[1] for row in things["sides"]]),
        "offices": _offices(reading, contacts, links, things),
    }


def _by_time(contact: Contact) -> tuple[bool, date, date, str]:
    """Those without a date stand last."""
    begins, ends = contact.earliest, contact.latest
    return begins is None or ends is None, begins or date.max, ends or date.max, contact.key


def _things(reading: Reading, kind: str, contacts: Sequence[Contact], links: Links) -> list[tuple[Any, ...]]:
    """Sides and topics by their ids; others so that numbers are small: sources by first use, the rest by frequency."""
    rows = reading.things(kind, links.used(kind))
    if kind in ("sides", "topics"):
        return rows
    uses = Counter(key for one in contacts for key in links.of(kind, one.key))
    if kind == "sources":
        first = {key: at for at, key in enumerate(uses)}
        return sorted(rows, key=lambda row: first[row[0]])
    return sorted(rows, key=lambda row: (-uses[row[0]], str(row[0])))


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


def _disputed(conflicts: Columns) -> tuple[list[str], list[list[int]]]:
    """Return the attributes on which sources disagree, and for each contact on which: one for each conflict."""
    names = sorted(set(conflicts["attribute"]))
    each = iter(conflicts["attribute"])
    return names, [[names.index(attribute) for attribute in islice(each, count)] for count in conflicts["of"]]


def _contacts(contacts: Sequence[Contact], links: Links, things: Things) -> Columns:
    kinds, states = sorted(event_kinds()), list(statuses())
    index = {kind: {row[0]: at for at, row in enumerate(rows)} for kind, rows in things.items()}
    index["hosts"] = index["sides"]
    linked = {
        kind: [sorted(index[kind][key] for key in links.of(kind, one.key) if key in index[kind]) for one in contacts]
        for kind in links.by_kind
    }
    sides, places = ({row[0]: row for row in things[kind]} for kind in ("sides", "places"))
    return {
        "id": [one.id for one in contacts],
        "kind": [kinds.index(one.kind) for one in contacts],
        "status": [states.index(one.status) for one in contacts],
        "date": [one.date for one in contacts],
        "title": [
            title_beyond(
                one.title,
                event_kinds()[one.kind].name,
                [sides[key][1:] for key in links.of("sides", one.key) if key in sides],
                [places[key][1] for key in links.of("places", one.key) if key in places],
            )
            for one in contacts
        ],
        "earliest": [_day(one.earliest) for one in contacts],
        "latest": [_day(one.latest) for one in contacts],
        **{
            name: [day_of(moment) if (moment := getattr(one, name)) else None for one in contacts]
            for name in ("known", "recorded", "replaced")
        },
        "voices": [one.voices for one in contacts],
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


def _offices(reading: Reading, contacts: Sequence[Contact], links: Links, things: Things) -> Columns:
    officials = {row[0]: at for at, row in enumerate(things["officials"])}
    attended = [(one.key, sorted(officials[key] for key in links.of("officials", one.key))) for one in contacts]
    found = read_offices(reading, {one.key for one in contacts})
    return found.columns(attended, officials, {row[1]: row[2] for row in things["sides"]})


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
