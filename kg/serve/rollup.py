"""The whole graph in a few numbers: contacts by month, and by pair of sides, counted where they lie."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from kg.store.engine import Engine
from kg.views.contacts import Window

_MONTHS = (
    "MATCH (e:Contact) WHERE e.earliest IS NOT NULL "
    "RETURN substring(toString(e.earliest), 0, 7) AS month, count(e) AS contacts ORDER BY month"
)
_UNDATED = "MATCH (e:Contact) WHERE e.earliest IS NULL RETURN count(e) AS contacts"
_PAIRS = """
MATCH (a:Country|Organization)-[:TOOK_PART]->(e:Contact)<-[:TOOK_PART]-(b:Country|Organization)
WHERE a.id < b.id AND coalesce(e.latest >= $since, $since IS NULL) AND coalesce(e.earliest <= $until, $until IS NULL)
RETURN a.name AS a, b.name AS b, count(e) AS contacts ORDER BY contacts DESC, a, b LIMIT $most
"""


class Rollup(msgspec.Struct, frozen=True):
    """Contacts by the month in which they may first have been, those without a date, and the most frequent pairs."""

    months: Sequence[tuple[str, int]]
    undated: int
    pairs: Sequence[tuple[str, str, int]]

    @property
    def contacts(self) -> int:
        """How many there are."""
        return self.undated + sum(count for _, count in self.months)

    def latest_window(self, most: int) -> tuple[str, str] | None:
        """Return the first and the last of the latest months that together hold at most so many contacts.

        A date may span months, so the window may hold more than are counted in it: half is left for those. ``None``
        where not even one month has so few.
        """
        taken, first = 0, None
        for month, count in reversed(self.months):
            taken += count
            if taken * 2 > most:
                break
            first = month
        return (first, self.months[-1][0]) if first else None


def roll_up(engine: Engine, window: Window, most: int, seconds: float) -> Rollup:
    """Count the contacts of the whole graph by month, and those that may lie in a window by pair.

    Raises:
        TimeLimitError: counting took too long.
    """
    asked: dict[str, Any] = {"since": window.since, "until": window.until, "most": most}
    months = engine.read(_MONTHS, timeout=seconds).rows
    pairs = engine.read(_PAIRS, asked, timeout=seconds).rows
    undated = engine.read(_UNDATED, timeout=seconds).rows[0][0]
    return Rollup([(str(m), int(n)) for m, n in months], int(undated), [(str(a), str(b), int(n)) for a, b, n in pairs])
