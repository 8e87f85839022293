"""Rows of the reference tables."""

from __future__ import annotations

import msgspec


class Country(msgspec.Struct, frozen=True):
    """A row of schema/reference/countries.tsv. Codes that a country does not have are empty."""

    iso3: str
    iso2: str
    name: str
    official_name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str
    capital_names: tuple[str, ...]
    metonyms: tuple[str, ...]
    cow: str
    fips: str
    cameo: str
    qid: str
    region: str


class FormerState(msgspec.Struct, frozen=True):
    """A row of schema/reference/former_states.tsv; ``successor`` is the ISO3 code that stands for it."""

    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    successor: str
    start: str
    end: str
    cow: str
    cameo: str


class Organization(msgspec.Struct, frozen=True):
    """A row of schema/reference/organizations.tsv; ``kind`` is igo, body or group."""

    id: str
    name: str
    names: tuple[str, ...]
    qid: str
    kind: str


class City(msgspec.Struct, frozen=True):
    """A row of schema/reference/cities.tsv; ``kind`` is city, region, or venue (then ``city`` is the city it is in)."""

    name: str
    names: tuple[str, ...]
    iso3: str
    kind: str
    city: str
    latitude: float | None
    longitude: float | None


class Title(msgspec.Struct, frozen=True):
    """A row of schema/reference/titles.tsv. ``countries`` is empty where any may use the title for this office."""

    title: str
    plural: str
    office: str
    rank: str
    countries: tuple[str, ...]


class Topic(msgspec.Struct, frozen=True):
    """A row of schema/topics.tsv. ``terms`` are phrases that tell of it; a final * stands for any ending."""

    id: str
    name: str
    iptc: str
    qid: str
    terms: tuple[str, ...]


class TenureRow(msgspec.Struct, frozen=True):
    """A row of schema/reference/tenures.tsv. Dates are EDTF; an empty end was open when it was collected."""

    side: str
    office: str
    person: str
    qid: str
    start: str
    end: str
    title: str
    provenance: str
