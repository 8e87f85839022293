"""A function over many pieces of work in several processes: results in the order of the pieces, memory bounded.

The process that asks is one of them: where it only handed out and took in, it would have a tenth of the work of one
process and want a core for that.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import chain, islice
from multiprocessing.connection import Connection, wait
from time import monotonic
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from loaders.errors import BadOptionError, WorkerEndedError

P = TypeVar("P")
R = TypeVar("R")
T = TypeVar("T")


class _Raised(NamedTuple):
    """What was raised in place of a thing that was to come: nothing comes after it."""

    error: Exception


_Found: TypeAlias = list[R | _Raised]
"""What a function gave for a piece."""

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
    given = _told(pieces)
    first = list(islice(given, jobs))  # fewer pieces, fewer processes
    workers: list[_Worker[P, R]] = []
    try:
        workers.extend(_Worker(function) for _ in first[0 if apart else 1 :])
        yield from _Work(workers, chain(first, given), None if apart else function).results()
    finally:
        for worker in workers:
            worker.end()


def map_apart(function: Callable[[P], R], pieces: Iterable[P], jobs: int) -> Iterator[R]:
    """Yield what a function gives for each piece, all made in other processes: ``map`` for pieces that take long."""
    return chain.from_iterable(map_ordered(partial(_alone, function), pieces, jobs, apart=True))


def _alone(function: Callable[[P], R], piece: P) -> list[R]:
    return [function(piece)]


def _told(things: Iterable[T]) -> Iterator[T | _Raised]:
    """Yield the things and, where the next cannot be had, why."""
    try:
        yield from things
    except Exception as error:  # noqa: BLE001 - whatever it is, it is raised again in the first process
        yield _Raised(error)


def _each(function: Callable[[P], Iterable[R]], piece: P) -> Iterator[R | _Raised]:
    return _told(chain.from_iterable(map(function, [piece])))  # called within: a call may raise as well


def _had(thing: T | _Raised) -> T:
    """Return the thing, or raise what was raised in place of it."""
    if isinstance(thing, _Raised):
        raise thing.error
    return thing


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

    def hear(self) -> Any:  # whatever the process sends
        """Return what the process says next, waiting for it.

        Raises:
            WorkerEndedError: it has ended, perhaps in the middle of what it said.
        """
        try:
            return self.connection.recv()
        except (EOFError, OSError):
            raise WorkerEndedError(_ENDED) from None

    def give(self, *piece: P) -> None:
        """Hand over a piece, or none for now. The process waits for it, so this takes no time.

        Raises:
            WorkerEndedError: it has ended.
        """
        try:
            self.connection.send(piece)
        except OSError:
            raise WorkerEndedError(_ENDED) from None

    def end(self) -> None:
        """End the process, whatever it does: nothing that it holds is needed."""
        self._process.terminate()
        self._process.join()
        self.connection.close()


class _Work(Generic[P, R]):
    """Hands out the pieces, each to the process that is free first, and puts the results in order."""

    def __init__(
        self, workers: list[_Worker[P, R]], pieces: Iterator[P | _Raised], here: Callable[[P], Iterable[R]] | None
    ) -> None:
        self._busy = list(workers)  # each says first that it has begun
        self._idle: list[_Worker[P, R]] = []
        self._pieces, self._here = pieces, here
        self._ahead: list[P | _Raised] = []  # one, so that no process waits for it
        self._given = self._wanted = 0
        self._done: dict[int, _Found[R]] = {}
        self._most = _AHEAD * (len(workers) + (here is not None))

    def results(self) -> Iterator[list[R]]:
        while self._wanted < self._given or self._is_more():
            while self._wanted not in self._done:
                self._go_on()
            yield [_had(one) for one in self._done.pop(self._wanted)]
            self._wanted += 1
            self._hand_out()

    def _go_on(self) -> None:
        """Take the results that are there; where there are none, work here or wait for one."""
        if self._take(0):
            return
        if self._here is not None and (given := self._next()):
            self._work_here(self._here, *given)
        elif self._wanted not in self._done:
            self._take(None)

    def _take(self, timeout: float | None) -> bool:
        """Tell whether others had done their work in so many seconds. They are given more at once."""
        ready = wait([worker.connection for worker in self._busy], timeout) if self._busy else ()
        for worker in [one for one in self._busy if one.connection in ready]:
            self._exchange(worker)
        return bool(ready)

    def _exchange(self, worker: _Worker[P, R]) -> None:
        """Give a process that is done its next piece, and take what the last one gave: it works while that is read."""
        worker.hear()
        number = worker.number
        self._busy.remove(worker)
        self._give(worker, self._next())
        found = worker.hear()
        if number is not None:
            self._done[number] = found
        self._is_more()

    def _give(self, worker: _Worker[P, R], given: tuple[int, P] | None) -> None:
        if given is None:
            worker.number = None
            worker.give()
            self._idle.append(worker)
        else:
            worker.number, piece = given
            worker.give(piece)
            self._busy.append(worker)

    def _hand_out(self) -> None:
        while self._idle and (given := self._next()):
            self._give(self._idle.pop(), given)
        self._is_more()

    def _work_here(self, function: Callable[[P], Iterable[R]], number: int, piece: P) -> None:
        found: _Found[R] = []
        look = monotonic() + _LOOK
        for one in _each(function, piece):
            found.append(one)
            if monotonic() > look:
                self._take(0)
                look = monotonic() + _LOOK
        self._done[number] = found

    def _next(self) -> tuple[int, P] | None:
        """Return the next piece and its number, if there is one and room for what it gives.

        What was raised in place of one waits for its turn, as a result does.
        """
        if self._given - self._wanted >= self._most or not self._is_more():
            return None
        number, piece = self._given, self._ahead.pop()
        self._given += 1
        if isinstance(piece, _Raised):
            self._done[number] = [piece]
            return None
        return number, piece

    def _is_more(self) -> bool:
        """Tell whether there is another piece, and get it."""
        if not self._ahead:
            self._ahead.extend(islice(self._pieces, 1))
        return bool(self._ahead)


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
    """What a process does, until the first one closes the connection or is gone.

    It says that it is done, hears its next piece, or that there is none yet, and then gives what it has: pickled
    here, since for records the pickler that a pipe has of its own takes an eighth longer.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    found: _Found[R] = []
    try:
        while True:
            packed = pickle.dumps(found, pickle.HIGHEST_PROTOCOL)
            connection.send(None)
            piece = connection.recv()
            connection.send_bytes(packed)
            found = list(_each(function, *(piece or connection.recv())))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
