"""What every engine must do, on every engine (promises 12 and 14)."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

import pytest
from neo4j import ManagedTransaction

from kg.store.engine import Engine, NotAllowedError, QueryError, TimeLimitError
from tests.servers.real_engine import RealEngine
from tests.store.statements import statement

WRITES = [
    "CREATE (n:Event {id: 'x'})",
    "MERGE (n:Event {id: 'x'})",
    "MATCH (n:Event) SET n.status = 'held'",
    "MATCH (n:Event) SET n += {x: 1}",
    "MATCH (n:Event) SET n:Sneaky",
    "MATCH (n:Event) DETACH DELETE n",
    "MATCH (n:Event) REMOVE n.status RETURN n",
    "MATCH (n:Event) CREATE (n)-[:SNEAKY]->(n)",
    "CALL { CREATE (n:Event {id: 'x'}) } RETURN 1",
    "MATCH (n:Event) CALL (n) { SET n.x = 1 } RETURN n",
    "MATCH (n) CALL { WITH n SET n.x = 1 } IN TRANSACTIONS",
    "MATCH (n) FOREACH (i IN [1] | SET n.x = i)",
    "CREATE INDEX sneaky FOR (n:Event) ON (n.sneaky)",
    "CREATE CONSTRAINT sneaky FOR (n:Event) REQUIRE n.sneaky IS UNIQUE",
    "CREATE USER mallory SET PASSWORD 'x1234567'",
    "DROP USER neo4j",
    "ALTER CURRENT USER SET PASSWORD FROM 'a' TO 'b2345678'",
    "CALL db.createLabel('Sneaky')",
]
ELSEWHERE = [
    "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "LOAD CSV FROM 'http://127.0.0.1:1/x' AS row RETURN row",
    "load /* quiet */ csv FROM 'http://127.0.0.1:1/x' AS row RETURN row",
    r"L\u004fAD CSV FROM 'http://127.0.0.1:1/x' AS row RETURN row",
    "SHOW USERS",
    "SHOW SETTINGS",
    "SHOW TRANSACTIONS",
    "CALL dbms.listConfig()",
    "CALL apoc.load.json('http://127.0.0.1:1/') YIELD value RETURN value",
    "CALL `dbms`.`security`.`listUsers`()",
    "CALL`dbms`.`listConfig`()",
    "CALL/* quiet */dbms . listConfig",
    "CALL\u3000dbms.info()",
    r"C\u0041LL dbms.info()",
    "RETURN 1 AS name // x\rUNION CALL dbms.info() YIELD name RETURN name",
    r"RETURN '\\' AS name UNION CALL dbms.info() YIELD name RETURN name //'",
    "CALL dbms.info",
    "CALL algo.pagerank()",
    "CALL apoc.do.when(true, 'CREATE (n:X)', '', {})",
    "CYPHER 5 SHOW USERS",
    "PROFILE SHOW USERS",
    "USE system SHOW USERS",
    "/* quiet */ USE `system` SHOW DATABASES",
    "SHOW INDEX YIELD * TERMINATE TRANSACTIONS 'x'",
    "RETURN 1; SHOW USERS",
    "LOAD\u00a0CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "LOAD CSV FROM 'jar:file:///etc/passwd!/x' AS row RETURN row",
    "PROFILE LOAD CSV FROM 'FILE:///etc/passwd' AS row RETURN row",
    "RETURN util.sleep(60000)",
    "RETURN apoc . util/* quiet */.SLEEP(60000)",
    "RETURN `util`.`sleep`(60000)",
    "RETURN system.cpu.usage()",
    "RETURN apoc.cypher.runFirstColumnSingle('CREATE (n:X) RETURN n', {})",
]
HOSTILE = [
    "'}) DETACH DELETE n //",
    "\\u0027",
    "`); DROP",
    "x" * 100_000,
    "\u202eltr",
    "王毅",
    'O\'Brien "q"',
    "",
    "\x00",
]
RUNAWAY = "UNWIND range(1, 600000) AS x UNWIND range(1, 100000) AS y RETURN sum(x % y) AS s"

ENDLESS = "RETURN reduce(s = 0, x IN range(1, 100000) | s + reduce(t = 0, y IN range(1, 1000) | t + x % y)) AS s"
"""One value that takes long: Neo4j looks at the clock between two values alone."""


@pytest.fixture
def opened(engine: RealEngine) -> Iterator[Engine]:
    with engine.open() as store:
        store.write(lambda tx: tx.run("CREATE (:Event {id: 'e1', status: 'planned'})").consume())
        yield store


def test_a_reader_cannot_write(opened: Engine) -> None:
    for text in WRITES:
        with _refused(text):
            opened.read_untrusted(text, {}, timeout=5, limit=10)
    _nothing_changed(opened)


def test_nor_can_a_query_of_ours_that_only_means_to_read(opened: Engine) -> None:
    for text in WRITES:
        with _refused(text):
            opened.read(text)
    _nothing_changed(opened)


def test_a_reader_sees_the_graph_alone(opened: Engine) -> None:
    for text in ELSEWHERE:
        with _refused(text):
            opened.read_untrusted(text, {}, timeout=5, limit=10)


@contextmanager
def _refused(text: str) -> Iterator[None]:
    try:
        yield
    except (NotAllowedError, QueryError):
        return
    pytest.fail(f"not refused: {text!r}")


def _nothing_changed(opened: Engine) -> None:
    assert opened.read("MATCH (n) RETURN labels(n), properties(n)").rows == [
        (["Event"], {"id": "e1", "status": "planned"})
    ]
    assert opened.read("MATCH ()-[r]->() RETURN count(r) AS n").rows == [(0,)]


HARMLESS = [
    "MATCH (n) WHERE n.id <> 'LOAD CSV' RETURN n.id AS id // CALL x.y",
    "MATCH (call:Event) WHERE call.id IS NOT NULL AND NOT call:Call AND true RETURN call.id AS id",
    "MATCH (n) CALL (n) { RETURN n.id AS id } RETURN id",
    "MATCH (n) RETURN n.id AS id, n.`load csv` IS NULL AS `call x.y()`",
    "WITH 'CREATE' AS create_ MATCH (n) RETURN n.id AS id",
    "MATCH (n) WHERE n.id IN (['e1']) RETURN n.id AS id, date.truncate('month', date('2025-02-18')) AS month",
]


def test_a_word_that_only_looks_like_a_command_is_no_reason_to_refuse(opened: Engine) -> None:
    for text in HARMLESS:
        rows = opened.read_untrusted(text, {}, timeout=5, limit=10)
        assert (rows.columns[0], rows.rows[0][0]) == ("id", "e1"), text


def test_values_are_data(opened: Engine) -> None:
    text = "MATCH (n:Article) WHERE n.title = $value RETURN n.title AS t"
    for value in HOSTILE:
        opened.write(statement("CREATE (:Article {title: $value})", value=value))
        assert opened.read(text, {"value": value}).rows == [(value,)]
    assert opened.read("MATCH (n) RETURN count(n) AS n").rows == [(1 + len(HOSTILE),)]


def test_values_come_back_as_python_has_them(opened: Engine) -> None:
    day, moment = date(2025, 2, 18), datetime(2025, 2, 18, 9, 30, tzinfo=UTC)
    given = {"day": day, "days": [day], "text": ["a", "b"], "none": [], "n": 3, "f": 0.5, "yes": True}
    opened.write(lambda tx: tx.run("MATCH (e:Event) SET e += $given", {"given": given}).consume())
    text = (
        "MATCH (e:Event) WHERE e.day >= $day "
        "RETURN e.day, e.days, e.text, e.none, e.n, e.f, e.yes, e.gone, {day: e.day} AS map, $moment AS moment"
    )
    (row,) = opened.read(text, {"day": day, "moment": moment}).rows
    assert row == (day, [day], ["a", "b"], [], 3, 0.5, True, None, {"day": day}, moment)
    assert [type(value) for value in (row[0], row[1][0], row[8]["day"])] == [date] * 3


def test_rows_are_capped_and_said_to_be(opened: Engine) -> None:
    rows = opened.read_untrusted("UNWIND range(1, 50) AS x RETURN x", {}, timeout=5, limit=10)
    assert (len(rows.rows), rows.truncated) == (10, True)
    rows = opened.read_untrusted("UNWIND range(1, 10) AS x RETURN x", {}, timeout=5, limit=10)
    assert (len(rows.rows), rows.truncated) == (10, False)


def test_a_failed_transaction_leaves_nothing(opened: Engine) -> None:
    def half(tx: ManagedTransaction) -> None:
        tx.run("CREATE (:Event {id: 'half'})").consume()
        tx.run("RETURN 1 / 0 +").consume()

    with pytest.raises(QueryError):
        opened.write(half)
    assert opened.read("MATCH (n {id: 'half'}) RETURN count(n) AS n").rows == [(0,)]


def test_an_error_of_ours_inside_a_transaction_leaves_nothing_and_stays_itself(opened: Engine) -> None:
    def half(tx: ManagedTransaction) -> None:
        tx.run("CREATE (:Event {id: 'half'})").consume()
        raise LookupError("ours")

    with pytest.raises(LookupError, match="ours"):
        opened.write(half)
    assert opened.read("MATCH (n {id: 'half'}) RETURN count(n) AS n").rows == [(0,)]


def test_a_runaway_query_is_ended_and_the_next_one_runs(opened: Engine) -> None:
    began = time.monotonic()
    with pytest.raises(TimeLimitError):
        opened.read_untrusted(RUNAWAY, {}, timeout=1.5, limit=1)
    assert time.monotonic() - began < 10
    assert opened.read("RETURN 1 AS one").rows == [(1,)]


@pytest.mark.long
def test_what_no_engine_ends_is_not_waited_for(opened: Engine) -> None:
    began = time.monotonic()
    with pytest.raises((TimeLimitError, QueryError)):
        opened.read_untrusted(ENDLESS, {}, timeout=0.5, limit=1)
    assert time.monotonic() - began < 10
    assert opened.read("RETURN 1 AS one").rows == [(1,)]


def test_rows_are_streamed_in_constant_memory(opened: Engine) -> None:
    rows, length = 20_000, 1_000
    tracemalloc.start()
    seen = sum(
        len(text)
        for (text,) in opened.stream(
            f"UNWIND range(1, {rows}) AS x RETURN left(toString(x) + $text, {length})", {"text": "a" * length}
        )
    )
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert seen == rows * length
    assert peak < seen / 4, "at no time is a quarter of the texts in memory"


def test_a_stream_can_be_left_early(opened: Engine) -> None:
    rows = opened.stream("UNWIND range(1, 300000) AS x RETURN x")
    assert next(rows) == (1,)
    assert isinstance(rows, Generator)
    rows.close()
    assert opened.read("RETURN 1 AS one").rows == [(1,)]


def test_a_stream_says_what_is_wrong_like_all_else(opened: Engine) -> None:
    with pytest.raises(QueryError):
        list(opened.stream("RETURN nothing"))


def test_another_process_reads_what_was_written(engine: RealEngine) -> None:
    with engine.open() as store:
        store.write(lambda tx: tx.run("CREATE (:Event {id: 'kept'})").consume())
    text = (
        "import os; from kg.store import open_engine; from kg.store.address import find_address\n"
        "with open_engine(find_address(None, os.environ)) as e: print(e.read('MATCH (n:Event) RETURN n.id').rows)"
    )
    environment = {**os.environ, **engine.environment}
    done = subprocess.run([sys.executable, "-c", text], env=environment, capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("[('kept',)]", "")


def test_an_engine_says_what_it_is(opened: Engine) -> None:
    assert opened.name in ("ArcadeDB", "Neo4j")
    assert opened.version[0].isdigit()
