"""A Neo4j server that is not there, not ours, or goes away: each said in one line, without the password."""

from __future__ import annotations

import itertools
import logging
import threading
import time

import pytest
from neo4j import Session

from kg.store import open_engine
from kg.store.address import Server
from kg.store.engine import StoreError, UnreachableError
from tests.servers.neo4j_server import LINES
from tests.servers.real_engine import RealEngine, Servers

SECRET = "not-the-password-4711"


def address(real: RealEngine, **other: str) -> Server:
    """The address of a real server, with something in it changed."""
    environment = real.environment
    parts = {"uri": real.uri, "user": environment["NEO4J_USERNAME"], "password": environment["NEO4J_PASSWORD"]}
    return Server(**{**parts, "database": "neo4j", **other})


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"password": SECRET}, "wrong user or password: check NEO4J_USERNAME and NEO4J_PASSWORD"),
        ({"user": "nobody"}, "wrong user or password"),
        ({"database": "nosuch"}, "no database 'nosuch' for this user: check NEO4J_DATABASE"),
        ({"uri": "bolt://127.0.0.1:1"}, "no Neo4j server answers at bolt://127.0.0.1:1: is it started"),
        ({"uri": "neo4j://127.0.0.1:1"}, "no Neo4j server answers"),
        ({"uri": "bolt://no-such-host.invalid:7687"}, "no Neo4j server answers"),
        ({"uri": "bolt://127.0.0.1:nine"}, "cannot connect to bolt://127.0.0.1:nine"),
    ],
)
def test_what_cannot_be_opened_is_said_in_one_line(
    neo4j_engine: RealEngine, changed: dict[str, str], said: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    with pytest.raises(StoreError) as caught:
        open_engine(address(neo4j_engine, **changed))
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)
    password = changed.get("password", neo4j_engine.environment["NEO4J_PASSWORD"])
    assert password not in str(caught.value) + repr(caught.value.__cause__) + repr(address(neo4j_engine, **changed))
    assert password not in caplog.text


def test_an_http_port_is_no_bolt_port(servers: Servers) -> None:
    server = servers.started(LINES[0])
    with pytest.raises(UnreachableError, match="no Neo4j server answers"):
        open_engine(Server(server.http, server.user, server.password, "neo4j"))


@pytest.mark.parametrize("line", [LINES[0], *(pytest.param(line, marks=pytest.mark.long) for line in LINES[1:])])
def test_writing_waits_for_a_server_that_restarts_and_says_so(servers: Servers, line: str) -> None:
    server = servers.started(line)
    real = servers.empty(line)
    said: list[str] = []
    written = threading.Event()
    waiting = threading.Event()

    def hear(message: str) -> None:
        said.append(message)
        waiting.set()

    def go_on() -> None:
        for number in range(1, 401):
            store.write(lambda tx, n=number: tx.run("MERGE (:Event {id: $n})", {"n": n}).consume())
            written.set()
            if number > 10 and waiting.is_set():
                return

    with open_engine(address(real), on_wait=hear) as store:
        writer = threading.Thread(target=go_on)
        writer.start()
        assert written.wait(60)
        server.stop()
        assert waiting.wait(60)
        server.start()
        writer.join(120)
        assert not writer.is_alive()
        ((count, last),) = store.read("MATCH (e:Event) RETURN count(e) AS n, max(e.id) AS last").rows
    assert count == last > 0
    assert all("Neo4j cannot write now" in message and "trying again in" in message for message in said)


def test_indexes_that_come_and_go_only_make_a_query_wait(servers: Servers) -> None:
    """Neo4j gives up planning a query when the schema moves under it, under the code of an unknown error."""
    server = servers.started(LINES[0])
    real = servers.empty(LINES[0], bare=True)
    said: list[str] = []
    until = time.monotonic() + 60

    def run_all(texts: list[str], session: Session) -> None:
        with session.begin_transaction() as transaction:
            for text in texts:
                transaction.run(text).consume()
            transaction.commit()

    def change_the_schema() -> None:
        with server.driver() as driver, driver.session() as session:
            while not said and time.monotonic() < until:
                run_all([f"CREATE INDEX i{n} IF NOT EXISTS FOR (n:L{n}) ON (n.p)" for n in range(20)], session)
                run_all([f"DROP INDEX i{n} IF EXISTS" for n in range(20)], session)

    changing = threading.Thread(target=change_the_schema)
    changing.start()
    with open_engine(address(real), on_wait=said.append) as store:
        for number in itertools.count():
            never_planned_before = f"MATCH (a:L1)--(b:L2)--(c:L3) WHERE a.p = {number} AND b.p = c.q RETURN count(*)"
            assert store.read(never_planned_before).rows == [(0,)]
            if said or time.monotonic() > until:
                break
    changing.join()
    assert any("frequent schema changes); trying again in" in message for message in said)
