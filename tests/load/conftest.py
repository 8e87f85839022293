"""What tests of loads on every engine share."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.store.graph_store import GraphStore
from kg.store.schema import apply_schema
from tests.servers.real_engine import ENGINES, Servers, make_engine


@pytest.fixture(params=ENGINES)
def store(request: pytest.FixtureRequest, servers: Servers, tmp_path: Path) -> Iterator[GraphStore]:
    """An empty graph on each engine."""
    with make_engine(request.param, servers, tmp_path).open() as opened:
        apply_schema(opened)
        yield GraphStore(opened)
