"""One process that works on pieces for another, and what is said between the two.

What a pipe holds waits there for whoever reads it: so a process has its next piece before it asks for it, and is begun
on it before what it gave for the last one is taken.
"""

from __future__ import annotations

import multiprocessing
import pickle
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from itertools import chain
from multiprocessing.connection import Connection
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from loaders.errors import WorkerEndedError

if sys.platform == "linux":
    import fcntl

P = TypeVar("P")
R = TypeVar("R")
T = TypeVar("T")

_PIPE = 2**20
"""Bytes: what one of Linux may hold unless somebody has changed that, and more than most pieces and results have."""
_ENDED = (
    "a process that reads has ended before its work was done: is memory short? Use fewer --jobs, or 1; "
    "a script that loads with jobs needs its code under: if __name__ == '__main__'"
)


class Raised(NamedTuple):
    """What was raised in place of a thing that was to come: nothing comes after it."""

    error: Exception


Found: TypeAlias = list[R | Raised]
"""What a function gave for a piece."""


class Worker(Generic[P, R]):
    """One process, and the pieces that it has: the one it works on and, where its pipe has room, the next."""

    def __init__(self, function: Callable[[P], Iterable[R]]) -> None:
        context = multiprocessing.get_context("spawn")
        theirs, self._pieces = context.Pipe(duplex=False)
        self.results, back = context.Pipe(duplex=False)
        self._room = _widened(self._pieces) // 2
        _widened(back)
        self.has: deque[int | None] = deque([None])  # it says first that it has begun
        self._process = context.Process(target=_work, args=(function, theirs, back), daemon=True)
        with _no_interrupts():
            self._process.start()
        theirs.close()
        back.close()

    def takes(self, packed: bytes) -> bool:
        """Tell whether it can be given this piece, and nobody waits for it to take it."""
        return not self.has or (len(self.has) == 1 and self.has[0] is not None and len(packed) <= self._room)

    def give(self, number: int, packed: bytes) -> None:
        """Hand over a piece.

        Raises:
            WorkerEndedError: it has ended.
        """
        try:
            self._pieces.send_bytes(packed)
        except OSError:
            raise WorkerEndedError(_ENDED) from None
        self.has.append(number)

    def hear(self) -> tuple[int | None, Any]:  # whatever the function gave
        """Return the number of the piece that it has had longest, and what it gave for it; wait for that.

        Raises:
            WorkerEndedError: it has ended, perhaps in the middle of what it said.
        """
        try:
            found = self.results.recv()
        except (EOFError, OSError):
            raise WorkerEndedError(_ENDED) from None
        return self.has.popleft(), found

    def end(self) -> None:
        """End the process, whatever it does: nothing that it holds is needed."""
        self._process.terminate()
        self._process.join()
        self._pieces.close()
        self.results.close()


def told(things: Iterable[T]) -> Iterator[T | Raised]:
    """Yield the things and, where the next cannot be had, why."""
    try:
        yield from things
    except Exception as error:  # noqa: BLE001 - whatever it is, it is raised again in the first process
        yield Raised(error)


def each(function: Callable[[P], Iterable[R]], piece: P) -> Iterator[R | Raised]:
    """Yield what a function gives for a piece and, where there should be more of it, why there is none."""
    return told(chain.from_iterable(map(function, [piece])))  # called within: a call may raise as well


def had(thing: T | Raised) -> T:
    """Return the thing, or raise what was raised in place of it."""
    if isinstance(thing, Raised):
        raise thing.error
    return thing


def _widened(connection: Connection[Any, Any]) -> int:
    """Return how many bytes wait in a pipe for whoever reads, once it holds as many as the system lets it; 0: unknown.

    Only of Linux is it known. There what one process gave waits for the other, and neither for the other to read.
    """
    if sys.platform != "linux":
        return 0
    with suppress(OSError):  # a user may have no more than so many
        fcntl.fcntl(connection.fileno(), fcntl.F_SETPIPE_SZ, _PIPE)
    return fcntl.fcntl(connection.fileno(), fcntl.F_GETPIPE_SZ)


@contextmanager
def _no_interrupts() -> Iterator[None]:
    """Let processes that begin here never hear of Ctrl-C: this one does, and ends them."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(function: Callable[[P], Iterable[R]], pieces: Connection[Any, Any], results: Connection[Any, Any]) -> None:
    """What a process does, until the first one closes the pipes or is gone: it says that it has begun, and works."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        results.send_bytes(pickle.dumps(None))
        while True:
            results.send_bytes(_packed(function, pieces.recv()))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _packed(function: Callable[[P], Iterable[R]], piece: P) -> bytes:
    """Return what a function gives for a piece, which is gone when the next is begun: so much stays near a processor.

    For records the pickler that a pipe has of its own takes an eighth longer.
    """
    return pickle.dumps(list(each(function, piece)), pickle.HIGHEST_PROTOCOL)
