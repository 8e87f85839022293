"""The offices in which officials took part, so that a lane can show how its holders changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

import msgspec

from kg.views.explorer.read import Reading

_OFFICES = "MATCH (o:Office) RETURN o.id, o.title, coalesce(o.side, '')"
_EPOCH = date(1970, 1, 1).toordinal()
_TENURES = "MATCH (f:Official)-[h:HELD_OFFICE]->(o:Office) RETURN o.id, f.id, h.earliest, h.latest"


class Offices(msgspec.Struct, frozen=True):
    """Offices (id, title, side), who sat where in which contact, and the tenures that reference data know."""

    offices: Sequence[tuple[str, str, str]]
    seats: Mapping[str, Sequence[tuple[str, str]]]
    tenures: Sequence[tuple[str, str, date | None, date | None]]

    def columns(
        self,
        attended: Sequence[tuple[str, Sequence[int]]],
        officials: Mapping[str, int],
        sides: Mapping[str, str],
    ) -> dict[str, Any]:
        """Return the columns of the offices, the most frequent first.

        ``attended`` are the contacts with the positions of their officials: a seat says which of these sat there.
        ``sides`` gives the name that stands for a code.
        """
        uses = Counter(office for seats in self.seats.values() for office, _ in seats)
        offices = sorted(self.offices, key=lambda row: (-uses[row[0]], row[0]))
        index = {row[0]: at for at, row in enumerate(offices)}
        seats = [self._seats(key, mine, index, officials) for key, mine in attended]
        tenures = self._tenures(index, officials)
        return {
            "id": [row[0] for row in offices],
            "name": [f"{sides.get(side, side)}: {title}" if side else title for _, title, side in offices],
            "seats": {
                name: [[seat[at] for seat in each] for each in seats] for at, name in enumerate(("office", "who"))
            },
            "tenures": {
                name: [row[at] for row in tenures] for at, name in enumerate(("office", "official", "first", "last"))
            },
        }

    def _seats(
        self, contact: str, mine: Sequence[int], offices: Mapping[str, int], officials: Mapping[str, int]
    ) -> list[tuple[int, int]]:
        return [
            (offices[office], mine.index(at))
            for office, who in self.seats.get(contact, ())
            if (at := officials.get(who, -1)) in mine
        ]

    def _tenures(
        self, offices: Mapping[str, int], officials: Mapping[str, int]
    ) -> list[tuple[int, int, int | None, int | None]]:
        known = (
            (offices[office], officials[who], _day(first), _day(last))
            for office, who, first, last in self.tenures
            if office in offices and who in officials
        )
        return sorted(known, key=lambda row: (row[0], row[2] or 0, row[1]))


def _day(day: date | None) -> int | None:
    """Days since 1970."""
    return day.toordinal() - _EPOCH if day else None


def read_offices(reading: Reading, contacts: set[str]) -> Offices:
    """Return the offices of the officials in the contacts of these keys."""
    seats: dict[str, list[tuple[str, str]]] = {}
    for contact, office, official in reading.seats():
        if contact in contacts:
            seats.setdefault(contact, []).append((office, official))
    used = {office for several in seats.values() for office, _ in several}
    offices = sorted(row for row in reading.engine.stream(_OFFICES) if row[0] in used)
    tenures = [row for row in reading.engine.stream(_TENURES) if row[0] in used]
    return Offices(offices, {key: sorted(several) for key, several in seats.items()}, tenures)
