"""A Neo4j that a first load by files made: neo4j-admin reads the tables, and the server starts on what it wrote."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from kg.store import open_engine
from kg.store.address import find_address
from kg.store.engine import Engine
from kg.store.schema import apply_schema
from tests.servers.compose import neo4j_version
from tests.servers.java_artifacts import find_java, jars
from tests.servers.neo4j_server import Neo4jServer

_WITHIN = 7_200
_LARGE = {
    "server.memory.heap.initial_size": "2g",
    "server.memory.heap.max_size": "2g",
    "server.memory.pagecache.size": "6g",
    "db.transaction.timeout": "3600s",
}
"""More memory than docker-compose.yml gives, as it says of a large graph."""


class Imported(NamedTuple):
    """The graph, its server, and what it took: seconds of the import, and of constraints and indexes."""

    engine: Engine
    server: Neo4jServer
    importing: float
    indexing: float


@contextmanager
def imported(tables: Path, *, large: bool = False) -> Iterator[Imported]:
    """Give the graph of these tables on a server of its own, gone when the block ends."""
    with Neo4jServer("5.26", settings=_LARGE if large else {}) as server:
        server.stop()
        importing = run_import(server, tables)
        server.start()
        credentials = {"KG_URI": server.uri, "NEO4J_USERNAME": server.user, "NEO4J_PASSWORD": server.password}
        with open_engine(find_address(server.uri, credentials), create=True) as engine:
            begun = time.perf_counter()
            apply_schema(engine)
            yield Imported(engine, server, importing, time.perf_counter() - begun)


def run_import(server: Neo4jServer, tables: Path) -> float:
    """Run import.sh as a person would, with a neo4j-admin on the path; return its seconds."""
    version = neo4j_version()
    tool = jars(f"neo4j-import-{version}", [("org.neo4j", "neo4j-import-tool", version)])
    java, _ = find_java(17)
    with TemporaryDirectory() as folder:
        script = Path(folder) / "neo4j-admin"
        classes = f"{server.library}/*:{tool}/*"
        script.write_text(f'#!/bin/sh\nexec {java} -cp "{classes}" org.neo4j.cli.AdminTool "$@"\n', encoding="ascii")
        script.chmod(0o755)
        environment = {**os.environ, **server.environment, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
        command = ["sh", str(tables / "import.sh")]
        begun = time.perf_counter()
        subprocess.run(command, env=environment, check=True, capture_output=True, timeout=_WITHIN)
        return time.perf_counter() - begun
