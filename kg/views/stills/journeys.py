"""Who went to whom: from each country to the country of the venue, counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from kg.store.engine import Engine
from kg.views.contacts import Contact, Thing
from kg.views.stills.earth import Place
from kg.vocabulary import city_coordinates, countries

_VENUES = "MATCH (e:Contact)-[:HELD_AT]->(p:Place) WHERE p.country <> '' RETURN e.id, p.country"
_COUNTRIES = "MATCH (c:Country) RETURN c.id, c.iso3, c.name"


class Land(msgspec.Struct, frozen=True, order=True):
    """A country on the map: where its capital is."""

    code: str
    name: str
    capital: Place


class Geography(msgspec.Struct, frozen=True):
    """The countries whose capitals have coordinates, by id and by ISO3 code, and the venues' countries by contact."""

    by_id: Mapping[str, Land]
    by_code: Mapping[str, Land]
    venues: Mapping[str, frozenset[str]]


class Travel(msgspec.Struct, frozen=True):
    """Journeys (from, to) and how often; meetings by country; contacts with a place, and those abroad for somebody."""

    journeys: Mapping[tuple[Land, Land], int]
    meetings: Mapping[Land, int]
    placed: int


def read_geography(engine: Engine) -> Geography:
    """Read where contacts were held, and the countries."""
    venues: dict[str, set[str]] = {}
    for contact, code in engine.stream(_VENUES):
        venues.setdefault(contact, set()).add(code)
    lands = {key: Land(code, name, where) for key, code, name in engine.stream(_COUNTRIES) if (where := _capital(code))}
    return Geography(
        lands, {land.code: land for land in lands.values()}, {key: frozenset(codes) for key, codes in venues.items()}
    )


def _capital(code: str) -> Place | None:
    country = countries().get(code)
    return city_coordinates(country.capital, code) if country and country.capital else None


def travel(contacts: Sequence[Contact], geography: Geography) -> Travel:
    """Count journeys: each country that is a side goes to the one country of the venue, unless that is its own.

    A contact held in two countries (by telephone, in two rounds) is nobody's journey.
    """
    journeys: Counter[tuple[Land, Land]] = Counter()
    meetings: Counter[Land] = Counter()
    for contact in contacts:
        there = _venue(contact, geography)
        if there is None:
            continue
        meetings[there] += 1
        journeys.update((home, there) for home in _homes(contact.sides, geography) if home != there)
    return Travel(journeys, meetings, meetings.total())


def _venue(contact: Contact, geography: Geography) -> Land | None:
    codes = geography.venues.get(contact.id, frozenset())
    return geography.by_code.get(next(iter(codes))) if len(codes) == 1 else None


def _homes(sides: Sequence[Thing], geography: Geography) -> list[Land]:
    return [geography.by_id[side.id] for side in sides if side.id in geography.by_id]
