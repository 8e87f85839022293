"""Names that states had at the time: a former state is the same one where the list of states numbers it the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from kg.dates import parse
from kg.vocabulary import countries, former_states

_EPOCH = date(1970, 1, 1).toordinal()


def former_names(codes: Sequence[str]) -> dict[str, Any]:
    """Return, for the sides at these positions, the earlier names of the same state with their first and last day.

    The Correlates of War project numbers states: the Soviet Union and Russia are 365, but East Germany is not Germany.
    """
    place = {code: at for at, code in enumerate(codes)}
    rows = [
        (place[state.successor], state.name, *_days(state.start, state.end))
        for state in former_states()
        if state.successor in place and state.cow and state.cow == countries()[state.successor].cow
    ]
    return {name: [row[at] for row in sorted(rows)] for at, name in enumerate(("side", "name", "first", "last"))}


def _days(start: str, end: str) -> tuple[int, int]:
    """A year of change belongs to both names."""
    first, last = parse(start).earliest, parse(end).latest
    return (first or date.min).toordinal() - _EPOCH, (last or date.max).toordinal() - _EPOCH
