"""A function over many pieces of work in several processes: results in the order of the pieces, memory bounded.

The process that asks is one of them: where it only handed out and took in, it would have a tenth of the work of one
process and want a core for that.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain, islice
from multiprocessing.connection import Connection, wait
from time import monotonic
from typing import Any, Generic, TypeAlias, TypeVar

from loaders.errors import BadOptionError, WorkerEndedError

P = TypeVar("P")
R = TypeVar("R")
_Done: TypeAlias = tuple[list[R] | None, Exception | None]
"""What a function gave for a piece, or what it raised."""

_LOOK = 0.002
"""Seconds after which the process that asks looks up from its own work: a piece takes twenty times as long."""
_AHEAD = 3
"""Results that may wait for one before them, for each process: more would only take memory."""
_ENDED = (
    "a process that reads has ended before its work was done: is memory short? Use fewer --jobs, or 1; "
    "a script that loads with jobs needs its code under: if __name__ == '__main__'"
)


def process_count(jobs: int) -> int:
    """Return how many processes are meant: 0 is one for each core that this process may use.

    Raises:
        BadOptionError: it is negative.
    """
    if jobs < 0:
        raise BadOptionError(f"{jobs} processes cannot be: write 1 or more, or 0 for one a core")
    affinity = getattr(os, "sched_getaffinity", None)
    return jobs or (len(affinity(0)) if affinity else os.cpu_count() or 1)


def map_ordered(
    function: Callable[[P], Iterable[R]], pieces: Iterable[P], jobs: int, *, apart: bool = False
) -> Iterator[list[R]]:
    """Yield all that a function of a module gives for each piece, in the order of the pieces, from ``jobs`` processes.

    This process is one of them: it works on a piece where it would wait, and looks after the others between any two
    things that the function gives. With ``apart`` it has other work, and all are others.

    Processes are begun anew, never copied: a copy of a process with threads, an embedded graph's, may hang. What the
    function raises is raised here, in its turn; then, and when nobody asks for more, the processes end.

    Raises:
        WorkerEndedError: a process was ended from outside, or could not begin.
    """
    given = _Pieces(pieces)
    count = given.ahead(jobs)  # fewer pieces, fewer processes
    workers: list[_Worker[P, R]] = []
    try:
        workers.extend(_Worker(function) for _ in range(count if apart else count - 1))
        yield from _Work(workers, given, None if apart else function).results()
        given.raise_what_was_wrong()
    finally:
        for worker in workers:
            worker.end()


def map_apart(function: Callable[[P], R], pieces: Iterable[P], jobs: int) -> Iterator[R]:
    """Yield what a function gives for each piece, all made in other processes: ``map`` for pieces that take long."""
    return chain.from_iterable(map_ordered(partial(_alone, function), pieces, jobs, apart=True))


def _alone(function: Callable[[P], R], piece: P) -> list[R]:
    return [function(piece)]


class _Worker(Generic[P, R]):
    """One process, and the piece that it has."""

    def __init__(self, function: Callable[[P], Iterable[R]]) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, there = context.Pipe()
        self.number: int | None = None
        self._process = context.Process(target=_work, args=(function, there), daemon=True)
        with _no_interrupts():
            self._process.start()
        there.close()

    def give(self, number: int, piece: P) -> None:
        """Hand over a piece: the process waits for one, so this takes no time."""
        self.number = number
        try:
            self.connection.send(piece)
        except OSError:
            raise WorkerEndedError(_ENDED) from None

    def take(self) -> Callable[[], list[R]]:
        """Return what gives the result, or raises what the function raised: unpacked only then, for it waits meanwhile.

        Raises:
            WorkerEndedError: there is none to come.
        """
        try:
            return partial(_unpacked, self.connection.recv_bytes())
        except (EOFError, OSError):  # also where it ended in the middle of what it sent
            raise WorkerEndedError(_ENDED) from None

    def end(self) -> None:
        """End the process, whatever it does: nothing that it holds is needed."""
        self._process.terminate()
        self._process.join()
        self.connection.close()


class _Pieces(Generic[P]):
    """Gets pieces ahead, so that no process waits for one. What goes wrong there is kept: others come before it."""

    def __init__(self, pieces: Iterable[P]) -> None:
        self._rest = iter(pieces)
        self._got: deque[P] = deque()
        self._wrong: Exception | None = None

    def ahead(self, count: int = 1) -> int:
        """Get so many if there are; return how many are there."""
        try:
            self._got.extend(islice(self._rest, max(0, count - len(self._got))))
        except Exception as error:  # noqa: BLE001 - whatever it is, it is raised when the pieces before it are done
            self._wrong = error
        return len(self._got)

    def next(self) -> P:
        """Return the next that was got."""
        return self._got.popleft()

    def raise_what_was_wrong(self) -> None:
        """Raise why there were no more, where it was for an error."""
        if self._wrong is not None:
            raise self._wrong


class _Work(Generic[P, R]):
    """Hands out the pieces, each to the process that is free first, and puts the results in order."""

    def __init__(
        self, workers: list[_Worker[P, R]], pieces: _Pieces[P], here: Callable[[P], Iterable[R]] | None
    ) -> None:
        self._busy = list(workers)  # each says first that it has begun
        self._idle: list[_Worker[P, R]] = []
        self._pieces, self._here = pieces, here
        self._given = self._wanted = 0
        self._done: dict[int, Callable[[], list[R]]] = {}
        self._most = _AHEAD * (len(workers) + (here is not None))

    def results(self) -> Iterator[list[R]]:
        while self._wanted < self._given or self._pieces.ahead():
            while self._wanted not in self._done:
                self._go_on()
            yield self._done.pop(self._wanted)()
            self._wanted += 1
            self._hand_out()

    def _go_on(self) -> None:
        """Take the results that are there; where there are none, work here or wait for one."""
        if self._take(0):
            return
        if self._here is not None and self._has_room() and self._pieces.ahead():
            self._work_here(self._here)
        else:
            self._take(None)

    def _take(self, timeout: float | None) -> bool:
        """Tell whether others had done their work in so many seconds. They are given more at once."""
        ready = wait([worker.connection for worker in self._busy], timeout) if self._busy else ()
        for worker in [one for one in self._busy if one.connection in ready]:
            self._busy.remove(worker)
            taken = worker.take()
            if worker.number is not None:
                self._done[worker.number] = taken
            self._idle.append(worker)
            self._hand_out()
        return bool(ready)

    def _hand_out(self) -> None:
        while self._idle and self._has_room() and self._pieces.ahead():
            worker = self._idle.pop()
            worker.give(*self._piece())
            self._busy.append(worker)
        self._pieces.ahead()

    def _work_here(self, function: Callable[[P], Iterable[R]]) -> None:
        number, piece = self._piece()
        found: list[R] = []
        look = monotonic() + _LOOK
        try:
            for one in function(piece):
                found.append(one)
                if monotonic() > look:
                    self._take(0)
                    look = monotonic() + _LOOK
        except WorkerEndedError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, it is raised in its turn
            self._done[number] = partial(_outcome, (None, error))
        else:
            self._done[number] = partial(_outcome, (found, None))

    def _piece(self) -> tuple[int, P]:
        self._given += 1
        return self._given - 1, self._pieces.next()

    def _has_room(self) -> bool:
        return self._given - self._wanted < self._most


def _packed(done: _Done[R]) -> bytes:
    """Pickle a result: for records the pickler that a pipe has of its own takes an eighth longer."""
    return pickle.dumps(done, pickle.HIGHEST_PROTOCOL)


def _unpacked(done: bytes) -> list[R]:
    return _outcome(pickle.loads(done))  # noqa: S301 - our own process made it


def _outcome(done: _Done[R]) -> list[R]:
    found, error = done
    if error is not None:
        raise error
    return found or []


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


def _work(function: Callable[[P], Iterable[R]], connection: Connection[Any, Any]) -> None:
    """What a process does, until the first one closes the connection or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        connection.send_bytes(b"")
        while True:
            connection.send_bytes(_packed(_tried(function, connection.recv())))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _tried(function: Callable[[P], Iterable[R]], piece: P) -> _Done[R]:
    try:
        return list(function(piece)), None
    except Exception as error:  # noqa: BLE001 - whatever it is, it is raised again in the first process
        return None, error
