"""A large graph to which a check of a promise adds sources of its own, which it takes out again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from reprlib import repr as short
from typing import Any

from kg.errors import KgError
from kg.graph import Graph
from kg.load.report import LoadReport
from kg.load.revise import By
from kg.load.run import Clock, Watcher
from kg.model import Reading, Reject
from tests.consolidate.build import meeting, source

DAY = "2040-02-18"
"""No row of the made-up world is of a day as late as this."""
WITHIN = 900.0
"""Seconds that a question about all of a large graph may take here."""
_EVENTS = "UNWIND $ids AS id MATCH (:Source {id: id})-[:REPORTS]->(e:Event) WITH DISTINCT e "


class BrokenPromiseError(KgError):
    """Something that was promised is not so."""


def hold(what: str, found: object, promised: object) -> None:
    """Go on where both are equal.

    Raises:
        BrokenPromiseError: they differ; it says what was found, of two dicts where they differ.
    """
    if isinstance(found, dict) and isinstance(promised, dict):
        found, promised = _beyond(found, promised), _beyond(promised, found)
    if found != promised:
        raise BrokenPromiseError(f"{what}: {short(found)} was found, {short(promised)} was promised")


def _beyond(one: dict[str, object], other: dict[str, object]) -> dict[str, object]:
    return {name: value for name, value in one.items() if name not in other or other[name] != value}


@dataclass(frozen=True)
class Large:
    """The graph, the rows it was loaded from, and how many loads it has seen.

    By their number the sources of a check have names that none before had, and a year later than all before.
    """

    graph: Graph
    rows: Path
    loads: int
    _minutes: Iterator[int] = field(default_factory=count)

    @property
    def mark(self) -> str:
        """What begins the names of these checks' sources."""
        return f"check{self.loads}"

    @property
    def year(self) -> int:
        """When these checks happen; the graph was loaded before."""
        return 2030 + self.loads

    def now(self) -> str:
        """A moment later than the last, in January of that year."""
        minutes = next(self._minutes)
        return f"{self.year}-01-{1 + minutes // 1440:02}T{minutes // 60 % 24:02}:{minutes % 60:02}:00Z"

    def by(self, reason: str) -> By:
        """Somebody who does something now."""
        return By("bench", reason, self.now())

    def told(self, name: str, *people: Any, text: str = "", **said: Any) -> Reading:
        """What a source of this check says of one meeting, on a day that is the check's own unless one is given."""
        one = source(f"{self.mark}-{name}", text=text)
        return Reading(one, tuple(meeting(one, *people, **({"date": DAY} | said))))

    def load(self, *found: Reading, now: str = "", refused: list[Reject] | None = None) -> LoadReport:
        """Load readings; ``refused`` gathers what was not used."""
        watcher = Watcher(reject=(refused if refused is not None else []).append)
        return self.graph.load_readings(found, inputs=["promise"], clock=Clock(now or self.now()), watcher=watcher)

    @contextmanager
    def added(self, *found: Reading) -> Iterator[LoadReport]:
        """Load readings for the length of a block, and withdraw their sources behind it."""
        yield self.load(*found)
        for one in found:
            self.graph.withdraw(one.source.id, self.by("the check is over"))

    def events(self, found: Sequence[Reading], rest: str) -> list[tuple[Any, ...]]:
        """What Cypher says of the events ``e`` that these sources tell of."""
        return self.ask(_EVENTS + rest, ids=[one.source.id for one in found])

    def ask(self, text: str, **values: object) -> list[tuple[Any, ...]]:
        """The rows of a user's Cypher."""
        return list(self.graph.cypher(text, values, timeout=WITHIN).rows)

    def number(self, label: str) -> int:
        """How many nodes have this label."""
        return int(self.ask(f"MATCH (n:{label}) RETURN count(n)")[0][0])

    def counts(self) -> dict[str, int]:
        """The nodes of each label that a load writes."""
        return {label: self.number(label) for label in ("Source", "Claim", "Mention", "Event", "Participant", "Place")}
