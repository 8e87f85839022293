"""Any history leaves the graph that its sources alone would make, in whatever batches they came."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest
from hypothesis import example, given

from kg.blueprint import past_label, past_type
from kg.store.graph_store import GraphStore
from kg.verify import verify
from tests.load.drawn import FEW, MANY, drawn, histories
from tests.load.histories import KNOWN_PEOPLE, PEOPLE, Change, Course, Load, Step, Telling, clear

_WRITTEN_TIMES = frozenset({"recorded", "known", "changed", "withdrawn", "gaps"})
_LEFT = ("Official", "Place", "Topic", "Country", "Organization")
_SHOWN = (
    "Event", "Participant", "Conflict", "Official", "Office", "Place", "Topic", "Country", "Organization", "Candidate",
    "Key",
)  # fmt: skip


def _load(*tellings: Telling) -> Load:
    return Load(tellings, batch=1)


ENVOY, SHORT, MINISTER = PEOPLE[2], PEOPLE[1], KNOWN_PEOPLE[0]
WITHDRAW, BRING_BACK = Change("withdraw"), Change("bring back")
NAMED_BY_ANOTHER: list[Step] = [_load(Telling(0, named=(ENVOY,))), _load(Telling(0), Telling(1, named=(ENVOY,)))]
"""Somebody goes with one batch, for nobody names her any more, and comes back with the next."""
SPELLED_OTHERWISE: list[Step] = [
    _load(Telling(0, people=(PEOPLE[0],)), Telling(1, people=(SHORT,))),
    _load(Telling(1), Telling(2, named=(PEOPLE[0],))),
]
"""A spelling goes with one batch; the next names him."""
REFERENCE_WITHDRAWN: list[Step] = [
    _load(Telling(0, people=(MINISTER,))), WITHDRAW, WITHDRAW, _load(Telling(1, people=(MINISTER,)), Telling(2)),
]  # fmt: skip
"""What reference data say of somebody was withdrawn when he is named again."""
REFERENCE_BROUGHT_BACK: list[Step] = [
    _load(Telling(0, people=(MINISTER,))), WITHDRAW, WITHDRAW, BRING_BACK, BRING_BACK,
]  # fmt: skip
LESS_SURE: list[Step] = [_load(Telling(0)), _load(Telling(0, confidence=0.6)), _load(Telling(1))]
"""A source is read anew, by a reader that is less sure of the same claims."""


@drawn(FEW)
@example(steps=NAMED_BY_ANOTHER)
@example(steps=SPELLED_OTHERWISE)
@example(steps=REFERENCE_WITHDRAWN)
@given(steps=histories())
def test_batches_never_matter(store: GraphStore, steps: list[Step]) -> None:
    check_batches(store, steps)


@pytest.mark.long
@drawn(MANY)
@given(steps=histories())
def test_batches_of_many_histories_never_matter(store: GraphStore, steps: list[Step]) -> None:
    check_batches(store, steps)


@drawn(FEW)
@example(steps=NAMED_BY_ANOTHER)
@example(steps=REFERENCE_BROUGHT_BACK)
@example(steps=LESS_SURE)
@given(steps=histories())
def test_what_is_taken_back_never_was(store: GraphStore, steps: list[Step]) -> None:
    check_what_is_left(store, steps)


@pytest.mark.long
@drawn(MANY)
@given(steps=histories())
def test_what_is_taken_back_in_many_histories_never_was(store: GraphStore, steps: list[Step]) -> None:
    check_what_is_left(store, steps)


def check_batches(store: GraphStore, steps: list[Step]) -> None:
    """Batches of a source or three, written late, leave what each load in one batch leaves."""
    assert _after_each(store, steps, at_once=False) == _after_each(store, steps, at_once=True)


def check_what_is_left(store: GraphStore, steps: list[Step]) -> None:
    """A history of which all judgements are taken back leaves what a first load of its sources as they stand makes."""
    clear(store)
    course = Course(store, at_once=False)
    for step in steps:
        course.take(step)
    course.undo_all()
    assert verify(store.engine).faults == ()
    left, standing = _shown(store), course.standing()
    clear(store)
    afresh = Course(store, at_once=True)
    afresh.take(Load(standing.tellings, batch=1, reference=standing.reference))
    for key in standing.withdrawn_reference:
        afresh.withdraw(key)
    assert left == _shown(store)


def _after_each(store: GraphStore, steps: list[Step], *, at_once: bool) -> list[list[str]]:
    """The whole graph after each step."""
    clear(store)
    course = Course(store, at_once=at_once)
    found = []
    for step in steps:
        course.take(step)
        found.append(_whole(store))
    assert verify(store.engine).faults == ()
    return found


def _whole(store: GraphStore) -> list[str]:
    """Everything but the records of runs, which count batches, and what stands for nodes that were gone for a batch."""
    nodes = store.engine.read(
        "MATCH (n) WHERE NOT any(label IN labels(n) WHERE label IN $left) RETURN labels(n), properties(n)",
        {"left": ["Graph", "Run", *(past_label(label) for label in _LEFT)]},
    ).rows
    edges = store.engine.read(
        "MATCH (a)-[r]->(b) WHERE NOT (type(r) = $inner OR type(r) = $told AND b.version = b.id "
        "OR b:Official AND type(r) IN ['ABOUT', 'TELLS_OF']) "
        "RETURN coalesce(a.version, a.id), type(r), coalesce(b.version, b.id), properties(r)",
        {"inner": past_type("IN_COUNTRY"), "told": past_type("TELLS_OF")},
    ).rows
    naming = store.engine.read(
        "MATCH (o:Official)<-[a:ABOUT]-(c:Claim)-[:STATED_IN]->(s:Source) "
        "WHERE c.withdrawn IS NULL AND s.withdrawn IS NULL "
        "MATCH (m:Mention {id: c.mention})-[t:TELLS_OF]->(n:Official) "
        "RETURN c.id, 'names ' + m.id + ' ' + n.id, o.id, properties(a)"
    ).rows
    edges = [*edges, *naming]
    return _lines(nodes, edges, frozenset())


def _shown(store: GraphStore) -> list[str]:
    """What the graph shows, but for when it came to know it. What is withdrawn keeps the keys it is found by."""
    nodes = store.engine.read(
        "MATCH (n) WHERE any(label IN labels(n) WHERE label IN $shown) "
        "AND NOT coalesce(n.of, '') STARTS WITH 'mention-' RETURN labels(n), properties(n)",
        {"shown": list(_SHOWN)},
    ).rows
    edges = store.engine.read(
        "MATCH (a)-[r]->(b) WHERE any(label IN labels(a) WHERE label IN $shown) "
        "AND any(label IN labels(b) WHERE label IN $shown) RETURN a.id, type(r), b.id, properties(r)",
        {"shown": list(_SHOWN)},
    ).rows
    return _lines(nodes, edges, _WRITTEN_TIMES)


def _lines(nodes: Iterable[tuple[Any, ...]], edges: Iterable[tuple[Any, ...]], without: frozenset[str]) -> list[str]:
    def plain(properties: dict[str, object]) -> str:
        return str(sorted((k, str(v)) for k, v in properties.items() if k not in without))

    lines = [f"{sorted(labels)} {plain(properties)}" for labels, properties in nodes]
    return sorted(lines) + sorted(f"{a} {kind} {b} {plain(properties)}" for a, kind, b, properties in edges)
