"""Rows that code one event become one record: the same text, kind, status, day and sides, in whatever order.

Mirrors (the same event with the actors swapped), repeats, and codings of the same pair by several actors of a side are
what this brings together. The rows stay, each a line of the record's text and the evidence of what it codes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

import msgspec

from kg.model import Evidence, Participant, Reading, Value, Venue
from loaders.datasets.said import DataSet
from loaders.datasets.tally import Tally

Key: TypeAlias = tuple[str, str, str, str, tuple[str, ...]]


class Coding(msgspec.Struct, frozen=True, gc=False):
    """One row that codes a diplomatic event between two sides or more."""

    row: str
    """The line as it stands in the file."""
    number: str
    """The data set's own id of it."""
    told_in: str
    """The text that was coded: its address, or the data set's id of it."""
    kind: str
    status: str
    day: str
    """EDTF; empty where the row's date is known to be wrong."""
    sides: tuple[str, ...]
    """In the order of their codes, whoever is named first."""
    published: str
    publisher: str
    venue: Venue | None = None
    people: tuple[Participant, ...] = ()

    @property
    def key(self) -> Key:
        """What rows that code the same event share."""
        return self.told_in, self.kind, self.status, self.day, self.sides


@dataclass
class Collapse:
    """Groups rows until the stretch of the file that can hold more of the same is over."""

    data_set: DataSet
    tally: Tally
    _groups: dict[Key, dict[str, Coding]] = field(default_factory=dict)
    _rows: set[str] = field(default_factory=set)
    """Those of all groups."""

    def repeats(self, row: str) -> bool:
        """Tell whether the same row was taken, and count it: nobody has to read it again."""
        if row not in self._rows:
            return False
        self.tally.merged(1)
        return True

    def add(self, coding: Coding) -> None:
        """Take a row; the same row again is the same."""
        key = coding.key
        self._rows.add(coding.row)
        group = self._groups.get(key)
        if group is None:
            self._groups[key] = {coding.row: coding}
            return
        self.tally.merged(1)
        group.setdefault(coding.row, coding)

    @property
    def size(self) -> int:
        """Return how many records wait."""
        return len(self._groups)

    def flush(self) -> Iterator[Reading]:
        """Yield the records, in the order of their first rows."""
        groups, self._groups = self._groups, {}
        self._rows.clear()
        for group in groups.values():
            yield record(list(group.values()), self.data_set)


def record(group: list[Coding], data_set: DataSet, url: str = "") -> Reading:
    """Return the record of different rows that code one event; ``url`` where the record is about one article."""
    text = "\n".join([one.row for one in group]) if len(group) > 1 else group[0].row
    first = group[0]
    key = min([one.number for one in group])
    title = f"Coding of {first.told_in}" if first.told_in else ""
    source = data_set.source(key, text, title, url=url, published=first.published, publisher=first.publisher)
    said: dict[tuple[str, Value], Evidence] = {}
    start = 0
    for one in group:
        evidence = Evidence(start, start := start + len(one.row), one.row)
        for what in _coded(one):
            said.setdefault(what, evidence)
        start += 1
    claims = data_set.claims(source, "event", "e1", [(*what, evidence) for what, evidence in said.items()])
    return Reading(source, tuple(claims))


def _coded(coding: Coding) -> list[tuple[str, Value]]:
    said: list[tuple[str, Value]] = [("kind", coding.kind), ("status", coding.status)]
    said += [("side", side) for side in coding.sides]
    if coding.day:
        said.append(("date", coding.day))
    if coding.venue:
        said.append(("venue", coding.venue))
    if coding.people:
        said += [("participant", person) for person in coding.people]
    return said
