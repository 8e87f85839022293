"""A function over many pieces of work in several processes: results in the order of the pieces, memory bounded.

The process that asks is one of them: where it only handed out and took in, it would have a tenth of the work of one
process and want a core for that.
"""

from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain, islice
from multiprocessing.connection import wait
from time import monotonic
from typing import Generic, TypeVar

from loaders.errors import BadOptionError
from loaders.workers import Found, Raised, Worker, each, had, told

P = TypeVar("P")
R = TypeVar("R")

_LOOK = 0.005
"""Seconds after which the process that asks looks up from its own work: a piece takes several times as long."""
_AHEAD = 3
"""Results that may wait for one before them, for each process: more would only take memory."""


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
    given = told(pieces)
    first = list(islice(given, jobs))  # fewer pieces, fewer processes
    workers: list[Worker[P, R]] = []
    try:
        workers.extend(Worker(function) for _ in first[0 if apart else 1 :])
        yield from _Work(workers, chain(first, given), None if apart else function).results()
    finally:
        for worker in workers:
            worker.end()


def map_apart(function: Callable[[P], R], pieces: Iterable[P], jobs: int) -> Iterator[R]:
    """Yield what a function gives for each piece, all made in other processes: ``map`` for pieces that take long."""
    return chain.from_iterable(map_ordered(partial(_alone, function), pieces, jobs, apart=True))


def _alone(function: Callable[[P], R], piece: P) -> list[R]:
    return [function(piece)]


class _Work(Generic[P, R]):
    """Hands out the pieces, each to the process that is free first, and puts the results in order."""

    def __init__(
        self, workers: list[Worker[P, R]], pieces: Iterator[P | Raised], here: Callable[[P], Iterable[R]] | None
    ) -> None:
        self._workers = workers
        self._pieces, self._here = pieces, here
        self._ahead: list[P | Raised] = []  # one, so that no process waits for it
        self._packed = b""
        """The one ahead as it is handed over, once it was asked for."""
        self._given = self._wanted = 0
        self._done: dict[int, Found[R]] = {}
        self._most = _AHEAD * (len(workers) + (here is not None))

    def results(self) -> Iterator[list[R]]:
        while self._wanted < self._given or self._is_more():
            while self._wanted not in self._done:
                self._go_on()
            yield [had(one) for one in self._done.pop(self._wanted)]
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
        busy = [worker for worker in self._workers if worker.has]
        ready = wait([worker.results for worker in busy], timeout) if busy else ()
        for worker in [one for one in busy if one.results in ready]:
            number, found = worker.hear()
            if number is not None:
                self._done[number] = found
            self._hand_out()
        return bool(ready)

    def _hand_out(self) -> None:
        """Give more to the processes that have nothing to do, then to those that soon will."""
        for worker in sorted(self._workers, key=lambda one: len(one.has)):
            if worker.takes(self._pack()) and (given := self._next()):
                worker.give(given[0], self._packed)
        self._is_more()

    def _work_here(self, function: Callable[[P], Iterable[R]], number: int, piece: P) -> None:
        found: Found[R] = []
        look = monotonic() + _LOOK
        for one in each(function, piece):
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
        if isinstance(piece, Raised):
            self._done[number] = [piece]
            return None
        return number, piece

    def _is_more(self) -> bool:
        """Tell whether there is another piece, and get it."""
        if not self._ahead:
            self._ahead.extend(islice(self._pieces, 1))
            self._packed = b""
        return bool(self._ahead)

    def _pack(self) -> bytes:
        """Return the piece ahead as it is handed over; nothing where there is none."""
        if self._is_more() and not self._packed and not isinstance(self._ahead[0], Raised):
            self._packed = pickle.dumps(self._ahead[0], pickle.HIGHEST_PROTOCOL)
        return self._packed
