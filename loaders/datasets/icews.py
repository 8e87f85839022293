"""ICEWS coded events.

Source: E. Boschee et al., *ICEWS Coded Event Data* (Harvard Dataverse, doi:10.7910/DVN/28075) and its codebook of 2015.
Tab-separated with a header; a layout without the CAMEO column; days as 2018-06-01 or 6/1/2018; nothing is empty, NULL
or NA. Each symmetric event stands twice with source and target swapped, and ids repeat: rows of one story with the same
kind, day and pair of sides are one event.
"""

from __future__ import annotations

from kg.identity.names import fold_name
from kg.model import Participant, Reject
from kg.vocabulary import persons_named, resolve_side
from loaders.datasets.cameo import code_of, coded
from loaders.datasets.collapse import Coding
from loaders.datasets.days import day_in
from loaders.datasets.headed import CodingsTable, Row, no_side, venue_in
from loaders.datasets.remembered import remembered
from loaders.datasets.said import DataSet

NAME = "icews"
_DATA_SET = DataSet(f"{NAME}/1", "", "ICEWS: CC0-1.0", 0.7)
_HEAD = b"Event ID\tEvent Date\tSource Name\t"
_NEEDED = ("Event ID", "Event Date", "Source Country", "Target Country", "Story ID")
_REST = ("Event ID", "Story ID", "Publisher", "City", "Country", "Source Name", "Target Name")


class IcewsLoader(CodingsTable):
    """Reads event files, and yields one record for all rows of a story that code the same event."""

    def __init__(self) -> None:
        super().__init__(_DATA_SET, _HEAD, _NEEDED, _read)


def _read(row: Row, text: str, where: str, number: str) -> Coding | Reject:
    code = row.get("CAMEO Code") or code_of(row.get("Event Text"))
    meaning = coded(code if len(code) > 2 else f"0{code}")
    if meaning is None:
        return Reject(where, number, "not-a-contact", f"{row.get('Event Text', code)!r} is no diplomatic event")
    source, target = _side(row["Source Country"]), _side(row["Target Country"])
    if not source or not target or source == target:
        return _one_side(row, where, number)
    day = day_in(row["Event Date"])
    if not day:
        return Reject(where, number, "bad-record", f"{row['Event Date']!r} is no day", text, NAME)
    event, story, publisher, city, country, *names = row.some(_REST)
    people = [person for name, side in zip(names, (source, target), strict=True) for person in _person(name, side)]
    return Coding(
        row=text, number=event, told_in=f"story {story}", kind=meaning.kind, status=meaning.status, day=day,
        sides=(min(source, target), max(source, target)), published=day, publisher=publisher,
        venue=venue_in(city, country), people=tuple(people),
    )  # fmt: skip


@remembered
def _side(name: str) -> str:
    return resolve_side(name) or "" if name else ""


def _one_side(row: Row, where: str, number: str) -> Reject:
    names = row["Source Country"], row["Target Country"]
    for name in names:
        if name and not _side(name):
            return no_side(where, number, name)
    return Reject(where, number, "one-side", f"{names[0] or 'none'} and {names[1] or 'none'}")


@remembered
def _person(name: str, side: str) -> tuple[Participant, ...]:
    """The actor, where it is a person whom reference data know on that side; others are bodies and roles."""
    is_known = name and "(" not in name and persons_named(fold_name(name), side)
    return (Participant(name=name, side=side),) if is_known else ()
