"""What Neo4j would do: a query about one thing starts at an index, never at every node."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from neo4j import Result

from kg.store.engine import Engine
from queries import find_query, query_names
from queries.as_of import widen
from queries.parameters import bind
from tests.servers.real_engine import ENGINES

NEO4J = [name for name in ENGINES if name.startswith("neo4j")]
OF_A_PAIR = ("contacts", "counterparts", "gaps", "ranks", "topics-of-pair", "around-event", "contacts-by-month")
SCANS = ("AllNodesScan", "NodeByLabelScan", "UnionNodeByLabels")


@pytest.mark.parametrize("name", query_names())
@pytest.mark.parametrize("small", NEO4J, indirect=True)  # the embedded engine does not say its plan over Bolt
def test_no_query_reads_every_node(name: str, small: Engine) -> None:
    query = find_query(name)
    allowed = {"NodeByLabelScan", "UnionNodeByLabelsScan"} if "of the graph" in query.cost else set()
    with small.driver.session(database=small.database) as session:
        for text in (query.text, widen(query.text)):  # also as it asks about a moment
            plan = plan_of(session.run(f"EXPLAIN {text}", bind(query, query.example, small)))
            assert {step for step in steps(plan) if step.startswith(SCANS)} <= allowed
            assert query.cost or not expansions(plan, "TOOK_PART", "]->"), "all events of a side: its header says so"


@pytest.mark.parametrize("name", ["busiest-officials", "counterparts", "ranks"])
@pytest.mark.parametrize("small", NEO4J, indirect=True)
def test_participants_are_found_from_their_event(name: str, small: Engine) -> None:
    """A state has as many participants as a large graph has events: nothing goes through all of them for each event."""
    query = find_query(name)
    with small.driver.session(database=small.database) as session:
        for text in (query.text, widen(query.text)):
            plan = plan_of(session.run(f"EXPLAIN {text}", bind(query, query.example, small)))
            assert not expansions(plan, "REPRESENTED", "<-[")


@pytest.mark.parametrize(
    ("name", "kind", "way"),
    [
        ("silences", "TOOK_PART", "(e)<-["),
        ("shared-counterparts", "TOOK_PART", "(third)-["), ("brokers", "ATTENDED", "(o)-["),
        *((name, "TOOK_PART", "(e)<-[") for name in OF_A_PAIR),
    ],
)  # fmt: skip
@pytest.mark.parametrize("small", NEO4J, indirect=True)
def test_what_is_seldom_wanted_is_not_read(name: str, kind: str, way: str, small: Engine) -> None:
    """An event has more claims than sides: all sides of all events are read from the sides. Whom two sides have in
    common is counted from these two, not among all that a third did. And what two did together is what the lists of
    both have in common: no event is looked into for the other side.
    """
    query = find_query(name)
    with small.driver.session(database=small.database) as session:
        for text in (query.text, widen(query.text)):
            plan = plan_of(session.run(f"EXPLAIN {text}", bind(query, query.example, small)))
            assert not expansions(plan, kind, way)


def plan_of(found: Result) -> dict[str, Any]:
    """The plan that the server would follow."""
    plan = found.consume().plan
    assert plan is not None
    return plan


def expansions(plan: dict[str, Any], kind: str, way: str) -> list[str]:
    """What is expanded along a type, written so: ``(e)<-[`` is from the event to what points to it."""
    found = (details for step, details in walk(plan) if step.startswith("Expand("))
    return [details for details in found if kind in details and way in details]


def steps(plan: dict[str, Any]) -> Iterator[str]:
    return (step for step, _ in walk(plan))


def walk(plan: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The steps of a plan, each with its details."""
    yield str(plan["operatorType"]).partition("@")[0], str(plan["args"].get("Details", ""))
    for child in plan.get("children", []):
        yield from walk(child)
