"""Statements of the store keep the plan that was made first: in an empty graph it must begin at an index too."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from neo4j import ManagedTransaction

from kg.graph import Graph
from kg.load.revise import By
from kg.load.run import Clock, Watcher
from kg.model import Reading
from kg.store.bolt import BoltEngine
from kg.store.engine import Engine
from kg.store.schema import apply_schema
from kg.store.written import WHEN_ASKED
from tests.bench.synthetic import load_history
from tests.consolidate.build import claim, meeting, source
from tests.queries.test_plans import SCANS, plan_of, steps
from tests.servers.real_engine import RealEngine, Servers, make_engine

FEW = (":Judgement", ":Ranking")
"""What persons make: few, and all of them are read."""


@pytest.fixture(scope="module")
def texts(servers: Servers, tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[str]]:
    """What the store asks and writes in loads, second loads, withdrawals and their undoing."""
    asked: dict[str, None] = {}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(BoltEngine, "steady", lambda _, text, given: (asked.setdefault(text) or text, given))
        with make_engine("embedded", servers, tmp_path_factory.mktemp("texts")).open() as engine:
            _happen(Graph(engine, remote=False))
    yield list(asked)


def _happen(graph: Graph) -> None:
    load_history(graph, 40)
    for day, name in enumerate("abcab", start=1):
        one = source(name)
        first = meeting(one, date=f"2025-02-1{day // 3}", topic="energy", host="SAU", part_of="e2")
        claims = (*first, *meeting(one, subject="e2", kind="talks"), claim(one, "name", "Sergey Lavrov", subject="o1"))
        clock = Clock(f"2025-07-0{day}T00:00:00Z")
        graph.load_readings([Reading(one, claims)], inputs=["x"], clock=clock, watcher=Watcher())
    found = source("a").id
    graph.withdraw(found, By("ann", "wrong", "2025-07-10T00:00:00Z"))
    graph.bring_back(found, By("ann", "right", "2025-07-11T00:00:00Z"))


def test_no_statement_of_the_store_reads_every_node_of_a_label(neo4j_engine: RealEngine, texts: list[str]) -> None:
    assert len(texts) > 80
    with neo4j_engine.open() as engine, engine.driver.session(database=engine.database) as session:
        apply_schema(engine)
        for text in texts:
            plan = plan_of(session.run(f"EXPLAIN {text}", _no_values(text)))
            scans = {step for step in steps(plan) if step.startswith(SCANS)}
            assert not scans or any(label in text for label in FEW), text


def _no_values(text: str) -> dict[str, object]:
    values: dict[str, object] = {"rows": [], "ids": [], "keys": [], "blocks": [], "now": "", "back": ""}
    return {name: value for name, value in values.items() if f"${name}" in text}


def test_a_plan_is_kept_on_a_server_that_would_make_it_anew(neo4j_engine: RealEngine) -> None:
    with neo4j_engine.open() as engine:
        text, given = engine.steady("UNWIND $rows AS r RETURN r + $more", {"rows": [1, 2], "more": 3})
        assert engine.read(text, given).rows == [(4,), (5,)]
        assert text.startswith("CYPHER replan=skip ")


def test_one_plan_is_made_for_any_number_of_rows(neo4j_engine: RealEngine) -> None:
    """The server says how many plans it has when it is asked to throw them away."""
    with neo4j_engine.open() as engine:
        apply_schema(engine)
        asked = "UNWIND $rows AS id MATCH (e:Event {id: id}) RETURN e.id"
        made = []
        for keep in (lambda text, given: (text, given), engine.steady):
            _forget_plans(engine)
            for many in (1, 7, 70, 700):
                engine.read(*keep(asked, {"rows": [f"event-{n}" for n in range(many)]}))
            made.append(_forget_plans(engine))
    assert made == [4, 1], "it keeps a plan for each order of magnitude, where a list is a parameter"


def test_a_statement_that_writes_is_answered_before_it_is_worked_on(neo4j_engine: RealEngine) -> None:
    """So the rows of the next one are on their way meanwhile."""
    rows = [{"id": f"key-{n}", "key": f"key-{n}", "of": "x"} for n in range(2_000)]
    text = f"UNWIND $rows AS r CREATE (k:Key) SET k = r {WHEN_ASKED}"

    def work(transaction: ManagedTransaction) -> tuple[int, int]:
        summary = transaction.run(text, {"rows": rows}).consume()
        transaction.run("MATCH (k:Key {of: 'x'}) DELETE k").consume()
        return summary.result_available_after or 0, summary.result_consumed_after or 0

    with neo4j_engine.open() as engine:
        apply_schema(engine)
        engine.write(work)  # the first one is planned before it is answered
        answered, worked_on = engine.write(work)
    assert answered < worked_on


def _forget_plans(engine: Engine) -> int:
    """Throw all plans away; return how many there were."""
    said = engine.read("CALL db.clearQueryCaches() YIELD value RETURN value").rows[0][0]
    return int(next(iter(re.findall(r"\d+", said)), "0"))
