"""Migrations on every engine: in order, once, whole or not at all."""

from __future__ import annotations

import pytest

from kg.blueprint.migrations import ChangedMigrationError, read_migration
from kg.errors import NewerGraphError
from kg.store.engine import Engine, QueryError
from kg.store.schema import apply_schema
from tests.servers.real_engine import RealEngine

FIRST = read_migration("V0001__first.cypher", "MATCH (t:Topic) SET t.steps = coalesce(t.steps, []) + 1;\n")
SECOND = read_migration(
    "V0002__second.cypher",
    "// Two statements.\nMATCH (t:Topic) SET t.steps = t.steps + 2;\nMATCH (t:Topic) SET t.name = 'a; b';\n",
)
BROKEN = read_migration("V0002__second.cypher", "MATCH (t:Topic) SET t.steps = [9];\nMATCH (t:Topic SET t.x = 1;\n")
TOPIC = "CREATE (:Topic {id: 'topic-x', name: 'x'})"


def topic(store: Engine) -> tuple[object, ...]:
    return store.read("MATCH (t:Topic) RETURN t.steps, t.name").rows[0]


def marks(store: Engine) -> list[str]:
    return list(store.read("MATCH (g:Graph) RETURN g.migrations").rows[0][0])


def test_they_are_applied_in_order_and_once(bare_engine: RealEngine) -> None:
    with bare_engine.open() as store:
        store.write(lambda tx: tx.run(TOPIC).consume())
        for _ in range(2):
            apply_schema(store, [FIRST, SECOND])
        assert topic(store) == ([1, 2], "a; b")
        assert marks(store) == [FIRST.mark, SECOND.mark]


def test_a_graph_that_has_had_the_first_gets_the_second(bare_engine: RealEngine) -> None:
    with bare_engine.open() as store:
        store.write(lambda tx: tx.run(TOPIC).consume())
        apply_schema(store, [FIRST])
        assert topic(store) == ([1], "x")
        apply_schema(store, [FIRST, SECOND])
        assert topic(store) == ([1, 2], "a; b")


def test_one_that_fails_leaves_nothing_and_is_taken_up_again(bare_engine: RealEngine) -> None:
    with bare_engine.open() as store:
        store.write(lambda tx: tx.run(TOPIC).consume())
        with pytest.raises(QueryError):
            apply_schema(store, [FIRST, BROKEN])
        assert topic(store) == ([1], "x")
        assert marks(store) == [FIRST.mark]
        apply_schema(store, [FIRST, SECOND])
        assert topic(store) == ([1, 2], "a; b")


def test_a_graph_ahead_of_us_or_with_another_text_is_not_touched(bare_engine: RealEngine) -> None:
    with bare_engine.open() as store:
        store.write(lambda tx: tx.run(TOPIC).consume())
        apply_schema(store, [FIRST, SECOND])
        with pytest.raises(NewerGraphError, match=r"V0002__second\.cypher"):
            apply_schema(store, [FIRST])
        with pytest.raises(ChangedMigrationError, match=r"V0002__second\.cypher"):
            apply_schema(store, [FIRST, BROKEN])
        assert topic(store) == ([1, 2], "a; b")
