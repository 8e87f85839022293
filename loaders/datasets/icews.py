"""ICEWS coded events.

Source: E. Boschee et al., *ICEWS Coded Event Data* (Harvard Dataverse, doi:10.7910/DVN/28075) and its codebook of 2015.
Tab-separated with a header; a layout without the CAMEO column; days as 2018-06-01 or 6/1/2018; nothing is empty, NULL
or NA. Each symmetric event stands twice with source and target swapped, and ids repeat: rows of one story with the same
kind, day and pair of sides are one event.
"""

from __future__ import annotations

from kg.identity.names import fold_name
from kg.model import Participant
from kg.vocabulary import persons_named, resolve_side
from loaders.datasets.cameo import Coded, code_of, coded
from loaders.datasets.collapse import Coding
from loaders.datasets.headed import Cells, CodingsTable, Telling, cell_of, day_of_row, no_side, venue_in
from loaders.datasets.remembered import looked_up
from loaders.datasets.said import DataSet
from loaders.datasets.tally import Left

NAME = "icews"
_DATA_SET = DataSet(f"{NAME}/1", "", "ICEWS: CC0-1.0", 0.7)
_HEAD = b"Event ID\tEvent Date\tSource Name\t"
_NEEDED = ("Event ID", "Event Date", "Source Country", "Target Country", "Story ID")
_EVENT, _ACTORS = ("CAMEO Code", "Event Text"), ("Source Country", "Target Country")
_REST = ("Event Date", "Event ID", "Story ID", "Publisher", "Source Name", "Target Name", "City", "Country")


class IcewsLoader(CodingsTable):
    """Reads event files, and yields one record for all rows of a story that code the same event."""

    def __init__(self) -> None:
        super().__init__(_DATA_SET, _HEAD, _NEEDED, Telling(_EVENT, _ACTORS, _no_contact, _one_side, _REST, _read))


def _read(said: Cells, actors: Cells, rest: Cells, text: str) -> Coding:
    meaning, sides = _meaning(said), _sides(actors)
    if meaning is None or "" in sides:
        raise no_side(next(name for name in map(cell_of, actors) if name and not _side(name)))
    event, story, publisher = map(cell_of, rest[1:4])
    day = day_of_row(rest[0])
    people = _person((rest[4], sides[0])) + _person((rest[5], sides[1]))
    return Coding(
        text, event, f"story {story}", meaning.kind, meaning.status, day, (min(sides), max(sides)), day, publisher,
        venue_in(rest[6:]), people,
    )  # fmt: skip


@looked_up
def _meaning(said: Cells) -> Coded | None:
    code, words = map(cell_of, said)
    code = code or code_of(words)
    return coded(code if len(code) > 2 else f"0{code}")


@looked_up
def _no_contact(said: Cells) -> Left | None:
    words = cell_of(said[1] or said[0])
    return None if _meaning(said) else Left("not-a-contact", f"{words!r} is no diplomatic event")


@looked_up
def _one_side(actors: Cells) -> Left | None:
    names, sides = [cell_of(one) for one in actors], _sides(actors)
    if any(name and not side for name, side in zip(names, sides, strict=True)) or len({*sides, ""}) > 2:
        return None
    return Left("one-side", f"{names[0] or 'none'} and {names[1] or 'none'}")


@looked_up
def _sides(actors: Cells) -> Cells:
    """Theirs, each empty where it is unknown."""
    return _side(cell_of(actors[0])), _side(cell_of(actors[1]))


@looked_up
def _side(name: str) -> str:
    return resolve_side(name) or "" if name else ""


@looked_up
def _person(actor: Cells) -> tuple[Participant, ...]:
    """The actor of a side, where it is a person whom reference data know on that side; others are bodies and roles."""
    name, side = cell_of(actor[0]), actor[1]
    is_known = name and "(" not in name and persons_named(fold_name(name), side)
    return (Participant(name=name, side=side),) if is_known else ()
