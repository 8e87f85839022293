"""Not waiting past a deadline for what cannot be stopped.

An engine ends a query that runs past its limit where it looks at the clock: between two rows. Neo4j does not look while
it computes one value (``reduce`` over a range of a thousand million), and no setting of its own makes it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYetError
from typing import TypeVar

T = TypeVar("T")


class DeadlineError(Exception):
    """The work is not done in time. It goes on in a thread of its own, and nobody waits for it."""


def within(seconds: float, work: Callable[[], T]) -> T:
    """Return what the work returns, or raise what it raises; do not wait longer than that.

    Raises:
        DeadlineError: it is not done in time.
    """
    future: Future[T] = Future()
    threading.Thread(target=_settle, args=(future, work), name="within", daemon=True).start()
    try:
        return future.result(timeout=seconds)
    except NotYetError:
        if future.done():
            raise
        raise DeadlineError from None


def _settle(future: Future[T], work: Callable[[], T]) -> None:
    try:
        future.set_result(work())
    except BaseException as error:  # noqa: BLE001 - whatever it is, it is raised again on the other side
        future.set_exception(error)
