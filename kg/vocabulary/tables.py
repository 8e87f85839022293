"""The reference tables, each read once, when first asked for."""

from __future__ import annotations

from functools import cache

from kg.vocabulary.data import items, rows
from kg.vocabulary.records import City, Country, FormerState, Organization, TenureRow, Title, Topic

_LISTS = frozenset({"names", "demonyms", "capital_names", "metonyms", "countries"})


def _fields(row: dict[str, str], *, without: str = "") -> dict[str, object]:
    return {key: items(value) if key in _LISTS else value for key, value in row.items() if key != without}


@cache
def countries() -> dict[str, Country]:
    """Return countries and territories by ISO3 code."""
    return {row["iso3"]: Country(**_fields(row)) for row in rows("reference/countries.tsv")}  # type: ignore[arg-type]


@cache
def former_states() -> tuple[FormerState, ...]:
    """Return states that are no more."""
    return tuple(
        FormerState(
            name=row["name"], names=items(row["names"]), demonyms=items(row["demonyms"]), successor=row["successor"],
            start=row["from"], end=row["to"], cow=row["cow"], cameo=row["cameo"],
        )
        for row in rows("reference/former_states.tsv")
    )  # fmt: skip


@cache
def organizations() -> dict[str, Organization]:
    """Return international organisations and groups by id."""
    return {row["id"]: Organization(**_fields(row)) for row in rows("reference/organizations.tsv")}  # type: ignore[arg-type]


@cache
def cities() -> tuple[City, ...]:
    """Return cities, regions and named venues."""
    return tuple(
        City(
            name=row["name"], names=items(row["names"]), iso3=row["iso3"], kind=row["kind"], city=row["city"],
            latitude=float(row["lat"]) if row["lat"] else None, longitude=float(row["lon"]) if row["lon"] else None,
        )
        for row in rows("reference/cities.tsv")
    )  # fmt: skip


@cache
def titles() -> tuple[Title, ...]:
    """Return the titles of offices."""
    return tuple(
        Title(
            title=row["title"], plural=row["plural"], office=row["office"], rank=row["rank"],
            countries=items(row["countries"]),
        )
        for row in rows("reference/titles.tsv")
    )  # fmt: skip


@cache
def topics() -> dict[str, Topic]:
    """Return the closed list of topics by id."""
    return {
        row["id"]: Topic(row["id"], row["name"], row["iptc"], row["qid"], items(row["terms"]))
        for row in rows("topics.tsv")
    }


@cache
def tenures() -> tuple[TenureRow, ...]:
    """Return who held which office from when to when, sorted."""
    return tuple(TenureRow(**row) for row in rows("reference/tenures.tsv"))
