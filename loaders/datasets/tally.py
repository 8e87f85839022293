"""Counting the rows of a table: every one is in a record, left by reason, or refused by itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import repeat
from operator import attrgetter

import msgspec

from kg.model import Reject, Rejects, RowsRead

LEFT = frozenset({"not-a-contact", "one-side", "not-an-official", "no-event"})
"""Reasons with which nothing is wrong: such rows are counted, and need no mending."""
_AT_ONCE = 50
"""A reader ahead holds hundreds of items, so each is small."""
_FEW = 8
"""Rows that wait for others: an item for so few would take longer than they do."""


class Left(msgspec.Struct, frozen=True, gc=False):
    """Why a row with which nothing is wrong makes no record: one for all rows of which the same is true."""

    reason: str
    """One of ``LEFT``."""
    detail: str

    def reject(self, where: str, number: str) -> Reject:
        """Return why one row was left."""
        return Reject(where, number, self.reason, self.detail)


_REASON, _DETAIL = attrgetter("reason"), attrgetter("detail")


class Tally:
    """Counts rows, and gives the counts in small pieces so that none are held."""

    def __init__(self) -> None:
        self._rows = self._merged = self._moved = 0
        self._left: list[tuple[str, ...]] = []
        """The fields of rejects in their order: to make a reject of each takes longer than to read the row."""

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
        self._left.append(msgspec.structs.astuple(reject))
        return self.rest() if len(self._left) >= _AT_ONCE else ()

    def leave(self, where: str, line: int, left: Sequence[Left]) -> Iterator[RowsRead]:
        """Count rows one after the other, the first of them in this line, and leave them all.

        Yield what was counted, where that is worth handing over.
        """
        for begin in range(0, len(left), _AT_ONCE):
            some, lines = left[begin : begin + _AT_ONCE], range(line + begin, line + len(left))[:_AT_ONCE]
            if len(some) < _FEW:
                yield from self._leave_few(where, lines, some)
            else:
                yield from self.rest()
                reasons, details = list(map(_REASON, some)), list(map(_DETAIL, some))
                yield RowsRead(len(some), left=Rejects.of_lines(where, lines, reasons, details))

    def _leave_few(self, where: str, lines: range, left: Sequence[Left]) -> Sequence[RowsRead]:
        counted = self.rest() if len(self._left) + len(left) > _AT_ONCE else ()
        nothing = repeat("")
        fields = map(str, lines), map(_REASON, left), map(_DETAIL, left)
        self._left.extend(zip(repeat(where), *fields, nothing, nothing, nothing, strict=False))
        self._rows += len(left)
        return counted

    def rest(self) -> Sequence[RowsRead]:
        """Return what was counted since."""
        if not (self._rows or self._left or self._merged or self._moved):
            return ()
        counted = RowsRead(self._rows, self._merged, self._moved, Rejects.of_rows(self._left))
        self._rows = self._merged = self._moved = 0
        self._left = []
        return (counted,)
