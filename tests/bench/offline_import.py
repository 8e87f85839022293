"""A first load by files: the graph made in a folder, its tables, and neo4j-admin's import of them.

Run: python -m tests.bench.offline_import [EVENTS]
"""

from __future__ import annotations

import argparse
import os
import subprocess
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from kg.cli.export_tables import write_import_files
from kg.graph import open_graph
from tests.bench.synthetic import load_history
from tests.servers.compose import neo4j_version
from tests.servers.java_artifacts import find_java, jars
from tests.servers.neo4j_server import Neo4jServer

_COUNT = "MATCH (n) WITH count(n) AS nodes MATCH ()-[r]->() RETURN nodes, count(r) AS relationships"


def main() -> None:
    """Print the seconds of each step and the records a second."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("events", type=int, nargs="?", default=1_000)
    events = parser.parse_args().events
    with tempfile.TemporaryDirectory() as folder:
        tables = Path(folder) / "tables"
        with open_graph(str(Path(folder) / "graph")) as graph:
            made = _seconds(lambda: load_history(graph, events))
            written = _seconds(lambda: write_import_files(graph.engine, tables))
            (counts,) = graph.engine.read(_COUNT).rows
        imported = _import(Path(folder), tables)
    records = sum(counts)
    whole = made + written + imported
    print(f"{events:,} events, {records:,} nodes and relationships: graph {made:.1f} s, tables {written:.1f} s")
    print(f"import {imported:.1f} s, {records / imported:,.0f} a second; in all {records / whole:,.0f} a second")


def _import(folder: Path, tables: Path) -> float:
    """Run import.sh as a person would, with a neo4j-admin on the path; a new server's home is where it goes."""
    version = neo4j_version()
    tool = jars(f"neo4j-import-{version}", [("org.neo4j", "neo4j-import-tool", version)])
    with Neo4jServer("5.26") as server:
        server.stop()
        java, _ = find_java(17)
        script = folder / "neo4j-admin"
        classes = f"{server.library}/*:{tool}/*"
        script.write_text(f'#!/bin/sh\nexec {java} -cp "{classes}" org.neo4j.cli.AdminTool "$@"\n', encoding="ascii")
        script.chmod(0o755)
        environment = {**os.environ, **server.environment, "PATH": f"{folder}{os.pathsep}{os.environ['PATH']}"}
        command = ["sh", str(tables / "import.sh")]
        return _seconds(
            lambda: subprocess.run(command, env=environment, check=True, capture_output=True, timeout=3_600)
        )


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


if __name__ == "__main__":
    main()
