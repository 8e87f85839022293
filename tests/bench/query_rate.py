"""A named query beside the same Cypher sent by hand (aim: within 5 %)."""

from __future__ import annotations

import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from kg.load.run import Clock, Watcher, load
from kg.store.graph_store import GraphStore
from kg.store.schema import apply_schema
from loaders.reference import tenure_reading
from queries import find_query, run
from queries.parameters import bind
from tests.bench.synthetic import history
from tests.servers.real_engine import ENGINES, Servers, make_engine

_ROUNDS = 300


def main(events: int = 1_000) -> None:
    """Print one line an engine."""
    servers = Servers()
    try:
        for name in ENGINES:
            with tempfile.TemporaryDirectory() as folder:
                _measure(name, events, servers, Path(folder))
    finally:
        servers.close()


def _measure(name: str, events: int, servers: Servers, folder: Path) -> None:
    with make_engine(name, servers, folder).open() as opened:
        apply_schema(opened)
        clock = Clock("2025-01-01T00:00:00Z")
        load(history(events), GraphStore(opened), tenure_reading, inputs=["synthetic"], clock=clock, watcher=Watcher())
        asked = {"a": "Afghanistan", "b": "Albania", "since": "2005"}
        query = find_query("contacts")
        bound = bind(query, asked, opened)

        def by_hand() -> None:
            with opened.driver.session(database=opened.database, default_access_mode="READ") as session:
                session.execute_read(lambda transaction: list(transaction.run(query.text, bound)))

        named, hand = _medians(lambda: run(opened, "contacts", timeout=None, **asked), by_hand)
    print(
        f"{name:<16} named {named * 1000:6.2f} ms   by hand {hand * 1000:6.2f} ms   ratio {named / hand:.2f} (aim 1.05)"
    )


def _medians(one: Callable[[], object], other: Callable[[], object]) -> tuple[float, float]:
    """Medians of both in turns: a server gets faster while it runs, and both must have the same of that."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(_ROUNDS):
        for work, taken in zip((one, other), times, strict=True):
            start = time.perf_counter()
            work()
            taken.append(time.perf_counter() - start)
    return statistics.median(times[0][_ROUNDS // 2 :]), statistics.median(times[1][_ROUNDS // 2 :])


if __name__ == "__main__":
    main()
