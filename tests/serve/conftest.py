"""The server as it is run: ``kg serve`` in a process of its own, on a free port of this machine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

import pytest

from kg.graph import Graph
from queries import Table, families
from tests.queries.small_graph import write_small_graph
from tests.servers.real_engine import ENGINES, RealEngine, Servers, make_engine

TOKEN = "a-token-of-twenty-characters"
EXAMPLES = {
    query.name: query.example
    for several in families().values()
    for query in several
    if not {"event", "claim", "official"} & {one.type for one in query.parameters}
}
"""The examples that name nothing by an id, which would be of another graph."""
_START = [sys.executable, "-c", "from kg.cli import main; main()", "serve", "--port", "0", "--rows", "50"]


class Answer(NamedTuple):
    """An answer of the server."""

    status: int
    headers: Mapping[str, str]
    text: str

    def json(self) -> Any:
        """Return the body as data."""
        return json.loads(self.text)


class Live:
    """A running server."""

    def __init__(self, address: str) -> None:
        self.address = address
        self._at = urlsplit(address)

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for a page."""
        return self.ask("GET", path, "", headers)

    def post(self, path: str, body: str, kind: str = "application/json", **headers: str) -> Answer:
        """Send something."""
        return self.ask("POST", path, body, {"content-type": kind, **headers})

    def ask(self, method: str, path: str, body: str, headers: Mapping[str, str]) -> Answer:
        """Ask, and follow nothing."""
        connection = HTTPConnection(self._at.hostname or "", self._at.port, timeout=60)
        try:
            connection.request(method, path, body.encode() if body else None, dict(headers))
            found: HTTPResponse = connection.getresponse()
            named = {name.lower(): value for name, value in found.getheaders()}
            return Answer(found.status, named, found.read().decode())
        finally:
            connection.close()


@contextmanager
def running(real: RealEngine, **environment: str) -> Iterator[Live]:
    """Run ``kg serve`` over a graph."""
    clean = {key: value for key, value in os.environ.items() if not key.startswith(("KG_", "NEO4J_"))}
    with subprocess.Popen(
        _START, env={**clean, **real.environment, **environment}, stdout=subprocess.PIPE, text=True
    ) as process:
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            assert line.startswith("http://"), line
            yield Live(line.split()[0])
        finally:
            process.terminate()


def small_graph(kind: str, servers: Servers, folder: Path) -> RealEngine:
    """Return the small graph with hostile texts on the first engine of a kind."""
    real = make_engine(next(one for one in ENGINES if one.startswith(kind)), servers, folder)
    with real.open() as engine:
        write_small_graph(engine)
    return real


@pytest.fixture(scope="module", params=["embedded", "neo4j"])
def small(request: pytest.FixtureRequest, servers: Servers, tmp_path_factory: pytest.TempPathFactory) -> RealEngine:
    """The small graph, on each kind of engine."""
    return small_graph(request.param, servers, tmp_path_factory.mktemp("served"))


@pytest.fixture(scope="module")
def expected(small: RealEngine) -> dict[str, Table]:
    """What the library answers to the examples of the named queries, asked before the server has the graph."""
    with small.open() as engine:
        library = Graph(engine, remote=False)
        return {name: library.query(name, timeout=60, **example) for name, example in EXAMPLES.items()}


@pytest.fixture(scope="module")
def live(small: RealEngine, expected: dict[str, Table]) -> Iterator[Live]:
    """A server over the small graph, which the library has been asked of before."""
    assert expected
    with running(small) as server:
        yield server


@pytest.fixture(scope="module")
def small_embedded(servers: Servers, tmp_path_factory: pytest.TempPathFactory) -> RealEngine:
    """The small graph in the embedded engine, for what is the same on every engine."""
    return small_graph("embedded", servers, tmp_path_factory.mktemp("door"))


@pytest.fixture(scope="module")
def small_neo4j(servers: Servers, tmp_path_factory: pytest.TempPathFactory) -> RealEngine:
    """The small graph in Neo4j, which others may write to while the server reads."""
    return small_graph("neo4j", servers, tmp_path_factory.mktemp("page"))
