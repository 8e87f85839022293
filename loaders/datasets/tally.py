"""Counting the rows of a table: every one is in a record, left by reason, or refused by itself."""

from __future__ import annotations

from collections.abc import Sequence

from kg.model import Reject, Rejects, RowsRead

LEFT = frozenset({"not-a-contact", "one-side", "not-an-official", "no-event"})
"""Reasons with which nothing is wrong: such rows are counted, and need no mending."""
_AT_ONCE = 50
"""A reader ahead holds hundreds of items, so each is small."""


class Tally:
    """Counts rows, and gives the counts in small pieces so that none are held."""

    def __init__(self) -> None:
        self._rows = self._merged = self._moved = 0
        self._left: list[Reject] = []

    def row(self) -> None:
        """Count a row that was read."""
        self._rows += 1

    def merged(self, rows: int) -> None:
        """Count rows that went into the record of another."""
        self._merged += rows

    def moved(self) -> None:
        """Count a day that was left out or read otherwise than it stands."""
        self._moved += 1

    def turn_down(self, reject: Reject) -> Sequence[Reject | RowsRead]:
        """Leave a row with which nothing is wrong; return one that a person can mend, or what was counted."""
        if reject.reason not in LEFT:
            return (reject,)
        self._left.append(reject)
        return self.rest() if len(self._left) >= _AT_ONCE else ()

    def rest(self) -> Sequence[RowsRead]:
        """Return what was counted since."""
        if not (self._rows or self._left or self._merged or self._moved):
            return ()
        counted = RowsRead(self._rows, self._merged, self._moved, Rejects.of(self._left))
        self._rows = self._merged = self._moved = 0
        self._left = []
        return (counted,)
