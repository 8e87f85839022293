"""Promise 11. Named queries take what had happened by a day, and give the answer that they gave at a moment."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence

import pytest

from kg.graph import Graph
from kg.load.judge import judge, undo_judgement
from kg.load.revise import By
from kg.model import Claim, Participant, Reading, Source, Venue
from kg.store.graph_store import GraphStore
from loaders.reference import tenure_reading
from queries import BadParameterError, find_query, query_names
from queries.as_of import KNOWN_BY
from tests.consolidate.build import claim, meeting, source
from tests.promises.conftest import Load

ASKED: dict[str, object] = {
    "a": "Russia", "b": "USA", "country": "Russia", "official": "Sergey Lavrov", "place": "Riyadh", "topic": "energy",
    "publisher": "Agency", "today": "2025-12-31", "status": "any", "least": "2", "limit": "1000", "sides": "2",
    "days": "400", "one": "China, Russia", "other": "USA",
}  # fmt: skip
FEW = ("conflicts", "contacts", "country-timeline", "event-evidence", "represented")
"""Asked after every step; all queries only after some, for they are many."""
NO_MOMENT = {"candidates", "office-holders"}
"""Candidates are work to be done now. Tenures are reference data: no source tells them at a moment."""


def test_two_clocks(graph: Graph, load: Load) -> None:
    for name, day, now in (("a", "2025-02-01", "2025-02-02T00:00:00Z"), ("b", "2025-02-10", "2025-03-05T00:00:00Z")):
        one = source(name)
        load(Reading(one, tuple(meeting(one, date=day))), now=now)
    pair = {"a": "Russia", "b": "USA"}
    assert len(graph.query("contacts", **pair)) == 2
    assert len(graph.query("contacts", known_by="2025-03-01", **pair)) == 1
    assert len(graph.query("contacts", happened_by="2025-02-05", **pair)) == 1


def test_every_query_takes_a_moment_where_it_has_one() -> None:
    without = {name for name in query_names() if all(one.name != KNOWN_BY for one in find_query(name).parameters)}
    assert without == NO_MOMENT


def test_every_query_gives_the_answer_that_it_gave(graph: Graph, load: Load) -> None:
    """Loads, corrections, withdrawals, undoings, rankings, judgements; after each a few queries, now and then all."""
    history = _History(graph, load, random.Random(11))
    ids: dict[str, object] = {"event": "", "claim": ""}
    then: dict[str, dict[str, object]] = {}
    for step, moment in enumerate(history.happen(), start=3):
        ids = ids if ids["event"] else history.something()
        then[moment] = _answers(graph, ids, "", FEW if step % 4 else sorted(set(query_names()) - NO_MOMENT))
    assert graph.cypher("MATCH (p:PastEvent) RETURN count(p) > 5, count(DISTINCT p.id) > 1").rows == [(True, True)]
    for moment, answers in then.items():
        again = _answers(graph, ids, moment, list(answers))
        assert again == answers, f"at {moment}: {[name for name in answers if again[name] != answers[name]]}"
    assert len({str(answers["contacts"]) for answers in then.values()}) > 5, "the history changes the answers"


def test_a_question_about_the_present_never_meets_the_past(graph: Graph, load: Load) -> None:
    for _ in _History(graph, load, random.Random(3)).happen():
        pass
    for text in (
        "MATCH (e:Event) WHERE e.replaced IS NOT NULL RETURN count(e)",
        "MATCH (:Country)-[:TOOK_PART]->(e) WHERE e.replaced IS NOT NULL RETURN count(e)",
        "MATCH (e)-[:HAS_PARTICIPANT]->(p) WHERE p.replaced IS NOT NULL RETURN count(p)",
        "MATCH (p:Place) WHERE NOT (p)<-[:HELD_AT]-(:Event) RETURN count(p)",
        "MATCH (t:Topic) WHERE NOT (t)<-[:ON_TOPIC]-(:Event) RETURN count(t)",
    ):
        assert graph.cypher(text).rows == [(0,)], text
    assert graph.verify().faults == ()


class _History:
    """A history of a graph, each step a day after the one before."""

    def __init__(self, graph: Graph, load: Load, chance: random.Random) -> None:
        self._graph = graph
        self._load = load
        self._chance = chance
        self._sources: list[Source] = []
        self._now = ""

    def happen(self) -> Iterator[str]:
        """Do one thing after the other; yield the moment of each."""
        steps: list[Callable[[], None]] = [
            self._tell, self._tell, self._tell, self._withdraw, self._tell, self._rank, self._read_anew, self._undo,
            self._judge, self._undo_rank, self._withdraw, self._correct, self._undo_judgement, self._tell, self._undo,
        ]  # fmt: skip
        for day, step in enumerate(steps, start=1):
            self._now = f"2025-04-{day:02}T12:00:00Z"
            step()
            yield self._now

    def something(self) -> dict[str, object]:
        """An event and a claim on it that are there now."""
        text = "MATCH (e:Event)<-[:ABOUT]-(c:Claim {attribute: 'date'}) RETURN e.id, c.id ORDER BY e.id LIMIT 1"
        return dict(zip(("event", "claim"), self._graph.cypher(text).rows[0], strict=True))

    def _tell(self) -> None:
        name = f"s{len(self._sources)}"
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
        text = "MATCH (s:Source) WHERE s.withdrawn IS NOT NULL RETURN s.id ORDER BY s.id LIMIT 1"
        for (key,) in self._graph.cypher(text).rows:
            self._graph.bring_back(key, self._by("undone"))

    def _correct(self) -> None:
        wrong = self._sources[1]
        self._tell()
        self._graph.withdraw(wrong.id, self._by("corrected"), replaced_by=self._sources[-1].id)

    def _rank(self) -> None:
        text = "MATCH (f:Conflict {kind: 'values'})-[:BETWEEN]->(c:Claim) RETURN c.id ORDER BY c.id LIMIT 1"
        for (key,) in self._graph.cypher(text).rows:
            self._graph.rank(key, self._by("ranked"))

    def _undo_rank(self) -> None:
        for (key,) in self._graph.cypher("MATCH (r:Ranking) WHERE r.undone IS NULL RETURN r.claim").rows:
            self._graph.undo_rank(key, self._by("undone"))

    def _judge(self) -> None:
        text = "MATCH (e:Event)<-[:TELLS_OF]-(m:Mention) RETURN e.id, m.id ORDER BY e.id, m.id"
        told: dict[str, list[str]] = {}
        for event, mention in self._graph.cypher(text).rows:
            told.setdefault(event, []).append(mention)
        for one, other in [mentions[:2] for mentions in told.values() if len(mentions) > 1][:1]:
            judge(GraphStore(self._graph.engine), (one, other), "different", self._by("judged"), tenure_reading)

    def _undo_judgement(self) -> None:
        for (key,) in self._graph.cypher("MATCH (j:Judgement) WHERE j.undone IS NULL RETURN j.id").rows:
            undo_judgement(GraphStore(self._graph.engine), key, self._by("undone"), tenure_reading)

    def _by(self, reason: str) -> By:
        return By("ann", reason, self._now)


def _answers(graph: Graph, ids: dict[str, object], moment: str, names: Sequence[str]) -> dict[str, object]:
    """The rows of these queries; none where what is asked for is not, or not yet, there."""
    found: dict[str, object] = {}
    for name in names:
        asked = {one.name: (ASKED | ids)[one.name] for one in find_query(name).parameters if one.name in ASKED | ids}
        try:
            found[name] = graph.query(name, **asked, **({KNOWN_BY: moment} if moment else {})).rows
        except BadParameterError:
            found[name] = []
    return found


@pytest.mark.parametrize("moment", ["2025-04-01", "2025-04-01T12:00:00Z"])
def test_a_moment_is_a_day_or_a_second(moment: str, graph: Graph, load: Load) -> None:
    one = source("a")
    load(Reading(one, tuple(meeting(one))), now="2025-04-01T12:00:00Z")
    load(Reading(one, tuple(meeting(one, status="cancelled"))), now="2025-04-02T12:00:00Z")
    asked = {"a": "Russia", "b": "USA", "status": "any"}
    assert [row["status"] for row in graph.query("contacts", known_by=moment, **asked)] == ["held"]
    assert [row["status"] for row in graph.query("contacts", **asked)] == ["cancelled"]


def test_a_claim_that_came_back_was_away_in_between(graph: Graph, load: Load) -> None:
    one = source("a")
    with_topic, without = tuple(meeting(one, topic="energy")), tuple(meeting(one))
    for day, claims in ((1, with_topic), (2, without), (3, with_topic)):
        load(Reading(one, claims), now=f"2025-04-0{day}T12:00:00Z")
    ((event,),) = graph.cypher("MATCH (e:Event) RETURN e.id").rows

    def topics(moment: str) -> int:
        return sum(row["attribute"] == "topic" for row in graph.query("event-evidence", event=event, known_by=moment))

    assert [topics(moment) for moment in ("2025-04-01", "2025-04-02", "2025-04-03", "")] == [1, 0, 1, 1]
