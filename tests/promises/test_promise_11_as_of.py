"""Promise 11. Named queries take what had happened by a day, and give the answer that they gave at a moment."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import partial

import pytest

from kg.graph import Graph
from kg.model import Reading
from queries import BadParameterError, find_query, query_names
from queries.as_of import KNOWN_BY
from tests.consolidate.build import meeting, source
from tests.promises.conftest import Load
from tests.promises.history import History

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
    contacts = partial(graph.query, "contacts", a="Russia", b="USA")
    assert len(contacts()) == 2
    assert len(contacts(known_by="2025-03-01")) == 1
    assert len(contacts(happened_by="2025-02-05")) == 1


def test_every_query_takes_a_moment_where_it_has_one() -> None:
    without = {name for name in query_names() if all(one.name != KNOWN_BY for one in find_query(name).parameters)}
    assert without == NO_MOMENT


def test_every_query_gives_the_answer_that_it_gave(graph: Graph, load: Load) -> None:
    """Loads, corrections, withdrawals, undoings, rankings, judgements; after each a few queries, now and then all."""
    history = History(graph, load, random.Random(11))
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
    for _ in History(graph, load, random.Random(3)).happen():
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


def _answers(graph: Graph, ids: dict[str, object], moment: str, names: Sequence[str]) -> dict[str, object]:
    """The rows of these queries; none where what is asked for is not, or not yet, there."""
    found: dict[str, object] = {}
    for name in names:
        asked = {one.name: (ASKED | ids)[one.name] for one in find_query(name).parameters if one.name in ASKED | ids}
        try:
            found[name] = graph.query(name, timeout=60, **asked, **({KNOWN_BY: moment} if moment else {})).rows
        except BadParameterError:
            found[name] = []
    return found


@pytest.mark.parametrize("moment", ["2025-04-01", "2025-04-01T12:00:00Z"])
def test_a_moment_is_a_day_or_a_second(moment: str, graph: Graph, load: Load) -> None:
    one = source("a")
    load(Reading(one, tuple(meeting(one))), now="2025-04-01T12:00:00Z")
    load(Reading(one, tuple(meeting(one, status="cancelled"))), now="2025-04-02T12:00:00Z")
    contacts = partial(graph.query, "contacts", a="Russia", b="USA", status="any")
    assert [row["status"] for row in contacts(known_by=moment)] == ["held"]
    assert [row["status"] for row in contacts()] == ["cancelled"]


def test_a_claim_that_came_back_was_away_in_between(graph: Graph, load: Load) -> None:
    one = source("a")
    with_topic, without = tuple(meeting(one, topic="energy")), tuple(meeting(one))
    for day, claims in ((1, with_topic), (2, without), (3, with_topic)):
        load(Reading(one, claims), now=f"2025-04-0{day}T12:00:00Z")
    ((event,),) = graph.cypher("MATCH (e:Event) RETURN e.id").rows

    def topics(moment: str) -> int:
        return sum(row["attribute"] == "topic" for row in graph.query("event-evidence", event=event, known_by=moment))

    assert [topics(moment) for moment in ("2025-04-01", "2025-04-02", "2025-04-03", "")] == [1, 0, 1, 1]
