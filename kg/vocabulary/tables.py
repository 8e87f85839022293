"""The reference tables, each read once, when first asked for."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar, get_type_hints

import msgspec

from kg.errors import SchemaFileError
from kg.vocabulary.data import items, table
from kg.vocabulary.records import (
    Area,
    BroadOffice,
    City,
    Collision,
    Country,
    FormerState,
    Organization,
    PersonNames,
    TenureRow,
    Title,
    TitleModifier,
    Topic,
)

Row = TypeVar("Row", bound=msgspec.Struct)


def _records(name: str, kind: type[Row], columns: dict[str, str] | None = None) -> list[Row]:
    """Read a table into records. ``columns`` gives the column of each field that has another name there."""
    header, lines = table(name)
    wanted = [(columns or {}).get(field, field) for field in kind.__struct_fields__]
    missing = [column for column in wanted if column not in header]
    if missing:
        raise SchemaFileError(f"schema/{name}: there is no column {missing[0]!r}")
    hints = get_type_hints(kind)
    readers = [_READERS[hints[field]] for field in kind.__struct_fields__]
    plan = list(zip(map(header.index, wanted), readers, strict=True))
    return [kind(*[reader(cells[at]) for at, reader in plan]) for cells in lines]


def _number(cell: str) -> float | None:
    return float(cell) if cell else None


def _flag(cell: str) -> bool:
    return cell == "1"


_READERS: dict[Any, Any] = {str: str, tuple[str, ...]: items, float | None: _number, bool: _flag}


USUAL_TITLES = MappingProxyType({
    "ambassador": "Ambassador",
    "defence-minister": "Minister of Defence",
    "deputy-prime-minister": "Deputy Prime Minister",
    "foreign-minister": "Minister of Foreign Affairs",
    "head-of-government": "Prime Minister",
    "head-of-state": "President",
    "permanent-representative": "Permanent Representative to the United Nations",
    "vice-president": "Vice President",
})  # fmt: skip
"""What an empty title in schema/reference/tenures.tsv stands for."""


@cache
def countries() -> MappingProxyType[str, Country]:
    """Return countries and territories by ISO3 code."""
    return MappingProxyType({row.iso3: row for row in _records("reference/countries.tsv", Country)})


@cache
def former_states() -> tuple[FormerState, ...]:
    """Return states that are no more."""
    return tuple(_records("reference/former_states.tsv", FormerState, {"start": "from", "end": "to"}))


@cache
def organizations() -> MappingProxyType[str, Organization]:
    """Return international organisations, groups and movements by id."""
    return MappingProxyType({row.id: row for row in _records("reference/organizations.tsv", Organization)})


@cache
def cities() -> tuple[City, ...]:
    """Return cities, regions and named venues."""
    return tuple(_records("reference/cities.tsv", City, {"latitude": "lat", "longitude": "lon"}))


@cache
def areas() -> tuple[Area, ...]:
    """Return parts of the world that are no state."""
    return tuple(_records("reference/areas.tsv", Area))


@cache
def collisions() -> MappingProxyType[str, Collision]:
    """Return names with more than one meaning, by name as spelled."""
    return MappingProxyType({row.name: row for row in _records("reference/collisions.tsv", Collision)})


@cache
def titles() -> tuple[Title, ...]:
    """Return the titles of offices."""
    return tuple(_records("reference/titles.tsv", Title))


@cache
def broad_offices() -> frozenset[str]:
    """Return the offices that are many, and the ranks and styles that whoever holds another office may have."""
    return frozenset(row.office for row in _records("reference/broad_offices.tsv", BroadOffice))


@cache
def title_modifiers() -> tuple[TitleModifier, ...]:
    """Return the words beside a title that tell whether the office is held."""
    return tuple(_records("reference/title_modifiers.tsv", TitleModifier))


@cache
def person_names() -> tuple[PersonNames, ...]:
    """Return other spellings of the names of well-known persons."""
    return tuple(_records("reference/person_names.tsv", PersonNames))


@cache
def topics() -> MappingProxyType[str, Topic]:
    """Return the closed list of topics by id."""
    return MappingProxyType({row.id: row for row in _records("topics.tsv", Topic)})


@cache
def tenures() -> tuple[TenureRow, ...]:
    """Return who held which office from when to when, sorted."""
    return tuple(
        row if row.title else msgspec.structs.replace(row, title=USUAL_TITLES[row.office])
        for row in _records("reference/tenures.tsv", TenureRow)
    )
