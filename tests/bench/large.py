"""The graph of tables that a first load by files made: counted, asked, and written as RDF that others read.

Run: python -m tests.bench.large TABLES [--rdf FOLDER] [--parts N] [--rounds N]
     python -m tests.bench.large TABLES --promises ROWS [--answers FILE]

TABLES are those that ``python -m tests.bench.offline_import EVENTS --jobs 2 --tables TABLES`` makes; a million events
take 14 GB, their database 22 GB, and their RDF 5 GB packed. What a reader has in memory (rdflib, the checkers of
shapes) it is given in parts, spread over the dump, or with ``--parts 0`` all of it: a million events of
``tests.bench.coded_history`` take them an hour. What reads line by line reads all of it.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path

from kg.graph import Graph
from tests.bench.imported import Imported, imported
from tests.bench.large_rdf import export_rdf, read_rdf
from tests.bench.named_queries import print_queries
from tests.bench.promises.__main__ import check_promises

_NODES = "MATCH (n:{}) RETURN count(n)"
_RELATIONSHIPS = "MATCH ()-[r:{}]->() RETURN count(r)"
_REPORT = "MATCH (r:Run) RETURN r.report"


def main() -> None:
    """Print what each step took, and what did not hold."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("tables", type=Path)
    parser.add_argument("--rdf", type=Path, help="a folder for the dump, kept; else a temporary one")
    parser.add_argument("--parts", type=int, default=10, help="parts for readers that hold what they read; 0: all")
    parser.add_argument("--rounds", type=int, default=3, help="how often each named query is asked; 0: none is")
    parser.add_argument(
        "--promises", type=Path, metavar="ROWS", help="check what tests.bench.promises does, of these rows"
    )
    parser.add_argument("--answers", type=Path, help="a file for the answers of all named queries")
    asked = parser.parse_args()
    if asked.promises:
        sys.exit(0 if _promises_hold(asked.tables, asked.promises, asked.answers) else 1)
    with imported(asked.tables, large=True) as graph, tempfile.TemporaryDirectory() as folder:
        print(f"import {graph.importing:.0f} s, constraints and indexes {graph.indexing:.0f} s", flush=True)
        _count(graph)
        if asked.rounds:
            print_queries(graph.engine, "neo4j-5.26", asked.rounds)
        dump, stored = export_rdf(graph, asked.rdf or Path(folder))
        graph.server.stop()
        read_rdf(dump, stored, dump.parent, asked.parts)


def _promises_hold(tables: Path, rows: Path, answers: Path | None) -> bool:
    with imported(tables, large=True) as found:
        print(f"import {found.importing:.0f} s, constraints and indexes {found.indexing:.0f} s", flush=True)
        return check_promises(Graph(found.engine, remote=True), rows, (), answers)


def _count(graph: Imported) -> None:
    """Compare what the database counts with what the tables' own record of the run says was written."""
    engine = graph.engine
    written: dict[str, int] = json.loads(engine.read(_REPORT).rows[0][0])["written"]
    found = {
        name: engine.read((_RELATIONSHIPS if name.isupper() else _NODES).format(name)).rows[0][0] for name in written
    }
    other = {name: (count, found[name]) for name, count in written.items() if count != found[name]}
    nodes = sum(count for name, count in found.items() if not name.isupper())
    print(
        f"{nodes:,} nodes, {sum(found.values()) - nodes:,} relationships; not as written: {other or 'none'}", flush=True
    )


if __name__ == "__main__":
    main()
