"""Reading and writing through the official driver: the same for every engine that speaks Bolt."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator, Sequence
from types import TracebackType
from typing import Any, Self, TypeVar

from neo4j import READ_ACCESS, Driver, ManagedTransaction, Session, unit_of_work

from kg.store.bolt_errors import OF_THE_DRIVER, PAST_ITS_LIMIT, may_pass, reason, translate
from kg.store.deadline import DeadlineError, within
from kg.store.engine import Parameters, Rows, TimeLimitError
from kg.store.interrupts import between_steps, pause
from kg.store.reader_guard import check_reader_text
from kg.store.values import native_row

T = TypeVar("T")

RETRIED_BY_THE_DRIVER = 3.0
"""Seconds of silent retries inside the driver; beyond them :meth:`BoltEngine.write` retries, and says so."""
_FIRST_PAUSE, _LONGEST_PAUSE = 0.5, 5.0
_GRACE = 5.0
"""Seconds that an engine may take to notice that a query is past its limit: Neo4j looks every two."""

# The driver's warnings tell of retries that are ours to tell of; whoever sets up logging still gets them.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


class BoltEngine:
    """An engine reached by a writer's and a reader's driver (which may be one, where the server has only one user)."""

    name = "bolt"
    patience = 0.0
    """Seconds to wait, in all, for a server that went away or cannot take the transaction now."""

    def __init__(
        self,
        *,
        writer: Driver,
        reader: Driver,
        database: str,
        version: str,
        on_wait: Callable[[str], None] | None = None,
    ) -> None:
        self.driver = reader
        self.database = database
        self.version = version
        self._writer = writer
        self._on_wait = on_wait or (lambda _message: None)
        self._torn = False

    def read(
        self, text: str, parameters: Parameters | None = None, *, timeout: float | None = None, limit: int | None = None
    ) -> Rows:
        """Run a query of ours as the reader, and again while the engine says that this may help."""
        return self._patiently("read", lambda: self._read(text, parameters or {}, timeout, limit))

    def read_untrusted(self, text: str, parameters: Parameters, *, timeout: float, limit: int) -> Rows:
        """Run a user's Cypher as the reader, and do not wait for an engine that does not end it in time."""
        check_reader_text(text)

        def ask() -> Rows:
            self._check_plan(text, parameters, timeout)
            return self._read(text, parameters, timeout, limit)

        try:
            return within(timeout + _GRACE, ask)
        except OF_THE_DRIVER as error:
            raise translate(error, self.name) from error
        except DeadlineError:
            self._torn = True
            raise TimeLimitError(PAST_ITS_LIMIT) from None

    def stream(self, text: str, parameters: Parameters | None = None) -> Iterator[tuple[Any, ...]]:
        """Yield rows as they come."""
        try:
            with self._session() as session, session.begin_transaction() as transaction:
                yield from map(native_row, transaction.run(text, dict(parameters or {})))
        except OF_THE_DRIVER as error:
            raise translate(error, self.name) from error

    def write(self, work: Callable[[ManagedTransaction], T]) -> T:
        """Run the work in one transaction, and again while the engine says that this may help."""

        def attempt() -> T:
            with between_steps(), self._writer.session(database=self.database) as session:
                return session.execute_write(work)

        return self._patiently("write", attempt)

    def _patiently(self, what: str, attempt: Callable[[], T]) -> T:
        """Try again, and say so, while the engine says that this may help and there is patience left."""
        give_up = time.monotonic() + self.patience
        seconds = _FIRST_PAUSE
        while True:
            try:
                return attempt()
            except OF_THE_DRIVER as error:
                if not may_pass(error) or time.monotonic() > give_up:
                    raise translate(error, self.name) from error
                self._on_wait(f"{self.name} cannot {what} now ({reason(error)}); trying again in {seconds:.1f} s")
            pause(seconds)
            seconds = min(2 * seconds, _LONGEST_PAUSE)

    def steady(self, text: str, parameters: Parameters) -> tuple[str, Parameters]:
        """Engines that do not plan a statement anew as the graph grows are given it as it is."""
        return text, parameters

    def ddl(self, statements: Sequence[str]) -> None:
        """Run schema statements in one transaction, which holds nothing else."""

        def work(transaction: ManagedTransaction) -> None:
            for statement in statements:
                transaction.run(statement).consume()

        self.write(work)

    def close(self) -> None:
        """Close the drivers; not where Ctrl-C came in the middle of one's work, for that may never return."""
        with between_steps():
            if not self._torn:
                self.driver.close()
                self._writer.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _check_plan(self, text: str, parameters: Parameters, timeout: float) -> None:
        """Engines that can say whether a query writes are asked before it runs."""

    def _session(self) -> Session:
        return self.driver.session(database=self.database, default_access_mode=READ_ACCESS)

    def _read(self, text: str, parameters: Parameters, timeout: float | None, limit: int | None) -> Rows:
        def work(transaction: ManagedTransaction) -> Rows:
            result = transaction.run(text, dict(parameters))
            columns = tuple(result.keys())
            rows = [native_row(record) for record in (result if limit is None else result.fetch(limit + 1))]
            result.consume()
            truncated = limit is not None and len(rows) > limit
            return Rows(columns, rows[:limit] if truncated else rows, truncated)

        try:
            with self._session() as session:
                return session.execute_read(unit_of_work(timeout=timeout)(work))
        except KeyboardInterrupt:
            self._torn = True
            raise
        except BufferError as error:  # what the driver makes of Ctrl-C in the middle of a message
            self._torn = True
            raise KeyboardInterrupt from error
