"""A Neo4j server that is not there, not ours, or goes away: each said in one line, without the password."""

from __future__ import annotations

import gc
import logging
import threading

import pytest
from neo4j import GraphDatabase
from neo4j.exceptions import ClientError, DatabaseError, DriverError, IncompleteCommit, Neo4jError, ServiceUnavailable

from kg.store import open_engine
from kg.store.address import Server
from kg.store.bolt_errors import may_pass
from kg.store.engine import StoreError, UnreachableError
from kg.store.neo4j import Neo4jEngine
from kg.store.schema import apply_schema
from tests.servers.hangs_up import hanging_up
from tests.servers.neo4j_server import LINES
from tests.servers.real_engine import ONE_NEO4J, RealEngine, Servers
from tests.store.statements import statement

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


@ONE_NEO4J
def test_an_http_port_is_no_bolt_port(servers: Servers, line: str) -> None:
    server = servers.started(line)
    with pytest.raises(UnreachableError, match="no Neo4j server answers"):
        open_engine(Server(server.http, server.user, server.password, "neo4j"))


@pytest.mark.parametrize(
    "line",
    [pytest.param(line, id=f"neo4j-{line}", marks=[] if line == LINES[0] else pytest.mark.long) for line in LINES],
)
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
            store.write(statement("MERGE (:Event {id: $n})", n=number))
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


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_a_server_that_goes_away_in_the_middle_of_a_greeting_may_come_back() -> None:
    """The driver lets an error of the operating system through where the connection breaks while it is opened.

    Its half-opened connections cannot be closed either, and say so when they are collected: here, not in a later test.
    """
    said: list[str] = []
    with hanging_up() as uri, GraphDatabase.driver(uri, auth=None, max_transaction_retry_time=0) as driver:
        engine = Neo4jEngine(writer=driver, reader=driver, database="neo4j", version="5", on_wait=said.append)
        engine.patience = 2.0
        with pytest.raises(UnreachableError, match="no answer from Neo4j: is it still running"):
            engine.read("RETURN 1")
        with pytest.raises(UnreachableError, match="no answer from Neo4j: is it still running"):
            list(engine.stream("RETURN 1"))
        with pytest.raises(UnreachableError, match="no answer from Neo4j: is it still running"):
            engine.read_untrusted("RETURN 1", {}, timeout=1, limit=1)
    gc.collect()
    assert said[0].startswith("Neo4j cannot read now")


@pytest.mark.parametrize(
    ("error", "helps"),
    [
        (DatabaseError("Could not compile query due to insanely frequent schema changes"), True),
        (ServiceUnavailable("Couldn't connect to 127.0.0.1:7687"), True),
        (IncompleteCommit("the connection was lost while committing"), True),
        (OSError(107, "Transport endpoint is not connected"), True),
        (DatabaseError("an internal error"), False),
        (ClientError("Invalid input 'MTCH'"), False),
    ],
)
def test_the_same_again_is_tried_where_it_may_help(error: Neo4jError | DriverError | OSError, helps: bool) -> None:
    """The first is what Neo4j said on a slow machine whose new indexes came online while it planned."""
    assert may_pass(error) is helps


@ONE_NEO4J
def test_the_schema_is_ready_when_it_is_applied(servers: Servers, line: str) -> None:
    with servers.empty(line, bare=True).open() as store:
        apply_schema(store)
        assert store.read("SHOW INDEXES YIELD name, state WHERE state <> 'ONLINE' RETURN name").rows == []
