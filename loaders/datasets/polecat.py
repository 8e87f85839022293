"""POLECAT coded events.

Source: A. Halterman, B. Bagozzi, A. Beger, P. Schrodt and G. Scarborough, *PLOVER and POLECAT: A New Political Event
Ontology and Dataset* (2023; Harvard Dataverse, doi:10.7910/DVN/AJGVIT). Tab-separated with a header of 40 columns,
UTF-8 or Latin-1; nothing is the word ``None``; several actors, countries or names of one role are joined by "; "; ids
are repeated in files that overlap. Rows with one id, kind, day and sides are one record.
"""

from __future__ import annotations

from kg.identity.names import fold_name
from kg.model import Participant
from kg.vocabulary import persons_named, resolve_side
from loaders.datasets.collapse import Coding
from loaders.datasets.days import day_in
from loaders.datasets.headed import NOTHING, Cells, CodingsTable, Telling, cell_of, day_of_row, no_side, venue_in
from loaders.datasets.plover import coded
from loaders.datasets.remembered import looked_up
from loaders.datasets.said import DataSet
from loaders.datasets.tally import Left

NAME = "polecat"
_DATA_SET = DataSet(f"{NAME}/1", "", "POLECAT: as doi:10.7910/DVN/AJGVIT says", 0.7)
_HEAD = b"Event ID\tEvent Date\tEvent Type\t"
_NEEDED = ("Event ID", "Event Date", "Event Type", "Event Mode", "Actor Country", "Recipient Country")
_EVENT, _ACTORS = ("Event Type", "Event Mode"), ("Actor Country", "Recipient Country")
_REST = ("Event Date", "Event ID", "Publication Date", "Source", "Actor Name", "Recipient Name", "City", "Country")


class PolecatLoader(CodingsTable):
    """Reads event files, and yields one record for all rows that repeat an event."""

    def __init__(self) -> None:
        super().__init__(_DATA_SET, _HEAD, _NEEDED, Telling(_EVENT, _ACTORS, _no_contact, _one_side, _REST, _read))


def _read(said: Cells, countries: Cells, rest: Cells, text: str) -> Coding:
    meaning, sides = coded(*map(cell_of, said)), _sides(countries)
    if meaning is None or len(sides) < 2:
        raise no_side(_unknown(countries)[0])
    event, published, publisher = map(cell_of, rest[1:4])
    day = day_of_row(rest[0])
    people = _people((rest[4], countries[0])) + _people((rest[5], countries[1]))
    return Coding(
        text, event, f"event {event}", meaning.kind, meaning.status, day, sides, day_in(published) or day, publisher,
        venue_in(rest[6:]), people,
    )  # fmt: skip


@looked_up
def _no_contact(said: Cells) -> Left | None:
    event, mode = map(cell_of, said)
    return None if coded(event, mode) else Left("not-a-contact", f"{event} is no diplomatic event")


@looked_up
def _one_side(countries: Cells) -> Left | None:
    if len(_sides(countries)) > 1 or _unknown(countries):
        return None
    return Left("one-side", ", ".join(dict.fromkeys(_named(countries))) or "none")


def _unknown(countries: Cells) -> list[str]:
    return [name for name in _named(countries) if not resolve_side(name)]


def _named(countries: Cells) -> list[str]:
    return [name for one in countries for name in _several(one)]


def _several(cell: str) -> list[str]:
    return [one for one in (part.strip() for part in cell_of(cell).split(";")) if one not in NOTHING]


@looked_up
def _sides(countries: Cells) -> tuple[str, ...]:
    return tuple(sorted({side for name in _named(countries) if (side := resolve_side(name))}))


@looked_up
def _people(actor: Cells) -> tuple[Participant, ...]:
    """Persons whom reference data know on the one side of their role; of several sides nobody says whose they are."""
    names, country = actor
    sides = _sides((country,))
    if len(sides) != 1:
        return ()
    (side,) = sides
    return tuple(Participant(name=name, side=side) for name in _several(names) if persons_named(fold_name(name), side))
