"""ICEWS coded events.

Source: E. Boschee et al., *ICEWS Coded Event Data* (Harvard Dataverse, doi:10.7910/DVN/28075) and its codebook of 2015.
Tab-separated with a header; a layout without the CAMEO column; days as 2018-06-01 or 6/1/2018; nothing is empty, NULL
or NA. Each symmetric event stands twice with source and target swapped, and ids repeat: rows of one story with the same
kind, day and pair of sides are one event.
"""

from __future__ import annotations

from collections.abc import Iterator

from kg.identity.names import fold_name
from kg.model import Participant, Reject, Venue
from kg.vocabulary import persons_named, resolve_country, resolve_side
from loaders.datasets.cameo import code_of, coded
from loaders.datasets.collapse import Coding
from loaders.datasets.days import day_in
from loaders.datasets.headed import CodingsTable, Row, no_side
from loaders.datasets.remembered import remembered
from loaders.datasets.said import DataSet

NAME = "icews"
_DATA_SET = DataSet(f"{NAME}/1", "", "ICEWS: CC0-1.0", 0.7)
_HEAD = b"Event ID\tEvent Date\tSource Name\t"
_NEEDED = ("Event ID", "Event Date", "Source Country", "Target Country", "Story ID")


class IcewsLoader(CodingsTable):
    """Reads event files, and yields one record for all rows of a story that code the same event."""

    def __init__(self) -> None:
        super().__init__(_DATA_SET, _HEAD, _NEEDED, _read)


def _read(row: Row, text: str, where: str, number: str) -> Coding | Reject:
    code = row.get("CAMEO Code", "") or code_of(row.get("Event Text", ""))
    meaning = coded(code if len(code) > 2 else f"0{code}")
    if meaning is None:
        return Reject(where, number, "not-a-contact", f"{row.get('Event Text', code)!r} is no diplomatic event")
    sides = {side for name in ("Source", "Target") if (side := _side(row, name))}
    if len(sides) != 2:
        return _one_side(row, where, number)
    day = day_in(row["Event Date"])
    if day is None:
        return Reject(where, number, "bad-record", f"{row['Event Date']!r} is no day", text, NAME)
    first, second = sorted(sides)
    return Coding(
        row=text, number=row["Event ID"], told_in=f"story {row['Story ID']}", kind=meaning.kind, status=meaning.status,
        day=day.isoformat(), sides=(first, second), published=day.isoformat(), publisher=row.get("Publisher", ""),
        venue=_venue(row.get("City", ""), row.get("Country", "")), people=tuple(_people(row)),
    )  # fmt: skip


def _side(row: Row, which: str) -> str:
    return _side_called(row[f"{which} Country"])


@remembered
def _side_called(name: str) -> str:
    return resolve_side(name) or "" if name else ""


def _one_side(row: Row, where: str, number: str) -> Reject:
    for which in ("Source", "Target"):
        if row[f"{which} Country"] and not _side(row, which):
            return no_side(where, number, row[f"{which} Country"])
    return Reject(where, number, "one-side", f"{row['Source Country'] or 'none'} and {row['Target Country'] or 'none'}")


@remembered
def _venue(city: str, country: str) -> Venue | None:
    iso3 = resolve_country(country)
    return Venue(name=city, city=city, country=iso3) if city and iso3 else None


def _people(row: Row) -> Iterator[Participant]:
    """Actors that are persons whom reference data know on that side; others are bodies and roles."""
    for which in ("Source", "Target"):
        name, side = row.get(f"{which} Name", ""), _side(row, which)
        if name and "(" not in name and persons_named(fold_name(name), side):
            yield Participant(name=name, side=side)
