"""Rows for the things that reference data name: countries, organisations, offices, topics, places.

Their ids are readable (``country-rus``, ``topic-energy``) where the key is a code of a closed list; else hashes.
"""

from __future__ import annotations

import re

from kg.identity.names import fold_name
from kg.model import Venue, make_id
from kg.store.batch import Batch, EdgeShape
from kg.vocabulary import city_coordinates, countries, is_country, office_titles, organizations, side_name, topics

_PLAIN_CODE = re.compile(r"[A-Za-z0-9-]+")


def side_label(code: str) -> str:
    """Return ``Country`` or ``Organization``."""
    return "Country" if is_country(code) else "Organization"


def side_id(code: str) -> str:
    """Return the id of a side. An organisation that no table lists has a hash of its folded name."""
    if is_country(code):
        return f"country-{code.lower()}"
    if code in organizations() and _PLAIN_CODE.fullmatch(code):
        return f"organization-{code.lower()}"
    return make_id("organization", fold_name(code))


def add_side(batch: Batch, code: str) -> None:
    """Add the country or organisation of this code."""
    if is_country(code):
        country = countries()[code]
        properties = {"iso3": code, "iso2": country.iso2, "name": country.name, "qid": country.qid}
        batch.node("Country", side_id(code), properties)
        return
    known = organizations().get(code)
    properties = {"code": code, "name": known.name if known else code, "qid": known.qid if known else ""}
    batch.node("Organization", side_id(code), properties)


def office_id(office: str, title: str, side: str) -> str:
    """Return the id of the office of a side. Titles that the table knows share one office."""
    return make_id("office", office or fold_name(title), side)


def office_title(office: str, title: str) -> str:
    """Return what an office is called: as the table has it, else as it was worded."""
    return office_titles().get(office, title)


def add_office(batch: Batch, office: str, title: str, side: str) -> str:
    """Add the office of a side and return its id."""
    key = office_id(office, title, side)
    batch.node("Office", key, {"title": office_title(office, title), "office": office, "side": side})
    add_side(batch, side)
    batch.shared_edge(EdgeShape("OFFICE_OF", "Office", side_label(side)), key, side_id(side))
    return key


def add_topic(batch: Batch, code: str) -> str:
    """Add a topic of the closed list and return its id."""
    topic = topics()[code]
    topic_id = f"topic-{code}"
    properties = {"code": code, "name": topic.name, "qid": topic.qid, "iptc": topic.iptc}
    batch.node("Topic", topic_id, properties)
    return topic_id


def add_place(batch: Batch, venue: Venue) -> str:
    """Add the place of a venue and return its id: its city where that is known, else the place as named."""
    name = venue.city or venue.name or side_name(venue.country)
    place_id = make_id("place", fold_name(name), venue.country)
    latitude, longitude = city_coordinates(name, venue.country) or (None, None)
    properties = {"name": name, "country": venue.country, "latitude": latitude, "longitude": longitude}
    batch.node("Place", place_id, properties)
    if is_country(venue.country):
        add_side(batch, venue.country)
        batch.shared_edge(EdgeShape("IN_COUNTRY", "Place", "Country"), place_id, side_id(venue.country))
    return place_id
