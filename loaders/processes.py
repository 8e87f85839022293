"""A function over many pieces of work in several processes: results in the order of the pieces, memory bounded."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing.connection import Connection, wait
from typing import Any, Generic, TypeVar

from loaders.errors import BadOptionError, WorkerEndedError

P = TypeVar("P")
R = TypeVar("R")

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


def map_ordered(function: Callable[[P], R], pieces: Iterable[P], jobs: int) -> Iterator[R]:
    """Yield what a function of a module gives for each piece, in the order of the pieces, made in ``jobs`` processes.

    Processes are begun anew, never copied: a copy of a process with threads, an embedded graph's, may hang. What the
    function raises is raised here, in its turn; then, and when nobody asks for more, the processes end.

    Raises:
        WorkerEndedError: a process was ended from outside, or could not begin.
    """
    given = iter(pieces)
    first = list(islice(given, jobs))  # fewer pieces, fewer processes
    workers: list[_Worker[P, R]] = []
    try:
        workers.extend(_Worker(function) for _ in first)
        yield from _Work(workers, first, given).results()
    finally:
        for worker in workers:
            worker.end()


class _Worker(Generic[P, R]):
    """One process, and the piece that it has."""

    def __init__(self, function: Callable[[P], R]) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, there = context.Pipe()
        self.number = -1
        self._process = context.Process(target=_work, args=(function, there), daemon=True)
        with _no_interrupts():
            self._process.start()
        there.close()

    def give(self, number: int, piece: P) -> None:
        """Hand over a piece: the process waits for one, so this takes no time."""
        self.number = number
        try:
            self.connection.send(piece)
        except (BrokenPipeError, ConnectionResetError):
            raise WorkerEndedError(_ENDED) from None

    def take(self) -> Callable[[], R]:
        """Return what gives the result, or raises what the function raised."""
        try:
            done: tuple[R | None, Exception | None] = self.connection.recv()
        except (EOFError, ConnectionResetError):
            raise WorkerEndedError(_ENDED) from None
        return lambda: _outcome(*done)

    def end(self) -> None:
        """End the process, whatever it does: nothing that it holds is needed."""
        self._process.terminate()
        self._process.join()
        self.connection.close()


class _Work(Generic[P, R]):
    """Hands out the pieces, each to the process that is free first, and puts the results in order."""

    def __init__(self, workers: list[_Worker[P, R]], first: list[P], rest: Iterator[P]) -> None:
        self._busy: list[_Worker[P, R]] = []
        self._idle = workers[::-1]
        self._pieces = chain(first, rest)
        self._given = self._wanted = 0
        self._done: dict[int, Callable[[], R]] = {}
        self._most = _AHEAD * len(workers)

    def results(self) -> Iterator[R]:
        self._hand_out()
        while self._wanted < self._given:
            while self._wanted not in self._done:
                self._wait()
            yield self._done.pop(self._wanted)()
            self._wanted += 1
            self._hand_out()

    def _wait(self) -> None:
        """Take the results that are there, at least one, and hand out more."""
        ready = wait([worker.connection for worker in self._busy])
        for worker in [one for one in self._busy if one.connection in ready]:
            self._busy.remove(worker)
            self._done[worker.number] = worker.take()
            self._idle.append(worker)
        self._hand_out()

    def _hand_out(self) -> None:
        room = self._most - (self._given - self._wanted)
        for piece in islice(self._pieces, min(room, len(self._idle))):
            worker = self._idle.pop()
            worker.give(self._given, piece)
            self._busy.append(worker)
            self._given += 1


def _outcome(result: R | None, error: Exception | None) -> R:
    if error is not None:
        raise error
    return result  # type: ignore[return-value]  # it is the function's where there is no error


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


def _work(function: Callable[[P], R], connection: Connection[Any, Any]) -> None:
    """What a process does, until the first one closes the connection or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        while True:
            connection.send(_tried(function, connection.recv()))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def _tried(function: Callable[[P], R], piece: P) -> tuple[R | None, Exception | None]:
    try:
        return function(piece), None
    except Exception as error:  # noqa: BLE001 - whatever it is, it is raised again in the first process
        return None, error
