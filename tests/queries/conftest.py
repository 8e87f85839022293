"""The small graph on each engine, written once a module."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.store.engine import Engine
from tests.queries.small_graph import write_small_graph
from tests.servers.real_engine import ENGINES, Servers, make_engine


@pytest.fixture(scope="module", params=ENGINES)
def small(
    request: pytest.FixtureRequest, servers: Servers, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Engine]:
    """An open engine that holds the small graph."""
    real = make_engine(request.param, servers, tmp_path_factory.mktemp("small"))
    with real.open() as opened:
        write_small_graph(opened)
        yield opened
