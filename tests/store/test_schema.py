"""The schema is applied on first use, once, and a graph of a newer one is not written to."""

from __future__ import annotations

import pytest

from kg.blueprint import graph_schema, past_label
from kg.errors import NewerGraphError
from kg.store.engine import Engine, QueryError
from kg.store.schema import apply_schema
from tests.servers.real_engine import RealEngine
from tests.store.statements import statement

_VERSION = "MATCH (g:Graph) RETURN g.schema_version"


def constraints(store: Engine) -> list[str]:
    return sorted(name for (name,) in store.read("SHOW CONSTRAINTS YIELD name RETURN name").rows)


def test_first_use_makes_every_constraint_and_the_second_changes_nothing(bare_engine: RealEngine) -> None:
    labels = graph_schema().labels
    with bare_engine.open() as store:
        assert constraints(store) == []
        apply_schema(store)
        found = constraints(store)
        apply_schema(store)
        assert constraints(store) == found
        past = (f"{past_label(label).lower()}_version" for label in graph_schema().past.labels)
        assert found == sorted([*(f"{label.lower()}_id" for label in labels), *past])
        assert store.read(_VERSION).rows == [(graph_schema().version,)]


def test_every_label_is_unique_by_id(engine: RealEngine) -> None:
    with engine.open() as store:
        apply_schema(store)
        for label in graph_schema().labels:
            text = f"CREATE (:{label} {{id: 'same'}})"
            store.write(statement(text))
            with pytest.raises(QueryError, match=r"(?i)already exists|duplicated"):
                store.write(statement(text))


def test_the_schema_stands_when_another_opens_the_graph(engine: RealEngine) -> None:
    with engine.open() as store:
        apply_schema(store)
        found = constraints(store)
    with engine.open() as store:
        assert constraints(store) == found


def test_a_graph_of_a_newer_schema_is_not_written_to(bare_engine: RealEngine) -> None:
    newer = graph_schema().version + 1
    with bare_engine.open() as store:
        text = "CREATE (:Graph {id: 'graph', schema_version: $version})"
        store.write(lambda tx: tx.run(text, {"version": newer}).consume())
        with pytest.raises(NewerGraphError):
            apply_schema(store)
        assert store.read(_VERSION).rows == [(newer,)]
        assert constraints(store) == []
