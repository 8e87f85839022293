"""Judgements: same joins, different parts, taking one back restores exactly; a re-load changes neither."""

from __future__ import annotations

import pytest

from kg.load.judge import UnknownJudgementError, judge, undo_judgement
from kg.load.revise import By
from kg.load.subjects import UnknownSubjectError
from kg.model import Participant, Reading
from kg.rdf import dump
from kg.store.graph_store import GraphStore
from kg.verify import verify
from loaders.reference import tenure_reading
from tests.consolidate.build import claim, meeting, source
from tests.load.test_prepare import count, load, reading, store

__all__ = ["store"]

FIRST = By("ann", "one meeting, told of twice", "2025-03-03T00:00:00Z")
SECOND = By("bob", "they were two after all", "2025-03-04T00:00:00Z")
LAVROV, LAWROW, RUBIO = ("Sergey Lavrov", "RUS"), ("Sergej Lawrow", "RUS"), ("Marco Rubio", "USA")


def told(name: str, *people: tuple[str, str], date: str = "2025-02-18") -> Reading:
    """One source that tells of one meeting, and names its people as officials too."""
    origin = source(name)
    named = [
        one
        for number, (who, side) in enumerate(people)
        for one in (
            claim(origin, "name", who, subject=f"o{number}"),
            claim(origin, "capacity", Participant(who, "Minister", "foreign-minister", side), subject=f"o{number}"),
        )
    ]
    return reading(origin, meeting(origin, *people, date=date), named)


def dumped(store: GraphStore) -> bytes:
    return b"".join(dump(store.engine))


def whole(store: GraphStore) -> list[str]:
    """What the graph shows, with all properties and relationships: not its past, nor since when it is shown so."""
    nodes = store.engine.read("MATCH (n) WHERE NOT n:Judgement AND NOT n:Run RETURN labels(n), properties(n)").rows
    edges = store.engine.read("MATCH (a)-[r]->(b) WHERE NOT a:Judgement RETURN a.id, type(r), b.id, properties(r)").rows
    lines = [
        f"{sorted(labels)} {sorted((k, str(v)) for k, v in p.items() if 'Event' not in labels or k != 'recorded')}"
        for labels, p in nodes
        if not any(label.startswith("Past") for label in labels)
    ]
    shown = [edge for edge in edges if not edge[1].startswith("PAST_")]
    return sorted(lines) + sorted(f"{edge[:3]} {sorted(edge[3].items())}" for edge in shown)


def ids(store: GraphStore, label: str) -> list[str]:
    order = "n.date, n.id" if label == "Event" else "n.name, n.id"
    return [row[0] for row in store.engine.read(f"MATCH (n:{label}) RETURN n.id ORDER BY {order}").rows]


def test_two_events_judged_the_same_are_one_until_it_is_taken_back(store: GraphStore) -> None:
    load(store, told("a", LAVROV, RUBIO, date="2025-02"), told("b", LAVROV, RUBIO), told("c", date="2025-02-20"))
    before, dump_before = whole(store), dumped(store)
    vague, day, other = ids(store, "Event")
    done = judge(store, (vague, day), "same", FIRST, tenure_reading)
    assert done.changed
    assert store.engine.read("MATCH (e:Event) RETURN e.date, e.sources ORDER BY e.date").rows == [
        ("2025-02-18", 2), ("2025-02-20", 1),
    ]  # fmt: skip
    assert verify(store.engine).faults == ()
    joined = whole(store)
    load(store, told("a", LAVROV, RUBIO, date="2025-02"), told("b", LAVROV, RUBIO))
    assert whole(store) == joined, "a re-load changes nothing"
    later = judge(store, (ids(store, "Event")[0], other), "same", FIRST, tenure_reading)
    assert count(store, "(:Event)") == 1
    undo_judgement(store, later.id, SECOND, tenure_reading)
    assert whole(store) == joined
    undo_judgement(store, done.id, SECOND, tenure_reading)
    assert (whole(store), dumped(store)) == (before, dump_before)
    with pytest.raises(UnknownJudgementError, match="stands"):
        undo_judgement(store, done.id, SECOND, tenure_reading)


def test_a_mention_judged_different_leaves_its_event(store: GraphStore) -> None:
    load(store, told("a", LAVROV, RUBIO), told("b", LAVROV, RUBIO))
    before = whole(store)
    one, other = (
        row[0] for row in store.engine.read("MATCH (m:Mention {thing: 'event'}) RETURN m.id ORDER BY m.id").rows
    )
    done = judge(store, (one, other), "different", FIRST, tenure_reading)
    assert count(store, "(:Event {sources: 1})") == 2
    assert verify(store.engine).faults == ()
    same = judge(store, (one, other), "same", SECOND, tenure_reading)
    assert whole(store) == before, "a judgement on the same two replaces the one before"
    assert [found.id for found in store.judgements()] == [same.id]
    assert not judge(store, (one, other), "same", FIRST, tenure_reading).changed
    assert done.id != same.id
    unsure = judge(store, (one, other), "unsure", By("c", "who knows", "2025-03-05T00:00:00Z"), tenure_reading)
    assert unsure.changed
    assert whole(store) == before, "not to know changes nothing"


def test_officials_judged_one_show_all_spellings(store: GraphStore) -> None:
    load(store, told("a", LAVROV, RUBIO), told("b", LAWROW, RUBIO, date="2025-03-01"), told("c", ("X", "RUS"), RUBIO))
    load(store, told("d", LAVROV, LAWROW, RUBIO, date="2025-04-01"))
    before, dump_before = whole(store), dumped(store)
    done = judge(store, ("Sergej Lawrow", "Sergey Lavrov"), "same", FIRST, tenure_reading)
    ((names, qid),) = store.engine.read("MATCH (o:Official {name: 'Sergej Lawrow'}) RETURN o.names, o.qid").rows
    assert (sorted(names), qid) == (["Sergej Lawrow", "Sergey Lavrov"], "Q58217")
    assert count(store, "(:Official {qid: 'Q58217'})-[:ATTENDED]->(:Event)") == 3
    assert count(store, "(:Official {qid: 'Q58217'})<-[:TELLS_OF]-(:Mention)") == 5, "four texts and reference data"
    assert verify(store.engine).faults == ()
    load(store, told("e", LAWROW, date="2025-05-01"))
    assert count(store, "(:Official {qid: 'Q58217'})-[:ATTENDED]->(:Event)") == 4
    with pytest.raises(UnknownSubjectError, match="two officials"):
        judge(store, ("Sergej Lawrow", ids(store, "Event")[0]), "same", FIRST, tenure_reading)
    undo_judgement(store, done.id, SECOND, tenure_reading)
    assert count(store, "(:Official {name: 'Sergej Lawrow'})-[:ATTENDED]->(:Event)") == 3
    store.engine.write(lambda tx: tx.run("MATCH (n) WHERE NOT n:Graph DETACH DELETE n").consume())
    load(store, told("a", LAVROV, RUBIO), told("b", LAWROW, RUBIO, date="2025-03-01"), told("c", ("X", "RUS"), RUBIO))
    load(store, told("d", LAVROV, LAWROW, RUBIO, date="2025-04-01"))
    done = judge(store, ("Sergej Lawrow", "Sergey Lavrov"), "same", FIRST, tenure_reading)
    undo_judgement(store, done.id, SECOND, tenure_reading)
    assert (whole(store), dumped(store)) == (before, dump_before)
