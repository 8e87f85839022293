"""Fixtures that every part of the suite uses: the shared material, and real engines."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.servers.real_engine import ENGINES, RealEngine, Servers, make_engine


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared material beside the repository (corpora, gold, samples), or a skip that says it is not there."""
    folder = Path(__file__).resolve().parent.parent.parent / "shared"
    if not (folder / "gold").is_dir():
        pytest.skip("needs ../shared (corpora and gold annotations), which is not beside this checkout")
    return folder


@pytest.fixture(scope="session")
def servers() -> Iterator[Servers]:
    """The real Neo4j servers; none is started until a test asks for it."""
    running = Servers()
    yield running
    running.close()


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, servers: Servers, tmp_path: Path) -> RealEngine:
    """Each engine in turn, with an empty graph."""
    return make_engine(request.param, servers, tmp_path)


@pytest.fixture(params=ENGINES)
def bare_engine(request: pytest.FixtureRequest, servers: Servers, tmp_path: Path) -> RealEngine:
    """Each engine in turn, with an empty graph that has no constraint and no index either."""
    return make_engine(request.param, servers, tmp_path, bare=True)


@pytest.fixture(params=ENGINES[1:])
def neo4j_engine(request: pytest.FixtureRequest, servers: Servers, tmp_path: Path) -> RealEngine:
    """Each Neo4j in turn, with an empty graph."""
    return make_engine(request.param, servers, tmp_path)


@pytest.fixture
def embedded(servers: Servers, tmp_path: Path) -> RealEngine:
    """The embedded engine with an empty graph."""
    return make_engine("embedded", servers, tmp_path)
