"""Made-up histories of a graph, of steps that can be drawn, repeated and made smaller."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import msgspec

from kg.identity.judgements import Verdict
from kg.load.judge import judge, undo_judgement
from kg.load.revise import By, bring_back, rank, undo_rank, withdraw
from kg.load.run import BatchSize, Clock, Watcher, load
from kg.model import Participant, Reading, Venue
from kg.store.batch import Batch
from kg.store.graph_store import GraphStore, Written
from loaders.reference import tenure_reading
from tests.consolidate.build import claim, meeting, source

PEOPLE = (
    Participant("Otto Lind", "Envoy", "", "FRA"),
    Participant("Lind", "", "", "FRA"),
    Participant("Anna Berg", "Envoy", "", "DEU"),
    Participant("Ana Berg", "", "", "DEU"),
)
"""Whom no reference data know: spellings that events join, and that are candidates where they do not."""
KNOWN_PEOPLE = (
    Participant("Sergey Lavrov", "Foreign Minister", "foreign-minister", "RUS"),
    Participant("Lavrov", "", "", "RUS"),
    Participant("Yuri Ushakov", "Deputy Foreign Minister", "deputy-foreign-minister", "RUS"),
    Participant("", "Secretary of State", "foreign-minister", "USA"),
)
_COPIED = "They met on Tuesday, the agency says, and talked about many things for a long time in a large room."
_COPIES = (2, 3)
"""Sources that have this text."""
_AWAY = 0.15
"""Seconds that a batch is held back where no other is prepared meanwhile."""


@dataclass(frozen=True)
class Telling:
    """What one source tells, as it is read now."""

    source: int
    people: tuple[Participant, ...] = ()
    named: tuple[Participant, ...] = ()
    """Whom it names outside of the event."""
    date: str = "2025-02-18"
    city: str = "Paris"
    status: str = "held"
    has_part: bool = False
    confidence: float = 0.8

    def reading(self) -> Reading:
        """Return it as a loader would."""
        one = source(f"s{self.source}", text=_COPIED if self.source in _COPIES else "")
        sides = tuple(sorted({"FRA", "DEU", *(person.side for person in self.people)}))
        told = meeting(
            one, *self.people, sides=sides, date=self.date, status=self.status, topic="energy",
            venue=Venue(self.city, self.city, "FRA"),
        )  # fmt: skip
        if self.has_part:
            told += meeting(one, *self.people[:1], sides=sides, kind="visit", subject="e2", date=self.date)
            told.append(claim(one, "part_of", "e2"))
        for number, person in enumerate(self.named):
            told.append(claim(one, "name", person.name, subject=f"o{number}"))
            told.append(claim(one, "capacity", person, subject=f"o{number}"))
        return Reading(one, tuple(msgspec.structs.replace(each, confidence=self.confidence) for each in told))


@dataclass(frozen=True)
class Load:
    """Sources are read, in batches of so many."""

    tellings: tuple[Telling, ...]
    batch: int
    reference: tuple[str, ...] = ()
    """Persons whose offices are read from reference data, by their Wikidata items."""

    def readings(self) -> list[Reading]:
        """Return all as loaders would."""
        offices = (tenure_reading(qid) for qid in self.reference)
        return [*(one.reading() for one in self.tellings), *(one for one in offices if one)]


@dataclass(frozen=True)
class Change:
    """What a person does, to the ``at``-th of those it can be done to, and the one so many after it."""

    what: Literal["withdraw", "bring back", "judge event", "judge official", "undo judgement", "rank", "undo rank"]
    at: int = 0
    after: int = 1
    verdict: Verdict = "same"


Step: TypeAlias = Load | Change


class LateStore(GraphStore):
    """Holds each batch back until the one after it is prepared, as an engine that takes its time would."""

    def __init__(self, store: GraphStore) -> None:
        super().__init__(store.engine)
        self._is_prepared: list[threading.Event] = []

    def names_of_officials(self, ids: Sequence[str]) -> dict[str, list[str]]:
        """Answer the last question that preparing a batch asks."""
        found = super().names_of_officials(ids)
        for one in self._is_prepared:
            one.set()
        return found

    def ready(self, batch: Batch, now: str) -> Callable[[], Written]:
        """Return what writes the batch late."""
        write, is_next_prepared = super().ready(batch, now), threading.Event()
        self._is_prepared.append(is_next_prepared)

        def late() -> Written:
            is_next_prepared.wait(_AWAY)
            return write()

        return late

    def write(self, batch: Batch, now: str) -> Written:
        """Write at once what nothing is prepared beside."""
        return super().ready(batch, now)()


@dataclass(frozen=True)
class Standing:
    """The sources of a graph that are not withdrawn, and the reference data it has."""

    tellings: tuple[Telling, ...]
    reference: tuple[str, ...]
    withdrawn_reference: tuple[str, ...]
    """Their keys."""


class Course:
    """The course of a history on one graph, each step a day after the one before."""

    def __init__(self, store: GraphStore, *, at_once: bool) -> None:
        self._store = store
        self._at_once = at_once
        self._day = 0
        self.stands: dict[int, Telling] = {}
        """What is told by each source that was read, as it was read last."""

    def take(self, step: Step) -> None:
        """Do one thing; nothing where there is nothing to do it to."""
        self._day += 1
        if isinstance(step, Load):
            self._load(step)
        else:
            self._change(step)

    def undo_all(self) -> None:
        """Take back what persons judged and ranked."""
        self._day += 1
        for key in self._ids("MATCH (j:Judgement) WHERE j.undone IS NULL RETURN j.id"):
            undo_judgement(self._store, key, self._by(), tenure_reading)
        for key in self._ids("MATCH (r:Ranking) WHERE r.undone IS NULL RETURN r.claim"):
            undo_rank(self._store, key, self._by(), tenure_reading)

    def standing(self) -> Standing:
        """Return the sources that the graph has, as they were read last."""
        withdrawn, known = self._withdrawn(), self._ids("MATCH (s:Source {kind: 'record'}) RETURN s.key")
        return Standing(
            tellings=tuple(one for key, one in sorted(self.stands.items()) if f"s{key}" not in withdrawn),
            reference=tuple(key.removeprefix("tenures-") for key in known),
            withdrawn_reference=tuple(sorted(withdrawn.intersection(known))),
        )

    def withdraw(self, source: str) -> None:
        """Withdraw a source, by its key."""
        self._day += 1
        withdraw(self._store, source, self._by(), tenure_reading)

    def _withdrawn(self) -> set[str]:
        return set(self._ids("MATCH (s:Source) WHERE s.withdrawn IS NOT NULL RETURN s.key"))

    def _load(self, step: Load) -> None:
        withdrawn = self._withdrawn()
        self.stands |= {one.source: one for one in step.tellings if f"s{one.source}" not in withdrawn}
        load(
            step.readings(),
            self._store if self._at_once else LateStore(self._store),
            tenure_reading,
            inputs=["history"],
            clock=Clock(self._now()),
            watcher=Watcher(),
            batch_size=BatchSize() if self._at_once else BatchSize(sources=step.batch),
        )

    def _change(self, step: Change) -> None:
        store, by = self._store, self._by()
        ids = self._ids(_CHANGED[step.what])
        if not ids:
            return
        one, other = ids[step.at % len(ids)], ids[(step.at + step.after) % len(ids)]
        if step.what == "withdraw":
            withdraw(store, one, by, tenure_reading)
        elif step.what == "bring back":
            bring_back(store, one, by, tenure_reading)
        elif step.what == "undo judgement":
            undo_judgement(store, one, by, tenure_reading)
        elif step.what == "rank":
            rank(store, one, by, tenure_reading)
        elif step.what == "undo rank":
            undo_rank(store, one, by, tenure_reading)
        elif one != other:
            judge(store, (one, other), step.verdict, by, tenure_reading)

    def _ids(self, text: str) -> list[str]:
        return sorted(row[0] for row in self._store.engine.read(text).rows)

    def _now(self) -> str:
        return f"2025-04-{self._day:02}T12:00:00Z"

    def _by(self) -> By:
        return By("ann", "a reason", self._now())


def clear(store: GraphStore) -> None:
    """Empty the graph, but for the record of its schema."""
    store.engine.write(lambda tx: tx.run("MATCH (n) WHERE NOT n:Graph DETACH DELETE n").consume())


_CHANGED = {
    "withdraw": "MATCH (s:Source) WHERE s.withdrawn IS NULL RETURN s.id",
    "bring back": "MATCH (s:Source) WHERE s.withdrawn IS NOT NULL RETURN s.id",
    "judge event": "MATCH (m:Mention)-[:TELLS_OF]->(:Event) RETURN m.id",
    "judge official": "MATCH (o:Official) RETURN o.id",
    "undo judgement": "MATCH (j:Judgement) WHERE j.undone IS NULL RETURN j.id",
    "rank": "MATCH (:Conflict {kind: 'values'})-[:BETWEEN]->(c:Claim) RETURN DISTINCT c.id",
    "undo rank": "MATCH (r:Ranking) WHERE r.undone IS NULL RETURN r.claim",
}
