"""A made-up history of a graph: what people load, correct, withdraw, rank and judge, one thing after the other.

It touches nothing but what its own sources tell, so that it may happen in a graph of any size.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from kg.graph import Graph
from kg.load.judge import judge, undo_judgement
from kg.load.report import LoadReport
from kg.load.revise import By
from kg.model import Claim, Participant, Reading, Source, Venue
from kg.store.graph_store import GraphStore
from loaders.reference import tenure_reading
from tests.consolidate.build import claim, meeting, source

Load = Callable[..., LoadReport]
_MINE = "MATCH (s:Source) WHERE s.id IN $mine"
_CLAIMS = f"{_MINE} MATCH (s)<-[:STATED_IN]-(c:Claim)"


class History:
    """A history of a graph, each step a day of the month after the one before; ``mark`` begins its sources' names."""

    def __init__(
        self, graph: Graph, load: Load, chance: random.Random, *, month: str = "2025-04", mark: str = ""
    ) -> None:
        self._graph = graph
        self._load = load
        self._chance = chance
        self._month = month
        self._mark = mark
        self._sources: list[Source] = []
        self._now = ""

    def happen(self) -> Iterator[str]:
        """Do one thing after the other; yield the moment of each."""
        steps: list[Callable[[], None]] = [
            self._tell, self._tell, self._tell, self._withdraw, self._tell, self._rank, self._read_anew, self._undo,
            self._judge, self._undo_rank, self._withdraw, self._correct, self._undo_judgement, self._tell, self._undo,
        ]  # fmt: skip
        for day, step in enumerate(steps, start=1):
            self._now = f"{self._month}-{day:02}T12:00:00Z"
            step()
            yield self._now

    def something(self) -> dict[str, object]:
        """An event and a claim on it that are there now."""
        text = f"{_CLAIMS}-[:ABOUT]->(e:Event) WHERE c.attribute = 'date' RETURN e.id, c.id ORDER BY e.id LIMIT 1"
        return dict(zip(("event", "claim"), self._ask(text)[0], strict=True))

    def standing(self) -> list[str]:
        """The ids of its sources that are not withdrawn."""
        return [key for (key,) in self._ask(f"{_MINE} AND s.withdrawn IS NULL RETURN s.id ORDER BY s.id")]

    def _tell(self) -> None:
        name = f"{self._mark}s{len(self._sources)}"
        self._sources.append(source(name, kind=self._chance.choice(("article", "readout", "record"))))
        self._read(self._sources[-1])

    def _read_anew(self) -> None:
        self._read(self._sources[0])

    def _read(self, one: Source) -> None:
        self._load(Reading(one, tuple(self._claims(one))), now=self._now)

    def _claims(self, one: Source) -> list[Claim]:
        """A meeting of two sides, one of three sides with a vague date inside it, and a person named by itself."""
        chance = self._chance
        city = chance.choice(("Riyadh", "Jeddah"))
        people: list[tuple[str, str] | Participant] = [
            Participant("Sergey Lavrov", "Foreign Minister", "foreign-minister", "RUS"),
            Participant("Marco Rubio", "Secretary of State", "foreign-minister", "USA"),
            Participant("Yuri Ushakov", "Deputy Foreign Minister", "deputy-foreign-minister", "RUS"),
            Participant(side="USA", rank="senior", count=chance.randint(1, 4)),
        ]
        first = meeting(
            one, *chance.sample(people, 3), status=chance.choice(("held", "held", "planned", "cancelled")),
            date=chance.choice(("2025-02-18", "2025-02-18", "2025-02")), venue=Venue(city, city, "SAU"),
            topic=chance.choice(("energy", "ukraine")), host="SAU",
        )  # fmt: skip
        second = meeting(
            one, people[0], sides=("CHN", "RUS", "USA"), date="2025-03", subject="e2", kind="talks", part_of="e1"
        )
        return [*first, *second, claim(one, "name", "Sergey Lavrov", subject="o1")]

    def _withdraw(self) -> None:
        self._graph.withdraw(self._chance.choice(self._sources).id, self._by("withdrawn"))

    def _undo(self) -> None:
        for (key,) in self._ask(f"{_MINE} AND s.withdrawn IS NOT NULL RETURN s.id ORDER BY s.id LIMIT 1"):
            self._graph.bring_back(key, self._by("undone"))

    def _correct(self) -> None:
        wrong = self._sources[1]
        self._tell()
        self._graph.withdraw(wrong.id, self._by("corrected"), replaced_by=self._sources[-1].id)

    def _rank(self) -> None:
        text = f"{_CLAIMS}<-[:BETWEEN]-(f:Conflict) WHERE f.kind = 'values' RETURN c.id ORDER BY c.id LIMIT 1"
        for (key,) in self._ask(text):
            self._graph.rank(key, self._by("ranked"))

    def _undo_rank(self) -> None:
        for (key,) in self._ask("MATCH (r:Ranking) WHERE r.undone IS NULL RETURN r.claim"):
            self._graph.undo_rank(key, self._by("undone"))

    def _judge(self) -> None:
        text = f"{_MINE} MATCH (s)<-[:MENTIONED_IN]-(m)-[:TELLS_OF]->(e:Event) RETURN e.id, m.id ORDER BY e.id, m.id"
        told: dict[str, list[str]] = {}
        for event, mention in self._ask(text):
            told.setdefault(event, []).append(mention)
        for one, other in [mentions[:2] for mentions in told.values() if len(mentions) > 1][:1]:
            judge(GraphStore(self._graph.engine), (one, other), "different", self._by("judged"), tenure_reading)

    def _undo_judgement(self) -> None:
        for (key,) in self._ask("MATCH (j:Judgement) WHERE j.undone IS NULL RETURN j.id"):
            undo_judgement(GraphStore(self._graph.engine), key, self._by("undone"), tenure_reading)

    def _ask(self, text: str) -> Sequence[tuple[Any, ...]]:
        return self._graph.cypher(text, {"mine": [one.id for one in self._sources]}).rows

    def _by(self, reason: str) -> By:
        return By("ann", reason, self._now)
