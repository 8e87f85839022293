"""What a graph holds, in numbers."""

from __future__ import annotations

from typing import NamedTuple

from kg.blueprint import graph_schema, past_label
from kg.store.engine import Engine


class Line(NamedTuple):
    """One line of the description: engine, label, versions of the past, relationship or run."""

    what: str
    name: str
    value: str


def describe_graph(engine: Engine) -> list[Line]:
    """Return the engine and schema version, counts by label and relationship type, and the last load."""
    schema = engine.read("MATCH (g:Graph) RETURN g.schema_version AS version").rows
    lines = [
        Line("engine", engine.name, engine.version),
        Line("schema", "version", str(schema[0][0]) if schema else "none yet"),
    ]
    lines += [Line("label", name, str(count)) for name, count in label_counts(engine).items()]
    lines += [Line("past", name, str(count)) for name, count in past_counts(engine).items()]
    lines += [Line("relationship", name, str(count)) for name, count in relationship_counts(engine).items()]
    for started, ended in engine.read("MATCH (r:Run) RETURN r.started AS s, r.ended AS e ORDER BY s DESC LIMIT 1").rows:
        lines.append(
            Line("last load", started, f"ended {ended}" if ended else "did not end: load again to complete it")
        )
    return lines


def label_counts(engine: Engine) -> dict[str, int]:
    """Return how many nodes each label of the schema has; labels without nodes are left out."""
    names = [name for name in graph_schema().labels if name != "Graph"]
    counts = {name: int(engine.read(f"MATCH (n:{name}) RETURN count(n) AS n").rows[0][0]) for name in names}
    return {name: count for name, count in counts.items() if count}


def past_counts(engine: Engine) -> dict[str, int]:
    """Return how many versions the graph keeps that were replaced, by label of the past; none where nothing was."""
    names = [past_label(label) for label in graph_schema().past.versions]
    counts = {name: int(engine.read(f"MATCH (n:{name}) RETURN count(n) AS n").rows[0][0]) for name in names}
    return {name: count for name, count in counts.items() if count}


def relationship_counts(engine: Engine) -> dict[str, int]:
    """Return how many relationships each type of the schema has; types without any are left out."""
    names = list(graph_schema().relationships)
    counts = {name: int(engine.read(f"MATCH ()-[r:{name}]->() RETURN count(r) AS n").rows[0][0]) for name in names}
    return {name: count for name, count in counts.items() if count}
