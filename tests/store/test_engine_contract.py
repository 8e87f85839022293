"""What every engine must do, on every engine (promises 12 and 14)."""

from __future__ import annotations

import subprocess
import sys
from datetime import date

import pytest

from kg.store.engine import NotAllowedError, QueryError, TimeLimitError
from tests.servers.real_engine import RealEngine

WRITES = [
    "CREATE (n:Event {id: 'x'})",
    "MERGE (n:Event {id: 'x'})",
    "MATCH (n:Event) SET n.status = 'held'",
    "MATCH (n:Event) DETACH DELETE n",
    "MATCH (n:Event) REMOVE n.status RETURN n",
    "CALL { CREATE (n:Event {id: 'x'}) } RETURN 1",
    "MATCH (n) CALL { WITH n SET n.x = 1 } IN TRANSACTIONS",
    "CREATE INDEX sneaky FOR (n:Event) ON (n.sneaky)",
    "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
    "LOAD CSV FROM 'http://127.0.0.1:1/x' AS row RETURN row",
    "load /* quiet */ csv FROM 'http://127.0.0.1:1/x' AS row RETURN row",
    "CREATE USER mallory SET PASSWORD 'x1234567'",
    "SHOW USERS",
    "CALL db.createLabel('Sneaky')",
    "CALL apoc.load.json('http://127.0.0.1:1/') YIELD value RETURN value",
    "CALL `dbms`.`security`.`listUsers`()",
]
HOSTILE = ["'}) DETACH DELETE n //", "\\u0027", "`); DROP", "x" * 100_000, "\u202eltr", "王毅", "O'Brien \"quoted\"", ""]


@pytest.fixture
def opened(engine: RealEngine):  # noqa: ANN201 - a generator fixture
    with engine.open() as store:
        store.write(lambda tx: tx.run("CREATE (:Event {id: 'e1', status: 'planned'})").consume())
        yield store


def test_a_reader_cannot_write_read_files_or_administer(opened) -> None:
    for text in WRITES:
        with pytest.raises((NotAllowedError, QueryError)):
            opened.read_untrusted(text, {}, timeout=5, limit=10)
        rows = opened.read("MATCH (n) RETURN n.id AS id, n.status AS status, n.x AS x").rows
        assert list(rows) == [("e1", "planned", None)], text


def test_a_word_that_only_looks_like_a_command_is_no_reason_to_refuse(opened) -> None:
    rows = opened.read_untrusted("MATCH (n) WHERE n.id <> 'LOAD CSV' RETURN n.id AS id // CALL x.y", {}, timeout=5, limit=10)
    assert rows.columns == ("id",)


def test_values_are_data(opened) -> None:
    text = "MATCH (n:Article) WHERE n.title = $value RETURN n.title AS t"
    for value in HOSTILE:
        opened.write(lambda tx, v=value: tx.run("CREATE (:Article {title: $value})", {"value": v}).consume())
        assert opened.read(text, {"value": value}).rows == [(value,)]
    assert opened.read("MATCH (n) RETURN count(n) AS n").rows == [(1 + len(HOSTILE),)]


def test_dates_are_dates(opened) -> None:
    opened.write(lambda tx: tx.run("MATCH (e:Event) SET e.earliest = $day", {"day": date(2025, 2, 18)}).consume())
    (row,) = opened.read("MATCH (e:Event) WHERE e.earliest >= $day RETURN e.earliest AS day", {"day": date(2025, 2, 1)}).rows
    assert row[0].to_native() == date(2025, 2, 18) if hasattr(row[0], "to_native") else row[0] == date(2025, 2, 18)


def test_rows_are_capped_and_said_to_be(opened) -> None:
    rows = opened.read_untrusted("UNWIND range(1, 50) AS x RETURN x", {}, timeout=5, limit=10)
    assert len(rows.rows) == 10
    assert rows.truncated


def test_a_failed_transaction_leaves_nothing(opened) -> None:
    def half(tx):  # noqa: ANN001, ANN202
        tx.run("CREATE (:Event {id: 'half'})").consume()
        tx.run("RETURN 1 / 0 +").consume()

    with pytest.raises(QueryError):
        opened.write(half)
    assert opened.read("MATCH (n {id: 'half'}) RETURN count(n) AS n").rows == [(0,)]


def test_a_runaway_query_is_ended(engine: RealEngine) -> None:
    if engine.name == "embedded":
        pytest.skip("the embedded engine's limit is set when it starts: see test_embedded.py")
    with engine.open() as store, pytest.raises(TimeLimitError):
        store.read_untrusted(
            "UNWIND range(1, 6000000) AS x UNWIND range(1, 10000) AS y RETURN sum(x % y) AS s", {}, timeout=1.5, limit=1
        )


def test_another_process_reads_what_was_written(engine: RealEngine) -> None:
    with engine.open() as store:
        store.write(lambda tx: tx.run("CREATE (:Event {id: 'kept'})").consume())
    text = (
        "import os; from kg.store import open_engine; from kg.store.address import find_address\n"
        "with open_engine(find_address(None, os.environ)) as e: print(e.read('MATCH (n:Event) RETURN n.id').rows)"
    )
    import os

    done = subprocess.run([sys.executable, "-c", text], env={**os.environ, **engine.environment}, capture_output=True, text=True)
    assert done.stdout.strip() == "[('kept',)]", done.stderr[-500:]
