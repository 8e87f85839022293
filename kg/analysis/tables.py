"""The whole graph as tables of nodes and of relationships: CSV that ``neo4j-admin database import`` reads, and Parquet.

Source of the header: *Neo4j Operations Manual*, import, CSV header format. Rows stand in the order of ids,
those of relationships in that of their more numerous end.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from kg.analysis.columns import GraphTable
from kg.analysis.pages import node_rows, relationship_rows
from kg.analysis.past_tables import past_tables
from kg.blueprint import graph_schema
from kg.store.engine import Engine
from kg.store.import_tables import cell, node_head, relationship_head
from kg.store.pages import End


def graph_tables(engine: Engine) -> Iterator[GraphTable]:
    """Yield a table for each label, then one for each relationship type between two labels, then those of the past.

    The node that says which schema a graph has stays behind: a database that is made of the tables has no constraints
    yet, and the first writer makes them because that node is missing.
    """
    for label, about in graph_schema().labels.items():
        if label == "Graph":
            continue
        kinds = [(name, found.type) for name, found in about.properties.items()]
        columns = (("id", "string"), *kinds, ("labels", "strings"))
        rows = node_rows(engine, End(label, "id"), [name for name, _ in kinds])
        yield GraphTable(f"nodes-{label}", node_head(label), columns, rows)
    for kind, relationship in graph_schema().relationships.items():
        typed = [(name, found.type) for name, found in relationship.properties.items()]
        for start in relationship.start:
            for end in relationship.end:
                columns = (("start", "string"), ("end", "string"), *typed, ("type", "string"))
                ends = End(start, "id"), End(end, "id")
                rows = relationship_rows(engine, kind, ends, [name for name, _ in typed])
                yield GraphTable(f"relationships-{kind}-{start}-{end}", relationship_head(kind), columns, rows)
    yield from past_tables(engine)


def csv_lines(table: GraphTable) -> Iterator[bytes]:
    """Yield the table as CSV, its head first; nothing is yielded for a table without rows."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    for number, row in enumerate(table.rows):
        if not number:
            writer.writerow(table.head)
        writer.writerow([cell(value) for value in row])
        yield buffer.getvalue().encode("utf-8")
        buffer.seek(0)
        buffer.truncate()


def import_script(files: Sequence[str]) -> bytes:
    """Return the script that makes a Neo4j database of the CSV files beside it; nothing where there are none."""
    if not files:
        return b""
    lines = [
        "#!/bin/sh",
        "# Makes an empty database of Neo4j 5 or later from the files beside this script. The server must be stopped.",
        "# The first 'kg load' then makes the constraints and indexes.",
        'cd "$(dirname "$0")" && exec neo4j-admin database import full "${1:-neo4j}" \\',
        "  --array-delimiter=U+001F --multiline-fields=true --overwrite-destination=true \\",
    ]
    for file in files:
        kind = "nodes" if file.startswith("nodes-") else "relationships"
        lines.append(f"  --{kind}={file} \\")
    return ("\n".join(lines).removesuffix(" \\") + "\n").encode("ascii")
