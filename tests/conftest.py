"""Fixtures that every part of the suite uses: the shared material, and real engines."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.store import open_engine
from kg.store.address import find_address
from kg.store.engine import Engine
from tests.servers.java_artifacts import MissingProgramError
from tests.servers.neo4j_server import VERSIONS, GivenServer, Neo4jServer

ENGINES = ["embedded", *(f"neo4j-{line}" for line in VERSIONS)]
ON_CI = os.environ.get("CI", "").lower() == "true"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The shared material beside the repository (corpora, gold, samples), or a skip that says it is not there."""
    folder = Path(__file__).resolve().parent.parent.parent / "shared"
    if not (folder / "gold").is_dir():
        pytest.skip("needs ../shared (corpora and gold annotations), which is not beside this checkout")
    return folder


class Servers:
    """The Neo4j servers of this run, each started when first asked for."""

    def __init__(self) -> None:
        self._stack = ExitStack()
        self._running: dict[str, Neo4jServer | GivenServer] = {}

    def get(self, line: str) -> Neo4jServer | GivenServer:
        """Return the server of this release line, or skip (on CI: fail) when it cannot be had."""
        if "KG_TEST_NEO4J_URI" in os.environ:
            return GivenServer()
        if line not in self._running:
            try:
                self._running[line] = self._stack.enter_context(Neo4jServer(line))
            except MissingProgramError as error:
                if ON_CI:
                    pytest.fail(f"Neo4j {line}: {error}")
                pytest.skip(f"Neo4j {line}: {error}")
        return self._running[line]

    def close(self) -> None:
        """Stop them."""
        self._stack.close()


@pytest.fixture(scope="session")
def servers() -> Iterator[Servers]:
    """The real Neo4j servers."""
    running = Servers()
    yield running
    running.close()


@dataclass
class RealEngine:
    """An engine with an empty graph: how to reach it, and what a command needs in its environment."""

    name: str
    uri: str
    environment: dict[str, str]

    def open(self, *, create: bool = True) -> Engine:
        """Open the graph."""
        return open_engine(find_address(self.uri, self.environment), create=create)


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, servers: Servers, tmp_path: Path) -> RealEngine:
    """Each engine in turn, with an empty graph."""
    return make_engine(request.param, servers, tmp_path)


@pytest.fixture
def embedded(tmp_path: Path) -> RealEngine:
    """The embedded engine with an empty graph."""
    return _embedded(tmp_path)


def make_engine(name: str, servers: Servers, folder: Path) -> RealEngine:
    """Return the engine of that name with an empty graph."""
    if name == "embedded":
        return _embedded(folder)
    server = servers.get(name.removeprefix("neo4j-"))
    real = RealEngine(name, server.uri, server.environment)
    with real.open() as opened:
        empty(opened)
    return real


def empty(opened: Engine) -> None:
    """Remove all nodes, constraints and indexes of a Neo4j database."""
    while opened.write(lambda tx: tx.run("MATCH (n) WITH n LIMIT 20000 DETACH DELETE n RETURN count(*) AS n").single()[0]):
        pass
    constraints = opened.read("SHOW CONSTRAINTS YIELD name RETURN name").rows
    opened.ddl([f"DROP CONSTRAINT `{name}`" for (name,) in constraints])
    indexes = opened.read("SHOW INDEXES YIELD name, type, owningConstraint WHERE type <> 'LOOKUP' RETURN name").rows
    opened.ddl([f"DROP INDEX `{name}`" for (name,) in indexes])


def _embedded(folder: Path) -> RealEngine:
    target = folder / "graph"
    shutil.rmtree(target, ignore_errors=True)
    return RealEngine("embedded", str(target), {"KG_URI": str(target)})
