"""An embedded graph: the engine in this process, spoken to like any other over Bolt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from neo4j import Driver, GraphDatabase, ManagedTransaction, NotificationMinimumSeverity

from kg.store.arcadedb import DATABASE, ArcadeServer
from kg.store.arcadedb_users import READER, WRITER
from kg.store.bolt import RETRIED_BY_THE_DRIVER, BoltEngine
from kg.store.commits import CommitGate
from kg.store.engine import Parameters, Rows
from kg.store.folder import GraphFolder
from kg.store.interrupts import between_steps
from kg.store.room import check_room

T = TypeVar("T")


class EmbeddedEngine(BoltEngine):
    """A graph in a folder. Closing it stops the engine and lets the folder go."""

    name = "ArcadeDB"

    def __init__(self, server: ArcadeServer, folder: GraphFolder, on_wait: Callable[[str], None] | None) -> None:
        super().__init__(
            writer=_driver(server, WRITER),
            reader=_driver(server, READER),
            database=DATABASE,
            version=server.version,
            on_wait=on_wait,
        )
        self._server = server
        self._folder = folder
        self._gate = CommitGate()

    def close(self) -> None:
        """Close the drivers, stop the engine, let the folder go."""
        with between_steps():
            super().close()
            self._server.stop()
            self._folder.release()

    def write(self, work: Callable[[ManagedTransaction], T]) -> T:
        """Run the work in one transaction, unless the disk is nearly full; no read runs while it is committed."""
        check_room(self._folder.root)
        self._server.limit_time(None)
        with self._gate.writing() as be_alone:

            def to_the_commit(transaction: ManagedTransaction) -> T:
                result = work(transaction)
                be_alone()
                return result

            return super().write(to_the_commit)

    def stream(self, text: str, parameters: Parameters | None = None) -> Iterator[tuple[Any, ...]]:
        """Yield rows as they come."""
        self._server.limit_time(None)
        yield from super().stream(text, parameters)

    def _read(self, text: str, parameters: Parameters, timeout: float | None, limit: int | None) -> Rows:
        """Tell the engine the time limit in its own way: it does not heed the driver's."""
        with self._gate.reading():
            self._server.limit_time(timeout)
            return super()._read(text, parameters, timeout, limit)


def _driver(server: ArcadeServer, user: str) -> Driver:
    return GraphDatabase.driver(
        f"bolt://127.0.0.1:{server.port}",
        auth=(user, server.passwords[user]),
        notifications_min_severity=NotificationMinimumSeverity.OFF,
        max_transaction_retry_time=RETRIED_BY_THE_DRIVER,
        user_agent="diplomatic-kg",
    )
