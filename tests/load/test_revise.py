"""What persons change: a withdrawal takes out what only one source said and is undone exactly; a ranking decides."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.load.revise import By, NothingToUndoError, UnknownSourceError, bring_back, rank, undo_rank, withdraw
from kg.rdf import dump
from kg.store.graph_store import GraphStore
from kg.verify import verify
from loaders.reference import tenure_reading
from tests.cli.command import kg
from tests.load.test_prepare import count, load, riyadh, store

__all__ = ["store"]

FIRST = By("ann", "the ministry retracted it", "2025-03-03T00:00:00Z")
SECOND = By("bob", "it was right after all", "2025-03-04T00:00:00Z")


def dumped(store: GraphStore) -> bytes:
    return b"".join(dump(store.engine))


def the_event(store: GraphStore) -> tuple[object, ...]:
    """The one event as it is shown, with what it is linked to."""
    (row,) = store.engine.read(
        "MATCH (e:Event) RETURN e.id, e.date, e.status, e.sources, e.claims, e.known, "
        "[(e)-[:HELD_AT]->(p) | p.name] AS places, "
        "[(e)-[:HAS_PARTICIPANT]->(p) | p.name + coalesce(p.capacity, '')] AS people, "
        "size([(e)<-[:CONCERNS]-(c) | c.id]) AS conflicts"
    ).rows
    return tuple(sorted(one) if isinstance(one, list) else one for one in row)


def test_what_others_say_stays_and_undoing_restores_exactly(store: GraphStore) -> None:
    load(store, riyadh("readout"))
    alone = the_event(store)
    load(store, riyadh("wire", "Jeddah"))
    both = dumped(store)
    done = withdraw(store, "wire", FIRST, tenure_reading)
    assert done.changed
    assert the_event(store) == alone
    assert count(store, "(:Conflict)") == 0
    assert verify(store.engine).faults == ()
    assert bring_back(store, done.id, SECOND, tenure_reading).changed
    assert dumped(store) == both
    history = store.engine.read("MATCH (w:Withdrawal) RETURN w.by, w.reason, w.at, w.undone, w.undone_by").rows
    assert history == [(FIRST.person, FIRST.reason, FIRST.at, SECOND.at, SECOND.person)]


def test_what_only_it_said_is_history(store: GraphStore) -> None:
    load(store, riyadh("wire"))
    before = dumped(store)
    source = withdraw(store, "wire", FIRST, tenure_reading).id
    assert count(store, "(:Event)") == 0
    assert count(store, "(:Participant)") == 0
    assert count(store, "(:Claim)-[:STATED_IN]->(:Source {key: 'wire'})") > 0
    assert verify(store.engine).faults == ()
    load(store, riyadh("wire"))
    assert count(store, "(:Event)") == 0, "reading it again does not bring it back"
    bring_back(store, source, SECOND, tenure_reading)
    assert dumped(store) == before


def test_withdrawn_twice_is_withdrawn_once(store: GraphStore) -> None:
    load(store, riyadh("wire"))
    withdraw(store, "wire", FIRST, tenure_reading)
    once = dumped(store)
    assert not withdraw(store, "wire", SECOND, tenure_reading).changed
    assert dumped(store) == once
    assert count(store, "(:Withdrawal)") == 1


def test_an_unknown_source_is_said(store: GraphStore) -> None:
    load(store, riyadh("wire"))
    with pytest.raises(UnknownSourceError, match="no source has"):
        withdraw(store, "nothing", FIRST, tenure_reading)


def test_a_person_decides_and_the_rule_decides_again(store: GraphStore) -> None:
    load(store, riyadh("readout"), riyadh("wire", "Jeddah"))
    before = dumped(store)
    venues = "MATCH (e:Event)-[:HELD_AT]->(p) RETURN p.name"
    ((shown,),) = store.engine.read(venues).rows
    other = "Jeddah" if shown == "Riyadh" else "Riyadh"
    ((claim,),) = store.engine.read(
        "MATCH (c:Claim {attribute: 'venue'}) WHERE c.value CONTAINS $city RETURN c.id", {"city": other}
    ).rows
    rank(store, claim, FIRST, tenure_reading)
    assert store.engine.read(venues).rows == [(other,)]
    assert store.engine.read("MATCH (c:Conflict {attribute: 'venue'}) RETURN c.because, c.shown").rows[0][0] == "person"
    undo_rank(store, claim, SECOND, tenure_reading)
    assert dumped(store) == before
    with pytest.raises(NothingToUndoError, match="nobody has ranked"):
        undo_rank(store, claim, SECOND, tenure_reading)


def test_through_the_command(tmp_path: Path) -> None:
    text = "RIYADH, Feb. 18 - Russian Foreign Minister Sergey Lavrov met U.S. Secretary of State Marco Rubio in Riyadh "
    text += "on Tuesday."
    (tmp_path / "wire.txt").write_text(text, encoding="utf-8")
    (tmp_path / "corrected.txt").write_text(
        text.replace("RIYADH", "JEDDAH").replace("Riyadh", "Jeddah"), encoding="utf-8"
    )
    assert kg("load", "wire.txt", "--published", "2025-02-18", where=tmp_path).status == 0
    done = kg("withdraw", "wire", "--reason", "wrong city", "--replace-with", "corrected.txt", where=tmp_path)
    assert done.status == 0, done.err
    assert "withdrawn" in done.out
    rows = kg("query", "revisions", "--format", "json", where=tmp_path).rows()
    assert [row["reason"] for row in rows] == ["wrong city"]
    contacts = kg("query", "contacts", "--a", "Russia", "--b", "USA", "--format", "json", where=tmp_path).rows()
    assert len(contacts) == 1
    assert contacts[0]["sources"] == 1
    back = kg("withdraw", "wire", "--undo", "--reason", "it was right", where=tmp_path)
    assert "brought back" in back.out
    found = kg("conflicts", "--format", "json", where=tmp_path)
    assert found.status == 0, found.err
    claims = next(row["claims"] for row in found.rows() if row["attribute"] == "venue")
    ranked = kg("conflicts", "rank", claims[0], "--reason", "the protocol says so", where=tmp_path)
    assert ranked.status == 0, ranked.err
    again = json.loads(kg("conflicts", "--attribute", "venue", "--format", "json", where=tmp_path).out)
    assert again[0]["because"] == "person"
    assert kg("withdraw", "nowhere", "--reason", "x", where=tmp_path).status != 0
