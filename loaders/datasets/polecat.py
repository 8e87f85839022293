"""POLECAT coded events.

Source: A. Halterman, B. Bagozzi, A. Beger, P. Schrodt and G. Scarborough, *PLOVER and POLECAT: A New Political Event
Ontology and Dataset* (2023; Harvard Dataverse, doi:10.7910/DVN/AJGVIT). Tab-separated with a header of 40 columns,
UTF-8 or Latin-1; nothing is the word ``None``; several actors, countries or names of one role are joined by "; "; ids
are repeated in files that overlap. Rows with one id, kind, day and sides are one record.
"""

from __future__ import annotations

from kg.identity.names import fold_name
from kg.model import Participant, Reject
from kg.vocabulary import persons_named, resolve_side
from loaders.datasets.collapse import Coding
from loaders.datasets.days import day_in
from loaders.datasets.headed import NOTHING, CodingsTable, Row, no_side, venue_in
from loaders.datasets.plover import coded
from loaders.datasets.remembered import remembered
from loaders.datasets.said import DataSet

NAME = "polecat"
_DATA_SET = DataSet(f"{NAME}/1", "", "POLECAT: as doi:10.7910/DVN/AJGVIT says", 0.7)
_HEAD = b"Event ID\tEvent Date\tEvent Type\t"
_NEEDED = ("Event ID", "Event Date", "Event Type", "Event Mode", "Actor Country", "Recipient Country")
_REST = ("Event ID", "Publication Date", "Source", "City", "Country", "Actor Name", "Recipient Name")


class PolecatLoader(CodingsTable):
    """Reads event files, and yields one record for all rows that repeat an event."""

    def __init__(self) -> None:
        super().__init__(_DATA_SET, _HEAD, _NEEDED, _read)


def _read(row: Row, text: str, where: str, number: str) -> Coding | Reject:
    meaning = coded(row["Event Type"], row["Event Mode"])
    if meaning is None:
        return Reject(where, number, "not-a-contact", f"{row['Event Type']} is no diplomatic event")
    actors, recipients = row["Actor Country"], row["Recipient Country"]
    sides = _sides(actors, recipients)
    if len(sides) < 2:
        return _one_side((actors, recipients), where, number)
    day = day_in(row["Event Date"])
    if not day:
        return Reject(where, number, "bad-record", f"{row['Event Date']!r} is no day", text, NAME)
    event, published, publisher, city, country, actor, recipient = row.some(_REST)
    return Coding(
        row=text, number=event, told_in=f"event {event}", kind=meaning.kind, status=meaning.status, day=day,
        sides=sides, published=day_in(published) or day, publisher=publisher, venue=venue_in(city, country),
        people=_people(actor, actors) + _people(recipient, recipients),
    )  # fmt: skip


def _several(cell: str) -> list[str]:
    return [one for one in (part.strip() for part in cell.split(";")) if one not in NOTHING]


@remembered
def _sides(*cells: str) -> tuple[str, ...]:
    return tuple(sorted({side for cell in cells for name in _several(cell) if (side := resolve_side(name))}))


def _one_side(cells: tuple[str, str], where: str, number: str) -> Reject:
    named = [name for cell in cells for name in _several(cell)]
    unknown = [name for name in named if not resolve_side(name)]
    if unknown:
        return no_side(where, number, unknown[0])
    return Reject(where, number, "one-side", ", ".join(dict.fromkeys(named)) or "none")


@remembered
def _people(names: str, countries: str) -> tuple[Participant, ...]:
    """Persons whom reference data know on the one side of their role; of several sides nobody says whose they are."""
    sides = _sides(countries)
    if len(sides) != 1:
        return ()
    (side,) = sides
    return tuple(Participant(name=name, side=side) for name in _several(names) if persons_named(fold_name(name), side))
