"""Reading and writing through the official driver: the same for every engine that speaks Bolt."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from types import TracebackType
from typing import Any, Self, TypeVar

from neo4j import READ_ACCESS, Driver, ManagedTransaction, Session, unit_of_work
from neo4j.exceptions import ClientError, DriverError, Neo4jError, ServiceUnavailable, SessionExpired

from kg.store.engine import NotAllowedError, Parameters, QueryError, Rows, StoreError, TimeLimitError
from kg.store.reader_guard import check_reader_text

T = TypeVar("T")

_WAIT_FOR_SERVER = 120.0
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 5.0
_REFUSED_CODES = ("AccessMode", "Forbidden", "Security")
_TIMEOUT_WORDS = ("TransactionTimedOut", "timeout", "timed out", "TimeoutException")


class BoltEngine:
    """An engine reached by a writer's and a reader's driver (which may be one, where the server has only one user)."""

    name = "bolt"

    def __init__(
        self, *, writer: Driver, reader: Driver, database: str, version: str, on_wait: Callable[[str], None] | None = None
    ) -> None:
        self.driver = reader
        self.database = database
        self.version = version
        self._writer = writer
        self._on_wait = on_wait or (lambda _message: None)

    def read(
        self, text: str, parameters: Parameters | None = None, *, timeout: float | None = None, limit: int | None = None
    ) -> Rows:
        """Run a query of ours as the reader."""

        def work(transaction: ManagedTransaction) -> Rows:
            result = transaction.run(text, dict(parameters or {}))
            columns = tuple(result.keys())
            rows = [tuple(record.values()) for record in (result if limit is None else result.fetch(limit + 1))]
            result.consume()
            truncated = limit is not None and len(rows) > limit
            return Rows(columns, rows[:limit] if truncated else rows, truncated)

        return self._reading(lambda session: session.execute_read(_with_timeout(work, timeout)))

    def read_untrusted(self, text: str, parameters: Parameters, *, timeout: float, limit: int) -> Rows:
        """Run a user's Cypher as the reader."""
        check_reader_text(text)
        self._check_plan(text, parameters)
        return self.read(text, parameters, timeout=timeout, limit=limit)

    def stream(self, text: str, parameters: Parameters | None = None) -> Iterator[tuple[Any, ...]]:
        """Yield rows as they come."""
        with self._session() as session, session.begin_transaction() as transaction:
            for record in transaction.run(text, dict(parameters or {})):
                yield tuple(record.values())

    def write(self, work: Callable[[ManagedTransaction], T]) -> T:
        """Run the work in one transaction; wait for a server that went away."""
        give_up = time.monotonic() + _WAIT_FOR_SERVER
        pause = _FIRST_PAUSE
        while True:
            try:
                with self._writer.session(database=self.database) as session:
                    return session.execute_write(work)
            except (ServiceUnavailable, SessionExpired) as error:
                if time.monotonic() > give_up:
                    raise StoreError(f"no answer from {self.name} for {_WAIT_FOR_SERVER:.0f} s: {_line(error)}") from error
                self._on_wait(f"{self.name} does not answer; trying again in {pause:.1f} s")
                time.sleep(pause)
                pause = min(2 * pause, _LONGEST_PAUSE)
            except Neo4jError as error:
                raise self._translate(error) from error

    def ddl(self, statements: Sequence[str]) -> None:
        """Run schema statements in one transaction, which holds nothing else."""

        def work(transaction: ManagedTransaction) -> None:
            for statement in statements:
                transaction.run(statement).consume()

        self.write(work)

    def close(self) -> None:
        """Close the drivers."""
        self.driver.close()
        self._writer.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _check_plan(self, text: str, parameters: Parameters) -> None:
        """Engines that can say whether a query writes are asked before it runs."""

    def _session(self) -> Session:
        return self.driver.session(database=self.database, default_access_mode=READ_ACCESS)

    def _reading(self, run: Callable[[Session], T]) -> T:
        try:
            with self._session() as session:
                return run(session)
        except Neo4jError as error:
            raise self._translate(error) from error
        except DriverError as error:
            raise StoreError(f"no answer from {self.name}: {_line(error)}") from error

    def _translate(self, error: Neo4jError) -> StoreError:
        code, line = error.code or "", _line(error)
        if any(word in code or word in line for word in _TIMEOUT_WORDS):
            return TimeLimitError("the query ran past its time limit: narrow it, or give --timeout")
        if isinstance(error, ClientError) and any(word in code for word in _REFUSED_CODES):
            return NotAllowedError(f"refused, readers cannot write: {line}")
        return QueryError(f"{self.name} refused the query: {line}")


def _with_timeout(work: Callable[[ManagedTransaction], T], timeout: float | None) -> Callable[[ManagedTransaction], T]:
    if timeout is None:
        return work
    return unit_of_work(timeout=timeout)(work)


def _line(error: Exception) -> str:
    text = getattr(error, "message", None) or str(error)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return lines[0][:300] if lines else type(error).__name__
