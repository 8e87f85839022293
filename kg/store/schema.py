"""The schema of a graph on an engine: constraints and indexes on first use, migrations, and which version it has."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from neo4j import ManagedTransaction

from kg.blueprint import graph_schema
from kg.blueprint.constraints import schema_statements
from kg.blueprint.migrations import Migration, migrations, plan
from kg.store.engine import Engine

_READ = "MATCH (g:Graph {id: 'graph'}) RETURN g.schema_version AS version, coalesce(g.migrations, []) AS applied"
_WRITE_MARK = "MERGE (g:Graph {id: 'graph'}) SET g.migrations = coalesce(g.migrations, []) + $mark"
_WRITE_VERSION = "MERGE (g:Graph {id: 'graph'}) SET g.schema_version = $version"


def apply_schema(engine: Engine, available: Sequence[Migration] | None = None) -> None:
    """Make the graph ready for writing: nothing where it is up to date.

    ``available`` are the migrations there are; those of schema/migrations unless given. The version is written last, so
    that what was cut off is taken up again.

    Raises:
        NewerGraphError: a newer version of this software wrote the graph.
        ChangedMigrationError: a migration that was applied is not what it was.
    """
    own = graph_schema().version
    version, applied = _state(engine)
    steps = plan(applied, migrations() if available is None else available, found_version=version, own_version=own)
    if version == own and not steps:
        return
    engine.ddl(list(schema_statements(graph_schema())))
    for step in steps:
        engine.write(partial(_migrate, step))
    engine.write(lambda transaction: transaction.run(_WRITE_VERSION, {"version": own}).consume())


def _state(engine: Engine) -> tuple[int | None, list[str]]:
    """Return the version (``None`` for a graph that never was ready) and the marks of the migrations it has had."""
    rows = engine.read(_READ).rows
    return (rows[0][0], list(rows[0][1])) if rows else (None, [])


def _migrate(step: Migration, transaction: ManagedTransaction) -> None:
    """Apply one migration with its mark, whole or not at all; once, also where a server makes us try again."""
    record = transaction.run(_READ).single()
    if record is not None and step.mark in record["applied"]:
        return
    for statement in step.statements:
        transaction.run(statement).consume()
    transaction.run(_WRITE_MARK, {"mark": step.mark}).consume()
