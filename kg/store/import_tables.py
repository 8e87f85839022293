"""Rows of batches as the tables that ``neo4j-admin database import`` reads: a CSV file for each label and shape.

Source of the header: *Neo4j Operations Manual*, import, CSV header format.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from shutil import copyfileobj
from typing import Any, TextIO

from kg.blueprint import graph_schema
from kg.store.batch import Batch, EdgeShape, Labels, Row

TYPES = {
    "string": "string", "integer": "long", "float": "double", "boolean": "boolean", "date": "date",
    "strings": "string[]",
}  # fmt: skip
"""The type of a property of schema/graph.yaml, as ``neo4j-admin`` names it."""

ARRAY_DELIMITER = "\x1f"
"""Between the texts of a list, and between labels: the unit separator, which no text of the graph has."""


def node_head(label: str) -> tuple[str, ...]:
    """Return the head of the table of a label."""
    found = graph_schema().labels[label].properties
    return ("id:ID", *(f"{name}:{TYPES[each.type]}" for name, each in found.items()), ":LABEL")


def relationship_head(kind: str) -> tuple[str, ...]:
    """Return the head of a table of relationships of a type."""
    found = graph_schema().relationships[kind].properties
    return (":START_ID", ":END_ID", *(f"{name}:{TYPES[each.type]}" for name, each in found.items()), ":TYPE")


def cell(value: Any) -> str:
    """Return a value as it stands in a table."""
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return ARRAY_DELIMITER.join(map(str, value))
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)


class ImportTables:
    """Writes rows to a file for each table in a folder, without heads; close it, or use it in a ``with`` block."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._files: dict[str, TextIO] = {}
        self._write: dict[str, Callable[[Sequence[str]], Any]] = {}

    def add(self, batch: Batch) -> None:
        """Write the new nodes and the relationships of a batch; those that others may have too are not among them."""
        for labels, rows in batch.new_nodes.items():
            self.nodes(labels, rows.values())
        for shape, edges in batch.edges.items():
            self.relationships(shape, edges.values())

    def nodes(self, labels: Labels, rows: Iterable[Row]) -> None:
        """Write rows ``{id, p}`` of nodes of these labels."""
        names = tuple(graph_schema().labels[labels[0]].properties)
        shown, write = ARRAY_DELIMITER.join((labels[0], *sorted(labels[1:]))), self._table(f"nodes-{labels[0]}")
        for row in rows:
            found = row["p"].get
            write([row["id"], *[cell(found(name)) for name in names], shown])

    def relationships(self, shape: EdgeShape, rows: Iterable[Row]) -> None:
        """Write rows ``{a, b, p}`` of relationships of this shape."""
        names = tuple(graph_schema().relationships[shape.type].properties)
        write = self._table("-".join(("relationships", *shape)))
        for row in rows:
            found = row["p"].get
            write([row["a"], row["b"], *[cell(found(name)) for name in names], shape.type])

    def close(self) -> None:
        """Close the files."""
        for file in self._files.values():
            file.close()

    def __enter__(self) -> ImportTables:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _table(self, name: str) -> Callable[[Sequence[str]], Any]:
        if name not in self._write:
            self._files[name] = (self._folder / f"{name}.csv").open("w", encoding="utf-8", newline="")
            self._write[name] = csv.writer(self._files[name], lineterminator="\n").writerow
        return self._write[name]


def all_heads() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the name of every table that a batch may have rows of, with its head."""
    schema = graph_schema()
    for label in schema.labels:
        yield f"nodes-{label}", node_head(label)
    for kind, found in schema.relationships.items():
        for start in found.start:
            for end in found.end:
                yield f"relationships-{kind}-{start}-{end}", relationship_head(kind)


def join_tables(folder: Path, target: Path, heads: Mapping[str, Sequence[str]]) -> None:
    """Put the tables of a folder behind those of the target, each of which begins with its head; the folder goes."""
    for file in sorted(folder.glob("*.csv")):
        whole = target / file.name
        if not whole.exists():
            whole.write_text(",".join(heads[file.stem]) + "\n", encoding="utf-8")
        with file.open("rb") as read, whole.open("ab") as written:
            copyfileobj(read, written, 1 << 20)
        file.unlink()
    folder.rmdir()
