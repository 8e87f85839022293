"""Readers during a load see whole events alone: never one without its sides, its claims or their sources."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from kg.load.run import BatchSize, Clock, Watcher, load
from kg.store.engine import Engine
from kg.store.graph_store import GraphStore
from kg.store.schema import apply_schema
from loaders.reference import tenure_reading
from tests.bench.synthetic import history
from tests.servers.real_engine import ENGINES, Servers, make_engine

_EVENTS = 24
_PAUSE = 0.02
_HALF = (
    "MATCH (e:Event) "
    "OPTIONAL MATCH (e)<-[:TOOK_PART]-(side) WITH e, count(side) AS sides "
    "OPTIONAL MATCH (e)<-[:ABOUT]-(c:Claim) WITH e, sides, count(c) AS claims "
    "OPTIONAL MATCH (e)<-[:REPORTS]-(s:Source) WITH e, sides, claims, count(s) AS sources "
    "RETURN count(e) AS events, "
    "collect(CASE WHEN sides <> size(e.sides) OR claims <> e.claims OR sources < e.sources THEN e.id END) AS half"
)
"""How many events there are, and those of which a reader sees less than they have."""


@pytest.mark.parametrize("name", ENGINES[:2])
def test_an_event_is_seen_whole_or_not_at_all(name: str, servers: Servers, tmp_path: Path) -> None:
    with make_engine(name, servers, tmp_path).open() as engine:
        apply_schema(engine)
        looks: list[tuple[int, list[str]]] = []
        done = threading.Event()
        reader = threading.Thread(target=_look, args=(engine, looks, done))
        reader.start()
        try:
            _load(engine)
        finally:
            done.set()
            reader.join()
    assert [half for _, half in looks if half] == []
    counts = sorted({events for events, _ in looks})
    assert len(counts) > 2, f"the reader saw the graph at {counts} events alone: that shows nothing"


def _look(engine: Engine, looks: list[tuple[int, list[str]]], done: threading.Event) -> None:
    """Look again and again, and once more when the load is done."""
    last = False
    while not last:
        last = done.wait(timeout=_PAUSE)
        ((events, half),) = engine.read(_HALF).rows
        looks.append((events, half))


def _load(engine: Engine) -> None:
    """Load in small batches; the later ones change events that are there, for their sources come one by one."""
    clock = Clock("2025-01-01T00:00:00Z")
    readings = sorted(history(_EVENTS), key=lambda one: one.source.publisher)
    load(
        iter(readings), GraphStore(engine), tenure_reading, inputs=["synthetic"], clock=clock, watcher=Watcher(),
        batch_size=BatchSize(sources=8),
    )  # fmt: skip
