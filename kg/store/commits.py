"""Reads and commits on an engine whose reads see a commit in the middle of being applied.

The embedded engine applies a commit page by page, and a query that runs meanwhile sees some pages as they were and some
as they are: events without their sides, or a record that is gone. The graph is open in one process alone, so that here
is the place to keep them apart: reads go on together, a commit goes alone. What comes before it, which takes most of
the time of a write, goes on beside the reads.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class CommitGate:
    """Lets any number of reads through, or one commit. A commit that waits goes before reads that come later."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._reading = 0
        self._committing = False

    @contextmanager
    def reading(self) -> Iterator[None]:
        """Read inside. Not for a read that lasts as long as somebody takes its rows: it would hold up every commit."""
        with self._changed:
            self._changed.wait_for(lambda: not self._committing)
            self._reading += 1
        try:
            yield
        finally:
            with self._changed:
                self._reading -= 1
                self._changed.notify_all()

    @contextmanager
    def writing(self) -> Iterator[Callable[[], None]]:
        """Write inside; call what is yielded when all is ready and the commit is next. It may be called again."""
        alone = False

        def be_alone() -> None:
            nonlocal alone
            if alone:
                return
            with self._changed:
                self._changed.wait_for(lambda: not self._committing)
                self._committing = alone = True
                self._changed.wait_for(lambda: not self._reading)

        try:
            yield be_alone
        finally:
            if alone:
                with self._changed:
                    self._committing = False
                    self._changed.notify_all()
