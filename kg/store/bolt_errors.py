"""From the driver's errors to one line for a person. No password is ever in a message: the driver has none to show."""

from __future__ import annotations

import re

from neo4j.exceptions import DriverError, IncompleteCommit, Neo4jError, ServiceUnavailable, SessionExpired

from kg.store.engine import QueryError, StoreError, TimeLimitError, UnreachableError, WouldWriteError

OF_THE_DRIVER = (Neo4jError, DriverError, OSError)
"""What the driver raises: it lets an error of the operating system through where a connection breaks while opened."""

PAST_ITS_LIMIT = "the query ran past its time limit: narrow it, or give --timeout"

_LONGEST = 300
_CONNECTION = re.compile(r"\(reason (?:\[Errno \d+\] )?(.{1,200}?)\)")
_REFUSED = ("Statement.AccessMode", "Security.Forbidden")
_FULL = ("No space left on device", "not enough space", "Disk quota exceeded", "DatabaseReadOnly")
_MEMORY = (
    "Query heap budget exceeded", "queryMaxHeapElementsAllowedPerOp", "MemoryPoolOutOfMemoryError",
    "TransactionOutOfMemoryError",
)  # fmt: skip
_GAVE_OUT = ("Error during read lock", "Error during write lock")
"""What the embedded engine says where it had no memory left for its own work: it hides why."""

_SCHEMA_IN_MOTION = "insanely frequent schema changes"
"""What Neo4j says (under the code of an unknown error) when indexes went online each time it had planned a query."""


def may_pass(error: Neo4jError | DriverError | OSError) -> bool:
    """Whether the same again may succeed: the driver's own judgement, and the cases that it does not know."""
    if isinstance(error, OSError):
        return True
    return error.is_retryable() or isinstance(error, IncompleteCommit) or _SCHEMA_IN_MOTION in str(error)


def translate(error: Neo4jError | DriverError | OSError, engine: str) -> StoreError:
    """Return the error of ours that says it; a caller raises it from the driver's."""
    line = reason(error)
    if isinstance(error, ServiceUnavailable | SessionExpired | OSError):
        return UnreachableError(f"no answer from {engine}: is it still running? ({line})")
    code = getattr(error, "code", None) or ""
    if any(word in f"{code} {error}" for word in (*_FULL, *_MEMORY, *_GAVE_OUT)):
        return _out_of_room(str(error), engine, line)
    if "TransactionTimedOut" in code:
        return TimeLimitError(PAST_ITS_LIMIT)
    if any(word in code for word in _REFUSED):
        return WouldWriteError(f"refused, readers cannot write: {line}")
    if ".Security." in code:
        return StoreError(login_line(code))
    return QueryError(f"{engine} refused the query: {line}")


def _out_of_room(text: str, engine: str, line: str) -> StoreError:
    if any(word in text for word in _FULL):
        return StoreError(f"the disk of {engine} is full: make room, then run the same command again to go on ({line})")
    if any(word in text for word in _GAVE_OUT):
        return StoreError(
            f"{engine} could not go on ({line}), most often for want of memory: what was written is whole; "
            "run the same command again to go on, with KG_ENGINE_MEMORY=2g"
        )
    return QueryError(
        f"{engine} has not the memory that the query takes: ask about fewer sides or a shorter time, or give it more "
        "(KG_ENGINE_MEMORY=2g for a graph in a folder)"
    )


def login_line(code: str) -> str:
    """Return what to do about a refused login."""
    if "CredentialsExpired" in code:
        return "the password must be changed before it can be used: log in once with cypher-shell or Neo4j Browser"
    if "AuthenticationRateLimit" in code:
        return "too many wrong passwords: wait a minute, then check NEO4J_USERNAME and NEO4J_PASSWORD"
    return "wrong user or password: check NEO4J_USERNAME and NEO4J_PASSWORD"


def reason(error: Exception) -> str:
    """Return the line that says why: of several attempts to connect, the reason of the first."""
    text = getattr(error, "message", None) or str(error)
    if match := _CONNECTION.search(text):
        return match.group(1)
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    if not lines:
        return type(error).__name__
    return (lines[-1] if lines[0].endswith(":") else lines[0])[:_LONGEST]
