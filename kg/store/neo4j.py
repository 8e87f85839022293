"""Neo4j by URI: 5 LTS and 2026.x, one server, a cluster or Aura."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from neo4j import READ_ACCESS, Driver, GraphDatabase, NotificationMinimumSeverity
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    DatabaseError,
    DriverError,
    Neo4jError,
    ServiceUnavailable,
)

from kg.store.address import Server
from kg.store.bolt import BoltEngine
from kg.store.engine import NotAllowedError, Parameters, StoreError

_OLDEST = 5


class Neo4jEngine(BoltEngine):
    """One database of a Neo4j server. Community has one user: the reader is the access mode of its sessions."""

    name = "Neo4j"

    def _check_plan(self, text: str, parameters: Parameters) -> None:
        def explain(session: Any) -> str | None:
            result = session.execute_read(lambda transaction: transaction.run(f"EXPLAIN {text}", dict(parameters)).consume())
            kind: str | None = result.query_type
            return kind

        kind = self._reading(explain)
        if kind != "r":
            raise NotAllowedError("refused, this would write: give --write if you mean it")


def open_neo4j(server: Server, on_wait: Callable[[str], None] | None = None) -> Neo4jEngine:
    """Connect to the server.

    Raises:
        StoreError: no server there, a wrong password, no such database, or a version before 5; one line each.
    """
    try:
        driver = GraphDatabase.driver(
            server.uri,
            auth=(server.user, server.password),
            notifications_min_severity=NotificationMinimumSeverity.OFF,
            max_connection_lifetime=600,
            liveness_check_timeout=60,
            connection_timeout=10,
            max_transaction_retry_time=15,
            user_agent="diplomatic-kg",
        )
    except (ConfigurationError, ValueError) as error:
        raise StoreError(f"{server.uri} is no address of a Neo4j server: {error}") from error
    try:
        version = _version(driver, server.database)
    except BaseException:
        driver.close()
        raise
    return Neo4jEngine(writer=driver, reader=driver, database=server.database, version=version, on_wait=on_wait)


def _version(driver: Driver, database: str) -> str:
    try:
        with driver.session(database=database, default_access_mode=READ_ACCESS) as session:
            record = session.run("CALL dbms.components() YIELD name, versions WHERE name = 'Neo4j Kernel' RETURN versions[0] AS version").single(strict=True)
    except AuthError as error:
        raise StoreError("wrong user or password: check NEO4J_USERNAME and NEO4J_PASSWORD") from error
    except ServiceUnavailable as error:
        raise StoreError(f"no Neo4j server answers there: is it started? ({_short(error)})") from error
    except (ClientError, DatabaseError) as error:
        raise StoreError(f"the server has no database {database!r} for this user: check NEO4J_DATABASE") from error
    except (DriverError, Neo4jError, OSError) as error:
        raise StoreError(f"cannot connect to the server: {_short(error)}") from error
    version = str(record["version"])
    if version.partition(".")[0].isdigit() and int(version.partition(".")[0]) < _OLDEST:
        raise StoreError(f"Neo4j {version} is too old: 5 or later is needed")
    return version


def _short(error: Exception) -> str:
    return str(error).splitlines()[0][:160] if str(error) else type(error).__name__
