"""POLECAT coded events.

Source: A. Halterman, B. Bagozzi, A. Beger, P. Schrodt and G. Scarborough, *PLOVER and POLECAT: A New Political Event
Ontology and Dataset* (2023; Harvard Dataverse, doi:10.7910/DVN/AJGVIT). Tab-separated with a header of 40 columns,
UTF-8 or Latin-1; nothing is the word ``None``; several actors, countries or names of one role are joined by "; "; ids
are repeated in files that overlap. Rows with one id, kind, day and sides are one record.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.identity.names import fold_name
from kg.model import Participant, Reject, Venue
from kg.vocabulary import persons_named, resolve_country, resolve_side
from loaders.datasets.collapse import Coding
from loaders.datasets.days import day_in
from loaders.datasets.headed import NOTHING, CodingsTable, Row, no_side
from loaders.datasets.plover import coded
from loaders.datasets.remembered import remembered
from loaders.datasets.said import DataSet

NAME = "polecat"
_DATA_SET = DataSet(f"{NAME}/1", "", "POLECAT: as doi:10.7910/DVN/AJGVIT says", 0.7)
_HEAD = b"Event ID\tEvent Date\tEvent Type\t"
_NEEDED = ("Event ID", "Event Date", "Event Type", "Event Mode", "Actor Country", "Recipient Country")
_ROLES = ("Actor", "Recipient")


class PolecatLoader(CodingsTable):
    """Reads event files, and yields one record for all rows that repeat an event."""

    def __init__(self) -> None:
        super().__init__(_DATA_SET, _HEAD, _NEEDED, _read)


def _read(row: Row, text: str, where: str, number: str) -> Coding | Reject:
    meaning = coded(row["Event Type"], row["Event Mode"])
    if meaning is None:
        return Reject(where, number, "not-a-contact", f"{row['Event Type']} is no diplomatic event")
    sides = sorted({side for role in _ROLES for side in _sides(row[f"{role} Country"])})
    if len(sides) < 2:
        return _one_side(row, where, number)
    day = day_in(row["Event Date"])
    if day is None:
        return Reject(where, number, "bad-record", f"{row['Event Date']!r} is no day", text, NAME)
    published = day_in(row.get("Publication Date", ""))
    return Coding(
        row=text, number=row["Event ID"], told_in=f"event {row['Event ID']}", kind=meaning.kind, status=meaning.status,
        day=day.isoformat(), sides=tuple(sides), published=(published or day).isoformat(),
        publisher=row.get("Source", ""), venue=_venue(row.get("City", ""), row.get("Country", "")),
        people=tuple(_people(row)),
    )  # fmt: skip


@remembered
def _several(cell: str) -> tuple[str, ...]:
    return tuple(one for one in (part.strip() for part in cell.split(";")) if one not in NOTHING)


@remembered
def _sides(cell: str) -> frozenset[str]:
    return frozenset(side for name in _several(cell) if (side := resolve_side(name)))


def _one_side(row: Row, where: str, number: str) -> Reject:
    named = [name for role in _ROLES for name in _several(row[f"{role} Country"])]
    unknown = [name for name in named if not resolve_side(name)]
    if unknown:
        return no_side(where, number, unknown[0])
    return Reject(where, number, "one-side", ", ".join(dict.fromkeys(named)) or "none")


@remembered
def _venue(city: str, country: str) -> Venue | None:
    iso3 = resolve_country(country)
    return Venue(name=city, city=city, country=iso3) if city and iso3 else None


def _people(row: Row) -> Iterator[Participant]:
    """Persons whom reference data know on the one side of their role; of several sides nobody says whose they are."""
    for role in _ROLES:
        sides = _sides(row[f"{role} Country"])
        if len(sides) != 1:
            continue
        (side,) = sides
        for name in _several(row.get(f"{role} Name", "")):
            if persons_named(fold_name(name), side):
                yield Participant(name=name, side=side)
