"""Readings into real graphs: twice is once, reprints count once, what is read anew replaces what was said."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.load.look_up import PendingLookUp
from kg.load.prepare import prepare
from kg.model import Claim, Participant, Reading, Source, Venue
from kg.store.graph_store import GraphStore
from kg.store.schema import apply_schema
from kg.verify import verify
from loaders.reference import tenure_reading
from tests.consolidate.build import claim, meeting, source
from tests.servers.real_engine import RealEngine

NOW, LATER = "2025-03-01T00:00:00Z", "2025-03-02T00:00:00Z"
LAVROV, RUBIO = ("Sergey Lavrov", "RUS"), ("Marco Rubio", "USA")


@pytest.fixture
def store(engine: RealEngine) -> Iterator[GraphStore]:
    with engine.open() as opened:
        apply_schema(opened)
        yield GraphStore(opened)


def load(store: GraphStore, *readings: Reading, now: str = NOW) -> dict[str, int]:
    """Load as one batch; return the rows written."""
    prepared = prepare(list(readings), store, tenure_reading, now)
    return dict(store.write(prepared.batch, now).rows) if prepared.batch.size else {}


def reading(origin: Source, *claims: list[Claim]) -> Reading:
    return Reading(origin, tuple(one for group in claims for one in group))


def count(store: GraphStore, pattern: str) -> int:
    return int(store.engine.read(f"MATCH {pattern} RETURN count(*) AS n").rows[0][0])


def snapshot(store: GraphStore) -> list[str]:
    """The whole graph but recording times: nodes with properties, relationships by their ends."""
    nodes = store.engine.read("MATCH (n) WHERE NOT n:Graph RETURN labels(n) AS l, properties(n) AS p").rows
    edges = store.engine.read("MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS t, b.id AS b, properties(r) AS p").rows
    plain = [
        (sorted(labels), sorted((k, str(v)) for k, v in p.items() if k not in ("recorded", "known")))
        for labels, p in nodes
    ]
    return sorted(map(str, plain)) + sorted(map(str, edges))


def riyadh(name: str, city: str = "Riyadh") -> Reading:
    origin = source(name)
    return reading(origin, meeting(origin, LAVROV, RUBIO, venue=Venue(city, city, "SAU"), topic="energy"))


def test_two_accounts_are_one_event_and_twice_is_once(store: GraphStore) -> None:
    load(store, riyadh("one"))
    load(store, riyadh("other", "Jeddah"))
    assert count(store, "(e:Meeting:Contact)") == 1
    assert count(store, "(:Source)-[:REPORTS]->(e:Event {sources: 2})") == 2
    assert count(store, "(:Conflict {attribute: 'venue'})-[:BETWEEN]->(:Claim)") == 2
    assert count(store, "(:Official)-[:ATTENDED]->(:Event)") == 2
    before = snapshot(store)
    assert load(store, riyadh("one"), riyadh("other", "Jeddah")) == {}
    assert snapshot(store) == before
    assert not verify(store.engine).faults
    for city, written_anew in (("Geneva", 0), ("Riyadh", 1)):
        vague = source(f"vague {city}")
        told = meeting(vague, LAVROV, RUBIO, date="2025-02", venue=Venue(city, city, "SAU"))
        prepared = prepare([reading(vague, told)], store, tenure_reading, NOW)
        assert len(prepared.batch.dropped_events) == written_anew, "what is only looked at stays as it is"


def test_order_and_batches_never_matter(store: GraphStore) -> None:
    """The same sources in one batch, in another order, make the same graph as one by one."""
    texts = [riyadh("one"), riyadh("other", "Jeddah"), riyadh("third")]
    for one in texts:
        load(store, one)
    first = snapshot(store)
    store.engine.write(lambda tx: tx.run("MATCH (n) WHERE NOT n:Graph DETACH DELETE n").consume())
    load(store, *reversed(texts))
    assert snapshot(store) == first


def test_a_batch_prepared_while_the_one_before_is_not_written_yet_makes_the_same_graph(store: GraphStore) -> None:
    texts = [riyadh("one"), riyadh("other", "Jeddah")]
    pending = prepare(texts[:1], store, tenure_reading, NOW)
    ahead = PendingLookUp(store, lambda: pytest.fail("nothing here needs to wait"), pending)
    following = prepare(texts[1:], ahead, tenure_reading, NOW)
    store.write(pending.batch, NOW)
    store.write(following.batch, NOW)
    first = snapshot(store)
    assert count(store, "(:Event {sources: 2})") == 1
    store.engine.write(lambda tx: tx.run("MATCH (n) WHERE NOT n:Graph DETACH DELETE n").consume())
    load(store, *texts)
    assert snapshot(store) == first
    assert not verify(store.engine).faults


def test_a_reprint_is_no_second_voice(store: GraphStore) -> None:
    original = riyadh("one")
    copied = source("copy", text=original.source.text)
    load(store, original)
    load(store, reading(copied, meeting(copied, LAVROV, RUBIO, venue=Venue("Riyadh", "Riyadh", "SAU"), topic="energy")))
    assert store.engine.read("MATCH (e:Event) RETURN e.sources AS s").rows == [(1,)]
    assert count(store, "(:Source)-[:REPORTS]->(:Event)") == 2


def test_a_source_read_anew_replaces_what_it_said(store: GraphStore) -> None:
    undated = source("one", published="")
    load(store, reading(undated, meeting(undated, LAVROV, RUBIO, date="XXXX-02-18")))
    dated = source("one", published="2025-02-24")
    assert dated.id == undated.id
    load(store, reading(dated, meeting(dated, LAVROV, RUBIO, date="2025-02-18")), now=LATER)
    assert store.engine.read("MATCH (e:Event) RETURN e.date AS d").rows == [("2025-02-18",)]
    assert count(store, "(c:Claim {attribute: 'date'}) WHERE c.withdrawn IS NOT NULL") == 1
    assert store.engine.read("MATCH (s:Source:Article) RETURN s.published AS p, s.recorded AS r").rows == [
        ("2025-02-24", NOW)
    ]
    assert count(store, "(:Mention {thing: 'event'})-[:MENTIONED_IN]->(:Source)") == 1
    assert not verify(store.engine).faults


def test_twenty_delegations_are_one_event_with_twenty_sides(store: GraphStore) -> None:
    codes = "ARG AUS BRA CAN CHN DEU FRA GBR IDN IND ITA JPN KOR MEX RUS SAU TUR USA ZAF EU"
    sides = tuple(codes.split(" "))
    origin = source("summit")
    load(store, reading(origin, meeting(origin, sides=sides, kind="summit", date="2022-11-15/2022-11-16")))
    assert count(store, "(:Event)") == 1
    assert count(store, "()-[:TOOK_PART]->(:Summit:Contact)") == 20


def test_a_meeting_inside_a_visit_is_linked(store: GraphStore) -> None:
    origin = source("visit")
    visit = meeting(origin, kind="visit", date="2023-03-20/2023-03-22", subject="e1", sides=("CHN", "RUS"))
    inner = meeting(origin, kind="meeting", date="2023-03-21", subject="e2", sides=("CHN", "RUS"), part_of="e1")
    load(store, reading(origin, visit, inner))
    assert count(store, "(:Meeting)-[:PART_OF]->(:Visit)") == 1
    other = source("second")
    load(store, reading(other, meeting(other, kind="visit", date="2023-03-20/2023-03-22", sides=("CHN", "RUS"))))
    assert count(store, "(:Meeting)-[:PART_OF]->(:Visit {sources: 2})") == 1


def test_a_disputed_capacity_is_a_finding_that_cites_the_reference(store: GraphStore) -> None:
    origin = source("seed")
    ushakov = Participant("Yuri Ushakov", "Deputy Foreign Minister", "deputy-foreign-minister", "RUS")
    named = [claim(origin, "name", "Yuri Ushakov", subject="o1"), claim(origin, "capacity", ushakov, subject="o1")]
    load(store, reading(origin, meeting(origin, ushakov, ("Marco Rubio", "USA")), named))
    rows = store.engine.read(
        "MATCH (c:Conflict {kind: 'tenure'})-[:BETWEEN]->(x:Claim)-[:STATED_IN]->(s:Source) "
        "RETURN DISTINCT s.kind AS kind ORDER BY kind"
    ).rows
    assert rows == [("article",), ("record",)]
    assert (
        count(
            store,
            "(:Participant {capacity: 'Deputy Foreign Minister', tenure: 'differs'})-[:IDENTIFIED_AS]->(:Official)",
        )
        == 1
    )
    assert count(store, "(:Official {qid: 'Q4479563'})-[:HELD_OFFICE]->(:Office {office: 'presidential-aide'})") == 1
    assert not verify(store.engine).faults
