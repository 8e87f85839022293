"""Neo4j by URI: 5 LTS and 2026.x, one server, a cluster or Aura."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache

from neo4j import (
    READ_ACCESS,
    Driver,
    GraphDatabase,
    ManagedTransaction,
    NotificationMinimumSeverity,
    ResultSummary,
    unit_of_work,
)
from neo4j.exceptions import ConfigurationError, DriverError, Neo4jError, ServiceUnavailable

from kg.store.address import Server
from kg.store.bolt import RETRIED_BY_THE_DRIVER, BoltEngine
from kg.store.bolt_errors import login_line, reason
from kg.store.engine import Parameters, StoreError, UnreachableError, WouldWriteError
from kg.store.reader_guard import check_reader_plan

_OLDEST = 5
_VERSION = "CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version"
_AWAIT_INDEXES = "CALL db.awaitIndexes($seconds) RETURN true AS online"
_INDEXES_WITHIN = 3600
_GIVEN = "given"
_PARAMETER = re.compile(r"\$(\w+)")


class Neo4jEngine(BoltEngine):
    """One database of a Neo4j server. Community has one user: the reader is the access mode of its sessions."""

    name = "Neo4j"
    patience = 120.0

    def ddl(self, statements: Sequence[str]) -> None:
        """Run schema statements, and wait until the indexes are online: each that comes online unsettles every plan."""
        super().ddl(statements)
        self.read(_AWAIT_INDEXES, {"seconds": _INDEXES_WITHIN})

    def steady(self, text: str, parameters: Parameters) -> tuple[str, Parameters]:
        """Keep the plan although the graph has grown, and whatever the number of rows.

        In a first load each would be made anew every ten seconds; and the server keeps a plan of its own for lists of
        one, of up to ten, a hundred, a thousand and ten thousand, where they are parameters and not inside one.
        """
        return _steady(text), {_GIVEN: dict(parameters)}

    def _check_plan(self, text: str, parameters: Parameters, timeout: float) -> None:
        """Ask the planner what the query would do: the only reading of the text that is sure to be the server's own."""

        def explain(transaction: ManagedTransaction) -> ResultSummary:
            return transaction.run(f"EXPLAIN {text}", dict(parameters)).consume()

        with self._session() as session:
            summary = session.execute_read(unit_of_work(timeout=timeout)(explain))
        if summary.query_type != "r":
            raise WouldWriteError("refused, this would write, and readers cannot")
        if summary.plan:
            check_reader_plan(summary.plan)


@cache
def _steady(text: str) -> str:
    return "CYPHER replan=skip " + _PARAMETER.sub(rf"${_GIVEN}.\1", text)


def open_neo4j(server: Server, on_wait: Callable[[str], None] | None = None) -> Neo4jEngine:
    """Connect to the server.

    Raises:
        UnreachableError: no server there.
        StoreError: a wrong password, no such database, or a version before 5; one line each.
    """
    try:
        driver = GraphDatabase.driver(
            server.uri,
            auth=(server.user, server.password),
            notifications_min_severity=NotificationMinimumSeverity.OFF,
            max_connection_lifetime=600,
            liveness_check_timeout=60,
            connection_timeout=10,
            max_transaction_retry_time=RETRIED_BY_THE_DRIVER,
            user_agent="diplomatic-kg",
        )
    except (ConfigurationError, ValueError) as error:
        raise StoreError(f"{server.uri} is no address of a Neo4j server: {reason(error)}") from error
    try:
        version = _version(driver, server)
    except BaseException:
        driver.close()
        raise
    return Neo4jEngine(writer=driver, reader=driver, database=server.database, version=version, on_wait=on_wait)


def _version(driver: Driver, server: Server) -> str:
    try:
        with driver.session(database=server.database, default_access_mode=READ_ACCESS) as session:
            record = session.run(_VERSION).single()
    except ServiceUnavailable as error:
        raise UnreachableError(f"no Neo4j server answers at {server.uri}: is it started? ({reason(error)})") from error
    except Neo4jError as error:
        raise StoreError(_refusal(error, server)) from error
    except (DriverError, OSError, ValueError) as error:  # ValueError: a port that is no number
        raise StoreError(f"cannot connect to {server.uri}: {reason(error)}") from error
    version = str(record["version"]) if record else ""
    major = version.partition(".")[0]
    if not major.isdigit() or int(major) < _OLDEST:
        raise StoreError(
            f"{server.uri} is not Neo4j {_OLDEST} or later (it says {version or 'nothing'}): that is needed"
        )
    return version


def _refusal(error: Neo4jError, server: Server) -> str:
    code = error.code or ""
    if ".Security." in code:
        return login_line(code)
    if ".Database." in code:
        return f"{server.uri} has no database {server.database!r} for this user: check NEO4J_DATABASE"
    return f"{server.uri} cannot be used: {reason(error)}"
