"""What the rest of the code may ask of an engine. It exists so that no other module knows which engine it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol, Self, TypeVar

import msgspec

from kg.errors import KgError

if TYPE_CHECKING:
    from neo4j import Driver, ManagedTransaction

T = TypeVar("T")
Parameters = Mapping[str, Any]


class StoreError(KgError):
    """The store cannot be used as asked."""


class UnreachableError(StoreError):
    """No server answers, or no longer."""


class QueryError(StoreError):
    """The engine refused a query; the message is the engine's first line."""


class NotAllowedError(StoreError):
    """A reader tried to write, read a file, or call what readers may not."""


class WouldWriteError(NotAllowedError):
    """A reader tried to write."""


class TimeLimitError(StoreError):
    """The query ran past its time limit."""


class Rows(msgspec.Struct, frozen=True):
    """The rows of a query; dates and times are those of ``datetime``. ``truncated``: the limit cut them."""

    columns: tuple[str, ...]
    rows: Sequence[tuple[Any, ...]]
    truncated: bool = False


class Engine(Protocol):
    """One open graph. Everything that reads goes through a reader that cannot write; use it in a ``with`` block."""

    name: str
    version: str
    driver: Driver
    """The reader's driver, for whoever wants it bare."""
    database: str

    def read(
        self, text: str, parameters: Parameters | None = None, *, timeout: float | None = None, limit: int | None = None
    ) -> Rows:
        """Run a query of ours as the reader. ``timeout`` in seconds; ``limit`` caps the rows."""
        ...

    def read_untrusted(self, text: str, parameters: Parameters, *, timeout: float, limit: int) -> Rows:
        """Run a user's Cypher as the reader: checked first, limited in time and rows.

        Raises:
            NotAllowedError: it would write, read files or the network, or call a procedure that is not on the list.
        """
        ...

    def stream(self, text: str, parameters: Parameters | None = None) -> Iterator[tuple[Any, ...]]:
        """Yield rows as they come, in constant memory."""
        ...

    def write(self, work: Callable[[ManagedTransaction], T]) -> T:
        """Run the work in one transaction, whole or not at all; again when that may help, as while a server restarts.

        The work must be safe to run twice: a server may have committed it and gone away before it could say so.
        """
        ...

    def steady(self, text: str, parameters: Parameters) -> tuple[str, Parameters]:
        """Return a statement and its parameters so that its plan, once made, is kept: one that begins at an index."""
        ...

    def ddl(self, statements: Sequence[str]) -> None:
        """Run schema statements in one transaction, which holds nothing else."""
        ...

    def close(self) -> None:
        """Let go of the graph."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...
