"""The schema of a graph on an engine: constraints and indexes on first use, and which version it has."""

from __future__ import annotations

from kg.blueprint import graph_schema
from kg.blueprint.constraints import schema_statements
from kg.blueprint.migrations import migrations, plan
from kg.store.engine import Engine

_READ = "MATCH (g:Graph {id: 'graph'}) RETURN g.schema_version AS version, coalesce(g.migrations, []) AS applied"
_WRITE = "MERGE (g:Graph {id: 'graph'}) SET g.schema_version = $version, g.migrations = $applied"


def apply_schema(engine: Engine) -> None:
    """Make the graph ready for writing: nothing where it is up to date.

    Raises:
        NewerGraphError: a newer version of this software wrote the graph.
        ChangedMigrationError: a migration that was applied is not what it was.
    """
    version, applied = _state(engine)
    steps = plan(applied, migrations(), found_version=version, own_version=graph_schema().version)
    if version == graph_schema().version and not steps:
        return
    engine.ddl([*schema_statements(graph_schema()), *(statement for step in steps for statement in step.statements)])
    names = [*applied, *(step.mark for step in steps)]
    _record(engine, names)


def _state(engine: Engine) -> tuple[int | None, list[str]]:
    rows = engine.read(_READ).rows
    return (int(rows[0][0]), list(rows[0][1])) if rows else (None, [])


def _record(engine: Engine, applied: list[str]) -> None:
    values = {"version": graph_schema().version, "applied": applied}
    engine.write(lambda transaction: transaction.run(_WRITE, values).consume())
