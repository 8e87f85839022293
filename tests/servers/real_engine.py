"""Real engines with empty graphs: embedded, and Neo4j of each release line."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from neo4j import Driver, GraphDatabase

from kg.blueprint import graph_schema
from kg.blueprint.constraints import schema_statements
from kg.store import open_engine
from kg.store.address import find_address
from kg.store.engine import Engine
from tests.missing import give_up
from tests.servers.java_artifacts import MissingProgramError
from tests.servers.neo4j_server import LINES, Neo4jServer

ENGINES = ("embedded", *(f"neo4j-{line}" for line in LINES))
"""The engines that contract tests run on."""
ONE_NEO4J = pytest.mark.parametrize("line", [pytest.param(LINES[0], id=f"neo4j-{LINES[0]}")])
"""For tests that need one server whatever its release, and ask for it themselves; its name says who runs them."""
_GIVEN = "KG_TEST_NEO4J_URI"
_EMPTY_NODES = "MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 10000 ROWS"

_PLAIN_INDEXES = (
    "SHOW INDEXES YIELD name, type, owningConstraint WHERE type <> 'LOOKUP' AND owningConstraint IS NULL RETURN name"
)


@dataclass(frozen=True)
class RealEngine:
    """An engine with an empty graph: how to reach it, and what a command needs in its environment."""

    name: str
    """One of ``ENGINES``."""
    uri: str
    environment: Mapping[str, str] = field(repr=False)
    """``KG_URI`` and the credentials."""
    server: Neo4jServer | None = None
    """The server, where the tests started it."""

    def open(self, *, create: bool = True) -> Engine:
        """Open the graph."""
        return open_engine(find_address(self.uri, self.environment), create=create)


def _embedded(folder: Path) -> RealEngine:
    """Return the embedded engine with an empty graph in a folder that is not there yet."""
    target = folder / "graph"
    return RealEngine("embedded", str(target), {"KG_URI": str(target)})


class Servers:
    """The Neo4j servers of this run, each started when first asked for; ``brief`` as for :class:`Neo4jServer`."""

    def __init__(self, *, brief: bool = False) -> None:
        self._brief = brief
        self._running: dict[str, Neo4jServer] = {}
        self._missing: dict[str, str] = {}
        self._given = _given_server() if os.environ.get(_GIVEN) else None

    def started(self, line: str) -> Neo4jServer:
        """Return a server of this release line that the tests started, or skip; on CI, fail."""
        if line not in self._running and line not in self._missing:
            try:
                self._running[line] = Neo4jServer(line, brief=self._brief).__enter__()
            except MissingProgramError as error:
                self._missing[line] = f"no Neo4j {line}: {error}"
        if line in self._missing:
            give_up(self._missing[line])
        return self._running[line]

    def empty(self, line: str, *, bare: bool = False) -> RealEngine:
        """Return a server of this release line with an empty graph: the given one if it is of that line.

        Constraints and indexes of the project's schema may be there from an earlier test, unless ``bare`` is asked for:
        making them anew takes seconds.
        """
        if self._given is not None and self._given[0] == line:
            real = self._given[1]
        else:
            server = self.started(line)
            credentials = {"KG_URI": server.uri, "NEO4J_USERNAME": server.user, "NEO4J_PASSWORD": server.password}
            real = RealEngine(f"neo4j-{line}", server.uri, credentials, server)
        with _driver(real.environment) as driver:
            _empty(driver, keep=() if bare else _standing_schema())
        return real

    def close(self) -> None:
        """Stop those that the tests started, and leave the given one as empty as it was."""
        if self._given is not None:
            with _driver(self._given[1].environment) as driver:
                _empty(driver, keep=())
        for server in self._running.values():
            server.__exit__()


def make_engine(name: str, servers: Servers, folder: Path, *, bare: bool = False) -> RealEngine:
    """Return the engine of that name with an empty graph; an embedded one inside the folder."""
    if name == "embedded":
        return _embedded(folder)
    return servers.empty(name.removeprefix("neo4j-"), bare=bare)


def _given_server() -> tuple[str, RealEngine]:
    """Return the server at KG_TEST_NEO4J_URI and the release line that it stands for; it must be empty."""
    passed_on = {name: value for name, value in os.environ.items() if name.startswith("NEO4J_")}
    environment = {**passed_on, "KG_URI": os.environ[_GIVEN]}
    with _driver(environment) as driver:
        version: str = driver.execute_query("CALL dbms.components() YIELD versions RETURN versions[0]").records[0][0]
        nodes: int = driver.execute_query("MATCH (n) RETURN count(n)").records[0][0]
    if nodes:
        raise RuntimeError(
            f"the tests delete everything, and the graph at {_GIVEN} has {nodes} nodes: give an empty one"
        )
    line = LINES[0] if version.startswith("5.") else LINES[1]
    return line, RealEngine(f"neo4j-{line}", environment["KG_URI"], environment)


def _driver(environment: Mapping[str, str]) -> Driver:
    user = environment.get("NEO4J_USERNAME", "neo4j")
    return GraphDatabase.driver(environment["KG_URI"], auth=(user, environment["NEO4J_PASSWORD"]))


def _standing_schema() -> Collection[str]:
    """The names of the project's own constraints and indexes: third word of the statements that make them."""
    return {statement.split()[2] for statement in schema_statements(graph_schema())}


def _empty(driver: Driver, keep: Collection[str]) -> None:
    with driver.session() as session:
        session.run(_EMPTY_NODES).consume()
        constraints = session.run("SHOW CONSTRAINTS YIELD name RETURN name").value()
        indexes = session.run(_PLAIN_INDEXES).value()
        with session.begin_transaction() as transaction:
            for name in set(constraints).difference(keep):
                transaction.run(f"DROP CONSTRAINT `{name}`").consume()
            for name in set(indexes).difference(keep):
                transaction.run(f"DROP INDEX `{name}`").consume()
            transaction.commit()
