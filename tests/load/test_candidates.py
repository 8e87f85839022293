"""Candidates: doubtful pairs are listed with a score and its parts, the same whatever the order, and never merged."""

from __future__ import annotations

from kg.load.judge import judge, judge_candidate, undo_judgement
from kg.load.revise import withdraw
from kg.model import Participant, Reading
from kg.store.graph_store import GraphStore
from kg.verify import verify
from loaders.reference import tenure_reading
from tests.consolidate.build import meeting, source
from tests.load.test_judge import FIRST, LAVROV, LAWROW, RUBIO, SECOND, told, whole
from tests.load.test_prepare import count, load, reading, store

__all__ = ["store"]

MINISTER = Participant("", "Foreign Minister", "foreign-minister", "RUS")


def unnamed(name: str) -> Reading:
    origin = source(name)
    return reading(origin, meeting(origin, MINISTER, RUBIO, date="2025-06-01"))


def candidates(store: GraphStore) -> list[tuple[str, list[str]]]:
    """The things and names of all candidates, best first."""
    rows = store.engine.read("MATCH (c:Candidate) RETURN c.thing, c.names, c.score ORDER BY c.score DESC, c.names[0]")
    return [(thing, names) for thing, names, _ in rows.rows]


def test_doubtful_pairs_are_listed_and_judged(store: GraphStore) -> None:
    texts = [
        told("a", LAVROV, RUBIO), told("b", LAWROW, RUBIO, date="2025-02-19"), told("c", date="2025-02"),
        told("d", ("Li Qiang", "CHN"), ("Li Keqiang", "CHN"), date="2025-08-01"), unnamed("e"),
    ]  # fmt: skip
    load(store, *texts)
    found = candidates(store)
    assert sorted(thing for thing, _ in found) == ["event", "event", "event", "holder", "official"]
    (spellings,) = [names for thing, names in found if thing == "official"]
    assert sorted(spellings) == ["Sergej Lawrow (RUS)", "Sergey Lavrov (RUS)"]
    (inferred,) = [names for thing, names in found if thing == "holder"]
    assert "unnamed Foreign Minister (RUS)" in inferred[0]
    assert inferred[1] == "Sergey Lavrov, who held the office then (inferred)"
    assert count(store, "(:Official)-[:ATTENDED]->(:Event {date: '2025-06-01'})") == 1, "nobody is named in silence"
    once = whole(store)
    store.engine.write(lambda tx: tx.run("MATCH (n) WHERE NOT n:Graph DETACH DELETE n").consume())
    for text in reversed(texts):
        load(store, text)
    assert whole(store) == once, "no order of loading changes the list"

    a, b = (
        row[0]
        for row in store.engine.read(
            "MATCH (e:Event) WHERE e.date < '2025-03' RETURN e.id ORDER BY e.date DESC LIMIT 2"
        ).rows
    )
    different = judge(store, (a, b), "different", FIRST, tenure_reading)
    assert len(candidates(store)) == len(found) - 1
    undo_judgement(store, different.id, SECOND, tenure_reading)
    assert whole(store) == once
    judge(store, ("Sergej Lawrow", "Sergey Lavrov"), "unsure", FIRST, tenure_reading)
    assert count(store, "(:Candidate {unsure: true})") == 1
    done = judge(store, ("Sergej Lawrow", "Sergey Lavrov"), "same", SECOND, tenure_reading)
    assert count(store, "(:Candidate {thing: 'official'})") == 0
    undo_judgement(store, done.id, SECOND, tenure_reading)
    assert whole(store) == once
    ((holder,),) = store.engine.read("MATCH (c:Candidate {thing: 'holder'}) RETURN c.id").rows
    seen = judge_candidate(store, holder, "same", SECOND, tenure_reading)
    found_in = "(:Official {qid: 'Q58217'})<-[:IDENTIFIED_AS]-(:Participant {inferred: true})"
    assert count(store, f"{found_in}<-[:HAS_PARTICIPANT]-(:Event {{date: '2025-06-01'}})") == 1
    assert count(store, "(:Candidate {thing: 'holder'})") == 0
    assert verify(store.engine).faults == ()
    undo_judgement(store, seen.id, SECOND, tenure_reading)
    assert whole(store) == once
    withdraw(store, "c", FIRST, tenure_reading)
    assert sorted(thing for thing, _ in candidates(store)) == ["event", "holder", "official"]
